"""Whom a broadcast is for, found in the tables chunk by chunk and counted."""

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.core.broadcasts import RECALLABLE, Audience, Broadcast, Kind
from bot.store.database import Database, Transaction
from bot.store.readers import FIRST
from bot.store.times import seconds

END = 2**63 - 1
"""The place behind the last chat of every audience."""
LAST_SUPERGROUP = -1_000_000_000_000
"""Ids of supergroups and channels are below it."""
WINDOW = 20_000
"""Chats looked at within one transaction, so that an audience of few among many holds up nobody."""

COUNTED = 10_000
"""Chats counted by one query."""

_CHAT_KINDS = {"private": ("private",), "group": ("group", "supergroup"), "channel": ("channel",)}
# ?1 confirmed at, ?2 categories, ?3 languages, ?4 kinds, ?5 seen since
_MEANT = """
c.state = 'active' AND c.created_at <= ?1
AND (?2 = '[]' OR EXISTS (SELECT 1 FROM subscription s WHERE s.chat_id = c.id AND s.category_id IN (
    WITH RECURSIVE down (id) AS (
        SELECT value FROM json_each(?2) UNION SELECT k.id FROM category k JOIN down ON k.parent_id = down.id
    ), up (id) AS (
        SELECT value FROM json_each(?2)
        UNION SELECT k.parent_id FROM category k JOIN up ON k.id = up.id WHERE k.parent_id IS NOT NULL
    ) SELECT id FROM down UNION SELECT id FROM up
)))
AND (?3 = '[]' OR c.language IN (SELECT value FROM json_each(?3)))
AND (?4 = '[]' OR c.kind IN (SELECT value FROM json_each(?4)))
AND (?5 IS NULL OR c.seen_at >= ?5)
"""
_COUNT = f"SELECT c.kind, count(*) FROM chat c WHERE c.id > ?6 AND c.id <= ?7 AND {_MEANT} GROUP BY c.kind"
_CHUNK = f"""
SELECT c.id FROM (SELECT * FROM chat WHERE id > ?6 ORDER BY id LIMIT {WINDOW}) c
WHERE {_MEANT} ORDER BY c.id LIMIT ?7
"""
# A group that became a supergroup meanwhile moved to where the cursor was before. ?6 what is sent
_MOVED = f"""
SELECT c.id FROM chat c WHERE c.id < {LAST_SUPERGROUP} AND {_MEANT}
AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.chat_id = c.id AND d.what = ?6)
"""
_LOOKED_AT = f"SELECT max(id), count(*) FROM (SELECT id FROM chat WHERE id > ? ORDER BY id LIMIT {WINDOW})"
# ?1 the broadcast that was sent, ?2 not before; whom a recall reached already is left out
_REACHED = """
FROM delivery d JOIN chat c ON c.id = d.chat_id
WHERE d.what = 'broadcast:' || ?1 AND d.state = 'sent' AND d.message_id > 0 AND d.settled_at >= ?2
AND c.state = 'active'
AND NOT EXISTS (
    SELECT 1 FROM broadcast b JOIN delivery r ON r.what = 'broadcast:' || b.id
    WHERE b.of_id = ?1 AND b.kind = 'recall' AND r.chat_id = d.chat_id AND r.state = 'sent'
)
"""
_COUNT_REACHED = f"SELECT c.kind, count(*) {_REACHED} AND d.id > ?3 AND d.id <= ?4 GROUP BY c.kind"
_CHATS = "SELECT max(id), count(*) FROM (SELECT id FROM chat WHERE id > ? ORDER BY id LIMIT ?)"
_SENT = """
SELECT max(id), count(*) FROM (
    SELECT id FROM delivery WHERE what = ? AND state = 'sent' AND id > ? ORDER BY id LIMIT ?
)
"""
_CHUNK_REACHED = f"SELECT d.id, d.chat_id {_REACHED} AND d.id > ?3 ORDER BY d.id LIMIT ?4"


class Chunk(NamedTuple):
    """The next chats of an audience, and where to go on after them."""

    chat_ids: list[int]
    cursor: int


async def count(database: Database, audience: Audience, confirmed: datetime) -> dict[str, int]:
    """Counts the active chats of each kind an audience has."""
    return await _counted(database, _COUNT, _meant(audience, confirmed), _CHATS)


async def count_reached(database: Database, of_id: int, kind: Kind, now: datetime) -> dict[str, int]:
    """Counts the same of those whom another broadcast reached, so that it can be corrected or recalled there."""
    values = (of_id, _not_before(kind, now))
    return await _counted(database, _COUNT_REACHED, values, _SENT, f"broadcast:{of_id}")


async def _counted(
    database: Database, sql: str, values: tuple[object, ...], windows: str, *what: object
) -> dict[str, int]:
    """Counts window by window, so that people's commands are answered between."""
    counts, first = Counter[str](), FIRST
    while (row := await database.row(windows, (*what, first, COUNTED))) and row[1]:
        counts.update(dict(await database.rows(sql, (*values, first, row[0]))))
        first = row[0]
        if row[1] < COUNTED:
            break
    return dict(counts)


async def chunk(transaction: Transaction, broadcast: Broadcast, cursor: int | None, most: int, now: datetime) -> Chunk:
    """Gives the next chats after a place, `most` at most."""
    after = FIRST if cursor is None else cursor
    if broadcast.kind is Kind.SEND:
        return await _chunk_of_all(transaction, broadcast, after, most)
    values = (broadcast.of_id, _not_before(broadcast.kind, now), after, most)
    found = await transaction.rows(_CHUNK_REACHED, values)
    return Chunk([row[1] for row in found], found[-1][0] if len(found) == most else END)


async def _chunk_of_all(transaction: Transaction, broadcast: Broadcast, after: int, most: int) -> Chunk:
    values = _meant(broadcast.audience, broadcast.confirmed_at or broadcast.created_at)
    found = await transaction.rows(_CHUNK, (*values, after, most))
    if len(found) == most:
        return Chunk([row[0] for row in found], found[-1][0])
    last = await transaction.row(_LOOKED_AT, (after,))
    if last and last[1] == WINDOW:
        return Chunk([row[0] for row in found], last[0])
    moved = await transaction.rows(_MOVED, (*values, broadcast.what))
    return Chunk([row[0] for row in (*found, *moved)], END)


def _meant(audience: Audience, confirmed: datetime) -> tuple[object, ...]:
    kinds = [kind for name in audience.kinds for kind in _CHAT_KINDS.get(name, ())]
    days = audience.active_days
    return (
        seconds(confirmed),
        json.dumps(list(audience.category_ids)),
        json.dumps(list(audience.languages)),
        json.dumps(kinds),
        None if days is None else seconds(confirmed - timedelta(days=days)),
    )


def _not_before(kind: Kind, now: datetime) -> float:
    return seconds(now - RECALLABLE) if kind is Kind.RECALL else 0.0
