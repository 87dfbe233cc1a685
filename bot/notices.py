"""Decides who hears how a feed is doing: its admins everything, its readers when nothing more will come."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.core.categories import path_of
from bot.core.source_state import Notice
from bot.model import Lane
from bot.store import Store
from bot.store.feeds import StoredFeed
from bot.store.reserving import Reservation

MOST_READERS = 1_000
"""Told at once; a feed with more readers is a matter for the admins, who can broadcast."""
LIFE = timedelta(days=2)
"""How a feed was doing so long ago is not worth a message any more."""


class Notices:
    """Gives what is to be told of a feed; it is kept together with the state that says it was told."""

    def __init__(self, store: Store, *, admins: Collection[int]) -> None:
        self._store = store
        self._admins = admins

    async def letters(self, feed: StoredFeed, notice: Notice, now: datetime) -> list[Reservation]:
        """Gives one for the admins, and where it concerns them one for whoever gets the feed's own category."""
        if notice is Notice.BARRED and feed.added_by is not None:  # no operator may open a place for it
            return []
        told = [_letter(feed, f"{notice}", sorted(self._admins), now)]
        if notice.is_for_readers:
            told.append(_letter(feed, f"{notice}-readers", await self._readers(feed), now))
        return told

    async def _readers(self, feed: StoredFeed) -> list[int]:
        if not feed.category:
            return []
        ids = await self._store.categories.ensure([path_of(feed.category)], owner=feed.owner)
        lineage = [above for one in ids.values() for above in await self._store.categories.lineage(one)]
        found: list[int] = []
        async for chunk in self._store.readers.match(lineage):
            found += chunk
            if len(found) >= MOST_READERS:
                break
        return [chat_id for chat_id in found[:MOST_READERS] if chat_id not in self._admins]


def _letter(feed: StoredFeed, key: str, chat_ids: list[int], now: datetime) -> Reservation:
    what = f"notice:{feed.source_id}:{key}:{int(now.timestamp())}"
    return Reservation(what, Lane.NEWS, chat_ids, due=now, expires=now + LIFE)
