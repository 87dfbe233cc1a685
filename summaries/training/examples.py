"""Shows the network articles with an editor's summary: as they came, and as they might have come from elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from summaries import words
from summaries.document import Document, read
from summaries.rank.features import describe_article, describe_choice, describe_sentences
from summaries.rank.keeping import Keeping, kept, tokens_of
from summaries.rank.measures import Measures, measure, measured, title_counts
from summaries.rank.net import MOST_WORDS
from summaries.rank.plain import COMPARED, CONSIDERED, hopeful
from summaries.sentences import tokens
from summaries.training import keeping
from summaries.training.articles import Labelled, in_paragraphs, weights_of
from summaries.training.rouge import Reference

FOLDS = 5

EVENNESS, BY_TITLE, WORDS_BY_TITLE = 0.7, 0.25, 0.5
"""How far small sources are brought up to large ones, and how much a title counts beside an editor's text: for the
choice of a sentence, and for words that no editor's text tells of."""

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

_SHORTEST_GLANCE = 8

_WORDS_OF_A_TOKEN = 0.6


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
    by_title: bool
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


def examples_of(articles: Sequence[Labelled]) -> tuple[list[Example], Keeping]:
    """Gives the articles, each measured by what was learned from others, and what was learned from all."""
    documents = [read(article.text, title=article.title) for article in articles]
    weights = weights_of(articles, evenness=EVENNESS, by_title=BY_TITLE)
    of_words = weights_of(articles, evenness=EVENNESS, by_title=WORDS_BY_TITLE)
    rows = keeping.examples(documents, [article.summary for article in articles], of_words)
    edited = np.array([not article.by_title for article in articles])[rows.article]
    others = [rows.article % FOLDS != fold for fold in range(FOLDS)]
    folds = [keeping.fit_also(rows, edited & of_others, ~edited & of_others) for of_others in others]
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
    return lessons, keeping.fit_also(rows, edited, ~edited)


def _otherwise(
    number: int, document: Document, article: Labelled, of_others: Keeping, glance: int
) -> Iterator[Example]:
    """Gives an article as it might have come: in an unknown language, from an unknown trade, cut short, untitled."""
    is_flash = glance <= LONGEST_OF_A_FLASH and (number % WAYS == 1 or number // WAYS % 2)
    count = FEWEST_SENTENCES + number // WAYS % MORE_SENTENCES
    shown = read(in_paragraphs(document.sentences[:count])) if is_flash else document
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


def _glances(articles: Sequence[Labelled]) -> dict[str, int]:
    sizes: dict[str, list[int]] = {}
    for article in articles:
        sizes.setdefault(article.source, []).append(len(tokens(article.summary)))
    return {source: round(sum(of_source) / len(of_source)) for source, of_source in sizes.items()}


def _as_known(number: int, document: Document, article: Labelled, of_others: Keeping, glance: int) -> Example:
    example = _example(number, measure(document, of_others), article, glance)
    example.said = [document.said[i][:MOST_WORDS] for i in example.considered]
    example.title = document.title_said if title_counts(document) else ()
    return example


def _as_unknown(number: int, document: Document, article: Labelled, of_others: Keeping, glance: int) -> Example:
    """Sees an article as if in a language of which only the blanks between its words are known."""
    lines = [_spaced(line) for line in document.said]
    by_place = kept(document, [0] * len(document.frequency), replace(of_others, words={}))
    measures = measured(
        document,
        title=document.title_words,
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
        by_title=article.by_title,
    )


def _spaced(line: Sequence[str]) -> list[str]:
    return [word for word in line if any(map(str.isalnum, word))]
