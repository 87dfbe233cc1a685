"""Trains the ranker: `python -m summaries.training.ranker articles.jsonl.gz posts.jsonl`.

1. Which words do editors keep? (`keeping`; for the articles it then describes, learned from others.)
2. Each article is described sentence by sentence, and what each earns against the editor's text is what the network
   has to foretell: first alone, then beside the sentences chosen before it, which a network trained on the other half
   of the articles has chosen. Where only a title is written about an article, it teaches the first choice alone.
3. A quarter of the articles is seen a second time as if in an unknown language that puts blanks between words: no
   learned word counts, and every word is one token. Others are seen again as if of an unknown trade, of which only
   the commonest words are known, or cut short, or without their title.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from summaries import words
from summaries.rank.keeping import Keeping
from summaries.rank.lanes import packed
from summaries.rank.net import UNIT, WORD, Head, Net, Parts, Table
from summaries.rank.weights import WEIGHTS, save
from summaries.training import network
from summaries.training.articles import Labelled, read_articles
from summaries.training.examples import Example, examples_of
from summaries.training.likeness import likeness

STEPS = 3
"""How many choices are learned one after the other; later ones are made as the last."""

FIRST_SHAPE = network.Shape(
    units=24,
    parts=Parts(18, 4),
    earned=3.0,
    silent_units=0.1,
    silent_features=0.2,
    silent_words=0.6,
    silent_texts=0.25,
)
NEXT_SHAPE = network.Shape(
    units=16, parts=Parts(0, 0), earned=8.0, silent_units=0.1, silent_features=0.2, silent_words=0.6
)
FEWEST_ARTICLES = 20
"""A word that fewer articles hold says nothing to the network."""

MOST_WORDS = 9_139
"""So many words, those that most articles hold, speak to the network: a file of more would be larger than 500 kB."""

BORDERS = 11
"""Of each feature, as many values so parted that each part holds as many sentences."""

_LARGEST_BYTE = 127

Floats: TypeAlias = NDArray[np.float64]


class Cells:
    """Which values of each feature the network tells apart."""

    def __init__(self, rows: Floats, known: Sequence[Sequence[float]] = ()) -> None:
        """Parts the values of the columns behind those whose borders are known."""
        parted = np.quantile(rows[:, len(known) :], np.linspace(0, 1, BORDERS + 2)[1:-1], axis=0, method="lower")
        found = [sorted({float(f"{border:.6g}") for border in column}) for column in parted.T]
        self.borders = [*known, *found]
        self.begins = np.cumsum([0, *(len(borders) + 1 for borders in self.borders)])

    def of(self, rows: Floats) -> list[list[int]]:
        """Gives the number of each value's cell."""
        columns = [
            np.searchsorted(borders, column, side="left") + begin
            for borders, column, begin in zip(self.borders, rows.T, self.begins, strict=False)
        ]
        cells: list[list[int]] = np.stack(columns, axis=1).tolist()
        return cells


def lessons_of(examples: Sequence[Example], cells: Cells, vocabulary: Mapping[str, int]) -> network.Lessons:
    """Gives the next choice of every example."""
    rows = np.array([row for example in examples for row in example.rows()])
    said = [line for example in examples for line in (example.said if not example.chosen else [()] * _many(example))]
    numbered = [[vocabulary[word] for word in line if word in vocabulary] for line in said]
    titles = [[vocabulary[word] for word in example.title if word in vocabulary] for example in examples]
    return network.Lessons(
        features=network.table(cells.of(rows), int(cells.begins[-1])),
        adding=network.table([()] * len(rows), 0),
        words=network.as_loud(network.table(numbered, len(vocabulary))),
        titles=network.table(titles, len(vocabulary)),
        rewards=np.array([score for example in examples for score in example.scores()], dtype=np.float32),
        counts=np.array([_many(example) for example in examples]),
        weights=np.array([example.weight for example in examples], dtype=np.float32),
    )


def _many(example: Example) -> int:
    return len(example.candidates())


class Seeds(NamedTuple):
    """What chance begins with in learning each head."""

    first: int
    following: int


SEEDS = Seeds(12, 2)
"""Of nineteen pairs one that holds every floor, and every promise on our own texts."""


def train(articles: Sequence[Labelled], seeds: Seeds = SEEDS) -> tuple[Keeping, Net]:
    """Gives what editors keep, and the network."""
    first_shape, next_shape = replace(FIRST_SHAPE, seed=seeds.first), replace(NEXT_SHAPE, seed=seeds.following)
    examples, whole = examples_of(articles)
    vocabulary = _vocabulary(examples)
    cells = Cells(np.array([row for example in examples for row in example.rows()]))
    lessons = lessons_of(examples, cells, vocabulary)
    alike = likeness(_texts(examples), vocabulary)
    halves = np.array([example.number % 2 for example in examples])
    chooser = replace(FIRST_SHAPE, seed=seeds.following)
    for half, given in _of_the_other_half(lessons, halves, chooser, alike):
        begin = 0
        for example in [example for example in examples if example.number % 2 == half]:
            answers = given[begin : begin + len(example.considered)].tolist()
            begin += len(answers)
            example.alone = dict(zip(example.considered, answers, strict=True))
            example.chosen.append(max(example.considered, key=example.alone.__getitem__))
    first = Learned(cells, first_shape, network.learn(lessons, first_shape, alike))
    edited = [example for example in examples if not example.by_title]  # a title says nothing of a second sentence
    return whole, _net(first, _learn_next(edited, cells, vocabulary, next_shape), vocabulary)


def _learn_next(
    examples: Sequence[Example], known: Cells, vocabulary: Mapping[str, int], shape: network.Shape
) -> "Learned":
    """Learns to choose beside what is chosen, one choice after the other."""
    left = [example for example in examples if len(example.candidates()) > 1]
    cells = Cells(np.array([row for example in left for row in example.rows()]), known.borders)
    seen: list[network.Lessons] = []
    for step in range(1, STEPS):
        left = [example for example in examples if len(example.candidates()) > 1]
        lessons = lessons_of(left, cells, vocabulary)
        seen.append(lessons)
        if step + 1 == STEPS:
            break
        halves = np.array([example.number % 2 for example in left])
        for half, given in _of_the_other_half(lessons, halves, shape):
            begin = 0
            for example in [example for example in left if example.number % 2 == half]:
                candidates = example.candidates()
                best = int(np.argmax(given[begin : begin + len(candidates)]))
                begin += len(candidates)
                example.chosen.append(candidates[best])
    return Learned(cells, shape, network.learn(network.together(seen), shape))


def _texts(examples: Sequence[Example]) -> Iterator[Sequence[Sequence[str]]]:
    """Gives the words of each article once, as it came."""
    seen: set[int] = set()
    for example in examples:
        if example.number not in seen:
            seen.add(example.number)
            yield example.measures.document.said


def _of_the_other_half(
    lessons: network.Lessons,
    halves: NDArray[np.int64],
    shape: network.Shape,
    alike: network.Floats | None = None,
) -> Iterator[tuple[int, network.Floats]]:
    """Answers the lessons of each half by what was learned from the other one."""
    for half in (0, 1):
        learned = network.learn(lessons.taken(np.flatnonzero(halves != half)), shape, alike)
        yield half, network.answers(learned, lessons.taken(np.flatnonzero(halves == half)), shape)


class Learned(NamedTuple):
    """A head's weights and what they are for."""

    cells: Cells
    shape: network.Shape
    weights: network.Weights

    def rows(self) -> list[list[list[int]]]:
        """Gives for each feature what each of its cells adds, in steps of the network; the units, then what adds up."""
        together = np.column_stack([self.weights["features"], self.weights["added_up"]]).astype(np.float64)
        together[: self.cells.begins[1]] += [*self.weights["base"], 0.0]  # each row has one cell of the first feature
        steps = (together * UNIT).round().astype(int).tolist()
        return [steps[begin:end] for begin, end in pairwise(self.cells.begins.tolist())]


def _net(first: Learned, following: Learned, vocabulary: Mapping[str, int]) -> Net:
    """Puts both heads into one network."""
    widths = first.shape.units + 1, following.shape.units + 1
    of_first, of_next = first.rows(), following.rows()
    of_first += [[[0] * widths[0]] * len(rows) for rows in of_next[len(of_first) :]]
    tables = [
        Table(tuple(borders), tuple(packed([*one, *other]) for one, other in zip(rows, others, strict=True)))
        for borders, rows, others in zip(following.cells.borders, of_first, of_next, strict=True)
    ]
    heads = [
        Head(0, network.rounded(first.weights["speaks"])),
        Head(widths[0], network.rounded(following.weights["speaks"])),
    ]
    together = np.column_stack([first.weights[part] for part in ("sentence", "title")])
    steps = (together * UNIT / WORD).round().clip(-_LARGEST_BYTE, _LARGEST_BYTE).astype(int).tolist()
    words = {word: packed(steps[number]) for word, number in vocabulary.items()}
    return Net(tables, words, first.shape.parts, heads)


def _vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    """Numbers the words that most articles hold."""
    counts = Counter(word for example in examples for word in {word for line in example.said for word in line})
    known = [(-count, word) for word, count in counts.items() if count >= FEWEST_ARTICLES and not word.isspace()]
    frequent = sorted(word for _, word in sorted(known)[:MOST_WORDS])
    return {word: number for number, word in enumerate(frequent)}


def main(*paths: str, to: Path = WEIGHTS) -> None:
    """Learns from files of articles and writes the weights."""
    articles = read_articles(*map(Path, paths))
    if all(article.by_title for article in articles):
        problem = (
            "Titles alone do not tell which words editors keep: add articles with a summary, see docs/summaries.md"
        )
        raise SystemExit(problem)
    with words.using("rjieba"):
        save(to, *train(articles))


if __name__ == "__main__":
    main(*sys.argv[1:])
