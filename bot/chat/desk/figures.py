"""Figures of a broadcast in words: how long, when, how much, by whom."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from bot.model import Chat
from bot.texts import say

BAR = 12
_FULL, _EMPTY = "▓", "░"
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def zone(chat: Chat) -> tzinfo:
    try:
        return ZoneInfo(chat.time_zone)
    except (KeyError, ValueError, OSError):
        return UTC


def bar(share: float) -> str:
    """Draws a share; only all of it is full."""
    done = min(BAR, int(share * BAR))
    return f"{_FULL * done}{_EMPTY * (BAR - done)} {int(share * 100)}%"


def duration(language: str, length: timedelta) -> str:
    """Tells a time in its two largest units."""
    seconds = max(0, round(length.total_seconds()))
    if seconds < _MINUTE:
        return say(language, "desk-seconds", count=max(seconds, 1))
    if seconds < _HOUR:
        return say(language, "desk-minutes", count=-(-seconds // _MINUTE))
    if seconds < _DAY and seconds % _HOUR < _MINUTE:
        return say(language, "desk-spread-hours", hours=seconds // _HOUR)
    if seconds < _DAY:
        return say(language, "desk-hours", hours=seconds // _HOUR, minutes=seconds % _HOUR // _MINUTE)
    return say(language, "desk-days", days=seconds // _DAY, hours=seconds % _DAY // _HOUR)


def when(chat: Chat, moment: datetime, now: datetime, *, exact: bool = False) -> str:
    """Tells a moment in the chat's own zone, with its day where it is not today."""
    here, today = moment.astimezone(zone(chat)), now.astimezone(zone(chat)).date()
    clock = f"{here:%H:%M:%S}" if exact else f"{here:%H:%M}"
    if here.date() == today:
        return clock
    if here.date() == today + timedelta(days=1):
        return say(chat.language, "desk-tomorrow", time=clock)
    form = "news-date" if here.year == today.year else "news-date-year"
    return say(chat.language, form, year=str(here.year), month=here.month, day=here.day, time=clock)


def rate(per_second: float) -> str:
    return f"{per_second:.0f}" if per_second >= 10 else f"{per_second:.1f}"  # noqa: PLR2004 - a figure with two digits tells enough


def person(language: str, person_id: int, own_id: int, names: Mapping[int, str]) -> str:
    """Tells who an admin is to another."""
    if person_id == own_id:
        return say(language, "desk-you")
    return names.get(person_id) or say(language, "desk-admin", id=str(person_id))
