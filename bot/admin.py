"""How the bot is doing, for its admins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model import Counts, SourceHealth
from bot.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    counts: Counts
    sources: tuple[SourceHealth, ...]
    uptime: timedelta
    version: str


async def status(
    store: Store, sources: Sequence[SourceHealth], *, started_at: datetime, version: str, now: datetime
) -> Status:
    """Counts what the store holds and adds how the sources are."""
    counts = Counts(
        chats=await store.chats.count(),
        deliveries=await store.deliveries.count(),
        articles=await store.articles.count(),
        posts=await store.sources.count_files(),
        categories=await store.categories.count(),
    )
    return Status(counts=counts, sources=tuple(sources), uptime=max(now - started_at, timedelta(0)), version=version)
