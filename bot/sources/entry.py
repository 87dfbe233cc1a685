"""Makes an article of a feed's entry, by the rules posts are cleaned by."""

import re
from dataclasses import replace
from html import unescape

from bot.core.categories import stated
from bot.core.entry_keys import Listed
from bot.core.teaser import breaks_off, says_more
from bot.model import Article
from bot.sources import article
from bot.sources.body import read_page
from bot.sources.feeds.values import Entry
from bot.sources.page import Page
from bot.sources.pictures import picture_of

LAST_CHARACTERS = 3_000
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h\d|hr|section|article|table|tr|blockquote|figure)\b[^<>]*>", re.IGNORECASE
)


def listed(entry: Entry) -> Listed:
    """Gives what tells an entry from others; pictures and links that change at each asking do not change it."""
    html = entry.content or entry.summary
    words = _TAG.sub("", html).strip()
    return Listed(
        guid=entry.id, link=entry.link or "", title=entry.plain_title, published=entry.published, text=words or html
    )


def leads_on(entry: Entry) -> bool:
    """Tells whether an entry's own words lead to its page; cleaned, it does not say so any more."""
    end = (entry.content or entry.summary)[-LAST_CHARACTERS:]
    lines = [" ".join(line.split()) for line in unescape(_TAG.sub("", _BREAK.sub("\n", end))).split("\n")]
    return breaks_off([line for line in lines if line])


def read_entry(entry: Entry, *, source: str) -> Article:
    """Gives the article an entry holds; `source` is the name readers know the feed by."""
    said = entry.plain_title
    page = read_page(entry.content or entry.summary)
    paragraphs = article.paragraphs(page.blocks, title=said)
    return Article(
        path=entry.id or entry.link or said,
        title=said,
        paragraphs=paragraphs,
        categories=entry.categories,
        category=stated(entry.categories),
        published=entry.published or entry.updated,
        author=source or entry.author,
        link=entry.link or article.link(page.links),
        image=entry.image or picture_of(page.pictures),
        stocks=page.stocks,
    )


def completed(teaser: Article, page: Page) -> Article:
    """Puts a page's text in the place of what the feed brought of it, where the page says more."""
    if not page.is_article or not says_more(page.paragraphs, teaser.paragraphs):
        return teaser
    return replace(
        teaser,
        paragraphs=page.paragraphs,
        image=teaser.image or page.image,
        published=teaser.published or page.published,
    )
