"""Reads feeds that are no well-formed XML: each entry by itself, its texts sealed, so that a mistake hurts no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.sources.feeds.mending import is_complete
from bot.sources.feeds.tree import Element, entries_in, grown

MOST_ENTRIES = 10_000
"""Each is read by itself, which takes time; the newest stand first."""
LONGEST_TAG = 4_000
"""A longer root is not repeated for each entry, only its name is; within an entry such a tag is left out."""

_MARK = re.compile(r"<!\[CDATA\[|<!--|<(/?)((?:[\w.-]{1,40}:)?(?:item|entry))(?=[\s>/])[^<>]*>", re.IGNORECASE)
_FIRST_TAG = re.compile(r"<[^<>]*>")
_NAME = re.compile(r"<[\w.:-]+")
_TEXT = re.compile(
    r"<((?:[\w.-]{1,40}:)?(?:title|link|description|summary|content|encoded|guid|id|author|creator|category|pubDate"
    r"|published|updated))(\s[^<>]*)?(?<!/)>",
    re.IGNORECASE,
)
_UNQUOTED = re.compile(r"(\s[\w.:-]+)=(?![\"'])([^\s\"'<>]+?)(?=\s|/?>)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A broken feed taken apart."""

    head: Element
    entries: Iterator[Element]
    """Grown one after the other, for each brings the root's namespaces along."""


def pieces(xml: str) -> Pieces:
    """Gives what stands above the entries, and every entry but one that the document breaks off in."""
    opening = _opening(xml)
    spans = list(islice(_spans(xml), MOST_ENTRIES))
    if len(spans) > 1 and not spans[-1].closed:
        spans.pop()
    first = spans[0].start if spans else len(xml)
    head = _grown(opening, xml[xml.find(">") + 1 : first])
    grown_entries = (_entry(_grown(opening, xml[span.start : span.end])) for span in spans)
    return Pieces(head=head, entries=(entry for entry in grown_entries if entry is not None))


def _opening(xml: str) -> str:
    """Gives the root's tag, to be repeated for each entry; of a damaged or endless one only the name."""
    name = _NAME.match(xml)
    bare = f"{name[0]}>" if name else "<rss>"
    tag = _FIRST_TAG.match(xml)
    if tag is None or len(tag[0]) > LONGEST_TAG:
        return bare
    quoted = _UNQUOTED.sub(r'\1="\2"', tag[0].rstrip("/>") + ">")
    return quoted if grown(quoted + _closing(quoted))[1] else bare


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    start: int
    end: int
    closed: bool


def _spans(xml: str) -> Iterator[_Span]:
    """Gives where entries stand; one that is never closed ends where the next begins."""
    start = -1
    for at, end, closes in _marks(xml):
        if start >= 0:
            yield _Span(start=start, end=end if closes else at, closed=True)
        start = -1 if closes else at
    if start >= 0:
        yield _Span(start=start, end=len(xml), closed=is_complete(xml))


def _marks(xml: str) -> Iterator[tuple[int, int, bool]]:
    """Gives the tags of entries outside CDATA and comments: begin, end, and whether it closes."""
    at = 0
    while found := _MARK.search(xml, at):
        at = found.end()
        if found[2]:
            if not found[0].endswith("/>"):
                yield found.start(), found.end(), bool(found[1])
            continue
        close = "]]>" if found[0].startswith("<![") else "-->"
        past = xml.find(close, at)
        at = len(xml) if past < 0 else past


def _grown(opening: str, piece: str) -> Element:
    root, sound = grown(f"{opening}{piece}{_closing(opening)}")
    return root if sound else grown(opening + sealed(piece))[0]


def _closing(opening: str) -> str:
    return f"</{opening.strip('<>/').split()[0]}>"


def _entry(root: Element) -> Element | None:
    return next(entries_in(root), None)


def sealed(piece: str) -> str:
    """Makes CDATA of the texts that have bare markup in them, and quotes what attributes forgot to."""
    parts: list[str] = []
    never_closed: set[str] = set()
    at = 0
    while found := _TEXT.search(piece, at):
        closing = f"</{found[1]}>"
        end = -1 if closing in never_closed else piece.find(closing, found.end())
        if end < 0:
            never_closed.add(closing)
            end = found.end()
        parts += _quoted(piece[at : found.end()]), _sealed(piece[found.end() : end])
        at = end
    parts.append(_quoted(piece[at:]))
    return "".join(parts)


def _quoted(tags: str) -> str:
    return _FIRST_TAG.sub(lambda tag: _UNQUOTED.sub(r'\1="\2"', tag[0]) if len(tag[0]) < LONGEST_TAG else "", tags)


def _sealed(text: str) -> str:
    if "<" not in text or text.lstrip().startswith("<![CDATA["):
        return text
    inside = text.replace("<![CDATA[", "").replace("]]>", "")
    return f"<![CDATA[{inside}]]>"
