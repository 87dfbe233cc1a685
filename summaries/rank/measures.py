"""Holds what the features of a text are made of: sizes, words, what an editor keeps, and how paragraphs are akin."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summaries.document import Document
from summaries.rank.keeping import Keeping, kept, odds_of
from summaries.sentences import Sentence, count_tokens

_DATED = re.compile(r"今[天日晚年]|昨[天日晚]|日前|近日|当地时间|當地時間|\d[日月号]|目前|截至|将于")
_DATED_LATIN = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|last week)\b", re.IGNORECASE
)
_CHINESE = "\u2e80"
OPENING = 40
"""News tell their day within so many characters."""

_LEAD = 2
"""News tell their day within so many sentences."""

_LONG = 12
"""Sentences; a shorter article is told by its beginning."""

GLANCE = 20
"""Tokens of a sentence's beginning that are looked at by themselves."""

FEWEST_WORDS = 4
"""A paragraph with fewer telling words is a heading, not an item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """A text's sentences in numbers; all sequences go by sentence, as far as the text was read."""

    document: Document
    title: frozenset[str]
    """The words of the title that sentences are compared with."""
    sizes: Sequence[int]
    """Tokens."""
    words: Sequence[frozenset[str]]
    dated: Sequence[bool]
    kept: Mapping[str, int]
    """Thousandths of a token of each word that an editor keeps, by expectation."""
    kept_in: Sequence[int]
    """The same, of each sentence."""
    known: float
    """The share of the text's words that the weights know."""
    paragraph_sizes: Mapping[int, int]
    """Sentences of each paragraph."""

    def glances(self, sentences: Iterable[int]) -> list[int]:
        """Gives the thousandths of a token that an editor keeps of the beginnings of sentences, by expectation."""
        return [self.kept_in[i] if self.sizes[i] <= GLANCE else self._glance(i) for i in sentences]

    def _glance(self, i: int) -> int:
        words = self.document.words[i]
        seen = words[: len(words) * GLANCE // self.sizes[i] + 1]
        return sum(map(self.kept.__getitem__, set(seen)))


def title_counts(document: Document) -> bool:
    """Tells whether the title says where to look: not in news and short texts, whose lead tells best what it names."""
    return document.read >= _LONG and not any(map(is_dated, document.sentences[:_LEAD]))


def is_dated(sentence: Sentence) -> bool:
    """Tells whether a sentence begins with its day, as the first one of news does."""
    opening = sentence.text[:OPENING]
    if _DATED.search(opening) is not None:
        return True
    return opening[-1:] < _CHINESE and _DATED_LATIN.search(opening) is not None


def measure(document: Document, keeping: Keeping) -> Measures:
    """Measures a text that holds at least one sentence; its title only where that says where to look."""
    sentences = document.sentences[: document.read]
    odds = odds_of(document, keeping)
    return measured(
        document,
        title=document.title_words if document.title_words and title_counts(document) else frozenset(),
        sizes=[count_tokens(sentence.text) for sentence in sentences],
        kept_words=kept(document, odds, keeping),
        known=(len(odds) - odds.count(0)) / (len(odds) or 1),
    )


def measured(
    document: Document,
    *,
    title: frozenset[str],
    sizes: Sequence[int],
    kept_words: Mapping[str, int],
    known: float,
) -> Measures:
    """Puts the measures together."""
    sentences = document.sentences[: document.read]
    words = [document.different(i) for i in range(document.read)]
    return Measures(
        document=document,
        title=title,
        sizes=sizes,
        words=words,
        dated=[sentence.place == 0 and is_dated(sentence) for sentence in sentences],
        kept=kept_words,
        kept_in=[sum(map(kept_words.__getitem__, line)) for line in words],
        known=known,
        paragraph_sizes=Counter([sentence.paragraph for sentence in sentences]),
    )


def paragraphs(measures: Measures) -> list[frozenset[str]]:
    """Gives the words of each paragraph."""
    found: list[frozenset[str]] = []
    for sentence, words in zip(measures.document.sentences, measures.words, strict=False):
        if sentence.place == 0 or not found:
            found.append(words)
        else:
            found[-1] |= words
    return found


def kinship(words: Sequence[frozenset[str]]) -> float:
    """Tells how much paragraphs share words, each with the next; the items of a round-up hardly do."""
    items = [item for item in words if len(item) >= FEWEST_WORDS]
    if len(items) <= 1:
        return 1.0
    together = 0.0
    for one, other in pairwise(items):  # from Python 3.12 on, `sum` would round otherwise
        together += _shared(one, other)
    return together / (len(items) - 1)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Gives the share of the smaller set that the other holds."""
    return len(one & other) / (min(len(one), len(other)) or 1)
