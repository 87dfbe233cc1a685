"""Writes the names of categories as readers of a language do: ours in its words, Chinese ones in its script."""

from functools import lru_cache

from bot.core.categories import SHELF, UNSORTED
from bot.core.scripts import traditional
from bot.texts import say

_OURS = {SHELF: "category-shelf", UNSORTED: "category-unsorted"}


@lru_cache(maxsize=8_192)
def written(path: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Gives a category's path for readers of a language; only the first name of a path may be one of ours."""
    first, *rest = path
    named = say(language, _OURS[first]) if first in _OURS else None
    if language != "zh-Hant":
        return (named or first, *rest)
    return (named or traditional(first), *map(traditional, rest))
