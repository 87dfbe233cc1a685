"""Gathers what of an article stands around the element that holds most of it: its lead, and parts set apart."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.sources import page_tables as tables
from bot.sources.page_furniture import names_of
from bot.sources.page_tree import Element, together
from bot.sources.page_weights import Weights

MOSTLY = 0.5
"""What says less than this share in sentences is no text of an article."""
LINKED = 0.25
"""Nor is what links for a larger share than this."""
NEAR, KIN = 2, 3
"""So far up it is looked around where the page has no heading to stop at, and for parts of one kind."""
SHORTEST = 130
"""A shorter part is the house's summary, which the article says again, unless it is made as other parts are."""
HAN_AS_LETTERS = 3
REPEATED, BEGINNING = 30, 5_000
"""A part whose first characters stand in the beginning of the article as well is a cut of it."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_BLANKS = re.compile(r"\s+")


def gathered(chosen: Element, weights: Weights, heading: Element | None) -> Element:
    """Gives an element with all that was chosen and the parts of the article beside it, in the order of the page."""
    around = _Around(chosen, weights, heading)
    above, below = around.above(), around.below()
    added = sum(around.sentences_of(part) for part in (*above, *below))
    if not added or added > around.sentences_of(chosen):
        return chosen
    return together([*above, chosen, *below])


class _Around:
    """Looks at the neighbours of the chosen element and of what it stands in."""

    def __init__(self, chosen: Element, weights: Weights, heading: Element | None) -> None:
        self._chosen = chosen
        self._weights = weights
        self._index = {element: at for at, element in enumerate(weights.elements)}
        self._heading = heading if heading is not None and self._is_above(heading) else None
        near = islice(chosen.iterancestors(), KIN - 1)
        self._kinds = {(made.tag, made.get("class")) for made in (chosen, *near) if made.get("class")}
        self._said = _packed(chosen)[:BEGINNING]
        self._to_heading = set() if self._heading is None else {self._heading, *self._heading.iterancestors()}

    def sentences_of(self, part: Element) -> int:
        """Gives how many characters of a part stand in sentences."""
        return self._weights.sentences[self._index[part]]

    def above(self) -> list[Element]:
        """Gives the parts above, up to the heading that has the title."""
        if self._chosen in self._to_heading:
            return []
        parts: list[Element] = []
        for at in islice(self._upwards(), None if self._heading is not None else NEAR):
            found: list[Element] = []
            for beside in at.itersiblings(preceding=True):
                if beside in self._to_heading:
                    return [*self._below_heading(beside), *reversed(found), *parts]
                if self._is_text(beside):
                    found.append(beside)
            parts = [*reversed(found), *parts]
        return parts

    def below(self) -> list[Element]:
        """Gives the parts below that are made as the chosen element, or what it stands in, is made."""
        return [
            beside
            for at in islice(self._upwards(), KIN)
            for beside in at.itersiblings()
            if self._is_twin(beside) and self._is_text(beside)
        ]

    def _upwards(self) -> Iterator[Element]:
        """Gives the chosen element and what it stands in, as far as a part of the article may stand beside it."""
        at, steps = self._chosen, 0
        while at.getparent() is not None and at.tag != "body" and (self._heading is not None or steps < KIN):
            yield at
            at, steps = at.getparent(), steps + 1

    def _is_above(self, heading: Element) -> bool:
        """Tells whether a heading stands above the text or in it."""
        return self._index[heading] < self._index[self._chosen] or self._chosen in heading.iterancestors()

    def _below_heading(self, within: Element) -> list[Element]:
        """Gives the parts between the heading and the end of what it stands in."""
        parts: list[Element] = []
        at: Element = self._heading
        while at is not within:
            parts.extend(beside for beside in at.itersiblings() if self._is_text(beside))
            at = at.getparent()
        return parts

    def _is_text(self, part: Element) -> bool:
        """Tells whether a part is made of the article's sentences."""
        at = self._index.get(part)
        if at is None or part.tag == "figure" or tables.names_beside(names_of(part)):
            return False
        text, linked, sentences = self._weights.text[at], self._weights.linked[at], self._weights.sentences[at]
        if not sentences or sentences < MOSTLY * text or linked > LINKED * text:
            return False
        said = _packed(part)
        return (self._is_twin(part) or _letters(said) >= SHORTEST) and said[:REPEATED] not in self._said

    def _is_twin(self, part: Element) -> bool:
        """Tells whether a part is made as the chosen element, or something it stands in, is made."""
        return (part.tag, part.get("class")) in self._kinds


def _packed(element: Element) -> str:
    return _BLANKS.sub("", "".join(element.itertext()))


def _letters(text: str) -> int:
    return len(text) + (HAN_AS_LETTERS - 1) * len(_HAN.findall(text))
