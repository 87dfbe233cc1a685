"""Which category a person means by what they typed."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.core.categories import name_of
from bot.model import Category

LONGEST = 80
"""Characters of a wish that are looked at; names are at most half as long."""
MOST_PARTS = 10
NEAR = 3
SEVERAL = 8
SHORTEST_MENTION = 2
"""Letters; a single one stands in half of all sentences."""
ALIKE = 0.5
"""How much of a name must be right for it to be suggested: one of two characters."""

_BETWEEN = re.compile(r"[\s,，、;；/|>\u203a\u2192]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was understood: `found` for certain, and for the first part that was not, what comes near."""

    found: tuple[Category, ...] = ()
    unknown: str = ""
    near: tuple[Category, ...] = ()
    ambiguous: bool = False
    """Every one of `near` bears exactly that name."""


def understand(text: str, categories: Sequence[Category]) -> Wish:
    """Reads one name, a path, or several names in any script and with any dashes."""
    whole = _readable(text)
    wish = _one(whole, categories)
    parts = _BETWEEN.split(whole)[:MOST_PARTS] if not wish.found and not wish.ambiguous else []
    wishes = [_one(part, categories) for part in parts if part]
    found = tuple(dict.fromkeys(category for each in wishes for category in each.found))
    if not found:
        return wish
    missed = next((each for each in wishes if not each.found), Wish())
    return Wish(found=found, unknown=missed.unknown, near=missed.near, ambiguous=missed.ambiguous)


def nearest(text: str, categories: Iterable[Category], *, limit: int = NEAR) -> tuple[Category, ...]:
    """Lists the categories whose names are contained in the text, contain it, or differ little; best first."""
    heard = _key(_readable(text))
    scored = [(_closeness(heard, category), category) for category in categories]
    best = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: (-pair[0], len(pair[1].path)))
    return tuple(category for _, category in best[:limit])


def mentioned(text: str, categories: Iterable[Category], *, limit: int = NEAR) -> tuple[Category, ...]:
    """Lists the categories whose whole name stands somewhere in the text, longest name first."""
    heard = _key(_readable(text))
    named = [c for c in categories if len(_key(c.name)) >= SHORTEST_MENTION and _key(c.name) in heard]
    return tuple(sorted(named, key=lambda c: (-len(_key(c.name)), len(c.path)))[:limit])


def _one(text: str, categories: Sequence[Category]) -> Wish:
    for spelling in (_spelling, _key):
        named = [c for c in categories if spelling(text) in _names(c, spelling)] if spelling(text) else []
        tops = [category for category in named if len(category.path) == 1]
        if len(named) == 1 or len(tops) == 1:
            return Wish(found=((tops or named)[0],))
        if named:
            return Wish(unknown=text, near=tuple(named[:SEVERAL]), ambiguous=True)
    return Wish(unknown=text, near=nearest(text, categories))


def _names(category: Category, spelling: Callable[[str], str]) -> set[str]:
    """Gives what a category may be called: its name, with its parent's before it, … and its whole path."""
    return {spelling("".join(category.path[start:])) for start in range(len(category.path))}


def _readable(text: str) -> str:
    return text[:LONGEST].encode("utf-8", "ignore").decode()


def _spelling(text: str) -> str:
    return name_of(text).casefold()


def _key(text: str) -> str:
    return "".join(character for character in _spelling(text) if character.isalnum())


def _closeness(heard: str, category: Category) -> float:
    return max(_alike(heard, _key(category.name)), _alike(heard, _key("".join(category.path))))


def _alike(heard: str, name: str) -> float:
    if not heard or not name:
        return 0.0
    longer, shorter = max(len(heard), len(name)), min(len(heard), len(name))
    if heard in name or name in heard:
        return 1 + shorter / longer
    common = sum((Counter(heard) & Counter(name)).values())
    if common / longer < ALIKE:
        return 0.0  # the edit distance cannot be better, and costs more
    return 1 - _distance(heard, name) / longer


def _distance(one: str, other: str) -> int:
    """Counts the letters to add, drop or change (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        corner, row[0] = row[0], i
        for j, match in enumerate(other, start=1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (letter != match))
    return row[-1]
