"""Puts an article's sentences together as a reader reads them: in a line, in paragraphs, within the room there is."""

import re
from collections.abc import Iterable, Sequence

from bot.delivery import length

_BLANKS = re.compile(r"\s+")
_UNSPACED = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
_QUOTES = "[…—“”‘’\"'()\\[\\]]*"
_ENDS_UNSPACED = re.compile(f"{_UNSPACED}{_QUOTES}$")
_STARTS_UNSPACED = re.compile(f"^{_QUOTES}{_UNSPACED}")


def line(text: str) -> str:
    """Gives a text as one clean line."""
    return _BLANKS.sub(" ", length.clean(text)).strip()


def key(text: str) -> str:
    """Gives the letters and digits by which two texts say the same."""
    return "".join(filter(str.isalnum, text.casefold()))


def joined(sentences: Iterable[str]) -> str:
    """Puts sentences together as their language does: Chinese and Japanese without blanks, others with one."""
    together = ""
    for sentence in filter(None, map(str.strip, sentences)):
        close = not together or _ENDS_UNSPACED.search(together[-8:]) or _STARTS_UNSPACED.match(sentence)
        together += sentence if close else f" {sentence}"
    return together


def within(sentences: Sequence[str], room: int) -> str:
    """Joins as many sentences as fit; cuts inside one only when it alone is too long."""
    kept = [line(sentence) for sentence in sentences]
    while len(kept) > 1 and length.units(joined(kept)) > room:
        kept.pop()
    return length.shorten(joined(kept), room)


def in_paragraphs(sentences: Sequence[str], paragraphs: Sequence[str], *, room: int, between: str = "\n") -> str:
    """Joins as many sentences as fit, each paragraph of the article for itself; none when not even one fits."""
    kept = [line(sentence) for sentence in sentences]
    shown = between.join(_by_paragraph(kept, paragraphs))
    while kept and length.units(shown) > room:
        kept.pop()
        shown = between.join(_by_paragraph(kept, paragraphs))
    return shown


def _by_paragraph(sentences: Sequence[str], paragraphs: Sequence[str]) -> list[str]:
    lines: dict[int, list[str]] = {}
    place = 0
    for sentence in sentences:
        found = (i for i in range(place, len(paragraphs)) if sentence in paragraphs[i])
        place = next(found, place)
        lines.setdefault(place, []).append(sentence)
    return [joined(together) for together in lines.values()]
