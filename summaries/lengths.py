"""Knows how long a summary a reader may ask for: one line, the standard or a detailed one."""

from enum import StrEnum


class Length(StrEnum):
    """How much a reader wants to read of an article."""

    LINE = "line"
    """The headline and nothing else."""
    STANDARD = "standard"
    DETAILED = "detailed"


_ROOM = {
    # (the share of the article, at least, at most), in characters
    Length.LINE: (0.0, 0, 0),
    Length.STANDARD: (0.12, 160, 260),
    Length.DETAILED: (0.3, 400, 800),
}
_LATIN = 2.2
"""A text in letters takes so many times the characters to say the same as one in ideographs."""


def budget(length: Length, characters: int, *, latin: bool = False) -> int:
    """Gives the characters a summary of this length may take of an article that has so many."""
    share, least, most = _ROOM[length]
    scale = _LATIN if latin else 1.0
    return round(min(most * scale, max(least * scale, share * characters)))
