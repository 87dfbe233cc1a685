"""Weighs what a sentence tells a reader beside those already told: the words an editor would keep, for their room."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from summaries.content import answers, opens_item, points_back, tells_little
from summaries.document import Document
from summaries.rank.learned import Sight
from summaries.rank.measures import kinship

SAME_NEWS = 0.7
"""The share of a sentence's telling words another may hold before it only repeats it."""

CONSIDERED = 30
"""Of a long text's sentences, so many are weighed beside each other: no message holds more, and time stays bounded."""

BASE = 1.0
"""A sentence counts as longer than it is by so many usual sentences: that it is short alone is no merit."""

RANKED = 1.0
"""How much more the first of the ranking is worth than its words; the second half of that, the third a third…"""

PLACED = 0.3
"""The same for the first of the text."""

DIMMED = 0.35
"""What is left of the worth of a sentence that reads badly: it only asks, or points to what is not told."""


ITEMS = 3
"""So many items make a round-up, where a later sentence is about its item only."""

AKIN = 0.1
"""Paragraphs that share less of their words, each with the next, tell one piece of news each."""


class Unit(NamedTuple):
    """Sentences that are told together or not at all."""

    sentences: tuple[int, ...]
    share: float = 1.0
    """How much of their worth is left."""


class Worth:
    """What each sentence of a text is worth to a reader."""

    def __init__(self, document: Document, order: Sequence[int], sight: Sight | None) -> None:
        self._document = document
        self._words = sight.measures.words if sight else [frozenset(line) for line in document.words]
        self._sizes = [len(sentence.text) for sentence in document.sentences]
        self._rank = {i: rank for rank, i in enumerate(order)}
        self._kept = sight.measures.kept if sight else {}
        self._told: set[str] = set()
        self._adds = list(sight.measures.kept_in) if sight else []
        self._items = _items(document)
        self._usual = BASE * sum(self._sizes) / (len(self._sizes) or 1)
        self._known: dict[int, tuple[float, bool]] = {}
        self.most = 0.0
        """What the best sentence considered is worth by itself."""

    def considered(self, candidates: Sequence[int]) -> list[int]:
        """Gives the candidates worth most, best first."""
        worths = {i: self.of(Unit((i,))) for i in candidates}
        self.most = max(worths.values(), default=0.0) if self._kept else 0.0
        return sorted(worths, key=worths.__getitem__, reverse=True)[:CONSIDERED]

    def tell(self, told: int, left: Sequence[int]) -> list[int]:
        """Takes a sentence for told, and gives those of the left that still add something."""
        words = self.words(told)
        new = words - self._told
        self._told |= new
        for i in left:
            if self._kept and not new.isdisjoint(self.words(i)):
                self._adds[i] -= sum([self._kept[word] for word in new & self.words(i)])
        return [i for i in left if i != told and not repeats(self.words(i), words)]

    def words(self, i: int) -> frozenset[str]:
        """Gives a sentence's telling words, as far as the text was read."""
        return self._words[i] if i < len(self._words) else frozenset()

    def of(self, unit: Unit) -> float:
        """Gives what a unit adds to what is told, for the room it takes."""
        first = min([self._rank[i] for i in unit.sentences])
        if not self._kept:  # nobody knows the words: the ranking it is
            return 1 / (1 + first)
        adds = size = 0.0
        for i in unit.sentences:
            adds += self._adds[i] if i < len(self._adds) else 0.0
            size += self._sizes[i]
        prominence = 1 + RANKED / (1 + first) + PLACED / (1 + unit.sentences[0])
        return unit.share * prominence * adds / (size + self._usual)

    def units(self, i: int, picked: Collection[int], left: Collection[int]) -> Iterator[Unit]:
        """Gives a sentence alone, and with the one it leans on if that is still to be told."""
        share, leans = self._reads(i)
        if not leans or i - 1 in picked:
            yield Unit((i,), share)
            return
        yield Unit((i,), share * DIMMED)
        if i - 1 in left and not self._reads(i - 1)[1]:
            yield Unit((i - 1, i), share)

    def _reads(self, i: int) -> tuple[float, bool]:
        """Tells how well a sentence reads, and whether it leans on the one before."""
        if i not in self._known:
            sentence = self._document.sentences[i]
            share = DIMMED if tells_little(sentence.text) else 1.0
            goes_on = bool(sentence.place) and sentence.paragraph in self._items  # the next item comes first
            self._known[i] = (share * DIMMED**2, False) if goes_on else (share, self._leans(i))
        return self._known[i]

    def _leans(self, i: int) -> bool:
        """Tells whether only the sentence before makes clear what this one is about."""
        if i == 0:
            return False
        before, sentence = self._document.sentences[i - 1 : i + 1]
        return points_back(sentence.text) or answers(sentence.text, before.text)


def repeats(words: frozenset[str], told: frozenset[str]) -> bool:
    """Tells whether most of the words are told by another sentence."""
    return bool(words) and len(words & told) > SAME_NEWS * len(words)


def _items(document: Document) -> frozenset[int]:
    """Gives the paragraphs that are about something of their own."""
    words: dict[int, frozenset[str]] = {}
    for sentence, line in zip(document.sentences, document.words, strict=False):
        words[sentence.paragraph] = words.get(sentence.paragraph, frozenset()).union(line)
    headed = {s.paragraph for s in document.sentences if s.place == 0 and opens_item(s.text)}
    if len(headed) >= ITEMS:
        return frozenset(headed)
    is_round_up = len(words) > ITEMS and kinship(list(words.values())) < AKIN
    return frozenset(words) if is_round_up else frozenset()
