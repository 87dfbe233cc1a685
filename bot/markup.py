"""Messages as values: styled text, buttons and a picture, before any of it is Telegram's HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    QUOTE = "quote"
    EXPANDABLE = "expandable"
    """A quote that is folded until the reader opens it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, or a link when `link` is set."""

    text: str
    style: Style | None = None
    link: str | None = None


Text = tuple[Span | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: it calls back with `data` (1–64 bytes) or opens `url`."""

    label: str
    data: str | None = None
    url: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something to say in a chat."""

    text: Text
    keyboard: Keyboard = ()
    picture: str | None = None
    """Address of a picture shown above the text."""


def bold(text: str) -> Span:
    return Span(text, Style.BOLD)


def plain(text: Iterable[Span | str]) -> str:
    """Tells the words alone."""
    return "".join(part if isinstance(part, str) else part.text for part in text)
