"""Reads the dates people write on pages."""

import re
from datetime import UTC, datetime, timezone

from bot.sources.dates import EARLIEST, LATEST, LOCAL, NOON, is_past_noon, read_date, zone_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_CLOCK = r"(\d{1,2})[:：点时](\d{2})(?:[:：分](\d{2}))?(?:\.\d{1,9})?"
_ZONE = r"(Z|UTC|GMT|[ECMP][SD]?T|BST|[+-]\d{2}:?\d{2})?(?![a-z])"
_WEEKDAY = r"(?: ?[（(]?(?:星期|周|週)[一二三四五六日天][)）]?)?"
_HALVES = "上午|下午|晚上|凌晨|中午|早上|傍晚"
_NUMBERS = re.compile(
    rf"(?<!\d)(\d{{4}}) ?[-/.年] ?(\d{{1,2}}) ?[-/.月] ?(\d{{1,2}})(?!\d)(?: ?日)?{_WEEKDAY}"
    rf"(?:[T ,，]{{0,3}}({_HALVES})? ?{_CLOCK} ?{_ZONE})?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?:({_NAMES})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)? ({_NAMES})\.?,? (\d{{4}}))"
    rf"(?:\D{{0,5}}?(\d{{1,2}}):(\d{{2}})(?::\d{{2}})? ?([ap]\.?m\.?)? ?{_ZONE})?",
    re.IGNORECASE,
)
_JAVA = rf"\b{_NAMES} \d\d \d\d:\d\d:\d\d [A-Z]{{3,4}} \d{{4}}\b"
DATE = re.compile(rf"{_NUMBERS.pattern}|{_WORDS.pattern}|{_JAVA}", re.IGNORECASE)
"""A date as bylines have it."""
SHORTEST = 8
"""A page's bare year or month is no date of an article."""


def date_in(text: str, *, chinese: bool) -> datetime | None:
    """Gives the first instant a text names, in UTC; a Chinese page means Asia/Shanghai where it tells no zone."""
    text = text.strip()[:120]
    if len(text) < SHORTEST:
        return None
    local = LOCAL if chinese else UTC
    try:
        found = read_date(text, local=local) or _numbers(text, local) or _words(text, local)
    except (ValueError, OverflowError):
        return None
    return found if found and EARLIEST <= found.year < LATEST else None


def _numbers(text: str, local: timezone) -> datetime | None:
    found = _NUMBERS.search(text)
    if found is None:
        return None
    *parts, zone = found.groups()
    half = parts.pop(3)
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    hour += NOON * is_past_noon(half, hour)
    return datetime(year, month, day, hour, minute, second, tzinfo=_zone(zone, local)).astimezone(UTC)


def _words(text: str, local: timezone) -> datetime | None:
    found = _WORDS.search(text)
    if found is None:
        return None
    month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    hour = int(found[7] or 0)
    if found[9]:
        hour = hour % NOON + (NOON if found[9].lower().startswith("p") else 0)
    zone = _zone(found[10], local)
    number = _MONTHS.index(month[:3].lower()) + 1
    return datetime(int(year), number, int(day), hour, int(found[8] or 0), tzinfo=zone).astimezone(UTC)


def _zone(name: str | None, local: timezone) -> timezone:
    is_local = not name or (local is LOCAL and name.upper() == "CST")
    return local if is_local else zone_of(name) or local
