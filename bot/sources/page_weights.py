"""Counts what each element of a page says: its text, its links, its sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sources.page_tree import Element
from bot.sources.tags import BLOCK_TAGS

SHORTEST = 10
"""A shorter line is no sentence."""
UNMARKED = 80
"""On a page with hardly a mark so many characters are text without one: verses, or a language that has none."""
FEW = 200

_MARKS = re.compile(r"[。！？；，、।။\u06d4؟،]|[.!?;,](?=[\s\"'”’)]|$)")
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


def weigh(root: Element) -> Weights:
    """Counts the text of every element."""
    weights = Weights([element for element in root.iter() if isinstance(element.tag, str)])
    count = len(weights.elements)
    marks, weights.text, weights.linked = [0] * count, [0] * count, [0] * count
    for block, said, linked in _pieces(weights):
        weights.text[block] += len(said)
        weights.linked[block] += linked * len(said)
        marks[block] += len(_MARKS.findall(said))
    counted = list(zip(weights.text, weights.linked, marks, strict=True))
    weights.sentences = [_sentences(text - linked, linked) if found else 0 for text, linked, found in counted]
    if sum(weights.sentences) < FEW:
        weights.sentences = [
            _sentences(text - linked, linked, SHORTEST if found else UNMARKED) for text, linked, found in counted
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
        if said := plain(element.text):
            yield blocks[at], said, links[at]
        if at and (said := plain(element.tail)):
            yield blocks[parent], said, links[parent]


def plain(text: str | None) -> str:
    """Gives text as one line."""
    return _BLANKS.sub(" ", text).strip() if text else ""


def _sentences(said: int, linked: int, least: int = SHORTEST) -> int:
    return said if said >= least and said >= linked else 0
