"""Tells how much a word says: the fewer texts hold it, the more."""

from functools import cache, lru_cache
from importlib.resources import files

RAREST = 8.0
"""Of a word that the table does not list; it lists those that at least one text in two thousand holds."""

_SHORTEST_FOREIGN = 3.0
_CHINESE = "\u2e80"


def rarity(word: str) -> float:
    """Gives about -log of the share of texts that hold a telling word: 0.5 for the commonest, 8 for the rarest."""
    return rarities().get(word) or _unlisted(word)


def is_known(word: str) -> bool:
    """Tells whether a word is one of the thirty thousand commonest; words of other scripts are words as they are."""
    return word[0] < _CHINESE or word in rarities()


@lru_cache(maxsize=1 << 12)
def kind(word: str) -> str:
    """Tells whether a word is a `name`, a `noun`, any `other` word that names nothing, or `loose`: nobody knows."""
    names, nouns, others = _tables()[1]
    if word in nouns:
        return "noun"
    if word in names:
        return "name"
    return "other" if word in others else "loose"


def nounness(word: str) -> float:
    """Tells by its first and last character whether an unlisted Chinese word names something: above 0, rather so."""
    begin, end = _ends()
    return begin.get(word[0], 0.0) + end.get(word[-1], 0.0)


def rarities() -> dict[str, float]:
    """Gives the table behind `rarity`, for who asks very often."""
    return _tables()[0]


@cache
def _tables() -> tuple[dict[str, float], tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    rarity: dict[str, float] = {}
    kinds: tuple[list[str], ...] = ([], [], [], [])
    for said, *columns in _rows("words.rarity.txt"):
        for of_kind, column in zip(kinds, columns, strict=True):
            words = column.split()
            rarity.update(dict.fromkeys(words, float(said)))
            of_kind.extend(words)
    names, nouns, _, others = map(frozenset, kinds)
    return rarity, (names, nouns, others)


@cache
def _ends() -> tuple[dict[str, float], dict[str, float]]:
    begin: dict[str, float] = {}
    end: dict[str, float] = {}
    for odds, begins, ends in _rows("words.nouns.txt"):
        begin.update(dict.fromkeys(begins, float(odds)))
        end.update(dict.fromkeys(ends, float(odds)))
    return begin, end


def _rows(name: str) -> list[list[str]]:
    text = files("summaries").joinpath(f"weights/{name}").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _unlisted(word: str) -> float:
    return RAREST if word[0] >= _CHINESE else min(RAREST, _SHORTEST_FOREIGN + len(word))
