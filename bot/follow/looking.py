"""Looks at an address somebody pasted: an article, a feed, a page that names feeds, or why it is none of them."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bot.core.digest import digest_of
from bot.core.entries import SHOWN
from bot.core.novelty import content_hash
from bot.errors import FeedError, NoFeed
from bot.model import Article
from bot.sources.documents import feed_of, page_of
from bot.sources.feed import Feed
from bot.sources.fetching import Failed, Fetched, Refused, Request
from bot.sources.http import Web
from bot.sources.page import Page
from bot.sources.reader import Reading

SECONDS = 25.0
"""Nobody waits longer for an answer in a chat."""
MOST_FEEDS = 3
"""So many feeds of a page are offered."""
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
SNIFFED = 2_000
"""The first bytes in which a page says that it is one."""
LONGEST_ARTICLE = 200_000
"""Characters; what lies behind is left out, for nobody reads it and it would be kept."""
LONGEST_LINE = 300
"""Characters of a title that are kept."""

_TELLING = frozenset(NoFeed) - {NoFeed.PAGE, NoFeed.UNKNOWN, NoFeed.OTHER_XML}
"""What says more of a document than that it is no article; HTML in pieces has other roots than a page's."""
_FILES = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """An entry of a feed in one line."""

    title: str
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed, with its newest entries first."""

    address: str
    title: str
    newest: tuple[Headline, ...] = ()
    entries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """A page with an article, or one that names feeds, or both."""

    reading: Reading | None = None
    feeds: tuple[FoundFeed, ...] = ()
    """Those it names; only the first of a page without an article was looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """There is nothing to read; `key` names the sentence that tells why."""

    key: str
    status: int = 0


Found = FoundFeed | FoundPage | Nothing


async def look(web: Web, url: str, *, turn: asyncio.Semaphore | None = None, configured: bool = False) -> Found:
    """Fetches an address and tells what it is; `configured` for one the operator wrote himself.

    Documents are read on threads, as many at once as `turn` grants.
    """
    turn = turn or asyncio.Semaphore()
    try:
        async with asyncio.timeout(SECONDS):
            found = await _at(web, url, turn, configured=configured)
            if isinstance(found, FoundPage) and not found.reading:
                return await _with_first_feed(web, found, turn)
            return found
    except TimeoutError:
        return Nothing(key="fetch-failed-timeout")


async def _at(web: Web, url: str, turn: asyncio.Semaphore, *, configured: bool = False) -> Found:
    answer = await web.fetch(Request(url=url, accept=ACCEPT, is_configured=configured))
    if isinstance(answer, Refused | Failed):
        return Nothing(key=answer.key, status=(isinstance(answer, Failed) and answer.status) or 0)
    if not isinstance(answer, Fetched) or answer.content_type.lower().startswith(_FILES):
        return Nothing(key="look-nothing")
    async with turn:
        return await asyncio.to_thread(read, answer, url)


async def _with_first_feed(web: Web, page: FoundPage, turn: asyncio.Semaphore) -> Found:
    """Looks into the first feed of a page that is nothing else, to have something to show of it."""
    first = await _at(web, page.feeds[0].address, turn)
    if not isinstance(first, FoundFeed):
        return page
    return replace(page, feeds=(first, *page.feeds[1:]))


def read(answer: Fetched, asked: str) -> Found:
    """Tells what a document is; work for a thread."""
    if _says_page(answer.body):
        return _page(answer)
    try:
        return _feed(feed_of(answer), answer.hints.permanent or asked)
    except FeedError as error:
        return _page(answer, error.why)


def _says_page(body: bytes) -> bool:
    head = body[:SNIFFED].lower()
    return b"<html" in head or b"<!doctype html" in head


def _feed(feed: Feed, address: str) -> FoundFeed:
    return FoundFeed(
        address=address,
        title=feed.plain_title[:LONGEST_LINE] or host_of(address),
        newest=newest(feed),
        entries=len(feed.entries),
    )


def newest(feed: Feed) -> tuple[Headline, ...]:
    """Gives the newest entries by their dates, or the document's first where some have none."""
    entries = [entry for entry in feed.entries if entry.plain_title]
    if all(entry.published for entry in entries):
        entries.sort(key=lambda entry: entry.published.timestamp() if entry.published else 0, reverse=True)
    return tuple(Headline(title=entry.plain_title[:LONGEST_LINE], link=entry.link) for entry in entries[:SHOWN])


def _page(answer: Fetched, why: NoFeed | None = None) -> Found:
    page = page_of(answer)
    named = _named(page.feeds)
    if not page.is_article:
        key = why.key if why in _TELLING else "look-no-article"
        return FoundPage(feeds=named) if named else Nothing(key=key)
    return FoundPage(reading=_reading(page, answer.url), feeds=named)


def _named(named: Sequence[tuple[str, str]]) -> tuple[FoundFeed, ...]:
    return tuple(FoundFeed(address=address, title=title or host_of(address)) for title, address in named[:MOST_FEEDS])


def _reading(page: Page, url: str) -> Reading:
    """Makes of a page what posts are made into; it has no category, for nobody subscribed to it."""
    link = page.link or url
    article = Article(
        path=link,
        title=page.title[:LONGEST_LINE],
        paragraphs=tuple(_within(page.paragraphs)),
        published=page.published,
        author=page.author[:LONGEST_LINE] or host_of(link),
        link=link,
        image=page.image,
    )
    said = content_hash(article.title, article.paragraphs)
    return Reading(article=article, digest=digest_of(article), content_hash=said)


def _within(paragraphs: Iterable[str]) -> Iterator[str]:
    left = LONGEST_ARTICLE
    for paragraph in paragraphs:
        left -= len(paragraph)
        if left < 0:
            return
        yield paragraph


def host_of(address: str) -> str:
    """Gives what stands for a title where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
