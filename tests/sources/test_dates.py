"""A date is an instant in UTC, or none."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.dates import read_date


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("Tue, 19 Oct 2021 12:12:30 GMT", datetime(2021, 10, 19, 12, 12, 30, tzinfo=UTC)),
        ("19 Oct 2021 12:12 +0800", datetime(2021, 10, 19, 4, 12, tzinfo=UTC)),
        ("Tue, 19 Oct 2021 12:12:30 -05:30", datetime(2021, 10, 19, 17, 42, 30, tzinfo=UTC)),
        ("Tue, 19 Oct 2021 12:12:30", datetime(2021, 10, 19, 12, 12, 30, tzinfo=UTC)),
        ("2021-10-19 20:12:30", datetime(2021, 10, 19, 12, 12, 30, tzinfo=UTC)),
        ("2021/1/9", datetime(2021, 1, 8, 16, tzinfo=UTC)),
        ("2021-10-19T12:12:30.123Z", datetime(2021, 10, 19, 12, 12, 30, tzinfo=UTC)),
        ("2021-10-19T12:12:30+02:00", datetime(2021, 10, 19, 10, 12, 30, tzinfo=UTC)),
    ],
)
def test_every_date_feeds_write_becomes_one_instant(written: str, instant: datetime) -> None:
    assert read_date(written) == instant


@pytest.mark.parametrize(
    "written",
    [
        "Invalid Date",
        "",
        "Sat, 30 Feb 2021 12:12:30 GMT",
        "2021-13-01",
        "2021-02-30 00:00:00",
        "2021-01-01 25:00:00",
        "Tue, 19 Oct 2021 12:12:30 XYZ",
        "Tue, 19 Foo 2021 12:12:30 GMT",
        "2021-01-01 00:00:00 +99:00",
        "0001-01-01 00:00:00",
        "9999-12-31 23:59:59",
        "1970-01-01 00:00:00",
    ],
)
def test_what_is_no_instant_is_no_date(written: str) -> None:
    assert read_date(written) is None


@given(st.text(alphabet="0123456789-/: TZGM+,Octan", max_size=40))
def test_no_text_makes_reading_a_date_fail(text: str) -> None:
    when = read_date(text)
    assert when is None or when.tzinfo is UTC
