"""Who is asked next: the longest overdue of each site, site by site, as far as a place and the site have room."""

from collections import Counter, defaultdict, deque
from collections.abc import Set as AbstractSet


class Frontier:
    """Feeds that are due or being asked; one that waits for its site holds no place, so no other waits behind it."""

    def __init__(self, *, at_once: int, at_a_site: int) -> None:
        self._at_once = at_once
        self._at_a_site = at_a_site
        self._waiting: defaultdict[str, deque[int]] = defaultdict(deque)
        self._open: dict[str, None] = {}
        """Sites with a feed that waits and room for it, in the order of their turns."""
        self._asked: dict[int, str] = {}
        self._busy: Counter[str] = Counter()
        self._known: set[int] = set()

    @property
    def under_way(self) -> AbstractSet[int]:
        """The feeds that are being asked."""
        return self._asked.keys()

    def offer(self, source_id: int, site: str) -> None:
        """Lets a feed wait for its turn, unless it does or is being asked."""
        if source_id not in self._known:
            self._known.add(source_id)
            self._waiting[site].append(source_id)
            self._opened(site)

    def take(self) -> int | None:
        """Gives the feed whose turn it is; None when none can have one now."""
        if not self._open or len(self._asked) >= self._at_once:
            return None
        site = next(iter(self._open))
        del self._open[site]
        source_id = self._waiting[site].popleft()
        self._asked[source_id] = site
        self._busy[site] += 1
        self._opened(site)
        return source_id

    def done(self, source_id: int) -> None:
        """Frees the place of a feed that was asked."""
        self._known.discard(source_id)
        site = self._asked.pop(source_id)
        self._busy[site] -= 1
        if not self._busy[site]:
            del self._busy[site]
        self._opened(site)

    def _opened(self, site: str) -> None:
        """Puts a site at the end of the row if it has room for one that waits."""
        if not self._waiting[site]:
            del self._waiting[site]
        elif self._busy[site] < self._at_a_site:
            self._open.setdefault(site)
