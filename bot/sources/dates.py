"""Reads the dates posts, feeds and pages carry, in whatever way they are written; what is no instant is no date."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

EARLIEST, LATEST = 1980, 2100
"""Years outside are a source's slip (an empty or overflown clock), not a publication time."""
CHINA = 480
LOCAL = timezone(timedelta(minutes=CHINA))
"""Who writes dates in Chinese words, or posts by hand, means Beijing's time; so does the job that stamps posts."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
MONTHS |= {f"{number}月": number for number in MONTHS.values()}
MONTHS |= {
    f"{name}月": number
    for number, name in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)
}
ZONES = {
    "gmt": 0, "utc": 0, "ut": 0, "z": 0,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "et": -300, "ct": -360, "mt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180,
    "bst": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "eet": 120, "eest": 180, "wet": 0, "west": 60,
    "msk": 180,
    "ist": 330, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "pht": 480, "wib": 420, "ict": 420,
    "aest": 600, "aedt": 660, "acst": 570, "awst": 480, "nzst": 720, "nzdt": 780, "brt": -180, "art": -180,
}  # fmt: skip
"""Minutes east of Greenwich; RFC 822 knows the American ones. A name not listed says nothing."""

_CLOCK = r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?"
_ZONE = r"\s*((?:[AaPp][Mm]\b\s*)?(?:[A-Za-z]{1,5})?\s*(?:[+-]\s*\d{1,2}:?\d{0,2})?)\s*(?:\([^()]*\))?"
_GREENWICH = re.compile(r"(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|\+0000)")
_MAIL = re.compile(
    rf"(?:[^\W\d]+\.?,?\s*)?(\d{{1,2}})[\s-]+([A-Za-z]{{3}}|[\d一二三四五六七八九十]{{1,2}}月)[a-z]*\.?,?[\s-]+(\d{{4}}|\d\d)(?:,?\s+{_CLOCK}{_ZONE})?"
)
_AMERICAN = re.compile(
    rf"(?:[A-Za-z]+\.?,?\s+)?([A-Za-z]{{3}})[a-z]*\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?:,?\s+{_CLOCK}{_ZONE})?"
)
_ASCTIME = re.compile(rf"(?:[A-Za-z]+,?\s+)?([A-Za-z]{{3}})[a-z]*\s+(\d{{1,2}}),?\s+{_CLOCK}{_ZONE}\s+(\d{{4}})")
_ISO = re.compile(rf"(\d{{4}})(?:([-/.]?)(\d{{1,2}})(?:\2(\d{{1,2}}))?)?(?:(?:T|\s)\s*{_CLOCK}{_ZONE})?", re.IGNORECASE)
_COMPACT = re.compile(rf"(\d{{4}})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d):?(\d\d)?{_ZONE})?", re.IGNORECASE)
_CHINESE = re.compile(
    r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?\s*(?:[（(]?(?:星期|周|週)[一二三四五六日天][)）]?)?\s*"
    r"(上午|下午|晚上|凌晨|中午|早上|傍晚)?\s*(?:(\d{1,2})\s*[:：时時点]\s*(\d{1,2})?\s*分?\s*(?:[:：]?\s*(\d{1,2})\s*秒?)?)?"
)
_DOTTED = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}})(?:,?\s+{_CLOCK}{_ZONE})?")
_STAMP = re.compile(r"\d{9,10}|\d{12,13}")
_OFFSET = re.compile(r"[A-Za-z\s]*([+-])\s*(\d{1,2}:?(?:\d{2})?|\d{3})(?!\d)")
_PLACE = re.compile(r"(?<=[\dZ])(?: ?\[([\w/+-]{1,40})\]| \(?([A-Z][A-Za-z]{1,15}(?:/[A-Z][\w+-]{1,20}){1,2})\)?)$")
"""The place whose time it is; behind an offset, as Java writes it, it says nothing more."""
_BEIJING = re.compile(r" ?[(（]?北京时间[)）]?[:：]? ?")
_NAME_BEHIND = re.compile(r"(?<=[+-]\d{4}) [A-Z]{3,5}$")
"""A name behind an offset says nothing more either; Go writes both."""
_CHINAS = re.compile(r"\bCST\b(?! ?[+-]\d)")
"""In China it is China's time; in America another's."""
_HALF = re.compile(r"([ap])m\b\s*", re.IGNORECASE)
LONGEST = 80
NOON, MORNING = 12, 10
HOUR = 60
LATEST_CLOCK = (24, 0, 0)
SECONDS = 10
"""A time stamp of more digits counts milliseconds."""
NEWEST_SHORT = 68
"""A year of two digits up to this is of our century (POSIX)."""


def read_date(text: str, *, local: tzinfo = UTC) -> datetime | None:
    """Gives the instant in UTC, or None for impossible dates and all that is none; without a zone it is local."""
    said = " ".join(text[: 2 * LONGEST].split())
    if not said or len(said) > LONGEST:
        return None
    when = _instant_by((_quick,), said, local)
    if when is None:
        said, local = _placed(said, local)
        said = _CHINAS.sub("+0800", said) if local is LOCAL else said
        when = _instant_by((_mail, _iso, _american, _dotted, _chinese, _stamp), said, local)
    return when if when and EARLIEST <= when.year < LATEST else None


def _instant_by(ways: Iterable[Callable[[str], datetime | None]], said: str, local: tzinfo) -> datetime | None:
    """Gives the instant that the first of several ways of reading finds."""
    for read in ways:
        try:
            found = read(said)
            if found:
                return (found if found.tzinfo else found.replace(tzinfo=local)).astimezone(UTC)
        except (KeyError, ValueError, OverflowError):
            continue
    return None


def _placed(said: str, local: tzinfo) -> tuple[str, tzinfo]:
    """Takes off what only names the zone of a date, and gives the zone."""
    if "北京时间" in said:
        return _BEIJING.sub("", said), LOCAL
    place = _PLACE.search(said)
    if place is None:
        return _NAME_BEHIND.sub("", said), local
    try:
        return said[: place.start()], ZoneInfo(place[1] or place[2])
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return said[: place.start()], local


def _quick(text: str) -> datetime | None:
    """The two ways nearly all feeds write: RFC 822 in GMT, and ISO as Python reads it at once."""
    if text[4:5] == "-":
        return datetime.fromisoformat(text).replace(microsecond=0)
    found = _GREENWICH.fullmatch(text)
    if found is None:
        return None
    day, month, year, hour, minute, second = found.groups()
    return datetime(int(year), MONTHS[month.lower()], int(day), int(hour), int(minute), int(second), tzinfo=UTC)


def _mail(text: str) -> datetime | None:
    """RFC 822, with what feeds make of it: full names, years of two digits, no time."""
    found = _MAIL.fullmatch(text)
    if found is None:
        return None
    day, month, year, *clock, zone = found.groups()
    return _instant(year, MONTHS.get(month.lower(), 0), day, clock, zone)


def _iso(text: str) -> datetime | None:
    found = _COMPACT.fullmatch(text)
    if found is not None:
        year, month, day, *clock, zone = found.groups()
        return _instant(year, month, day, clock, zone)
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, _, month, day, *clock, zone = found.groups()
    return _instant(year, month or 1, day or 1, clock, zone)


def _american(text: str) -> datetime | None:
    """`January 2, 2024 13:04 EST` and C's `Tue Jan  2 13:04:05 2024`."""
    if found := _AMERICAN.fullmatch(text):
        month, day, year, *clock, zone = found.groups()
    elif found := _ASCTIME.fullmatch(text):
        month, day, *clock, zone, year = found.groups()
    else:
        return None
    return _instant(year, MONTHS.get(month.lower(), 0), day, clock, zone)


def _dotted(text: str) -> datetime | None:
    """`2.1.2024 13:04`, as Europe writes it, the day first."""
    found = _DOTTED.fullmatch(text)
    if found is None:
        return None
    day, month, year, *clock, zone = found.groups()
    return _instant(year, month, day, clock, zone)


def _chinese(text: str) -> datetime | None:
    found = _CHINESE.fullmatch(text)
    if found is None:
        return None
    year, month, day, part, hour, minute, second = found.groups()
    clock = [str(int(hour or 0) + NOON * is_past_noon(part, int(hour or 0))), minute, second]
    return _instant(year, month, day, clock, f"+{CHINA // 60}")


def is_past_noon(part: str | None, hour: int) -> bool:
    """Tells whether an hour of the day's part it is in comes so long after noon as it says."""
    return hour < (NOON if part in {"下午", "晚上", "傍晚"} else MORNING if part == "中午" else 0)


def _stamp(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970."""
    if not _STAMP.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text) / (1000 if len(text) > SECONDS else 1), UTC)


def _instant(year: str, month: str | int, day: str | int, clock: list[str | None], zone: str | None) -> datetime:
    """Puts the parts together; without a zone it knows of none."""
    hour, minute, second = (int(part or 0) for part in clock)
    if half := _HALF.match(zone or ""):
        zone = _HALF.sub("", zone or "")
        hour = hour % NOON + NOON * (half[1] in "pP")
    day_began = datetime(_full(year), int(month), int(day), tzinfo=zone_of(zone) if zone and zone.strip() else None)
    if (hour, minute, second) > LATEST_CLOCK or minute >= HOUR or second > HOUR:
        raise ValueError(clock)
    # A leap second and the hour 24 are the next minute and day.
    return day_began + timedelta(hours=hour, minutes=minute, seconds=second)


def _full(year: str) -> int:
    if len(year) > len("26"):
        return int(year)
    return int(year) + (2000 if int(year) <= NEWEST_SHORT else 1900)


@lru_cache(maxsize=256)
def zone_of(text: str) -> timezone | None:
    """Gives the zone of `+0800`, `GMT+8`, `EST`; what a sign follows counts more than the name before it."""
    found = _OFFSET.match(text)
    if found is None:
        east = ZONES.get(re.sub(r"[^a-z]", "", text.lower()))
        return None if east is None else timezone(timedelta(minutes=east))
    # The minutes are the last two digits of three or four.
    sign, digits = found[1], found[2].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > len("08") else (digits, "0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset)
