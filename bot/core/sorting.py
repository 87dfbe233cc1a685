"""Decides where an entry of a feed belongs: where its words or its source say, or where the entry itself says."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.categories import UNSORTED, name_of, path_of, simplified

BEGINNING = 400
"""Characters of the text that a rule looks at behind the title; further down other things are mentioned too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that tell a category, in any script and case."""

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
        if any(_spelled(word) in looked_at for word in rule.words if word.strip()):
            return path_of(rule.category)
    if configured:
        return path_of(configured)
    own = next((name for name in said if name_of(name)), UNSORTED)
    return path_of([own, source])


def _spelled(text: str) -> str:
    return simplified(unicodedata.normalize("NFKC", text)).casefold().strip()
