"""Makes a tree of a page's HTML, however broken, within bounds that no page can break."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from lxml import etree, html

from bot.sources.pictures import ADDRESSES
from bot.sources.references import paired

Element: TypeAlias = Any
"""An element of a tree: lxml comes without types."""

MAX_TAGS = 12_000
"""What stands behind so many tags is not read: no article begins there."""
MAX_DEPTH = 200
"""Deeper tags do not nest; what they hold is read where the last one stands."""
DEEPEST = 1_000
"""What goes deeper is made to do harm: at each end of a tag the parser looks through all that are open."""
MANY_ENDS, PIECE = 20_000, 16_384
MAX_TEXT = 600_000
"""So many characters are several books."""
MAX_SCRIPTS = 1_500_000

_KEPT = frozenset(
    [
        "class",
        "id",
        "style",
        "hidden",
        "href",
        *ADDRESSES,
        *("alt", "eeimg", "alttext", "encoding"),
        "content",
        "property",
        "name",
        "itemprop",
        "type",
        "rel",
        "datetime",
        "title",
        "width",
        "height",
    ]
)
"""The attributes somebody asks for; a page may carry half a million others."""
_RUNS = re.compile(r"<{3,}")
"""Told one by one, they would take seconds."""
_LONGEST = 8_000
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(text: str) -> Element:
    """Gives the root of a page's tree; never raises."""
    growing = _Growing()
    parser = html.HTMLParser(encoding="utf-8", target=growing, no_network=True)
    data = _RUNS.sub("<", paired(text).replace("\0", "")).encode("utf-8", "replace")
    try:
        # Through a target, for libxml2's own tree takes quadratic time for a tag with very many attributes.
        for piece in _pieces(data):
            parser.feed(piece)
            if growing.is_too_deep:
                break
        return parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        return html.Element("html")


def _pieces(data: bytes) -> Iterator[bytes]:
    """Gives an ordinary page whole, and one of very many tags piece by piece, that its reading may be broken off."""
    size = PIECE if data.count(b"</") > MANY_ENDS else max(1, len(data))
    return (data[at : at + size] for at in range(0, max(1, len(data)), size))


def markup(element: Element) -> str:
    """Writes an element and all below it as HTML again."""
    written: str = etree.tostring(element, method="html", encoding="unicode", with_tail=False)
    return written


def together(parts: Iterable[Element]) -> Element:
    """Takes parts out of a tree and puts them into a new element, each in a box of its own."""
    whole = html.Element("div")
    for part in parts:
        part.tail = None
        etree.SubElement(whole, "div").append(part)
    return whole


def steps(root: Element) -> Iterator[tuple[str, Element]]:
    """Goes through a tree in the order of the page, and tells the `start` and the `end` of each element."""
    return iter(etree.iterwalk(root, events=("start", "end")))


def strip(root: Element, names: Iterable[str]) -> None:
    """Takes all elements of these names out of a tree and leaves the text behind them."""
    etree.strip_elements(root, *names, with_tail=False)


class _Growing:
    """Makes the tree while the parser tells what it finds, and stops listening at the bounds."""

    def __init__(self) -> None:
        self._root: Element = html.Element("html")
        self._at = self._root
        self._last: Element | None = None
        self._pieces: list[str] = []
        self._tags = self._depth = self._deeper = self._text = self._scripts = 0

    @property
    def is_too_deep(self) -> bool:
        """Tells whether more tags are open than any page opens."""
        return self._depth + self._deeper > DEEPEST

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begins an element."""
        if self._depth >= MAX_DEPTH or self._tags >= MAX_TAGS:
            self._deeper += 1
            return
        self._flush()
        self._tags += 1
        self._depth += 1
        self._at = self._grown(tag, attributes)
        self._last = None

    def _grown(self, tag: str, attributes: dict[str, str]) -> Element:
        kept = {name: _UNWRITABLE.sub("", said[:_LONGEST]) for name, said in attributes.items() if name in _KEPT}
        try:
            return etree.SubElement(self._at, tag, kept)
        except ValueError:  # a name no element can have, such as `a"`
            return etree.SubElement(self._at, "span", kept)

    def end(self, tag: str) -> None:
        """Ends the element that was begun last; the parser keeps the order."""
        del tag
        if self._deeper:
            self._deeper -= 1
            return
        self._flush()
        parent = self._at.getparent()
        if parent is not None:
            self._last, self._at = self._at, parent
            self._depth -= 1

    def data(self, text: str) -> None:
        """Takes a piece of text."""
        if self._at.tag in {"script", "style"}:
            room, self._scripts = MAX_SCRIPTS - self._scripts, self._scripts + len(text)
        else:
            room, self._text = MAX_TEXT - self._text, self._text + len(text)
        if room > 0 and self._tags < MAX_TAGS:
            self._pieces.append(text[:room])

    def _flush(self) -> None:
        """Puts the text heard since the last tag where it belongs."""
        if not self._pieces:
            return
        text = _UNWRITABLE.sub("", "".join(self._pieces))
        self._pieces.clear()
        if self._last is None:
            self._at.text = (self._at.text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text

    def close(self) -> Element:
        """Gives the tree."""
        self._flush()
        return self._root
