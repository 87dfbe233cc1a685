"""Cuts one line out of a text: a run of the clauses of one sentence, word for word, that tells the news alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from summaries.document import Document
from summaries.headline import european
from summaries.headline.english import is_english, is_line, lead_line
from summaries.headline.half import is_half
from summaries.headline.runs import MOST_TOKENS, cut, runs
from summaries.headline.score import UNIT, USUAL_TOKENS, Place, Read, find_words, score, weigh, weigh_place, weights
from summaries.sentences import count_tokens
from summaries.telling import greets
from summaries.voices import is_quoted
from summaries.words import lowered, plain

__all__ = ["BEST_COMPARED", "Read", "headline", "read", "tried"]

FIRST_TRIED = 4
BEST_TRIED = 2
"""News is told in the first sentences; in other texts the ranker finds it."""

BEST_COMPARED = 4
"""To learn, a few more are compared than are tried."""

TRUST, PROMISE, DENSITY = 1.4, 2_600, 5_300
"""How much a sentence's place says of its best line, how much what an editor keeps of it, and how much of a character
of it (least squares)."""

HOPE = 550
"""How far a line may go beyond what its sentence promises: to ask the others gains 0.2 points for twice the time."""

MOST_TRIED = 12
"""Where none of these has a fit run, so many of the best are asked in turn."""

NOTHING_KEPT: Mapping[str, int] = MappingProxyType({})
"""Where the words of a language are not known, nobody knows what an editor would keep of them."""

LONGEST_LINE = 240
"""Characters; in a script without blanks, or among addresses, few tokens may be many of them."""

LONGEST = 600
"""Of a longer sentence no more is read: it is a table, a list or a poem."""


def headline(
    document: Document,
    order: Sequence[int],
    keeps: Mapping[str, int] = NOTHING_KEPT,
    kept_in: Sequence[int] = (),
) -> str:
    """Gives the run of clauses most like a headline; nothing where no run can be read alone.

    `keeps` tells for the words of the text the thousandths of a token of each that an editor keeps, by expectation,
    and `kept_in` the same of each read sentence.
    """
    indexes = _speaking(document, tried(document, order))
    line = _best(document, order, indexes, keeps, kept_in)
    if not document.in_chinese:
        return _alphabetic(document.sentences[indexes[0]].text, line) if indexes else ""
    if line:
        return line
    others = _speaking(document, [i for i in order[:MOST_TRIED] if i not in document.last_resort])
    return next((line for i in others if (line := _best(document, order, [i], keeps, kept_in))), "")


def _speaking(document: Document, indexes: Iterable[int]) -> list[int]:
    """Leaves out the sentences that only greet, and those that are somebody's words and do not say whose."""
    spoken, sentences = document.turns.opened.keys() | document.turns.asked, document.sentences
    return [i for i in indexes if not (i in spoken or is_quoted(sentences, i) or greets(sentences[i].text))]


def _alphabetic(sentence: str, line: str) -> str:
    """Gives the line of a sentence in another language; a long one is cut where its main clause is surely over."""
    if count_tokens(sentence) <= MOST_TOKENS:
        return line
    if not is_english(sentence):
        return european.lead_line(sentence) or line
    return lead_line(sentence) or (line if line and is_line(sentence, line) else "")


def tried(document: Document, order: Sequence[int], best: int = BEST_TRIED) -> list[int]:
    """Gives the sentences a headline is looked for in: the first ones, and so many of the ranker's best.

    In another language only the very best: what makes a headline there nobody taught the program.
    """
    if not document.in_chinese:
        return [i for i in order[:1] if i not in document.last_resort]
    first = range(min(FIRST_TRIED, len(document.sentences)))
    return [i for i in dict.fromkeys((*first, *order[:best])) if i not in document.last_resort]


def read(
    document: Document, order: Sequence[int], indexes: Iterable[int], keeps: Mapping[str, int] = NOTHING_KEPT
) -> Iterator[Read]:
    """Gives the sentences that have fit runs, with all that is needed to choose among them."""
    for place in _places(document, order, indexes):
        if found := _read(document, place, keeps):
            yield found


def _read(document: Document, place: Place, keeps: Mapping[str, int]) -> Read | None:
    text = document.sentences[place.number].text
    sentence = cut(lowered(plain(text[:LONGEST])))
    fit = list(runs(sentence))
    if not fit:
        return None
    telling = document.words[place.number] if place.number < document.read else ()
    words = find_words(sentence.plain, telling, document.frequency, document.title_words, keeps)
    return Read(text, sentence, fit, words, place)


def _places(document: Document, order: Sequence[int], indexes: Iterable[int]) -> list[Place]:
    best, many, titled = list(order[:MOST_TRIED]), len(document.sentences), bool(document.title_words)
    return [Place(i, best.index(i) if i in best else MOST_TRIED, many, titled) for i in indexes]


def _best(
    document: Document,
    order: Sequence[int],
    indexes: Iterable[int],
    keeps: Mapping[str, int],
    kept_in: Sequence[int],
) -> str:
    """Asks the sentences that stand best first, and no more where the others have no hope."""
    table = weights()
    best, line = float("-inf"), ""
    standing = [(weigh_place(place), place) for place in _places(document, order, indexes)]
    promising = [(TRUST * base + _promise(document, place.number, kept_in), base, place) for base, place in standing]
    for promised, base, place in sorted(promising, key=lambda one: -one[0]):
        if promised + HOPE < best:
            break
        if found := _read(document, place, keeps):
            sums = weigh(found.words, table)
            for run in found.runs:
                scored = base + score(run, found, sums, table)
                if scored > best and run.stop - run.start <= LONGEST_LINE and not is_half(found.cut, run):
                    best, line = scored, found.text[run.start : run.stop].strip()
    return line


def _promise(document: Document, number: int, kept_in: Sequence[int]) -> float:
    """Guesses by the F1 that a line with all that an editor keeps of a sentence would have, and how dense that is."""
    if number >= len(kept_in):
        return 0.0
    kept, length = kept_in[number] / UNIT, len(document.sentences[number].text)
    return kept * (2 * PROMISE / (min(length, MOST_TOKENS) + USUAL_TOKENS) + DENSITY / length)
