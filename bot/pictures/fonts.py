"""Letters for every name: what the font beside this file lacks is written otherwise, never as an empty box."""

import unicodedata
from functools import lru_cache
from importlib.resources import as_file, files

from PIL import ImageFont

FILE = "fonts/jianbao-sans.otf"
MISSING = "\u3013"
"""The mark by which Chinese print shows that a character was not at hand."""
CUT = "…"
_NOBODY_HAS = "\U0010ffff"
_LEFT_OUT = {"So", "Sk", "Cf", "Cc", "Mn", "Me", "Co", "Cn", "Cs"}
"""Kinds of characters without which a name is as clear: emoji, joiners, accents that stand alone."""


@lru_cache(maxsize=16)
def of_size(pixels: int) -> ImageFont.FreeTypeFont:
    """Gives the font; only the parts of its file that are drawn are read."""
    with as_file(files(__package__) / FILE) as path:
        return ImageFont.truetype(path, pixels, layout_engine=ImageFont.Layout.BASIC)


def width(text: str, pixels: int) -> int:
    return round(of_size(pixels).getlength(text))


def drawable(text: str) -> str:
    """Writes a text with the characters there are."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(map(_drawable, composed)).split())


def fitted(text: str, pixels: int, most: int) -> str:
    """Cuts a text that is wider than `most`, and says so."""
    shown = text = drawable(text)
    while shown and width(shown, pixels) > most:
        text = text[:-1].rstrip()
        shown = text + CUT
    return shown


@lru_cache(maxsize=4096)
def _drawable(character: str) -> str:
    if character.isspace():
        return " "
    if _has(character):
        return character
    plainer = unicodedata.normalize("NFKC", character)
    if plainer != character and all(map(_has, plainer)):
        return plainer
    return "" if unicodedata.category(character) in _LEFT_OUT else MISSING


def _has(character: str) -> bool:
    return _drawn(character) != _drawn(_NOBODY_HAS)


def _drawn(character: str) -> tuple[tuple[int, int], bytes]:
    mask = of_size(24).getmask(character)
    return mask.size, bytes(mask)
