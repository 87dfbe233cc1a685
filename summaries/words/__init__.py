"""Gives the words of lines of text, of any language, and how much a word tells."""

from summaries.words.cutting import cut, read
from summaries.words.rarities import is_known, kind, nounness, rarities, rarity
from summaries.words.scripts import MARKS, lowered, plain
from summaries.words.segmenters import SEGMENTERS, segmenter, using

__all__ = [
    "MARKS",
    "SEGMENTERS",
    "cut",
    "is_known",
    "kind",
    "lowered",
    "nounness",
    "plain",
    "rarities",
    "rarity",
    "read",
    "using",
    "warm_up",
]


def warm_up() -> None:
    """Loads what the first article would wait for."""
    segmenter()
    rarities()
