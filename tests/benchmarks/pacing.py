"""A hundred thousand deliveries against Telegram's limits: how much of the rate is used, and how people fare."""

import asyncio
import itertools
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from bot.model import Article, Digest, Lane
from bot.standin import Standin
from bot.store import open_store
from tests.benchmarks.crowd import answered, bot, filled, known, peopled, tapped
from tests.benchmarks.figures import Figure

READERS = range(100_001, 110_001)
ARTICLES = 10
"""For each reader: 100,000 deliveries."""
PEOPLE = range(101, 401)
SECONDS = 120.0
RATE = 30
TEXT = "今年前三季度，全市新开工保障房三万套，其中九成已经封顶。"


async def figures() -> list[Figure]:
    """Runs the bot on a long queue while people press buttons, and looks from Telegram's side."""
    standin = peopled(*PEOPLE, *READERS)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "posts").mkdir()
        async with standin.running() as address:
            idle = await _idle(place, address, standin)
            await _queued(place)
            async with bot(place, address) as process:
                return await _watched(standin, process, idle)


async def _idle(place: Path, address: str, standin: Standin) -> float:
    """Starts the bot without a queue; gives what it weighs once everyone has a message with a button."""
    async with open_store(f"sqlite:///{place / 'load.db'}") as store:
        await store.sources.register("folder", str(place / "posts"))
        await filled(store, READERS)
        for person in PEOPLE:
            await known(store, person)
    async with bot(place, address) as process:
        for person in PEOPLE:
            await answered(standin, person, "/length")
        return process.memory_info().rss / 2**20


async def _queued(place: Path) -> None:
    async with open_store(f"sqlite:///{place / 'load.db'}") as store:
        now = datetime.now(UTC)
        category = (await store.categories.ensure([("金融",)]))["金融",]
        for number in range(ARTICLES):
            told = Article(path=f"{number}.md", title=f"第{number}篇消息今天发布", paragraphs=(TEXT * 9,))
            article_id = await store.articles.add(
                told, Digest(short=(TEXT,)), source_id=1, category_id=category, content_hash=str(number), now=now
            )
            await store.deliveries.reserve(
                f"article:{article_id}", Lane.NEWS, READERS, due=now, expires=now + timedelta(days=1)
            )


async def _watched(standin: Standin, process: psutil.Process, idle: float) -> list[Figure]:
    """Lets people press one after the other for a while, and counts what left meanwhile."""
    while not _sent(standin):
        await asyncio.sleep(0.05)
    await asyncio.sleep(2)
    sent, begun, taps, weight = _sent(standin), time.perf_counter(), list[float](), 0.0
    for person in itertools.cycle(PEOPLE):
        if time.perf_counter() - begun >= SECONDS:
            break
        taps.append(await tapped(standin, person))
        weight = max(weight, process.memory_info().rss / 2**20)
        await asyncio.sleep(0.2)
    took = time.perf_counter() - begun
    share = (_sent(standin) - sent) / (RATE * took)
    taps.sort()
    return [
        Figure(what="share of the allowed 30 a second used, 100,000 waiting", value=f"{share:.1%}", goal="≥ 97 %"),
        Figure(what="refusals by the flood clock", value=str(standin.violations), goal="0"),
        Figure(
            what=f"{len(taps)} presses meanwhile: seconds to the answer (median, 99th of 100)",
            value=f"{taps[len(taps) // 2]:.3f}, {taps[int(len(taps) * 0.99)]:.3f}",
            goal="< 0.3",
        ),
        Figure(what="memory above idle, MiB", value=f"{weight - idle:.0f}", beside=f"idle: {idle:.0f}", goal="< 100"),
    ]


def _sent(standin: Standin) -> int:
    return sum(room.sent for room in standin.world.rooms.values())
