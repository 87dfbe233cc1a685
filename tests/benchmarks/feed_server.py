"""Servers of generated feeds in simulated time, which score their reader by the checks of a well-behaved one."""

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from bot.core.entry_keys import Listed
from bot.core.source_state import Wishes

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
MONTH = timedelta(days=30)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NO_WISHES = Wishes()
HEAD = 250
"""Bytes of an answer without a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A time in which a server answers nothing but this."""

    start: datetime
    end: datetime
    status: int
    """0 where nothing arrives at all."""
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """What a feed and its server are like."""

    number: int
    weekly: float = 20
    window: int = 20
    entry_bytes: int = 2000
    tags: str = "strong"
    """none, strong, weak, modified, both, or fickle: another one for each answer."""
    wishes: Wishes = NO_WISHES
    says_expires_0: bool = False
    expires: timedelta | None = None
    spells: tuple[Spell, ...] = ()
    moved_at: datetime | None = None
    gone_at: datetime | None = None
    renamed_at: datetime | None = None
    """All guids change."""
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    status: int
    listed: tuple[Listed, ...] = ()
    etag: str = ""
    last_modified: str = ""
    wishes: Wishes = NO_WISHES
    expires: datetime | None = None
    says_expires_0: bool = False
    retry_after: timedelta | None = None
    moved_to: str = ""
    size: int = HEAD


@dataclass
class Seen:
    """What a server remembers of its one reader."""

    at: datetime | None = None
    reply: Reply | None = None
    document: Reply | None = None
    """Its last 200."""
    document_at: datetime | None = None
    issued: set[str] = field(default_factory=set)
    restarted: bool = False


class FeedServer:
    """One feed's server; `faults` counts its reader's, by the number of the check, 0 for its own wishes."""

    def __init__(self, nature: Nature) -> None:
        self.nature = nature
        self.address = f"https://{nature.number}.example.org/feed"
        self.new_address = f"https://{nature.number}.example.net/feed"
        chance = random.Random(nature.number)
        self.born = _arrivals(chance, nature.weekly)
        self._last_key: tuple[int, bool] | None = None
        self._last: tuple[Listed, ...] = ()
        self.seen = Seen()
        self.faults = Counter[int]()
        self.replies = Counter[int]()
        self.bytes = 0

    def answer(self, address: str, headers: Mapping[str, str], now: datetime) -> Reply:
        """Answers a request and scores it; a request in a spell of silence is never seen."""
        if any(spell.status == 0 for spell in self._spells(now)):
            return Reply(status=0, size=0)
        self._score(address, headers, now)
        reply = self._reply(address, headers, now)
        self.replies[reply.status] += 1
        self.bytes += reply.size
        self.seen.at, self.seen.reply, self.seen.restarted = now, reply, False
        if reply.status == 200:
            self.seen.document, self.seen.document_at = reply, now
            self.seen.issued |= {reply.etag, reply.last_modified}
        return reply

    def _spells(self, now: datetime) -> list[Spell]:
        return [spell for spell in self.nature.spells if spell.start <= now < spell.end]

    def _reply(self, address: str, headers: Mapping[str, str], now: datetime) -> Reply:
        nature = self.nature
        if nature.gone_at and now >= nature.gone_at:
            return Reply(status=410)
        for spell in self._spells(now):
            return Reply(status=spell.status, retry_after=spell.retry_after)
        moved = bool(nature.moved_at and now >= nature.moved_at and address == self.address)
        document = self._document(now, self.new_address if moved else "")
        asked = {headers.get("If-None-Match"), headers.get("If-Modified-Since")} - {None}
        if asked and asked <= {document.etag, document.last_modified}:
            return Reply(status=304, wishes=Wishes(max_age=nature.wishes.max_age), moved_to=document.moved_to)
        return document

    def _document(self, now: datetime, moved_to: str) -> Reply:
        nature = self.nature
        count = bisect_right(self.born, now)
        listed = self._listed(count, is_renamed=bool(nature.renamed_at and now >= nature.renamed_at))
        tag = f'"{nature.number}-{count}"' if nature.tags != "fickle" else f'"{now.timestamp()}"'
        changed = self.born[count - 1] if count else BEGIN
        return Reply(
            status=200,
            listed=listed,
            etag={"none": "", "modified": "", "weak": f"W/{tag}"}.get(nature.tags, tag),
            last_modified=format_datetime(changed, usegmt=True) if nature.tags in {"modified", "both"} else "",
            wishes=nature.wishes,
            expires=now + nature.expires if nature.expires else None,
            says_expires_0=nature.says_expires_0,
            moved_to=moved_to,
            size=HEAD + nature.entry_bytes * len(listed),
        )

    def _listed(self, count: int, *, is_renamed: bool) -> tuple[Listed, ...]:
        """Gives the document after so many entries; it is the same object as long as it is the same."""
        if self._last_key != (count, is_renamed):
            numbers = range(count - 1, max(count - self.nature.window, 0) - 1, -1)
            self._last = tuple(self._written(n, is_renamed=is_renamed) for n in numbers)
            self._last_key = (count, is_renamed)
        return self._last

    def _written(self, number: int, *, is_renamed: bool) -> Listed:
        return Listed(
            guid=f"urn:new:{number}" if is_renamed else f"http://{self.nature.number}.example.org/?p={number}",
            link=f"https://{self.nature.number}.example.org/{number}",
            title=f"{self.nature.number}号来源的第{number}则消息",
            published=self.born[number],
            text=f"全文{number}",
        )

    def _score(self, address: str, headers: Mapping[str, str], now: datetime) -> None:
        known, last = self.seen.document, self.seen.reply
        sent = {headers.get("If-None-Match", ""), headers.get("If-Modified-Since", "")} - {""}
        given = {known.etag, known.last_modified} - {""} if known and not known.says_expires_0 else set()
        self._fault(1, bool(given) and not sent)
        self._fault(2, bool(sent) and sent != given)
        self._fault(3, bool(sent - self.seen.issued) or bool(sent - given))
        self._fault(4, self._is_early(now, is_conditional=bool(sent)) and not self.seen.restarted)
        self._fault(5, bool({"Cookie", "Referer"} & headers.keys()) or address not in {self.address, self.new_address})
        self._fault(6, "+http" not in headers.get("User-Agent", ""))
        self._fault(7, last is not None and last.status == 304 and sent != given)
        self._fault(8, self._is_limited(now))
        self._fault(9, headers.get("Accept-Encoding") != "gzip")
        self._fault(10, self.seen.restarted and self._is_early(now, is_conditional=bool(sent)))
        self._fault(0, self._is_unwished(now))

    def _fault(self, check: int, is_one: bool) -> None:  # noqa: FBT001 - a line a check
        self.faults[check] += is_one

    def _is_early(self, now: datetime, *, is_conditional: bool) -> bool:
        """Tells whether an hour, or for a whole document a day, has not passed, and nobody allowed less."""
        if self.seen.at is None or self.nature.is_own or self.nature.wishes.longest:
            return False
        blind = self.seen.document_at and not is_conditional and now - self.seen.document_at < DAY
        return now - self.seen.at < HOUR or bool(blind)

    def _is_limited(self, now: datetime) -> bool:
        last = self.seen.reply
        if last is None or self.seen.at is None or last.retry_after is None:
            return False
        return now - self.seen.at < min(last.retry_after, DAY)

    def _is_unwished(self, now: datetime) -> bool:
        if self.seen.at is None or self.seen.reply is None:
            return False
        wishes = self.nature.wishes if self.seen.document else Wishes()
        left_out = now.hour in wishes.skip_hours or now.weekday() in wishes.skip_days
        expires = self.seen.reply.expires
        early = now - self.seen.at < min(wishes.longest, DAY) or bool(
            expires and now < min(expires, self.seen.at + DAY)
        )
        return early or left_out or self.seen.reply.status == 410


def _arrivals(chance: random.Random, weekly: float) -> list[datetime]:
    """Draws when entries appear, from a week before the month to its end."""
    born, now = list[datetime](), BEGIN - timedelta(days=7)
    while now < BEGIN + MONTH:
        now += timedelta(days=7) * chance.expovariate(weekly)
        born.append(now.replace(microsecond=0))
    return born[:-1]


TAGS = ("none", "strong", "strong", "weak", "weak", "modified", "both", "both", "fickle")


def natures(count: int = 200) -> list[Nature]:
    """Draws feeds of every kind, each number always the same."""
    return [_nature(number, random.Random(1000 + number)) for number in range(count)]


def _nature(number: int, chance: random.Random) -> Nature:
    minutes = chance.choice([5, 20, 30, 60, 60, 180, 1440, 10_000])
    pause = timedelta(minutes=minutes)
    wished = chance.choice([None, None, None, None, "ttl", "ttl", "max_age", "max_age", "update_period", "skips"])
    skips = Wishes(skip_hours=frozenset(range(chance.randint(1, 8))), skip_days=frozenset({chance.randint(0, 6)}))
    own = number % 40 == 7
    return Nature(
        number=number,
        weekly=chance.choice([0.3, 2, 7, 20, 20, 50, 150, 400]),
        window=chance.choice([10, 20, 30, 50]),
        entry_bytes=chance.choice([600, 2000, 8000]),
        tags="weak" if own else chance.choice(TAGS),
        wishes=Wishes(ttl=timedelta(minutes=5)) if own else skips if wished == "skips" else _wish(wished, pause),
        says_expires_0=number % 23 == 3,
        expires=pause if number % 17 == 5 else None,
        spells=_spells(number, chance),
        moved_at=_day(chance) if number % 19 == 4 else None,
        gone_at=_day(chance) if number % 29 == 6 else None,
        renamed_at=_day(chance) if number % 9 == 2 else None,
        is_own=own,
    )


def _wish(name: str | None, pause: timedelta) -> Wishes:
    wishes = {"ttl": Wishes(ttl=pause), "max_age": Wishes(max_age=pause), "update_period": Wishes(update_period=pause)}
    return wishes[name] if name else NO_WISHES


def _day(chance: random.Random) -> datetime:
    return BEGIN + timedelta(hours=chance.uniform(100, 500))


def _spells(number: int, chance: random.Random) -> tuple[Spell, ...]:
    start = _day(chance)
    if number % 7 == 1:
        wait = chance.choice([None, timedelta(minutes=10), 5 * HOUR, 3 * DAY])
        return (Spell(start=start, end=start + 9 * HOUR, status=429, retry_after=wait),)
    if number % 7 in {3, 5}:
        status = chance.choice([500, 503, 404, 0])
        return (Spell(start=start, end=start + timedelta(hours=chance.choice([2, 30, 220])), status=status),)
    return ()
