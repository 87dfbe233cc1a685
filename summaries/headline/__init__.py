"""Cuts one line out of a text: a run of the clauses of one sentence, word for word, that tells the news alone."""

from collections.abc import Iterable, Iterator, Sequence

from summaries.document import Document
from summaries.headline.runs import cut, runs
from summaries.headline.score import Place, Read, find_words, score, weigh, weigh_place, weights
from summaries.headline.telling import is_telling
from summaries.words import lowered, plain

__all__ = ["BEST_COMPARED", "Read", "headline", "is_telling", "read", "tried"]

FIRST_TRIED = 4
BEST_TRIED = 2
"""News is told in the first sentences; in other texts the ranker finds it."""

BEST_COMPARED = 4
"""To learn, a few more are compared than are tried."""

HOPE = 500
"""What a sentence in a better place may lack and still be the better guess: to ask the others finds no better lines."""

MOST_TRIED = 12
"""Where none of these has a fit run, so many of the best are asked in turn."""

LONGEST = 600
"""Of a longer sentence no more is read: it is a table, a list or a poem."""


def headline(document: Document, order: Sequence[int]) -> str:
    """Gives the run of clauses most like a headline; nothing where no run can be read alone."""
    line = _best(document, order, tried(document, order))
    if line:
        return line
    others = [i for i in order[:MOST_TRIED] if i not in document.last_resort]
    return next((line for i in others if (line := _best(document, order, [i]))), "")


def tried(document: Document, order: Sequence[int], best: int = BEST_TRIED) -> list[int]:
    """Gives the sentences a headline is looked for in: the first ones, and so many of the ranker's best."""
    first = range(min(FIRST_TRIED, len(document.sentences)))
    return [i for i in dict.fromkeys((*first, *order[:best])) if i not in document.last_resort]


def read(document: Document, order: Sequence[int], indexes: Iterable[int]) -> Iterator[Read]:
    """Gives the sentences that have fit runs, with all that is needed to choose among them."""
    for place in _places(document, order, indexes):
        if found := _read(document, place):
            yield found


def _read(document: Document, place: Place) -> Read | None:
    text = document.sentences[place.number].text
    sentence = cut(lowered(plain(text[:LONGEST])))
    fit = list(runs(sentence))
    if not fit:
        return None
    telling = document.words[place.number] if place.number < document.read else ()
    words = find_words(sentence.plain, telling, document.frequency, document.title_words)
    return Read(text, sentence, fit, words, place)


def _places(document: Document, order: Sequence[int], indexes: Iterable[int]) -> list[Place]:
    best, many, titled = list(order[:MOST_TRIED]), len(document.sentences), bool(document.title_words)
    return [Place(i, best.index(i) if i in best else MOST_TRIED, many, titled) for i in indexes]


def _best(document: Document, order: Sequence[int], indexes: Iterable[int]) -> str:
    """Asks the sentences that stand best first, and no more where the others have no hope."""
    table = weights()
    best, line = float("-inf"), ""
    standing = [(weigh_place(place, table), place) for place in _places(document, order, indexes)]
    for base, place in sorted(standing, key=lambda pair: -pair[0]):
        if base + HOPE < best:
            break
        if found := _read(document, place):
            sums = weigh(found.words, table)
            for run in found.runs:
                scored = base + score(run, found, sums, table)
                if scored > best:
                    best, line = scored, found.text[run.start : run.stop]
    return line
