"""No date that lies ahead is believed, so that nothing stays the newest for years."""

from datetime import UTC, datetime, timedelta

from bot.sources.documents import AHEAD, feed_of, page_of
from bot.sources.fetching import Fetched
from tests.sources.internet import NOW, URL

LATE = datetime(2099, 1, 1, tzinfo=UTC)


def fetched(document: str) -> Fetched:
    return Fetched(url=URL, status=200, body=document.encode(), came_at=NOW)


def dated(*dates: datetime) -> str:
    tags = "".join(
        f"<{tag}>{date.isoformat()}</{tag}>" for tag, date in zip(("published", "updated"), dates, strict=True)
    )
    return f"<feed><entry><title>x</title>{tags}</entry></feed>"


def dates(document: str) -> tuple[datetime | None, datetime | None]:
    (entry,) = feed_of(fetched(document)).entries
    return entry.published, entry.updated


def test_a_date_that_lies_ahead_is_none() -> None:
    assert dates(dated(LATE, LATE)) == (None, None)
    assert dates(dated(LATE, NOW)) == (NOW, NOW)
    assert dates(dated(NOW, LATE)) == (NOW, None)


def test_a_clock_may_be_wrong_by_a_day() -> None:
    tomorrow = NOW + AHEAD
    assert dates(dated(tomorrow, NOW)) == (tomorrow, NOW)
    assert dates(dated(tomorrow + timedelta(seconds=1), NOW)) == (NOW, NOW)


def test_a_pages_date_is_held_to_the_same() -> None:
    for date, believed in ((NOW, NOW), (LATE, None)):
        page = f"<meta property='article:published_time' content='{date.isoformat()}'><p>x"
        assert page_of(fetched(page)).published == believed
