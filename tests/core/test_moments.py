from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.moments import Fault, moment

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
"""14:00 in Shanghai."""


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("20:30", "11-28 20:30"),
        ("２０：３０", "11-28 20:30"),
        ("9:00", "11-29 09:00"),
        ("14:00", "11-29 14:00"),
        ("明天 9:00", "11-29 09:00"),
        ("明天9:00", "11-29 09:00"),
        ("tomorrow 9:00", "11-29 09:00"),
        ("Tomorrow  9:00", "11-29 09:00"),
        ("今晚 8:00", "11-28 20:00"),
        ("今晚8点半", "11-28 20:30"),
        ("明早 8点", "11-29 08:00"),
        ("後天 7點05分", "11-30 07:05"),
        ("11-30 09:00", "11-30 09:00"),
        ("11月30日 9:00", "11-30 09:00"),
        ("2026-11-30 9:00", "11-30 09:00"),
        ("2026/12/01 9:00", "12-01 09:00"),
        ("+2h", "11-28 16:00"),
        ("+ 30 min", "11-28 14:30"),
        ("in 2 hours", "11-28 16:00"),
        ("2小时后", "11-28 16:00"),
        ("30分鐘後", "11-28 14:30"),
        ("1天后", "11-29 14:00"),
        ("下午三点", "11-28 15:00"),
        ("晚上八點半", "11-28 20:30"),
        ("十二点", "11-29 12:00"),
        ("二十点三十分", "11-28 20:30"),
        ("明天下午3点", "11-29 15:00"),
        ("明天中午1点", "11-29 13:00"),
        ("明天中午十一点半", "11-29 11:30"),
        ("明天凌晨12点", "11-29 00:00"),
        ("十一月三十日 上午九点", "11-30 09:00"),
        ("两小时后", "11-28 16:00"),
        ("三天后", "12-01 14:00"),
        ("3pm", "11-28 15:00"),
        ("tomorrow 9am", "11-29 09:00"),
        ("tomorrow at 9:30 PM", "11-29 21:30"),
        ("11-30 12am", "11-30 00:00"),
    ],
)
def test_a_time_is_read_in_the_admins_zone(typed: str, there: str) -> None:
    found = moment(typed, now=NOW, zone=SHANGHAI)
    assert isinstance(found, datetime), found
    assert f"{found.astimezone(SHANGHAI):%m-%d %H:%M}" == there
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", Fault.UNCLEAR),
        ("soon", Fault.UNCLEAR),
        ("25:00", Fault.UNCLEAR),
        ("11-31 9:00", Fault.UNCLEAR),
        ("2h", Fault.UNCLEAR),
        ("明天", Fault.UNCLEAR),
        ("明天 9", Fault.UNCLEAR),
        ("下午3", Fault.UNCLEAR),
        ("下午 25点", Fault.UNCLEAR),
        ("今晚12点", Fault.UNCLEAR),
        ("今晚一点", Fault.UNCLEAR),
        ("明天晚上 0:30", Fault.UNCLEAR),
        ("半点", Fault.UNCLEAR),
        ("明天 ??", Fault.UNCLEAR),
        ("11-30 ??", Fault.UNCLEAR),
        ("今天 9:00", Fault.PAST),
        ("11-27 9:00", Fault.PAST),
        ("+0h", Fault.PAST),
        ("2028-01-01 9:00", Fault.FAR),
        ("+9999d", Fault.FAR),
    ],
)
def test_what_is_no_time_to_come_is_told_why(typed: str, fault: Fault) -> None:
    assert moment(typed, now=NOW, zone=SHANGHAI) is fault


def test_a_time_the_clocks_jump_over_is_refused() -> None:
    spring = datetime(2027, 3, 27, 12, tzinfo=UTC)
    assert moment("明天 2:30", now=spring, zone=BERLIN) is Fault.SKIPPED
    assert moment("明天 3:30", now=spring, zone=BERLIN) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    autumn = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert moment("tomorrow 2:30", now=autumn, zone=BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(st.text(max_size=60) | st.from_regex(r"[+]?[0-9]{1,9}[:hd点天-][0-9]{0,9}", fullmatch=True))
def test_nothing_an_admin_types_raises_and_what_is_understood_lies_ahead(typed: str) -> None:
    found = moment(typed, now=NOW, zone=BERLIN)
    assert isinstance(found, Fault) or found > NOW
