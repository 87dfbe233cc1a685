"""Waits until files that came or changed rest, so that none is read while it is being written."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.errors import UnreadablePostError
from bot.sources.files import Seen

QUIET_SECONDS = 0.15
"""How long a post that ends as it should must rest."""
PLAIN_SECONDS = 0.5
"""The same where the end carries no mark, so a writer may just be taking breath."""
DOUBTFUL_SECONDS = 2.0
"""The same where something is missing; then it is taken as it is."""

_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(-{3,80}|;{3,80}|\+{3})[ \t]*+\r?\n(?:.*?\n)?\1[ \t]*+(?:\r?\n|\Z)", re.DOTALL
)
_OPEN = b"<div"
_CLOSE = b"</div>"


def patience(data: bytes) -> float:
    """Tells for how many seconds a file with this in it must rest before it counts as complete."""
    front = _FRONT_MATTER.match(data)
    body = data[front.end() :].strip() if front else b""
    if not body or _OPEN.startswith(body):
        return DOUBTFUL_SECONDS
    if not body.startswith(_OPEN):
        return PLAIN_SECONDS
    closed = body.endswith(_CLOSE) and body.count(_OPEN) <= body.count(_CLOSE)
    return QUIET_SECONDS if closed else DOUBTFUL_SECONDS


@dataclass(slots=True)
class _Rest:
    """Since when a file has been as it is, and how long it must stay so."""

    seen: Seen | None = None
    since: float = 0.0
    needed: float | None = None


class Settling:
    """The files that came or changed and do not rest yet."""

    def __init__(self, look: Callable[[str], Seen | None], read: Callable[[str], bytes]) -> None:
        self._look = look
        self._read = read
        self._waiting: dict[str, _Rest] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def is_complete(self, seen: Seen) -> bool:
        """Tells whether a file ends as a post should."""
        return self._needed(seen) < DOUBTFUL_SECONDS

    def step(self, touched: Iterable[str], *, at: float) -> list[Seen]:
        """Adds what was touched, looks at all that waits, and gives what has rested long enough."""
        for path in touched:
            self._waiting.setdefault(path, _Rest())
        return [seen for path in list(self._waiting) if (seen := self._settled(path, at))]

    def _settled(self, path: str, at: float) -> Seen | None:
        rest = self._waiting[path]
        seen = self._look(path)
        if seen is None:
            del self._waiting[path]
            return None
        if seen != rest.seen:
            self._waiting[path] = _Rest(seen, since=at)
            return None
        if at - rest.since < (rest.needed or QUIET_SECONDS):
            return None
        if rest.needed is None:
            rest.needed = self._needed(seen)
            return self._settled(path, at)
        del self._waiting[path]
        return seen

    def _needed(self, seen: Seen) -> float:
        try:
            return QUIET_SECONDS if seen.trouble else patience(self._read(seen.path))
        except UnreadablePostError:
            return QUIET_SECONDS
