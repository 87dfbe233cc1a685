"""Trains the ranker: `python -m summaries.training.ranker articles.jsonl.gz`.

1. Which words do editors keep? (`keeping`; for the articles it then describes, learned from others.)
2. Each article is described sentence by sentence, and what each earns against the editor's text is what the network
   has to foretell: first alone, then beside the sentences chosen before it, which a network trained on the other half
   of the articles has chosen.
3. A quarter of the articles is seen a second time as if in an unknown language that puts blanks between words: no
   learned word counts, and every word is one token. Others are seen again as if of an unknown trade, of which only
   the commonest words are known, or cut short, or without their title.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from summaries import words
from summaries.document import Document, read
from summaries.rank.features import describe_article, describe_choice, describe_sentences
from summaries.rank.keeping import Keeping, first_mentions, kept, tokens_of
from summaries.rank.lanes import packed
from summaries.rank.learned import COMPARED, CONSIDERED, MOST_WORDS, hopeful
from summaries.rank.measures import Measures, measure, measured, title_counts
from summaries.rank.net import UNIT, WORD, Head, Net, Parts, Table
from summaries.rank.weights import WEIGHTS, save
from summaries.sentences import tokens
from summaries.training import keeping, network
from summaries.training.articles import Labelled, read_articles
from summaries.training.rouge import Reference

FOLDS = 5
STEPS = 3
"""How many choices are learned one after the other; later ones are made as the last."""

GLANCE = 0.5
"""How much it counts what a sentence's beginning alone tells, cut to the length of an editor's text."""

WAYS = 4
"""Of so many articles, one each is seen a second time as it might have come from elsewhere."""

UNTITLED = 3
"""One titled article of these is seen a second time without its title."""

FEWEST_SENTENCES, MORE_SENTENCES = 2, 5
"""What a flash has."""

LONGEST_OF_A_FLASH = 40
"""Tokens of what editors write about one; what is longer tells of more than its first sentences."""

RAREST_COMMON = 4.0
"""A text from an unknown trade is one of which only the words are known that one text in fifty holds."""

FIRST_SHAPE = network.Shape(units=32, parts=Parts(12, 6), earned=3.0)

NEXT_SHAPE = network.Shape(units=16, parts=Parts(0, 0), earned=8.0)
FEWEST_ARTICLES = 20
"""A word that fewer articles hold says nothing to the network."""

BORDERS = 11
"""Of each feature, as many values so parted that each part holds as many sentences."""

_SHORTEST_GLANCE = 8
_WORDS_OF_A_TOKEN = 0.6
_LARGEST_BYTE = 127

Floats: TypeAlias = NDArray[np.float64]


@dataclass(slots=True, kw_only=True)
class Example:
    """An article as the network sees it, the sentences chosen so far, and what they are scored against."""

    measures: Measures
    number: int
    lines: Sequence[Sequence[str]]
    """Tokens of each sentence."""
    reference: Reference
    glance: int
    """Tokens that the articles of this source are usually summarised in."""
    article: list[float]
    considered: list[int]
    columns: list[Sequence[float]]
    said: list[Sequence[str]]
    """Words of each considered sentence."""
    title: Sequence[str]
    weight: float = 1.0
    chosen: list[int] = field(default_factory=list)
    alone: dict[int, float] = field(default_factory=dict)
    """What the network answered to each considered sentence alone."""

    def candidates(self) -> list[int]:
        """Gives the sentences of which one is to be chosen: all that are considered, then the best of those left."""
        if not self.chosen:
            return self.considered
        left = sorted(self.considered, key=lambda i: -self.alone[i])
        return [i for i in left if i not in self.chosen][: COMPARED - len(self.chosen)]

    def rows(self) -> list[list[float]]:
        """Describes every candidate."""
        places = [self.considered.index(i) for i in self.candidates()]
        own = [[*self.article, *(column[place] for column in self.columns)] for place in places]
        if not self.chosen:
            return own
        best = self.alone[self.chosen[0]]
        alone = [self.alone[i] - best for i in self.candidates()]
        choice = zip(*describe_choice(self.measures, self.chosen, self.candidates(), alone), strict=True)
        return [[*row, *more] for row, more in zip(own, choice, strict=True)]

    def scores(self) -> list[float]:
        """Scores the chosen sentences with each candidate; a first one also by what its beginning alone tells."""
        if self.chosen:
            return [self._score(sorted([*self.chosen, i])) for i in self.candidates()]
        return [
            (1 - GLANCE) * self._score([i]) + GLANCE * self.reference.score(self.lines[i][: self.glance])
            for i in self.candidates()
        ]

    def _score(self, sentences: list[int]) -> float:
        return self.reference.score([token for i in sentences for token in self.lines[i]])


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
        words=network.table(numbered, len(vocabulary)),
        titles=network.table(titles, len(vocabulary)),
        rewards=np.array([score for example in examples for score in example.scores()], dtype=np.float32),
        counts=np.array([_many(example) for example in examples]),
        weights=np.array([example.weight for example in examples], dtype=np.float32),
    )


def _many(example: Example) -> int:
    return len(example.candidates())


def train(articles: Sequence[Labelled]) -> tuple[Keeping, Net]:
    """Gives what editors keep, and the network."""
    examples, whole = examples_of(articles)
    vocabulary = _vocabulary(examples)
    cells = Cells(np.array([row for example in examples for row in example.rows()]))
    lessons = lessons_of(examples, cells, vocabulary)
    halves = np.array([example.number % 2 for example in examples])
    for half, given in _of_the_other_half(lessons, halves, FIRST_SHAPE):
        begins = np.cumsum([0, *lessons.counts[halves == half]])
        for begin, example in zip(begins, [e for e in examples if e.number % 2 == half], strict=False):
            example.alone = dict(zip(example.considered, given[begin:].tolist(), strict=False))
            example.chosen.append(max(example.considered, key=example.alone.__getitem__))
    first = Learned(cells, FIRST_SHAPE, network.learn(lessons, FIRST_SHAPE))
    return whole, _net(first, _learn_next(examples, cells, vocabulary), vocabulary)


def _learn_next(examples: Sequence[Example], known: Cells, vocabulary: Mapping[str, int]) -> "Learned":
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
        for half, given in _of_the_other_half(lessons, halves, NEXT_SHAPE):
            begin = 0
            for example in [example for example in left if example.number % 2 == half]:
                candidates = example.candidates()
                best = int(np.argmax(given[begin : begin + len(candidates)]))
                begin += len(candidates)
                example.chosen.append(candidates[best])
    return Learned(cells, NEXT_SHAPE, network.learn(network.together(seen), NEXT_SHAPE))


def _of_the_other_half(
    lessons: network.Lessons, halves: NDArray[np.int64], shape: network.Shape
) -> Iterator[tuple[int, network.Floats]]:
    """Answers the lessons of each half by what was learned from the other one."""
    for half in (0, 1):
        learned = network.learn(lessons.taken(np.flatnonzero(halves != half)), shape)
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
    heads = [Head(0, _rounded(first.weights["speaks"])), Head(widths[0], _rounded(following.weights["speaks"]))]
    together = np.column_stack([first.weights[part] for part in ("sentence", "title")])
    steps = (together * UNIT / WORD).round().clip(-_LARGEST_BYTE, _LARGEST_BYTE).astype(int).tolist()
    words = {word: packed(steps[number]) for word, number in vocabulary.items()}
    return Net(tables, words, first.shape.parts, heads)


def _rounded(values: network.Floats) -> tuple[float, ...]:
    return tuple(float(f"{value:.4g}") for value in values)


def _vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    """Numbers the words that enough articles hold."""
    counts = Counter(word for example in examples for word in {word for line in example.said for word in line})
    frequent = sorted(word for word, count in counts.items() if count >= FEWEST_ARTICLES and not word.isspace())
    return {word: number for number, word in enumerate(frequent)}


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
        for lesson in _otherwise(number, document, article, of_others, glance):
            lessons.append(lesson)
            lesson.weight = weight
    return lessons, keeping.fit(rows, rows.article >= 0)


def _otherwise(
    number: int, document: Document, article: Labelled, of_others: Keeping, glance: int
) -> Iterator[Example]:
    """Gives an article as it might have come: in an unknown language, from an unknown trade, cut short, untitled."""
    is_flash = glance <= LONGEST_OF_A_FLASH and (number % WAYS == 1 or number // WAYS % 2)
    count = FEWEST_SENTENCES + number // WAYS % MORE_SENTENCES
    shown = read(_beginning(document, count)) if is_flash else document
    match number % WAYS:
        case 0:
            yield _as_unknown(number, shown, article, of_others, glance)
        case 1 if is_flash:
            yield _as_known(number, shown, article, of_others, glance)
        case 2:
            common = {word: odds for word, odds in of_others.words.items() if _is_common(word)}
            example = _as_known(number, shown, article, replace(of_others, words=common), glance)
            example.said = [list(filter(_is_common, line)) for line in example.said]
            yield example
    if article.title and number % UNTITLED == 1:
        yield _as_known(number, read(article.text), article, of_others, glance)


def _is_common(word: str) -> bool:
    return len(word) == 1 or words.rarity(word) < RAREST_COMMON


def _beginning(document: Document, count: int) -> list[str]:
    """Gives the paragraphs of a text's first sentences."""
    sentences = document.sentences[:count]
    return ["".join([s.text for s in of_one]) for _, of_one in groupby(sentences, lambda s: s.paragraph)]


def _glances(articles: Sequence[Labelled]) -> dict[str, int]:
    sizes: dict[str, list[int]] = {}
    for article in articles:
        sizes.setdefault(article.source, []).append(len(tokens(article.summary)))
    return {source: round(sum(of_source) / len(of_source)) for source, of_source in sizes.items()}


def _as_known(number: int, document: Document, article: Labelled, of_others: Keeping, glance: int) -> Example:
    measures = measure(document, of_others)
    if not title_counts(document):
        measures = replace(measures, title=frozenset())
    example = _example(number, measures, article, glance)
    example.said = [document.said[i][:MOST_WORDS] for i in example.considered]
    example.title = document.title_said if title_counts(document) else ()
    return example


def _as_unknown(number: int, document: Document, article: Labelled, of_others: Keeping, glance: int) -> Example:
    """Sees an article as if in a language of which only the blanks between its words are known."""
    first = first_mentions(document)
    lines = [_spaced(line) for line in document.said]
    by_place = kept(document, first, replace(of_others, words={}))
    measures = measured(
        document,
        sizes=[len(line) for line in lines],
        kept_words={word: value // tokens_of(word) for word, value in by_place.items()},
        known=0.0,
    )
    measures = replace(measures, dated=[False] * document.read)
    example = _example(number, measures, article, max(_SHORTEST_GLANCE, round(glance * _WORDS_OF_A_TOKEN)))
    example.lines = lines
    example.reference = Reference(_spaced(words.cut([article.summary])[0]))
    return example


def _example(number: int, measures: Measures, article: Labelled, glance: int) -> Example:
    considered = sorted(hopeful(measures)[:CONSIDERED])
    document = measures.document
    return Example(
        measures=measures,
        number=number,
        lines=[tokens(sentence.text) for sentence in document.sentences[: document.read]],
        reference=Reference(tokens(article.summary)),
        glance=glance,
        article=describe_article(measures),
        considered=considered,
        columns=describe_sentences(measures, considered),
        said=[()] * len(considered),
        title=(),
    )


def _spaced(line: Sequence[str]) -> list[str]:
    return [word for word in line if any(map(str.isalnum, word))]


def main(path: str, to: str = "") -> None:
    """Learns from a file of articles and writes the weights into the package, or into the folder `to`."""
    articles = read_articles(Path(path))
    with words.using("rjieba"):
        save(Path(to) if to else WEIGHTS, *train(articles))


if __name__ == "__main__":
    main(*sys.argv[1:])
