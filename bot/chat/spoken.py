"""Which of some things a person means by plain words, in any language."""

import re
from collections.abc import Iterable
from typing import TypeVar

from bot.core.novelty import title_key
from bot.core.scripts import simplified
from bot.texts import LANGUAGES, say

_BETWEEN = re.compile(r"[、,]")

LONGEST = 100
"""Characters of a wish that somebody may have been polite about; what is longer is taken as it is."""
LETTERS, SIGNS = 4, 2
"""A shorter name, in an alphabet or in Chinese, stands in words that mean something else."""

_BEFORE = (
    "请问|请|麻烦|帮我|给我|我想要|我想|我要|我(?=不)|能不能|可以"
    "|please |pls |give me |can you |could you |i want to |i would like to |i.d like to "
)
_BEHIND = "一下|吧|啊|呀|啦|谢谢| please| now| thanks"
_AROUND = re.compile(rf"(?:{_BEFORE})*(.+?)(?:{_BEHIND})*[\s.!?~。！？～]*", re.DOTALL)
"""What people say around a wish."""
_GOES_ON = re.compile("[a-z][a-z0-9._-]")
"""The last letter of a word with more of the same word behind it."""
_ALONE = re.compile(r"[；;]")
"""What stands behind it in a list is meant only where it is all that is said."""

Meant = TypeVar("Meant")


def meant(words: str, things: Iterable[tuple[Meant, str]], language: str) -> Meant | None:
    """Finds the thing called just so, each with the key of all it is called; the chat's own language goes first."""
    named = list(things)
    for wish in dict.fromkeys((_key(words), _key(_bare(words)))):
        for spoken in (language, *LANGUAGES):
            for thing, key in named:
                if wish and wish in map(_key, _BETWEEN.split(_ALONE.sub("、", say(spoken, key)))):
                    return thing
    return None


def are_all(words: str, language: str) -> bool:
    """Tells whether words mean everything there is."""
    return meant(words, [(words, "said-all")], language) is not None


def begun(words: str, things: Iterable[tuple[Meant, str]]) -> tuple[Meant, str] | None:
    """Finds the thing that words begin with in any language, the longest one they may mean, and the rest of them."""
    text = _bare(words)
    named = [(thing, form.strip()) for thing, key in things for form in _forms(key)]
    for thing, form in sorted(named, key=lambda pair: -len(pair[1])):
        if text.startswith(_plain(form)) and not _GOES_ON.match(text, len(form) - 1):
            return thing, text[len(form) :]
    return None


def mentioned(words: str, things: Iterable[tuple[Meant, str]]) -> Meant | None:
    """Finds the thing that is named somewhere in words, by the longest of all it is called, then by the first."""
    said = _key(words)
    named = [(form, thing) for thing, key in things for form in map(_key, _forms(key)) if _is_telling(form, said)]
    return max(named, key=lambda pair: (len(pair[0]), -said.index(pair[0])), default=("", None))[1]


def _is_telling(form: str, said: str) -> bool:
    """Tells whether a name stands in words and is long enough to be no accident: in `while` there is a `hi`."""
    return len(form) >= (LETTERS if form.isascii() else SIGNS) and form in said


def _forms(key: str) -> Iterable[str]:
    return (form for spoken in LANGUAGES for form in _BETWEEN.split(_ALONE.split(say(spoken, key))[0]))


def _bare(words: str) -> str:
    """Gives a wish without what is said around it."""
    wish = _plain(words).strip().lstrip("/\uff0f")
    found = _AROUND.fullmatch(wish) if len(wish) <= LONGEST else None
    return found[1].strip() if found else wish


def _plain(words: str) -> str:
    return simplified(words).casefold().replace("’", "'")


def _key(words: str) -> str:
    return title_key(simplified(words))
