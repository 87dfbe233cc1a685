"""What a fetch means for its source: the words of the web in those of the decisions."""

from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

from bot.core.source_state import Answer, Outcome, Validators, Wishes
from bot.sources import fetching
from bot.sources.feeds.values import Feed
from bot.sources.fetching import EXPIRED, Failed, Fetched, Hints, Kind, Refused, Unchanged

_KINDS = {
    Kind.DNS: Outcome.UNREACHED,
    Kind.CONNECT: Outcome.UNREACHED,
    Kind.TLS: Outcome.UNREACHED,
    Kind.PROXY: Outcome.UNREACHED,
    Kind.TOO_LARGE: Outcome.UNREADABLE,
    Kind.ENCODING: Outcome.UNREADABLE,
}
_STATUSES: dict[int, Outcome] = {
    HTTPStatus.TOO_MANY_REQUESTS: Outcome.LIMITED,
    HTTPStatus.NOT_FOUND: Outcome.MISSING,
    HTTPStatus.GONE: Outcome.GONE,
}


def answer_of(fetched: fetching.Answer) -> Answer:
    """Tells what came, before its document is read."""
    match fetched:
        case Fetched():
            return _heard(Outcome.CHANGED, fetched.validators, fetched.hints)
        case Unchanged():
            return _heard(Outcome.UNCHANGED, fetched.validators, fetched.hints)
        case Refused():
            return Answer(outcome=Outcome.MISLED if fetched.is_redirect else Outcome.BARRED)
        case Failed():
            return Answer(outcome=_failed(fetched), retry_after=fetched.retry_after)


def wishes(told: Wishes, document: Feed) -> Wishes:
    """Adds what a document wishes to what its server does."""
    return replace(
        told,
        ttl=timedelta(minutes=document.ttl_minutes) if document.ttl_minutes else None,
        update_period=timedelta(seconds=document.update_seconds) if document.update_seconds else None,
        skip_hours=document.skip_hours,
        skip_days=document.skip_days,
    )


def _heard(outcome: Outcome, known: Validators, hints: Hints) -> Answer:
    return Answer(
        outcome=outcome,
        validators=known,
        wishes=Wishes(max_age=hints.max_age),
        expires=hints.expires_at,
        is_uncacheable=hints.expires_at is not None and hints.expires_at <= EXPIRED,
        retry_after=hints.retry_after,
        moved_to=hints.permanent or "",
    )


def _failed(failed: Failed) -> Outcome:
    if failed.kind is not Kind.STATUS or failed.status is None:
        return _KINDS.get(failed.kind, Outcome.BROKEN_OFF)
    if failed.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Outcome.SERVER_ERROR
    return _STATUSES.get(failed.status, Outcome.REFUSED)
