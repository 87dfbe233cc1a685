"""Reads what a page says about itself: title, date, author, picture, its own address, its feeds, the page that goes on."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from bot.core.novelty import title_key
from bot.sources.body import tidy
from bot.sources.page_dates import date_in
from bot.sources.pictures import picture_of, web_address

MOST = 4000
"""No page has a reason for more statements about itself."""
LONGEST_DATA = 500_000
LONGEST_TITLE = 300
LONGEST_AUTHOR = 60
MAX_FEEDS = 20
HEADINGS = 40
COVERED = 0.7
"""A heading that is a smaller part of the title is the house's name or the channel's."""
SCRIPTS = 200_000

_ARTICLES = re.compile(r"(?:News|Blog|Report|Analysis|Opinion|Live|Tech|Scholarly|Satirical|Review)?(?:Article|Posting|BlogPosting)\w*")
_DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "published_time",
    "publication_date",
    "publish-date",
    "published",
    "apub:time",
    "article:create_at",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "weibo:article:create_at",
    "bytedance:published_time",
    "article.published",
    "cxenseparse:recs:publishtime",
    "pdate",
    "date",
    "og:release_date",
    "article_date_original",
    "originalpublicationdate",
    "publishtime",
    "og:time",
)
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author", "mediaid", "og:article:author")
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"})
_NO_PICTURE = re.compile(
    r"logo|favicon|sprite|avatar|default[-_.]|no[-_]?(?:pic|image|img)|/icons?[/_-]|share[-_]?(?:img|pic|icon|default)|\.svg(?:$|\?)|weixin_share|touch-?icon|1x1|/css\d*/|end_\w+\.png|loading|placeholder|preload|/pixel",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[\[【（(< ]*(?:下一?页|后一?页|next page)[\]】）)>»› ]*", re.IGNORECASE)
_NO_NAME = re.compile(r"://|@|[0-9]{4}|^[\W0-9]*$|<|>")
_CRAFT = re.compile(r"^(?:by:?\s+|written by:?\s+|(?:作者|本文作者|记者|文)\s{0,3}[:：/|丨]\s{0,3})", re.IGNORECASE)
_SEPARATORS = re.compile(r"(\s*[_|｜]\s*|\s+[-–—·»-]\s+|\s*－\s*|--+|(?<=[\u3400-\u9fff”》）！？])[-–—](?=[\u3400-\u9fff]{2,12}$))")
_SECOND_LEVEL = frozenset("com net org gov edu co ac or ne go".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says about itself."""

    title: str = ""
    published: datetime | None = None
    author: str = ""
    image: str | None = None
    link: str = ""
    feeds: tuple[tuple[str, str], ...] = ()
    next_page: str | None = None
    is_front: bool = False
    """Its address is a front page's, and it does not say that it is an article."""
    is_marked: bool = False
    """The page says that it is an article."""
    teaser: str = ""


@dataclass(slots=True)
class Said:
    """The statements in a page's head, by their names."""

    base: str
    url: str
    chinese: bool
    meta: dict[str, str] = field(default_factory=dict)
    data: list[dict[str, Any]] = field(default_factory=list)
    """What its JSON-LD says of articles."""


def read_facts(root: etree._Element, url: str, *, chinese: bool) -> Facts:
    """Gives the facts of a page, whose scripts must still be in it."""
    base = root.find(".//base")
    said = Said(_resolved(url, base.get("href") if base is not None else "") or url, url, chinese)
    _read_meta(root, said)
    said.data = list(islice(_articles(root), 9))
    return Facts(
        title=_title(root, said),
        published=_published(root, said),
        author=_author(root, said),
        image=_image(said),
        link=_canonical(root, said),
        feeds=tuple(_feeds(root, said)),
        next_page=_next_page(root, said),
        is_front=not _deep(url),
        is_marked=bool(said.data) or said.meta.get("og:type", "").lower() in {"article", "news", "newsarticle"},
        teaser=tidy(said.meta.get("og:description") or said.meta.get("description") or ""),
    )


def site_of(url: str) -> str:
    """Gives the part of an address's host that one owner registered, as well as its endings tell."""
    host = _host(url)
    labels = host.split(".")
    count = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2  # noqa: PLR2004 - co.uk, com.cn
    return ".".join(labels[-count:])


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def _resolved(base: str, address: str | None) -> str | None:
    """Gives the full http or https address of a link."""
    if not address or len(address) > LONGEST_TITLE * 8:
        return None
    try:
        return web_address(urljoin(base, address.strip()))
    except ValueError:
        return None


def _read_meta(root: etree._Element, said: Said) -> None:
    for tag in islice(root.iter("meta"), MOST):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = tag.get("content") or ""
        if name and content.strip() and len(content) < MOST:
            said.meta.setdefault(name, content.strip())


def _articles(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Gives what the page's JSON-LD says of articles."""
    for script in islice(root.iter("script"), MOST):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = (script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>").strip()
        try:
            found = json.loads(text, strict=False) if 0 < len(text) <= LONGEST_DATA else None
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(found)


def _articles_in(found: object) -> Iterator[dict[str, Any]]:
    waiting = [found]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item[:50])
        elif isinstance(item, dict):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLES.fullmatch(name) for name in names):
                yield item
            waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _text_of(element: etree._Element) -> str:
    return tidy("".join(islice(element.itertext(), HEADINGS)))


def _title(root: etree._Element, said: Said) -> str:
    """Gives the title as the page's own heading has it, or without the names of site and channel behind it."""
    named = root.find(".//title")
    told = [
        said.meta.get("og:title", ""),
        *(str(item.get("headline") or "") for item in said.data),
        said.meta.get("twitter:title", ""),
        _text_of(named) if named is not None else "",
    ]
    told = [tidy(text)[:LONGEST_TITLE] for text in told if text.strip()]
    headings = [text for tag in islice(root.iter("h1"), HEADINGS) if 0 < len(text := _text_of(tag)) <= LONGEST_TITLE]
    for text in told:
        for heading in headings:
            key = title_key(heading)
            if key and key in title_key(text) and len(key) >= COVERED * len(title_key(_without_site(text, said))):
                return heading
    if told:
        return _without_site(told[0], said)
    return headings[0] if headings else ""


def _without_site(title: str, said: Said) -> str:
    """Cuts the names of the site and of its channels off behind a title."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 3:  # noqa: PLR2004 - the title, a mark, a name
        return title
    site = title_key(said.meta.get("og:site_name", ""))
    host = _host(said.url).split(".")[0]
    while len(parts) >= 3:  # noqa: PLR2004 - the same
        last, rest = parts[-1], "".join(parts[:-2])
        key = title_key(last)
        known = bool(key) and (key == site or key in site or key.replace(" ", "") in host or host in key)
        short = len(last) <= 14 and len(last) < len(rest) * 0.8 and ("_" in parts[-2] or "|" in parts[-2] or len(parts) == 3)  # noqa: PLR2004
        if not (known or not key or short):
            break
        parts = parts[:-2]
    return "".join(parts).strip()


def _published(root: etree._Element, said: Said) -> datetime | None:
    """Gives when the article was published, by the first statement that is a date."""
    for told in _told_dates(root, said):
        found = date_in(told, chinese=said.chinese)
        if found:
            return found
    return None


def _told_dates(root: etree._Element, said: Said) -> Iterator[str]:
    for item in said.data:
        yield str(item.get("datePublished") or "")
    yield from (said.meta[name] for name in _DATES if name in said.meta)
    for tag in islice(root.iter("time"), 3):
        yield tag.get("datetime") or _text_of(tag)
    yield from _bylines(root)
    yield from _scripted(root)
    found = re.search(r"(?<!\d)(20\d\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?!\d)", urlsplit(said.url).path if _host(said.url) else "")
    if found:
        yield "-".join(found.groups())


_SCRIPTED = re.compile(
    r"\b(?:ct|publish_?time|create_?time|pub_?time|pub_?date|create_?at)[\"']?\s{0,3}[:=]\s{0,3}[\"'](\d{10}|20\d\d[-/]\d\d[-/]\d\d[T \d:]{0,9})",
    re.IGNORECASE,
)


def _scripted(root: etree._Element) -> Iterator[str]:
    """Gives the dates scripts of WeChat and others carry for the browser to show."""
    left = SCRIPTS
    for script in islice(root.iter("script"), MOST):
        text = (script.text or "")[:left]
        left -= len(text)
        yield from (found[1] for found in islice(_SCRIPTED.finditer(text), 3))


_CLOCKED = re.compile(
    r"(?<!\d)20\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?: ?日)?(?:[ T,，]{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)


def _bylines(root: etree._Element) -> Iterator[str]:
    """Gives dates that stand in short lines of the page's upper part, those with a time first."""
    dates: list[str] = []
    for text in islice(root.itertext(), MOST):
        if 8 <= len(text) <= 400 and (found := _CLOCKED.search(text)) and len(text.strip()) < 120:  # noqa: PLR2004
            dates.append(found[0])
    yield from sorted(dates[:20], key=lambda date: ":" not in date and "：" not in date)


def _author(root: etree._Element, said: Said) -> str:
    for told in _told_authors(root, said):
        name = _CRAFT.sub("", tidy(told)).strip(" ,，、|")
        if 1 < len(name) <= LONGEST_AUTHOR and not _NO_NAME.search(name) and not _is_site(name, said):
            return name
    return ""


def _is_site(name: str, said: Said) -> bool:
    return title_key(name) == title_key(said.meta.get("og:site_name", ""))


def _told_authors(root: etree._Element, said: Said) -> Iterator[str]:
    for item in said.data:
        people = item.get("author")
        people = people if isinstance(people, list) else [people]
        names = [person.get("name") if isinstance(person, dict) else person for person in people[:5]]
        yield ", ".join(name for name in names if isinstance(name, str))
    yield from (said.meta[name] for name in _AUTHORS if name in said.meta)
    for element in islice(root.iter("a", "span", "p", "div", "address"), MOST):
        names = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
        if {"author", "byline", "author-name", "article-author", "byline-name", "post-author"} & set(names):
            yield _text_of(element)


def _image(said: Said) -> str | None:
    pictures: list[str] = [said.meta.get(name, "") for name in ("og:image", "og:image:url", "twitter:image", "twitter:image:src")]
    for item in said.data:
        pictures += _addresses(item.get("image"))
    return usable_picture(pictures, said.base)


def _addresses(image: object) -> list[str]:
    if isinstance(image, list):
        return [address for part in image[:3] for address in _addresses(part)]
    if isinstance(image, dict):
        image = image.get("url")
    return [image] if isinstance(image, str) else []


def usable_picture(addresses: Iterable[str], base: str) -> str | None:
    """Gives the first address that is a picture of something told, and not of the house."""
    full = (_resolved(base, address) for address in addresses)
    return picture_of(address for address in full if address and not _NO_PICTURE.search(urlsplit(address).path))


def _canonical(root: etree._Element, said: Said) -> str:
    """Gives the address the page calls its own, when it lies on the same site and is no front page."""
    links = [tag.get("href") for tag in _links(root, "canonical")]
    for address in (*links[:2], said.meta.get("og:url")):
        found = _resolved(said.base, address)
        if found and site_of(found) == site_of(said.url) and (_deep(found) or not _deep(said.url)):
            return found
    return web_address(said.url) or ""


def _deep(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def _links(root: etree._Element, rel: str) -> Iterator[etree._Element]:
    for tag in islice(root.iter("link"), MOST):
        if rel in (tag.get("rel") or "").lower().split():
            yield tag


def _feeds(root: etree._Element, said: Said) -> Iterator[tuple[str, str]]:
    """Gives title and address of the feeds the page names."""
    seen: set[str] = set()
    for tag in _links(root, "alternate"):
        kind = (tag.get("type") or "").split(";")[0].strip().lower()
        address = _resolved(said.base, tag.get("href"))
        if kind in _FEEDS and address and address not in seen and len(seen) < MAX_FEEDS:
            seen.add(address)
            yield tidy(tag.get("title") or "")[:LONGEST_TITLE], address


def _next_page(root: etree._Element, said: Said) -> str | None:
    """Gives where an article that is split over several pages goes on."""
    for tag in (*_links(root, "next"), *islice(root.iter("a"), MOST)):
        named = tag.tag == "link" or _NEXT.fullmatch(_text_of(tag)[:20])
        address = _resolved(said.base, tag.get("href")) if named else None
        if address and _continues(said.url, address):
            return address
    return None


def _continues(url: str, address: str) -> bool:
    """Tells whether an address is the same article's next page: it differs only in a number at the end."""
    bare = [re.sub(r"(?:[-_/]?\d{1,3})?(?:\.\w{2,5})?/?$", "", urlsplit(part).path) for part in (url, address)]
    return site_of(url) == site_of(address) and address != url and (bare[0] == bare[1] or bare[1].startswith(bare[0] or "\0"))
