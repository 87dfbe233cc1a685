"""Tells people, once, how a feed is doing: its admins everything, its readers when nothing more will come."""

import logging
from collections.abc import Collection

from bot.chat.words import message
from bot.core.categories import path_of
from bot.core.source_state import Notice
from bot.delivery.outcome import Sent
from bot.delivery.sender import Sender
from bot.logs import hide_secrets
from bot.markup import Message
from bot.store import Store
from bot.store.feeds import StoredFeed
from bot.texts import DEFAULT, say

MOST_READERS = 1_000
"""Told directly; a feed with more readers is a matter for the admins, who can broadcast."""

log = logging.getLogger(__name__)


class Notices:
    """Says it in each chat's language."""

    def __init__(self, store: Store, sender: Sender, *, admins: Collection[int]) -> None:
        self._store = store
        self._sender = sender
        self._admins = admins

    async def tell(self, feed: StoredFeed, notice: Notice) -> None:
        """Tells the admins, and where it concerns them whoever gets the news of the feed's own category."""
        for admin_id in sorted(self._admins):
            await self._say(admin_id, feed, f"notice-{notice}")
        if notice.is_for_readers:
            for chat_id in await self._readers(feed):
                await self._say(chat_id, feed, f"notice-{notice}-readers")

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

    async def _say(self, chat_id: int, feed: StoredFeed, key: str) -> None:
        known = await self._store.chats.get(chat_id)
        language = known.language if known else DEFAULT
        outcome = await self._sender.send(chat_id, written(feed, key, language))
        if not isinstance(outcome, Sent):
            log.info("A notice could not be given: %s", type(outcome).__name__)


def written(feed: StoredFeed, key: str, language: str) -> Message:
    """Writes a notice."""
    state = feed.state
    problem = f"feed-problem-{state.problem}" if state.problem else "feed-problem-none"
    return message(
        language,
        key,
        title=feed.title or hide_secrets(feed.place),
        address=hide_secrets(feed.address),
        problem=say(language, state.why.key if state.why else problem),
        count=state.failures,
    )
