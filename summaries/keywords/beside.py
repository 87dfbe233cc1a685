"""Finds the words and characters that stand beside a name, and tells whether they belong to it."""

from collections.abc import Sequence
from operator import itemgetter

from summaries import words
from summaries.keywords.candidates import Scene
from summaries.keywords.signs import (
    ACTING,
    ACTS,
    EMPTY,
    ENDS,
    FOLLOWS,
    GOES_ON,
    JOINTS,
    OFFICES,
    RANKS,
    SOUNDS,
    SURNAMES,
)

TIMES = 2
"""How often a word must stand in the text before what always stands beside it is taken for a part of it."""

TIMES_OF_USUAL = 3
RARE = 6.5
OFTEN = 0.6
LONGEST_WORD = 4

NO_NAME = -3.5
"""A word that nobody knows and that looks so little like a noun is no part of a name."""

_FIRST, _LAST = itemgetter(slice(1)), itemgetter(slice(-1, None))


def same_beside(around: Sequence[str]) -> tuple[int, int]:
    """Tells how often the character before a word is the same as at first, and how often the one after it."""
    before, after = [*map(_LAST, around[:-1])], [*map(_FIRST, around[1:])]
    return before.count(before[0]), after.count(after[0])


def word_before(run: str, scene: Scene) -> str:
    """Gives the word that a run of text ends in, if it may belong to a name."""
    if not "\u4e00" <= run[-1:] <= "\u9fff":
        return ""
    word = next((run[-n:] for n in range(LONGEST_WORD, 1, -1) if run[-n:] in scene.vocabulary), "")
    return word if word and word not in ACTS and _may_belong(word) else ""


def word_after(name: str, run: str, runs: Sequence[str], needed: float, scene: Scene) -> str:
    """Gives the word that a run after a name begins with, if so many of the runs do and it makes one name with it."""
    if not "\u4e00" <= run[:1] <= "\u9fff":
        return ""
    word = next((run[:n] for n in range(LONGEST_WORD, 1, -1) if run[:n] in scene.vocabulary), "")
    if not word or words.kind(word) == "name" or word in FOLLOWS or not _may_belong(word) or calls(name, word):
        return ""
    together = sum([run.startswith(word) for run in runs])
    return word if together >= needed and belongs(word, name, together, scene) else ""


def _may_belong(word: str) -> bool:
    kind = words.kind(word)
    if kind == "loose" and (word[0] in JOINTS or word[-1] in GOES_ON):
        return False
    if kind == "loose" and words.nounness(word) <= NO_NAME and word[0] != "第":
        return False
    return kind != "other" and word not in EMPTY


def belongs(neighbour: str, word: str, together: int, scene: Scene) -> bool:
    """Tells whether a neighbour is a word by itself, or else hardly stands without this one (冯德 莱恩), or this one,
    of which no more is known, never without it (高市 早苗).
    """
    kind = words.kind(neighbour)
    if kind == "noun" or together >= (OFTEN if kind == "loose" else 1) * scene.body.count(neighbour):
        return True
    if kind != "loose" or words.kind(word) != "loose" or words.nounness(neighbour) < 1:
        return False
    return TIMES < scene.body.count(word) == scene.body.count(neighbour + word)


def calls(before: str, word: str) -> bool:
    """Tells whether a word only says who or what the next one names: 局长 孙晓龙, or what is done to it: 封锁 海峡."""
    if before in ACTS or (before.endswith(RANKS) and (word[0] in SURNAMES or sounds_rare(word))):
        return True
    return before[-1] in OFFICES and (word[0] in SURNAMES or words.kind(word) in ("loose", "name"))


def sounds_rare(word: str) -> bool:
    return SOUNDS.issuperset(word) and (words.kind(word) == "loose" or words.rarity(word) >= RARE)


def led_by(name: str, scene: Scene) -> str:
    """Gives joined words with the one character that always stands before them (阿 达尼 集团)."""
    around = scene.text.split(name)
    before, _ = same_beside(around)
    left = around[0]
    may_lead = is_part(left[-1:], foreign=SOUNDS.issuperset(name)) and left[-1:] not in ACTING
    if len(around) <= TIMES_OF_USUAL or before < len(around) - 1 or not may_lead:
        return name
    is_other = left[-1] in ENDS or left[-2:] in words.rarities() or ends_word(left, scene)
    return name if is_other else left[-1] + name


def is_part(character: str, *, foreign: bool) -> bool:
    if foreign:
        return character in SOUNDS
    return "\u4e00" <= character <= "\u9fff" and character not in JOINTS


def ends_word(run: str, scene: Scene) -> bool:
    """Tells whether a run of text ends in a word."""
    return any(run[-n:] in scene.vocabulary for n in range(2, LONGEST_WORD + 1))
