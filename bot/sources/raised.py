"""Writes what stands off the line (10⁶, CO₂) so that no number is falsified, and leaves out the marks of notes."""

import re

LONGEST = 12
"""What is longer is text that somebody set small."""

_ABOVE = str.maketrans("0123456789+-\u2212–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_BELOW = str.maketrans("0123456789+-\u2212–=()ni", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙᵢ")
_WRITABLE = re.compile(r"[0-9+\-\u2212–=()ni]+")
_MARK = re.compile(r"[*†‡§¶①-⑳]+|\[.*\]|\uff3b.*\uff3d|【.*】|\u3014.*\u3015|\d{1,3}(?:\s?[,，、]\s?\d{1,3})+")
"""What marks a note wherever it stands."""
_NUMBER = re.compile(r"\(?\d{1,3}\)?")
"""What marks one behind a word or a full stop; behind a figure, a unit or a formula's letter it may be a power."""
_BASE = re.compile(r"(?:[\d)]|(?<![A-Za-z])[A-Za-z]{1,3}|[\u0370-\u03ffµΩ])$")
_LENGTH = re.compile(r"[米里尺]$")
_POWERS_OF_LENGTH = frozenset({"2", "3"})
_GOES_ON = re.compile(r"[/\u2044]|[A-Z][a-z]?(?![A-Za-z])")
"""Behind a numerator or an isotope's number."""


def above(text: str, *, before: str = "", after: str = "") -> str:
    """Gives raised text as it is to be read between its neighbours: powers raised, ordinals as they are, no notes."""
    said = text.strip()
    if len(said) > LONGEST:
        return text
    if _MARK.fullmatch(said) or (_NUMBER.fullmatch(said) and not _is_power(said, before, after)):
        return ""
    return said.translate(_ABOVE) if _WRITABLE.fullmatch(said) else text


def below(text: str) -> str:
    """Gives lowered text: the figures of formulas lowered, all else as it is."""
    said = text.strip()
    return said.translate(_BELOW) if len(said) <= LONGEST and _WRITABLE.fullmatch(said) else text


def _is_power(said: str, before: str, after: str) -> bool:
    if _BASE.search(before) or _GOES_ON.match(after):
        return True
    return said in _POWERS_OF_LENGTH and bool(_LENGTH.search(before))
