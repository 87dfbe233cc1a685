"""Reads and writes OPML, the lists of feeds that readers' programs exchange."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from bot.errors import FeedError, NoFeed
from bot.sources.feeds.decoding import text_of
from bot.sources.feeds.markup import address_of, one_line
from bot.sources.feeds.mending import mended, without_controls
from bot.sources.feeds.tree import Element, grown, name_of

LONGEST = 10_000_000
_NO_LIST = "This is not a list of feeds (OPML)."
_ASKED = frozenset({"text", "title", "type", "url", "xmlurl", "htmlurl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A feed as a list names it."""

    address: str
    title: str = ""
    site: str | None = None
    folder: tuple[str, ...] = ()
    """The headings it stands under, outermost first."""


def read_opml(data: bytes, content_type: str = "") -> tuple[Outline, ...]:
    """Gives the feeds of a list, each once and in its order, or raises FeedError for what is no list."""
    if len(data) > LONGEST:
        raise FeedError(f"The list of feeds is longer than {LONGEST // 1_000_000} MB.", why=NoFeed.LONG)
    found: dict[str, Outline] = {}
    for outline in _outlines(_root(text_of(data, content_type)), ()):
        found.setdefault(outline.address, outline)
    return tuple(found.values())


def _root(text: str) -> Element:
    try:
        root, _ = grown(mended(text))
    except FeedError as mistake:
        raise FeedError(_NO_LIST, why=NoFeed.NO_LIST) from mistake
    if name_of(root.tag) != "opml":
        raise FeedError(_NO_LIST, why=NoFeed.NO_LIST)
    return root


def _outlines(element: Element, folder: tuple[str, ...]) -> Iterator[Outline]:
    for child in element:
        name = name_of(child.tag)
        if name == "body":
            yield from _outlines(child, folder)
        elif name == "outline":
            told = _told(child)
            title = one_line(told.get("text", "") or told.get("title", ""))
            address = address_of(_web(told.get("xmlurl", "") or _linked(told)), "")
            if address:
                site = address_of(told.get("htmlurl", ""), "")
                yield Outline(address=address, title=title, site=site, folder=folder)
            yield from _outlines(child, (*folder, title) if title and not address else folder)


def _told(outline: Element) -> dict[str, str]:
    """Gives the attributes somebody asks for, however their names are written; lxml needs quadratic time for all."""
    return {name.lower(): outline.get(name, "") for name in outline.keys() if name.lower() in _ASKED}  # noqa: SIM118 - it is no dict


def _web(address: str) -> str:
    """Gives a feed's address as the web knows it; some programs write feed: before it."""
    address = address.strip()
    if not address.lower().startswith("feed:"):
        return address
    rest = address[5:]
    return rest if "://" in rest else f"http:{rest}"


def _linked(told: dict[str, str]) -> str:
    return told.get("url", "") if told.get("type", "").lower() in {"rss", "atom", "feed"} else ""


def write_opml(outlines: Iterable[Outline], *, title: str, created: datetime) -> str:
    """Gives a list that every reader's program understands; what stood under a heading stands under it again."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{escape(without_controls(title))}</title>",
        f"    <dateCreated>{format_datetime(created)}</dateCreated>",
        "  </head>",
        "  <body>",
        *_lines(outlines),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def _lines(outlines: Iterable[Outline], depth: int = 0) -> Iterator[str]:
    """Writes what stands under the same heading together, in the order of first mention."""
    blanks = "  " * (depth + 2)
    headings: dict[str, list[Outline]] = {}
    for outline in outlines:
        if len(outline.folder) > depth:
            headings.setdefault(outline.folder[depth], []).append(outline)
        else:
            yield f"{blanks}<outline {_attributes(outline)}/>"
    for heading, below in headings.items():
        yield f"{blanks}<outline text={_quoted(heading)}>"
        yield from _lines(below, depth + 1)
        yield f"{blanks}</outline>"


def _attributes(outline: Outline) -> str:
    told = {"text": outline.title or outline.address, "type": "rss", "xmlUrl": outline.address}
    if outline.site:
        told["htmlUrl"] = outline.site
    return " ".join(f"{name}={_quoted(value)}" for name, value in told.items())


def _quoted(text: str) -> str:
    return quoteattr(without_controls(text))
