"""Keeps every feed asked when it is due, a few at a time, for as long as the bot runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.config import FeedSource
from bot.core.next_check import OWN
from bot.errors import StoreError
from bot.poll import Poller
from bot.store import Store
from bot.store.feeds import StoredFeed

AT_ONCE = 8
"""Feeds asked at once: a few thousand an hour, and the loop stays free for people."""
LONGEST_SLEEP = 15.0
"""Seconds; a feed that somebody adds meanwhile is asked within so long even if nobody says so."""
STUMBLED = timedelta(minutes=15)
"""A feed that breaks us is left alone for so long."""
PRUNING = timedelta(hours=1)

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
        self._woken = asyncio.Event()
        self._busy: set[int] = set()
        self._owes = False
        """The store failed us, perhaps between keeping news and announcing it."""

    def wake(self) -> None:
        """Tells that a feed was added or taken up again."""
        self._woken.set()

    async def run(self) -> None:
        """Asks what is due until cancelled."""
        while not await self._patiently(self._begin):
            await self._sleep(LONGEST_SLEEP)
        pruned_at = self._clock()
        places = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as tasks:
            while True:
                self._woken.clear()
                for feed in await self._due():
                    await places.acquire()
                    self._busy.add(feed.source_id)
                    tasks.create_task(self._ask(feed)).add_done_callback(lambda _: places.release())
                if self._clock() - pruned_at > PRUNING:
                    await self._patiently(self._store.feeds.prune)
                    pruned_at = self._clock()
                await self._sleep(await self._until_due())

    async def _begin(self) -> None:
        """Brings the store in step with the configuration, and tells what an earlier run left untold."""
        for source in self._configured.values():
            feed, _ = await self._store.feeds.register(source.url, now=self._clock(), category=source.category)
            await self._store.feeds.configure(feed.source_id, category=source.category, full_text=source.full_text)
        for feed in await self._store.feeds.all():
            if feed.added_by is None and feed.place not in self._configured:
                await self._store.feeds.rest(feed.source_id)
        await self._poller.recover()

    async def _due(self) -> list[StoredFeed]:
        busy = frozenset(self._busy)  # as of before the look: who is done meanwhile may still look due in it
        try:
            due = await self._store.feeds.due(self._clock(), limit=4 * AT_ONCE)
        except StoreError as error:
            log.warning("%s Feeds wait", error)
            return []
        return [feed for feed in due if feed.source_id not in busy]

    async def _until_due(self) -> float:
        try:
            due = await self._store.feeds.next_due()
        except StoreError:
            return LONGEST_SLEEP
        return LONGEST_SLEEP if due is None else min(LONGEST_SLEEP, max(1.0, due - self._clock().timestamp()))

    async def _ask(self, feed: StoredFeed) -> None:
        """Asks one feed whatever happens to it; the others never notice."""
        try:
            if self._owes:
                self._owes = False
                await self._poller.recover()
            await self._poller.poll(feed, now=self._clock(), every=self._every(feed))
        except StoreError as error:
            self._owes = True
            log.warning("%s Feeds wait", error)
            await asyncio.sleep(LONGEST_SLEEP)
        except Exception:  # the loop around one source
            log.exception("A feed could not be taken in: %s", feed.place)
            await self._patiently(lambda: self._leave_alone(feed.source_id))
        finally:
            self._busy.discard(feed.source_id)

    async def _leave_alone(self, source_id: int) -> None:
        """Puts off a feed that broke us; what was learnt of it before it did is kept."""
        feed, later = await self._store.feeds.get(source_id), self._clock() + STUMBLED
        if feed and feed.state.next_check_at < later:
            await self._store.feeds.save(source_id, replace(feed.state, next_check_at=later))

    def _every(self, feed: StoredFeed) -> timedelta | None:
        """Gives the operator's own word for how often a feed is asked."""
        source = self._configured.get(feed.place)
        if source and source.every_minutes:
            return timedelta(minutes=source.every_minutes)
        return OWN if source and self._is_own(feed.place) else None

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
                await self._woken.wait()
        except TimeoutError:
            return
