"""Keeps every feed asked when it is due, a few at a time, for as long as the bot runs."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.config import FeedSource
from bot.core.frontier import Frontier
from bot.core.next_check import OWN
from bot.core.polling import is_due
from bot.errors import StoreError
from bot.poll import Poller
from bot.sources import domains
from bot.sources.domains import learn_suffixes, site_of
from bot.store import Store
from bot.store.feeds import DueFeed, StoredFeed

AT_ONCE = 32
"""Feeds asked at once; most of them wait for their servers, which costs nothing."""
LOOK = 50
"""Feeds looked at between two turns of the loop."""
SHORTEST_SLEEP = 1.0
"""Between two looks at what is due, each of which finds all of it."""
LONGEST_SLEEP = 15.0
"""Seconds; a feed that somebody adds meanwhile is asked within so long even if nobody says so."""
STUMBLED = timedelta(minutes=15)
"""A feed that breaks us is left alone for so long."""
RETELLING = 60.0
"""Seconds; what could not be announced is tried again after so long."""
TIDYING = 3600.0
PRUNED = 2000
"""Entries forgotten in one transaction."""

log = logging.getLogger(__name__)


class Polls:
    """The loop over all feeds, those of the configuration and those people added."""

    def __init__(
        self,
        store: Store,
        poller: Poller,
        configured: Sequence[FeedSource],
        *,
        clock: Callable[[], datetime],
        is_own: Callable[[str], bool] = lambda _url: False,
    ) -> None:
        self._store = store
        self._poller = poller
        self._configured = {source.url: source for source in configured}
        self._clock = clock
        self._is_own = is_own
        self._frontier = Frontier(at_once=AT_ONCE, at_a_site=domains.AT_ONCE)
        self._stirred = asyncio.Event()
        self._look_at = 0.0
        """When, in the loop's time, to look for what is due."""
        self._well_at = 0.0
        """When, in the loop's time, the store is believed to work again."""
        self._unkept: dict[int, float] = {}
        """Feeds whose answers the store could not keep, and before when they are not disturbed again."""

    def wake(self) -> None:
        """Tells that a feed was added or taken up again."""
        self._look_at = 0.0
        self._stirred.set()

    async def run(self) -> None:
        """Asks what is due until cancelled."""
        await learn_suffixes()
        self._stirred.clear()
        while not await self._patiently(self._begin):
            await self._sleep(LONGEST_SLEEP)
            self._stirred.clear()  # before it is tried again: whoever stirs us meanwhile is heard
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._every(RETELLING, self._retell))
            tasks.create_task(self._every(TIDYING, self._tidy))
            while True:
                self._stirred.clear()
                if self._until_look() <= 0:
                    await self._look()
                while self._until_well() <= 0 and (source_id := self._frontier.take()) is not None:
                    tasks.create_task(self._ask(source_id))
                    await asyncio.sleep(0)  # many that set out at once would keep people waiting
                await self._sleep(max(self._until_look(), self._until_well()))

    async def _begin(self) -> None:
        """Brings the store in step with the configuration, and tells what an earlier run left untold."""
        for source in self._configured.values():
            feed, _ = await self._store.feeds.register(source.url, now=self._clock(), category=source.category)
            await self._store.feeds.configure(feed.source_id, category=source.category, full_text=source.full_text)
        for source_id, place in await self._store.feeds.operators():
            if place not in self._configured:
                await self._store.feeds.leave_out(source_id)
        await self._store.feeds.call_back(self._clock())
        await self._poller.recover()

    def _until_look(self) -> float:
        return self._look_at - asyncio.get_running_loop().time()

    def _until_well(self) -> float:
        return self._well_at - asyncio.get_running_loop().time()

    async def _look(self) -> None:
        """Lets all that is due wait for its turn, and tells when to look again."""
        sleep, now, begun = LONGEST_SLEEP, self._clock(), asyncio.get_running_loop().time()
        self._look_at = math.inf  # whoever wakes us meanwhile is heard
        try:
            last: DueFeed | None = None
            while found := await self._store.feeds.due(now, limit=LOOK, after=last):
                last = found[-1]
                for feed in found:
                    if self._unkept.get(feed.source_id, 0.0) <= begun:
                        self._frontier.offer(feed.source_id, site_of(feed.address))
            due = await self._store.feeds.next_due(now)
            sleep = min(LONGEST_SLEEP, max(SHORTEST_SLEEP, due - self._clock().timestamp())) if due else LONGEST_SLEEP
        except StoreError as error:
            log.warning("%s Feeds wait", error)
        self._look_at = min(self._look_at, begun + sleep)

    async def _ask(self, source_id: int) -> None:
        """Asks one feed whatever happens to it; the others never notice."""
        place = ""
        try:
            feed, now = await self._store.feeds.get(source_id), self._clock()
            if feed and is_due(feed.state, now):  # it may have been asked or left alone since it was seen
                place = feed.place
                await self._poller.poll(feed, now=now, every=self._pace(feed))
            self._unkept.pop(source_id, None)
        except StoreError as error:
            log.warning("%s Feeds wait", error)
            self._well_at = asyncio.get_running_loop().time() + LONGEST_SLEEP
            self._unkept[source_id] = self._well_at + STUMBLED.total_seconds()
        except Exception:  # the loop around one source
            log.exception("A feed could not be taken in: %s", place)
            await self._patiently(lambda: self._leave_alone(source_id))
        finally:
            self._frontier.done(source_id)
            self._stirred.set()

    async def _leave_alone(self, source_id: int) -> None:
        """Puts off a feed that broke us; what was learnt of it before it did is kept."""
        feed, later = await self._store.feeds.get(source_id), self._clock() + STUMBLED
        if feed and feed.state.next_check_at < later:
            await self._store.feeds.save(source_id, replace(feed.state, next_check_at=later))

    def _pace(self, feed: StoredFeed) -> timedelta | None:
        """Gives the operator's own word for how often a feed is asked."""
        source = self._configured.get(feed.place)
        if source and source.every_minutes:
            return timedelta(minutes=source.every_minutes)
        return OWN if source and self._is_own(feed.place) else None

    async def _every(self, seconds: float, deed: Callable[[], Awaitable[object]]) -> None:
        while True:
            await asyncio.sleep(seconds)
            await self._patiently(deed)

    async def _retell(self) -> None:
        await self._poller.recover(lambda: self._frontier.under_way)

    async def _tidy(self) -> None:
        """Forgets old entries, and calls back feeds that a clock gone wrong put off for years."""
        await self._store.feeds.call_back(self._clock())
        while await self._store.feeds.prune(limit=PRUNED) == PRUNED:
            continue

    async def _patiently(self, deed: Callable[[], Awaitable[object]]) -> bool:
        """Tells whether the store let a deed be done."""
        try:
            await deed()
        except StoreError as error:
            log.warning("%s Feeds wait", error)
            return False
        return True

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stirred.wait()
        except TimeoutError:
            return
