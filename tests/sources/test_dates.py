"""A date is an instant in UTC, or none; without a zone it is the time of the place where it was written."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.dates import LOCAL, read_date


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
        ("2024年1月2日 中午1点", at(2024, 1, 2, 5)),
        ("2024年1月2日 中午12:04", at(2024, 1, 2, 4, 4)),
        ("2024年1月2日 早上8点", at(2024, 1, 2, 0)),
        ("2024-1-2 上午9:04:05", at(2024, 1, 2, 1, 4, 5)),
        ("2024年1月2日 13时4分", at(2024, 1, 2, 5, 4)),
        ("Tue, 19 Oct 2021 12:12:30 -05:30", at(2021, 10, 19, 17, 42, 30)),
        ("19 Oct 2021 12:12 +0800", at(2021, 10, 19, 4, 12)),
        ("2024-01-02T13:04:05Z[UTC]", at(2024, 1, 2, 13, 4, 5)),
        ("2024-01-02 13:04:05 +0800 CST", at(2024, 1, 2, 5, 4, 5)),
        ("2024-01-02 13:04:05 Asia/Shanghai", at(2024, 1, 2, 5, 4, 5)),
        ("2024-01-02T13:04:05[Europe/Berlin]", at(2024, 1, 2, 12, 4, 5)),
        ("Tue, 02 Jul 2024 13:04 Europe/Berlin", at(2024, 7, 2, 11, 4)),
        ("2024-07-02 13:04 (America/Port-au-Prince)", at(2024, 7, 2, 17, 4)),
        ("2024-01-02 13:04 Mars/Olympus", at(2024, 1, 2, 13, 4)),
        ("2024-01-02 13:04:05 EST", at(2024, 1, 2, 18, 4, 5)),
        ("2024年1月2日 13:04（北京时间）", at(2024, 1, 2, 5, 4)),
        ("北京时间2024-01-02 13:04", at(2024, 1, 2, 5, 4)),
        ("1704171845", at(2024, 1, 2, 5, 4, 5)),
        ("1704171845000", at(2024, 1, 2, 5, 4, 5)),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, instant: datetime) -> None:
    assert read_date(written) == instant


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2021-10-19 20:12:30", at(2021, 10, 19, 12, 12, 30)),
        ("2021/1/9", at(2021, 1, 8, 16)),
        ("2024-01-02 13:04:05 BJT", at(2024, 1, 2, 5, 4, 5)),
        ("Tue Jan 02 13:04:05 CST 2024", at(2024, 1, 2, 5, 4, 5)),
        ("Tue, 02 Jan 2024 13:04:05 CST", at(2024, 1, 2, 5, 4, 5)),
        ("2024-01-02 13:04 CST", at(2024, 1, 2, 5, 4)),
        ("2024-01-02 13:04 CST+0800", at(2024, 1, 2, 5, 4)),
        ("Tue Jan 02 2024 13:04:05 GMT-0600 (CST)", at(2024, 1, 2, 19, 4, 5)),
        ("2024-01-02 13:04 CDT", at(2024, 1, 2, 18, 4)),
        ("2024-01-02 13:04 GMT", at(2024, 1, 2, 13, 4)),
    ],
)
def test_a_date_written_in_china_is_chinas_time_unless_it_says_otherwise(written: str, instant: datetime) -> None:
    assert read_date(written, local=LOCAL) == instant


def test_elsewhere_the_same_name_is_americas() -> None:
    assert read_date("Tue Jan 02 13:04:05 CST 2024") == at(2024, 1, 2, 19, 4, 5)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Sat, 30 Feb 2021 12:12:30 GMT",
        "2021-13-01",
        "2021-02-30 00:00:00",
        "2021-01-01 25:00:00",
        "Tue, 19 Foo 2021 12:12:30 GMT",
        "2021-01-01 00:00:00 +99:00",
        "0001-01-01 00:00:00",
        "9999-12-31 23:59:59",
        "1970-01-01 00:00:00",
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
    assert read_date(written) is None


@given(
    st.text(max_size=90)
    | st.text(alphabet="0123456789-/: TZGM+,Octan", max_size=40)
    | st.from_regex(r"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}[T 日]\d\d:\d\d(:\d\d)?[ +-]\d{0,5}")
)
def test_no_date_raises(written: str) -> None:
    for local in (UTC, LOCAL):
        when = read_date(written, local=local)
        assert when is None or when.tzinfo is UTC


@given(st.integers(min_value=0, max_value=3_700_000_000))
def test_a_date_as_feeds_should_write_it_comes_back(seconds: int) -> None:
    when = at(1980, 1, 1) + timedelta(seconds=seconds)
    assert read_date(when.strftime("%a, %d %b %Y %H:%M:%S +0000")) == when
    assert read_date(when.isoformat()) == when
