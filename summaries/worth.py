"""Weighs what a sentence tells beside those already told: the words an editor would keep, for the room they take."""

from collections.abc import Sequence
from itertools import count

from summaries.document import Document
from summaries.rank.sight import Sight

RANKED = 1.0
"""How much more the first of the ranking is worth than its words; the second half of that, the third a third…"""

PLACED = 0.3
"""The same for the first of the text."""


class Worth:
    """What each sentence of a text is worth; what its place in the ranking says where nobody weighs the words."""

    def __init__(self, document: Document, order: Sequence[int], sight: Sight | None) -> None:
        self.alone = [0.0] * len(order)
        """By sentence: its worth as long as nothing is told."""
        for place, i in enumerate(order, 1):
            self.alone[i] = 1 / place
        self._sight = sight
        if sight:
            sizes = list(map(len, document.texts))
            usual = sum(sizes) / len(sizes)  # each counts as longer by it: that it is short alone is no merit
            kept_in = [*sight.kept_in, *[0.0] * (len(sizes) - document.read)]
            self.alone = [
                (1 + RANKED * ranked + PLACED / i) * kept / (size + usual)
                for i, ranked, kept, size in zip(count(1), self.alone, kept_in, sizes)
            ]

    def beside(self, i: int, told: int) -> float:
        """Gives what is left of a sentence's worth where some of its words, as bits, are told."""
        if not told or not self.alone[i] or not self._sight:
            return self.alone[i]
        return self.alone[i] * (1 - self._sight.kept_of(told) / self._sight.kept_in[i])
