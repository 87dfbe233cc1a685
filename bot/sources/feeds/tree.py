"""The one place that parses a feed's XML, and the short names its elements go by."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from lxml import etree

from bot.errors import FeedError, NoFeed

NAMESPACES = {
    "media": ("search.yahoo.com/mrss", "video.search.yahoo.com/mrss", "tools.search.yahoo.com/mrss"),
    "content": ("purl.org/rss/1.0/modules/content",),
    "dc": ("purl.org/dc/elements/1.0", "purl.org/dc/elements/1.1", "purl.org/dc/terms"),
    "itunes": ("www.itunes.com/dtds/podcast-1.0.dtd", "example.com/dtds/podcast-1.0.dtd"),
    "sy": ("purl.org/rss/1.0/modules/syndication",),
    "xhtml": ("www.w3.org/1999/xhtml",),
    "feedburner": ("rssnamespace.org/feedburner/ext/1.0",),
    "": (
        "",
        "www.w3.org/2005/atom",
        "purl.org/atom/ns#",
        "purl.org/rss/1.0",
        "backend.userland.com/rss",
        "backend.userland.com/rss2",
        "blogs.law.harvard.edu/tech/rss",
        "my.netscape.com/rdf/simple/0.9",
        "my.netscape.com/publish/formats/rss-0.91.dtd",
        "channel.netscape.com/rdf/simple/0.9",
        "purl.org/net/rss1.1#",
        "www.w3.org/1999/02/22-rdf-syntax-ns#",
    ),
}
"""What feeds name the vocabularies they use, without scheme and last slash; RSS, Atom and RDF need no prefix here."""
PREFIXES = {name: prefix for prefix, names in NAMESPACES.items() for name in names}
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML = "{http://www.w3.org/XML/1998/namespace}"

ENTRIES = frozenset({"item", "entry"})
_TAG = re.compile(r"<(?:/?[\w.-]+:|[^<>]*\sxmlns)[^<>]*>")
"""A tag with a mark of a namespace in it."""
_SPACE = re.compile(r"\sxmlns(?::[\w.-]+)?=\"[^\"]*\"")
_PREFIX = re.compile(r"^(</?)[\w.-]+:")


class Element(Protocol):
    """As much of an XML element as we use."""

    text: str | None
    tail: str | None

    @property
    def tag(self) -> str: ...
    def get(self, key: str, default: str, /) -> str: ...
    def keys(self) -> list[str]: ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def itertext(self) -> Iterator[str]: ...
    def iterchildren(self, *tags: str) -> "Iterator[Element]": ...
    def __iter__(self) -> "Iterator[Element]": ...
    def __len__(self) -> int: ...


def grown(xml: str) -> tuple[Element, bool]:
    """Gives the root, and whether everything in the document was well-formed.

    Nothing outside is ever fetched, no entity is expanded, and what is nested deeper than 256 is cut off.
    """
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(xml.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as mistake:
        raise FeedError("Its XML cannot be read.", why=NoFeed.BROKEN_XML) from mistake
    return root, not parser.error_log.filter_from_fatals()


@lru_cache(maxsize=2048)
def name_of(tag: str) -> str:
    """Gives `title`, `media:content`, `dc:date` …: the prefix by the vocabulary, whatever the document calls it."""
    space, brace, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    if not brace:
        # A prefix nobody declared stays in the name.
        prefix, _, local = local.lower().rpartition(":")
        return _named("" if prefix in {"atom", "rss", "rdf"} else prefix, local)
    known = space.strip().lower().split("://")[-1].rstrip("/")
    return _named(PREFIXES.get(known, "other"), local.lower())


def entries_in(root: Element) -> Iterator[Element]:
    """Gives the entries of a document in their order; what stands in a text of one is no entry, only words."""
    levels = [iter(root)]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
        elif name_of(child.tag) in ENTRIES:
            yield child
            levels.append(child.iterchildren("{*}item", "{*}entry"))  # one that was never closed
        elif len(child):
            levels.append(iter(child))


def _named(prefix: str, local: str) -> str:
    return f"{prefix}:{local}" if prefix else local


def inner(element: Element) -> str:
    """Gives what an element holds as HTML, without the marks of namespaces."""
    # Written as one: each child written by itself would repeat all the namespaces of the root.
    whole: str = etree.tostring(element, encoding="unicode", with_tail=False)
    within = whole[whole.find(">") + 1 : whole.rfind("<")]
    return _TAG.sub(lambda tag: _SPACE.sub("", _PREFIX.sub(r"\1", tag[0])), within)
