"""Keeps every source watched: lists it, waits for what comes, and tries again when it cannot be read."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.collect import Collector, OnArticle, Progress
from bot.config import FolderSource
from bot.errors import JianbaoError
from bot.model import SourceHealth
from bot.sources.folder import Folder
from bot.sources.reader import Reader
from bot.store import Store

RETRY_SECONDS = 3.0
"""A source that cannot be read is tried again after so long."""
LISTING = timedelta(minutes=5)
"""How often a folder is listed as a net below the watching."""
LISTING_SOON = timedelta(seconds=10)
"""The same when changes may have been missed."""
WAIT_SECONDS = 2.0

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Watch:
    """One source, and how it is doing."""

    source: FolderSource
    folder: Folder
    reader: Reader
    collector: Collector | None = None
    known: bool = False
    """It was indexed before, so what is new in it is news."""
    indexed: bool = False
    problem: str = ""

    def health(self) -> SourceHealth:
        return SourceHealth(
            place=str(self.source.where),
            posts=self.collector.posts if self.collector else 0,
            indexed=self.indexed,
            unreadable=tuple(map(_printable, sorted(self.reader.unreadable))),
            problem=self.problem,
        )


class Scheduler:
    """One task a source, for as long as `run` runs."""

    def __init__(
        self,
        store: Store,
        sources: Sequence[FolderSource],
        *,
        on_article: OnArticle,
        clock: Callable[[], datetime],
        progress: Progress | None = None,
    ) -> None:
        self._store = store
        self._on_article = on_article
        self._clock = clock
        self._progress = progress
        self._turn = asyncio.Semaphore()
        self._watches = [_watch(source) for source in sources]

    async def run(self) -> None:
        """Watches all sources until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            for watch in self._watches:
                tasks.create_task(self._keep_watching(watch))

    def health(self) -> list[SourceHealth]:
        """Tells how each source is doing."""
        return [watch.health() for watch in self._watches]

    async def _keep_watching(self, watch: _Watch) -> None:
        """Watches one source whatever happens to it; the others never notice."""
        while True:
            try:
                async with watch.folder.watched():
                    await self._follow(watch)
            except Exception as error:  # noqa: BLE001 - the loop around one source
                self._tell(watch, error)
            await asyncio.sleep(RETRY_SECONDS)

    async def _follow(self, watch: _Watch) -> None:
        """Brings the index up to date, then carries out every change."""
        collector = await self._collector(watch)
        if watch.known:
            await collector.catch_up(now=self._clock())
        else:
            await collector.index(now=self._clock(), progress=self._progress)
        watch.known, watch.indexed, watch.problem = True, True, ""
        listed_at = self._clock()
        while True:
            found = await watch.folder.settled(within=WAIT_SECONDS)
            await collector.take(found, now=self._clock())
            if self._clock() - listed_at >= (LISTING_SOON if watch.folder.missed else LISTING):
                await collector.catch_up(now=self._clock())
                listed_at = self._clock()

    async def _collector(self, watch: _Watch) -> Collector:
        if watch.collector is None:
            source_id, watch.known = await self._store.sources.register("folder", str(watch.source.where))
            watch.collector = Collector(
                self._store,
                watch.folder,
                source_id=source_id,
                reader=watch.reader,
                on_article=self._on_article,
                turn=self._turn,
            )
        return watch.collector

    def _tell(self, watch: _Watch, error: Exception) -> None:
        while isinstance(error, ExceptionGroup):  # of what went wrong at the same time one is enough to tell
            error = error.exceptions[0]
        known = isinstance(error, JianbaoError)
        problem = str(error) if known else f"{type(error).__name__}: {error}"
        if problem != watch.problem:
            log.warning("%s (trying again every few seconds)", problem, exc_info=None if known else error)
        watch.problem = problem


def _watch(source: FolderSource) -> _Watch:
    reader = Reader(link=source.link, category=source.category)
    return _Watch(source, Folder(source.where), reader)


def _printable(path: str) -> str:
    """Gives a path as one line of text, whatever its bytes are."""
    return " ".join(path.encode("utf-8", "replace").decode().split())
