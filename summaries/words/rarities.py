"""Tells how much a word says: the fewer texts hold it, the more."""

from collections.abc import Iterator, Mapping
from functools import cache

from summaries.tables import read_table

RAREST = 8.0
"""Of a word that the table does not list; it lists those that at least one text in two thousand holds."""

_KINDS = ("name", "noun", "loose", "other")
"""The columns of the table."""

_SHORTEST_FOREIGN = 3.0
_CHINESE = "\u2e80"


class Rarity(float):
    """How rare a word is, with its kind: so one table tells both, and words as rare and of one kind share a value."""

    __slots__ = ("kind",)

    kind: str


def rarity(word: str) -> float:
    """Gives about -log of the share of texts that hold a telling word: 0.5 for the commonest, 8 for the rarest."""
    return _table().get(word) or _unlisted(word)


def is_known(word: str) -> bool:
    """Tells whether a word is one of the thirty thousand commonest; words of other scripts are words as they are."""
    return word[0] < _CHINESE or word in _table()


def kind(word: str) -> str:
    """Tells whether a word is a `name`, a `noun`, any `other` word that names nothing, or `loose`: nobody knows."""
    listed = _table().get(word)
    return listed.kind if listed else "loose"


def nounness(word: str) -> float:
    """Tells by its first and last character whether an unlisted Chinese word names something: above 0, rather so."""
    begin, end = _ends()
    return begin.get(ord(word[0]), 0.0) + end.get(ord(word[-1]), 0.0)


def rarities() -> Mapping[str, float]:
    """Gives the table behind `rarity`, for who asks very often."""
    return _table()


@cache
def _table() -> dict[str, Rarity]:
    table: dict[str, Rarity] = {}
    for said, *columns in _rows("words.rarity.txt"):
        for of_kind, column in zip(_KINDS, columns, strict=True):
            rarity = Rarity(said)
            rarity.kind = of_kind
            table.update(dict.fromkeys(column.split(), rarity))
    return table


@cache
def _ends() -> tuple[dict[int, float], dict[int, float]]:
    begin: dict[int, float] = {}  # by the number of a character, which takes a third of the memory
    end: dict[int, float] = {}
    for odds, begins, ends in _rows("words.nouns.txt"):
        begin.update(dict.fromkeys(map(ord, begins), float(odds)))
        end.update(dict.fromkeys(map(ord, ends), float(odds)))
    return begin, end


def _rows(name: str) -> Iterator[list[str]]:
    for line in read_table(name).splitlines():
        yield line.split("\t")


def _unlisted(word: str) -> float:
    return RAREST if word[0] >= _CHINESE else min(RAREST, _SHORTEST_FOREIGN + len(word))
