"""Sending, copying, deleting and pinning messages."""

from bot.standin.errors import bad
from bot.standin.formatted import caption_of, text_of
from bot.standin.methods import parts
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.sim import Sim
from bot.standin.wire import Json
from bot.standin.world import Room

TOO_OLD_TO_DELETE = 48 * 3600
MAX_BULK = 100
COPIED = ("text", "entities", "caption", "caption_entities", "photo", "document", "link_preview_options")
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(sim: Sim, params: Params) -> Json:
    text = text_of(params)
    markup, preview = parts.markup(params), parts.preview(params)
    room = sim.open(params)
    content: Json = {"text": text.text}
    if text.entities:
        content["entities"] = text.entities
    content |= preview | parts.common(room, params) | markup
    sim.pace_send(room, params)
    return sim.post_as_bot(room, content)


def copy_message(sim: Sim, params: Params) -> Json:
    room, source = sim.open(params), sim.find(params, "from_chat_id")
    markup = parts.markup(params)
    found = parts.message(source, params.integer("message_id"), "message to copy not found")
    content = _copied(found) | parts.common(room, params) | markup
    if "caption" in params and "text" not in content:
        caption = caption_of(params)
        content |= {"caption": caption.text, "caption_entities": caption.entities}
    sim.pace_send(room, params)
    return {"message_id": sim.post_as_bot(room, content)["message_id"]}


def copy_messages(sim: Sim, params: Params) -> list[Json]:
    room, source = sim.open(params), sim.find(params, "from_chat_id")
    found = [source.messages[number] for number in _numbers(params) if number in source.messages]
    if not found:
        raise bad("there are no messages to copy")
    sim.pace_send(room, params, len(found))
    return [{"message_id": sim.post_as_bot(room, _copied(message))["message_id"]} for message in found]


def _copied(message: Json) -> Json:
    content = {name: message[name] for name in COPIED if name in message}
    if not content:
        raise bad("message can't be copied")
    return content


def delete_message(sim: Sim, params: Params) -> bool:
    room = sim.open(params)
    number = params.integer("message_id")
    message = parts.message(room, number, "message to delete not found")
    if not _deletable(sim, room, message):
        raise bad("message can't be deleted")
    sim.remove(room, number)
    return True


def delete_messages(sim: Sim, params: Params) -> bool:
    """Those that cannot be found or deleted are skipped, as Telegram does."""
    room = sim.open(params)
    for number in _numbers(params):
        message = room.messages.get(number)
        if message and _deletable(sim, room, message):
            sim.remove(room, number)
    return True


def _deletable(sim: Sim, room: Room, message: Json) -> bool:
    is_own = message["from"]["id"] == sim.world.bot.id
    allowed = room.is_private or is_own or room.bot_status == "administrator"
    return allowed and sim.clock() - message["date"] < TOO_OLD_TO_DELETE


def _numbers(params: Params) -> list[int]:
    numbers = params.value("message_ids")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= MAX_BULK:
        raise bad("message_ids must be a list of 1-100 message identifiers")
    return [int(number) for number in numbers]


def pin_chat_message(sim: Sim, params: Params) -> bool:
    room = sim.open(params)
    if not room.is_private and room.bot_status != "administrator":
        raise bad("not enough rights to manage pinned messages in the chat")
    number = params.integer("message_id")
    parts.message(room, number, "message to pin not found")
    room.pinned = number
    return True


def unpin_chat_message(sim: Sim, params: Params) -> bool:
    room = sim.open(params)
    if room.pinned is None:
        raise bad("message to unpin not found")
    room.pinned = None
    return True


def send_chat_action(sim: Sim, params: Params) -> bool:
    if params.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    sim.type_in(sim.open(params))
    return True


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "sendChatAction": send_chat_action,
}
