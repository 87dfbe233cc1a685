"""A million deliveries of one article: reserved, claimed, sent to a local server and settled by one process."""

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bot.app import pauses
from bot.delivery.line import Line
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.dispatch import Dispatch
from bot.dispatch.loop import MOST
from bot.model import Article, Digest
from bot.store import Store, open_store
from tests.benchmarks.figures import Figure
from tests.benchmarks.sending import one_core, server

READERS = 1_000_000
TOKEN = "555555555:benchmarks-need-no-real-token"
NO_LIMIT = 1_000_000.0
SAMPLE_SECONDS = 2.0
TEXT = "今年前三季度，全市新开工保障房三万套，其中九成已经封顶。"

_CHATS = """
WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO chat (id, kind, language, time_zone, state, created_at)
SELECT 100000000 + i * 37, 'private', 'zh-Hans', 'Asia/Shanghai', 'active', 0 FROM n
"""


async def figures() -> list[Figure]:
    """Sends to all of a million readers, on one core, and looks at the memory all the while."""
    pauses.give_way_soon()
    with tempfile.TemporaryDirectory() as place, server() as address, one_core():
        async with open_store(f"sqlite:///{Path(place) / 'million.db'}") as store, Line(connections=MOST) as line:
            article_id, category_id = await _filled(store)
            await store.readers.prepare()
            sender = Sender(Wire(line, f"{address}/bot{TOKEN}"))
            pace = Pace(per_second=NO_LIMIT)
            dispatch = Dispatch(store, sender, clock=lambda: datetime.now(UTC), pace=pace, in_flight=MOST)
            return [*await _reserved(store, dispatch, article_id, category_id), *await _sent(store, dispatch)]


async def _filled(store: Store) -> tuple[int, int]:
    """Makes the readers of one category and an article in it."""
    await store.sources.register("folder", "posts")
    category_id = (await store.categories.ensure([("财经",)]))["财经",]
    async with store.database.write() as transaction:
        await transaction.run(_CHATS, (READERS,))
        await transaction.run("INSERT INTO subscription SELECT id, ?, 0, NULL FROM chat", (category_id,))
    article = Article(path="a.md", title="保障房建设提速", paragraphs=(TEXT * 20,), category=("财经",))
    digest = Digest(short=(TEXT,) * 8)
    now = datetime.now(UTC)
    article_id = await store.articles.add(
        article, digest, source_id=1, category_id=category_id, content_hash="a", now=now
    )
    return article_id, category_id


async def _reserved(store: Store, dispatch: Dispatch, article_id: int, category_id: int) -> list[Figure]:
    """Reserves the article for everyone, while somebody else wants to write now and then."""
    waits: list[float] = []
    announcing = asyncio.create_task(dispatch.announce(article_id, category_id))
    begun = time.perf_counter()
    while not announcing.done():
        await asyncio.sleep(0.01)
        asked = time.perf_counter()
        await store.chats.note_seen(100000037, now=datetime.now(UTC))
        waits.append(time.perf_counter() - asked)
    took = time.perf_counter() - begun
    if announcing.result() != READERS:
        raise AssertionError("not everyone was reserved")
    waits.sort()
    return [
        Figure(what=f"reserving {READERS:,} deliveries, rows a second", value=f"{READERS / took:,.0f}"),
        Figure(
            what="how long another write waits meanwhile, ms (median, longest)",
            value=f"{waits[len(waits) // 2] * 1000:.0f}, {waits[-1] * 1000:.0f}",
            goal="≤ 100",
        ),
    ]


async def _sent(store: Store, dispatch: Dispatch) -> list[Figure]:
    process, memory = psutil.Process(), list[float]()
    begun, cpu = time.perf_counter(), time.process_time()
    sending = asyncio.create_task(dispatch.run())
    while await store.deliveries.next_due():
        await asyncio.sleep(SAMPLE_SECONDS)
        memory.append(process.memory_info().rss / 2**20)
    while (await store.deliveries.count()).get("sent") != READERS:
        await asyncio.sleep(0.1)
    took, spent = time.perf_counter() - begun, time.process_time() - cpu
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    early, late = memory[: len(memory) // 4], memory[-len(memory) // 4 :]
    return [
        Figure(
            what=f"{READERS:,} deliveries claimed, sent and settled by one process on one core, a second",
            value=f"{READERS / took:,.0f}",
            beside=f"{1e6 * spent / READERS:,.0f} µs of processor time each",
            goal="≥ 1,000",
        ),
        Figure(
            what="memory in the first and in the last quarter of them, MiB",
            value=f"{statistics.median(early):.0f}, {statistics.median(late):.0f}",
            goal="flat",
        ),
    ]
