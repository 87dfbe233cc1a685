"""Finds the lines of a text that hold one of many words, before more is asked about them, in plain Python;
`summaries.compiled.hints` does the same.
"""

import re
from collections.abc import Iterable

OR_SIGN = "丨"
"""An ideograph that stands for a sign: 来源丨本报."""


class Hints:
    """Words of which one must be in a line."""

    def __init__(self, words: Iterable[str], before_signs: Iterable[str] = ()) -> None:
        """Takes words that count anywhere, and some that count only where a sign follows them in their line."""
        ways = [*map(re.escape, words), *[rf"{re.escape(word)}(?=[^\w\n]|{OR_SIGN})" for word in before_signs]]
        self._any = re.compile("|".join(ways))

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
