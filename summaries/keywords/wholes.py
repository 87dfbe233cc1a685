"""Gives back to a Chinese name what the cut took from it, and joins words that are one name."""

from summaries import words
from summaries.keywords.candidates import Scene
from summaries.keywords.chinese import names_something
from summaries.keywords.signs import AREAS, BODIES, EMPTY, JOINTS, OFFICES, SOUNDS, SURNAMES, TAILS

TIMES = 2
"""How often a word must stand in the text before what always stands beside it is taken for a part of it."""

TIMES_OF_USUAL = 3
RARE = 6.5
OFTEN = 0.6
LONGEST_NAME = 8
LONGEST_WORD = 4


def whole(word: str, scene: Scene) -> str:
    """Gives a word with what always stands beside it (储能 电池, 青河 大学), or nothing if that makes no name."""
    if not names_something(word, scene) or (start := scene.text.find(word)) < 0:
        return ""
    if word in BODIES:
        return _body(word, start, scene)
    if scene.vocabulary[word] + (word in scene.title) < TIMES:
        return word
    return _joined(word, start, scene)


def _body(word: str, start: int, scene: Scene) -> str:
    """Gives a body with its name before it; by itself it must be what the text is about."""
    before = _word_before(scene, start)
    named = 1 if before and words.kind(before) != "noun" else TIMES  # 青河 大学, but not 新建 大学
    if before and scene.text.count(before + word) >= named:
        return before + word
    return word if scene.vocabulary[word] >= TIMES or word in scene.document.title_words else ""


def _joined(word: str, start: int, scene: Scene) -> str:
    text = scene.text
    times = text.count(word, start)
    needed = max(TIMES, OFTEN * times)
    before = _word_before(scene, start)
    if before and words.kind(before) != "loose" and text.count(before + word) >= needed and not _calls(before, word):
        return _if_telling(before + word)
    after = _word_after(scene, start + len(word))
    if after and text.count(word + after) >= needed:
        return _if_telling(word + after)
    name = _grown(word, text, times)
    return "" if name[-1:] in TAILS and words.kind(name) == "loose" else name


def _if_telling(name: str) -> str:
    return "" if name in EMPTY else name


def _calls(before: str, word: str) -> bool:
    """Tells whether a word only says who or what the next one names: 局长 孙晓龙."""
    return before[-1] in OFFICES and (word[0] in SURNAMES or words.kind(word) in ("loose", "name"))


def _word_before(scene: Scene, end: int) -> str:
    text = scene.text
    if not end or not "\u4e00" <= text[end - 1] <= "\u9fff":
        return ""
    for length in range(LONGEST_WORD, 1, -1):
        word = text[max(0, end - length) : end]
        if word in scene.vocabulary:
            return word if _may_belong(word) else ""
    return ""


def _may_belong(word: str) -> bool:
    kind = words.kind(word)
    if kind == "loose":
        return word[0] not in JOINTS
    return kind != "other" and word not in EMPTY


def _word_after(scene: Scene, start: int) -> str:
    text = scene.text
    if not "\u4e00" <= text[start : start + 1] <= "\u9fff":
        return ""
    for length in range(LONGEST_WORD, 1, -1):
        word = text[start : start + length]
        if word in scene.vocabulary:
            return word if words.kind(word) == "noun" and word not in EMPTY else ""
    return ""


def _grown(word: str, text: str, times: int) -> str:
    """Gives back the characters a cut took from a name (建章 always follows 梁: 梁建章), or nothing for a miscut."""
    usual = words.kind(word) == "noun" and words.rarity(word) < RARE
    if times < (TIMES_OF_USUAL if usual else TIMES):
        return word
    name = word
    while longer := _longer(name, text, times):
        if len(longer) > LONGEST_NAME:
            return ""  # a phrase said twice, of which the cut made words by chance
        name = longer
    return name


def _longer(name: str, text: str, times: int) -> str:
    """Gives the name with the character that stands beside it every time, if there is one."""
    start = text.find(name)
    end = start + len(name)
    again = text.find(name, end)  # where the second differs from the first, no more need be counted
    before = text[start - 1] if start and text[start - 1] == text[again - 1] else ""
    after = text[end : end + 1] if text.startswith(text[end : end + 1], again + len(name)) else ""
    foreign = SOUNDS.issuperset(name)
    if _is_part(before, foreign=foreign) and before not in AREAS and text.count(before + name) == times:
        return "" if text[max(0, start - 2) : start] in words.rarities() and not foreign else before + name
    if _is_part(after, foreign=foreign) and text.count(name + after) == times:
        return "" if text[end : end + 2] in words.rarities() and not foreign else name + after
    return ""


def _is_part(character: str, *, foreign: bool) -> bool:
    if foreign:
        return character in SOUNDS
    return "\u4e00" <= character <= "\u9fff" and character not in JOINTS
