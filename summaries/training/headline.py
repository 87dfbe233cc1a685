"""Learns what of a text makes its headline: `python -m summaries.training.headline articles.jsonl.gz posts.jsonl`.

Every fit run of an article is compared with what is written about it (the mean of the F1 of single tokens, pairs and
the longest common run in order), and the network learns which run of an article is the nearest. What the ranker knows
of the words and sentences of an article it shall not have learned from that very article, as it will not have later:
so each half of the articles is described by a ranker that learned from the other half.

Run it anew after a change to the rules, the ranker or the words.
"""

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np

from summaries import document, words
from summaries.document import Document
from summaries.headline import read
from summaries.headline.features import ADDING, echoes, keys, of_run, standing, within
from summaries.headline.score import promising
from summaries.headline.weights import WEIGHTS, Key, Weights, save
from summaries.rank import settled
from summaries.rank.lanes import BITS, packed
from summaries.rank.lead import lead
from summaries.rank.learned import is_parted
from summaries.rank.net import UNIT, WORD, Head, Net, Parts, Table
from summaries.rank.plain import PlainSight
from summaries.rank.weights import Weights as Ranker
from summaries.sentences import tokens
from summaries.training import network, ranker
from summaries.training.articles import read_articles, weights_of
from summaries.training.likeness import likeness
from summaries.training.network import rounded
from summaries.training.ranker import Cells
from summaries.training.rouge import Reference

EVENNESS, BY_TITLE = 0.8, 0.3
"""How far small sources are brought up to large ones, and how much a title counts beside an editor's text."""

SEEDS = ranker.Seeds(91, 2)
"""Of the rankers that describe what headlines learn from: to choose others for the ranker itself changes nothing."""

FEWEST_ARTICLES = 20
FEWEST_ARTICLES_OF_A_WORD = 30
"""What fewer articles show is chance."""

UNITS = 24
SHAPE = network.Shape(
    units=UNITS, parts=Parts(UNITS, 0), earned=8.0, silent_units=0.3, silent_features=0.1, silent_words=0.3, seed=12
)

_LARGEST_BYTE = 127

T = TypeVar("T", bound=Hashable)


class Example(NamedTuple):
    """A run: what is looked up about it, its words and numbers, and how near it is to the headline."""

    keys: Sequence[Key]
    words: Sequence[str]
    numbers: Sequence[float]
    promising: Sequence[float]
    """What told of its sentence, before it was cut, how good its best run may be."""
    nearness: float


def main(*paths: str) -> None:
    """Writes the weights."""
    articles = read_articles(*map(Path, paths))
    weights = weights_of(articles, evenness=EVENNESS, by_title=BY_TITLE)
    with words.using("rjieba"):
        halves = [Ranker(*ranker.train(articles[1 - half :: 2], SEEDS)) for half in (0, 1)]
        documents = [document.read(article.text, title=article.title) for article in articles]
        described = [
            examples(read_document, article.summary, halves[number % 2])
            for number, (read_document, article) in enumerate(zip(documents, articles, strict=True))
        ]
    save(WEIGHTS, learn(zip(weights, described, strict=True), [read_document.said for read_document in documents]))


def examples(read_document: Document, summary: str, of_ranker: Ranker) -> list[Example]:
    """Gives all fit runs of an article."""
    sight = PlainSight(read_document, of_ranker) if is_parted(read_document) else None
    order = settled(read_document, sight.order() if sight else lead(read_document))
    headline = Reference(tokens(summary))
    return [
        Example(
            keys=(*standing(sentence.place), *keys(run, sentence.cut, sentence.place, echoes(run, sentence.words))),
            words=sentence.words.words[within(sentence.words, run)],
            numbers=(*sentence.known, *of_run(run, sentence)),
            promising=promising(sentence.known),
            nearness=headline.score(tokens(sentence.text[run.start : run.stop])),
        )
        for sentence in read(read_document, order, sight)
        for run in sentence.runs
    ]


def learn(
    articles: Iterable[tuple[float, Sequence[Example]]],
    texts: Iterable[Sequence[Sequence[str]]],
    shape: network.Shape = SHAPE,
) -> Weights:
    """Gives the weights of what enough articles show; each article comes with how much it counts.

    The words of `texts` tell which ones are used alike.
    """
    comparable = [(worth, article) for worth, article in articles if len(article) > 1]
    known = _Known([article for _, article in comparable])
    lessons = known.lessons(comparable)
    learned = network.learn(lessons, shape, likeness(texts, known.words))
    promise = _promise([article for _, article in comparable], network.answers(learned, lessons, shape))
    return _weights(known, learned, promise)


def _promise(articles: Sequence[Sequence[Example]], answers: network.Floats) -> tuple[float, ...]:
    """Gives what each sign says of the answer to the best run of a sentence (least squares)."""
    begin, signs, best = 0, [], []
    for article in articles:
        for _, runs in groupby(article, lambda run: run.numbers[0]):
            of_sentence = list(runs)
            signs.append(of_sentence[0].promising)
            best.append(answers[begin : begin + len(of_sentence)].max())
            begin += len(of_sentence)
    solved, *_ = np.linalg.lstsq(np.array(signs, dtype=np.float64), np.array(best, dtype=np.float64), rcond=None)
    return rounded(solved)


class _Known:
    """The keys, words and cells of numbers that speak, numbered."""

    def __init__(self, articles: Sequence[Sequence[Example]]) -> None:
        of_keys = _counted(articles, lambda run: run.keys)
        of_words = _counted(articles, lambda run: run.words)
        often = sorted((key for key, count in of_keys.items() if count >= FEWEST_ARTICLES), key=repr)
        self.speaking = {key: number for number, key in enumerate(key for key in often if key[0] not in ADDING)}
        self.adding = {key: number for number, key in enumerate(key for key in often if key[0] in ADDING)}
        told = sorted(word for word, count in of_words.items() if count >= FEWEST_ARTICLES_OF_A_WORD)
        self.words = {word: number for number, word in enumerate(told)}
        self.cells = Cells(np.array([run.numbers for article in articles for run in article]))

    def lessons(self, articles: Sequence[tuple[float, Sequence[Example]]]) -> network.Lessons:
        """Gives the choice of each article."""
        runs = [run for _, article in articles for run in article]
        numbers = network.table(self.cells.of(np.array([run.numbers for run in runs])), int(self.cells.begins[-1]))
        looked_up = network.table([_numbers(self.speaking, run.keys) for run in runs], len(self.speaking))
        return network.Lessons(
            features=network.beside(numbers, looked_up),
            adding=network.table([_numbers(self.adding, run.keys) for run in runs], len(self.adding)),
            words=network.table([_numbers(self.words, run.words) for run in runs], len(self.words)),
            titles=network.table([()] * len(articles), 0),
            rewards=np.array([run.nearness for run in runs], dtype=np.float32),
            counts=np.array([len(article) for _, article in articles]),
            weights=np.array([worth for worth, _ in articles], dtype=np.float32),
        )


def _counted(articles: Sequence[Sequence[Example]], asked: Callable[[Example], Iterable[T]]) -> Counter[T]:
    """Counts the articles that show each of what is asked for."""
    return Counter(each for article in articles for each in {each for run in article for each in asked(run)})


def _numbers(numbers: Mapping[T, int], found: Iterable[T]) -> list[int]:
    return [numbers[one] for one in found if one in numbers]


def _weights(known: _Known, learned: network.Weights, promise: tuple[float, ...]) -> Weights:
    """Puts what was learned into whole numbers."""
    begins = known.cells.begins.tolist()
    rows = np.column_stack([learned["features"], learned["added_up"]]).astype(np.float64)
    rows[: begins[1]] += [*learned["base"], 0.0]  # each run has one cell of the first number
    steps = (rows * UNIT).round().astype(int).tolist()
    tables = [
        Table(tuple(borders), tuple(map(packed, steps[begin:end])))
        for borders, (begin, end) in zip(known.cells.borders, pairwise(begins), strict=True)
    ]
    of_words = (learned["sentence"].astype(np.float64) * UNIT / WORD).round().clip(-_LARGEST_BYTE, _LARGEST_BYTE)
    said = {word: packed(row) for word, row in zip(known.words, of_words.astype(int).tolist(), strict=True)}
    added = (learned["adding"].astype(np.float64) * UNIT).round().astype(int).tolist()
    place = BITS * len(learned["speaks"])
    looked_up = {key: packed(row) for key, row in zip(known.speaking, steps[begins[-1] :], strict=True)}
    looked_up |= {key: row << place for key, row in zip(known.adding, added, strict=True) if row}
    net = Net(tables, said, Parts(len(learned["speaks"]), 0), [Head(0, rounded(learned["speaks"]))])
    return Weights(net, looked_up, promise)


if __name__ == "__main__":
    main(*sys.argv[1:])
