"""Cuts one line out of a text: a run of the clauses of one sentence, word for word, that tells the news alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summaries.document import Document
from summaries.headline.runs import Cut, Run, cut, runs
from summaries.headline.score import Place, Words, find_words, score, weigh, weights
from summaries.headline.telling import is_telling
from summaries.words import lowered, plain

__all__ = ["Read", "headline", "is_telling", "read", "tried"]

FIRST_TRIED = 4
BEST_TRIED = 2
"""News is told in the first sentences; in other texts the ranker finds it."""

MOST_TRIED = 12
"""Where none of these has a fit run, so many of the best are asked in turn."""

LONGEST = 600
"""Of a longer sentence no more is read: it is a table, a list or a poem."""


class Read(NamedTuple):
    """A sentence whose runs may become the headline."""

    text: str
    cut: Cut
    runs: list[Run]
    words: Words
    place: Place


def headline(document: Document, order: Sequence[int]) -> str:
    """Gives the run of clauses most like a headline; nothing where no run can be read alone."""
    line = _best(read(document, order, tried(document, order)))
    if line:
        return line
    others = [i for i in order[:MOST_TRIED] if i not in document.last_resort]
    return next((line for i in others if (line := _best(read(document, order, [i])))), "")


def tried(document: Document, order: Sequence[int]) -> list[int]:
    """Gives the sentences a headline is looked for in."""
    first = [i for i in range(min(FIRST_TRIED, len(document.sentences))) if i not in document.last_resort]
    return list(dict.fromkeys([*first, *(i for i in order[:BEST_TRIED] if i not in document.last_resort)]))


def read(document: Document, order: Sequence[int], indexes: Iterable[int]) -> Iterator[Read]:
    """Gives the sentences that have fit runs, with all that is needed to choose among them."""
    best = order[:MOST_TRIED]
    for i in indexes:
        text = document.sentences[i].text
        sentence = cut(lowered(plain(text[:LONGEST])))
        if fit := list(runs(sentence)):
            telling = document.words[i] if i < document.read else ()
            words = find_words(sentence.plain, telling, document.frequency, document.title_words)
            yield Read(text, sentence, fit, words, _place(document, best, i))


def _place(document: Document, best: Sequence[int], i: int) -> Place:
    rank = best.index(i) if i in best else MOST_TRIED
    return Place(i, rank, len(document.sentences), bool(document.title_words))


def _best(sentences: Iterable[Read]) -> str:
    table = weights()
    best, line = float("-inf"), ""
    for text, sentence, fit, words, place in sentences:
        weighed = weigh(words, table)
        for run in fit:
            scored = score(run, sentence, weighed, place, table)
            if scored > best:
                best, line = scored, text[run.start : run.stop]
    return line
