"""Texts for a chat with the values in them in bold, whatever a person typed, and examples as code, to be copied."""

import re

from bot.markup import Message, Span, Style, Text, bold
from bot.texts import say

# Private characters mark where a value stands in a text; they are taken out of the values first.
_OPEN, _CLOSE = "\ue000", "\ue001"
_CODE = "`"
_MARKED = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_MARKS = str.maketrans("", "", _OPEN + _CLOSE)


def told(language: str, key: str, **values: str | int) -> Text:
    """Says a text with its words in bold, its numbers as the language writes them, and as code what has backticks."""
    marked = {name: _marked(value) for name, value in values.items()}
    parts = _MARKED.split(say(language, key, **marked))
    return tuple(
        span for i, part in enumerate(parts) for span in ((bold(part),) if i % 2 else _with_code(part)) if part
    )


def message(language: str, key: str, **values: str | int) -> Message:
    return Message(text=told(language, key, **values))


def uncoded(language: str, key: str) -> str:
    """Says a text where nothing can be code."""
    return say(language, key).replace(_CODE, "")


def _with_code(text: str) -> Text:
    parts = text.split(_CODE)
    return tuple(Span(part, Style.CODE) if i % 2 else part for i, part in enumerate(parts) if part)


def _marked(value: str | int) -> str | int:
    return f"{_OPEN}{value.translate(_MARKS)}{_CLOSE}" if isinstance(value, str) else value
