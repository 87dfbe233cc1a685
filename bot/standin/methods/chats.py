"""Asking about chats, their members and the bot's files."""

from bot.standin import objects
from bot.standin.errors import bad
from bot.standin.files import MAX_DOWNLOAD
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.sim import Sim
from bot.standin.wire import Json
from bot.standin.world import Room


def get_chat(sim: Sim, params: Params) -> Json:
    room = sim.find(params)
    if room.migrated_to is not None or room.bot_status in {"kicked", "left"}:
        raise sim.trouble(room) or bad("chat not found")
    shown = {**sim.chat(room), **objects.FULL_INFO}
    pinned = room.messages.get(room.pinned or 0)
    return {**shown, "pinned_message": pinned} if pinned else shown


def get_chat_member(sim: Sim, params: Params) -> Json:
    return _member(sim, sim.find(params), params.integer("user_id"))


def get_chat_administrators(sim: Sim, params: Params) -> list[Json]:
    room = sim.find(params)
    if room.is_private:
        raise bad("there are no administrators in the private chat")
    return [_member(sim, room, room.members[0])]


def get_chat_member_count(sim: Sim, params: Params) -> int:
    return len(sim.find(params).members) + 1


def _member(sim: Sim, room: Room, number: int) -> Json:
    if number == sim.world.bot.id:
        return objects.member(sim.bot_user(), room.bot_status)
    if number not in sim.world.people:
        raise bad("PARTICIPANT_ID_INVALID")
    who = objects.user(sim.world.people[number])
    if number not in room.members:
        return objects.member(who, "left")
    is_owner = not room.is_private and room.members[0] == number
    return objects.member(who, "creator" if is_owner else "member")


def get_file(sim: Sim, params: Params) -> Json:
    stored = sim.files.get(params.text("file_id"))
    if stored.size > MAX_DOWNLOAD:
        raise bad("file is too big")
    return {**stored.shown(), "file_path": stored.path}


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "getFile": get_file,
}
