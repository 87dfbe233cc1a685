"""Tells how like a headline a run is, by weights learned from what editors kept and left out."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from summaries.headline.runs import Cut, Run

WORD, REPEATED, TITLE = "word", "repeated", "title"
"""The tables of single words; every word counts by its length, in shares of the line it makes."""

USUAL_TOKENS = 19
"""What an editor's headline has; a word that both have counts against both lengths."""

_LONGEST_WORD = 4
_OFTEN = 5
_SIZES = (2, 3, 4, 5, 12, 30)
"""Texts of so many sentences are told apart: a flash, an item, an article, a long one."""

Key = tuple[str, *tuple[str | int, ...]]
"""The name of a table and where to look in it."""

Table = dict[Key, int]


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


def find_words(plain: str, words: Sequence[str], frequency: Counter[str], title: frozenset[str]) -> Words:
    """Finds the words again in their sentence; a word in another form than the sentence has is passed over."""
    starts, found, begun = [], [], 0
    for word in words:
        start = plain.find(word, begun)
        if start >= 0:
            begun = start + len(word)
            starts.append(start)
            found.append(word)
    lengths = [min(len(word), _LONGEST_WORD) for word in found]
    repeated = [min(frequency[word], _OFTEN) for word in found]
    return Words(starts, found, lengths, repeated, [word in title for word in found])


def within(words: Words, run: Run) -> slice:
    """Tells which of the words stand in the run."""
    return slice(bisect_left(words.starts, run.start), bisect_left(words.starts, run.stop))


def keys(run: Run, sentence: Cut, words: Words, place: Place) -> list[Key]:
    """Gives all that is looked up about a run besides its words."""
    plain, found = sentence.plain, sentence.clauses
    start, stop, first, last, tokens, inside = run
    index, rank, count, titled = place
    left = len(found) - 1 - last
    index, before = min(index, 3), found[first - 1] if first else None
    shape = "".join([clause.kind[:1] or "-" for clause in found[first : last + 1]])
    behind, after = min(left, 2), found[last + 1] if left else None
    repeated = words.repeated[within(words, run)]
    mass = min(8 * (sum(repeated) - len(repeated)) // (tokens + 5), 7)
    return [
        ("tokens, sentence", tokens, index),
        ("tokens, text", tokens // 3, _size(count)),
        ("sentence, text", index, _size(count)),
        ("sentence, clause", index, min(first, 3), inside),
        ("rank, title", min(rank, 3), index, titled),
        ("rank, text", min(rank, 3), _size(count)),
        ("shape", shape),
        ("before", before.mark if before else "", before.kind if before else "", inside),
        ("after", behind, after.kind if after else "", found[last].mark),
        ("begins", plain[start]),
        ("ends", plain[stop - 1]),
        ("repeats", mass, min(index, 2)),
    ]


def _size(count: int) -> int:
    return bisect_left(_SIZES, count)


def share(tokens: int) -> float:
    """Gives what one character of a word counts for in a run of so many tokens."""
    return 10 / (tokens + USUAL_TOKENS)


class Weighed(NamedTuple):
    """The words of a sentence with what each adds to a run's score."""

    words: Words
    weights: list[int]


def weigh(words: Words, table: Table) -> Weighed:
    """Looks the words up."""
    titled = table.get((TITLE,), 0)
    weights = [
        (table.get((WORD, word), 0) + table.get((REPEATED, often), 0) + titled * is_titled) * length
        for word, often, is_titled, length in zip(words.words, words.repeated, words.titled, words.lengths, strict=True)
    ]
    return Weighed(words, weights)


def score(run: Run, sentence: Cut, weighed: Weighed, place: Place, table: Table) -> float:
    """Gives a run's score; the highest of an article is its headline."""
    looked_up = sum([table.get(key, 0) for key in keys(run, sentence, weighed.words, place)])
    return looked_up + share(run.tokens) * sum(weighed.weights[within(weighed.words, run)])


@cache
def weights() -> Table:
    """Loads the learned weights."""
    tables = json.loads(files("summaries").joinpath("weights/headline.json").read_text(encoding="utf-8"))
    return {(name, *parts): weight for name, rows in tables.items() for *parts, weight in rows}
