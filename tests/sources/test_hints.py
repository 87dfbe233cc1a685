from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.source_state import Validators
from bot.sources.fetching import EXPIRED, Hints
from bot.sources.hints import hints, retry_after, validators

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("0", timedelta()),
        (" 3600 ", HOUR),
        ("86401", 24 * HOUR),
        ("9" * 5000, 24 * HOUR),
        ("Mon, 30 Nov 2026 13:00:00 GMT", HOUR),
        ("Monday, 30-Nov-26 13:00:00 GMT", HOUR),
        ("Mon Nov 30 13:00:00 2026", HOUR),
        ("Mon, 30 Nov 2026 20:00:00 +0800", timedelta()),
        ("Mon, 30 Nov 2026 11:00:00 GMT", timedelta()),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 24 * HOUR),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("Mon, 99 Nov 2026 13:00:00 GMT", None),
        ("Mon, 30 Nov 0000 13:00:00 -9999", None),
    ],
)
def test_a_wish_to_wait_is_understood_in_seconds_and_as_a_date(text: str, wait: timedelta | None) -> None:
    assert retry_after(((b"Retry-After", text.encode()),), now=NOW) == wait


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ({"Cache-Control": "max-age=60"}, Hints(max_age=timedelta(minutes=1))),
        ({"cache-control": 'public, Max-Age = "60", x'}, Hints(max_age=timedelta(minutes=1))),
        ({"Cache-Control": "s-maxage=60, x-max-age=5"}, Hints()),
        ({"Cache-Control": "no-store"}, Hints()),
        ({"Cache-Control": f"max-age={'9' * 5000}"}, Hints(max_age=timedelta(seconds=10**9))),
        ({"Expires": "0"}, Hints(expires_at=EXPIRED)),
        ({"Expires": "-1"}, Hints(expires_at=EXPIRED)),
        ({"Expires": "Mon, 30 Nov 2026 13:00:00 GMT"}, Hints(expires_at=NOW + HOUR)),
        ({"ETag": '"x"'}, Hints()),
    ],
)
def test_what_a_server_says_of_its_next_change_is_understood(head: dict[str, str], expected: Hints) -> None:
    assert hints(tuple((name.encode(), value.encode()) for name, value in head.items()), now=NOW) == expected


def test_the_first_of_two_validators_counts_and_an_empty_one_is_none() -> None:
    head = ((b"ETAG", b'"a"'), (b"etag", b'"b"'), (b"Last-Modified", b""))
    assert validators(head) == Validators(etag='"a"')


@given(st.lists(st.tuples(st.sampled_from([b"ETag", b"Expires", b"Retry-After", b"Cache-Control"]), st.binary())))
def test_no_header_breaks_the_reading(lines: list[tuple[bytes, bytes]]) -> None:
    read = hints(tuple(lines), now=NOW)
    assert read.retry_after is None or timedelta() <= read.retry_after <= 24 * HOUR
    etag = validators(tuple(lines)).etag
    assert not etag or etag.encode() == next(value for name, value in lines if name == b"ETag")


@given(st.text(alphabet="0123456789 :,+-GMTMonNovDec"))
def test_no_date_breaks_the_reading(text: str) -> None:
    hints(((b"Expires", text.encode()), (b"Retry-After", text.encode())), now=NOW)
