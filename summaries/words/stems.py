"""Cuts the endings off words of alphabets, so that one word in two forms is one word; nobody is shown what is left."""

import re
from functools import lru_cache

_VOWEL = re.compile("[aeiouy]")
_CASES = re.compile(r"[аеиоуыэюяьйіїєόοςυιηεαάίήύώω]{1,3}$")
"""Russian, Ukrainian and Greek words bend at their end."""

_PARTICLES = re.compile(r"(?:에서는?|으로는?|에게|까지|부터|[은는이가을를의에도와과로만])$")
"""Korean writes them onto the word."""

_SHORTEST = 4
_SHORTEST_BARE = 3
_SHORTEST_KOREAN = 3


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Gives what a word's forms share; the word itself where nothing is known of its language."""
    if word.isascii():
        return _english(word) if len(word) >= _SHORTEST and word[-1].isalpha() else word
    first = word[0]
    if "\uac00" <= first <= "\ud7a3":
        return _PARTICLES.sub("", word) if len(word) >= _SHORTEST_KOREAN else word
    if "\u0370" <= first <= "\u052f":
        bare = _CASES.sub("", word)
        return bare if len(bare) >= _SHORTEST else word
    return word


def _english(word: str) -> str:
    word = word.removesuffix("'s")
    if word.endswith("s") and word[-2:-1] not in ("s", "u", "i"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            word = _bare(word, word.removesuffix(ending))
            break
    if len(word) > _SHORTEST_BARE:
        word = word.removesuffix("e")
    return word[:-1] + "i" if word.endswith("y") else word


def _bare(word: str, bare: str) -> str:
    if len(bare) < _SHORTEST_BARE or not _VOWEL.search(bare) or bare.endswith("e"):
        return word  # bring, need, speed
    doubled = bare[-1] == bare[-2] and bare[-1] not in "lsz"
    return bare[:-1] if doubled else bare  # planned
