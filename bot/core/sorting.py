"""Decides where an entry of a feed belongs: where its words or its source say, or where the entry itself says."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.categories import UNSORTED, path_of, says_something
from bot.core.scripts import simplified

BEGINNING = 400
"""Characters of the text that a rule looks at behind the title; further down other things are mentioned too."""
_LETTER = r"[^\W_\u0e00-\u0eff\u1000-\u109f\u2e80-\uffff\U00020000-\U0003ffff]"
"""A letter of a script that puts blanks between words, or a digit."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that tell a category, in any script and case; one that is spelt with letters counts as a whole only."""

    words: tuple[str, ...]
    category: tuple[str, ...]


def sorted_in(
    configured: Sequence[str], rules: Sequence[Rule], *, said: Sequence[str], title: str, text: str, source: str
) -> tuple[str, ...]:
    """Gives the path of an entry: of the first rule that fits, else its source's, else the entry's own.

    Below the entry's own category stands the name of its source, as in folders of posts.
    """
    looked_at = _spelled(f"{title}\n{text[:BEGINNING]}") if rules else ""
    for rule in rules:
        if any(_pattern(word).search(looked_at) for word in rule.words if word.strip()):
            return path_of(rule.category)
    if configured:
        return path_of(configured)
    own = next(filter(says_something, said), UNSORTED)
    return path_of([own, source])


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    """Finds a word: AI is in “AI芯片”, and neither in “said” nor in “Taiwan”."""
    spelled = _spelled(word)
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, spelled) else ""
    after = rf"(?!{_LETTER})" if re.match(_LETTER, spelled[-1:]) else ""
    return re.compile(f"{before}{re.escape(spelled)}{after}")


def _spelled(text: str) -> str:
    return simplified(unicodedata.normalize("NFKC", text)).casefold().strip()
