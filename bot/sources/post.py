"""Makes an article of a post: its front matter, its title as a reader should see it, its paragraphs."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core.categories import stated
from bot.core.novelty import title_key
from bot.errors import UnreadablePostError
from bot.model import Article
from bot.sources import article, front_matter, title
from bot.sources.body import read_page
from bot.sources.dates import LOCAL, read_date
from bot.sources.encoding import lines
from bot.sources.markdown import as_html
from bot.sources.pictures import picture_of, web_address

MAX_SIZE = 2 * 1024 * 1024
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d")
"""A date as feeds write it, whose zone was lost on the way: that was Greenwich's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peek:
    """What the first bytes of a post tell, for an index of many posts."""

    title_key: str
    category: tuple[str, ...]
    published: datetime | None
    is_public: bool
    """It is meant to be read by now, and by everybody."""


def read_post(data: bytes, path: str) -> Article:
    """Gives the article a post holds; raises only `UnreadablePostError`, when nothing can be made of the bytes."""
    text = _text(data, path)
    try:
        source, markup = front_matter.split(text)
    except UnreadablePostError as error:
        raise UnreadablePostError(str(error), subject=path) from error
    said = front_matter.read(source)
    page = read_page(as_html(markup))
    named = said.title or page.heading
    restored = title.restore(named, [block.text for block in page.blocks])
    paragraphs = article.paragraphs(page.blocks, title=named)
    return Article(
        path=path,
        title=restored or ("" if paragraphs else _stem(path)),
        paragraphs=paragraphs,
        categories=said.categories,
        category=stated(said.categories),
        published=_instant(said.date),
        author=said.author,
        link=web_address(said.link) or article.link(page.links),
        image=picture_of((*said.images, *page.pictures)),
        stocks=page.stocks,
    )


def is_post(head: bytes) -> bool:
    """Tells whether a file's first bytes are those of a post, in whatever encoding."""
    return front_matter.begins(lines(head))


def peek_post(head: bytes, path: str) -> Peek:
    """Gives the index what it needs from a post's first bytes, without parsing HTML, nor YAML where it is simple."""
    said = front_matter.glance(lines(head))
    return Peek(
        title_key=title_key(said.title or _stem(path)),
        category=stated(said.categories),
        published=_instant(said.date),
        is_public=said.is_public,
    )


def _instant(date: str) -> datetime | None:
    return read_date(date, local=UTC if _MAIL.fullmatch(date) else LOCAL)


def _text(data: bytes, path: str) -> str:
    if len(data) > MAX_SIZE:
        raise UnreadablePostError("The post is larger than 2 MB.", subject=path)
    return lines(data)


def _stem(path: str) -> str:
    return front_matter.clean(re.sub(r"\.\w{1,5}$", "", path.rpartition("/")[2])) or "…"
