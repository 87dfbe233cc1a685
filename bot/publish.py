"""Who gets a new article: it is reserved for the readers of its category and of all above it."""

from datetime import datetime, timedelta

from bot.model import Lane
from bot.store import Store

LIFE = timedelta(hours=24)
"""News older than this is not worth a message any more."""


async def announce(store: Store, article_id: int, category_id: int, *, now: datetime, life: timedelta = LIFE) -> int:
    """Reserves an article for its readers, each once; gives how many were new."""
    return await store.deliveries.reserve(
        f"article:{article_id}",
        Lane.NEWS,
        category_ids=await store.categories.lineage(category_id),
        now=now,
        expires=now + life,
    )
