"""How the bot is doing, for its admins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model import Counts, SourceHealth
from bot.store import Store

RECENT = timedelta(days=7)
MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    counts: Counts
    failures: tuple[tuple[str, int], ...]
    """Why deliveries failed in the last days and how many, the commonest reason first."""
    sources: tuple[SourceHealth, ...]
    uptime: timedelta
    version: str


async def status(
    store: Store, sources: Sequence[SourceHealth], *, started_at: datetime, version: str, now: datetime
) -> Status:
    """Counts what the store holds and adds how the sources are."""
    counts = Counts(
        chats=await store.chats.count(),
        deliveries=await store.tally.by_state() | await store.deliveries.waiting(),
        articles=await store.articles.count(),
        posts=await store.sources.count_files(),
        categories=await store.categories.count(),
    )
    failures = await store.deliveries.failures(now - RECENT, limit=MOST_REASONS)
    return Status(
        failures=tuple(failures),
        counts=counts,
        sources=tuple(sources),
        uptime=max(now - started_at, timedelta(0)),
        version=version,
    )
