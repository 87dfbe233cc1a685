"""Sources that are asked over the network: when each is due, and which entries it listed before."""

import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.core.entries import Known, Memory, Sighting
from bot.core.entry_keys import Keys
from bot.core.next_check import FURTHEST
from bot.core.polling import new_state, resumed
from bot.core.source_state import SourceState
from bot.store import feed_state
from bot.store.database import Database, Row, Transaction
from bot.store.reserving import Reservation, reserve
from bot.store.times import seconds

FORGOTTEN = timedelta(days=90)
"""So long after its document ceased to list it an entry is forgotten."""
SEEN = timedelta(days=1)
"""How exactly it is known when an entry was last listed: a poll rewrites few rows."""
PAUSED, RESTING, PENDING, LEFT_OUT = 1, 2, 3, 4
"""Why a feed is left alone: an admin wished it, nobody reads it, an admin has to agree to it first, or the
configuration names it no more."""

_COLUMNS = (
    "f.source_id, s.place, f.title, f.added_by, f.next_check_at, f.paused, f.gone, f.state, f.category, f.full_text,"
    " f.owner"
)
_FEEDS = f"SELECT {_COLUMNS} FROM feed f JOIN source s ON s.id = f.source_id"
_DUE = """
SELECT f.source_id, coalesce(nullif(f.state ->> 'moved_to', ''), s.place), f.next_check_at
FROM feed f JOIN source s ON s.id = f.source_id
WHERE f.paused = 0 AND f.gone = 0 AND f.next_check_at <= ? AND (f.next_check_at, f.source_id) > (?, ?)
ORDER BY f.next_check_at, f.source_id LIMIT ?
"""
_KEYS = "key, link, title, titled, content"

# Three searches by index rather than one with OR, which SQLite answers by reading all entries of the source.
_KNOWN = f"""
WITH asked (key, link, titled) AS (
    SELECT value ->> 'key', value ->> 'link', value ->> 'titled' FROM json_each(?2)
)
SELECT id, article_id, {_KEYS} FROM entry WHERE id IN (
    SELECT id FROM entry WHERE source_id = ?1 AND key IN (SELECT key FROM asked)
    UNION ALL SELECT id FROM entry WHERE source_id = ?1 AND link <> '' AND link IN (SELECT link FROM asked)
    UNION ALL SELECT id FROM entry WHERE source_id = ?1 AND titled <> '' AND titled IN (SELECT titled FROM asked)
) ORDER BY id
"""
_ADD = f"""
INSERT INTO entry (source_id, {_KEYS}, article_id, untold, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (source_id, key) DO NOTHING
"""
_RENEW = """
UPDATE OR IGNORE entry SET key = ?, link = ?, title = ?, titled = ?, content = ?,
    article_id = coalesce(?, article_id), untold = max(untold, ?), seen_at = ? WHERE id = ?
"""
_SEEN = "UPDATE entry SET seen_at = ?1 WHERE id IN (SELECT value FROM json_each(?2)) AND seen_at < ?3"
_PRUNE = """
DELETE FROM entry WHERE id IN (
    SELECT e.id FROM feed f CROSS JOIN entry e ON e.source_id = f.source_id AND e.seen_at < f.listed_at - ?
    WHERE e.untold = 0 LIMIT ?
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFeed:
    """A feed as the store keeps it."""

    source_id: int
    place: str
    """As it was registered; its identity."""
    title: str
    added_by: int | None
    state: SourceState
    category: tuple[str, ...] = ()
    """Where its articles belong; empty: where each of them says."""
    full_text: bool = True
    """A teaser is completed from its page."""
    is_resting: bool = False
    """It is paused because nobody reads it; a reader wakes it."""
    is_left_out: bool = False
    """It rests because the configuration names it no more."""
    is_pending: bool = False
    """It is paused until an admin agrees to it."""
    owner: int | None = None
    """The chat whose own it is: its articles are for those alone who chose its category."""

    @property
    def address(self) -> str:
        """Where to ask: the new address once a move has proven itself."""
        return self.state.moved_to or self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """On what terms a feed comes in."""

    left_alone: int = 0
    """Why it is not asked yet; 0: it is due at once."""
    owner: int | None = None
    """The chat whose own it is, if not everybody's."""


PLAIN = Admission()


class DueFeed(NamedTuple):
    """As much of a feed that is due as decides whose turn it is."""

    source_id: int
    address: str
    since: float
    """In seconds since 1970."""


class Untold(NamedTuple):
    """An entry whose article is still to be announced."""

    entry_id: int
    source_id: int
    article_id: int


class Feeds:
    """Feeds by source, and their entries by what they are known by."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def register(
        self,
        place: str,
        *,
        now: datetime,
        title: str = "",
        category: Sequence[str] = (),
        added_by: int | None = None,
        admission: Admission = PLAIN,
    ) -> tuple[StoredFeed, bool]:
        """Gives the feed at a place, and whether it is new."""
        state = feed_state.written(new_state(now))
        async with self._database.write() as transaction:
            await transaction.run(
                "INSERT INTO source (kind, place) VALUES ('feed', ?) ON CONFLICT DO NOTHING", (place,)
            )
            added = await transaction.run(
                "INSERT INTO feed (source_id, title, category, added_by, created_at, next_check_at, paused, state,"
                " owner) SELECT id, ?, ?, ?, ?4, ?4, ?, ?, ? FROM source WHERE place = ? ON CONFLICT DO NOTHING",
                (
                    title,
                    _path(category),
                    added_by,
                    seconds(now),
                    admission.left_alone,
                    state,
                    admission.owner,
                    place,
                ),
            )
            row = await transaction.row(f"{_FEEDS} WHERE s.place = ?", (place,))
        if row is None:
            raise LookupError(place)
        return _feed(row), bool(added)

    async def get(self, source_id: int) -> StoredFeed | None:
        row = await self._database.row(f"{_FEEDS} WHERE f.source_id = ?", (source_id,))
        return _feed(row) if row else None

    async def all(self) -> list[StoredFeed]:
        """Lists every feed, those paused and gone too, in the order they were added."""
        rows = await self._database.rows(f"{_FEEDS} ORDER BY f.created_at, f.source_id")
        return await asyncio.to_thread(lambda: [_feed(row) for row in rows])  # two thousand take 100 ms

    async def operators(self) -> list[tuple[int, str]]:
        """Lists (source id, place) of the feeds that are or were in the configuration."""
        sql = "SELECT f.source_id, s.place FROM feed f JOIN source s ON s.id = f.source_id WHERE f.added_by IS NULL"
        return [(row[0], row[1]) for row in await self._database.rows(sql)]

    async def due(self, now: datetime, *, limit: int, after: DueFeed | None = None) -> list[DueFeed]:
        """Lists feeds that are due, the longest overdue first, or those that come after one; none paused or gone."""
        place = (after.since, after.source_id) if after else (-1.0, 0)
        return [DueFeed(*row) for row in await self._database.rows(_DUE, (seconds(now), *place, limit))]

    async def next_due(self, after: datetime | None = None) -> float | None:
        """Tells when the next feed is due, or the next after a moment, in seconds since 1970."""
        row = await self._database.row(
            "SELECT min(next_check_at) FROM feed WHERE paused = 0 AND gone = 0 AND next_check_at > ?",
            (seconds(after) if after else -1.0,),
        )
        return None if row is None or row[0] is None else float(row[0])

    async def call_back(self, now: datetime) -> int:
        """Lets be asked now what was put off further than ever happens: the clock was wrong then and was put right."""
        async with self._database.write() as transaction:
            sql = "UPDATE feed SET next_check_at = ?1 WHERE paused = 0 AND gone = 0 AND next_check_at > ?2"
            return await transaction.run(sql, (seconds(now), seconds(now + FURTHEST)))

    async def save(
        self, source_id: int, state: SourceState, *, title: str | None = None, told: Sequence[Reservation] = ()
    ) -> bool:
        """Keeps the state after an answer, and with it what is to be told of it; a pause made meanwhile holds.

        False when the feed was removed meanwhile.
        """
        async with self._database.write() as transaction:
            is_kept = bool(await _save(transaction, source_id, state, title))
            for wish in told if is_kept else ():
                await reserve(transaction, wish)
            return is_kept

    async def configure(self, source_id: int, *, category: Sequence[str], full_text: bool) -> None:
        """Notes what the configuration says of a feed, which is the operator's own now; an admin's pause stays."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE feed SET category = ?, full_text = ?, added_by = NULL, owner = NULL,"
                f" paused = CASE paused WHEN {PAUSED} THEN {PAUSED} ELSE 0 END WHERE source_id = ?",
                (_path(category), full_text, source_id),
            )

    async def pause(self, source_id: int) -> bool:
        """Leaves a feed alone until `resume`; False when there is none or it was paused before."""
        return await self._turn(source_id, PAUSED, f"paused <> {PAUSED}")

    async def rest(self, source_id: int) -> bool:
        """Leaves a feed alone that nobody reads; False when it was left alone before."""
        return await self._turn(source_id, RESTING, "paused = 0")

    async def leave_out(self, source_id: int) -> bool:
        """Leaves a feed alone that the configuration names no more; False when it was left alone before."""
        return await self._turn(source_id, LEFT_OUT, "paused = 0")

    async def wake(self, source_id: int, *, now: datetime) -> bool:
        """Takes up again what rested, at once; False for what an admin paused."""
        sql = f"UPDATE feed SET paused = 0, next_check_at = ? WHERE source_id = ? AND paused IN ({RESTING}, {LEFT_OUT})"
        async with self._database.write() as transaction:
            return bool(await transaction.run(sql, (seconds(now), source_id)))

    async def admit(self, source_id: int) -> bool:
        """Lets a reader wake what an admin had to agree to; False when nobody had to."""
        return await self._turn(source_id, RESTING, f"paused = {PENDING}")

    async def _turn(self, source_id: int, paused: int, where: str) -> bool:
        async with self._database.write() as transaction:
            sql = f"UPDATE feed SET paused = ? WHERE source_id = ? AND {where}"
            return bool(await transaction.run(sql, (paused, source_id)))

    async def in_category(self, path: Sequence[str]) -> list[StoredFeed]:
        """Lists the feeds whose articles belong to exactly this category."""
        return [_feed(row) for row in await self._database.rows(f"{_FEEDS} WHERE f.category = ?", (_path(path),))]

    async def wish(self, source_id: int, chat_id: int) -> bool:
        """Notes that a chat waits for a feed; False when it did before."""
        async with self._database.write() as transaction:
            return bool(
                await transaction.run("INSERT INTO wish VALUES (?, ?) ON CONFLICT DO NOTHING", (source_id, chat_id))
            )

    async def wished_by(self, source_id: int) -> list[int]:
        """Lists the chats that wait for a feed."""
        rows = await self._database.rows("SELECT chat_id FROM wish WHERE source_id = ? ORDER BY chat_id", (source_id,))
        return [int(row[0]) for row in rows]

    async def grant(self, source_id: int) -> None:
        """Forgets who waited for a feed."""
        async with self._database.write() as transaction:
            await transaction.run("DELETE FROM wish WHERE source_id = ?", (source_id,))

    async def resting(self) -> list[StoredFeed]:
        """Lists the feeds that nobody reads."""
        return [_feed(row) for row in await self._database.rows(f"{_FEEDS} WHERE f.paused IN ({RESTING}, {LEFT_OUT})")]

    async def count_added(self, person_id: int) -> int:
        """Counts the feeds a person added that are not at rest."""
        sql = f"SELECT count(*) FROM feed WHERE added_by = ? AND paused <> {RESTING}"
        row = await self._database.row(sql, (person_id,))
        return int(row[0]) if row else 0

    async def resume(self, source_id: int, *, now: datetime) -> bool:
        """Takes a feed up again, one that was gone too; False when there is none."""
        async with self._database.write() as transaction:
            row = await transaction.row(f"{_FEEDS} WHERE f.source_id = ?", (source_id,))
            if row is None:
                return False
            await _save(transaction, source_id, resumed(_feed(row).state, now=now), None)
            return bool(await transaction.run("UPDATE feed SET paused = 0 WHERE source_id = ?", (source_id,)))

    async def remove(self, source_id: int) -> bool:
        """Forgets a feed with its entries; its articles stay. False when there was none.

        Its number stays its place's, so that an old button never means another feed.
        """
        async with self._database.write() as transaction:
            removed = await transaction.run("DELETE FROM feed WHERE source_id = ?", (source_id,))
        return bool(removed)

    async def known(self, source_id: int, seen: Sequence[Sighting]) -> list[Known]:
        """Lists the entries that any of the sightings may be, by key, link or title on its day: one query a poll."""
        asked = [{"key": one.keys.key, "link": one.keys.link, "titled": one.keys.titled} for one in seen]
        rows = await self._database.rows(_KNOWN, (source_id, json.dumps(asked)))
        return [Known(id=row[0], article_id=row[1], keys=Keys(**_named(row[2:]))) for row in rows]

    async def remember(self, source_id: int, memories: Iterable[Memory], *, now: datetime) -> bool:
        """Keeps what a document listed, all in one transaction; False when the feed was removed meanwhile."""
        kept = list(memories)
        new = [memory for memory in kept if memory.sighting.known is None]
        renewed = [memory for memory in kept if _is_renewed(memory)]
        ids = [memory.sighting.known.id for memory in kept if memory.sighting.known]
        async with self._database.write() as transaction:
            sql = "UPDATE feed SET listed_at = ? WHERE source_id = ?"
            if not await transaction.run(sql, (seconds(now), source_id)):
                return False
            await transaction.run_many(_ADD, [(source_id, *_row(memory, now)) for memory in new])
            await transaction.run_many(_RENEW, [(*_row(memory, now), _id(memory)) for memory in renewed])
            await transaction.run(_SEEN, (seconds(now), json.dumps(ids), seconds(now - SEEN)))
        return True

    async def untold(self, *, after: int = 0, limit: int = 500) -> list[Untold]:
        """Lists what was kept and not announced, or what of it comes after an entry."""
        rows = await self._database.rows(
            "SELECT id, source_id, article_id FROM entry"
            " WHERE untold = 1 AND article_id IS NOT NULL AND id > ? ORDER BY id LIMIT ?",
            (after, limit),
        )
        return [Untold(*row) for row in rows]

    async def mark_told(self, article_ids: Iterable[int]) -> None:
        """Notes that articles were announced."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE entry SET untold = 0 WHERE article_id IN (SELECT value FROM json_each(?)) AND untold = 1",
                (json.dumps(list(article_ids)),),
            )

    async def prune(self, *, limit: int = 2000) -> int:
        """Forgets entries long after their documents ceased to list them; gives how many, at most `limit`.

        Time counts by a feed's own documents: one that answers 304 for months still lists what it listed.
        """
        async with self._database.write() as transaction:
            return await transaction.run(_PRUNE, (FORGOTTEN.total_seconds(), limit))

    async def count_entries(self, source_id: int) -> int:
        row = await self._database.row("SELECT count(*) FROM entry WHERE source_id = ?", (source_id,))
        return int(row[0]) if row else 0


async def _save(transaction: Transaction, source_id: int, state: SourceState, title: str | None) -> int:
    return await transaction.run(
        "UPDATE feed SET next_check_at = ?, gone = ?, state = ?, title = coalesce(?, title) WHERE source_id = ?",
        (seconds(state.next_check_at), state.gone, feed_state.written(state), title, source_id),
    )


def _feed(row: Row) -> StoredFeed:
    state = feed_state.read(row[7], next_check_at=row[4], paused=bool(row[5]), gone=bool(row[6]))
    return StoredFeed(
        source_id=row[0],
        place=row[1],
        title=row[2],
        added_by=row[3],
        state=state,
        category=tuple(json.loads(row[8])),
        full_text=bool(row[9]),
        is_resting=row[5] in {RESTING, LEFT_OUT},
        is_left_out=row[5] == LEFT_OUT,
        is_pending=row[5] == PENDING,
        owner=row[10],
    )


def _path(category: Sequence[str]) -> str:
    return json.dumps(list(category), ensure_ascii=False)


def _named(row: Row) -> dict[str, str]:
    return dict(zip(_KEYS.split(", "), row, strict=True))


def _is_renewed(memory: Memory) -> bool:
    known = memory.sighting.known
    return known is not None and (
        known.keys != memory.sighting.keys or memory.article_id not in {None, known.article_id} or memory.is_untold
    )


def _id(memory: Memory) -> int | None:
    return memory.sighting.known.id if memory.sighting.known else None


def _row(memory: Memory, now: datetime) -> tuple[object, ...]:
    keys = memory.sighting.keys
    told = (memory.article_id, memory.is_untold, seconds(now))
    return (keys.key, keys.link, keys.title, keys.titled, keys.content, *told)
