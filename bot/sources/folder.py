"""Watches a folder of posts: lists it, and tells which files came or changed as soon as they rest."""

import asyncio
import os
import stat
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.errors import SourceError
from bot.sources import files
from bot.sources.events import Events
from bot.sources.files import Seen
from bot.sources.settling import Settling

YOUNG_NS = 2_000_000_000
"""A file younger than this may still be being written."""
LOOK_SECONDS = 0.05
"""How often files that do not rest yet are looked at."""
CHECK_SECONDS = 2.0
"""How often the folder itself is looked at: it may be unmounted, or replaced by another."""


class Folder:
    """A folder of posts, watched within `watched()`."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.root = ""
        """Its real path, known while it is watched."""
        self._identity = (0, 0)
        self._checked_at = 0.0
        self._events = Events("")
        self._listener: asyncio.Task[None] | None = None
        self._touched: set[str] = set()
        self._woken = asyncio.Event()
        self._settling = Settling(lambda path: files.look(self.root, path), lambda path: files.whole(self.root, path))

    @property
    def missed(self) -> bool:
        """Changes may have been dropped, so the folder should be listed soon."""
        return self._events.missed or self._listener is None or self._listener.done()

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Watches within the block; raises SourceError when the folder is not there."""
        self.root, self._identity = await asyncio.to_thread(_opened, self.place)
        self._events = Events(self.root)
        await self._events.open()
        self._listener = asyncio.create_task(self._listen(self._events))
        try:
            yield
        finally:
            self._listener.cancel()
            await asyncio.gather(self._listener, return_exceptions=True)
            self._events.close()

    async def listing(self, *, now_ns: int) -> AsyncGenerator[list[Seen], None]:
        """Lists all posts in chunks; those that are just being written are held back until they rest."""
        self._events.missed = False
        chunks = files.listing(self.root)
        while chunk := await asyncio.to_thread(next, chunks, None):
            unfinished = await asyncio.to_thread(self._unfinished, chunk, now_ns)
            self._touch(unfinished)
            yield [seen for seen in chunk if seen.path not in unfinished]

    async def settled(self, within: float) -> list[Seen]:
        """Gives files that came or changed and rest now; nothing when there were none for so many seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while (left := end - loop.time()) > 0:
            await self._check(loop.time())
            await self._pause(left)
            touched, self._touched = self._touched, set()
            self._woken.clear()
            if ready := await asyncio.to_thread(self._settling.step, touched, at=loop.time()):
                return ready
        return []

    async def absent(self, paths: Iterable[str]) -> list[str]:
        """Picks the paths at which nothing is any more."""
        return await asyncio.to_thread(files.absent, self.root, paths)

    async def _listen(self, events: Events) -> None:
        async for posts in events.posts():
            self._touch(posts)

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
            async with asyncio.timeout(min(CHECK_SECONDS, most)):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _check(self, at: float) -> None:
        if at - self._checked_at < CHECK_SECONDS:
            return
        self._checked_at = at
        if await asyncio.to_thread(_opened, self.place) != (self.root, self._identity):
            raise SourceError(f"The folder {self.place} was replaced by another.", subject=str(self.place))


def _opened(place: Path) -> tuple[str, tuple[int, int]]:
    """Gives the folder's real path and what tells it from another folder put in its place."""
    try:
        root = os.path.realpath(place)
        info = Path(root).stat()
        if not stat.S_ISDIR(info.st_mode):
            raise SourceError(f"{place} is no folder.", subject=str(place), advice="Name the folder the posts are in.")
        with os.scandir(root):
            return root, (info.st_dev, info.st_ino)
    except FileNotFoundError as error:
        advice = "Make it, or mend `where` in config.yaml; it is looked for every few seconds."
        raise SourceError(f"There is no folder {place}.", subject=str(place), advice=advice) from error
    except OSError as error:
        reason = str(error.strerror).lower()
        raise SourceError(f"The folder {place} cannot be read: {reason}.", subject=str(place)) from error
