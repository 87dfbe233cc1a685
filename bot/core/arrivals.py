"""Decides what a file of a folder asks for: nothing, a new row, another reading, or an announcement."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.core.novelty import likeness
from bot.model import Article, PostFile

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

NEARLY = 0.05
"""A moved post that is written anew with another picture, date or category changes its size by no larger part."""
EDITED = 0.8
"""A post that moved and was edited has so much in common with what it was; another of its column has less."""
EDITED_OF_ITS_DATE = 0.5
"""So much is enough where its date is the same."""
_SIGNS: tuple[Callable[[PostFile], object], ...] = (
    lambda file: (file.title_key, file.size, file.mtime_ns),
    lambda file: (file.title_key, file.size),
    lambda file: file.title_key,
)
"""What a moved file has kept, the surest first; of several such files the nearest in size is the likeliest."""


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


def moved(new: Sequence[PostFile], gone: Sequence[PostFile]) -> dict[str, PostFile]:
    """Pairs new files with the likeliest gone ones of the same title; each is taken for one at most.

    A column gives all its posts one title, so that is not enough: a gone file nobody read has about the same size.
    What was read is compared when the new file is read (`is_still`).
    """
    found: dict[str, PostFile] = {}
    by_size = sorted(gone, key=_size)
    for sign in _SIGNS:
        taken = {file.path for file in found.values()}
        left: defaultdict[object, list[PostFile]] = defaultdict(list)
        for file in by_size:
            if file.path not in taken:
                left[sign(file)].append(file)
        for file in new:
            if file.path not in found and (namesakes := left[sign(file)]):
                found[file.path] = namesakes.pop(_nearest(file, namesakes))
    return {file.path: found[file.path] for file in new if file.path in found and _can_be(file, found[file.path])}


def _size(file: PostFile) -> int:
    return file.size


def _nearest(file: PostFile, by_size: Sequence[PostFile]) -> int:
    """Gives the place of the file that is nearest in size."""
    at = bisect_left(by_size, file.size, key=_size)
    return min(range(max(at - 1, 0), min(at + 1, len(by_size))), key=lambda place: abs(by_size[place].size - file.size))


def _can_be(file: PostFile, gone: PostFile) -> bool:
    return gone.article_id is not None or abs(file.size - gone.size) <= NEARLY * gone.size


def is_still(before: Article, now: Article) -> bool:
    """Tells whether what lies at another place now is the same article, edited at most."""
    if before.paragraphs == now.paragraphs:
        return True
    enough = EDITED_OF_ITS_DATE if now.published and before.published == now.published else EDITED
    return likeness(before.paragraphs, now.paragraphs) >= enough
