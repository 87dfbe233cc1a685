"""Guesses for each word of a text how much of it an editor would keep in a headline or a standfirst."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, repeat
from math import exp

from summaries.document import Document

FIRST_BORDERS = (1, 2, 3, 4, 5, 7, 9, 15, 25)
"""Where a word is first said, in sentences: the sooner, the likelier it is kept."""

COUNT_BORDERS = (2, 3, 4, 6, 10)
MOST = COUNT_BORDERS[-1]
SIZE_BORDERS = (50, 110, 230)
"""Telling words of a text: the fewer, the larger the share that is kept."""

STEPS = 16
"""Log-odds are whole numbers of so many to one."""

UNIT = 1_000
"""What is kept is counted in thousandths of a token: whole numbers add up to the same in any order."""

_SUREST = 40
FIRSTS, COUNTS, SIZES = len(FIRST_BORDERS) + 1, len(COUNT_BORDERS) + 1, len(SIZE_BORDERS) + 1
CHINESE = "\u2e80"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keeping:
    """Learned log-odds that add up to the chance of one word: of itself, and of where and how often it is said."""

    words: Mapping[str, int]
    placed: tuple[int, ...]
    """By title, first mention, count, and whether it is first said in a paragraph's first sentence."""
    titled: tuple[int, ...]
    """Of a word that is not in the title, and of one that is."""
    sized: tuple[int, ...]
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
    return len(word) if word[0] >= CHINESE else 1


def odds_of(document: Document, keeping: Keeping) -> list[int]:
    """Gives the log-odds of each telling word by itself, in the order of `frequency`; 0 of an unknown one."""
    return list(map(keeping.words.get, document.frequency, repeat(0)))


def kept(document: Document, odds: Iterable[int], keeping: Keeping) -> dict[str, int]:
    """Gives for each telling word the thousandths of a token of it that an editor keeps, by expectation."""
    chance, frequency, title = chances(), document.frequency, document.title_words
    if title:
        rises = keeping.titled[1] - keeping.titled[0]
        odds = [own + rises if word in title else own for word, own in zip(frequency, odds, strict=True)]
    cells = chain.from_iterable(map(repeat, _cells_by_sentence(document, keeping), document.new))
    return {
        word: chance[by_count[often] + own if often < MOST else by_count[MOST] + own]
        * (len(word) if word > CHINESE else 1)
        for (word, often), by_count, own in zip(frequency.items(), cells, odds, strict=True)
    }


def _cells_by_sentence(document: Document, keeping: Keeping) -> list[list[int]]:
    """Gives for each sentence what it gives to the words it says first, by how often they are said."""
    of_text = cells(keeping, bool(document.title_words), bisect_right(SIZE_BORDERS, document.frequency.total()))
    return [
        of_text[bisect_right(FIRST_BORDERS, i)][sentence.place == 0]
        for i, sentence in enumerate(document.sentences[: document.read])
    ]


@lru_cache(maxsize=1 << 6)
def cells(keeping: Keeping, titled: bool, size: int) -> list[list[list[int]]]:  # noqa: FBT001 - a key
    """Gives them by how early a sentence stands, and by whether it opens a paragraph."""
    often = [bisect_right(COUNT_BORDERS, count) for count in range(MOST + 1)]
    found: list[list[list[int]]] = []
    for early in range(FIRSTS):
        base = keeping.sized[size * FIRSTS + early] + keeping.titled[0] + _SUREST * STEPS
        begin = (titled * FIRSTS + early) * COUNTS
        found.append([[keeping.placed[2 * (begin + each) + opens] + base for each in often] for opens in (0, 1)])
    return found


@cache
def chances() -> list[int]:
    """Gives the chance to be kept for each number of log-odds, from the least sure on, in thousandths."""
    return [round(UNIT / (1 + exp(-odds / STEPS))) for odds in range(-_SUREST * STEPS, _SUREST * STEPS + 1)]
