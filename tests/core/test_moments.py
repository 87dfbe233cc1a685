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
        ("明早七点一刻", "11-29 07:15"),
        ("下午三點三刻", "11-28 15:45"),
        ("晚上8時30分", "11-28 20:30"),
        ("明天八点整", "11-29 08:00"),
        ("晚八点", "11-28 20:00"),
        ("深夜十一点", "11-28 23:00"),
        ("清晨六点", "11-29 06:00"),
        ("明天中午", "11-29 12:00"),
        ("大后天九点", "12-01 09:00"),
        ("三天后上午九点", "12-01 09:00"),
        ("周一九点", "11-30 09:00"),
        ("星期一十点半", "11-30 10:30"),
        ("下週五 9:00", "12-04 09:00"),
        ("本周日晚上八点", "11-29 20:00"),
        ("礼拜六 9:00", "12-05 09:00"),
        ("周六 15:00", "11-28 15:00"),
        ("12月1日九点", "12-01 09:00"),
        ("十二月一號上午九點", "12-01 09:00"),
        ("1月5日 9:00", "01-05 09:00"),
        ("半小时后", "11-28 14:30"),
        ("一个半小时后", "11-28 15:30"),
        ("两个小时之后", "11-28 16:00"),
        ("过一刻钟", "11-28 14:15"),
        ("in 20 minutes", "11-28 14:20"),
        ("in half an hour", "11-28 14:30"),
        ("an hour from now", "11-28 15:00"),
        ("in 1.5 hours", "11-28 15:30"),
        ("tonight at 8", "11-28 20:00"),
        ("this evening at 8", "11-28 20:00"),
        ("tomorrow morning at 9", "11-29 09:00"),
        ("9am tomorrow", "11-29 09:00"),
        ("at 8 in the evening", "11-28 20:00"),
        ("9 a.m. on Monday", "11-30 09:00"),
        ("next Friday 9am", "12-04 09:00"),
        ("noon", "11-29 12:00"),
        ("8.30pm", "11-28 20:30"),
        ("Dec 1, 9:00", "12-01 09:00"),
        ("1st December 9:00", "12-01 09:00"),
        ("9:00 on 1 Dec", "12-01 09:00"),
        ("2026-12-01T09:00", "12-01 09:00"),
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
        ("tomorrow morning", Fault.UNCLEAR),
        ("周末", Fault.UNCLEAR),
        ("+90", Fault.UNCLEAR),
        ("20 May be", Fault.UNCLEAR),
        ("今天 9:00", Fault.PAST),
        ("今早八点", Fault.PAST),
        ("昨天八点", Fault.PAST),
        ("昨晚八點半", Fault.PAST),
        ("昨天", Fault.PAST),
        ("前天上午十点", Fault.PAST),
        ("上周五八点", Fault.PAST),
        ("上個星期五 8:00", Fault.PAST),
        ("本周一 9:00", Fault.PAST),
        ("五分钟前", Fault.PAST),
        ("三天前八点", Fault.PAST),
        ("刚才", Fault.PAST),
        ("yesterday 9am", Fault.PAST),
        ("9am yesterday", Fault.PAST),
        ("last Friday 9am", Fault.PAST),
        ("2 hours ago", Fault.PAST),
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


@pytest.mark.parametrize(("hour", "day"), [(9, "11-28"), (11, "12-05")])
def test_the_name_of_todays_weekday_is_today_until_its_hour_has_passed(hour: int, day: str) -> None:
    here = datetime(2026, 11, 28, hour, 30, tzinfo=SHANGHAI)
    found = moment("周六十点", now=here, zone=SHANGHAI)
    assert isinstance(found, datetime)
    assert f"{found.astimezone(SHANGHAI):%m-%d %H:%M}" == f"{day} 10:00"


_WORDS = st.lists(
    st.sampled_from(
        "今 明 昨 下 周 一 二 十 半 个 点 刻 早 晚 12 30 : 月 日 天 小时 后 前 at in next mon dec noon pm".split()
    )
)


@given(_WORDS.map("".join) | _WORDS.map(" ".join))
def test_no_words_of_time_in_any_order_raise(typed: str) -> None:
    found = moment(typed, now=NOW, zone=BERLIN)
    assert isinstance(found, Fault) or found > NOW


@given(st.text(max_size=60) | st.from_regex(r"[+]?[0-9]{1,9}[:hd点天-][0-9]{0,9}", fullmatch=True))
def test_nothing_an_admin_types_raises_and_what_is_understood_lies_ahead(typed: str) -> None:
    found = moment(typed, now=NOW, zone=BERLIN)
    assert isinstance(found, Fault) or found > NOW
