"""Finds the element of a page that is its article, and takes out of it what is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bot.sources.page_tables import DROPPED_TAGS, END, HOME, HOMES, NOT_TEXT, PARAGRAPHS, PARTS, TEXT
from bot.sources.tags import BLOCK_TAGS

DOMINANT = 0.66
"""An element that holds this share of its parent's sentences is where the article is."""
ENOUGH = 0.35
"""A known home of articles is believed when it holds this share of the page's sentences."""
SMALL = 0.4
"""What a class calls furniture is believed when it holds less than this share of the page's sentences."""
TINY = 0.1
"""The same where another word of its class says that it may be text."""
SHORTEST = 10
"""A shorter line is no sentence."""
LINKED = 0.5
"""What is links for a larger share than this, and no sentence, is a way to other pages."""
LONGEST_HEADING = 24

_MARKS = re.compile(r"[。！？；，、।။۔؟،]|[.!?;,](?=[\s\"'”’)]|$)")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Weights:
    """What each element holds, itself and all below it, in the order of the page."""

    elements: list[etree._Element]
    parents: list[int] = field(default_factory=list)
    text: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    """How many characters of the text are links."""
    sentences: list[int] = field(default_factory=list)
    """How many stand in paragraphs made of sentences."""


def main_element(root: etree._Element) -> etree._Element | None:
    """Gives the element that holds the article, freed of what is not of it; nothing when the page has no sentences."""
    _drop_unseen(root)
    _drop_named(root, weigh(root))
    weights = weigh(root)
    if not weights.sentences[0]:
        return None
    chosen = _known_home(root, weights)
    if chosen is None:
        chosen = weights.elements[_narrowed(weights)]
    _drop_ways_out(weigh(chosen))
    _cut_below(weigh(chosen))
    for form in list(chosen.iter("form")):
        form.tag = "div"
    return chosen


def weigh(root: etree._Element) -> Weights:
    """Counts the text of every element."""
    weights = Weights([element for element in root.iter() if isinstance(element.tag, str)])
    count = len(weights.elements)
    marks, weights.text, weights.linked = [0] * count, [0] * count, [0] * count
    for block, said, linked in _pieces(weights):
        weights.text[block] += len(said)
        weights.linked[block] += linked * len(said)
        marks[block] += len(_MARKS.findall(said))
    weights.sentences = [
        _sentences(text - linked, linked, found)
        for text, linked, found in zip(weights.text, weights.linked, marks, strict=True)
    ]
    for at in range(count - 1, 0, -1):
        for sums in (weights.text, weights.linked, weights.sentences):
            sums[weights.parents[at]] += sums[at]
    return weights


def _pieces(weights: Weights) -> Iterator[tuple[int, str, bool]]:
    """Gives every piece of text with the block it stands in, and whether it is a link."""
    index = {element: at for at, element in enumerate(weights.elements)}
    blocks: list[int] = []
    links: list[bool] = []
    for at, element in enumerate(weights.elements):
        parent = index.get(element.getparent(), 0) if at else 0
        weights.parents.append(parent)
        is_block = not at or (element.tag in BLOCK_TAGS and element.tag != "br")
        blocks.append(at if is_block else blocks[parent])
        links.append(element.tag == "a" or bool(at and links[parent]))
        if said := _plain(element.text):
            yield blocks[at], said, links[at]
        if at and (said := _plain(element.tail)):
            yield blocks[parent], said, links[parent]


def _plain(text: str | None) -> str:
    return _BLANKS.sub(" ", text).strip() if text else ""


def _sentences(plain: int, linked: int, marks: int) -> int:
    return plain if marks and plain >= SHORTEST and plain >= linked else 0


def _drop_unseen(root: etree._Element) -> None:
    """Takes out scripts, forms and the like."""
    for element in list(root.iter()):
        if element is root:
            continue
        if not isinstance(element.tag, str):
            _drop(element)
        elif element.tag in DROPPED_TAGS and element.getparent() is not None:
            _drop(element)


def _drop_named(root: etree._Element, weights: Weights) -> None:
    """Takes out what its own class calls furniture, where that is a small part of the page."""
    most = SMALL * weights.sentences[0]
    for at, element in enumerate(weights.elements):
        is_part = at and _stands_alone(element) and element.tag not in {"body", "html"}
        if is_part and weights.sentences[at] <= most and _is_named(element):
            if weights.sentences[at] <= TINY * weights.sentences[0] or not TEXT.search(names_of(element)):
                _drop(element)


def _stands_alone(element: etree._Element) -> bool:
    """Tells whether an element is no word within a sentence."""
    parent = element.getparent()
    return element.tag in BLOCK_TAGS or (element.tag == "span" and parent is not None and parent.tag != "p")


def _is_named(element: etree._Element) -> bool:
    if element.tag in {"aside", "footer", "form"} or element.get("hidden") is not None:
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    return bool(NOT_TEXT.search(names_of(element)))


def names_of(element: etree._Element) -> str:
    """Gives an element's class and id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _drop(element: etree._Element) -> None:
    """Takes an element out and leaves the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _known_home(root: etree._Element, weights: Weights) -> etree._Element | None:
    """Gives the element in which a well-known house keeps its articles."""
    index = {element: at for at, element in enumerate(weights.elements)}
    least = max(1, ENOUGH * weights.sentences[0])
    for path in HOMES:
        found = [element for element in root.xpath(path) if element in index]
        best = max(found, key=lambda element: weights.sentences[index[element]], default=None)
        if best is not None and weights.sentences[index[best]] >= least:
            return best
    return None


def _narrowed(weights: Weights) -> int:
    """Goes down from the root as long as one element holds most of the sentences."""
    best: dict[int, int] = {}
    for at in range(1, len(weights.elements)):
        parent = weights.parents[at]
        if weights.elements[at].tag not in PARAGRAPHS and weights.sentences[at] > weights.sentences[best.get(parent, 0)] * (parent in best):
            best[parent] = at
    at = 0
    while at in best and weights.sentences[best[at]] >= DOMINANT * weights.sentences[at]:
        if weights.elements[at].tag == "article" and weights.sentences[at] >= 0.5 * weights.sentences[0]:
            break
        at = best[at]
    if weights.elements[at].tag in {"html", "body"}:
        at = _named_home(weights, at)
    while at and weights.elements[at].tag in PARTS:
        at = weights.parents[at]
    return at


def _named_home(weights: Weights, at: int) -> int:
    """Goes to the element whose class says that it holds an article, where no other way leads below the body."""
    least = max(1, ENOUGH * weights.sentences[at])
    homes = [
        index
        for index, element in enumerate(weights.elements)
        if weights.sentences[index] >= least and HOME.search(names_of(element))
    ]
    return max(homes, key=lambda index: (weights.sentences[index], index), default=at)


def _drop_ways_out(weights: Weights) -> None:
    """Takes out blocks that are links to other pages."""
    for at, element in enumerate(weights.elements):
        is_block = at and element.tag in BLOCK_TAGS and element.tag != "br"
        if is_block and not weights.sentences[at] and weights.linked[at] > LINKED * weights.text[at]:
            _drop(element)


def _cut_below(weights: Weights) -> None:
    """Takes out all from the heading of other articles or of comments on, where little stands below it."""
    above = 0
    for at, element in enumerate(weights.elements):
        leaf = weights.sentences[at] if element.tag in PARAGRAPHS else 0
        above += leaf
        if leaf or not at or not weights.text[at] or not _is_short(weights, at):
            continue
        if above >= (1 - SMALL) * weights.sentences[0] and END.fullmatch(_plain("".join(element.itertext()))):
            _drop_from(element, weights.elements[0])
            return


def _is_short(weights: Weights, at: int) -> bool:
    return weights.text[at] <= LONGEST_HEADING and weights.elements[at].tag in BLOCK_TAGS


def _drop_from(element: etree._Element, root: etree._Element) -> None:
    """Takes out an element and all that follows it below the root."""
    at: etree._Element | None = element
    while at is not None and at is not root:
        for after in list(at.itersiblings()):
            at.getparent().remove(after)
        at.tail = None
        at = at.getparent()
    _drop(element)
