"""The small Telegram the bot lives in: people, chats and their messages, with counted ids."""

from collections import OrderedDict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.standin.errors import ControlError
from bot.standin.wire import Json

KEPT_MESSAGES = 2_000
"""Messages a chat remembers; older ones are forgotten like deleted ones, the counters go on."""
KEPT_OVERALL = 50_000
"""Messages all chats together remember, so that a load test does not measure this memory."""
FIRST_PERSON = 1_001
FIRST_GROUP = -1_001_000_000_001


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone with a Telegram account."""

    id: int
    first_name: str
    language_code: str = "zh-hans"
    username: str = ""
    role: str = "reader"
    deactivated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The bot's own account, as BotFather made it."""

    id: int = 123_456
    first_name: str = "简报"
    username: str = "jianbao_bot"
    inline: bool = True


@dataclass(slots=True, kw_only=True)
class Room:
    """One chat as the bot sees it, with what is remembered of it."""

    id: int
    kind: str
    title: str
    person: int | None = None
    members: tuple[int, ...] = ()
    started: bool = True
    """False while a person has never written to the bot, which then may not write to them."""
    starts_started: bool = True
    blocked: bool = False
    bot_status: str = "member"
    migrated_to: int | None = None
    topics: dict[int, str] = field(default_factory=dict)
    messages: OrderedDict[int, Json] = field(default_factory=OrderedDict)
    pinned: int | None = None
    typing_until: float = 0.0
    sent: int = 0
    """Messages the bot ever sent here, also those forgotten since."""
    last_id: int = 0

    @property
    def is_private(self) -> bool:
        return self.kind == "private"

    def restart(self) -> None:
        """As it was made: nobody has written, nobody has blocked."""
        self.started, self.blocked, self.bot_status, self.migrated_to = self.starts_started, False, "member", None
        self.messages.clear()
        self.pinned, self.typing_until, self.sent, self.last_id = None, 0.0, 0, 0

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def keep(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        if len(self.messages) > KEPT_MESSAGES:
            self.messages.popitem(last=False)

    def forget(self, message_id: int) -> None:
        self.messages.pop(message_id, None)


class World:
    """Everyone and every chat; ids are counted, so the same steps give the same ids."""

    def __init__(self, *, bot: Profile | None = None, kept: int = KEPT_OVERALL) -> None:
        self.bot = bot or Profile()
        self._kept = kept
        self._in_order: deque[tuple[Room, int]] = deque()
        self.people: dict[int, Person] = {}
        self.rooms: dict[int, Room] = {}

    def add_person(
        self,
        first_name: str = "",
        *,
        id: int | None = None,  # noqa: A002 - the Bot API's own word
        language_code: str = "zh-hans",
        username: str = "",
        role: str = "reader",
        started: bool = True,
    ) -> Person:
        """Adds someone and their private chat with the bot."""
        number = FIRST_PERSON + len(self.people) if id is None else id
        person = Person(
            id=number,
            first_name=first_name or f"Reader {number}",
            language_code=language_code,
            username=username,
            role=role,
        )
        self.people[number] = person
        self.rooms[number] = Room(
            id=number,
            kind="private",
            title=person.first_name,
            person=number,
            members=(number,),
            started=started,
            starts_started=started,
        )
        return person

    def add_group(
        self,
        title: str,
        members: Iterable[Person | int],
        *,
        id: int | None = None,  # noqa: A002 - the Bot API's own word
        kind: str = "supergroup",
        topics: dict[int, str] | None = None,
    ) -> Room:
        """Adds a group with the bot in it; its first member is its owner."""
        ids = tuple(member.id if isinstance(member, Person) else member for member in members)
        number = self._free_group_id() if id is None else id
        room = Room(id=number, kind=kind, title=title, members=ids, topics=dict(topics or {}))
        self.rooms[number] = room
        return room

    def _free_group_id(self) -> int:
        return min([FIRST_GROUP + 1, *self.rooms]) - 1

    def person(self, number: int) -> Person:
        try:
            return self.people[number]
        except KeyError:
            raise ControlError(f"no person {number}") from None

    def room(self, number: int) -> Room:
        try:
            return self.rooms[number]
        except KeyError:
            raise ControlError(f"no chat {number}") from None

    def keep(self, room: Room, message: Json) -> None:
        """Adds a message to a chat; the oldest of all chats is forgotten when there are too many."""
        room.keep(message)
        self._in_order.append((room, message["message_id"]))
        if len(self._in_order) > self._kept:
            oldest, number = self._in_order.popleft()
            oldest.forget(number)

    def deactivate(self, number: int) -> None:
        self.people[number] = replace(self.person(number), deactivated=True)

    def restart(self) -> None:
        """The world as it was made; groups that came from a move are gone again."""
        for number in [room.migrated_to for room in self.rooms.values() if room.migrated_to is not None]:
            self.rooms.pop(number, None)
        for room in self.rooms.values():
            room.restart()
        self._in_order.clear()
        self.people = {number: replace(person, deactivated=False) for number, person in self.people.items()}
