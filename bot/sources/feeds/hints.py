"""What a feed wishes of those who poll it, as RSS and its modules write it."""

import re
from collections.abc import Iterator

from bot.sources.feeds.entries import Fields
from bot.sources.feeds.texts import words_of
from bot.sources.feeds.tree import name_of

PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOURS = 24
LONGEST_TTL = 525_600
"""A year in minutes; what claims more is no wish."""
_NUMBER = re.compile(r"([0-9]{1,9})(?![0-9])")


def ttl_minutes(fields: Fields) -> int | None:
    """Gives how long a feed may be kept before it is asked for again."""
    number = _number(_said(fields, "ttl"))
    return number if number and number <= LONGEST_TTL else None


def update_seconds(fields: Fields) -> int | None:
    """Gives how often the feed says it changes: its period shared by its frequency."""
    period = PERIODS.get(_said(fields, "sy:updateperiod").lower())
    if period is None:
        return None
    return max(1, period // (_number(_said(fields, "sy:updatefrequency")) or 1))


def skip_hours(fields: Fields) -> frozenset[int]:
    """Gives the hours in which the feed asks not to be polled; some write midnight as 24."""
    hours = (_number(said) for said in _listed(fields, "skiphours"))
    return frozenset(hour % HOURS for hour in hours if hour is not None and hour <= HOURS)


def skip_days(fields: Fields) -> frozenset[int]:
    """Gives the days on which the feed asks not to be polled; Monday is 0."""
    said = (day[:3].lower() for day in _listed(fields, "skipdays"))
    return frozenset(DAYS.index(day) for day in said if day in DAYS)


def _said(fields: Fields, name: str) -> str:
    return next((said for found in fields.get(name, ()) if (said := words_of(found).strip())), "")


def _listed(fields: Fields, name: str) -> Iterator[str]:
    for found in fields.get(name, ()):
        yield from (words_of(child).strip() for child in found if name_of(child.tag) in {"hour", "day"})


def _number(said: str) -> int | None:
    return int(found[1]) if (found := _NUMBER.match(said)) else None
