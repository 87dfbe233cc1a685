"""Reads a page's title, its date and its author."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from bot.core.novelty import title_key
from bot.sources.body import tidy
from bot.sources.page_dates import DATE, date_in
from bot.sources.page_head import MOST, Head, text_of
from bot.sources.page_links import host_of
from bot.sources.page_tables import SIGNATURES
from bot.sources.page_tree import Element

LONGEST_TITLE = 300
LONGEST_AUTHOR = 60
HEADINGS = 40
COVERED = 0.7
"""A heading that is a smaller part of the title is the house's name or the channel's."""
LONGEST_CHANNEL = 14
LONGEST_BYLINE = 120
SCRIPTS = 200_000

_DATES = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate"),
    *("publishdate", "publish_date", "published_time", "publication_date", "publish-date", "published", "apub:time"),
    *("article:create_at", "weibo:article:create_at", "bytedance:published_time", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "article.published", "pdate", "publishtime"),
    *("cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate", "og:release_date", "date"),
)
_AUTHORS = ("author", "article:author", "og:article:author", "byl", "parsely-author", "dc.creator", "mediaid")
_MARK = re.compile(r"(?:\s?[¶§🔗]|\s#)$")
"""What leads from a heading to itself."""
_NO_NAME = re.compile(r"://|@|[0-9]{4}|^[\W0-9]*$|[<>]")
_CRAFT = re.compile(r"^(?:(?:written )?by:?\s+|(?:作者|本文作者|记者|文)\s{0,3}[:：/|丨]\s{0,3})", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"(\s{0,9}[_|｜]\s{0,9}|\s{1,9}[-–—·»«\u203a\u2022-]\s{1,9}|\s{0,9}－\s{0,9}|--|(?<=[\u3400-\u9fff”》）！？])[-–—](?=[\u3400-\u9fff]{2,12}$))"
)
_HOUSE = re.compile(
    r".{0,12}(?:网|网站|政府|新闻|日报|晚报|早报|时报|频道|中心|资讯|公司|官网|大学|学院|news|online|\.com)",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?!\d)")
_IN_SCRIPT = re.compile(
    r"\b(?:ct|publish_?time|create_?time|pub_?time|pub_?date|create_?at)[\"']?\s{0,3}[:=]\s{0,3}[\"']"
    r"(\d{10}|20\d\d[-/]\d\d[-/]\d\d[T \d:]{0,9})",
    re.IGNORECASE,
)


def title_of(root: Element, head: Head) -> str:
    """Gives the title as the page's own heading has it, or without the names of house and channel behind it."""
    named = next(root.iter("title"), None)
    told = [
        head.meta.get("og:title", ""),
        *(said for item in head.articles if isinstance(said := item.get("headline"), str)),
        head.meta.get("twitter:title", ""),
        text_of(named) if named is not None else "",
    ]
    told = [tidy(text[:MOST])[:LONGEST_TITLE] for text in told if text.strip()]
    shown_first = (_MARK.sub("", text_of(tag)) for tag in islice(root.iter("h1"), HEADINGS))
    headings = [said for said in shown_first if 0 < len(said) <= LONGEST_TITLE]
    shown = (heading for text in told for heading in headings if _is_title(heading, text, head))
    return next(shown, None) or (_without_house(told[0], head) if told else next(iter(headings), ""))


def _is_title(heading: str, told: str, head: Head) -> bool:
    key = title_key(heading)
    return bool(key) and key in title_key(told) and len(key) >= COVERED * len(title_key(_without_house(told, head)))


def _without_house(title: str, head: Head) -> str:
    """Cuts the names of house and channels off behind a title."""
    parts = _SEPARATOR.split(title)
    while len(parts) > 1 and _is_house(parts, head):
        del parts[-2:]
    return "".join(parts).strip()


def _is_house(parts: list[str], head: Head) -> bool:
    """Tells whether the last part of a title names the house: by its own word, its address, or its length."""
    rest, mark, last = "".join(parts[:-2]), parts[-2], parts[-1]
    key, host = title_key(last).replace(" ", ""), host_of(head.url).partition(".")[0]
    if not rest.strip():
        return False
    if not key or key in title_key(head.meta.get("og:site_name", "")).replace(" ", "") or (host and host in key):
        return True
    if len(last) > LONGEST_CHANNEL:
        return False
    is_one = not _SEPARATOR.search(rest)
    return bool(_HOUSE.fullmatch(last)) or ((len(last) < 0.8 * len(rest)) and (mark.strip() in {"_", "|"} or is_one))


def published_of(root: Element, head: Head) -> datetime | None:
    """Gives when the article was published, by the first statement that is a date."""
    dates = (date_in(told, chinese=head.chinese) for told in _told_dates(root, head))
    return next((date for date in dates if date), None)


def _told_dates(root: Element, head: Head) -> Iterator[str]:
    yield from (said for item in head.articles if isinstance(said := item.get("datePublished"), str))
    yield from (head.meta[name] for name in _DATES if name in head.meta)
    for tag in islice(root.iter("time"), 3):
        yield tag.get("datetime") or text_of(tag)
    yield from _in_bylines(root)
    yield from _in_scripts(root)
    yield from ("-".join(found) for found in _IN_ADDRESS.findall(head.url)[:1])


def _in_bylines(root: Element) -> list[str]:
    """Gives the dates in short lines of the page's upper part, those with a time of day first."""
    dates: list[str] = []
    for element in islice(root.iter(), MOST):
        lines = () if element.tag in {"script", "style"} else (element.text, element.tail)
        short = (line.strip() for line in lines if line and len(line) < MOST)
        dates += [found[0] for line in short if 0 < len(line) < LONGEST_BYLINE and (found := DATE.search(line))]
    return sorted(dates[:20], key=lambda date: ":" not in date and "：" not in date)


def _in_scripts(root: Element) -> Iterator[str]:
    """Gives the dates that scripts of WeChat and others carry for the browser to show."""
    left = SCRIPTS
    for script in islice(root.iter("script"), MOST):
        text = (script.text or "")[:left]
        left -= len(text)
        yield from (found[1] for found in islice(_IN_SCRIPT.finditer(text), 3))


def author_of(root: Element, head: Head) -> str:
    """Gives who wrote the article, where the page names anybody but itself."""
    house = title_key(head.meta.get("og:site_name", ""))
    for told in _told_authors(root, head):
        name = _CRAFT.sub("", tidy(told[:MOST])).strip(" ,，、|")
        if 1 < len(name) <= LONGEST_AUTHOR and not _NO_NAME.search(name) and title_key(name) != house:
            return name
    return ""


def _told_authors(root: Element, head: Head) -> Iterator[str]:
    for item in head.articles:
        people = item.get("author")
        listed = people[:5] if isinstance(people, list) else [people]
        names = [person.get("name") if isinstance(person, dict) else person for person in listed]
        yield ", ".join(name for name in names if isinstance(name, str))
    yield from (head.meta[name] for name in _AUTHORS if name in head.meta)
    for element in islice(root.iter("a", "span", "p", "div", "address"), MOST):
        words = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''}"
        if not SIGNATURES.isdisjoint(words.lower().split()):
            yield text_of(element)
