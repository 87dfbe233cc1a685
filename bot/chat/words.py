"""The words of a chat put together: lines, titles, names and what a person typed."""

import re
from collections.abc import Iterable

from bot.core.naming import written
from bot.delivery.emphasis import message, told
from bot.markup import Span, Text, bold
from bot.model import Category

__all__ = [
    "BETWEEN",
    "MOST_ECHOED",
    "called",
    "echoed",
    "lines",
    "message",
    "names",
    "number",
    "path",
    "titled",
    "told",
]

BETWEEN = " \u203a "
MOST_ECHOED = 60
"""Characters of what a person typed that are said back."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


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


def called(language: str, category: Category) -> str:
    """Gives what a category is called."""
    return written(category.path, language)[-1]


def path(language: str, category: Category) -> str:
    """Gives the same, with those it stands below."""
    return BETWEEN.join(written(category.path, language))


def names(language: str, categories: Iterable[Category]) -> str:
    """Lists what categories are called; one below another is told with its whole path."""
    return (", " if language == "en" else "、").join(path(language, category) for category in categories)


def echoed(typed: str) -> str:
    """Gives what a person typed in one short line, which turns nothing around that stands beside it."""
    line = " ".join(_TURNING.sub("", typed).split())
    return line if len(line) <= MOST_ECHOED else line[:MOST_ECHOED] + "…"


def number(count: int) -> str:
    return f"{count:,}"
