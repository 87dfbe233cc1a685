"""Takes paragraphs, pictures and links out of a post's HTML, however broken it is, and judges none of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from bs4.exceptions import ParserRejectedMarkup

from bot.sources import raised
from bot.sources.body_tags import (
    DRAWN,
    forms_of,
    formula_of,
    is_formula,
    is_left_out,
    leads_within,
    open_mostly_shut,
    words_of,
)
from bot.sources.cutting import without, without_unclosed
from bot.sources.pictures import IMAGES, addresses_in, is_tiny
from bot.sources.references import paired, unescaped
from bot.sources.tags import BLOCK_TAGS, LOOSE_TAGS, POINTERS, TAG, UNNESTED_TAGS
from bot.sources.unseen import seen

MAX_TAGS = 20_000
"""A page with more is no article; it is read without a tree, so that nobody waits for it."""
MAX_DEPTH = 400
"""BeautifulSoup climbs to the root at every line break, so deeper pages are read without a tree as well."""
SHALLOW = 1_000
"""With fewer tags no nesting costs a noticeable time."""
MAX_BLOCKS = 4_000
"""No reader reads on; the rest of such a page is left out."""
LONGEST_CELL = 120

_PARAGRAPH = re.compile(r"<(?:p|h[1-6]|li)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;/(?:p|div|span|section)&gt;", re.IGNORECASE)
"""The tags of a body its feed escaped twice."""
_STOCKS = re.compile(r"<!--\s{0,9}news_keyword_pub,[^,<>]{0,99},([^<>]{0,999}?)-->")
_STOCK = re.compile(r"[A-Za-z]{2,4}_?[A-Za-z0-9.]{2,12}")
_COMMENT = re.compile(r"<!--article_adlist\[(?:(?!<!--article_adlist).)*?\]article_adlist-->|<!--.*?-->", re.DOTALL)
_COMMENT_END = re.compile(r"-->")
_STYLE = re.compile(r"<style\b.*?</style\s*>", re.DOTALL | re.IGNORECASE)
_STYLE_END = re.compile(r"</style\s*>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\s*>", re.IGNORECASE)
_SWALLOWING = re.compile(
    r"<(/?)(audio|button|canvas|figcaption|form|iframe|map|math|noscript|object|select|svg|textarea|title|video)\b[^<>]*>",
    re.IGNORECASE,
)
"""Where nothing closes one of these, parsers put into it all that follows, and nothing in it is text."""
_SHUT = re.compile(r"<(?:form|noscript)\b", re.IGNORECASE)
_TWICE = re.compile(
    r"&amp;(?=(?:amp|nbsp|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|ensp|emsp|#\d{2,6}|#x[\da-f]{2,5});)",
    re.IGNORECASE,
)
"""What begins a reference that was escaped twice."""
_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
_LINE_END = re.compile(r"\n\s*\n|(?<=[。！？；：])\n|(?<![^\n]{40})\n")
"""In preformatted text; a longer line that ends no sentence goes on in the next."""
_EMPTY = re.compile(r"\s?(?:\[\s?\]|【\s?】|（\s?）|\(\s?\))$")
"""What is left of brackets around a link that is no text."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph as the page has it."""

    text: str
    bare: bool = False
    """It stands in the page outside any paragraph."""
    after_picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands in a post's HTML."""

    blocks: tuple[Block, ...] = ()
    pictures: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """Words and address of each link."""
    stocks: tuple[str, ...] = ()
    heading: str = ""
    """The main heading, where the page begins with it."""


def read_page(markup: str) -> Page:
    """Gives the blocks, pictures and links of a post's HTML; never raises."""
    if _ESCAPED.search(markup) and not _PARAGRAPH.search(markup):
        markup = unescaped(markup)
    markup, stocks = _cut(markup)
    markup = without(_COMMENT, markup.replace("\0", ""), end=_COMMENT_END).replace("<!--", "")
    markup = without(_SCRIPT, without(_STYLE, markup, end=_STYLE_END), end=_SCRIPT_END)
    if "<![CDATA[" in markup:
        markup = markup.replace("<![CDATA[", "").replace("]]>", "")
    if "<code" not in markup:  # where programs are told of, such a reference may be meant
        markup = _TWICE.sub("&", markup)
    markup = paired(without_unclosed(_SWALLOWING, markup))
    if _is_endless(markup):
        return Page(blocks=tuple(islice(_plain(markup), MAX_BLOCKS)), stocks=stocks)
    try:
        # The div keeps bare text bare and spares us guesses whether a short body is an address or XML.
        soup = BeautifulSoup(f"<div>{markup}", "lxml", multi_valued_attributes=None)
    except (ParserRejectedMarkup, AssertionError, ValueError):
        return Page(blocks=tuple(islice(_plain(markup), MAX_BLOCKS)), stocks=stocks)
    if _SHUT.search(markup):
        open_mostly_shut(soup)
    walk = _Walk(lines=_PARAGRAPH.search(markup) is None)
    walk.run(soup)  # not its body: what a page says below `</body>` stands beside it
    return Page(
        blocks=tuple(walk.blocks[:MAX_BLOCKS]),
        pictures=tuple(walk.pictures),
        links=tuple(walk.links),
        stocks=stocks,
        heading=walk.heading,
    )


def tidy(text: str) -> str:
    """Gives text as one line without what nobody can see; a line broken between Chinese characters closes up."""
    return _BLANKS.sub(" ", _BREAK.sub("", seen(text))).strip()


def _cut(markup: str) -> tuple[str, tuple[str, ...]]:
    """Cuts at the mark Sina sets below the last paragraph, and gives the stock codes it carries."""
    end = _STOCKS.search(markup)
    if end is None:
        return markup, ()
    return markup[: end.start()], tuple(dict.fromkeys(_STOCK.findall(end[1])))


def _is_endless(markup: str) -> bool:
    """Tells whether a page has more tags or deeper ones than an article can have."""
    tags = markup.count("<")
    if tags <= SHALLOW:
        return False
    return tags > MAX_TAGS or _depth(markup) > MAX_DEPTH


def _depth(markup: str) -> int:
    depth = deepest = 0
    for tag in TAG.finditer(markup):
        if tag[2].lower() not in UNNESTED_TAGS:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _plain(markup: str) -> Iterator[Block]:
    """Reads a page without a tree: tags that begin a block break the line, the others vanish."""
    text = unescaped(TAG.sub(lambda tag: "\n" if tag[2].lower() in BLOCK_TAGS else "", markup))
    for line in text.splitlines():
        if said := tidy(line):
            yield Block(text=said)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Goes through a tree without recursion, so no nesting is too deep."""

    lines: bool
    """The page knows no paragraphs: line breaks part them."""
    blocks: list[Block] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=lambda: ["body"])
    """The block tags around the place we are at."""
    rows: list[int] = field(default_factory=list)
    """Where the table rows around us began."""
    after_picture: bool = False
    heading: str = ""

    def run(self, root: Tag) -> None:
        """Visits everything below a tag in the order of the page."""
        path = [(root, iter(root.contents))]
        while path:
            tag, children = path[-1]
            for child in children:
                if isinstance(child, Tag):
                    if self._enter(child):
                        path.append((child, iter(child.contents)))
                        break
                elif type(child) is NavigableString:
                    self.pieces.append(child)
            else:
                path.pop()
                self._leave(tag.name)
        self._close()

    def _enter(self, tag: Tag) -> bool:
        """Begins a tag; tells whether what it holds is to be read."""
        name = tag.name
        if name in IMAGES and not is_formula(tag):
            self._look_at(tag)
        if name == "noscript":  # what it shows in place of a picture that a script would fetch
            for image in tag.find_all(IMAGES):
                self._look_at(image)
        if (said := self._instead(tag)) is not None:
            self.pieces.append(said)
            return False
        if name == "q":
            self.pieces.append("“")
        if name in BLOCK_TAGS:
            self._close()
            self.around.append(name)
        if name == "tr":
            self.rows.append(len(self.blocks))
        return True

    def _instead(self, tag: Tag) -> str | None:
        """Gives what is read in the place of a tag and of all it holds; None where that is read as it stands."""
        name = tag.name
        if name in DRAWN and (formula := formula_of(tag)) is not None:
            return formula
        if is_left_out(tag) or (name == "a" and leads_within(tag)):
            return ""
        if name == "a" and (words := words_of(tag)) in POINTERS:
            self.links.append((words, str(tag.attrs.get("href") or "")))
            return ""
        return self._off_the_line(tag) if name in {"sup", "sub"} else None

    def _look_at(self, image: Tag) -> None:
        """Notes a picture, with the other forms it is offered in."""
        if is_tiny(str(image.attrs.get("width", "")), str(image.attrs.get("height", ""))):
            return
        for form in forms_of(image):
            self.pictures += addresses_in(form.attrs.get)
        self.after_picture = True

    def _off_the_line(self, tag: Tag) -> str | None:
        """Gives what raised or lowered text says; nothing where it is as long as text on the line."""
        said = tag.get_text()
        if len(said) > raised.LONGEST:
            return None
        if tag.find("a") or (tag.parent and tag.parent.name == "a" and len(tag.parent.contents) == 1):
            return ""  # a note's number leads to the note
        if tag.name == "sub":
            return raised.below(said)
        after = tag.next_sibling
        return raised.above(said, before="".join(self.pieces[-4:])[-8:], after=after if isinstance(after, str) else "")

    def _leave(self, name: str) -> None:
        if name == "q":
            self.pieces.append("”")
        if name in BLOCK_TAGS and len(self.around) > 1:
            self._close()
            self.around.pop()
        if name == "tr" and self.rows:
            self._join(self.rows.pop())

    def _close(self) -> None:
        """Ends a paragraph where a block begins or ends."""
        if not self.pieces:
            return
        said = "".join(self.pieces)
        self.pieces.clear()
        bare = self.around[-1] in LOOSE_TAGS
        for line in self._lines(said, bare=bare):
            if text := _EMPTY.sub("", tidy(line)):
                if self.around[-1] == "h1" and not self.blocks:
                    self.heading = text
                self.blocks.append(Block(text=text, bare=bare, after_picture=self.after_picture))
                self.after_picture = False

    def _lines(self, said: str, *, bare: bool) -> Sequence[str]:
        if self.around[-1] == "pre":
            return _LINE_END.split(said)
        return said.splitlines() if self.lines and bare else (said,)

    def _join(self, first: int) -> None:
        """Makes the cells of a table's row one line, unless they are a page's columns."""
        cells = [block.text for block in self.blocks[first:]]
        if len(cells) > 1 and max(map(len, cells)) <= LONGEST_CELL:
            self.blocks[first:] = [Block(text=" | ".join(cells))]
