"""What an address of the web holds for `jianbao read`: a page's article, or every entry of a feed."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from bot.cli.kinds import is_post
from bot.core.sorting import sorted_in
from bot.errors import FeedError, SourceError
from bot.model import Article
from bot.sources.domains import Domains
from bot.sources.entry import read_entry
from bot.sources.feed import Feed, parse
from bot.sources.fetching import Failed, Fetched, Refused, Request
from bot.sources.http import Web, agent
from bot.sources.page import Page, read_page
from bot.sources.post import read_post
from bot.texts import say

ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
)
MOST_FEEDS = 3
"""Feeds of a page told by their addresses."""


@cache
def open_web() -> Web:
    """Opens the door to the public web, one for all addresses; no configuration opens anything of one's own network."""
    return Web(domains=Domains(lambda: datetime.now(UTC)), agent=agent())


def articles_at(address: str, web: Web) -> tuple[Article, ...]:
    """Fetches an address and gives the articles it holds; raises SourceError with a sentence when it holds none."""
    fetched = asyncio.run(web.fetch(Request(url=address, accept=ACCEPTED)))
    if not isinstance(fetched, Fetched):
        raise SourceError(f"{address}: {unfetched(fetched)}.", subject=address)
    found = _articles(fetched.body, fetched.url, fetched.content_type, address)
    return tuple(replace(article, path=address) for article in found)


def articles_in(data: bytes, name: str) -> tuple[Article, ...]:
    """Gives the articles of a saved page or feed; raises SourceError with a sentence when it holds none."""
    return tuple(replace(article, path=name) for article in _articles(data, "", "", name))


def named_feeds(page: Page) -> str:
    """Says which feeds a page names; nothing where it names none."""
    feeds = " ".join(feed for _, feed in page.feeds[:MOST_FEEDS])
    return f"It names feeds: {feeds}" if feeds else ""


def unfetched(answer: object) -> str:
    """Says in English why nothing came."""
    if isinstance(answer, Failed) and answer.status is not None:
        return say("en", answer.key, status=answer.status)
    return say("en", answer.key) if isinstance(answer, Failed | Refused) else "nothing came"


def _articles(data: bytes, url: str, content_type: str, address: str) -> tuple[Article, ...]:
    if is_post(data):
        return (read_post(data, address),)
    try:
        feed = parse(data, url, content_type)
    except FeedError:
        return (_of_page(read_page(data, url, content_type), url, address),)
    if not feed.entries:
        raise SourceError(f"{address}: the feed lists nothing.", subject=address)
    return tuple(_of_feed(feed))


def _of_feed(feed: Feed) -> list[Article]:
    """Gives the entries as the bot stores them where the configuration says nothing of their category."""
    found = [read_entry(entry, source=feed.plain_title) for entry in feed.entries]
    return [
        replace(
            article,
            category=sorted_in(
                (),
                (),
                said=article.categories,
                title=article.title,
                text="".join(article.paragraphs),
                source=feed.plain_title,
            ),
        )
        for article in found
    ]


def _of_page(page: Page, url: str, address: str) -> Article:
    if not page.is_article:
        advice = named_feeds(page) or "Give the address of one article, or of a feed."
        raise SourceError(f"{address}: there is no article on this page.", subject=address, advice=advice)
    return Article(
        path=address,
        title=page.title,
        paragraphs=page.paragraphs,
        published=page.published,
        author=page.author,
        link=page.link or url or None,
        image=page.image,
    )
