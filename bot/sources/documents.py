"""Reads what was fetched, as a feed or as a page, and believes no date that lies ahead of it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.sources.feed import parse
from bot.sources.feeds.values import Entry, Feed
from bot.sources.fetching import Fetched
from bot.sources.page import Page, read_page

AHEAD = timedelta(days=1)
"""Clocks and time zones are often wrong; what lies further ahead would be the newest for as long as it lies there."""


def feed_of(fetched: Fetched) -> Feed:
    """Gives what a feed says, or raises FeedError; work for a thread."""
    feed = parse(fetched.body, fetched.url, fetched.content_type)
    latest = fetched.came_at + AHEAD
    return replace(feed, entries=tuple(_dated(entry, latest) for entry in feed.entries))


def page_of(fetched: Fetched) -> Page:
    """Gives what a page holds; work for a thread."""
    page = read_page(fetched.body, fetched.url, fetched.content_type)
    return replace(page, published=_credible(page.published, fetched.came_at + AHEAD))


def _dated(entry: Entry, latest: datetime) -> Entry:
    published, updated = _credible(entry.published, latest), _credible(entry.updated, latest)
    if (published, updated) == (entry.published, entry.updated):
        return entry
    return replace(entry, published=published or updated, updated=updated)


def _credible(date: datetime | None, latest: datetime) -> datetime | None:
    return date if date and date <= latest else None
