"""Which category a person means by what they typed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.categories import name_of
from bot.core.naming import translations
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


@dataclass(frozen=True, slots=True)
class _Called:
    """What a category may be called: its name, with its parent's before it, … and its whole path."""

    spelled: frozenset[str]
    keys: frozenset[str]
    name: str
    """The key of the name alone."""
    path: str
    """The key of the whole path."""


def understand(text: str, categories: Sequence[Category]) -> Wish:
    """Reads one name, a path, or several names in any script and with any dashes."""
    whole = _readable(text)
    named = _named(whole, categories)
    if named:
        return _wish(whole, named)
    parts = [part for part in _BETWEEN.split(whole) if part][:MOST_PARTS]
    by_part = {part: _named(part, categories) for part in parts}
    found = tuple(dict.fromkeys(each[0] for each in by_part.values() if len(each) == 1))
    missed = next((part for part in parts if len(by_part[part]) != 1), "")
    if not found:
        return Wish(unknown=whole, near=nearest(whole, categories))
    if not missed:
        return Wish(found=found)
    rest = _wish(missed, by_part[missed] or nearest(missed, categories))
    return Wish(found=found, unknown=missed, near=rest.near or rest.found, ambiguous=bool(by_part[missed]))


def nearest(text: str, categories: Iterable[Category], *, limit: int = NEAR) -> tuple[Category, ...]:
    """Lists the categories whose names are contained in the text, contain it, or differ little; best first."""
    heard = _key(_readable(text))
    scored = [(_closeness(heard, category), category) for category in categories]
    best = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: (-pair[0], len(pair[1].path)))
    return tuple(category for _, category in best[:limit])


def mentioned(text: str, categories: Iterable[Category], *, limit: int = NEAR) -> tuple[Category, ...]:
    """Lists the categories whose whole name stands somewhere in the text, longest name first."""
    heard = _key(_readable(text))
    names = [(_called(category.path).name, category) for category in categories]
    named = [(name, category) for name, category in names if len(name) >= SHORTEST_MENTION and name in heard]
    best = sorted(named, key=lambda pair: (-len(pair[0]), len(pair[1].path)))
    return tuple(category for _, category in best[:limit])


def _wish(text: str, named: Sequence[Category]) -> Wish:
    if len(named) == 1:
        return Wish(found=tuple(named))
    return Wish(unknown=text, near=tuple(named[:SEVERAL]), ambiguous=True)


def _named(text: str, categories: Sequence[Category]) -> list[Category]:
    """Lists the categories that bear a name; one of the top level goes before its namesakes."""
    spelled, joined, key = _spelling(text), "".join(map(_spelling, _BETWEEN.split(text))), _key(text)
    called = [(_called(category.path), category) for category in categories]
    named = [category for names, category in called if spelled in names.spelled or joined in names.spelled]
    named = named or [category for names, category in called if key in names.keys]
    tops = [category for category in named if len(category.path) == 1]
    return tops if len(tops) == 1 else named


@lru_cache(maxsize=16_384)
def _called(path: tuple[str, ...]) -> _Called:
    keys = [_key(name) for name in path]
    writings = translations(path)
    return _Called(
        spelled=_tails([_spelling(name) for name in writing] for writing in writings),
        keys=_tails([_key(name) for name in writing] for writing in writings),
        name=keys[-1],
        path="".join(keys),
    )


def _tails(writings: Iterable[list[str]]) -> frozenset[str]:
    """Gives each path from each of its names on."""
    return frozenset("".join(names[start:]) for names in writings for start in range(len(names))) - {""}


def _readable(text: str) -> str:
    return text[:LONGEST].encode("utf-8", "ignore").decode()


def _spelling(text: str) -> str:
    return name_of(text).casefold()


def _key(text: str) -> str:
    return "".join(character for character in _spelling(text) if character.isalnum())


def _closeness(heard: str, category: Category) -> float:
    called = _called(category.path)
    return max(_alike(heard, called.name), _alike(heard, called.path))


def _alike(heard: str, name: str) -> float:
    if not heard or not name:
        return 0.0
    longer, shorter = max(len(heard), len(name)), min(len(heard), len(name))
    if heard in name or name in heard:
        return 1 + shorter / longer
    if shorter / longer < ALIKE or sum(letter in name for letter in heard) / longer < ALIKE:
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
