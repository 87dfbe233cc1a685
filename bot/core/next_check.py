"""When a source is asked next: as often as its news asks for, as seldom as its server does."""

from datetime import datetime, timedelta
from hashlib import blake2b

from bot.core.source_state import Answer, Outcome, SourceState, Wishes

WEEK = timedelta(days=7)
LOOKS = 4
"""Looks for each entry, so that one waits an eighth of the time between two; docs/decisions/0018 measures others."""
LEAST = timedelta(minutes=15)
STRANGERS = timedelta(hours=1)
"""The least between two askings of other people's servers that give no shorter hint themselves."""
BLIND = timedelta(hours=24)
"""The same where a server gives nothing to ask conditionally with: each asking brings the whole document."""
MOST = timedelta(hours=24)
FURTHEST = timedelta(days=9)
"""No pause is as long: a day, a tenth more, and a week of hours and days left out."""
OWN = timedelta(minutes=5)
"""How often a server of the operator's own is asked: the `every` of an RSSHub on the allow-list."""
JITTER = 0.1
MOST_DOUBLINGS = 12
HOUR = timedelta(hours=1)


def interval(state: SourceState, *, every: timedelta | None = None) -> timedelta:
    """Gives the time between two askings of a source that is well; `every` is the operator's word for it."""
    if every is not None:
        return min(every, MOST)
    looks = state.weekly * LOOKS
    usual = WEEK / looks if looks > WEEK / MOST else MOST
    return max(usual, LEAST, least(state))


def least(state: SourceState) -> timedelta:
    """Gives the shortest pause other people's servers may expect; their own hint may shorten it."""
    hint = state.wishes.longest
    if hint:
        return min(max(hint, LEAST), STRANGERS)
    return STRANGERS if state.validators or state.is_first else BLIND


def wish(wishes: Wishes, answer: Answer, *, now: datetime) -> timedelta:
    """Gives the pause the server asks for, at most a day."""
    expires = answer.expires - now if answer.expires else timedelta()
    return min(max(wishes.longest, expires, answer.retry_after or timedelta()), MOST)


def next_check(
    state: SourceState, answer: Answer, *, source_id: int, now: datetime, every: timedelta | None = None
) -> datetime:
    """Tells when to ask again after an answer that `state` already took in."""
    lowest, base = wish(state.wishes, answer, now=now), interval(state, every=every)
    if answer.outcome in {Outcome.UNREACHED, Outcome.BARRED}:
        base = min(base, LEAST)  # nobody was disturbed, and a network that was down is soon back
    elif every is None:
        lowest = max(lowest, least(state))
    delay = max(min(base * 2 ** min(state.failures, MOST_DOUBLINGS), MOST), lowest)
    return open_at(state.wishes, now + _spread(delay, lowest, source_id), source_id=source_id)


def open_at(wishes: Wishes, moment: datetime, *, source_id: int) -> datetime:
    """Gives the moment itself, or the first after it that the server does not wish to be left out.

    A server that leaves out every hour is not taken at its word.
    """
    opens = moment
    for _ in range(7 * 24):
        if opens.hour not in wishes.skip_hours and opens.weekday() not in wishes.skip_days:
            return opens
        opens = opens.replace(minute=0, second=0, microsecond=0) + HOUR * (1 + JITTER * abs(_unit(source_id)))
    return moment


def _spread(delay: timedelta, lowest: timedelta, source_id: int) -> timedelta:
    """Moves a delay by up to a tenth either way, and only to later where earlier is not allowed."""
    share = JITTER * _unit(source_id)
    earlier_or_later = delay * (1 + share)
    return earlier_or_later if earlier_or_later >= lowest else delay * (1 + abs(share))


def _unit(source_id: int) -> float:
    """Gives a number from -1 to 1 that is always the same for a source."""
    drawn = blake2b(str(source_id).encode(), digest_size=6).digest()
    return int.from_bytes(drawn) / 2**47 - 1
