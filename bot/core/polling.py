"""What an answer means for its source: its validators, its health, its address, and the next asking."""

import math
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.next_check import WEEK, next_check
from bot.core.source_state import Answer, Move, Notice, Outcome, SourceState, Validators, Wishes

FAILING = 10
"""So many errors in a row are told to the admins."""
DEAD = timedelta(days=7)
"""After so long without a good answer the admins are told again, and the readers."""
PROOFS = 3
PROVING = timedelta(hours=24)
"""A permanent redirect is believed when it was met so often over so long."""

_WELL = {Outcome.CHANGED, Outcome.UNCHANGED, Outcome.SAME}
_WHOLE = {Outcome.CHANGED, Outcome.UNREADABLE, Outcome.SAME}
_TROUBLES = frozenset({Notice.FAILING, Notice.DEAD})


def new_state(now: datetime) -> SourceState:
    """Gives the state of a source that is to be asked for the first time at once."""
    return SourceState(next_check_at=now)


def is_due(state: SourceState, now: datetime) -> bool:
    """Tells whether a source is to be asked now."""
    return state.next_check_at <= now and not state.paused and not state.gone


def next_state(
    state: SourceState, answer: Answer, *, source_id: int, now: datetime, every: timedelta | None = None
) -> SourceState:
    """Gives what is known of a source after an answer; `every` is the operator's interval, if he set one."""
    heard = _moved(_cached(state, answer), answer, now)
    judged = _well(heard, answer, now) if _is_well(heard, answer) else _failed(heard, answer, now)
    due = next_check(judged, answer, source_id=source_id, now=now, every=every)
    return replace(judged, next_check_at=due)


def notices(before: SourceState, after: SourceState) -> tuple[Notice, ...]:
    """Lists what people are to be told about the step from one state to the next."""
    told = after.told - before.told
    if after.moved_to != before.moved_to:
        told |= {Notice.MOVED}
    if before.told & _TROUBLES and not after.failures:
        told |= {Notice.RECOVERED}
    return tuple(sorted(told))


def paused(state: SourceState) -> SourceState:
    """Leaves a source alone until `resumed`."""
    return replace(state, paused=True)


def resumed(state: SourceState, *, now: datetime) -> SourceState:
    """Takes a source up again, one that was gone too; a pause is no way around the server's wishes."""
    due = now if state.gone else state.next_check_at
    return replace(
        state, paused=False, gone=False, failures=0, first_failure_at=None, told=frozenset(), next_check_at=due
    )


def _cached(state: SourceState, answer: Answer) -> SourceState:
    """Takes the validators and wishes of a whole answer instead of the old ones; a 304 renews what it names."""
    if answer.outcome in _WHOLE:
        kept = Validators() if answer.is_uncacheable else answer.validators
        # Where no document was read, what the last one asked for still holds.
        wishes = answer.wishes if answer.outcome is Outcome.CHANGED else _renewed(state.wishes, answer)
        is_unread = state.is_unread if answer.outcome is Outcome.SAME else answer.outcome is Outcome.UNREADABLE
        return replace(state, validators=kept, wishes=wishes, body_hash=answer.body_hash, is_unread=is_unread)
    if answer.outcome is Outcome.UNCHANGED:
        return replace(state, wishes=_renewed(state.wishes, answer))
    return state


def _renewed(wishes: Wishes, answer: Answer) -> Wishes:
    return wishes if answer.wishes.max_age is None else replace(wishes, max_age=answer.wishes.max_age)


def _moved(state: SourceState, answer: Answer, now: datetime) -> SourceState:
    """Counts how often the same permanent redirect was met; anything else makes the count begin anew."""
    target = answer.moved_to if answer.outcome in _WELL else ""
    if not target or target == state.moved_to:
        return replace(state, move=None)
    known = state.move if state.move and state.move.target == target else Move(target=target, times=0, since=now)
    move = replace(known, times=known.times + 1)
    if move.times >= PROOFS and now - move.since >= PROVING:
        return replace(state, move=None, moved_to=target)
    return replace(state, move=move)


def _is_well(state: SourceState, answer: Answer) -> bool:
    return answer.outcome in _WELL and not state.is_unread


def _well(state: SourceState, answer: Answer, now: datetime) -> SourceState:
    flood = answer.is_flood or (answer.outcome is not Outcome.CHANGED and Notice.FLOOD in state.told)
    return replace(
        state,
        weekly=_weekly(state, answer, now),
        read_at=now,
        since=state.since or now,
        failures=0,
        first_failure_at=None,
        problem=None,
        why=None,
        gone=False,
        told=frozenset({Notice.FLOOD} if flood else ()),
    )


def _weekly(state: SourceState, answer: Answer, now: datetime) -> float:
    """Counts the entries of the last week, the older the less; at a steady rate that is the rate."""
    if state.read_at is None:
        return state.weekly if answer.recent is None else float(answer.recent)
    return state.weekly * math.exp(-max(now - state.read_at, timedelta()) / WEEK) + answer.new


def _failed(state: SourceState, answer: Answer, now: datetime) -> SourceState:
    failures, since = state.failures + 1, state.first_failure_at or now
    gone = answer.outcome is Outcome.GONE
    told = {
        Notice.GONE: gone,
        Notice.BARRED: answer.outcome is Outcome.BARRED,
        Notice.FAILING: failures >= FAILING,
        Notice.DEAD: now - since >= DEAD,
    }
    return replace(
        state,
        failures=failures,
        first_failure_at=since,
        problem=Outcome.UNREADABLE if answer.outcome in _WELL else answer.outcome,
        why=state.why if answer.outcome in _WELL else answer.why,
        gone=gone,
        told=state.told | {notice for notice, holds in told.items() if holds},
    )
