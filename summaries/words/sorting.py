"""Sorts out the words of a text in plain Python; `summaries.compiled.words` does the same."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain, filterfalse

Told = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of a run of another script, and those of them that tell."""


_OTHER_SCRIPT = (
    r"[^\s·\u2010-\u2027\u2e80-\u309f\u3100-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff65\U00020000-\U0003ffff]"
)


@cache
def _run() -> re.Pattern[str]:
    # it takes milliseconds; in this form the search runs over all others in no time
    return re.compile(f"({_OTHER_SCRIPT}{_OTHER_SCRIPT}+)")


def holed(text: str, hole: str) -> tuple[str, list[str]]:
    """Gives a text with a hole for each run of other scripts, and these runs; a single letter stays with its
    neighbours: A股, B超.
    """
    parts = _run().split(text)
    return hole.join(parts[::2]), parts[1::2]


def is_clean(text: str, lines: int, hole: str) -> bool:
    """Tells whether joined lines hold neither breaks of their own nor a hole."""
    return text.count("\n") < lines and "\r" not in text and hole not in text


def known(words: AbstractSet[str]) -> AbstractSet[str]:
    """Gives words as something that tells quickly whether it holds one."""
    return words


def sort_out(
    words: list[str], lines: int, filling: list[Told], dropped: AbstractSet[str], hole: str
) -> tuple[list[list[str]], list[list[str]]]:
    """Gives all words of each line, and those that tell: of two characters or more, and none of those dropped.

    A line break parts the lines; a hole stands for the next filling.
    """
    fillings = iter(filling)
    said: list[list[str]] = []
    tells: list[list[str]] = []
    begin = 0
    for end in _ends(words, lines):
        line = words[begin:end]
        begin = end + 1
        telling = [word for word in filterfalse(dropped.__contains__, line) if len(word) > 1]
        if hole in line:
            line, telling = _filled(line, fillings, dropped, hole)
        said.append(line)
        tells.append(telling)
    return said, tells


def _ends(words: list[str], lines: int) -> Iterator[int]:
    """Gives where the words of each line end."""
    end = -1
    for _ in range(lines - 1):
        end = words.index("\n", end + 1)  # one that is missing raises: the segmenter lost a line
        yield end
    yield len(words)


def _filled(
    line: list[str], fillings: Iterator[Told], dropped: AbstractSet[str], hole: str
) -> tuple[list[str], list[str]]:
    """Puts back what the holes of a line stand for: all words, and those that tell."""
    said: list[str] = []
    tells: list[str] = []
    for word in line:
        if word == hole:
            of_run, telling = next(fillings)
            said += of_run
            tells += telling
        else:
            said.append(word)
            if len(word) > 1 and word not in dropped:
                tells.append(word)
    return said, tells


def count(lines: Sequence[Sequence[str]]) -> tuple[list[Sequence[int]], list[int], list[int], Counter[str]]:
    """Gives each line's words as their places in the last of these, and as the bits of one integer; how many of them no
    line before had; and how often each is said, in the order of their first mentions.
    """
    frequency = Counter(chain.from_iterable(lines))
    places = {word: number for number, word in enumerate(frequency)}
    numbers: list[Sequence[int]] = []
    bits: list[int] = []
    new: list[int] = []
    known = 0
    for line in lines:
        of_line = list(map(places.__getitem__, line))
        numbers.append(of_line)
        bits.append(sum([1 << number for number in set(of_line)]))
        met = max(known, max(of_line, default=-1) + 1)
        new.append(met - known)
        known = met
    return numbers, bits, new, frequency
