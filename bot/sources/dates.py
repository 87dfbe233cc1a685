"""Reads the dates posts carry; what is no instant is no date."""

import re
from datetime import UTC, datetime, timedelta, timezone

EARLIEST, LATEST = 1980, 2100
"""Years outside are a source's slip (an empty or overflown clock), not a publication time."""

LOCAL = timezone(timedelta(hours=8))
"""The job that writes such posts stamps its own local time (Asia/Shanghai) when a feed has no dates."""

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_ZONES = {
    "gmt": 0,
    "utc": 0,
    "ut": 0,
    "z": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
_MAIL = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,3}|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)


def read_date(text: str) -> datetime | None:
    """Gives the instant in UTC, or None for `Invalid Date`, impossible dates and anything else."""
    try:
        when = _mail(text) or _iso(text)
    except (ValueError, OverflowError):
        return None
    return when if when and EARLIEST <= when.year < LATEST else None


def _mail(text: str) -> datetime | None:
    """RFC 822, as feeds write it; without a zone it is UTC."""
    found = _MAIL.fullmatch(text.strip())
    if found is None or found[2].lower() not in _MONTHS:
        return None
    day, month, year, hour, minute, second, zone = found.groups()
    when = datetime(
        int(year),
        _MONTHS[month.lower()],
        int(day),
        int(hour),
        int(minute),
        int(second or 0),
        tzinfo=_zone(zone or "GMT"),
    )
    return when.astimezone(UTC)


def _iso(text: str) -> datetime | None:
    """`2021-04-21`, with or without a time; without a zone it is the writer's local time."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    *parts, zone = found.groups("0")
    year, month, day, hour, minute, second = map(int, parts)
    return datetime(year, month, day, hour, minute, second, tzinfo=LOCAL if zone == "0" else _zone(zone)).astimezone(
        UTC
    )


def _zone(name: str) -> timezone:
    if name.lower() in _ZONES:
        return timezone(timedelta(hours=_ZONES[name.lower()]))
    if name[0] not in "+-":
        raise ValueError(name)
    digits = name[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if name[0] == "-" else offset)
