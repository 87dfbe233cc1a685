"""What an element of a feed says, as HTML or as one plain line, by the type it claims."""

import base64
import binascii
import html

from bot.sources.feeds.decoding import text_of
from bot.sources.feeds.markup import escaped_title, looks_like_html, one_line, plain
from bot.sources.feeds.mending import without_controls
from bot.sources.feeds.tree import Element, inner, name_of

PLAIN = frozenset({"text", "text/plain", "plain"})
PLAIN_NAMES = frozenset({"media:description", "media:title", "itunes:summary", "itunes:subtitle"})
TYPED = frozenset({"content", "summary", "title", "subtitle", "tagline", "info", "rights"})
"""Atom's texts, which are plain unless they say otherwise."""


def words_of(element: Element) -> str:
    """Gives the bare text of an element and all below it."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def html_of(element: Element) -> str:
    """Gives what an element says as HTML."""
    if len(element):
        return _inner(element)
    text = _text(element)
    return html.escape(text, quote=False) if _is_plain(element) and not looks_like_html(text) else text.strip()


def title_of(element: Element) -> str:
    """Gives a title as it is written: HTML, or text that reads the same as HTML."""
    if len(element):
        return _inner(element)
    text = _text(element).strip()
    return escaped_title(text) if _is_plain_title(element) else text


def line_of(element: Element) -> str:
    """Gives what an element says as one line of plain text."""
    return one_line(words_of(element)) if len(element) else plain(_text(element))


def _is_plain(element: Element) -> bool:
    kind = element.get("type", "").strip().lower()
    name = name_of(element.tag)
    return kind in PLAIN or name in PLAIN_NAMES or (not kind and name in TYPED and element.get("mode", "") != "escaped")


def _is_plain_title(element: Element) -> bool:
    """Tells whether a title is text by what it says of itself, or by being Atom's; what RSS means nobody knows."""
    return _is_plain(element) and (element.get("type", "") != "" or "atom" in element.tag.lower())


def _inner(element: Element) -> str:
    """Gives the HTML written as elements; the one division Atom asks for around it is no part of it."""
    children = list(element)
    only = children[0]
    bare = len(children) == 1 and not (element.text or "").strip() and not (only.tail or "").strip()
    wrapped = bare and element.get("type", "") == "xhtml" and name_of(only.tag) == "xhtml:div"
    return inner(only if wrapped else element).strip()


def _text(element: Element) -> str:
    text = element.text or ""
    return _decoded(text) if _is_encoded(element) else text


def _is_encoded(element: Element) -> bool:
    """Tells whether it carries base64: said by Atom 0.3's mode, meant by Atom 1.0's type of no text."""
    mode, kind = element.get("mode", "").lower(), element.get("type", "").strip().lower()
    if mode:
        return mode == "base64"
    textual = kind.startswith("text/") or kind.endswith(("+xml", "/xml")) or "/" not in kind
    return not textual and name_of(element.tag) in TYPED


def _decoded(text: str) -> str:
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return text
    return without_controls(text_of(data))
