"""Which category a person means by what they typed."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from bot.core.categories import name_of
from bot.core.kindred import are_kindred
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
KINDRED = 0.9
"""The same of another word for it: hardly less than the name itself, more than one that only looks like it."""

_BETWEEN = re.compile(r"[\s,，、;；/|>\u203a\u2192]+")
_COMMAS = re.compile(r"\s*[,，、;；]+\s*")
_AND = re.compile(r"\s+(?:and|&)\s+|\s*(?:以及|[和与與及跟])\s*")
MOST_TRIED = 4
"""So many times what may join two names is taken to do so: names hold such words too."""
_DOWN = re.compile(r"\s*[/|>\u203a\u2192]+\s*")
"""What leads from a category to one below it."""


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


def understand(text: str, categories: Sequence[Category], own: Collection[Category] = ()) -> Wish:
    """Reads one name, a path, or several of them in any script and with any dashes; `own` go before their namesakes."""
    whole = _readable(text)
    parts = islice(_parts(whole, categories), MOST_PARTS)
    by_part = {part: _foremost(borne, own) for part, borne in parts}
    found = tuple(dict.fromkeys(each[0] for each in by_part.values() if len(each) == 1))
    missed = next((part for part, named in by_part.items() if len(named) != 1), "")
    if found and not missed:
        return Wish(found=found)
    unknown = missed if found else whole
    several = by_part.get(missed)
    if several:
        return Wish(found=found, unknown=missed, near=tuple(several[:SEVERAL]), ambiguous=True)
    return Wish(found=found, unknown=unknown, near=nearest(unknown, categories))


def nearest(text: str, categories: Iterable[Category], *, limit: int = NEAR) -> tuple[Category, ...]:
    """Lists the categories whose names are contained in the text, contain it, mean the same, or differ little."""
    spelled = _spelling(_readable(text))
    heard = _key(spelled)
    scored = [(_closeness(spelled, heard, category), category) for category in categories]
    best = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: (-pair[0], len(pair[1].path)))
    return tuple(category for _, category in best[:limit])


def mentioned(text: str, categories: Iterable[Category], *, limit: int = NEAR) -> tuple[Category, ...]:
    """Lists the categories whose whole name stands somewhere in the text, longest name first."""
    heard = _key(_readable(text))
    names = [(_called(category.path).name, category) for category in categories]
    named = [(name, category) for name, category in names if len(name) >= SHORTEST_MENTION and name in heard]
    best = sorted(named, key=lambda pair: (-len(pair[0]), len(pair[1].path)))
    return tuple(category for _, category in best[:limit])


def _parts(text: str, categories: Sequence[Category]) -> Iterator[tuple[str, list[Category]]]:
    """Takes a list apart at its commas, and at its blanks where no name holds them; never inside a path."""
    is_name = any(_spelling(text) in _called(category.path).spelled for category in categories)
    for part in [text] if is_name else filter(None, _COMMAS.split(_DOWN.sub("/", text))):
        borne = _borne(part, categories)
        for name in [part] if borne else _joined(part, categories) or part.split():
            yield name, borne if name == part else _borne(name, categories)


def _joined(text: str, categories: Sequence[Category]) -> list[str]:
    """Takes apart names that an "and" joins; none when any of them is no name."""
    for joint in islice(_AND.finditer(text), MOST_TRIED):
        first, rest = text[: joint.start()].strip(), text[joint.end() :].strip()
        if first and rest and _borne(first, categories):
            names = [rest] if _borne(rest, categories) else _joined(rest, categories)
            if names:
                return [first, *names]
    return []


def _foremost(borne: list[Category], own: Collection[Category]) -> list[Category]:
    """Puts the one of the chat's own, or else the one of the top level, before its namesakes."""
    chosen = [category for category in borne if category in own]
    tops = [category for category in borne if len(category.path) == 1]
    return next((some for some in (chosen, tops) if len(some) == 1), borne)


def _borne(text: str, categories: Sequence[Category]) -> list[Category]:
    """Lists the categories that a name or a path may mean."""
    return _named(text, categories) or _led_to(text, categories)


def _named(text: str, categories: Sequence[Category]) -> list[Category]:
    """Lists the categories that bear a name, or a path without a gap."""
    spelled, joined, key = _spelling(text), "".join(map(_spelling, _BETWEEN.split(text))), _key(text)
    called = [(_called(category.path), category) for category in categories]
    named = [category for names, category in called if spelled in names.spelled or joined in names.spelled]
    return named or [category for names, category in called if key in names.keys]


def _led_to(text: str, categories: Sequence[Category]) -> list[Category]:
    """Lists the categories at the end of a path that leaves out names on its way."""
    *way, last = map(_key, _DOWN.split(text))
    if not (way and last):
        return []
    return [category for category in categories if any(_passes(way, last, keys) for keys in _ways(category.path))]


def _passes(way: Iterable[str], last: str, keys: Sequence[str]) -> bool:
    """Tells whether a path ends there and passes all those names in their order."""
    names = iter(keys[:-1])
    return last == keys[-1] and all(name in names for name in way)


@lru_cache(maxsize=16_384)
def _ways(path: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(_key, writing)) for writing in translations(path))


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


def _closeness(spelled: str, heard: str, category: Category) -> float:
    called = _called(category.path)
    meant = KINDRED if are_kindred(spelled, called.name) else 0.0
    return max(_alike(heard, called.name), _alike(heard, called.path), meant)


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
