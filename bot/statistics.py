"""Gathers the figures of the last days for an admin."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import groupby
from operator import itemgetter

from bot.core import days, figures
from bot.core.days import Counts, Days
from bot.core.figures import Figures
from bot.model import Category, DeliveryState
from bot.store import Store

HOUR = 3600

Event = tuple[datetime, int]


async def gather(store: Store, count: int, *, zone: tzinfo, now: datetime) -> Figures:
    """Counts the last days as they are in a time zone.

    Readers are the active chats. How many there were in the past is told by when each came and when it last left, so
    those who came back count as never gone. Deliveries are known to the hour: where a day begins at half past, the half
    hour before it counts in.
    """
    span = days.last(count, now=now, zone=zone)
    changes = await store.statistics.came_and_went(span.begin)
    ended = [(datetime.fromtimestamp(hour * HOUR, UTC), s, n) for hour, _, s, n in await store.tally.since(span.begin)]
    categories = await store.categories.all()
    return Figures(
        days=span,
        readers=days.standing(span, changes),
        readers_before=sum(change for when, change in changes if when < span.begin),
        sent=days.counted(span, _in(ended, DeliveryState.SENT)),
        unreachable=days.counted(span, _in(ended, DeliveryState.GONE)),
        failed=days.counted(span, _in(ended, DeliveryState.FAILED)),
        read=figures.most_read(await store.statistics.read(), categories),
        written=figures.most_written(await _written(store, span, categories)),
    )


def _in(ended: Iterable[tuple[datetime, str, int]], state: DeliveryState) -> list[Event]:
    return [(when, count) for when, ended_as, count in ended if ended_as == state]


async def _written(store: Store, span: Days, categories: Sequence[Category]) -> dict[str, Counts]:
    """Counts the articles by day under each category of the top level."""
    tops = {category.id: category.path[0] for category in categories}
    found: list[tuple[str, Event]] = []
    begin = span.begin
    while begin < span.begins[-1]:
        end = min(begin + timedelta(days=7), span.begins[-1])  # a week at once, and people are answered between
        found += [(tops[i], (when, n)) for i, when, n in await store.statistics.written(begin, end) if i in tops]
        begin = end
    found.sort(key=itemgetter(0))
    return {top: days.counted(span, (event for _, event in of)) for top, of in groupby(found, key=itemgetter(0))}
