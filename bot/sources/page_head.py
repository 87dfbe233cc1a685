"""Reads the statements a page makes about itself for machines: meta tags and JSON-LD."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from bot.sources.body import tidy
from bot.sources.page_tree import Element
from bot.sources.pictures import web_address

MOST = 4000
"""No page has a reason for more statements about itself."""
LONGEST_DATA = 500_000
LONGEST_LIST = 50

_ARTICLE = re.compile(r"(?:\w{0,20}Article|(?:Blog|LiveBlog|SocialMedia|DiscussionForum)?Posting)")


@dataclass(slots=True, kw_only=True)
class Head:
    """What a page says about itself."""

    url: str
    base: str
    """What the page's own links start from."""
    chinese: bool
    meta: dict[str, str] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)
    """What its JSON-LD says of articles."""


def read_head(root: Element, url: str, *, chinese: bool) -> Head:
    """Gives the statements of a page whose scripts are still in its tree."""
    base = next(root.iter("base"), None)
    head = Head(url=url, base=url, chinese=chinese)
    head.base = full_address(url, base.get("href") if base is not None else None) or url
    for tag in islice(root.iter("meta"), MOST):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        said = (tag.get("content") or "").strip()
        if name and said and len(said) < MOST:
            head.meta.setdefault(name, said)
    head.articles = list(islice(_articles(root), LONGEST_LIST))
    return head


def full_address(base: str, address: str | None) -> str | None:
    """Gives the full http or https address of a link."""
    if not address or len(address) > MOST:
        return None
    try:
        return web_address(urljoin(base, address.strip()))
    except ValueError:
        return None


def text_of(element: Element) -> str:
    """Gives what an element says, or the beginning of it."""
    return tidy("".join(islice(element.itertext(), LONGEST_LIST)))


def _articles(root: Element) -> Iterator[dict[str, Any]]:
    for script in islice(root.iter("script"), MOST):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _articles_in(_loaded(script.text or ""))


def _loaded(text: str) -> object:
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip()
    try:
        return json.loads(text, strict=False) if 0 < len(text) <= LONGEST_DATA else None
    except (ValueError, RecursionError):
        return None


def _articles_in(found: object) -> Iterator[dict[str, Any]]:
    waiting = [found]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item[:LONGEST_LIST])
        elif isinstance(item, dict):
            kinds = item.get("@type")
            names = kinds[:9] if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names):
                yield item
            waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
