"""What the head of an answer says about the next visit."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.core.source_state import Validators
from bot.sources.fetching import EXPIRED, Hints

MOST_RETRY = timedelta(hours=24)
_SECONDS = re.compile(r"\d+")
_MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?(\d+)', re.IGNORECASE)
_MOST_SECONDS = 10**9

Head = tuple[tuple[bytes, bytes], ...]


def header(head: Head, name: bytes) -> str | None:
    """Gives the first value of a header as it came; what could not be sent back byte for byte counts as none."""
    try:
        text = next(_values(head, name)).decode()
    except (StopIteration, UnicodeDecodeError):
        return None
    return text if text.isprintable() else None


def _values(head: Head, name: bytes) -> Iterator[bytes]:
    return (value for key, value in head if key.lower() == name)


def validators(head: Head) -> Validators:
    """Finds what the answer can be known by next time."""
    return Validators(etag=header(head, b"etag") or "", last_modified=header(head, b"last-modified") or "")


def hints(head: Head, *, now: datetime, permanent: str | None = None) -> Hints:
    """Finds what the server wishes."""
    return Hints(
        max_age=_max_age(b",".join(_values(head, b"cache-control")).decode("latin-1")),
        expires_at=_expires(header(head, b"expires")),
        retry_after=retry_after(head, now=now),
        permanent=permanent,
    )


def retry_after(head: Head, *, now: datetime) -> timedelta | None:
    """Reads how long the server wants to be left alone, at most a day."""
    text = (header(head, b"retry-after") or "").strip()
    if _SECONDS.fullmatch(text):
        return min(_seconds(text), MOST_RETRY)
    date = _date(text)
    return min(max(date - now, timedelta()), MOST_RETRY) if date else None


def _max_age(text: str) -> timedelta | None:
    found = _MAX_AGE.search(text)
    return _seconds(found[1]) if found else None


def _seconds(digits: str) -> timedelta:
    return timedelta(seconds=int(digits) if len(digits) < len(str(_MOST_SECONDS)) else _MOST_SECONDS)


def _expires(text: str | None) -> datetime | None:
    return None if text is None else _date(text) or EXPIRED


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
