"""Tells how much a word says: the fewer texts hold it, the more."""

from functools import cache
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


@cache
def rarities() -> dict[str, float]:
    """Gives the table behind `rarity`, for who asks very often."""
    table: dict[str, float] = {}
    text = files("summaries").joinpath("weights/words.rarity.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        said, *words = line.split(" ")
        table.update(dict.fromkeys(words, float(said)))
    return table


def _unlisted(word: str) -> float:
    return RAREST if word[0] >= _CHINESE else min(RAREST, _SHORTEST_FOREIGN + len(word))
