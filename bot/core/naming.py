"""Writes the names of categories as readers of a language do: ours in its words, Chinese ones in its script."""

from functools import lru_cache

from bot.core.categories import SHELF, UNSORTED
from bot.core.scripts import traditional
from bot.texts import LANGUAGES, say

_OURS = {SHELF: "category-shelf", UNSORTED: "category-unsorted"}


@lru_cache(maxsize=8_192)
def written(path: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Gives a category's path for readers of a language; only the first name of a path may be one of ours."""
    first, *rest = path
    named = say(language, _OURS[first]) if first in _OURS else None
    if language != "zh-Hant":
        return (named or first, *rest)
    return (named or traditional(first), *map(traditional, rest))


def translations(path: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Gives all that a category is called; another script is no other name."""
    return {written(path, language) for language in LANGUAGES} if path[0] in _OURS else {path}
