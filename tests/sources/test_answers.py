"""What the web says, in the words of the decisions."""

from datetime import timedelta

import pytest

from bot.core.source_state import Answer, Outcome, Validators, Wishes
from bot.sources import answers, fetching
from bot.sources.feeds.values import Feed
from bot.sources.fetching import EXPIRED, Failed, Fetched, Hints, Kind, Reason, Refused, Unchanged
from tests.sources.internet import FEED, NOW, URL

HOUR = timedelta(hours=1)
KNOWN = Validators(etag='W/"a"', last_modified="never")
TOLD = Hints(max_age=HOUR, expires_at=NOW, retry_after=HOUR, permanent="http://new.example/")


@pytest.mark.parametrize(
    ("fetched", "outcome"),
    [
        (Fetched(url=URL, status=200, body=FEED, came_at=NOW, validators=KNOWN, hints=TOLD), Outcome.CHANGED),
        (Unchanged(url=URL, validators=KNOWN, hints=TOLD), Outcome.UNCHANGED),
    ],
)
def test_an_answer_that_is_well_keeps_all_its_server_said(fetched: fetching.Answer, outcome: Outcome) -> None:
    assert answers.answer_of(fetched) == Answer(
        outcome=outcome,
        validators=KNOWN,
        wishes=Wishes(max_age=HOUR),
        expires=NOW,
        retry_after=HOUR,
        moved_to="http://new.example/",
    )


def test_what_expired_at_once_cannot_be_asked_for_by_validators() -> None:
    fetched = Fetched(url=URL, status=200, body=FEED, came_at=NOW, hints=Hints(expires_at=EXPIRED))
    assert answers.answer_of(fetched).is_uncacheable


OUTCOMES = {
    Kind.DNS: Outcome.UNREACHED,
    Kind.CONNECT: Outcome.UNREACHED,
    Kind.TLS: Outcome.UNREACHED,
    Kind.PROXY: Outcome.UNREACHED,
    Kind.TIMEOUT: Outcome.BROKEN_OFF,
    Kind.LOST: Outcome.BROKEN_OFF,
    Kind.GARBLED: Outcome.BROKEN_OFF,
    Kind.CUT_SHORT: Outcome.BROKEN_OFF,
    Kind.REDIRECTS: Outcome.BROKEN_OFF,
    Kind.TOO_LARGE: Outcome.UNREADABLE,
    Kind.ENCODING: Outcome.UNREADABLE,
}


@pytest.mark.parametrize("kind", set(Kind) - {Kind.STATUS, Kind.RESTING})
def test_each_way_to_fail_has_its_meaning(kind: Kind) -> None:
    assert answers.answer_of(Failed(kind=kind, url=URL)).outcome is OUTCOMES[kind]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (429, Outcome.LIMITED),
        (404, Outcome.MISSING),
        (410, Outcome.GONE),
        (401, Outcome.REFUSED),
        (204, Outcome.REFUSED),
        (499, Outcome.REFUSED),
        (500, Outcome.SERVER_ERROR),
        (599, Outcome.SERVER_ERROR),
    ],
)
def test_each_status_has_its_meaning_and_its_wish_to_be_left_alone(status: int, outcome: Outcome) -> None:
    failed = Failed(kind=Kind.STATUS, url=URL, status=status, retry_after=HOUR)
    assert answers.answer_of(failed) == Answer(outcome=outcome, retry_after=HOUR)


def test_a_place_our_own_rules_bar_is_told_from_one_that_does_not_answer() -> None:
    assert answers.answer_of(Refused(reason=Reason.ADDRESS, url=URL)).outcome is Outcome.BARRED
    led_on = Refused(reason=Reason.DOWNGRADE, url=URL, is_redirect=True)
    assert answers.answer_of(led_on).outcome is Outcome.MISLED


def test_the_wishes_of_a_document_stand_beside_those_of_its_server() -> None:
    document = Feed(ttl_minutes=5, update_seconds=60, skip_hours=frozenset({3}), skip_days=frozenset({6}))
    assert answers.wishes(Wishes(max_age=HOUR), document) == Wishes(
        max_age=HOUR,
        ttl=timedelta(minutes=5),
        update_period=timedelta(minutes=1),
        skip_hours=frozenset({3}),
        skip_days=frozenset({6}),
    )
    assert answers.wishes(Wishes(), Feed(ttl_minutes=0)) == Wishes()
