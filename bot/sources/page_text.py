"""Finds the element of a page that is its article, and takes out of it what is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sources import page_tables as tables
from bot.sources.page_tree import Element
from bot.sources.tags import BLOCK_TAGS

DOMINANT = 0.66
"""An element that holds this share of its parent's sentences is where the article is."""
ENOUGH = 0.35
"""A known home of articles is believed when it holds this share of the page's sentences."""
SMALL = 0.4
"""What a class calls furniture is believed when it holds less than this share of the page's sentences."""
MOST_COMMENTS = 0.8
"""Readers may write more than the author."""
TINY = 0.1
"""The same where another word of its class says that it may be text."""
SHORTEST = 10
"""A shorter line is no sentence."""
LINKED = 0.5
"""What is links for a larger share than this, and no sentence, is a way to other pages."""
LONGEST_HEADING = 24

_MARKS = re.compile(r"[。！？；，、।။\u06d4؟،]|[.!?;,](?=[\s\"'”’)]|$)")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Weights:
    """What each element holds, itself and all below it, in the order of the page."""

    elements: list[Element]
    parents: list[int] = field(default_factory=list)
    text: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    """How many characters of the text are links."""
    sentences: list[int] = field(default_factory=list)
    """How many stand in paragraphs made of sentences."""


@dataclass(frozen=True, slots=True)
class Found:
    """The element that holds a page's article."""

    element: Element
    linked: float
    """Which share of what stood in it was links: most of a list, little of an article."""


def find_article(root: Element) -> Found | None:
    """Gives the element that holds the article, freed of what is not of it; nothing when the page has no sentences."""
    _drop_unseen(root)
    _drop_named(weigh(root))
    weights = weigh(root)
    if not weights.sentences[0]:
        return None
    chosen = _known_home(root, weights)
    if chosen is None:
        chosen = weights.elements[_narrowed(weights)]
    within = weigh(chosen)
    _drop_ways_out(within)
    _cut_below(weigh(chosen))
    for form in list(chosen.iter("form")):
        form.tag = "div"  # old pages stand in one from head to foot
    return Found(chosen, within.linked[0] / max(1, within.text[0]))


def weigh(root: Element) -> Weights:
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


def _drop_unseen(root: Element) -> None:
    """Takes out scripts, players and the like."""
    for element in list(root.iter(*tables.DROPPED_TAGS)):
        _drop(element)


def _drop_named(weights: Weights) -> None:
    """Takes out what its own class calls furniture, where that is a small enough part of the page."""
    total = weights.sentences[0]
    for at, element in enumerate(weights.elements):
        if not at or not _stands_alone(element):
            continue
        if weights.sentences[at] <= total * _largest(element, _names(element)):
            _drop(element)


def _largest(element: Element, names: str) -> float:
    """Tells up to which share of the page's sentences an element is furniture."""
    if tables.names_comments(names):
        return MOST_COMMENTS
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    if hidden or element.tag in tables.FURNITURE_TAGS:
        return SMALL
    if tables.names_furniture(names):
        return TINY if tables.names_text(names) else SMALL
    return -1


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _stands_alone(element: Element) -> bool:
    """Tells whether an element is no word within a sentence, nor the whole page."""
    parent = element.getparent()
    is_part = element.tag in BLOCK_TAGS and element.tag not in {"body", "html"}
    return is_part or (element.tag == "span" and parent is not None and parent.tag != "p")


def _drop(element: Element) -> None:
    """Takes an element out and leaves the text behind it."""
    parent = element.getparent()
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _known_home(root: Element, weights: Weights) -> Element | None:
    """Gives the element in which a well-known house keeps its articles."""
    index = {element: at for at, element in enumerate(weights.elements)}
    least = max(1, ENOUGH * weights.sentences[0])
    for path in tables.HOMES:
        found = [element for element in root.xpath(path) if element in index]
        best = max(found, key=lambda element: weights.sentences[index[element]], default=None)
        if best is not None and weights.sentences[index[best]] >= least:
            return best
    return None


def _narrowed(weights: Weights) -> int:
    """Goes down from the root as long as one element holds most of the sentences."""
    heaviest = _heaviest_children(weights)
    at = 0
    while at in heaviest and weights.sentences[heaviest[at]] >= DOMINANT * weights.sentences[at]:
        if weights.elements[at].tag == "article" and weights.sentences[at] >= weights.sentences[0] / 2:
            break
        at = heaviest[at]
    if weights.elements[at].tag in {"html", "body"}:
        at = _named_home(weights, at)
    while at and weights.elements[at].tag in tables.PARTS:
        at = weights.parents[at]
    return at


def _heaviest_children(weights: Weights) -> dict[int, int]:
    heaviest: dict[int, int] = {}
    for at in range(1, len(weights.elements)):
        parent = weights.parents[at]
        if weights.elements[at].tag in tables.PARAGRAPHS or not weights.sentences[at]:
            continue
        if parent not in heaviest or weights.sentences[at] > weights.sentences[heaviest[parent]]:
            heaviest[parent] = at
    return heaviest


def _named_home(weights: Weights, at: int) -> int:
    """Goes to the element whose class says that it holds an article, where no other way leads below the body."""
    least = max(1, ENOUGH * weights.sentences[at])
    homes = [
        index
        for index, element in enumerate(weights.elements)
        if weights.sentences[index] >= least and tables.names_home(_names(element))
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
        leaf = weights.sentences[at] if element.tag in tables.PARAGRAPHS else 0
        above += leaf
        if leaf or not at or not weights.text[at] or not _is_short(weights, at):
            continue
        if above >= (1 - SMALL) * weights.sentences[0] and tables.is_end(_plain("".join(element.itertext()))):
            _drop_from(element, weights.elements[0])
            return


def _is_short(weights: Weights, at: int) -> bool:
    return weights.text[at] <= LONGEST_HEADING and weights.elements[at].tag in BLOCK_TAGS


def _drop_from(element: Element, root: Element) -> None:
    """Takes out an element and all that follows it below the root."""
    at: Element | None = element
    while at is not None and at is not root:
        for after in list(at.itersiblings()):
            at.getparent().remove(after)
        at.tail = None
        at = at.getparent()
    _drop(element)
