from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import broadcasts
from bot.core.broadcasts import Act, Audience, Broadcast, Content, Kind, Progress, State, Version
from bot.model import Lane

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
ONE = Broadcast(
    id=12, kind=Kind.SEND, of_id=None, admin_id=7, state=State.DRAFT, content=Content(), audience=Audience(),
    lane=Lane.BROADCAST, spread=timedelta(0), awaits="", card=None, approved_by=None, total=100, fed=0, created_at=NOW,
    confirmed_at=None, start_at=None, began_at=None, ended_at=None, expires_at=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        (State.DRAFT, {Act.PROPOSE, Act.CONFIRM, Act.CANCEL}),
        (State.PROPOSED, {Act.APPROVE, Act.REFUSE, Act.UNDO, Act.CANCEL}),
        (State.SCHEDULED, {Act.UNDO, Act.BEGIN, Act.CANCEL}),
        (State.SENDING, {Act.PAUSE, Act.FINISH, Act.CANCEL}),
        (State.PAUSED, {Act.RESUME, Act.CANCEL}),
        (State.DONE, set()),
        (State.CANCELLED, set()),
    ],
)
def test_in_each_state_only_some_acts_are_possible(state: State, possible: set[Act]) -> None:
    assert {act for act in Act if broadcasts.after(state, act)} == possible


@given(st.lists(st.sampled_from(Act), max_size=60))
def test_no_sequence_of_acts_begins_twice_or_leaves_the_end(acts: list[Act]) -> None:
    state, begun, ended = State.DRAFT, 0, False
    for act in acts:
        found = broadcasts.after(state, act)
        if found is None:
            continue
        assert not ended
        begun += act is Act.BEGIN
        state = found
        ended = state in broadcasts.ENDED
    assert begun <= 1


def test_every_act_leads_to_one_state_only() -> None:
    for act, steps in broadcasts.TRANSITIONS.items():
        assert len(set(steps.values())) == 1, act


def test_progress_adds_up() -> None:
    found = broadcasts.progress_of(100, {"sent": 40, "gone": 3, "failed": 2, "dropped": 5, "due": 30, "claimed": 1})
    assert found == Progress(total=100, sent=40, blocked=3, failed=2, missed=5)
    assert (found.done, found.left, found.share) == (50, 50, 0.5)
    ended = broadcasts.progress_of(100, {"sent": 40, "gone": 3}, ended=True)
    assert (ended.missed, ended.left) == (57, 0)
    assert broadcasts.progress_of(0, {}).share == 1.0


@given(
    st.integers(0, 10**6),
    st.dictionaries(st.sampled_from(["sent", "gone", "failed", "dropped"]), st.integers(0, 10**6)),
)
def test_progress_never_goes_beyond_its_ends(total: int, counts: dict[str, int]) -> None:
    for ended in (False, True):
        found = broadcasts.progress_of(total, counts, ended=ended)
        assert 0 <= found.share <= 1
        assert found.left >= 0
        assert found.done + found.left == found.total


def test_the_time_to_go_is_what_is_left_at_the_present_rate() -> None:
    assert broadcasts.time_to_go(300, 30) == timedelta(seconds=10)
    assert broadcasts.time_to_go(0, 0) == timedelta(0)
    assert broadcasts.time_to_go(300, 0) is None


def test_nobody_approves_their_own_proposal() -> None:
    proposed = replace(ONE, state=State.PROPOSED)
    assert not broadcasts.may_approve(proposed, 7)
    assert broadcasts.may_approve(proposed, 8)
    assert not broadcasts.may_approve(ONE, 8)


@pytest.mark.parametrize(
    ("readers", "above", "needed"), [(10, None, False), (10, 10, False), (11, 10, True), (1, 0, True)]
)
def test_a_second_admin_is_needed_above_the_size_the_operator_set(
    readers: int, above: int | None, *, needed: bool
) -> None:
    assert broadcasts.needs_second(readers, above) is needed


def test_a_recall_is_possible_for_two_days_after_the_end() -> None:
    sent = replace(ONE, state=State.DONE, began_at=NOW, ended_at=NOW)
    assert broadcasts.may_recall(sent, NOW + timedelta(hours=47))
    assert not broadcasts.may_recall(sent, NOW + timedelta(hours=48))
    assert not broadcasts.may_recall(ONE, NOW)
    assert not broadcasts.may_recall(replace(sent, kind=Kind.RECALL), NOW)


def test_a_spread_grants_the_elapsed_share() -> None:
    spread = replace(ONE, spread=timedelta(hours=4), start_at=NOW)
    assert broadcasts.allowed_by_spread(spread, NOW) == 1
    assert broadcasts.allowed_by_spread(spread, NOW + timedelta(hours=1)) == 26
    assert broadcasts.allowed_by_spread(spread, NOW + timedelta(hours=4)) is None
    assert broadcasts.allowed_by_spread(ONE, NOW) is None


def test_a_reader_sees_the_version_of_their_language_and_everybody_else_the_common_one() -> None:
    content = Content(versions={"": Version(text="停水", photo="p"), "en": Version(text="No water")})
    assert content.version("en") == Version(text="No water", photo="p")
    assert content.version("zh-Hant").text == "停水"
    assert Content(versions={"en": Version(text="No water")}).version("zh-Hans").text == "No water"
    assert Content().is_empty


def test_a_tenth_of_a_star_pays_for_a_message() -> None:
    assert broadcasts.stars(1203) == 120.3
