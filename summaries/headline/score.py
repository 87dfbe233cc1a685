"""Tells how like a headline a run is, by weights learned from what editors kept and left out."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, repeat
from typing import NamedTuple

from summaries.headline.runs import Cut, Run

WORD, REPEATED, TITLE, KEPT = "word", "repeated", "title", "kept"
"""The tables of single words; every word counts by its length, in shares of the line it makes."""

USUAL_TOKENS = 19
"""What an editor's headline has; a word that both have counts against both lengths."""

UNIT = 1_000
"""What is kept of a word is told in so many parts of a token."""

_LONGEST_WORD = 4
_OFTEN = 5
_SIZES = (2, 3, 4, 5, 12, 30)
"""Texts of so many sentences are told apart: a flash, an item, an article, a long one."""

Key = tuple[str, *tuple[str | int, ...]]
"""The name of a table and where to look in it."""


class Table(NamedTuple):
    """The learned weights: of words, of how often the text says them, of the title's, of what is kept, all others."""

    words: dict[str, int]
    repeated: list[int]
    titled: int
    kept: int
    others: dict[Key, int]


class Place(NamedTuple):
    """Where a sentence stands."""

    number: int
    rank: int
    """Its place in the order of the ranker."""
    of: int
    """How many sentences the text has."""
    titled: bool


class Words(NamedTuple):
    """The telling words of a sentence, in its order."""

    starts: list[int]
    words: list[str]
    lengths: list[int]
    repeated: list[int]
    """How often the text says each, up to five."""
    titled: list[bool]
    kept: list[int]
    """How many thousandths of a token of each an editor keeps, by expectation."""
    echoes: list[int]
    """How often the text says again the words before each place."""


class Read(NamedTuple):
    """A sentence whose runs may become the headline."""

    text: str
    cut: Cut
    runs: list[Run]
    words: Words
    place: Place


def find_words(
    plain: str, words: Sequence[str], frequency: Counter[str], title: frozenset[str], keeps: Mapping[str, int]
) -> Words:
    """Finds the words again in their sentence; a word in another form than the sentence has is passed over."""
    starts, found, begun = [], [], 0
    for word in words:
        start = plain.find(word, begun)
        if start >= 0:
            begun = start + len(word)
            starts.append(start)
            found.append(word)
    lengths = [length if (length := len(word)) < _LONGEST_WORD else _LONGEST_WORD for word in found]
    repeated = [often if (often := frequency[word]) < _OFTEN else _OFTEN for word in found]
    echoes = [0, *accumulate([often - 1 for often in repeated])]
    kept = list(map(keeps.get, found, repeat(0)))
    return Words(starts, found, lengths, repeated, list(map(title.__contains__, found)), kept, echoes)


def within(words: Words, run: Run) -> slice:
    """Tells which of the words stand in the run."""
    return slice(bisect_left(words.starts, run.start), bisect_left(words.starts, run.stop))


def keys(run: Run, sentence: Cut, words: Words, place: Place) -> list[Key]:
    """Gives all that is looked up about a run besides its words and its sentence's standing."""
    plain, found = sentence.plain, sentence.clauses
    start, stop, first, last, tokens, inside, trimmed = run
    left = len(found) - 1 - last
    index, before = min(place.number, 3), found[first - 1] if first else None
    after = found[last + 1] if left else None
    inner = within(words, run)
    mass = min(8 * (words.echoes[inner.stop] - words.echoes[inner.start]) // (tokens + 5), 7)
    return [
        ("tokens, sentence", tokens, index),
        ("tokens, text", tokens // 3, _size(place.of)),
        ("sentence, clause", index, min(first, 3), inside),
        ("shape", sentence.kinds[first : last + 1]),
        ("before", before.mark if before else "", before.kind if before else "", inside),
        ("after", min(left, 2), after.kind if after else "", found[last].mark),
        ("begins", plain[start]),
        ("ends", plain[stop - 1]),
        ("opening", plain[start : start + 2]),
        ("ending", plain[stop - 2 : stop]),
        ("left out", inside, trimmed),
        ("repeats", mass, min(index, 2)),
    ]


def standing(place: Place) -> list[Key]:
    """Gives what is looked up about a sentence's place, the same for all of its runs."""
    return _standing(min(place.number, 3), min(place.rank, 3), _size(place.of), place.titled)


def _standing(number: int, rank: int, size: int, titled: bool) -> list[Key]:  # noqa: FBT001 - part of a key
    return [("sentence, text", number, size), ("rank, title", rank, number, titled), ("rank, text", rank, size)]


def _size(count: int) -> int:
    return bisect_left(_SIZES, count)


def share(tokens: int) -> float:
    """Gives what one character of a word counts for in a run of so many tokens."""
    return 10 / (tokens + USUAL_TOKENS)


def weigh_place(place: Place) -> int:
    """Gives what a sentence's place adds to the score of each of its runs."""
    return _weigh_standing(min(place.number, 3), min(place.rank, 3), _size(place.of), place.titled)


@cache  # of some two hundred kinds of places
def _weigh_standing(number: int, rank: int, size: int, titled: bool) -> int:  # noqa: FBT001 - part of a key
    return sum([weights().others.get(key, 0) for key in _standing(number, rank, size, titled)])


def weigh(words: Words, table: Table) -> list[float]:
    """Gives what the words before each place in the list add to a run that holds them."""
    of_word, of_repeated, of_title, of_kept = table.words.get, table.repeated, table.titled, table.kept / UNIT
    weights = [
        (of_word(word, 0) + of_repeated[often] + of_title * is_titled) * length + of_kept * kept
        for word, often, is_titled, length, kept in zip(
            words.words, words.repeated, words.titled, words.lengths, words.kept, strict=True
        )
    ]
    return [0, *accumulate(weights)]


def score(run: Run, read: Read, sums: Sequence[float], table: Table) -> float:
    """Gives what a run itself adds to its place's score; the highest of an article is its headline."""
    get, inner = table.others.get, within(read.words, run)
    looked_up = sum([get(key, 0) for key in keys(run, read.cut, read.words, read.place)])
    return looked_up + share(run.tokens) * float(sums[inner.stop] - sums[inner.start])


@cache
def weights() -> Table:
    """Loads the learned weights."""
    tables = json.loads(files("summaries").joinpath("weights/headline.json").read_text(encoding="utf-8"))
    words, repeated = dict(tables.pop(WORD, ())), dict(tables.pop(REPEATED, ()))
    titled, kept = (sum(weight for (weight,) in tables.pop(name, ())) for name in (TITLE, KEPT))
    others = {(name, *parts): weight for name, rows in tables.items() for *parts, weight in rows}
    return Table(words, [repeated.get(often, 0) for often in range(_OFTEN + 1)], titled, kept, others)
