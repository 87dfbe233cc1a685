"""A small learned network that plain Python runs in microseconds: what a value adds to all units at once is looked up.

Each feature has a table whose row, chosen by the value, says what it adds to every unit, all in one integer; words have
such rows too. A unit whose sum is above zero speaks by its weight, one below is silent.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, repeat
from operator import mul
from typing import NamedTuple

from summaries.rank.lanes import BITS, BYTES, halves, packed, parting, unpacked

UNIT = 512
"""The network counts in so many steps to one."""

SCALE = 10_000
"""Weights of units are whole numbers of such parts: so they add up to the same in any order, and in any Python."""

WORD = 8
"""A step of what a word adds is so many of the network's steps: it must fit a byte."""

MOST_WORDS = 60
"""So many words of a sentence speak: a sum of more might go over its bounds."""

USUAL_WORDS = 12
"""Where so many words of a sentence speak, each is as loud as in a title; of four times as many each is half as loud.
What many words say adds up like chance, to the root of their number: so a long sentence drowns no other.
"""

LOUDNESS_BITS = 8
LOUDNESS = tuple(
    [round((WORD << LOUDNESS_BITS) * (USUAL_WORDS / many) ** 0.5) for many in [USUAL_WORDS, *range(1, MOST_WORDS + 1)]]
)
"""By how many words speak: of how many such parts of the network's steps a step of what each adds is then."""

_HALF = 1 << BITS - 1
_ALL = (1 << BITS) - 1

_FEW = 256
_REMEMBERED = 1_024
"""Larger counts than this are too seldom the same to take memory."""


class Table(NamedTuple):
    """What a feature adds: `rows[k]` where its value is above the first k borders."""

    borders: tuple[float, ...]
    rows: tuple[int, ...]


class _Counted(dict[float, int]):
    """The rows of a table of counts, each put in when its count is first met: to search takes three times as long."""

    def __init__(self, table: Table) -> None:
        super().__init__({0: table.rows[bisect_left(table.borders, 0)]})
        self._table = table

    def __missing__(self, count: float) -> int:
        row = self._table.rows[bisect_left(self._table.borders, count)]
        if count <= _REMEMBERED:
            self[count] = row
        return row


def _counted(table: Table) -> _Counted | None:
    """Gives the rows by count where a table has them; where few texts have the same count, searching is quicker."""
    is_of_counts = isinstance(table.borders[-1], int) and table.borders[-1] <= _FEW
    return _Counted(table) if is_of_counts else None


class Head(NamedTuple):
    """A question to the network: where the units that answer it begin; behind them stands one that just adds up."""

    begin: int
    weights: tuple[float, ...]


class Parts(NamedTuple):
    """How many of the first units get what the words of a sentence add, and how many what those of the title add."""

    sentence: int
    title: int


class Net:
    """Looks rows up and answers each head's question about their sum."""

    def __init__(self, tables: Sequence[Table], words: Mapping[str, int], parts: Parts, heads: Sequence[Head]) -> None:
        self.tables = tables
        self.words = words
        self.parts = parts
        self.heads = heads
        self._counted = [_counted(table) for table in tables]
        self._halves = halves(width(heads))
        self._signs = [halves(len(head.weights)) for head in heads]
        self._whole = [whole(head.weights) for head in heads]

    def sums(self, begin: int, columns: Sequence[Sequence[float]]) -> list[int]:
        """Gives for each place of the columns what the features from number `begin` on add together."""
        return list(map(sum, zip(*self.rows(begin, columns), strict=True)))

    def total(self, values: Sequence[float]) -> int:
        """Gives what the first features add together for a single place."""
        return sum(
            [rows[bisect_left(borders, value)] for (borders, rows), value in zip(self.tables, values, strict=False)]
        )

    def rows(self, begin: int, columns: Sequence[Sequence[float]]) -> list[list[int]]:
        """Gives the same, feature by feature."""
        tables = zip(self.tables[begin:], self._counted[begin:], columns, strict=False)
        return [
            list(map(counted.__getitem__, column))
            if counted
            else list(map(rows.__getitem__, map(bisect_left, repeat(borders), column)))
            for (borders, rows), counted, column in tables
        ]

    def of_sentences(self, lines: Iterable[Iterable[str]]) -> list[int]:
        """Gives what the words of each sentence add: the more of them are known, the less loud is each."""
        get, heard = self.words.get, self.parts.sentence
        found: list[int] = []
        for words in lines:
            known = [row for row in map(get, islice(words, MOST_WORDS)) if row is not None]
            loud = LOUDNESS[len(known)]
            found.append(packed([steps * loud >> LOUDNESS_BITS for steps in unpacked(sum(known), 0, heard)]))
        return found

    def of_title(self, words: Iterable[str]) -> int:
        """Gives what the words of the title add to the title's units."""
        begin, end = self.parts.sentence, sum(self.parts)
        own, mask = halves(end - begin) << BITS * begin, (1 << BITS * end) - (1 << BITS * begin)
        return ((sum(map(self.words.get, words, repeat(0))) + halves(end) & mask) - own) * WORD

    def answers(self, head: int, totals: Iterable[int]) -> list[float]:
        """Answers for each of some sums of rows, in the scale in which it was learned."""
        begin, weights = self.heads[head].begin, self._whole[head]
        halves, signs, many = self._halves, self._signs[head], len(weights)
        last, size, parted = _ALL << BITS * many, (many + 1) * BYTES, parting(many + 1)
        found: list[float] = []
        for total in totals:
            lanes = total + halves >> BITS * begin
            heard = lanes & (((lanes & signs) >> BITS - 1) * (_HALF - 1) | last)
            units = parted(heard.to_bytes(size, "little"))
            found.append(((units[many] - _HALF) * SCALE + sum(map(mul, weights, units))) / (UNIT * SCALE))
        return found

    def shares(self, head: int, shared: int, rows: Sequence[Sequence[int]]) -> list[list[float]]:
        """Gives for each place how much each of the rows there lifts its answer above that to the mean of all places.

        A unit's part in the difference goes to the rows by what each adds to it (DeepLIFT's rescale rule, Shrikumar and
        others, 2017), so the shares of a place add up to the difference.
        """
        from statistics import fmean  # noqa: PLC0415 - asked seldom, and what it imports takes milliseconds

        begin, weights = self.heads[head]
        end = begin + len(weights) + 1
        base = unpacked(shared, begin, end)
        added = [[unpacked(row, begin, end) for row in row_of_places] for row_of_places in rows]
        means = [[fmean(unit) for unit in zip(*of_places, strict=True)] for of_places in added]
        middle = [sum(unit) for unit in zip(base, *means, strict=True)]
        found: list[list[float]] = []
        for place in range(len(rows[0])):
            own = [of_places[place] for of_places in added]
            there = [sum(unit) for unit in zip(base, *own, strict=True)]
            slopes = [*map(_slope, there, middle, weights), 1.0]
            found.append(
                [
                    sum([slope * (one - mean) for slope, one, mean in zip(slopes, numbers, usual, strict=True)]) / UNIT
                    for numbers, usual in zip(own, means, strict=True)
                ]
            )
        return found


def _slope(one: float, other: float, weight: float) -> float:
    """Tells how much of a unit's way from one sum to the other is spoken."""
    return weight * (max(one, 0.0) - max(other, 0.0)) / (one - other) if one != other else 0.0


def whole(weights: Iterable[float]) -> list[int]:
    """Gives the weights of units in whole numbers."""
    return [round(weight * SCALE) for weight in weights]


def width(heads: Sequence[Head]) -> int:
    """Counts the units of heads."""
    return max(head.begin + len(head.weights) for head in heads) + 1
