"""Scores a text against an editor's by shared tokens, pairs of them and the longest common run (ROUGE-1, -2, -L)."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

Tokens = Sequence[Hashable]


class Reference:
    """An editor's text, prepared to score many others against."""

    def __init__(self, tokens: Tokens) -> None:
        self.size = len(tokens)
        self._ones: Counter[Hashable] = Counter(tokens)
        self._twos: Counter[Hashable] = Counter(pairwise(tokens))
        self._places: dict[Hashable, int] = {}
        for place, token in enumerate(tokens):
            self._places[token] = self._places.get(token, 0) | 1 << place

    def score(self, tokens: Tokens) -> float:
        """Gives the mean of the three F1 values, 0 to 1."""
        size = len(tokens)
        if not size or not self.size:
            return 0.0
        one = 2 * _common(Counter(tokens), self._ones) / (size + self.size)
        pairs = size + self.size - 2
        twos: Counter[Hashable] = Counter(pairwise(tokens))
        two = 2 * _common(twos, self._twos) / pairs if pairs else 0.0
        return (one + two + 2 * self._longest(tokens) / (size + self.size)) / 3

    def _longest(self, tokens: Iterable[Hashable]) -> int:
        """Gives the length of the longest common subsequence (bit-parallel, Hyyrö 2004)."""
        everything = (1 << self.size) - 1
        row = everything
        for token in tokens:
            hit = row & self._places.get(token, 0)
            row = ((row + hit) | (row - hit)) & everything
        return self.size - row.bit_count()


def _common(one: Counter[Hashable], other: Counter[Hashable]) -> int:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum([min(count, large[token]) for token, count in small.items() if token in large])
