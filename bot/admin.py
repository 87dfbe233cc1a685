"""How the bot is doing, for its admins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model import Counts, SourceHealth
from bot.store import Store
from bot.store.feeds import StoredFeed

RECENT = timedelta(days=7)
MOST_REASONS = 3
MOST_FEEDS = 12
"""Feeds that are named, those that failed most often in a row first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsHealth:
    """How all feeds together are; one that is paused is no problem."""

    count: int = 0
    paused: int = 0
    failing: int = 0
    named: tuple[StoredFeed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    counts: Counts
    failures: tuple[tuple[str, int], ...]
    """Why deliveries failed in the last days and how many, the commonest reason first."""
    sources: tuple[SourceHealth, ...]
    feeds: FeedsHealth
    uptime: timedelta
    version: str


async def status(
    store: Store, sources: Sequence[SourceHealth], *, started_at: datetime, version: str, now: datetime
) -> Status:
    """Counts what the store holds and adds how the sources are."""
    counts = Counts(
        chats=await store.chats.count(),
        deliveries=await store.tally.by_state() | await store.deliveries.waiting(),
        held=await store.deliveries.held(),
        articles=await store.articles.count(),
        posts=await store.sources.count_files(),
        categories=await store.categories.count(),
    )
    failures = await store.deliveries.failures(now - RECENT, limit=MOST_REASONS)
    return Status(
        failures=tuple(failures),
        counts=counts,
        sources=tuple(sources),
        feeds=_health(await store.feeds.all()),
        uptime=max(now - started_at, timedelta(0)),
        version=version,
    )


def _health(feeds: Sequence[StoredFeed]) -> FeedsHealth:
    failing = [feed for feed in feeds if _trouble(feed) < 0]
    return FeedsHealth(
        count=len(feeds),
        paused=sum(feed.state.paused for feed in feeds),
        failing=len(failing),
        named=tuple(sorted(feeds, key=_trouble)[:MOST_FEEDS]),
    )


def _trouble(feed: StoredFeed) -> int:
    """Gives how often a feed failed in a row, below zero; one that is paused is left alone and fails no more."""
    return 0 if feed.state.paused else -max(feed.state.failures, int(feed.state.gone))
