"""When an admin means by what they typed: a moment in their own time zone."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

LONGEST = 40
FARTHEST = timedelta(days=366)
LONG_AGO = timedelta(days=183)
"""A day without its year that was so long ago is the next year's."""
NOON = 12
EVENING = 5
"""From five on an hour of an evening is its own day's; twelve and those before five may be the next day's."""
WEEK = 7


class Fault(StrEnum):
    UNCLEAR = "unclear"
    PAST = "past"
    SKIPPED = "skipped"
    """The clocks are put forward over it that day."""
    FAR = "far"


_DAYS = {
    "今天": 0, "今日": 0, "今": 0, "today": 0, "this": 0,
    "明天": 1, "明日": 1, "明": 1, "tomorrow": 1,
    "大后天": 3, "大後天": 3, "后天": 2, "後天": 2,
}  # fmt: skip
_UNITS = {
    "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1, "分": 1, "分钟": 1, "分鐘": 1, "刻钟": 15, "刻鐘": 15,
    "h": 60, "hour": 60, "hours": 60, "时": 60, "小时": 60, "小時": 60, "钟头": 60, "鐘頭": 60,
    "d": 1440, "day": 1440, "days": 1440, "天": 1440,
}  # fmt: skip
"""In minutes."""
_COUNTS = {"a": 1, "an": 1, "half a": 0.5, "half an": 0.5, "半": 0.5}
_MORNINGS = frozenset({"凌晨", "清晨", "早晨", "早上", "上午", "早", "晨", "morning", "am"})
_NOONS = frozenset({"中午", "正午", "noon"})
_AFTERNOONS = frozenset({"下午", "傍晚", "afternoon", "pm"})
_EVENINGS = frozenset({"晚上", "晚间", "晚間", "夜里", "夜裡", "深夜", "晚", "evening", "night"})
_PARTS = "|".join(sorted((_MORNINGS | _NOONS | _AFTERNOONS | _EVENINGS) - {"am", "pm"}, key=len, reverse=True))
_CLOCK = re.compile(
    rf"(?P<part>{_PARTS})?\s*(?P<at>at )?(?P<hour>\d{{1,2}})"
    r"(?P<minutes>[:.h](?P<minute>\d{2})|[点點时時](?:(?P<half>半)|(?P<quarters>[13])刻|(?P<past>\d{1,2})分?|[整正钟鐘])?)?"
    r"\s*(?P<half_day>[ap]m)?(?: (?:in the|at) (?P<later_part>morning|afternoon|evening|night))?"
)
_NUMERAL = re.compile(
    "(?:([一二两兩三四五六七八九])?(十))?([〇零一二两兩三四五六七八九])?(?=[点點时時分刻月日号號小天个個])"
)
_DIGITS = {
    numeral: value
    for value, numerals in enumerate(["〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"])
    for numeral in numerals
}
_LATER = re.compile(
    r"(?P<before>\+|in |after |再?[过過])?\s*(?P<count>\d{1,4}(?:\.5)?|half an?|an?|半)\s*[个個]?(?P<half>半)?\s*"
    r"(?P<unit>[a-z]+|[\u4e00-\u9fff]{1,2}?)\s*(?P<after>[以之]?[后後]|from now|later|(?P<ago>[以之]?前|ago))?"
)
_OVER = re.compile(r"昨|前[天日晚]|上[个個]?[周月]|\d天[以之]?前|刚才|剛才|\b(?:yesterday|last)\b")
_DAY = (
    r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<date>\d{1,2})(?:[日号號]|(?=[ t]|$))"
    r"|(?P<week>on |this |next |下[个個]?|本|[这這][个個]?)?周(?P<weekday>[1-7])"
    rf"|(?P<days>\d{{1,3}})天[以之]?[后後]|(?P<named>{'|'.join(_DAYS)})"
)
_DAY_FIRST = re.compile(rf"(?:{_DAY})[ t]*(?P<clock>.+)")
_DAY_LAST = re.compile(rf"(?P<clock>.+?) (?:on (?!周))?(?:{_DAY})")
_WEEKDAY = re.compile(
    r"(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])|\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?\b"
)
_WEEKDAYS = ("一mon", "二tue", "三wed", "四thu", "五fri", "六sat", "日天sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    rf"\b(?:(?<![:\d])(?P<before>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
    r"(?(before)|(?: (?P<date>\d{1,2})(?:st|nd|rd|th)?\b)?)"
)


def moment(typed: str, *, now: datetime, zone: tzinfo) -> datetime | Fault:
    """Reads `20:30`, `明天 9:00`, `下午三点`, `周一 9点`, `11-30 9am`, `+2h` or their like; gives the moment in UTC."""
    said = _plainly(typed[:LONGEST])
    if _OVER.search(said):
        return Fault.PAST
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


def _plainly(typed: str) -> str:
    """Writes numbers as figures, days of the week as `周1` and months as `12月`."""
    said = " ".join(unicodedata.normalize("NFKC", typed).casefold().replace(",", " ").split())
    said = said.replace("a.m.", "am").replace("p.m.", "pm").replace("tonight", "today evening")
    return _NUMERAL.sub(_number, _MONTH.sub(_month, _WEEKDAY.sub(_weekday, said))).strip()


def _number(match: re.Match[str]) -> str:
    tens, ten, ones = match.groups()
    if not (ten or ones):
        return ""
    return str((_DIGITS[tens] if tens else 1 if ten else 0) * 10 + (_DIGITS[ones] if ones else 0))


def _weekday(match: re.Match[str]) -> str:
    name = match[1] or match[2]
    return f"周{next(number for number, names in enumerate(_WEEKDAYS, start=1) if name in names)} "


def _month(match: re.Match[str]) -> str:
    return f"{_MONTHS.index(match['name']) + 1}月{match['before'] or match['date'] or ''}"


def _later(said: str, now: datetime) -> datetime | None:
    """Reads how long from now, or how long ago."""
    match = _LATER.fullmatch(said)
    minutes = _UNITS.get(match["unit"]) if match else None
    if match is None or minutes is None or not (match["before"] or match["after"]):
        return None
    count = _COUNTS.get(match["count"]) or float(match["count"])
    length = timedelta(minutes=minutes * (count + (0.5 if match["half"] else 0)))
    return now - length if match["ago"] else now + length


def _on_a_day(said: str, here: datetime) -> datetime | Fault | None:
    """Reads a clock's time, with its day before or behind it."""
    for form in (_DAY_FIRST, _DAY_LAST):
        match = form.fullmatch(said)
        clock = _clock(match["clock"]) if match else None
        if match and clock:
            return at(_day(match, here, clock), clock, _zone(here))
    clock = _clock(said)
    return at(_next_day(here, clock), clock, _zone(here)) if clock else None


def _day(match: re.Match[str], here: datetime, clock: time) -> date:
    today = here.date()
    if match["named"]:
        return today + timedelta(days=_DAYS[match["named"]])
    if match["days"]:
        return today + timedelta(days=int(match["days"]))
    if match["weekday"]:
        return _day_of_a_week(match, here, clock)
    found = date(int(match["year"] or here.year), int(match["month"]), int(match["date"]))
    return found.replace(year=here.year + 1) if not match["year"] and today - found > LONG_AGO else found


def _day_of_a_week(match: re.Match[str], here: datetime, clock: time) -> date:
    """Gives the coming day of that name; one of this week or of the next, from Monday on, where it is said so."""
    week, day = (match["week"] or "").strip(), int(match["weekday"]) - 1
    if week.startswith(("next", "下")):
        return here.date() + timedelta(days=WEEK - here.weekday() + day)
    if week in {"", "on", "this"}:
        ahead = (day - here.weekday()) % WEEK
        return here.date() + timedelta(days=ahead) if ahead else _next_day(here, clock, WEEK)
    return here.date() + timedelta(days=day - here.weekday())


def _next_day(here: datetime, clock: time, days: int = 1) -> date:
    """Gives today while the clock's time is to come, else the day so many days later."""
    return here.date() + timedelta(days=days if here.replace(tzinfo=None).time() >= clock else 0)


def _clock(said: str) -> time | None:
    is_at, said = said.startswith("at "), said.strip().removeprefix("at ")
    if said in _NOONS:
        return time(NOON)
    match = _CLOCK.fullmatch(said)
    if match is None or not (match["minutes"] or match["half_day"] or match["at"] or is_at):
        return None
    hour = _hour(int(match["hour"]), match["part"] or match["later_part"] or match["half_day"] or "")
    minute = int(match["quarters"] or 0) * 15 or int(match["minute"] or match["past"] or 0)
    return None if hour is None else time(hour, 30 if match["half"] else minute)


def _hour(said: int, part: str) -> int | None:
    """Gives the hour of the day; None for an hour past an evening, which may be the one day's or the next."""
    if part in _EVENINGS and (said == NOON or said < EVENING):
        return None
    if part in _MORNINGS and said == NOON:
        return 0
    is_later = part in _AFTERNOONS | _EVENINGS or (part in _NOONS and said < NOON - 2)
    return said + NOON if is_later and said < NOON else said


def _zone(here: datetime) -> tzinfo:
    if here.tzinfo is None:
        raise ValueError("a moment without a zone")
    return here.tzinfo
