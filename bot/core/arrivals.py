"""Decides what a file of a folder asks for: nothing, a new row, another reading, or an announcement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.model import PostFile

UNTOLD = -1
"""The `mtime_ns` of a file whose article is stored and not yet announced: no real file has it, so it is read again."""

FEW = 100
"""So many files may vanish, or come to a source that had none, without a lost disk being the likelier reason."""


class _File(Protocol):
    @property
    def ctime_ns(self) -> int: ...


_Dated = TypeVar("_Dated", bound=_File)


FEW_LATE = 20
"""So many files may come during a first index without its folder being filled just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A new or changed file beside what was known of it."""

    file: PostFile
    """As it is now; its article is not known yet."""
    known: PostFile | None = None
    """What the index knew under this path, or under the path it moved away from."""
    ctime_ns: int = 0
    """When the file came into its folder, whatever its own date is."""

    @property
    def moved_from(self) -> str | None:
        return self.known.path if self.known and self.known.path != self.file.path else None


def is_same(file: PostFile | None, mtime_ns: int, size: int) -> bool:
    """Tells whether a file is as the index knows it."""
    return file is not None and (file.mtime_ns, file.size) == (mtime_ns, size)


def needs_reading(arrival: Arrival) -> bool:
    """Tells whether a file must be read: a post that was indexed without an article stays unread, as it is no news."""
    known = arrival.known
    if known is None:
        return True
    if known.article_id is None:
        return False
    return not is_same(known, arrival.file.mtime_ns, arrival.file.size)


def is_news(known: PostFile | None) -> bool:
    """Tells whether readers are told: of what was not known, or was known but not announced before a crash."""
    return known is None or known.mtime_ns == UNTOLD


def late(seens: Sequence[_Dated], *, begun_ns: int, before: int = 0) -> list[_Dated]:
    """Picks the few files that came since a first index began, `before` of them earlier; none where many come."""
    new = [seen for seen in seens if seen.ctime_ns >= begun_ns]
    return new if before + len(new) <= FEW_LATE else []


def is_a_disk_coming(*, known: int, listed: int) -> bool:
    """Tells whether a source without a single known file suddenly holds so many that a disk was mounted."""
    return known == 0 and listed > FEW


def is_a_disk_missing(*, known: int, gone: int) -> bool:
    """Tells whether so much is gone at once that a disk was unmounted rather than files deleted."""
    return gone > FEW and gone * 2 > known
