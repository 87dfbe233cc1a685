"""Who reads what, as bitmaps in memory: a million readers are matched in milliseconds (the `fast` extra)."""

import asyncio
import json
from array import array
from bisect import bisect_left
from collections.abc import AsyncIterator, Sequence
from itertools import groupby

from pyroaring import BitMap

from bot.store.changes import Changes
from bot.store.database import Database, Row
from bot.store.readers import CHUNK, FIRST, SqlReaders

_CHATS = "SELECT id, state = 'active' FROM chat WHERE id > ? ORDER BY id LIMIT ?"
_CHOICES = (
    "SELECT category_id, chat_id FROM subscription WHERE (category_id, chat_id) > (?, ?)"
    " ORDER BY category_id, chat_id LIMIT ?"
)
_CHANGED = """
SELECT c.id, c.state = 'active', (SELECT json_group_array(category_id) FROM subscription WHERE chat_id = c.id)
FROM chat c WHERE c.id IN (SELECT value FROM json_each(?))
"""


class RoaringReaders:
    """The same answers as the tables give; until the bitmaps are built the tables give them."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes
        self._tables = SqlReaders(database)
        self._turn = asyncio.Lock()
        self._is_ready = False
        self._ids = array("q")
        """The id of each chat by its number: bitmaps are small only when their numbers are dense."""
        self._sorted = 0
        self._added: dict[int, int] = {}
        self._active = BitMap()
        self._readers: dict[int, BitMap] = {}

    async def prepare(self) -> None:
        """Builds the bitmaps beside everything else; what changes meanwhile is caught up with."""
        self._changes.watch()
        last = FIRST
        while rows := await self._database.rows(_CHATS, (last, CHUNK)):
            last = rows[-1][0]
            await asyncio.to_thread(self._number, rows)
        self._sorted = len(self._ids)
        place = (0, FIRST)
        while rows := await self._database.rows(_CHOICES, (*place, CHUNK)):
            place = (rows[-1][0], rows[-1][1])
            await asyncio.to_thread(self._fill, rows)
        for bitmap in (self._active, *self._readers.values()):
            bitmap.run_optimize()
            bitmap.shrink_to_fit()
        self._is_ready = True

    def _number(self, rows: Sequence[Row]) -> None:
        first = len(self._ids)
        self._ids.extend(row[0] for row in rows)
        self._active.update(number for number, row in enumerate(rows, start=first) if row[1])

    def _fill(self, rows: Sequence[Row]) -> None:
        for category_id, of_category in groupby(rows, key=lambda row: row[0]):
            numbers = [number for row in of_category if (number := self._find(row[1])) is not None]
            self._readers.setdefault(category_id, BitMap()).update(numbers)

    def _find(self, chat_id: int) -> int | None:
        """Gives a chat's number; None for one that came after the chats were numbered, which is noted as changed."""
        place = bisect_left(self._ids, chat_id, 0, self._sorted)
        if place < self._sorted and self._ids[place] == chat_id:
            return place
        return self._added.get(chat_id)

    async def match(self, category_ids: Sequence[int]) -> AsyncIterator[list[int]]:
        """Gives the active chats that subscribed to any of the categories, each once, in chunks."""
        if not self._is_ready:
            async for chunk in self._tables.match(category_ids):
                yield chunk
            return
        async with self._turn:  # or a second match would go on with what the first is still reading
            await self._catch_up()
        numbers = self.matched(category_ids).to_array()
        for start in range(0, len(numbers), CHUNK):
            yield [self._ids[number] for number in numbers[start : start + CHUNK]]

    def matched(self, category_ids: Sequence[int]) -> BitMap:
        """Gives the numbers of the matching chats as the bitmaps have them."""
        found = BitMap.union(BitMap(), *(self._readers[c] for c in category_ids if c in self._readers))
        return found & self._active

    async def _catch_up(self) -> None:
        changed = sorted(self._changes.take())
        for start in range(0, len(changed), CHUNK):
            some = changed[start : start + CHUNK]
            try:
                rows = await self._database.rows(_CHANGED, (json.dumps(some),))
            except BaseException:
                self._changes.note(changed[start:])  # for the next time: nobody would tell of them again
                raise
            self._forget(set(some) - {row[0] for row in rows})
            for chat_id, is_active, chosen in rows:
                self._renew(chat_id, is_active=bool(is_active), chosen=set(json.loads(chosen)))

    def _forget(self, chat_ids: set[int]) -> None:
        for number in map(self._find, chat_ids):
            if number is not None:
                self._active.discard(number)

    def _renew(self, chat_id: int, *, is_active: bool, chosen: set[int]) -> None:
        number = self._find(chat_id)
        if number is None:
            number = self._added[chat_id] = len(self._ids)
            self._ids.append(chat_id)
        (self._active.add if is_active else self._active.discard)(number)
        for category_id in chosen - self._readers.keys():
            self._readers[category_id] = BitMap()
        for category_id, readers in self._readers.items():
            (readers.add if category_id in chosen else readers.discard)(number)
