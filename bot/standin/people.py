"""What people do in their chats: write, tap, block, leave; each deed becomes the update a bot would get."""

from bot.standin import objects
from bot.standin.detect import detect
from bot.standin.entities import in_order
from bot.standin.errors import ControlError
from bot.standin.formatted import MAX_CAPTION, MAX_TEXT, Formatted, trimmed
from bot.standin.params import Upload
from bot.standin.sim import Sim
from bot.standin.wire import Json
from bot.standin.world import FIRST_GROUP, Person, Room


def say(
    sim: Sim,
    chat_id: int,
    text: str,
    *,
    from_id: int | None = None,
    reply_to: int | None = None,
    entities: list[Json] | None = None,
) -> Json:
    """Someone writes in a chat; the bot hears it if Telegram would let it."""
    room, person = _writer(sim, chat_id, from_id)
    if room.blocked:
        raise ControlError("unblock the bot first")
    content = _typed(text, entities)
    if reply_to is not None:
        content["reply_to_message"] = _message(room, reply_to)
    return _said(sim, room, person, content)


def picture(
    sim: Sim,
    chat_id: int,
    address: str,
    *,
    caption: str = "",
    from_id: int | None = None,
    entities: list[Json] | None = None,
) -> Json:
    """Someone sends the picture of an address as a photo."""
    room, person = _writer(sim, chat_id, from_id)
    if room.blocked:
        raise ControlError("unblock the bot first")
    return _said(sim, room, person, _pictured(sim, address, caption, entities))


def attach(sim: Sim, chat_id: int, name: str, data: bytes, *, from_id: int | None = None) -> Json:
    """Someone sends a file."""
    room, person = _writer(sim, chat_id, from_id)
    if room.blocked:
        raise ControlError("unblock the bot first")
    stored = sim.files.upload(Upload(name=name, mime="application/octet-stream", data=data))
    return _said(sim, room, person, {"document": {**stored.shown(), "file_name": name, "mime_type": stored.mime}})


def _said(sim: Sim, room: Room, person: Person, content: Json) -> Json:
    room.started = True
    message = sim.post(room, objects.user(person), content)
    if room.is_private or (room.bot_status != "left" and _is_meant(sim, message)):
        sim.updates.push("message", message)
    return message


def edit(sim: Sim, chat_id: int, message_id: int, text: str) -> Json:
    """Someone changes what they wrote."""
    room = sim.world.room(chat_id)
    message = {**_message(room, message_id), **_typed(text), "edit_date": int(sim.clock())}
    if message["from"]["is_bot"]:
        raise ControlError("people edit only their own messages")
    sim.replace(room, message)
    if room.is_private or _is_meant(sim, message):
        sim.updates.push("edited_message", message)
    return message


def press(sim: Sim, chat_id: int, message_id: int, data: str, *, from_id: int | None = None) -> str:
    """Someone taps a button; the id of the callback query."""
    room, person = _writer(sim, chat_id, from_id)
    if room.blocked:
        raise ControlError("unblock the bot first")
    message = _message(room, message_id)
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    if not any(button.get("callback_data") == data for row in rows for button in row):
        raise ControlError(f"message {message_id} has no button {data!r}")
    query = sim.taps.ask(person.id, now=sim.clock(), chat_id=chat_id, message_id=message_id, text=data)
    content = {"id": query.id, "from": objects.user(person), "message": message}
    sim.updates.push("callback_query", {**content, "chat_instance": f"chat-{chat_id}", "data": data})
    return query.id


def block(sim: Sim, chat_id: int) -> Room:
    return _set_blocked(sim, chat_id, blocked=True)


def unblock(sim: Sim, chat_id: int) -> Room:
    return _set_blocked(sim, chat_id, blocked=False)


def _set_blocked(sim: Sim, chat_id: int, *, blocked: bool) -> Room:
    room = sim.world.room(chat_id)
    if room.person is None:
        raise ControlError("only people block; a group kicks")
    if room.blocked != blocked:
        room.blocked = blocked
        _tell_membership(sim, room, *(("member", "kicked") if blocked else ("kicked", "member")))
    return room


def kick(sim: Sim, chat_id: int) -> Room:
    return _set_status(sim, chat_id, "kicked")


def invite(sim: Sim, chat_id: int) -> Room:
    return _set_status(sim, chat_id, "member")


def _set_status(sim: Sim, chat_id: int, status: str) -> Room:
    room = _group(sim, chat_id)
    if room.bot_status != status:
        old, room.bot_status = room.bot_status, status
        _tell_membership(sim, room, old, status)
    return room


def _tell_membership(sim: Sim, room: Room, old: str, new: str) -> None:
    person = sim.world.people[room.members[0]]
    who = objects.bot_user(sim.world.bot)
    change = {"chat": sim.chat(room), "from": objects.user(person), "date": int(sim.clock())}
    members = {"old_chat_member": objects.member(who, old), "new_chat_member": objects.member(who, new)}
    sim.updates.push("my_chat_member", {**change, **members})


def migrate(sim: Sim, chat_id: int) -> Room:
    """A group becomes a supergroup with a new id; the old id only tells the new one from now on."""
    room = _group(sim, chat_id)
    if room.migrated_to is not None:
        raise ControlError("this group has moved already")
    owner = objects.user(sim.world.people[room.members[0]])
    new = sim.world.add_group(room.title, room.members, id=min([FIRST_GROUP + 1, *sim.world.rooms]) - 1)
    sim.updates.push("message", sim.post(room, owner, {"migrate_to_chat_id": new.id}))
    room.migrated_to = new.id
    sim.updates.push("message", sim.post(new, owner, {"migrate_from_chat_id": room.id}))
    return new


def deactivate(sim: Sim, chat_id: int) -> Room:
    """Someone deletes their account."""
    room = sim.world.room(chat_id)
    sim.world.deactivate(chat_id)
    return room


def ask_inline(sim: Sim, person_id: int, text: str, *, offset: str = "") -> str:
    """Someone types @bot and a few words; the id of the inline query."""
    person = sim.world.person(person_id)
    query = sim.inline.ask(person.id, now=sim.clock(), text=text)
    asked = {"id": query.id, "from": objects.user(person), "query": text, "offset": offset}
    sim.updates.push("inline_query", asked)
    return query.id


def choose_inline(sim: Sim, query_id: str, result_id: str) -> None:
    """Someone takes one of the results they were shown."""
    query = sim.inline.asked.get(query_id)
    results = (query.answer or {}).get("results", []) if query else []
    if query is None or not any(str(result.get("id")) == result_id for result in results):
        raise ControlError(f"inline query {query_id!r} has no result {result_id!r}")
    person = objects.user(sim.world.person(query.person))
    sim.updates.push("chosen_inline_result", {"result_id": result_id, "from": person, "query": query.text})


def _typed(text: str, given: list[Json] | None = None) -> Json:
    formatted = _formatted(text, given or [])
    if not formatted.text or len(formatted.text) > MAX_TEXT:
        raise ControlError(f"a message has 1 to {MAX_TEXT} characters")
    return {"text": formatted.text, **({"entities": formatted.entities} if formatted.entities else {})}


def _pictured(sim: Sim, photo: str, text: str, given: list[Json] | None) -> Json:
    caption = _formatted(text, given or [])
    if len(caption.text) > MAX_CAPTION:
        raise ControlError(f"a caption has up to {MAX_CAPTION} characters")
    shown: Json = {"photo": [{**sim.files.link(photo).shown(), "width": 1280, "height": 720}]}
    shown |= {"caption": caption.text} if caption.text else {}
    return shown | ({"caption_entities": caption.entities} if caption.entities else {})


def _formatted(text: str, given: list[Json]) -> Formatted:
    """What was typed, with what Telegram finds in it by itself."""
    cut = trimmed(text, in_order(given))
    return Formatted(cut.text, detect(cut.text, cut.entities))


def _is_meant(sim: Sim, message: Json) -> bool:
    """In groups a bot hears only commands, its name and replies to it: the privacy mode it starts with."""
    name = sim.world.bot.username.lower()
    if message.get("reply_to_message", {}).get("from", {}).get("id") == sim.world.bot.id:
        return True
    words = [_word(message.get("text", ""), entity) for entity in message.get("entities", ())]
    commands = [word for word in words if word.startswith("/")]
    return any("@" not in word or word.endswith(f"@{name}") for word in commands) or f"@{name}" in words


def _word(text: str, entity: Json) -> str:
    units = text.encode("utf-16-le")
    begin = entity["offset"] * 2
    return units[begin : begin + entity["length"] * 2].decode("utf-16-le").lower()


def _writer(sim: Sim, chat_id: int, from_id: int | None) -> tuple[Room, Person]:
    room = sim.world.room(chat_id)
    if room.migrated_to is not None:
        raise ControlError(f"this group has moved to {room.migrated_to}")
    number = from_id if from_id is not None else room.members[0]
    if number not in room.members:
        raise ControlError(f"person {number} is not in chat {chat_id}")
    return room, sim.world.person(number)


def _group(sim: Sim, chat_id: int) -> Room:
    room = sim.world.room(chat_id)
    if room.person is not None:
        raise ControlError("this is no group")
    return room


def _message(room: Room, message_id: int) -> Json:
    try:
        return room.messages[message_id]
    except KeyError:
        raise ControlError(f"chat {room.id} has no message {message_id}") from None
