"""Trains the ranker: `python -m summaries.training.ranker articles.jsonl.gz`.

1. Which words do editors keep? (`keeping`; for the articles it then describes, learned from others.)
2. Each article is described sentence by sentence, and each sentence's score against the editor's text is what the
   forest has to foretell: first alone, then beside the sentences chosen before it, which a forest trained on the other
   half of the articles has chosen.
3. A quarter of the articles is seen a second time as if in an unknown language that puts blanks between words: no
   learned word counts, and every word is one token.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

import lightgbm
import numpy as np
from numpy.typing import NDArray

from summaries import words
from summaries.document import Document, read
from summaries.rank.features import ARTICLE, CHOICE, SENTENCE, describe_article, describe_choice, describe_sentences
from summaries.rank.forest import Tree
from summaries.rank.keeping import Keeping, first_mentions, kept, tokens_of
from summaries.rank.measures import Measures, measure, measured
from summaries.rank.weights import WEIGHTS, save
from summaries.sentences import tokens
from summaries.training import keeping
from summaries.training.articles import Labelled, read_articles
from summaries.training.rouge import Reference

FOLDS = 5
STEPS = 3
"""How many choices are learned one after the other; later ones are made as the last."""

GLANCE = 0.4
"""How much it counts what the beginning alone tells, cut to the length of an editor's text."""

UNKNOWN = 4
"""One article of so many is seen a second time as if its language were unknown."""

FOREST = {
    "objective": "l2",
    "num_leaves": 16,
    "learning_rate": 0.07,
    "min_data_in_leaf": 60,
    "max_bin": 31,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
FIRST_TREES, NEXT_TREES, TREES_OF_A_HALF = 320, 160, 120
_CUES = (ARTICLE.index("dated_paragraphs"), len(ARTICLE) + SENTENCE.index("dated"))
_SHORTEST_GLANCE = 8
_WORDS_OF_A_TOKEN = 0.6

Floats: TypeAlias = NDArray[np.float64]


@dataclass(slots=True, kw_only=True)
class Example:
    """An article as the forest sees it, the sentences chosen so far, and what they are scored against."""

    measures: Measures
    number: int
    lines: Sequence[Sequence[str]]
    """Tokens of each sentence."""
    reference: Reference
    glance: int
    """Tokens that the articles of this source are usually summarised in."""
    described: list[list[float]]
    weight: float = 1.0
    chosen: list[int] = field(default_factory=list)

    def candidates(self) -> list[int]:
        return [i for i in range(len(self.lines)) if i not in self.chosen]

    def rows(self) -> list[list[float]]:
        """Describes every candidate."""
        left = self.candidates()
        if not self.chosen:
            return [self.described[i] + [0.0] * len(CHOICE) for i in left]
        choices = describe_choice(self.measures, self.chosen, left)
        return [self.described[i] + choice for i, choice in zip(left, choices, strict=True)]

    def scores(self) -> list[float]:
        """Scores the chosen sentences with each candidate: whole, and cut to a glance as long as they fit one."""
        fits = sum(len(self.lines[i]) for i in self.chosen) < self.glance
        return [self._score([*self.chosen, i], fits=fits) for i in self.candidates()]

    def _score(self, chosen: list[int], *, fits: bool) -> float:
        whole = self.reference.score([token for i in sorted(chosen) for token in self.lines[i]])
        if not fits:
            return whole
        room, parts = self.glance, {}
        for i in chosen:
            parts[i] = self.lines[i][:room]
            room -= len(parts[i])
        glance = self.reference.score([token for i in sorted(parts) for token in parts[i]])
        return (1 - GLANCE) * whole + GLANCE * glance


class Table:
    """All rows that a forest learns from, and which of them are the last step's candidates of which example."""

    def __init__(self) -> None:
        self._rows: list[Floats] = []
        self._scores: list[Floats] = []
        self._weights: list[Floats] = []
        self._numbers: list[NDArray[np.int64]] = []
        self._firsts: list[NDArray[np.bool_]] = []
        self.last: list[tuple[Example, Floats]] = []

    def add(self, examples: Sequence[Example]) -> None:
        """Adds the candidates of every example's next choice."""
        self.last = []
        for example in examples:
            if not example.candidates():
                continue
            rows = np.array(example.rows(), dtype=np.float32)
            self.last.append((example, rows))
            self._rows.append(rows)
            scores = np.array(example.scores())
            self._scores.append(scores - scores.mean())  # which is better counts, not how well the article can be told
            self._weights.append(np.full(len(rows), example.weight / len(example.lines)))
            self._numbers.append(np.full(len(rows), example.number))
            self._firsts.append(np.full(len(rows), not example.chosen))

    def forest(self, trees: int, *, first: bool, half: int | None = None) -> lightgbm.Booster:
        """Learns the first choice or the next ones, from all articles or the even (0) or odd (1) ones."""
        numbers = np.concatenate(self._numbers)
        taken = numbers >= 0 if half is None else numbers % 2 == half
        taken &= np.concatenate(self._firsts) == first
        rows = lightgbm.Dataset(
            np.concatenate(self._rows)[taken],
            np.concatenate(self._scores)[taken],
            weight=np.concatenate(self._weights)[taken],
            params={"max_bin": FOREST["max_bin"], "verbose": -1},
        )
        return lightgbm.train(FOREST, rows, trees)

    def choose(self) -> None:
        """Makes every example's next choice by a forest that learned from the other half."""
        first = not self.last[0][0].chosen
        for half in (0, 1):
            forest = self.forest(TREES_OF_A_HALF, first=first, half=1 - half)
            for example, rows in self.last:
                if example.number % 2 == half:
                    best = int(np.argmax(forest.predict(rows, num_threads=1)))
                    example.chosen.append(example.candidates()[best])


def train(articles: Sequence[Labelled]) -> tuple[Keeping, dict[str, list[Tree]]]:
    """Gives what editors keep, and the trees of both forests."""
    lessons, whole = examples_of(articles)
    table = Table()
    for step in range(STEPS):
        table.add(lessons)
        if step + 1 < STEPS:
            table.choose()
    forests = {"first": table.forest(FIRST_TREES, first=True), "next": table.forest(NEXT_TREES, first=False)}
    return whole, {
        name: [tree_of(info) for info in forest.dump_model()["tree_info"]] for name, forest in forests.items()
    }


def examples_of(articles: Sequence[Labelled]) -> tuple[list[Example], Keeping]:
    """Gives the articles, each measured by what was learned from others, and what was learned from all."""
    documents = [read(article.text, title=article.title) for article in articles]
    weights = keeping.weights_of([article.source for article in articles])
    rows = keeping.examples(documents, [article.summary for article in articles], weights)
    folds = [keeping.fit(rows, rows.article % FOLDS != fold) for fold in range(FOLDS)]
    glances = _glances(articles)
    lessons: list[Example] = []
    for number, (document, article, weight) in enumerate(zip(documents, articles, weights, strict=True)):
        of_others = folds[number % FOLDS]
        glance = glances[article.source]
        lessons.append(_as_known(number, document, article, of_others, glance))
        lessons[-1].weight = weight
        if number % UNKNOWN == 0:
            lessons.append(_as_unknown(number, document, article, of_others, glance))
            lessons[-1].weight = weight
    return lessons, keeping.fit(rows, rows.article >= 0)


def _glances(articles: Sequence[Labelled]) -> dict[str, int]:
    sizes: dict[str, list[int]] = {}
    for article in articles:
        sizes.setdefault(article.source, []).append(len(tokens(article.summary)))
    return {source: round(sum(of_source) / len(of_source)) for source, of_source in sizes.items()}


def _as_known(number: int, document: Document, article: Labelled, of_others: Keeping, glance: int) -> Example:
    measures = measure(document, of_others)
    return Example(
        measures=measures,
        number=number,
        lines=[tokens(sentence.text) for sentence in document.sentences[: document.read]],
        reference=Reference(tokens(article.summary)),
        glance=glance,
        described=_described(measures),
    )


def _as_unknown(number: int, document: Document, article: Labelled, of_others: Keeping, glance: int) -> Example:
    """Sees an article as if in a language of which only the blanks between its words are known."""
    first = first_mentions(document)
    lines = [_spaced(line) for line in words.cut([s.text for s in document.sentences[: document.read]])]
    by_place = kept(document, first, replace(of_others, words={}))
    measures = measured(
        document,
        sizes=[len(line) for line in lines],
        first=first,
        kept_words={word: value / tokens_of(word) for word, value in by_place.items()},
        known=0.0,
    )
    described = _described(measures)
    for row in described:
        for column in _CUES:
            row[column] = 0.0
    return Example(
        measures=measures,
        number=number,
        lines=lines,
        reference=Reference(_spaced(words.cut([article.summary])[0])),
        glance=max(_SHORTEST_GLANCE, round(glance * _WORDS_OF_A_TOKEN)),
        described=described,
    )


def _described(measures: Measures) -> list[list[float]]:
    of_article = describe_article(measures)
    return [of_article + row for row in describe_sentences(measures)]


def _spaced(line: Sequence[str]) -> list[str]:
    return [word for word in line if any(map(str.isalnum, word))]


def tree_of(info: dict[str, Any]) -> Tree:
    """Gives a tree as `summaries.rank.forest` wants it."""
    nodes: list[dict[str, Any]] = []
    leaves: list[float] = []

    def number(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(round(node["leaf_value"], 5))
            return -len(leaves)
        nodes.append(node)
        own = len(nodes) - 1
        node["children"] = number(node["left_child"]), number(node["right_child"])
        return own

    number(info["tree_structure"])
    return Tree(
        features=tuple(node["split_feature"] for node in nodes),
        thresholds=tuple(float(f"{node['threshold']:.6g}") for node in nodes),
        left=tuple(node["children"][0] for node in nodes),
        right=tuple(node["children"][1] for node in nodes),
        values=tuple(leaves),
        means=tuple(round(node["internal_value"], 5) for node in nodes),
    )


def main(path: str, to: str = "") -> None:
    """Learns from a file of articles and writes the weights into the package, or into the folder `to`."""
    articles = read_articles(Path(path))
    with words.using("rjieba"):
        whole, forests = train(articles)
    save(Path(to) if to else WEIGHTS, whole, forests)


if __name__ == "__main__":
    main(*sys.argv[1:])
