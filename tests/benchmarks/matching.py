"""How long it takes to find the readers of one article among a million, in the tables and in bitmaps."""

import gc
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from bot.store import Store, open_store
from bot.store.readers import Readers, SqlReaders
from bot.store.roaring import RoaringReaders
from tests.benchmarks.figures import Figure

READERS = 1_000_000
CATEGORIES = 120
LINEAGE = (7, 19, 3)
"""The article's category and those above: a small one, a middling one, a large one."""

_CHATS = """
WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO chat (id, kind, language, time_zone, state, created_at)
SELECT 100000000 + i * 37, 'private', 'zh-Hans', 'Asia/Shanghai', CASE i % 20 WHEN 0 THEN 'blocked' ELSE 'active' END, 0
FROM n
"""
# Three choices a reader, the early categories much oftener than the late ones.
_CHOICES = """
INSERT OR IGNORE INTO subscription
SELECT id, 1 + ((id / 37) * ? % 1000003) * ((id / 37) * ? % 1009) / 1009 * ? / 1000003, 0 FROM chat ORDER BY 2, 1
"""


async def figures() -> list[Figure]:
    """Fills a store and asks both ways, several times."""
    with tempfile.TemporaryDirectory() as place:
        async with open_store(f"sqlite:///{Path(place) / 'match.db'}") as store:
            await _fill(store)
            return await _measured(store)


async def _fill(store: Store) -> None:
    await store.categories.ensure([(f"类别{number}",) for number in range(CATEGORIES)])
    async with store.database.write() as transaction:
        await transaction.run(_CHATS, (READERS,))
        for factor in (7919, 104729, 15485863):
            await transaction.run(_CHOICES, (factor, factor + 12, CATEGORIES))


async def _measured(store: Store) -> list[Figure]:
    tables, bitmaps = SqlReaders(store.database), RoaringReaders(store.database, store.changes)
    in_tables, asked = await _all(tables)  # before the memory is read: it fills SQLite's own cache of pages
    gc.collect()
    before, begun = psutil.Process().memory_info().rss, time.perf_counter()
    await bitmaps.prepare()
    gc.collect()
    built, grown = time.perf_counter() - begun, (psutil.Process().memory_info().rss - before) / 2**20
    took = sorted(_seconds(bitmaps) for _ in range(50))
    found, whole = await _all(bitmaps)
    if found != in_tables:
        raise AssertionError("the two ways differ")
    return [
        Figure(
            what=f"matching one article with {READERS:,} readers ({found:,} match), ms (median, longest of 50)",
            value=f"{took[25] * 1000:.1f}, {took[-1] * 1000:.1f}",
            beside=f"SQL, all of them given: {asked * 1000:.0f}",
            goal="≤ 10",
        ),
        Figure(what="the same with every chat's id given, ms", value=f"{whole * 1000:.0f}"),
        Figure(what="memory of the bitmaps, MiB", value=f"{grown:.0f}", goal="≤ 20"),
        Figure(what="building them beside everything else, s", value=f"{built:.1f}"),
    ]


def _seconds(readers: RoaringReaders, lineage: Sequence[int] = LINEAGE) -> float:
    begun = time.perf_counter()
    len(readers.matched(lineage))
    return time.perf_counter() - begun


async def _all(readers: Readers) -> tuple[int, float]:
    begun, found = time.perf_counter(), 0
    async for chunk in readers.match(LINEAGE):
        found += len(chunk)
    return found, time.perf_counter() - begun
