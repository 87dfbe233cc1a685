"""Hears which posts below a folder come or change, from the operating system."""

# ruff: noqa: PTH112, PTH114, PTH118 - the names come and go as text, thousands at a time

import asyncio
import logging
import os
import threading
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress

from watchfiles import Change
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

from bot.sources import files

log = logging.getLogger(__name__)

MANY = 2000
"""After so many changes at once the system may have dropped some."""

_DEBOUNCE_MS, _STEP_MS, _TIMEOUT_MS = 100, 25, 60_000
_TROUBLES = (OSError, WatchfilesRustInternalError)
_ATTEMPTS = 3


class Events:
    """The changes below a folder; every folder is watched by itself, as walking a large tree in one go stalls all."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._watcher: RustNotify | None = None
        self._stop = threading.Event()
        self.missed = False
        """Changes may have been dropped, so the folder should be listed."""

    async def open(self) -> None:
        """Begins to watch; `missed` tells when that is not possible."""
        fresh = await asyncio.to_thread(self._watching)
        self.close()
        self._watcher = fresh

    def close(self) -> None:
        if self._watcher:
            self._watcher.close()
        self._watcher = None

    async def posts(self) -> AsyncIterator[set[str]]:
        """Gives paths of posts that were touched, again and again; ends when watching is not possible."""
        while self._watcher:
            try:
                found, appeared = await asyncio.to_thread(_sorted_out, self._root, await self._heard(self._watcher))
            except WatchfilesRustInternalError as error:  # a name that is no UTF-8 is all it takes
                log.info("Changes in %s were missed: %s", self._root, error)
                await self.open()
                self.missed = True  # only now: what comes after the listing it asks for is heard again
                continue
            yield found
            while appeared and self._watcher:
                # First the new watcher, then the look: what comes between is seen by both, and nothing by neither.
                before, self._watcher = self._watcher, await asyncio.to_thread(self._watching)
                below = await asyncio.to_thread(_posts_below, self._root, appeared)
                found, appeared = await self._last(before)
                yield below | found

    async def _last(self, before: RustNotify) -> tuple[set[str], set[str]]:
        """Gives what the watcher before this one heard since it was last asked, and closes it."""
        try:
            heard = await asyncio.to_thread(before.watch, _STEP_MS, _STEP_MS, _STEP_MS, self._stop)
        except WatchfilesRustInternalError:
            self.missed = True
            heard = set()
        finally:
            before.close()
        return await asyncio.to_thread(_sorted_out, self._root, heard if isinstance(heard, set) else set())

    async def _heard(self, watcher: RustNotify) -> set[tuple[int, str]]:
        waiting = asyncio.ensure_future(
            asyncio.to_thread(watcher.watch, _DEBOUNCE_MS, _STEP_MS, _TIMEOUT_MS, self._stop)
        )
        try:
            changes = await asyncio.shield(waiting)
        except asyncio.CancelledError:
            self._stop.set()
            await asyncio.gather(waiting, return_exceptions=True)  # its thread must have left before it is closed
            raise
        if not isinstance(changes, set):
            return set()
        self.missed = self.missed or len(changes) > MANY
        return changes

    def _watching(self) -> RustNotify | None:
        for _ in range(_ATTEMPTS):
            places = [os.path.join(self._root, place) for place in files.folders(self._root)]
            # A name that is no UTF-8 cannot be watched; listing finds what is below it.
            watched = [place for place in places if place.isascii() or _is_text(place)]
            try:
                return RustNotify(watched, False, False, 0, False, True)
            except FileNotFoundError:  # a folder went away meanwhile
                continue
            except _TROUBLES as error:
                log.warning("Changes in %s cannot be watched (%s); it is listed every few seconds", self._root, error)
                break
        self.missed = True
        return None


def _sorted_out(root: str, changes: Iterable[tuple[int, str]]) -> tuple[set[str], set[str]]:
    """Gives the posts among changed paths, and the folders that are new."""
    posts: set[str] = set()
    appeared: set[str] = set()
    for change, full in changes:
        path = os.path.relpath(full, root).replace(os.sep, "/")
        if path.startswith("..") or not files.is_wanted(path):
            continue
        if change != Change.deleted and os.path.isdir(full) and not os.path.islink(full) and path != ".":
            appeared.add(path)
        if files.is_post(path.rpartition("/")[2]):
            posts.add(path)
    return posts, appeared


def _posts_below(root: str, places: Iterable[str]) -> set[str]:
    return {seen.path for place in places for chunk in files.listing(root, place) for seen in chunk}


def _is_text(path: str) -> bool:
    with suppress(UnicodeEncodeError):
        return bool(path.encode())
    return False
