"""The parts most messages share: what they answer to, their buttons, their topic."""

from bot.standin.errors import bad
from bot.standin.keyboard import checked_markup
from bot.standin.params import Params
from bot.standin.wire import Json
from bot.standin.world import Room

PREVIEW_FIELDS = ("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text")


def common(room: Room, params: Params) -> Json:
    """Topic, reply, protection and effect of a message, as the Message carries them."""
    content: Json = {}
    if "message_thread_id" in params:
        content |= _topic(room, params.integer("message_thread_id"))
    if "reply_parameters" in params:
        content |= _reply(room, params.value("reply_parameters"))
    if params.flag("protect_content"):
        content["has_protected_content"] = True
    if "message_effect_id" in params:
        content["effect_id"] = params.text("message_effect_id")
    return content


def markup(params: Params) -> Json:
    shown = checked_markup(params.value("reply_markup")) if "reply_markup" in params else None
    return {"reply_markup": shown} if shown else {}


def preview(params: Params) -> Json:
    """The wish for a link preview, echoed."""
    wish = params.value("link_preview_options") if "link_preview_options" in params else None
    if wish is None:
        return {}
    if not isinstance(wish, dict):
        raise bad("object expected as link preview options")
    shown = {name: wish[name] for name in PREVIEW_FIELDS if wish.get(name)}
    return {"link_preview_options": shown} if shown else {}


def message(room: Room, message_id: int, missing: str) -> Json:
    try:
        return room.messages[message_id]
    except KeyError:
        raise bad(missing) from None


def _topic(room: Room, topic: int) -> Json:
    if topic not in room.topics:
        raise bad("message thread not found")
    return {"message_thread_id": topic, "is_topic_message": True}


def _reply(room: Room, wish: object) -> Json:
    if not isinstance(wish, dict):
        raise bad("object expected as reply parameters")
    found = room.messages.get(wish.get("message_id", 0))
    if found is None:
        if wish.get("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    shown: Json = {"reply_to_message": {name: value for name, value in found.items() if name != "reply_to_message"}}
    if quote := wish.get("quote"):
        shown["quote"] = _quote(found, quote)
    return shown


def _quote(found: Json, quote: str) -> Json:
    text = found.get("text") or found.get("caption") or ""
    place = text.find(quote)
    if place < 0:
        raise bad("QUOTE_TEXT_INVALID")
    return {"text": quote, "position": len(text[:place].encode("utf-16-le")) // 2, "is_manual": True}
