"""Changing what was sent: text, caption, buttons."""

from bot.standin.errors import bad
from bot.standin.formatted import caption_of, text_of
from bot.standin.methods import parts
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.sim import Sim
from bot.standin.wire import Json
from bot.standin.world import Room

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
COMPARED = ("text", "entities", "caption", "caption_entities", "link_preview_options", "reply_markup")


def edit_message_text(sim: Sim, params: Params) -> Json:
    text = text_of(params)
    changes: Json = {"text": text.text, "entities": text.entities}
    changes |= {"link_preview_options": {}, "reply_markup": {}} | parts.preview(params) | parts.markup(params)
    room, message = _own(sim, params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _changed(sim, room, message, changes)


def edit_message_caption(sim: Sim, params: Params) -> Json:
    caption = caption_of(params)
    changes: Json = {"caption": caption.text, "caption_entities": caption.entities, "reply_markup": {}}
    changes |= parts.markup(params)
    room, message = _own(sim, params)
    if "photo" not in message and "document" not in message:
        raise bad("there is no caption in the message to edit")
    return _changed(sim, room, message, changes)


def edit_message_reply_markup(sim: Sim, params: Params) -> Json:
    changes: Json = {"reply_markup": {}} | parts.markup(params)
    room, message = _own(sim, params)
    return _changed(sim, room, message, changes)


def _own(sim: Sim, params: Params) -> tuple[Room, Json]:
    if "inline_message_id" in params and "chat_id" not in params:
        raise bad("MESSAGE_ID_INVALID")
    room = sim.open(params)
    message = parts.message(room, params.integer("message_id"), "message to edit not found")
    if message["from"]["id"] != sim.world.bot.id:
        raise bad("message can't be edited")
    return room, message


def _changed(sim: Sim, room: Room, message: Json, changes: Json) -> Json:
    new = {name: value for name, value in {**message, **changes}.items() if value or name not in COMPARED}
    if all(new.get(name) == message.get(name) for name in COMPARED):
        raise bad(SAME)
    sim.pace_edit(room)
    return sim.replace(room, {**new, "edit_date": int(sim.clock())})


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
