"""How long the first index of a folder of 100,000 posts takes, what it weighs, and the start after it."""

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bot.config import FolderSource
from bot.scheduler import Scheduler
from bot.store import open_store
from tests.benchmarks.figures import Figure
from tests.benchmarks.make_posts import write_posts

POSTS = 100_000
LOOK_SECONDS = 0.01


async def figures() -> list[Figure]:
    """Makes the folder, indexes it, and starts again; the loop's longest pause is looked at meanwhile."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "posts"
        await asyncio.to_thread(write_posts, folder, POSTS)
        before = psutil.Process().memory_info().rss
        first, pause = await _indexed(Path(place), folder)
        grown = (psutil.Process().memory_info().rss - before) / 2**20
        again, _ = await _indexed(Path(place), folder)
    return [
        Figure(what=f"first index of {POSTS:,} posts, s", value=f"{first:.1f}", goal="≤ 10"),
        Figure(what="the same at the next start, s", value=f"{again:.1f}"),
        Figure(what="longest pause of the loop meanwhile, ms", value=f"{pause * 1000:.0f}", goal="≤ 50"),
        Figure(what="memory grown by it, MiB", value=f"{grown:.0f}"),
    ]


async def _indexed(place: Path, folder: Path) -> tuple[float, float]:
    """Gives the seconds until the source is in step, and the longest pause of the loop."""
    async with open_store(f"sqlite:///{place / 'index.db'}") as store:
        source = FolderSource(kind="folder", where=folder)
        scheduler = Scheduler(store, [source], on_article=_nobody, clock=lambda: datetime.now(UTC))
        begun = time.perf_counter()
        running = asyncio.create_task(scheduler.run())
        pause = await _until_indexed(scheduler)
        seconds = time.perf_counter() - begun
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    return seconds, pause


async def _until_indexed(scheduler: Scheduler) -> float:
    longest, last = 0.0, time.perf_counter()
    while not scheduler.health()[0].indexed:
        await asyncio.sleep(LOOK_SECONDS)
        now = time.perf_counter()
        longest, last = max(longest, now - last - LOOK_SECONDS), now
    return longest


async def _nobody(_article_id: int, _category_id: int, _born: datetime) -> None:
    return
