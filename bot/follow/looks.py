"""Looks asked for in chats: each address once for all who paste it, and not too many for one person."""

import asyncio
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from weakref import WeakValueDictionary

from bot.core.addresses import canonical
from bot.follow.looking import Found, FoundFeed, FoundPage, Nothing, look
from bot.sources.http import Web

KEPT_SECONDS = 300.0
FAILED_SECONDS = 30.0
"""What failed is tried again sooner."""
MOST_KEPT = 100
MOST_OFFERS = 2_000
MOST_PEOPLE = 4_096
AT_ONCE = 8
"""So many addresses are looked at at once; a document may take 5 MB."""
READ_AT_ONCE = 2
"""So many documents are read at once; one may take two seconds of a core."""
_NO_HTTPS = frozenset(("fetch-failed-connect", "fetch-failed-tls", "fetch-failed-lost", "fetch-failed-garbled"))
A_MINUTE = 6
"""So many looks one person has in a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A feed that can be followed at the press of a button."""

    number: int
    feed: FoundFeed


class Looks:
    """What is behind addresses, remembered for some minutes; a restart forgets it, and a link pasted again finds it."""

    def __init__(self, web: Web, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.web = web
        self._monotonic = monotonic
        self._known: dict[str, tuple[float, Found]] = {}
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._places, self._turn = asyncio.Semaphore(AT_ONCE), asyncio.Semaphore(READ_AT_ONCE)
        self._offers: dict[int, FoundFeed] = {}
        self._asked: dict[int, deque[datetime]] = {}

    def may(self, person_id: int, now: datetime) -> bool:
        """Counts a look of a person; False when there were too many within a minute."""
        asked = self._asked.pop(person_id, deque())
        while asked and asked[0] <= now - timedelta(minutes=1):
            asked.popleft()
        is_free = len(asked) < A_MINUTE
        if is_free:
            asked.append(now)
        self._asked[person_id] = asked
        if len(self._asked) > MOST_PEOPLE:
            del self._asked[next(iter(self._asked))]
        return is_free

    async def at(self, url: str) -> Found:
        """Tells what is behind an address; who asks while another waits for the same gets the same answer."""
        key = _key(url)
        turn = self._asking.get(key) or asyncio.Lock()
        self._asking[key] = turn  # as long as somebody holds or awaits it
        async with turn:
            until, known = self._known.get(key, (0.0, None))
            if known is not None and until > self._monotonic():
                return known
            async with self._places:
                found = await look(self.web, url, turn=self._turn)
            self._keep(key, found)
            for feed in feeds_of(found):
                if feed.entries:  # it was looked into
                    self._keep(_key(feed.address), feed)
        return found

    async def wherever(self, link: str) -> Found:
        """The same of an address that may lack its scheme: a site that does not speak https is asked in http."""
        if "://" in link:
            return await self.at(link)
        found = await self.at(f"https://{link}")
        if not isinstance(found, Nothing) or found.key not in _NO_HTTPS:
            return found
        other = await self.at(f"http://{link}")
        return found if isinstance(other, Nothing) else other

    def offer(self, feed: FoundFeed) -> Offer:
        """Gives a feed the number a button can carry: the same one whenever it is offered."""
        digest = blake2b(canonical(feed.address).encode("utf-8", "replace"), digest_size=6).digest()
        number = int.from_bytes(digest)
        self._offers.pop(number, None)
        self._offers[number] = feed
        if len(self._offers) > MOST_OFFERS:
            del self._offers[next(iter(self._offers))]
        return Offer(number=number, feed=feed)

    def offered(self, number: int) -> FoundFeed | None:
        """Gives the feed a button means; None when that was long ago."""
        return self._offers.get(number)

    def _keep(self, key: str, found: Found) -> None:
        kept = FAILED_SECONDS if isinstance(found, Nothing) else KEPT_SECONDS
        self._known.pop(key, None)
        self._known[key] = (self._monotonic() + kept, found)
        if len(self._known) > MOST_KEPT:
            del self._known[next(iter(self._known))]


def _key(url: str) -> str:
    """Gives what one look may answer for; with another scheme, `www.` or a password a site may answer otherwise."""
    scheme, _, rest = url.strip().partition("://")
    return f"{scheme.lower()}://{re.split('[/?#]', rest, maxsplit=1)[0].lower()} {canonical(url)}"


def feeds_of(found: Found) -> tuple[FoundFeed, ...]:
    """Gives the feeds that can be followed."""
    if isinstance(found, FoundFeed):
        return (found,)
    return found.feeds if isinstance(found, FoundPage) else ()
