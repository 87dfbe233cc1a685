"""Ranks as editors would: learned from what they wrote about thousands of articles, one choice after the other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from summaries.document import Document
from summaries.rank.features import ARTICLE, CHOICE, SENTENCE, describe_article, describe_choice, describe_sentences
from summaries.rank.forest import changes
from summaries.rank.lead import lead
from summaries.rank.measures import measure, title_counts
from summaries.rank.weights import FIRST, NEXT, load, trees

SURE = 3
"""The first sentences are always considered."""

CONSIDERED = 12
"""Of the others, as many as fill this number: those whose words say most for their length."""

COMPARED = 8
"""Of these, the best by themselves are weighed beside those chosen."""

CHOICES = 2
"""So many are chosen one after the other; the rest follows in the order of the last choice."""

_HOPE = SENTENCE.index("wish_standfirst")
_SENTENCE, _CHOICE = len(ARTICLE), len(ARTICLE) + len(SENTENCE)
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff]")
"""Thai, Lao, Burmese, Khmer and Japanese: nothing here knows where their words begin."""

_FEW = 0.1


def learned(document: Document) -> list[int]:
    """Gives the sentences in the order of choice; the text's own order where its words cannot be told apart."""
    sight = look(document)
    return sight.order() if sight else lead(document)


def look(document: Document) -> "Sight | None":
    """Gives the text as the forest sees it, or nothing where there are no words to go by."""
    text = "".join([sentence.text for sentence in document.sentences[:CONSIDERED]])
    if not document.frequency or len(_UNPARTED.findall(text)) > _FEW * len(text):
        return None
    return Sight(document)


class Sight:
    """A text as the forest sees it; made once, asked several times."""

    def __init__(self, document: Document) -> None:
        weights = load()
        self._forest = weights.forest
        measures = measure(document, weights.keeping)
        self.measures = measures if title_counts(document) else replace(measures, title=frozenset())
        self.of_article = describe_article(self.measures)
        self.rows = describe_sentences(self.measures)
        self.hopeful = sorted(range(document.read), key=lambda i: (i >= SURE, -self.rows[i][_HOPE]))
        self.considered = sorted(self.hopeful[:CONSIDERED])

    def order(self) -> list[int]:
        """Gives all sentences: the first by what it tells alone, each next by what it adds, then the less hopeful."""
        forest = self._forest
        shared = forest.narrow(forest.everything, self.of_article, 0)
        left = {i: forest.narrow(shared, self.rows[i], _SENTENCE) for i in self.considered}
        alone = {i: forest.add_up(left[i], FIRST) for i in self.considered}
        best, *others = sorted(self.considered, key=lambda i: -alone[i])
        chosen, compared = [best], others[: COMPARED - 1]
        while compared and len(chosen) < CHOICES:
            choices = describe_choice(self.measures, chosen, compared)
            beside = {
                i: forest.add_up(forest.narrow(left[i], choice, _CHOICE), NEXT)
                for i, choice in zip(compared, choices, strict=True)
            }
            best, *compared = sorted(compared, key=lambda i: -beside[i])
            chosen.append(best)
        told = {*chosen, *others}
        return [*chosen, *compared, *others[COMPARED - 1 :], *(i for i in self.hopeful if i not in told)]

    def weighed(self, sentences: Sequence[int], chosen: Sequence[int]) -> list[list[float]]:
        """Gives for each sentence how much each feature raised or lowered its score beside the chosen ones."""
        walked = trees(NEXT if chosen else FIRST)
        nothing = [[0.0] * len(CHOICE) for _ in sentences]
        choices = describe_choice(self.measures, chosen, sentences) if chosen else nothing
        weighed: list[list[float]] = []
        for i, choice in zip(sentences, choices, strict=True):
            values = [*self.of_article, *self.rows[i], *choice]
            weights = [0.0] * len(values)
            for feature, change in changes(walked, values):
                weights[feature] += change
            weighed.append(weights)
        return weighed
