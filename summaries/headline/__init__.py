"""Cuts one line out of a text: a run of the clauses of one sentence, word for word, that tells the news alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter, mul

from summaries.document import Document
from summaries.headline import european
from summaries.headline.english import GOOD_TOKENS, is_english, is_line, lead_line
from summaries.headline.features import Place, Read, of_sentence
from summaries.headline.half import asks_reader, is_half
from summaries.headline.runs import MOST_TOKENS, Run, cut, runs
from summaries.headline.score import promising, scoring
from summaries.headline.weak import asks, is_weak
from summaries.rank.sight import Sight
from summaries.sentences import count_tokens
from summaries.telling import greets, is_point, paired
from summaries.voices import is_quoted
from summaries.words import lowered, plain

__all__ = ["headline", "read"]

FIRST_TRIED = 6
BEST_TRIED = 4
"""News is told in the first sentences; in other texts the ranker finds it."""

HOPE = 1.0
"""How far a line may go beyond what its sentence promises: few sentences have to be cut, and nearly always the same
line is found as in all.
"""

MOST_TRIED = 12
"""Where none of these has a fit run, so many of the best are asked in turn."""

WEAK, ASKING = 2.0, 1.0
"""How much better a line must be that only hints at its news, or tells what stands behind it; and one that asks."""

_HEADING = re.compile("【([^【】]{10,60})】")
"""Matches the heading in brackets before a text."""

LONGEST_LINE = 240
"""Characters; in a script without blanks, or among addresses, few tokens may be many of them."""

LONGEST = 600
"""Of a longer sentence no more is read: it is a table, a list or a poem."""


def headline(document: Document, order: Sequence[int], sight: Sight | None = None) -> str:
    """Gives the run of clauses most like a headline; nothing where no run can be read alone."""
    if heading := _heading(document):
        return heading
    indexes = tried(document, order)
    line = _best(document, order, indexes, sight)
    if not document.in_chinese:
        speaks = [i for i in indexes if _speaks(document, i)]
        return _alphabetic(document.sentences[speaks[0]].text, line) if speaks else ""
    if line:
        return line
    others = [i for i in order[:MOST_TRIED] if i not in document.last_resort]
    return next((line for i in others if (line := _best(document, order, [i], sight))), "")


def _speaks(document: Document, i: int) -> bool:
    """Tells whether a sentence does more than greet, and is nobody's words without whose."""
    spoken = i in document.turns.opened or i in document.turns.asked
    return not (spoken or is_quoted(document.sentences, i) or greets(document.sentences[i].text))


def _alphabetic(sentence: str, line: str) -> str:
    """Gives the line of a sentence in another language; a long one is cut where its main clause is surely over."""
    if count_tokens(sentence) <= MOST_TOKENS:
        return line
    if not is_english(sentence):
        return european.lead_line(sentence) or line
    return lead_line(sentence) or (line if line and is_line(sentence, line) else "")


def tried(document: Document, order: Sequence[int]) -> list[int]:
    """Gives the sentences a headline is looked for in: the first ones, and so many of the ranker's best.

    In another language only the very best that is no point of a list: what makes a headline there nobody taught the
    program.
    """
    if not document.in_chinese:
        best = [i for i in order[:BEST_TRIED] if i not in document.last_resort]
        return [i for i in best if not is_point(document.sentences[i].text)][:1] or best[:1]
    first = range(min(FIRST_TRIED, len(document.sentences)))
    return [i for i in dict.fromkeys((*first, *order[:BEST_TRIED])) if i not in document.last_resort]


def read(document: Document, order: Sequence[int], sight: Sight | None) -> Iterator[Read]:
    """Gives the sentences tried that have fit runs, with all that is needed to choose among them."""
    for place in _places(document, order, tried(document, order)):
        if found := _read(document, place, of_sentence(place, sight), sight):
            yield found


def _places(document: Document, order: Sequence[int], indexes: Iterable[int]) -> list[Place]:
    best, many, titled = list(order[:MOST_TRIED]), len(document.sentences), bool(document.title_words)
    return [Place(i, best.index(i) if i in best else MOST_TRIED, many, titled) for i in indexes]


def _read(document: Document, place: Place, known: list[float], sight: Sight | None) -> Read | None:
    text = document.sentences[place.number].text
    sentence = cut(lowered(plain(paired(text[:LONGEST]))))
    fit = list(runs(sentence))
    if not fit:
        return None
    keeps = sight.kept if sight else {}
    return Read(document=document, place=place, text=text, cut=sentence, runs=fit, known=known, keeps=keeps)


def _heading(document: Document) -> str:
    """Gives the heading in brackets that a flash begins with, if it is fit as a whole: it says all that follows."""
    heading = _HEADING.match(document.sentences[0].text) if document.sentences else None
    if not heading:
        return ""
    sentence = cut(lowered(plain(paired(heading[1]))))
    whole = [run for run in runs(sentence) if run.stop - run.start == len(heading[1])]
    return heading[1] if whole and not is_half(sentence, whole[0]) else ""


def _best(document: Document, order: Sequence[int], indexes: Iterable[int], sight: Sight | None) -> str:
    """Gives the best line of some sentences; those that promise most are asked first, and the others only with hope."""
    scores, promise = scoring()
    best, line = (0, float("-inf")), ""
    known = [(of_sentence(place, sight), place) for place in _places(document, order, indexes)]
    promises = [(sum(map(mul, promising(own), promise)), own, place) for own, place in known]
    for promised, own, place in sorted(promises, key=lambda one: -one[0]):
        if promised + HOPE < best[1]:
            break
        if _speaks(document, place.number) and (found := _read(document, place, own, sight)):
            sure = [_is_sure(document, found.text, run) for run in found.runs]
            ranked = zip(zip(sure, scores(found), strict=True), found.runs, strict=True)
            for (is_sure, score), run in sorted(ranked, key=itemgetter(0), reverse=True):
                if (is_sure, score) <= best:
                    break
                scored = is_sure, score - _weakness(document, found, run)
                if scored > best and run.stop - run.start <= LONGEST_LINE and not is_half(found.cut, run):
                    best, line = scored, found.text[run.start : run.stop].strip()
    return line


def _weakness(document: Document, found: Read, run: Run) -> float:
    """Gives how much better a run must be to be told, for it hints at its news only."""
    if not document.in_chinese:
        return 0.0
    if asks(found.cut, run):
        return ASKING
    return WEAK * is_weak(found.cut, run, lambda: "\n".join(document.texts))


def _is_sure(document: Document, sentence: str, run: Run) -> int:
    """Tells how surely a run is a line: a question to the reader hardly is. In other languages nobody taught the
    program what makes one, but a short one is read sooner, and one of English has a verb.
    """
    line = sentence[run.start : run.stop].strip()
    if document.in_chinese:
        return 2 - asks_reader(line)
    if is_english(sentence) and not is_line(sentence, line):
        return 0
    return 1 + (run.tokens <= GOOD_TOKENS)
