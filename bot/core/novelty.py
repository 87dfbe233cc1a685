"""Tells whether an article is new or changed: one key for a title however it is written, one hash for what it says."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

_UNSAID = re.compile(r"[\W_]+")
_BLANKS = re.compile(r"\s+")
_COMPARED = 20_000
"""Characters of a text that are compared; a longer one is told apart by its beginning."""
_RUN = 4


def title_key(title: str) -> str:
    """Gives the letters and digits of a title in one spelling, so marks a source lost or replaced do not count."""
    return _UNSAID.sub("", unicodedata.normalize("NFKC", title).casefold())


def content_hash(title: str, paragraphs: Iterable[str]) -> str:
    """Gives 32 hex digits that change only when the title's or the body's characters other than white space do."""
    said = "\n".join(_BLANKS.sub("", part) for part in (title, *paragraphs))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def likeness(before: Iterable[str], now: Iterable[str]) -> float:
    """Gives the part of their short runs of characters that two texts have in common, 0 to 1; of the one with more."""
    one, other = _runs(before), _runs(now)
    return len(one & other) / max(len(one), len(other), 1)


def _runs(paragraphs: Iterable[str]) -> set[str]:
    text = _BLANKS.sub("", "".join(paragraphs))[:_COMPARED]
    return {text[at : at + _RUN] for at in range(max(0, len(text) - _RUN + 1))}
