"""When an admin means by what they typed: a moment in their own time zone."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

LONGEST = 40
FARTHEST = timedelta(days=366)
NOON = 12
EVENING = 5
"""From five on an hour of an evening is its own day's; twelve and those before five may be the next day's."""


class Fault(StrEnum):
    UNCLEAR = "unclear"
    PAST = "past"
    SKIPPED = "skipped"
    """The clocks are put forward over it that day."""
    FAR = "far"


_DAYS = {
    "今天": 0, "今日": 0, "今晚": 0, "today": 0, "tonight": 0,
    "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "tomorrow": 1,
    "后天": 2, "後天": 2,
}  # fmt: skip
_EVENINGS = frozenset({"今晚", "明晚", "tonight"})
_UNITS = {
    "m": "minutes", "min": "minutes", "mins": "minutes", "minute": "minutes", "minutes": "minutes",
    "分": "minutes", "分钟": "minutes", "分鐘": "minutes",
    "h": "hours", "hour": "hours", "hours": "hours", "时": "hours", "小时": "hours", "小時": "hours",
    "d": "days", "day": "days", "days": "days", "天": "days",
}  # fmt: skip
_MORNINGS = frozenset({"凌晨", "早上", "上午", "am"})
_AFTERNOONS = frozenset({"下午", "傍晚", "晚上", "pm"})
_CLOCK = re.compile(
    r"(?:at )?(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上)?\s*(?P<hour>\d{1,2})"
    r"(?P<minutes>:(?P<minute>\d{2})|[点點](?:(?P<half>半)|(?P<past>\d{1,2})分?)?)?\s*(?P<half_day>[ap]m)?"
)
_NUMERAL = re.compile("(?:([一二两兩三四五六七八九])?(十))?([〇零一二两兩三四五六七八九])?(?=[点點分月日小天])")
_DIGITS = {
    numeral: value
    for value, numerals in enumerate(["〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"])
    for numeral in numerals
}
_LATER = re.compile(r"(?:\+|in )?\s*(?P<count>\d{1,4})\s*(?P<unit>[a-z]+|[\u4e00-\u9fff]{1,2}?)\s*(?P<after>[后後])?")
_DATED = re.compile(r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?\s+(?P<clock>.+)")
_NAMED = re.compile(rf"(?P<day>{'|'.join(_DAYS)})\s*(?P<clock>.+)")


def moment(typed: str, *, now: datetime, zone: tzinfo) -> datetime | Fault:
    """Reads `20:30`, `明天 9:00`, `下午三点`, `11-30 9am`, `+2h` or their like; gives the moment in UTC."""
    said = _NUMERAL.sub(_number, " ".join(unicodedata.normalize("NFKC", typed[:LONGEST]).casefold().split()))
    try:
        found = _later(said, now) or _on_a_day(said, now.astimezone(zone))
    except (ValueError, OverflowError):  # there is no 31 November
        return Fault.UNCLEAR
    if not isinstance(found, datetime):
        return found or Fault.UNCLEAR
    if found <= now:
        return Fault.PAST
    return found if found - now <= FARTHEST else Fault.FAR


def at(day: date, clock: time, zone: tzinfo) -> datetime | Fault:
    """Gives the moment of a clock's time on a day; of two the first, and none where the clocks jump over it."""
    found = datetime.combine(day, clock, zone).astimezone(UTC)
    return found if found.astimezone(zone).time() == clock else Fault.SKIPPED


def _later(said: str, now: datetime) -> datetime | None:
    match = _LATER.fullmatch(said)
    unit = _UNITS.get(match["unit"]) if match else None
    if match is None or unit is None or not (match["after"] or said.startswith(("+", "in "))):
        return None
    return now + timedelta(**{unit: int(match["count"])})


def _on_a_day(said: str, here: datetime) -> datetime | Fault | None:
    dated, named = _DATED.fullmatch(said), _NAMED.fullmatch(said)
    if dated:
        clock = _clock(dated["clock"])
        day = date(int(dated["year"] or here.year), int(dated["month"]), int(dated["day"]))
        return at(day, clock, _zone(here)) if clock else None
    if named:
        clock = _clock(named["clock"], evening=named["day"] in _EVENINGS)
        return at(here.date() + timedelta(days=_DAYS[named["day"]]), clock, _zone(here)) if clock else None
    clock = _clock(said)
    if clock is None:
        return None
    passed = here.replace(tzinfo=None).time() >= clock
    return at(here.date() + timedelta(days=1 if passed else 0), clock, _zone(here))


def _clock(said: str, *, evening: bool = False) -> time | None:
    match = _CLOCK.fullmatch(said.strip())
    if match is None or not (match["minutes"] or match["half_day"]):
        return None
    hour = _hour(int(match["hour"]), match["part"] or match["half_day"] or ("晚上" if evening else ""))
    return None if hour is None else time(hour, 30 if match["half"] else int(match["minute"] or match["past"] or 0))


def _hour(said: int, part: str) -> int | None:
    """Gives the hour of the day; None for an hour past an evening, which may be the one day's or the next."""
    if part == "晚上" and (said == NOON or said < EVENING):
        return None
    if part in _MORNINGS and said == NOON:
        return 0
    is_later = part in _AFTERNOONS or (part == "中午" and said < NOON - 2)
    return said + NOON if is_later and said < NOON else said


def _number(match: re.Match[str]) -> str:
    tens, ten, ones = match.groups()
    if not (ten or ones):
        return ""
    return str((_DIGITS[tens] if tens else 1 if ten else 0) * 10 + (_DIGITS[ones] if ones else 0))


def _zone(here: datetime) -> tzinfo:
    if here.tzinfo is None:
        raise ValueError("a moment without a zone")
    return here.tzinfo
