"""Who an article is for: the active chats that subscribed to its category or to one above."""

from collections.abc import AsyncIterator, Sequence
from typing import Protocol

from bot.store.database import Database

CHUNK = 2_500
"""Chats given at once; so many are reserved in a few hundredths of a second, and people are answered between."""

_OF_CATEGORY = """
SELECT s.chat_id FROM subscription s JOIN chat c ON c.id = s.chat_id
WHERE s.category_id = ?1 AND s.chat_id > ?2 AND c.state = 'active' AND NOT EXISTS (
    SELECT 1 FROM subscription o WHERE o.chat_id = s.chat_id AND o.category_id IN (SELECT value FROM json_each(?3))
) ORDER BY s.chat_id LIMIT ?4
"""

FIRST = -(2**63)
"""Below every chat's id."""


class Readers(Protocol):
    """Finds the readers of an article; every way of finding gives the same chats."""

    async def prepare(self) -> None:
        """Does beforehand what makes finding quick; finding works before and meanwhile."""

    def match(self, category_ids: Sequence[int]) -> AsyncIterator[list[int]]:
        """Gives the active chats that subscribed to any of the categories, each once, in chunks."""
        ...


class SqlReaders:
    """Asks the tables, category by category."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def prepare(self) -> None:
        """Has nothing to do: the tables are always ready."""

    async def match(self, category_ids: Sequence[int]) -> AsyncIterator[list[int]]:
        for place, category_id in enumerate(category_ids):
            before = str(list(category_ids[:place]))
            last = FIRST
            while found := await self._database.rows(_OF_CATEGORY, (category_id, last, before, CHUNK)):
                last = found[-1][0]
                yield [row[0] for row in found]
