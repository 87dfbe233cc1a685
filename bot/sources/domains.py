"""Courtesy to sites: two requests at once for a registered domain, and one wait for all of it when it asks for one."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, lru_cache
from weakref import WeakValueDictionary

from publicsuffixlist import PublicSuffixList

from bot.sources.addresses import literal
from bot.sources.hints import MOST_RETRY
from bot.sources.places import Place, read_place

AT_ONCE = 2
USUAL_REST = timedelta(minutes=15)
"""How long a site rests that asks for it without saying how long."""


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=4096)
def registered(host: str) -> str:
    """Gives the part of a host somebody registered: `a.tumblr.com` is tumblr.com's, `x.github.io` a site of its own."""
    if literal(host):
        return host
    return _suffixes().privatesuffix(host.rstrip(".").lower()) or host


def site_of(url: str) -> str:
    """Gives the registered part of an address's host; all that is no address is one site nobody can visit."""
    place = read_place(url)
    return registered(place.host) if isinstance(place, Place) else ""


async def learn_suffixes() -> None:
    """Reads what everybody's names end with beside the loop: a file of 300 kB, read once."""
    if not _suffixes.cache_info().currsize:
        await asyncio.to_thread(_suffixes)


@dataclass(slots=True)
class Domains:
    """Remembers who is being visited and who wants to be left alone, and forgets the others."""

    now: Callable[[], datetime]
    at_once: int = AT_ONCE
    _visited: WeakValueDictionary[str, asyncio.Semaphore] = field(default_factory=WeakValueDictionary)
    _rests: dict[str, datetime] = field(default_factory=dict)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[timedelta | None]:
        """Waits for a place at a host's domain and holds it within the block; gives how long the domain still rests."""
        await learn_suffixes()
        name = registered(host)
        places = self._visited.get(name) or asyncio.Semaphore(self.at_once)
        self._visited[name] = places  # as long as somebody holds or awaits one of them
        async with places:
            yield self.rest(host)

    def rest(self, host: str) -> timedelta | None:
        """Tells how long a host's domain wants to be left alone; more than any wish is a clock that was put back."""
        now = self.now()
        until = self._rests.get(registered(host), now)
        return until - now if now < until <= now + MOST_RETRY else None

    def hush(self, host: str, wish: timedelta | None) -> timedelta:
        """Lets a host's domain rest as it wishes, or as long as usual, and tells how long; it never shortens a rest."""
        now = self.now()
        self._rests = {name: until for name, until in self._rests.items() if now < until <= now + MOST_RETRY}
        until = now + (USUAL_REST if wish is None else wish)
        name = registered(host)
        self._rests[name] = max(until, self._rests.get(name, until))
        return self._rests[name] - now
