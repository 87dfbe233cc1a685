"""The simulated Telegram of one bot: the world, its queues and clocks, and what every method needs of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.standin import objects
from bot.standin.check import Check
from bot.standin.drops import Drops
from bot.standin.errors import ApiError, bad, forbidden, migrated, too_many
from bot.standin.events import Events
from bot.standin.faults import Faults
from bot.standin.files import Files
from bot.standin.flood import Flood
from bot.standin.menus import Menus
from bot.standin.params import Params
from bot.standin.queries import Queries
from bot.standin.transcript import Transcript
from bot.standin.updates import Updates
from bot.standin.wire import Json
from bot.standin.world import Room, World

TYPING_SECONDS = 5.0
NUMBER = re.compile(r"-?[0-9]{1,16}")


@dataclass(slots=True, kw_only=True)
class Sim:
    """Everything the stand-in knows; methods and people change it, pages hear of it."""

    world: World
    clock: Callable[[], float]
    check: Check | None = None
    drops: Drops | None = None
    events: Events = field(default_factory=Events)
    faults: Faults = field(default_factory=Faults)
    flood: Flood = field(default_factory=Flood)
    files: Files = field(default_factory=Files)
    menus: Menus = field(default_factory=Menus)
    taps: Queries = field(default_factory=lambda: Queries("tap-"))
    inline: Queries = field(default_factory=lambda: Queries("inline-"))
    transcript: Transcript = field(default_factory=Transcript)
    updates: Updates = field(default_factory=Updates)
    complaints: list[str] = field(default_factory=list)
    _bot: Json = field(default_factory=dict)
    _chats: dict[int, Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._bot = objects.bot_user(self.world.bot)
        if self.check:
            self.updates.watch = self._watch_update

    def _watch_update(self, update: Json) -> None:
        if self.check:
            self.complaints.extend(self.check.update(update))

    def bot_user(self) -> Json:
        return self._bot

    def chat(self, room: Room) -> Json:
        """The room as a Chat; made once, as chats do not change their names here."""
        shown = self._chats.get(room.id)
        if shown is None:
            person = None if room.person is None else self.world.people[room.person]
            shown = self._chats[room.id] = objects.chat(room, person)
        return shown

    def find(self, params: Params, name: str = "chat_id") -> Room:
        """The chat a call names, whatever its state."""
        written = params.text(name).strip()
        if not written:
            raise bad(f"{name} is empty")
        room = self.world.rooms.get(int(written)) if NUMBER.fullmatch(written) else self._named(written)
        if room is None:
            raise bad("chat not found")
        return room

    def _named(self, written: str) -> Room | None:
        people = self.world.people.values()
        name = written.removeprefix("@").lower()
        return next((self.world.rooms[one.id] for one in people if one.username.lower() == name and name), None)

    def open(self, params: Params, name: str = "chat_id") -> Room:
        """The chat a call names, if the bot may write there now."""
        room = self.find(params, name)
        if trouble := self.trouble(room):
            raise trouble
        return room

    def trouble(self, room: Room) -> ApiError | None:
        """Why the bot may not write to a chat; None when it may."""
        if room.migrated_to is not None:
            return migrated(room.migrated_to)
        if room.person is None:
            return self._group_trouble(room)
        if self.world.people[room.person].deactivated:
            return forbidden("user is deactivated")
        if room.blocked:
            return forbidden("bot was blocked by the user")
        return None if room.started else forbidden("bot can't initiate conversation with a user")

    def _group_trouble(self, room: Room) -> ApiError | None:
        if room.bot_status == "kicked":
            return forbidden(f"bot was kicked from the {room.kind} chat")
        if room.bot_status == "left":
            return forbidden(f"bot is not a member of the {room.kind} chat")
        return None

    def pace_send(self, room: Room, params: Params, count: int = 1) -> None:
        paid = params.flag("allow_paid_broadcast")
        wait = self.flood.send(room.id, group=not room.is_private, now=self.clock(), count=count, paid=paid)
        if wait:
            raise too_many(wait)

    def pace_edit(self, room: Room) -> None:
        wait = self.flood.edit(room.id, group=not room.is_private, now=self.clock())
        if wait:
            raise too_many(wait)

    def post(self, room: Room, sender: Json, content: Json) -> Json:
        """Adds a message to a chat and tells the pages."""
        message = {
            "message_id": room.next_id(),
            "from": sender,
            "chat": self.chat(room),
            "date": int(self.clock()),
            **content,
        }
        self.world.keep(room, message)
        self.events.tell("message", lambda: {"chat_id": room.id, "message": message})
        return message

    def post_as_bot(self, room: Room, content: Json) -> Json:
        room.sent += 1
        room.typing_until = 0.0
        return self.post(room, self._bot, content)

    def replace(self, room: Room, message: Json) -> Json:
        """Puts an edited message in the old one's place and tells the pages."""
        room.messages[message["message_id"]] = message
        self.events.tell("edit", lambda: {"chat_id": room.id, "message": message})
        return message

    def remove(self, room: Room, message_id: int) -> None:
        room.forget(message_id)
        self.events.tell("delete", lambda: {"chat_id": room.id, "message_id": message_id})

    def type_in(self, room: Room) -> None:
        room.typing_until = self.clock() + TYPING_SECONDS
        self.events.tell("typing", lambda: {"chat_id": room.id})

    def report(self) -> Json:
        return {
            "calls": self.transcript.calls,
            "violations": self.flood.violations,
            "paid": self.flood.paid_sends,
            "unanswered": len(self.taps.unanswered()),
            "complaints": len(self.complaints),
        }

    def restart(self) -> None:
        """Everything as at the start, but for what the bot set about itself and the count of its updates."""
        self.world.restart()
        self.updates.drop()
        for part in (self.flood, self.faults, self.taps, self.inline, self.transcript, self.complaints, self._chats):
            part.clear()
        self.events.close()  # pages come back at once and ask for the whole state
