"""What happens, told to every open page at once and to nobody at no cost."""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.standin.wire import Json

MAX_BEHIND = 5_000
"""A page further behind than this is let go; it comes back and asks for the whole state."""
REST_SECONDS = 0.25
ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
STILL_HERE = b": still here\n\n"


class Listener:
    """One open page."""

    def __init__(self) -> None:
        self.lines: asyncio.Queue[bytes | None] = asyncio.Queue()

    async def chunk(self, *, patience: float) -> bytes:
        """All that waits, a sign of life when nothing does, empty at the end."""
        try:
            async with asyncio.timeout(patience):
                line = await self.lines.get()
        except TimeoutError:
            return STILL_HERE
        lines: list[bytes] = []
        while line is not None:
            lines.append(line)
            if self.lines.empty():
                break
            line = self.lines.get_nowait()
        if line is None and lines:
            self.lines.put_nowait(None)
        return b"".join(lines)


class Events:
    """Fans events out to listeners; an event is only built when someone listens."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._resting: set[str] = set()

    @property
    def heard(self) -> bool:
        return bool(self._listeners)

    def tell(self, kind: str, build: Callable[[], Json]) -> None:
        if not self._listeners:
            return
        line = b"data: " + ENCODE({"type": kind, **build()}).encode() + b"\n\n"
        for listener in tuple(self._listeners):
            self._put(listener, line)

    def tell_soon(self, kind: str, build: Callable[[], Json]) -> None:
        """Tells a figure that changes often a few times a second at most."""
        if self._listeners and kind not in self._resting:
            self._resting.add(kind)
            asyncio.get_running_loop().call_later(REST_SECONDS, self._wake, kind, build)

    def _wake(self, kind: str, build: Callable[[], Json]) -> None:
        self._resting.discard(kind)
        self.tell(kind, build)

    def _put(self, listener: Listener, line: bytes | None) -> None:
        if line is None or listener.lines.qsize() >= MAX_BEHIND:
            self._listeners.discard(listener)
            line = None
        listener.lines.put_nowait(line)

    def close(self) -> None:
        for listener in tuple(self._listeners):
            self._put(listener, None)

    @contextmanager
    def listening(self) -> Iterator[Listener]:
        listener = Listener()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
