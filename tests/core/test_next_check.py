"""When a source is asked next."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from bot.core import next_check
from bot.core.next_check import JITTER, LEAST, MOST, OWN, STRANGERS, interval, open_at
from bot.core.source_state import Answer, Outcome, SourceState, Validators, Wishes

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)  # a Monday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
TAGGED = Validators(etag='"a"')
NO_WISHES = Wishes()
SAME = Answer(outcome=Outcome.UNCHANGED)


def state(
    *, weekly: float = 1000, wishes: Wishes = NO_WISHES, validators: Validators = TAGGED, failures: int = 0
) -> SourceState:
    return SourceState(
        next_check_at=NOW, since=NOW, weekly=weekly, wishes=wishes, validators=validators, failures=failures
    )


def due(known: SourceState, answer: Answer = SAME, *, every: timedelta | None = None) -> list[timedelta]:
    """Gives the pauses of a hundred sources in this state."""
    return [next_check.next_check(known, answer, source_id=number, now=NOW, every=every) - NOW for number in range(100)]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (state(weekly=0), MOST),
        (state(weekly=1), MOST),
        (state(weekly=14), 3 * HOUR),
        (state(weekly=1000), STRANGERS),
        (state(wishes=Wishes(ttl=5 * MINUTE)), LEAST),
        (state(wishes=Wishes(ttl=20 * MINUTE)), 20 * MINUTE),
        (state(wishes=Wishes(max_age=30 * MINUTE, ttl=5 * MINUTE)), 30 * MINUTE),
        (state(wishes=Wishes(max_age=timedelta())), STRANGERS),
        (state(weekly=14, wishes=Wishes(ttl=5 * MINUTE)), 3 * HOUR),
        (state(validators=Validators()), MOST),
        (state(validators=Validators(), wishes=Wishes(ttl=2 * HOUR)), STRANGERS),  # its wish is added by `next_check`
    ],
)
def test_a_source_is_asked_as_often_as_it_brings_news_and_no_oftener_than_strangers_may(
    known: SourceState, expected: timedelta
) -> None:
    assert interval(known) == expected


def test_a_source_that_failed_before_it_was_ever_read_is_tried_again_within_hours() -> None:
    known = SourceState(next_check_at=NOW, failures=1)
    assert max(due(known, Answer(outcome=Outcome.SERVER_ERROR))) < 4 * HOUR


def test_the_operators_word_is_taken_and_an_rsshub_of_his_own_is_asked_every_five_minutes() -> None:
    assert interval(state(weekly=0), every=OWN) == OWN
    assert interval(state(), every=40 * DAY) == MOST
    assert min(due(state(weekly=0), every=OWN)) >= OWN * (1 - JITTER)
    assert max(due(state(weekly=0), every=OWN)) <= OWN * (1 + JITTER)
    assert min(due(state(wishes=Wishes(ttl=HOUR)), every=OWN)) >= HOUR, "never against the server's own wish"


@pytest.mark.parametrize(
    ("known", "answer", "wished"),
    [
        (state(wishes=Wishes(ttl=5 * HOUR)), SAME, 5 * HOUR),
        (state(wishes=Wishes(max_age=5 * HOUR)), Answer(outcome=Outcome.UNREACHED), 5 * HOUR),
        (state(wishes=Wishes(update_period=7 * DAY)), SAME, MOST),
        (state(), Answer(outcome=Outcome.UNCHANGED, expires=NOW + 6 * HOUR), 6 * HOUR),
        (state(), Answer(outcome=Outcome.UNCHANGED, expires=NOW - 6 * HOUR), STRANGERS),
        (state(), Answer(outcome=Outcome.LIMITED, retry_after=7 * HOUR), 7 * HOUR),
        (state(), Answer(outcome=Outcome.LIMITED, retry_after=30 * DAY), MOST),
    ],
)
def test_no_source_is_asked_before_its_server_wishes(known: SourceState, answer: Answer, wished: timedelta) -> None:
    assert wished <= min(due(known, answer))
    assert max(due(known, answer)) <= max(wished, 2 * HOUR) * (1 + JITTER)


def test_a_network_that_was_down_is_tried_again_soon() -> None:
    assert max(due(state(failures=1), Answer(outcome=Outcome.UNREACHED))) <= 33 * MINUTE
    assert min(due(state(failures=1), Answer(outcome=Outcome.BROKEN_OFF))) >= 2 * HOUR * (1 - JITTER)


def test_sources_are_spread_over_a_fifth_of_their_pause_each_always_the_same() -> None:
    pauses = due(state(weekly=14))
    assert pauses == due(state(weekly=14))
    assert max(pauses) - min(pauses) > 0.18 * 3 * HOUR
    assert max(Counter(int(pause / MINUTE) for pause in pauses).values()) < 15


def test_hours_and_days_a_server_wishes_to_be_left_out_are() -> None:
    night = Wishes(skip_hours=frozenset(range(9, 24)), skip_days=frozenset({0, 1}))
    opens = open_at(night, NOW, source_id=7)
    assert NOW.replace(day=4, hour=0, minute=0) <= opens <= NOW.replace(day=4, hour=0, minute=6)
    assert open_at(Wishes(skip_hours=frozenset({9})), NOW, source_id=7) == NOW
    assert all(
        moment.hour not in {9, 10}
        for moment in (NOW + pause for pause in due(state(wishes=Wishes(skip_hours=frozenset({9, 10})))))
    )


@pytest.mark.parametrize("always", [Wishes(skip_hours=frozenset(range(24))), Wishes(skip_days=frozenset(range(7)))])
def test_a_server_that_leaves_out_every_hour_is_not_taken_at_its_word(always: Wishes) -> None:
    assert open_at(always, NOW, source_id=7) == NOW
