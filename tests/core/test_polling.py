"""What an answer means for a source's health, address and validators."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.next_check import JITTER, MOST, open_at, wish
from bot.core.polling import new_state, next_state, notices, paused, resumed
from bot.core.source_state import Answer, Notice, Outcome, SourceState, Validators, Wishes

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)  # a Monday
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TAGGED = Validators(etag='W/"a"', last_modified="Mon, 02 Mar 2026 08:00:00 GMT")
OK = Answer(outcome=Outcome.CHANGED, validators=TAGGED)
SAME = Answer(outcome=Outcome.UNCHANGED)
BROKEN = Answer(outcome=Outcome.SERVER_ERROR)
NEW = "https://new.example.org/feed"


def after(*answers: Answer, step: timedelta = HOUR, state: SourceState | None = None) -> SourceState:
    """Hands in answers one after the other, so far apart."""
    state = state or new_state(NOW)
    for number, answer in enumerate(answers):
        state = next_state(state, answer, source_id=1, now=NOW + number * step)
    return state


def told(answers: list[Answer], *, step: timedelta) -> list[tuple[Notice, ...]]:
    """Gives what people are told after each answer."""
    states = [after(*answers[:count], step=step) for count in range(len(answers) + 1)]
    return [notices(before, then) for before, then in pairwise(states)]


def test_validators_are_sent_back_as_they_came_and_a_source_never_read_has_none() -> None:
    assert new_state(NOW).validators.headers() == {}
    assert after(OK).validators.headers() == {
        "If-None-Match": 'W/"a"',
        "If-Modified-Since": "Mon, 02 Mar 2026 08:00:00 GMT",
    }
    assert after(OK, SAME, BROKEN).validators == TAGGED


def test_a_200_replaces_both_validators_and_drops_what_it_does_not_send() -> None:
    then = after(OK, Answer(outcome=Outcome.CHANGED, validators=Validators(etag='"b"')))
    assert then.validators == Validators(etag='"b"')
    assert not after(OK, Answer(outcome=Outcome.CHANGED)).validators


def test_validators_beside_expires_0_mean_nothing() -> None:
    assert not after(replace(OK, is_uncacheable=True)).validators


def test_a_document_that_cannot_be_read_stays_a_failure_until_it_changes() -> None:
    unread = after(OK, Answer(outcome=Outcome.UNREADABLE, validators=Validators(etag='"bad"')))
    assert unread.validators.etag == '"bad"', "it is not fetched again while it is the same"
    again = after(SAME, state=unread)
    assert (again.failures, again.problem) == (2, Outcome.UNREADABLE)
    assert after(OK, state=again).failures == 0


def test_the_very_same_document_renews_the_validators_and_changes_nothing_else() -> None:
    read = after(replace(OK, body_hash="1", wishes=Wishes(ttl=HOUR)))
    same = Answer(outcome=Outcome.SAME, body_hash="1", validators=Validators(etag='"c"'))
    then = after(same, state=read)
    assert (then.validators.etag, then.wishes, then.failures) == ('"c"', Wishes(ttl=HOUR), 0)
    unread = after(replace(same, outcome=Outcome.UNREADABLE), state=read)
    assert after(same, state=unread).failures == 2, "what could not be read cannot be read again"


def test_what_a_document_wished_holds_until_the_next_document() -> None:
    wishes = Wishes(ttl=3 * HOUR, skip_hours=frozenset({3}))
    state = after(replace(OK, wishes=wishes))
    assert after(SAME, BROKEN, state=state).wishes == wishes
    renewed = after(Answer(outcome=Outcome.UNCHANGED, wishes=Wishes(max_age=HOUR)), state=state)
    assert renewed.wishes == replace(wishes, max_age=HOUR)
    assert after(OK, state=state).wishes == Wishes()


def test_failures_double_the_pause_and_the_first_good_answer_ends_it() -> None:
    pauses = [after(OK, *[BROKEN] * count, step=timedelta()).next_check_at - NOW for count in range(8)]
    ratios = [later / earlier for earlier, later in pairwise(pauses)]
    assert ratios[:2] == pytest.approx([2, 2])
    assert max(pauses) <= MOST * (1 + JITTER)
    assert after(OK, *[BROKEN] * 8, SAME).failures == 0


def test_admins_are_told_at_ten_errors_and_readers_with_them_after_seven_days_once_each() -> None:
    quick = told([OK, *[BROKEN] * 30], step=HOUR)
    assert [place for place, said in enumerate(quick) if said] == [10]
    assert quick[10] == (Notice.FAILING,)
    slow = told([OK, *[BROKEN] * 12], step=DAY)
    assert {place: said for place, said in enumerate(slow) if said} == {8: (Notice.DEAD,), 10: (Notice.FAILING,)}
    assert Notice.DEAD.is_for_readers
    assert not Notice.FAILING.is_for_readers


def test_that_our_own_rules_bar_a_source_is_told_at_the_first_time_and_never_again() -> None:
    barred = Answer(outcome=Outcome.BARRED)
    said = told([barred, *[barred] * 10], step=HOUR)
    assert {place: one for place, one in enumerate(said) if one} == {0: (Notice.BARRED,), 9: (Notice.FAILING,)}
    assert Notice.BARRED.is_trouble
    assert told([barred, OK], step=HOUR)[1] == (), "whoever opened it knows"


def test_a_source_that_recovers_is_told_and_may_be_told_to_fail_again() -> None:
    said = told([*[BROKEN] * 10, OK, *[BROKEN] * 10], step=HOUR)
    assert {place: one for place, one in enumerate(said) if one} == {
        9: (Notice.FAILING,),
        10: (Notice.RECOVERED,),
        20: (Notice.FAILING,),
    }
    assert told([BROKEN, OK], step=HOUR) == [(), ()], "a failure nobody heard of ends unheard"


def test_a_410_stops_a_source_and_a_404_does_not() -> None:
    gone = after(OK, Answer(outcome=Outcome.GONE))
    assert gone.gone
    assert notices(after(OK), gone) == (Notice.GONE,)
    assert not after(OK, *[Answer(outcome=Outcome.MISSING)] * 50).gone
    assert not resumed(gone, now=NOW + DAY).gone
    assert resumed(gone, now=NOW + DAY).next_check_at == NOW + DAY


def test_a_pause_is_no_way_around_the_server() -> None:
    limited = after(OK, Answer(outcome=Outcome.LIMITED, retry_after=20 * HOUR))
    assert paused(limited).paused
    then = resumed(paused(limited), now=NOW)
    assert not then.paused
    assert then.next_check_at == limited.next_check_at


def test_a_flood_is_told_once_while_it_lasts() -> None:
    flood = replace(OK, is_flood=True)
    said = told([OK, flood, SAME, flood, OK, flood], step=HOUR)
    assert said == [(), (Notice.FLOOD,), (), (), (), (Notice.FLOOD,)]


MOVING = replace(OK, moved_to=NEW)


@pytest.mark.parametrize(
    ("answers", "step", "address"),
    [
        ([MOVING] * 3, 12 * HOUR, NEW),
        ([MOVING] * 2, 30 * HOUR, ""),
        ([MOVING] * 5, HOUR, ""),
        ([MOVING, MOVING, OK, MOVING], 12 * HOUR, ""),
        ([MOVING, MOVING, BROKEN, MOVING], 12 * HOUR, ""),
        ([MOVING, MOVING, replace(MOVING, moved_to="https://third.example.org/"), MOVING], 12 * HOUR, ""),
        ([MOVING, replace(SAME, moved_to=NEW), MOVING], 12 * HOUR, NEW),
        ([replace(BROKEN, moved_to=NEW)] * 9, 12 * HOUR, ""),
    ],
)
def test_a_move_is_believed_after_three_redirects_over_a_day_with_nothing_between(
    answers: list[Answer], step: timedelta, address: str
) -> None:
    assert after(*answers, step=step).moved_to == address


def test_a_move_is_told_once_and_an_address_proven_stays() -> None:
    said = told([MOVING, MOVING, MOVING, OK, OK], step=12 * HOUR)
    assert said == [(), (), (Notice.MOVED,), (), ()]


def test_the_rate_of_a_source_is_learned_from_what_it_brings() -> None:
    assert after(replace(OK, recent=14)).weekly == 14
    steady = after(OK, *[replace(OK, new=1)] * 24 * 28)
    assert steady.weekly == pytest.approx(168, rel=0.05)
    assert after(*[SAME] * 60, state=steady, step=DAY).weekly < 1


durations = st.none() | st.timedeltas(timedelta(), timedelta(days=40))
wishes = st.builds(
    Wishes,
    ttl=durations,
    max_age=durations,
    update_period=durations,
    skip_hours=st.frozensets(st.integers(0, 23)),
    skip_days=st.frozensets(st.integers(0, 6)),
)
answers = st.builds(
    Answer,
    outcome=st.sampled_from(Outcome),
    validators=st.sampled_from([Validators(), TAGGED, Validators(etag='"b"')]),
    wishes=wishes,
    expires=st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds of moments are naive
    is_uncacheable=st.booleans(),
    retry_after=durations,
    moved_to=st.sampled_from(["", NEW, "https://third.example.org/"]),
    new=st.integers(0, 10_000),
    recent=st.none() | st.integers(0, 10_000),
    is_flood=st.booleans(),
)
operators = st.none() | st.timedeltas(timedelta(minutes=1), timedelta(days=3))
pauses = st.lists(st.tuples(answers, st.timedeltas(timedelta(), timedelta(days=60))), min_size=1, max_size=12)


@given(pauses, st.integers(0, 10**9), operators)
def test_after_any_answers_a_state_is_valid_and_the_next_asking_is_neither_unwished_nor_lost(
    heard: list[tuple[Answer, timedelta]], source_id: int, every: timedelta | None
) -> None:
    state, now = new_state(NOW), NOW
    for answer, pause in heard:
        now += pause
        state = next_state(state, answer, source_id=source_id, now=now, every=every)
        assert state.next_check_at >= now + wish(state.wishes, answer, now=now), "never before the server wishes"
        latest = open_at(state.wishes, now + MOST * (1 + JITTER), source_id=source_id)
        assert state.next_check_at <= latest + HOUR * JITTER, (
            "a day and its jitter at most, but for hours and days left out"
        )
        assert state.failures >= 0
        assert (state.failures == 0) is (state.first_failure_at is None) is (state.problem is None)
        assert state.first_failure_at is None or NOW <= state.first_failure_at <= now
        assert state.weekly >= 0
        assert state.move is None or state.move.times >= 1
        assert state.gone is (answer.outcome is Outcome.GONE)
