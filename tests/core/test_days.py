import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import days
from bot.core.days import Days

ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Beirut", "Asia/Kathmandu", "Australia/Lord_Howe")
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds of moments are naive
SPANS = st.builds(
    lambda count, now, zone: days.last(count, now=now, zone=ZoneInfo(zone)),
    st.integers(1, 90),
    MOMENTS,
    st.sampled_from(ZONES),
)
EVENTS = st.lists(st.tuples(MOMENTS, st.integers(0, 10**6)), max_size=50)


def spanned(count: int, now: str, zone: str = "Asia/Shanghai") -> Days:
    return days.last(count, now=datetime.fromisoformat(now), zone=ZoneInfo(zone))


def test_the_last_days_end_today_as_it_is_where_the_admin_lives() -> None:
    span = spanned(3, "2026-11-21T17:00:00+00:00")
    assert span.dates == (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22))
    assert span.begin == datetime(2026, 11, 19, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "zone", "hours"),
    [
        ("2026-03-29T12:00:00+00:00", "Europe/Berlin", [24, 23]),
        ("2026-10-25T12:00:00+00:00", "Europe/Berlin", [24, 25]),
        ("2026-03-29T12:00:00+00:00", "Asia/Beirut", [24, 23]),  # midnight itself is left out
        ("2026-11-22T12:00:00+00:00", "Asia/Shanghai", [24, 24]),
    ],
)
def test_a_day_is_as_long_as_the_clocks_make_it(now: str, zone: str, hours: list[int]) -> None:
    begins = spanned(2, now, zone).begins
    assert [(b - a) / timedelta(hours=1) for a, b in itertools.pairwise(begins)] == hours


def test_days_on_which_nothing_happened_count_nothing() -> None:
    span = spanned(3, "2026-11-22T08:00:00+00:00")
    events = [
        (datetime(2026, 11, 19, 15, 59, tzinfo=UTC), 100),  # the day before
        (datetime(2026, 11, 19, 16, 0, tzinfo=UTC), 1),
        (datetime(2026, 11, 20, 15, 59, tzinfo=UTC), 2),
        (datetime(2026, 11, 22, 15, 59, tzinfo=UTC), 4),
        (datetime(2026, 11, 22, 16, 0, tzinfo=UTC), 200),  # tomorrow
    ]
    assert days.counted(span, events) == (3, 0, 4)


def test_what_came_before_still_stands_and_what_left_does_not() -> None:
    span = spanned(3, "2026-11-22T08:00:00+00:00")
    changes = [
        (datetime(2026, 1, 1, tzinfo=UTC), 10),
        (datetime(2026, 11, 20, 12, tzinfo=UTC), 5),
        (datetime(2026, 11, 21, 12, tzinfo=UTC), -7),
        (datetime(2026, 12, 1, tzinfo=UTC), 50),
    ]
    assert days.standing(span, changes) == (15, 8, 8)


@given(SPANS)
def test_days_follow_each_other_without_a_gap(span: Days) -> None:
    assert len(span.begins) == len(span) + 1
    assert all(
        timedelta(hours=22) < b - a < timedelta(hours=26) for a, b in zip(span.begins, span.begins[1:], strict=False)
    )
    assert all(b - a == timedelta(days=1) for a, b in zip(span.dates, span.dates[1:], strict=False))


@given(SPANS, EVENTS)
def test_every_event_of_the_span_is_counted_once(span: Days, events: list[tuple[datetime, int]]) -> None:
    within = sum(count for moment, count in events if span.begins[0] <= moment < span.begins[-1])
    assert sum(days.counted(span, events)) == within


@given(SPANS, EVENTS)
def test_what_stands_grows_by_what_came_that_day(span: Days, events: list[tuple[datetime, int]]) -> None:
    stands, came = days.standing(span, events), days.counted(span, events)
    before = sum(count for moment, count in events if moment < span.begin)
    assert [now - then for then, now in zip((before, *stands), stands, strict=False)] == list(came)
