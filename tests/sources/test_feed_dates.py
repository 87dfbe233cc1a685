from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.feeds.dates import read_feed_date


def at(*parts: int) -> datetime:
    year, month, day, hour, minute, second = (*parts, 0, 0, 0)[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("Thu, 01 Jan 2004 19:48:21 GMT", at(2004, 1, 1, 19, 48, 21)),
        ("  Thu,\n 1 Jan 04 19:48 EST ", at(2004, 1, 2, 0, 48)),
        ("1 January 99", at(1999, 1, 1)),
        ("Tuesday, 02-Jan-24 13:04:05 GMT", at(2024, 1, 2, 13, 4, 5)),
        ("Tue, 02 Jan 2024 13:04:05 +800", at(2024, 1, 2, 5, 4, 5)),
        ("Tue, 02 Jan 2024 13:04:05 GMT+8", at(2024, 1, 2, 5, 4, 5)),
        ("Tue, 02 Jan 2024 13:04:05 -0330 (NST)", at(2024, 1, 2, 16, 34, 5)),
        ("Tue, 02 Jan 2024 13:04:05 XYZ", at(2024, 1, 2, 13, 4, 5)),
        ("Tue, 02 Jan 2024 1:04 PM", at(2024, 1, 2, 13, 4)),
        ("Tue, 02 Jan 2024 12:04 AM EST", at(2024, 1, 2, 5, 4)),
        ("Tue, 02 Jan 2024 24:00:00 GMT", at(2024, 1, 3)),
        ("Tue, 02 Jan 2024 23:59:60 GMT", at(2024, 1, 3)),
        ("周二, 02 1月 2024 13:04:05 +0800", at(2024, 1, 2, 5, 4, 5)),
        ("星期一, 02 十二月 2024 13:04:05 +0800", at(2024, 12, 2, 5, 4, 5)),
        ("Thu Jan  1 19:48:21 2004", at(2004, 1, 1, 19, 48, 21)),
        ("Thu Jan 01 2004 19:48:21 GMT+0800 (中国标准时间)", at(2004, 1, 1, 11, 48, 21)),
        ("January 2nd, 2024 13:04 PST", at(2024, 1, 2, 21, 4)),
        ("2004-01-01T19:48:21.123456789+08:00", at(2004, 1, 1, 11, 48, 21)),
        ("2004-01-01 19:48:21 +08", at(2004, 1, 1, 11, 48, 21)),
        ("2004-01-01t19:48z", at(2004, 1, 1, 19, 48)),
        ("2004-01-01T19:48:21+08:00[Asia/Shanghai]", at(2004, 1, 1, 11, 48, 21)),
        ("02.01.2004", at(2004, 1, 2)),
        ("2. 1. 2004, 13:04 +0100", at(2004, 1, 2, 12, 4)),
        ("20040101T194821Z", at(2004, 1, 1, 19, 48, 21)),
        ("2004/1/2 13:04", at(2004, 1, 2, 13, 4)),
        ("2004-03", at(2004, 3, 1)),
        ("2004", at(2004, 1, 1)),
        ("2024年1月2日", at(2024, 1, 1, 16)),
        ("2024年1月2日 星期二 下午1:04", at(2024, 1, 2, 5, 4)),
        ("2024-1-2 上午9:04:05", at(2024, 1, 2, 1, 4, 5)),
        ("2024年1月2日 13时4分", at(2024, 1, 2, 5, 4)),
        ("1704171845", at(2024, 1, 2, 5, 4, 5)),
        ("1704171845000", at(2024, 1, 2, 5, 4, 5)),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, instant: datetime) -> None:
    assert read_feed_date(written) == instant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Invalid Date",
        "yesterday",
        "02/01/2024",
        "2024-02-30",
        "31 Foo 2024",
        "2024-01-01T25:00:00Z",
        "2024-01-01T24:00:01Z",
        "2024-01-01T10:60:00Z",
        "2024-01-01T00:00:00+24:00",
        "1 Jan 1970",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
        "2024年13月1日",
        "١٢٣٤٥٦٧٨٩٠١٢٣٤٥",
        "Mon, " * 1000,
    ],
)
def test_what_is_no_instant_of_our_time_is_no_date(written: str) -> None:
    assert read_feed_date(written) is None


@given(st.text(max_size=90) | st.from_regex(r"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}[T 日]\d\d:\d\d(:\d\d)?[ +-]\d{0,5}"))
def test_no_date_raises(written: str) -> None:
    when = read_feed_date(written)
    assert when is None or when.tzinfo is UTC


@given(st.integers(min_value=0, max_value=3_700_000_000))
def test_a_date_as_feeds_should_write_it_comes_back(seconds: int) -> None:
    when = at(1980, 1, 1) + timedelta(seconds=seconds)
    assert read_feed_date(when.strftime("%a, %d %b %Y %H:%M:%S +0000")) == when
    assert read_feed_date(when.isoformat()) == when
