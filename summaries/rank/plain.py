"""Ranks in plain Python, which also tells what spoke for a sentence; `summaries.compiled.ranking` answers the same."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import add, itemgetter, neg

from summaries.document import Document
from summaries.rank.features import (
    ARTICLE,
    CHOICE,
    SENTENCE,
    STANDFIRST,
    describe_article,
    describe_choice,
    describe_sentences,
)
from summaries.rank.measures import Measures, measure, title_counts
from summaries.rank.weights import FIRST, NEXT, Weights

SURE = 3
"""The first sentences are always considered."""

CONSIDERED = 15
"""Of the others, as many as fill this number: those whose words promise most for their length."""

COMPARED = 10
"""Of these, the best by themselves are weighed beside those chosen."""

CHOICES = 2
"""So many are chosen one after the other; the rest follows in the order in which it stands beside them."""

AHEAD, AHEAD_WITH_TITLE = 1.2, 0.25
"""In other languages another sentence must be better than the first by so much: what is not known well is no better
than a lead. Less is asked where a title says where to look."""

FAMILIAR = 0.7
"""With a smaller share of known words, a Chinese text is of a kind that less was learned of."""

CAUTION = 3.0
"""How fast what is asked there grows with the share that is missing, up to all that another language asks."""

_SENTENCE, _CHOICE = len(ARTICLE), len(ARTICLE) + len(SENTENCE)
WEIGHED = (*SENTENCE, "said", *CHOICE[1:])
"""What may speak for a sentence: its features, its words themselves, and what it adds."""


class PlainSight:
    """A `Sight`, made once and asked several times."""

    def __init__(self, document: Document, weights: Weights) -> None:
        self._net = net = weights.net
        self.measures = measure(document, weights.keeping)
        self.hopeful = hopeful(self.measures)
        self.considered = sorted(self.hopeful[:CONSIDERED])
        of_words = net.of_sentences([document.said[i] for i in self.considered])
        of_title = net.of_title(document.title_said) if document.title and title_counts(document) else 0
        self._shared = net.total(describe_article(self.measures)) + of_title
        of_features = net.sums(_SENTENCE, describe_sentences(self.measures, self.considered))
        self._sums = {
            i: self._shared + one + words for i, one, words in zip(self.considered, of_features, of_words, strict=True)
        }

    @cached_property
    def alone(self) -> dict[int, float]:
        """Gives how well each considered sentence tells the text by itself, best first."""
        answers = zip(self._sums, self._net.answers(FIRST, self._sums.values()), strict=True)
        return dict(sorted(answers, key=itemgetter(1), reverse=True))  # of equal ones the first stays first

    @property
    def kept(self) -> Mapping[str, int]:
        return self.measures.kept

    def kept_of(self, bits: int) -> int:
        total = 0
        while bits:
            total += self._kept[bits.bit_length() - 1]
            bits ^= 1 << bits.bit_length() - 1
        return total

    @cached_property
    def _kept(self) -> list[int]:
        return list(self.measures.kept.values())

    @property
    def kept_in(self) -> Sequence[int]:
        return self.measures.kept_in

    @property
    def sizes(self) -> Sequence[int]:
        return self.measures.sizes

    @cached_property
    def most_kept(self) -> int:
        return max(self.measures.kept_in)

    def order(self) -> list[int]:
        """Gives all sentences: the first by what it tells alone, the next by what they add, then the less hopeful."""
        alone = self.alone
        first = self._first(alone)
        others = [i for i in alone if i != first]
        chosen, compared = [first], others[: COMPARED - 1]
        while compared and len(chosen) < CHOICES:
            best, *compared = self.beside(chosen, compared, alone)
            chosen.append(best)
        return [*chosen, *self.beside(chosen, compared, alone), *others[COMPARED - 1 :], *self.hopeful[CONSIDERED:]]

    def _first(self, alone: Mapping[int, float]) -> int:
        """Gives the best by itself, or the lead unless another is better by as much as the text is strange; empty talk
        is neither.
        """
        document = self.measures.document
        best = next((i for i in alone if i not in document.last_resort), 0)
        opening = next((i for i in self.considered if i not in document.last_resort), 0)
        asked = ahead(document, self.measures.known, is_titled=bool(self.measures.title))
        return best if alone[best] - alone[opening] > asked else opening

    def beside(self, chosen: Sequence[int], candidates: Sequence[int], alone: Mapping[int, float]) -> list[int]:
        """Gives the candidates by how well they tell the text beside the chosen ones, best first."""
        added = self._net.sums(_CHOICE, self.choice(chosen, candidates, alone))
        answers = self._net.answers(NEXT, map(add, map(self._sums.__getitem__, candidates), added))
        return [i for _, i in sorted(zip(map(neg, answers), candidates, strict=True))]

    def choice(
        self, chosen: Sequence[int], candidates: Sequence[int], alone: Mapping[int, float]
    ) -> list[Sequence[float]]:
        """Describes candidates beside the chosen ones."""
        best = alone[chosen[0]]
        return describe_choice(self.measures, chosen, candidates, [alone[i] - best for i in candidates])

    def weighed(self, chosen: Sequence[int], also: Iterable[int] = ()) -> dict[int, list[float]]:
        """Gives for every sentence that could be chosen next how much each of `WEIGHED` lifts it above their mean."""
        places = sorted({*self.considered, *chosen, *also})
        left = [place for place, i in enumerate(places) if i not in chosen]
        candidates = [places[place] for place in left]
        columns = describe_sentences(self.measures, places)
        rows = self._net.rows(_SENTENCE, [[column[place] for place in left] for column in columns])
        rows.append(self._net.of_sentences([self.measures.document.said[i] for i in candidates]))
        by_itself = self._net.shares(FIRST, self._shared, rows)
        if not chosen:
            return dict(zip(candidates, by_itself, strict=True))
        alone = self._net.answers(FIRST, [self._shared + sum(of_place) for of_place in zip(*rows, strict=True)])
        columns = describe_choice(self.measures, chosen, candidates, [each - max(alone) for each in alone])
        beside = self._net.shares(NEXT, self._shared, [*rows, *self._net.rows(_CHOICE, columns)])
        return {i: _merged(*shares) for i, *shares in zip(candidates, beside, by_itself, strict=True)}


def _merged(beside: Sequence[float], by_itself: Sequence[float]) -> list[float]:
    """Parts what a sentence's standing by itself counts beside others among all that gave it that standing."""
    many, standing = len(by_itself), beside[len(by_itself)]
    total = sum(by_itself)
    part = standing / total if total else 0.0
    own = [share + part * alone for share, alone in zip(beside[:many], by_itself, strict=True)]
    return [*own, *beside[many + 1 :]]


def ahead(document: Document, known: float, *, is_titled: bool) -> float:
    """Tells how much better than the lead another first sentence must be: the more, the stranger the text."""
    if not document.in_chinese:
        return AHEAD_WITH_TITLE if is_titled else AHEAD
    strange = min(1.0, max(0.0, FAMILIAR - known) * CAUTION)
    return strange * (AHEAD_WITH_TITLE if is_titled else AHEAD)


def hopeful(measures: Measures) -> list[int]:
    """Gives all sentences, the first ones first, then those whose words promise most for their length."""
    promise = [kept / (size + STANDFIRST) for kept, size in zip(measures.kept_in, measures.sizes, strict=True)]
    rest = sorted(range(SURE, len(promise)), key=promise.__getitem__, reverse=True)
    return [*range(min(SURE, len(promise))), *rest]
