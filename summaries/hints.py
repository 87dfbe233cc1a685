"""Finds texts, or lines of them, that hold one of many words, before more is asked about them."""

import re
from collections.abc import Iterable
from typing import Protocol

OR_SIGN = "丨"
"""An ideograph that stands for a sign: 来源丨本报."""


class Hints(Protocol):
    """Words of which one must be there."""

    def found_in(self, text: str) -> bool:
        """Tells whether a text holds one."""

    def lines(self, text: str) -> list[int]:
        """Gives the numbers of the lines that hold one, in order."""


def hints(words: Iterable[str], before_signs: Iterable[str] = ()) -> Hints:
    """Takes words that count anywhere, and some that count only where a sign follows them in their line."""
    try:
        from summaries.compiled import hints as compiled  # noqa: PLC0415 - only there where a compiler was
    except ImportError:
        return PlainHints(words, before_signs)
    return compiled.Hints(words, before_signs)


class PlainHints:
    """The words as one pattern."""

    def __init__(self, words: Iterable[str], before_signs: Iterable[str]) -> None:
        """Takes what `hints` does."""
        ways = [*map(re.escape, words), *[rf"{re.escape(word)}(?=[^\w\n]|{OR_SIGN})" for word in before_signs]]
        self._any = re.compile("|".join(ways))

    def found_in(self, text: str) -> bool:
        """Tells whether a text holds one."""
        return self._any.search(text) is not None

    def lines(self, text: str) -> list[int]:
        """Gives the numbers of the lines that hold one, in order."""
        found: list[int] = []
        line = counted = 0
        for hint in self._any.finditer(text):
            line += text.count("\n", counted, hint.start())
            counted = hint.start()
            if not found or found[-1] != line:
                found.append(line)
        return found
