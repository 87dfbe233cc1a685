"""Reads the references to characters that HTML writes (`&amp;`, `&#20013;`), whatever numbers stand in them."""

import html


def unescaped(markup: str) -> str:
    """Gives text with the characters that are meant; where a number is beyond all reason it stays as it is written."""
    try:
        return html.unescape(markup)
    except ValueError:  # Python reads no decimal number of more than 4,300 digits
        return markup
