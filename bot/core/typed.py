"""Cuts a typed text without losing its formatting; places are counted in UTF-16 units, as Telegram does."""

from dataclasses import replace

from bot.markup import Mark, Typed

_BLANK = " \n\t\r\u3000\u00a0"


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def whole(text: str) -> str:
    """Gives a text of the same length that any store and any message can hold."""
    return text.replace("\0", " ").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def after(typed: Typed, start: int) -> Typed:
    """Gives what stands from a character on, without blanks at its ends."""
    rest = typed.text[start:]
    start += len(rest) - len(rest.lstrip(_BLANK))
    kept = typed.text[start:].rstrip(_BLANK)
    gone, room = units(typed.text[:start]), units(kept)
    marks = (_fitted(replace(mark, offset=mark.offset - gone), room) for mark in typed.marks)
    return Typed(kept, tuple(mark for mark in marks if mark))


def before(label: Mark, text: str, typed: Typed) -> Typed:
    """Puts a text with one mark of its own in front."""
    moved = (replace(mark, offset=mark.offset + units(text)) for mark in typed.marks)
    return Typed(text + typed.text, (label, *moved))


def _fitted(mark: Mark, room: int) -> Mark | None:
    begin, end = max(0, mark.offset), min(room, mark.offset + mark.length)
    return replace(mark, offset=begin, length=end - begin) if begin < end else None
