"""Reads where a page points: its own address, its feeds, the page that goes on, its picture."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from bot.sources.body import tidy
from bot.sources.page_head import MOST, Head, full_address, text_of
from bot.sources.page_tree import Element
from bot.sources.pictures import picture_of, web_address

MAX_FEEDS = 20
LONGEST_NAME = 200

_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"})
_PICTURES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
_NO_PICTURE = re.compile(
    r"logo|favicon|sprite|avatar|default[-_.]|no[-_]?(?:pic|image|img)|/icons?[/_-]|touch-?icon|\.svg$|weixin_share"
    r"|share[-_]?(?:img|pic|icon|default)|1x1|/css\d*/|end_\w+\.png|loading|placeholder|preload|/pixel",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[\[【（(< ]*(?:下一?页|后一?页|next page)[\]】）)>»\u203a ]*", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:[-_/]?\d{1,3})?(?:\.\w{2,5})?/?$")
_SECOND_LEVEL = frozenset({"com", "net", "org", "gov", "edu", "co", "ac", "or", "ne", "go"})


def host_of(url: str) -> str:
    """Gives the name of an address's host, or nothing."""
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def site_of(url: str) -> str:
    """Gives the part of a host that one owner registered, as well as its ending tells."""
    labels = host_of(url).split(".")
    is_deep = len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2  # noqa: PLR2004 - co.uk, com.cn
    return ".".join(labels[-3 if is_deep else -2 :])


def is_front(url: str) -> bool:
    """Tells whether an address is a house's front page; a page that was saved has none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return bool(url) and not (parts.path.strip("/") or parts.query)


def own_address(root: Element, head: Head) -> str:
    """Gives the address a page calls its own, when it lies on the same site and is no front page."""
    named = [tag.get("href") for tag in islice(_links(root, "canonical"), 2)]
    for address in (*named, head.meta.get("og:url")):
        found = full_address(head.base, address)
        is_its_own = found and (not head.url or site_of(found) == site_of(head.url))
        if found and is_its_own and (is_front(head.url) or not is_front(found)):
            return found
    return web_address(head.url) or ""


def feeds(root: Element, head: Head) -> tuple[tuple[str, str], ...]:
    """Gives title and address of the feeds a page names."""
    found: dict[str, str] = {}
    for tag in _links(root, "alternate"):
        kind = (tag.get("type") or "").partition(";")[0].strip().lower()
        address = full_address(head.base, tag.get("href"))
        if kind in _FEEDS and address and len(found) < MAX_FEEDS:
            found.setdefault(address, tidy(tag.get("title") or "")[:LONGEST_NAME])
    return tuple((name, address) for address, name in found.items())


def next_page(root: Element, head: Head) -> str | None:
    """Gives where an article split over several pages goes on."""
    worded = (tag for tag in islice(root.iter("a"), MOST) if _NEXT.fullmatch(text_of(tag)[:LONGEST_NAME]))
    for tag in (*islice(_links(root, "next"), 3), *islice(worded, 3)):
        address = full_address(head.base, tag.get("href"))
        if address and _goes_on(head.url, address):
            return address
    return None


def _goes_on(url: str, address: str) -> bool:
    """Tells whether an address differs from the page's in nothing but a number behind it."""
    if site_of(url) != site_of(address) or address.partition("#")[0] == url:
        return False
    here, there = (_PAGE_NUMBER.sub("", urlsplit(part).path[-MOST:]) for part in (url, address))
    return bool(here) and there.startswith(here)


def picture_in(head: Head) -> str | None:
    """Gives the picture a page wants to be shown with."""
    told = [head.meta.get(name, "") for name in _PICTURES]
    return usable_picture(
        [*told, *(address for item in head.articles for address in _addresses(item.get("image")))], head
    )


def usable_picture(addresses: Iterable[str], head: Head) -> str | None:
    """Gives the first address that shows something told, and not the house."""
    full = (full_address(head.base, address) for address in addresses)
    return picture_of(address for address in full if address and not _NO_PICTURE.search(urlsplit(address).path))


def _addresses(image: object) -> Iterator[str]:
    """Gives the addresses in a picture as JSON-LD writes it: as words, as an object, or several of them."""
    for part in image[:3] if isinstance(image, list) else [image]:
        address = part.get("url") if isinstance(part, dict) else part
        if isinstance(address, str):
            yield address


def _links(root: Element, rel: str) -> Iterator[Element]:
    for tag in islice(root.iter("link"), MOST):
        if rel in (tag.get("rel") or "").lower().split():
            yield tag
