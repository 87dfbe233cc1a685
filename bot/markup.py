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
    """A run of a typed text that a person styled or linked; places count UTF-16 units, as Telegram gives them."""

    type: str
    """Telegram's name for it, such as `bold` or `text_link`."""
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    """Of a block of code."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Text as a person typed it in Telegram, with its marks; told again just so."""

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
    """What Telegram calls a picture it has (its `file_id`); the text then stands under it and is at most 1,024 long."""
    topic: int | None = None
    """The topic of a forum it is said in."""


def bold(text: str) -> Span:
    return Span(text, Style.BOLD)


def runs(text: Text | Typed) -> Text:
    """Gives a text's runs; a typed one's words are one run without its marks."""
    return (text.text,) if isinstance(text, Typed) else text


def plain(text: Iterable[Span | str] | Typed) -> str:
    """Tells the words alone."""
    if isinstance(text, Typed):
        return text.text
    return "".join(part if isinstance(part, str) else part.text for part in text)
