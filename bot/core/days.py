"""Counts by day, as the days are where somebody lives: some have 23 hours, some 25."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import accumulate

Counts = tuple[int, ...]
"""One number for each of some days, the oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days that follow each other in one time zone."""

    dates: tuple[date, ...]
    begins: tuple[datetime, ...]
    """When each begins, and last when they are over; UTC."""

    @property
    def begin(self) -> datetime:
        return self.begins[0]

    def __len__(self) -> int:
        return len(self.dates)


def last(count: int, *, now: datetime, zone: tzinfo) -> Days:
    """Gives the last days, today included, of which the last is not over yet."""
    today = now.astimezone(zone).date()
    dates = tuple(today - timedelta(days=ago) for ago in reversed(range(count)))
    begins = (*dates, today + timedelta(days=1))
    return Days(dates=dates, begins=tuple(datetime.combine(day, time(), zone).astimezone(UTC) for day in begins))


def counted(days: Days, events: Iterable[tuple[datetime, int]]) -> Counts:
    """Sums what happened on each day; nothing is 0, and what happened before or after is left out."""
    sums = [0] * (len(days) + 2)
    for moment, count in events:
        sums[bisect_right(days.begins, moment)] += count
    return tuple(sums[1:-1])


def standing(days: Days, changes: Iterable[tuple[datetime, int]]) -> Counts:
    """Tells how much there is at the end of each day, by all that ever came and went."""
    sums = [0] * (len(days) + 2)
    for moment, change in changes:
        sums[bisect_right(days.begins, moment)] += change
    return tuple(accumulate(sums))[1:-1]
