"""Watches a folder of posts: lists it, and tells which files came or changed as soon as they rest."""

import asyncio
import logging
import os
import threading
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from watchfiles import Change
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

from bot.errors import SourceError
from bot.sources import files
from bot.sources.files import Seen
from bot.sources.settling import Settling

log = logging.getLogger(__name__)

YOUNG_NS = 2_000_000_000
"""A file younger than this may still be being written."""
LOOK_SECONDS = 0.05
"""How often files that do not rest yet are looked at."""
CHECK_SECONDS = 2.0
"""How often the folder itself is looked at: it may be unmounted, or replaced by another."""
MANY = 2000
"""After so many events at once the system may have dropped some."""

_DEBOUNCE_MS, _STEP_MS, _TIMEOUT_MS = 100, 25, 60_000


class Folder:
    """A folder of posts, watched within `watched()`."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.lost = True
        """Events may have been missed, so the folder should be listed soon."""
        self._root = ""
        self._identity = (0, 0)
        self._checked_at = 0.0
        self._touched: set[str] = set()
        self._woken = asyncio.Event()
        self._settling = Settling(lambda path: files.look(self._root, path), lambda path: files.whole(self._root, path))

    @property
    def root(self) -> str:
        """The folder's real path, known while it is watched."""
        return self._root

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Watches within the block; raises SourceError when the folder is not there."""
        self._root, self._identity = await asyncio.to_thread(_opened, self.place)
        watcher = await self._watcher()
        listener = asyncio.create_task(self._listen(watcher))
        try:
            yield
        finally:
            listener.cancel()
            await asyncio.gather(listener, return_exceptions=True)

    async def listing(self, *, now_ns: int) -> AsyncIterator[list[Seen]]:
        """Lists all posts in chunks; those that are just being written are held back until they rest."""
        self.lost = False
        chunks = files.listing(self._root)
        while chunk := await asyncio.to_thread(next, chunks, None):
            held = await asyncio.to_thread(self._unfinished, chunk, now_ns)
            self._touch(held)
            yield [seen for seen in chunk if seen.path not in held]

    async def settled(self, within: float) -> list[Seen]:
        """Gives files that came or changed and rest now; nothing when there were none for so many seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while loop.time() < end:
            await self._check(loop.time())
            await self._pause(end - loop.time())
            touched, self._touched = self._touched, set()
            self._woken.clear()
            if ready := await asyncio.to_thread(self._settling.step, touched, at=loop.time()):
                return ready
        return []

    async def absent(self, paths: Iterable[str]) -> list[str]:
        """Picks the paths at which nothing is any more."""
        return await asyncio.to_thread(files.absent, self._root, paths)

    def _touch(self, paths: Iterable[str]) -> None:
        self._touched.update(paths)
        if self._touched:
            self._woken.set()

    def _unfinished(self, chunk: list[Seen], now_ns: int) -> set[str]:
        young = [seen for seen in chunk if now_ns - seen.mtime_ns < YOUNG_NS and not seen.trouble]
        return {seen.path for seen in young if not self._settling.is_complete(seen)}

    async def _pause(self, most: float) -> None:
        """Waits for something to look at."""
        if self._settling:
            await asyncio.sleep(min(LOOK_SECONDS, most))
            return
        try:
            await asyncio.wait_for(self._woken.wait(), min(CHECK_SECONDS, most))
        except TimeoutError:
            return

    async def _check(self, at: float) -> None:
        if at - self._checked_at < CHECK_SECONDS:
            return
        self._checked_at = at
        if (await asyncio.to_thread(_opened, self.place)) != (self._root, self._identity):
            raise SourceError(f"The folder {self.place} was replaced by another.", subject=str(self.place))

    async def _watcher(self) -> RustNotify | None:
        """Watches every folder by itself: watching the tree as one would hold up everything while it is walked."""
        try:
            return await asyncio.to_thread(_watching, self._root)
        except (OSError, WatchfilesRustInternalError) as error:
            log.warning("Changes in %s cannot be watched (%s); it is listed every few seconds", self.place, error)
            return None

    async def _listen(self, watcher: RustNotify | None) -> None:
        stop = threading.Event()
        try:
            while watcher is not None:
                try:
                    if await self._hear(watcher, stop):
                        continue
                except WatchfilesRustInternalError as error:  # a name that is no UTF-8 is all it takes
                    log.info("Changes in %s were missed: %s", self.place, error)
                    self.lost = True
                fresh = await self._watcher()
                watcher.close()
                watcher = fresh
                await self._look_around()
        finally:
            self.lost = True
            stop.set()
            if watcher:
                watcher.close()

    async def _hear(self, watcher: RustNotify, stop: threading.Event) -> bool:
        """Waits for changes and notes them; False when there are new folders, which need a new watcher."""
        waiting = asyncio.ensure_future(asyncio.to_thread(watcher.watch, _DEBOUNCE_MS, _STEP_MS, _TIMEOUT_MS, stop))
        try:
            changes = await asyncio.shield(waiting)
        except asyncio.CancelledError:
            stop.set()
            await waiting  # the thread must have left before the watcher is closed
            raise
        if not isinstance(changes, set):
            return True
        self.lost = self.lost or len(changes) > MANY
        posts, self._appeared = await asyncio.to_thread(_sorted_out, self._root, changes)
        self._touch(posts)
        return not self._appeared
