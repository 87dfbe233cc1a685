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


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of a typed text in Telegram's own formatting; counted in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    """Of a block of code."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text exactly as a person typed and formatted it."""

    text: str
    marks: tuple[Mark, ...] = ()


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

    text: Text | Typed
    keyboard: Keyboard = ()
    picture: str | None = None
    """Address of a picture shown above the text."""
    photo: str | None = None
    """A picture Telegram keeps, by its file_id; the text becomes its caption."""


def bold(text: str) -> Span:
    return Span(text, Style.BOLD)


def plain(text: Iterable[Span | str] | Typed) -> str:
    """Tells the words alone."""
    if isinstance(text, Typed):
        return text.text
    return "".join(part if isinstance(part, str) else part.text for part in text)
