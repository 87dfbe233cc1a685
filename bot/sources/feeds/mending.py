"""Turns a feed's text into XML that can be read safely: no document type, no entities, no control characters."""

import html
import re
from functools import lru_cache
from html.entities import html5

from bot.errors import FeedError, NoFeed
from bot.sources.references import paired, unescaped

LONGEST_WARNING = 5_000
ROOTS = ("rss", "feed", "rdf", "channel", "opml")
PAGES = ("html", "head", "body", "div", "p", "script", "meta", "table", "center")

_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|RDF|channel|opml)(?=[\s>/])", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\ufeff]*")
_NAME = re.compile(r"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})")
_DOCTYPE = re.compile(r"<!doctype[^\[<>]*", re.IGNORECASE)
_PAGE = re.compile(r"\s*<!doctype\s+html", re.IGNORECASE)
_ODD = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(?:#?[A-Za-z0-9]{1,32};)?|<(?![A-Za-z_/!?])")
"""What makes XML trip outside CDATA: ampersands and brackets that begin nothing, and entities only HTML knows."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WINDOWS = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_COMPLETE = re.compile(r"</(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)\s*>\s*$", re.IGNORECASE)
_OPEN, _CLOSE = "<![CDATA[", "]]>"


def mended(text: str) -> str:
    """Gives the XML of a feed; tells in a FeedError what a document is that has no root of a feed."""
    clean = without_controls(paired(text))
    xml = clean[_root(clean) :]
    return _outside_cdata(_all_closed(xml) if is_complete(xml) else xml)


def without_controls(text: str) -> str:
    """Takes out characters that no XML and no message may hold; Windows's own punctuation becomes what it meant."""
    return _FORBIDDEN.sub(lambda sign: _WINDOWS.get(sign[0], ""), text)


def is_complete(xml: str) -> bool:
    """Tells whether a document comes to its end; where it does, what is never closed was forgotten, not cut off."""
    return _COMPLETE.search(xml, max(0, len(xml) - 100)) is not None


def _root(text: str) -> int:
    """Finds where the root begins, behind declaration, comments and document type."""
    at = _after_prolog(text)
    name = _name(text, at)
    if name in ROOTS:
        return at
    if (behind := _behind_warnings(text, at)) is not None:
        return behind
    if name in PAGES or _PAGE.match(text):
        raise FeedError("This is a web page, not a feed.", why=NoFeed.PAGE, advice="Give the address of its feed.")
    if not text.strip():
        raise FeedError("The document is empty.", why=NoFeed.EMPTY)
    if name:
        raise FeedError(f"This is not a feed. Its root is <{name}>.", why=NoFeed.OTHER_XML)
    raise FeedError("This is not a feed. It has no root of a feed.", why=NoFeed.UNKNOWN)


def _name(text: str, at: int) -> str:
    named = _NAME.match(text, at)
    return named[1].lower() if named else ""


def _behind_warnings(text: str, at: int) -> int | None:
    """Finds the root of a feed that its server wrote warnings above, in plain words or in HTML."""
    if (declared := text.find("<?xml", at, at + LONGEST_WARNING)) >= 0:
        begin = _after_prolog(text, declared)
        return begin if _name(text, begin) in ROOTS else None
    late = None if _name(text, at) else _ROOT.search(text, at, at + LONGEST_WARNING)
    return late.start() if late else None


def _after_prolog(text: str, at: int = 0) -> int:
    while (at := _blanks_after(text, at)) < len(text):
        if text.startswith("<?", at):
            at = _past(text, ">", at)
        elif text.startswith("<!--", at):
            at = _past(text, "-->", at)
        elif text.startswith("<!", at):
            at = _after_doctype(text, at)
        else:
            break
    return at


def _blanks_after(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _after_doctype(text: str, at: int) -> int:
    """Skips a document type with all it declares: nothing in it is believed."""
    subset = _DOCTYPE.match(text, at)
    if subset is None or text[subset.end() : subset.end() + 1] != "[":
        return _past(text, ">", at)
    closed = re.compile(r"\]\s*>").search(text, subset.end())
    return closed.end() if closed else len(text)


def _past(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


def _all_closed(xml: str) -> str:
    """Takes out the marks of comments and CDATA that would swallow the rest of a document, as nothing closes them."""
    for begin, end in (("<!--", "-->"), (_OPEN, _CLOSE)):
        last = xml.rfind(end) + 1
        xml = xml[:last] + xml[last:].replace(begin, "")
    return xml


def _outside_cdata(text: str) -> str:
    """Mends what stands outside CDATA and leaves what stands within."""
    pieces: list[str] = []
    at = 0
    while (start := text.find(_OPEN, at)) >= 0:
        end = _past(text, _CLOSE, start)
        pieces += _ODD.sub(_mend, text[at:start]), text[start:end]
        at = end
    pieces.append(_ODD.sub(_mend, text[at:]))
    return "".join(pieces)


def _mend(found: re.Match[str]) -> str:
    return _meant(found[0])


@lru_cache(maxsize=1024)
def _meant(odd: str) -> str:
    """Gives the character an entity means, or the ampersand or bracket as text."""
    if odd == "<" or not odd.endswith(";"):
        return html.escape(odd, quote=False)
    if not odd.startswith("&#") and odd[1:] not in html5:
        return html.escape(odd, quote=False)
    return html.escape(without_controls(unescaped(odd)), quote=False)
