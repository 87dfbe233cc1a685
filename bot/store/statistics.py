"""What can be counted of the past without keeping anyone waiting."""

from collections import Counter
from datetime import datetime

from bot.store.database import Database
from bot.store.times import moment, seconds

SLOT = 900
"""Seconds counted together; every time zone's days begin with one."""
CHUNK = 2_000
"""Chats looked at by one query, so that people's commands are answered between."""

# What is older than ?1 counts as one event at ?1.
_CAME_AND_WENT = f"""
SELECT slot, sum(change) FROM (
    SELECT CAST(max(created_at, ?1) / {SLOT} AS INTEGER) AS slot, 1 AS change FROM chat WHERE id > ?2 AND id <= ?3
    UNION ALL
    SELECT CAST(max(state_at, created_at, ?1) / {SLOT} AS INTEGER), -1 FROM chat
    WHERE id > ?2 AND id <= ?3 AND state <> 'active'
) GROUP BY slot
"""
_READ = """
SELECT s.category_id, count(*) FROM chat c JOIN subscription s ON s.chat_id = c.id
WHERE c.state = 'active' AND c.id > ? AND c.id <= ? GROUP BY s.category_id
"""
_WRITTEN = f"""
SELECT a.category_id, CAST(a.shown_at / {SLOT} AS INTEGER) AS slot, count(*)
FROM category c CROSS JOIN article a ON a.category_id = c.id AND a.shown_at >= ? AND a.shown_at < ?
GROUP BY a.category_id, slot
"""
_FIRST = -(2**63)


class Statistics:
    """Counts over chats, subscriptions and articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def came_and_went(self, since: datetime) -> list[tuple[datetime, int]]:
        """Lists by how much the readers became more or fewer and when, all before a moment as if a moment before.

        Only a chat's last change is known. One that left and came back counts as there all the while, and one that left
        twice as gone since the second time; a chat deleted from the store never was.
        """
        floor = seconds(since) - SLOT
        changes = Counter[int]()
        for first, last in await self._chunks():
            for slot, change in await self._database.rows(_CAME_AND_WENT, (floor, first, last)):
                changes[slot] += change
        return [(moment(slot * SLOT), change) for slot, change in sorted(changes.items())]

    async def read(self) -> dict[int, int]:
        """Counts the active chats that subscribe to each category, those above and below apart."""
        readers = Counter[int]()
        for chunk in await self._chunks():
            readers.update(dict(await self._database.rows(_READ, chunk)))
        return dict(readers)

    async def written(self, since: datetime, until: datetime) -> list[tuple[int, datetime, int]]:
        """Counts the articles shown between two moments: (category id, when, how many)."""
        rows = await self._database.rows(_WRITTEN, (seconds(since), seconds(until)))
        return [(category_id, moment(slot * SLOT), count) for category_id, slot, count in rows]

    async def _chunks(self) -> list[tuple[int, int]]:
        """Parts the ids of all chats: each above the first and up to the second."""
        chunks, first = list[tuple[int, int]](), _FIRST
        sql = "SELECT max(id) FROM (SELECT id FROM chat WHERE id > ? ORDER BY id LIMIT ?)"
        while (row := await self._database.row(sql, (first, CHUNK))) and row[0] is not None:
            chunks.append((first, row[0]))
            first = row[0]
        return chunks
