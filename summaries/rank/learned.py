"""Ranks as editors would: learned from what they wrote about thousands of articles, one choice after the other."""

import re
from collections.abc import Sequence

from summaries.document import Document
from summaries.rank.features import ARTICLE, CHOICE, SENTENCE, describe_article, describe_choice, describe_sentences
from summaries.rank.forest import Forest
from summaries.rank.lead import lead
from summaries.rank.measures import measure
from summaries.rank.weights import load

SURE = 3
"""The first sentences are always considered."""

CONSIDERED = 12
"""Of the others, as many as fill this number: those whose words say most for their length."""

CHOICES = 6
"""So many are chosen with an eye on the others; the rest follows by what its words say."""

_HOPE = SENTENCE.index("wish_standfirst")
_SENTENCE, _CHOICE = len(ARTICLE), len(ARTICLE) + len(SENTENCE)
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff]")
"""Thai, Lao, Burmese, Khmer and Japanese: nothing here knows where their words begin."""

_FEW = 0.1


def learned(document: Document) -> list[int]:
    """Gives the sentences in the order of choice; the text's own order where its words cannot be told apart."""
    if not is_rankable(document):
        return lead(document)
    sight = Sight(document)
    chosen = sight.chosen()
    return chosen + [i for i in sight.hopeful if i not in chosen]


def is_rankable(document: Document) -> bool:
    """Tells whether there are words to go by."""
    text = "".join([sentence.text for sentence in document.sentences[:CONSIDERED]])
    return bool(document.frequency) and len(_UNPARTED.findall(text)) <= _FEW * len(text)


class Sight:
    """A text as both forests see it; made once, asked several times."""

    def __init__(self, document: Document) -> None:
        self._weights = load()
        self.measures = measure(document, self._weights.keeping)
        self.of_article = describe_article(self.measures)
        self.rows = describe_sentences(self.measures)
        self.hopeful = sorted(range(document.read), key=lambda i: (i >= SURE, -self.rows[i][_HOPE]))
        self.considered = sorted(self.hopeful[:CONSIDERED])

    def chosen(self) -> list[int]:
        """Chooses one after the other: the first by what it tells alone, each next by what it adds."""
        left = self._narrowed(self._weights.first)
        candidates = list(self.considered)
        chosen = [_best(candidates, [self._weights.first.add_up(left[i]) for i in candidates])]
        candidates.remove(chosen[0])
        forest = self._weights.next
        left = self._narrowed(forest) if candidates else left
        while candidates and len(chosen) < CHOICES:
            choices = describe_choice(self.measures, chosen, candidates)
            beside = [forest.narrow(left[i], row, _CHOICE) for i, row in zip(candidates, choices, strict=True)]
            chosen.append(_best(candidates, [forest.add_up(leaves) for leaves in beside]))
            candidates.remove(chosen[-1])
        return chosen

    def weighed(self, sentences: Sequence[int], chosen: Sequence[int]) -> list[list[float]]:
        """Gives for each sentence how much each feature raised or lowered its score beside the chosen ones."""
        forest = self._weights.next if chosen else self._weights.first
        nothing = [[0.0] * len(CHOICE) for _ in sentences]
        choices = describe_choice(self.measures, chosen, sentences) if chosen else nothing
        weighed: list[list[float]] = []
        for i, choice in zip(sentences, choices, strict=True):
            values = [*self.of_article, *self.rows[i], *choice]
            changes = [0.0] * len(values)
            for feature, change in forest.changes(values):
                changes[feature] += change
            weighed.append(changes)
        return weighed

    def _narrowed(self, forest: Forest) -> dict[int, int]:
        shared = forest.narrow(forest.everything, self.of_article, 0)
        return {i: forest.narrow(shared, self.rows[i], _SENTENCE) for i in self.considered}


def _best(candidates: Sequence[int], scores: Sequence[float]) -> int:
    return candidates[scores.index(max(scores))]
