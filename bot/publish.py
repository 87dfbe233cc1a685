"""Who gets a new article: it is reserved for the readers of its category and of all above it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.model import Lane
from bot.store import Store
from bot.store.reserving import Reservation

LIFE = timedelta(hours=24)
"""News older than this is not worth a message any more."""
GATHERING = timedelta(seconds=10)
"""News that came about while the bot was away waits so long for what else is found, to be told together."""
TOGETHER = datetime.fromtimestamp(0, UTC)
"""Stands for a birth so long ago that whatever was born then is told in one message."""
AWAY = timedelta(minutes=15)
"""News this old at its announcement was missed."""


async def announce(
    store: Store,
    article_id: int,
    category_id: int,
    *,
    now: datetime,
    born: datetime | None = None,
    life: timedelta = LIFE,
) -> int:
    """Reserves an article for its readers, each once, as of when it came about; gives how many were new.

    Whoever has the same story from another source is told no second time.
    """
    born = min(born or now, now)
    if born + life <= now:
        return 0
    due = now + GATHERING if born <= now - AWAY else now
    same = await _told_elsewhere(store, article_id)
    new = 0
    async for chat_ids in store.readers.match(await store.categories.lineage(category_id)):
        wish = Reservation(f"article:{article_id}", Lane.NEWS, chat_ids, due, born, born + life, same)
        new += await store.deliveries.put(wish)
    return new


async def announce_together(
    store: Store, articles: Sequence[tuple[int, int]], *, now: datetime, life: timedelta = LIFE
) -> None:
    """Reserves articles (their ids and categories) so that each reader is told of all of theirs in one message."""
    due, expires = now + GATHERING, now + life
    for article_id, category_id in articles:
        same = await _told_elsewhere(store, article_id)
        async for chat_ids in store.readers.match(await store.categories.lineage(category_id)):
            wish = Reservation(f"article:{article_id}", Lane.NEWS, chat_ids, due, TOGETHER, expires, same)
            await store.deliveries.put(wish)


async def _told_elsewhere(store: Store, article_id: int) -> list[str]:
    """Lists what says the same: a site's sections list many a story in several feeds."""
    same = await store.articles.same_elsewhere(article_id)
    return [f"article:{other}" for other in same]
