"""Reads the references to characters that HTML writes (`&amp;`, `&#20013;`), whatever numbers stand in them."""

import html
import re

_HALVES = re.compile(
    r"&#(x[dD][89abAB][\da-fA-F]{2}|5[56]\d{3});&#(x[dD][c-fC-F][\da-fA-F]{2}|5[67]\d{3});", re.IGNORECASE
)
_FIRST_HALVES, _LAST_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


def unescaped(markup: str) -> str:
    """Gives text with the characters that are meant; where a number is beyond all reason it stays as it is written."""
    try:
        return html.unescape(paired(markup))
    except ValueError:  # Python reads no decimal number of more than 4,300 digits
        return markup


def paired(markup: str) -> str:
    """Puts characters together that were written as the two halves UTF-16 makes of them, as Java writes emoji."""
    return _HALVES.sub(_whole, markup) if "&#" in markup else markup


def _whole(halves: re.Match[str]) -> str:
    first, last = (int(half[1:], 16) if half[0] in "xX" else int(half) for half in halves.groups())
    if first not in _FIRST_HALVES or last not in _LAST_HALVES:
        return halves[0]
    return chr(0x10000 + ((first - _FIRST_HALVES.start) << 10) + last - _LAST_HALVES.start)
