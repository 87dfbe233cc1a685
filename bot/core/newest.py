"""Picks the newest few of each kind from a long row of which only those few are kept."""

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

_Kind = TypeVar("_Kind", bound=Hashable)
_Thing = TypeVar("_Thing")


class Newest(Generic[_Kind, _Thing]):
    """The newest `most` things of each kind; of equally old ones the earlier offered."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._offered = 0
        self._kept: defaultdict[_Kind, list[tuple[float, int, _Thing]]] = defaultdict(list)

    def offer(self, kind: _Kind, age: float, thing: _Thing) -> None:
        """Keeps a thing if it is among the newest of its kind; a later `age` is newer."""
        self._offered += 1
        kept = self._kept[kind]
        entry = (age, -self._offered, thing)
        if len(kept) < self._most:
            heapq.heappush(kept, entry)
        elif entry > kept[0]:
            heapq.heapreplace(kept, entry)

    def __iter__(self) -> Iterator[_Thing]:
        """Gives what was kept, the oldest first."""
        everything = [entry for kept in self._kept.values() for entry in kept]
        return (thing for _, _, thing in sorted(everything, key=lambda entry: entry[:2]))
