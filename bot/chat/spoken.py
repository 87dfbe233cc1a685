"""Which of some things a person means by plain words, in any language."""

import re
from collections.abc import Iterable
from typing import TypeVar

from bot.core.novelty import title_key
from bot.core.scripts import simplified
from bot.texts import LANGUAGES, say

_BETWEEN = re.compile(r"[、,]")

Meant = TypeVar("Meant")


def meant(words: str, things: Iterable[tuple[Meant, str]], language: str) -> Meant | None:
    """Finds the thing called just so, each with the key of all it is called; the chat's own language goes first."""
    wish, named = _key(words), list(things)
    for spoken in (language, *LANGUAGES):
        for thing, key in named:
            if wish in map(_key, _BETWEEN.split(say(spoken, key))):
                return thing
    return None


def _key(words: str) -> str:
    return title_key(simplified(words))
