"""What it costs to ask two thousand feeds, and how long the loop keeps people waiting meanwhile."""

import asyncio
import gc
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil

from bot.app import pauses, warming
from bot.config import FeedSource
from bot.poll import Poller
from bot.polls import Polls
from bot.sources.domains import Domains
from bot.sources.http import Ways, Web
from bot.sources.places import Bounds
from bot.store import Store, open_store
from bot.store.reserving import Reservation
from bot.telling import Telling
from tests.benchmarks.figures import Figure

FEEDS = 2_000
TICK = 0.005
BEGIN = datetime(2026, 11, 30, 12, tzinfo=UTC)


@dataclass
class World:
    """Time that is told to the bot, what it tells, and the loopback behind all names."""

    now: datetime = BEGIN
    told: int = 0

    async def addresses(self, _host: str) -> tuple[str, ...]:
        return ("93.184.216.34",)

    async def tell(self, *_: object) -> list[Reservation]:
        self.told += 1
        return []


class _Rewired(socket.socket):
    """Leads a connection to the open internet to the server on loopback."""

    def __init__(self, family: int, port: int) -> None:
        super().__init__(family)
        self._port = port

    def connect(self, _address: Any) -> None:  # noqa: ANN401 - the standard library's signature
        super().connect(("127.0.0.1", self._port))


def figures() -> list[Figure]:
    """Asks each feed once for the first time, and once again a day later."""
    pauses.give_way_soon()
    with tempfile.TemporaryDirectory() as place, _server() as port:
        return asyncio.run(_measured(Path(place), port))


async def _measured(place: Path, port: int) -> list[Figure]:
    pauses.settle()
    await warming.warm_up()
    async with open_store(f"sqlite:///{place / 'asking.db'}") as store:
        world = World()
        polls = _polls(store, world, port)
        idle = psutil.Process().memory_info().rss
        async with _running(polls):
            first = await _asked(store, world, polls)
            world.now += timedelta(hours=30)
            again = await _asked(store, world, polls)
    checks, readings = f"{FEEDS:,} checks, 90 % unchanged", f"first readings: {first.ms:.1f}"
    return [
        Figure(what=f"ms of processor for a check ({checks})", value=f"{again.ms:.1f}", beside=readings),
        Figure(what="MiB above idle, at most", value=f"{(max(first.peak, again.peak) - idle) / 2**20:.0f}"),
        Figure(
            what="ms the loop lags meanwhile (median, 99th of 100, longest)",
            value=again.lag,
            beside=f"first readings: {first.lag}",
            goal="< 50",
        ),
        Figure(
            what=f"seconds until all are asked, {world.told} entries told",
            value=f"{again.seconds:.0f}",
            beside=f"first readings: {first.seconds:.0f}",
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What it cost to ask all feeds once."""

    ms: float
    seconds: float
    peak: int
    lags: list[float]

    @property
    def lag(self) -> str:
        """The median, the 99th of 100 and the longest."""
        lags = sorted(self.lags)
        return ", ".join(f"{lag * 1e3:.0f}" for lag in (lags[len(lags) // 2], lags[int(len(lags) * 0.99)], lags[-1]))


async def _asked(store: Store, world: World, polls: Polls) -> Round:
    gc.collect()
    peak, process = 0, psutil.Process()
    spent, begun = time.process_time(), time.perf_counter()
    async with _ticking() as lags:
        asking = asyncio.create_task(_all_asked(store, world, polls))
        while not asking.done():
            peak = max(peak, process.memory_info().rss)
            await asyncio.sleep(0.5)
    ms = (time.process_time() - spent) / FEEDS * 1e3
    return Round(ms=ms, seconds=time.perf_counter() - begun, peak=peak, lags=lags)


def _polls(store: Store, world: World, port: int) -> Polls:
    """Builds what asks, as the application does; each feed has a domain of its own."""
    ways, bounds = Ways(names=world, dial=lambda family: _Rewired(family, port)), Bounds()
    web = Web(domains=Domains(lambda: world.now), bounds=bounds, ways=ways, agent="bench")
    poller = Poller(store, web, Telling(article=world.tell, digest=world.tell, notice=world.tell))
    sources = [FeedSource(kind="feed", url=f"http://feed{number}.example/{number}") for number in range(FEEDS)]
    return Polls(store, poller, sources, clock=lambda: world.now)


async def _all_asked(store: Store, world: World, polls: Polls) -> None:
    polls.wake()
    due = 1
    while due:
        await asyncio.sleep(0.5)
        rows = await store.database.rows("SELECT count(*) FROM feed WHERE next_check_at <= ?", (world.now.timestamp(),))
        count = await store.database.rows("SELECT count(*) FROM feed")
        due = rows[0][0] or count[0][0] < FEEDS


@asynccontextmanager
async def _running(polls: Polls) -> AsyncIterator[None]:
    task = asyncio.create_task(polls.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


@asynccontextmanager
async def _ticking() -> AsyncIterator[list[float]]:
    """Notes how much later than meant the loop comes to a task that sleeps."""

    lags: list[float] = []

    async def tick() -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(TICK)
            lags.append(time.perf_counter() - begun - TICK)

    task = asyncio.create_task(tick())
    try:
        yield lags
    finally:
        task.cancel()


@contextmanager
def _server() -> Iterator[int]:
    command = [sys.executable, "-m", "tests.benchmarks.asking_server", str(FEEDS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()
