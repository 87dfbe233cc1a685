"""Texts for a chat with the values in them in bold, whatever a person typed."""

import re
from collections.abc import Iterable

from bot.markup import Message, Span, Text, bold
from bot.model import Category
from bot.texts import say

BETWEEN = " \u203a "
MOST_ECHOED = 60
"""Characters of what a person typed that are said back."""

# Private characters mark where a value stands in a text; they are taken out of the values first.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARKS = str.maketrans("", "", _OPEN + _CLOSE)


def told(language: str, key: str, **values: str | int) -> Text:
    """Says a text with its words in bold and its numbers as the language writes them."""
    marked = {name: _marked(value) for name, value in values.items()}
    parts = _MARKED.split(say(language, key, **marked))
    return tuple(bold(part) if i % 2 else part for i, part in enumerate(parts) if part)


def lines(*parts: Text | str | None) -> Text:
    """Puts texts under each other, leaving out what is missing."""
    kept = [(part,) if isinstance(part, str) else part for part in parts if part]
    spaced: list[Span | str] = []
    for part in kept:
        spaced += ["\n", *part] if spaced else part
    return tuple(spaced)


def titled(title: str, *parts: Text | str | None) -> Text:
    """Puts texts under a bold title."""
    return (bold(title), "\n", *lines(*parts))


def message(language: str, key: str, **values: str | int) -> Message:
    return Message(text=told(language, key, **values))


def path(category: Category) -> str:
    return BETWEEN.join(category.path)


def names(language: str, categories: Iterable[Category]) -> str:
    """Lists what categories are called; one below another is told with its whole path."""
    return (", " if language == "en" else "、").join(map(path, categories))


def echoed(typed: str) -> str:
    """Gives what a person typed in one short line, which turns nothing around that stands beside it."""
    line = " ".join(_TURNING.sub("", typed).split())
    return line if len(line) <= MOST_ECHOED else line[:MOST_ECHOED] + "…"


def number(count: int) -> str:
    return f"{count:,}"


def _marked(value: str | int) -> str | int:
    return f"{_OPEN}{value.translate(_MARKS)}{_CLOSE}" if isinstance(value, str) else value
