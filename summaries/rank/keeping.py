"""Guesses for each word of a text how much of it an editor would keep in a headline or a standfirst."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from summaries.document import Document

FIRST_BORDERS = (1, 2, 3, 4, 5, 7, 9, 15, 25)
"""Where a word is first said, in sentences: the sooner, the likelier it is kept."""

COUNT_BORDERS = (2, 3, 4, 6, 10)
SIZE_BORDERS = (50, 110, 230)
"""Telling words of a text: the fewer, the larger the share that is kept."""

FIRSTS, COUNTS, SIZES = len(FIRST_BORDERS) + 1, len(COUNT_BORDERS) + 1, len(SIZE_BORDERS) + 1
_CHINESE = "\u2e80"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keeping:
    """Learned log-odds that add up to the chance of one word: of itself, and of where and how often it is said."""

    words: Mapping[str, float]
    placed: tuple[float, ...]
    """By title, first mention, count, and whether it is first said in a paragraph's first sentence."""
    titled: tuple[float, ...]
    """Of a word that is not in the title, and of one that is."""
    sized: tuple[float, ...]
    """By the size of the text and first mention."""


def place(*, titled: bool, first: int, count: int, opens: bool) -> int:
    """Gives the cell of `placed`."""
    early, often = bisect_right(FIRST_BORDERS, first), bisect_right(COUNT_BORDERS, count)
    return ((titled * FIRSTS + early) * COUNTS + often) * 2 + opens


def size_place(first: int, size: int) -> int:
    """Gives the cell of `sized`."""
    return bisect_right(SIZE_BORDERS, size) * FIRSTS + bisect_right(FIRST_BORDERS, first)


def tokens_of(word: str) -> int:
    """Gives the tokens a reader would count in a word: an ideograph each, but one for a whole word of letters."""
    return len(word) if word[0] >= _CHINESE else 1


def first_mentions(document: Document) -> dict[str, int]:
    """Gives the sentence in which each telling word is first said."""
    first: dict[str, int] = {}
    for i, words in enumerate(document.words):
        for word in words:
            if word not in first:
                first[word] = i
    return first


def kept(document: Document, first: Mapping[str, int], keeping: Keeping) -> dict[str, float]:
    """Gives for each telling word the tokens of it that an editor keeps, by expectation."""
    placed = _placed(document, keeping)
    most, odds, of_title = COUNT_BORDERS[-1], keeping.words, document.title_words
    frequency, (absent, present) = document.frequency, keeping.titled
    return {
        word: tokens_of(word)
        / (
            1
            + exp(
                -placed[i][min(frequency[word], most)] - odds.get(word, 0.0) - (present if word in of_title else absent)
            )
        )
        for word, i in first.items()
    }


def _placed(document: Document, keeping: Keeping) -> list[list[float]]:
    """Gives for each sentence what it gives to the words it says first, by how often they are said."""
    titled, size = bool(document.title_words), bisect_right(SIZE_BORDERS, document.frequency.total())
    return [
        _cells(keeping, titled, size, bisect_right(FIRST_BORDERS, i), sentence.place == 0)
        for i, sentence in enumerate(document.sentences[: document.read])
    ]


@lru_cache(maxsize=1 << 10)
def _cells(keeping: Keeping, titled: bool, size: int, early: int, opens: bool) -> list[float]:  # noqa: FBT001 - a key
    sized = keeping.sized[size * FIRSTS + early]
    begin = ((titled * FIRSTS + early) * COUNTS) * 2 + opens
    return [
        keeping.placed[begin + 2 * bisect_right(COUNT_BORDERS, count)] + sized for count in range(COUNT_BORDERS[-1] + 1)
    ]
