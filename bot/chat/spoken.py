"""Which of some things a person means by plain words, in any language."""

import re
from collections.abc import Iterable
from typing import TypeVar

from bot.core.novelty import title_key
from bot.core.scripts import simplified
from bot.texts import LANGUAGES, say

_BETWEEN = re.compile(r"[、,]")

LETTERS, SIGNS = 4, 2
"""A shorter name, in an alphabet or in Chinese, stands in words that mean something else."""

Meant = TypeVar("Meant")


def meant(words: str, things: Iterable[tuple[Meant, str]], language: str) -> Meant | None:
    """Finds the thing called just so, each with the key of all it is called; the chat's own language goes first."""
    wish, named = _key(words), list(things)
    for spoken in (language, *LANGUAGES):
        for thing, key in named:
            if wish in map(_key, _BETWEEN.split(say(spoken, key))):
                return thing
    return None


def begun(words: str, things: Iterable[tuple[Meant, str]]) -> tuple[Meant, str] | None:
    """Finds the thing that words begin with in any language, the longest one they may mean, and the rest of them."""
    text = simplified(words)
    named = [(thing, form.strip()) for thing, key in things for form in _forms(key)]
    for thing, form in sorted(named, key=lambda pair: -len(pair[1])):
        if text.casefold().startswith(simplified(form).casefold()):
            return thing, text[len(form) :]
    return None


def mentioned(words: str, things: Iterable[tuple[Meant, str]]) -> Meant | None:
    """Finds the thing that is named somewhere in words, by the longest of all it is called in any language."""
    said = _key(words)
    named = ((len(form), thing) for thing, key in things for form in map(_key, _forms(key)) if _is_telling(form, said))
    return max(named, key=lambda pair: pair[0], default=(0, None))[1]


def _is_telling(form: str, said: str) -> bool:
    """Tells whether a name stands in words and is long enough to be no accident: in `while` there is a `hi`."""
    return len(form) >= (LETTERS if form.isascii() else SIGNS) and form in said


def _forms(key: str) -> Iterable[str]:
    return (form for spoken in LANGUAGES for form in _BETWEEN.split(say(spoken, key)))


def _key(words: str) -> str:
    return title_key(simplified(words))
