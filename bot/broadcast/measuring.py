"""How many a broadcast is for, how far it has come, and what it takes: figures, nothing is changed."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.broadcast.terms import Terms
from bot.core import broadcasts
from bot.core.broadcasts import ENDED, Broadcast, Progress, State
from bot.store import Store

MOST_ROWS = 200_000
_CHUNK = 5_000
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A broadcast as its card tells it."""

    broadcast: Broadcast
    progress: Progress
    rate: float = 0.0
    """Messages a second of late."""
    to_go: timedelta | None = None
    shut: int = 0
    """Chats it waits for that let the bot write nothing at present."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a dry run tells."""

    private: int
    groups: int
    channels: int
    rate: float
    takes: timedelta
    stars: float
    """0 when nothing is paid for."""

    @property
    def readers(self) -> int:
        return self.private + self.groups + self.channels


async def readers(store: Store, broadcast: Broadcast, *, now: datetime) -> Mapping[str, int]:
    """Counts the chats it is for now, by kind."""
    if broadcast.of_id is None:
        return await store.broadcasts.count(broadcast.audience, now=now)
    return await store.broadcasts.count_reached(broadcast.of_id, broadcast.kind, now=now)


async def dry_run(store: Store, broadcast: Broadcast, terms: Terms, *, now: datetime) -> Estimate:
    """Tells whom it would reach, how long that takes at the present rate and what it costs."""
    counts = await readers(store, broadcast, now=now)
    total, rate = sum(counts.values()), terms.rate(broadcast.is_paid)
    takes = broadcasts.time_to_go(total, rate) or timedelta(0)
    return Estimate(
        private=counts.get("private", 0),
        groups=counts.get("group", 0) + counts.get("supergroup", 0),
        channels=counts.get("channel", 0),
        rate=rate,
        takes=max(takes, broadcast.spread),
        stars=broadcasts.stars(total) if broadcast.is_paid else 0.0,
    )


async def standing(store: Store, broadcast: Broadcast) -> Standing:
    """Tells how far a broadcast has come."""
    counts = await store.deliveries.count(broadcast.what) if broadcast.began_at else {}
    progress = broadcasts.progress_of(broadcast.total, counts, ended=broadcast.state in ENDED)
    shut = await store.deliveries.held_of(broadcast.what) if broadcast.state is State.SENDING else 0
    return Standing(broadcast=broadcast, progress=progress, shut=shut)


def at_rate(known: Standing, rate: float, now: datetime) -> Standing:
    """Adds how fast it went of late and how long it will go on; what is spread takes its time."""
    one = known.broadcast
    to_go = broadcasts.time_to_go(known.progress.left, rate)
    if one.spread and one.start_at:
        rest = one.start_at + one.spread - now
        to_go = max(to_go or rest, rest)
    return replace(known, rate=rate, to_go=to_go)


async def failures(store: Store, broadcast: Broadcast) -> bytes:
    """Writes whom it did not reach and why, as a table for spreadsheets."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(("chat", "kind", "language", "state", "reason", "time"))
    after = 0
    for _ in range(MOST_ROWS // _CHUNK):
        rows = await store.broadcasts.failures(broadcast.id, after=after, limit=_CHUNK)
        for number, chat_id, kind, language, state, reason, at in rows:
            after = number
            table.writerow((chat_id, *map(harmless, (kind, language, state, reason or "", _time(at)))))
        if len(rows) < _CHUNK:
            break
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Gives a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def _time(at: float | None) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S") if at else ""
