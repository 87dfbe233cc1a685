"""Gives back to a Chinese name what the cut took from it, and joins words that are one name."""

import re
from collections.abc import Sequence

from summaries import words
from summaries.keywords.beside import (
    LONGEST_WORD,
    OFTEN,
    RARE,
    TIMES,
    TIMES_OF_USUAL,
    belongs,
    calls,
    ends_word,
    is_part,
    led_by,
    same_beside,
    sounds_rare,
    word_after,
    word_before,
)
from summaries.keywords.bodies import body, of_its_kind
from summaries.keywords.candidates import Scene
from summaries.keywords.chinese import names_something
from summaries.keywords.signs import (
    ACTS,
    BODIES,
    EMPTY,
    FOLLOWING,
    FOLLOWS,
    JOINTS,
    NO_BEGINNING,
    OFFICES,
    PERSONS,
    SOUNDS,
    SURNAMES,
    TAILS,
)

_LETTERS = re.compile(r"[A-Z][A-Za-z]{1,11}(?![A-Za-z])")

EXCEPTIONS = 8
"""Once in so many times, another character may stand beside a name's part: 浅浅 alone among eight 贾浅浅."""

BETWEEN = "间"
"""What stands before it are several of a kind, and none by name: 银行 间."""

ENDS_NAMES = "达"
"""Of what no known word ends in, this ends names that are not cut (英伟达)."""

OFTEN_ENOUGH = 3
"""So often any character, and no surname, must stand before what names nothing."""

GIVEN = 2
"""A given name is so long at most."""

LONGEST_NAME = 8
LONGEST_FOREIGN = 12
LONGEST_BODY = 6


def whole(word: str, scene: Scene) -> str:
    """Gives a word with what always stands beside it (储能 电池, 青河 大学), or nothing if that makes no name."""
    if not names_something(word, scene):
        return _with_surname(word, scene)
    name = _found(word, scene)
    return of_its_kind(name, scene) if name else ""


def _found(word: str, scene: Scene) -> str:
    """Gives a word with the words and characters that belong to it."""
    around = scene.text.split(word)  # what stands before and after it each time, by a single search
    if len(around) == 1 or around[1].startswith(BETWEEN):
        return ""
    if word in BODIES:
        return body(word, around, scene)
    if name := _lettered(word, around):
        return name
    if min(scene.vocabulary.get(word, 0) + (word in scene.title), len(around) - 1) < TIMES:
        return _once(word, len(around[0]), scene)
    return _joined(word, around, scene)


def _lettered(word: str, around: Sequence[str]) -> str:
    """Gives a word with the letters that mostly follow it (物理 AI)."""
    runs = [run for run in around[1:] if "A" <= run[:1] <= "Z"]
    if len(runs) < TIMES or word[-1] in PERSONS:
        return ""  # 数学家 Ott
    letters = [match[0] for run in runs if (match := _LETTERS.match(run))]
    usual = max(letters, key=letters.count, default="")
    return word + usual if letters.count(usual) >= max(TIMES, OFTEN * (len(around) - 1)) else ""


def _with_surname(word: str, scene: Scene) -> str:
    """Gives a name if the word, which names nothing, never stands without the same surname before it (赖 清德), or
    often and never without the same other character (英 伟达).
    """
    if len(word) != GIVEN or scene.vocabulary.get(word, 0) < TIMES or word[0] in JOINTS or words.kind(word) == "noun":
        return ""
    start = scene.text.find(word)
    if start < 1:
        return ""  # said further on than is read
    before, name = scene.text[max(0, start - LONGEST_WORD) : start], scene.text[max(0, start - 1) : start + GIVEN]
    times = scene.text.count(word)
    may_lead = name[0] in SURNAMES if words.kind(word) == "loose" and times < OFTEN_ENOUGH else times >= OFTEN_ENOUGH
    is_other = not may_lead or not is_part(name[0], foreign=False) or name[0] in NO_BEGINNING
    return "" if is_other or ends_word(before, scene) or scene.text.count(name) < times - times // 4 else name


def _once(word: str, start: int, scene: Scene) -> str:
    """Gives a word said once with the body it names (国铁 集团), what begins a foreign name (佩 斯科夫), or the rest of
    the title that it ends (《经济 参考报》).
    """
    text, end = scene.text, start + len(word)
    if text.startswith("》", end) and (title := text[text.rfind("《", 0, end) + 1 : end]).endswith(word):
        return title if len(title) <= LONGEST_FOREIGN else ""
    if "\u4e00" <= text[end : end + 1] <= "\u9fff":
        for length in range(LONGEST_BODY, 1, -1):
            following = text[end : end + length]
            if following in scene.vocabulary and (following in BODIES or following[-2:] in BODIES):
                return word + following
    if not SOUNDS.issuperset(word):
        return word
    start, end = _sounded(start, end, scene)
    is_cut = text[end : end + 1] in SOUNDS and words.kind(word) == "loose"
    return "" if is_cut else text[start:end]


def _sounded(start: int, end: int, scene: Scene) -> tuple[int, int]:
    """Gives from where to where a foreign name goes on in what sounds like one, but is no other name by itself."""
    text = scene.text
    while start and text[start - 1] in SOUNDS and end - start < LONGEST_FOREIGN:
        part = next((n for n in range(LONGEST_WORD, 1, -1) if text[start - n : start] in scene.vocabulary), 1)
        if part > 1 and not sounds_rare(text[start - part : start]):
            break
        start -= part
    while end - start < LONGEST_FOREIGN and sounds_rare(text[start:end]):
        part = next((n for n in range(LONGEST_WORD, 1, -1) if text[end : end + n] in scene.vocabulary), 0)
        part = part or _apart(text[end : end + LONGEST_WORD], scene)
        if not part or not sounds_rare(text[end : end + part]):
            break
        end += part
    return start, end


def _apart(run: str, scene: Scene) -> int:
    """Tells how many characters at a run's beginning sound foreign, and are in no word (巴赫 穆特)."""
    sounds = next((i for i, character in enumerate(run) if character not in SOUNDS), len(run))
    pairs = [run[i : i + 2] for i in range(sounds)]
    return 0 if any(pair in scene.vocabulary or pair in words.rarities() for pair in pairs) else sounds


def _joined(word: str, around: Sequence[str], scene: Scene) -> str:
    """Gives a word with the word that mostly stands beside it; the title, which says much again, does not count."""
    if word in ACTS or word in FOLLOWS:
        return word
    in_title = scene.title.count(word)
    needed = max(TIMES, OFTEN * (len(around) - 1 - in_title))
    before, after = same_beside(around)
    if before >= needed and (neighbour := word_before(around[0], scene)):
        together = sum([run.endswith(neighbour) for run in around[in_title:-1]])
        if together >= needed and not calls(neighbour, word) and belongs(neighbour, word, together, scene):
            return _led_on(neighbour + word, scene)
    if after >= needed and (neighbour := word_after(word, around[1], around[in_title + 1 :], needed, scene)):
        return _led_on(word + neighbour, scene)
    return _grown(word, around, scene)


def _led_on(name: str, scene: Scene) -> str:
    """Gives joined words with those that always follow (气候变化 专门 委员会)."""
    while len(name) < LONGEST_NAME:
        runs = scene.body.split(name)[1:]
        if not (after := word_after(name, runs[0], runs, max(TIMES, len(runs)), scene)):
            break
        name += after
    return "" if name in EMPTY else led_by(name, scene)


def _grown(word: str, around: Sequence[str], scene: Scene) -> str:
    """Gives back the characters a cut took from a name (建章 always follows 梁: 梁建章), or nothing for a miscut."""
    name, times = word, len(around) - 1
    usual = times < TIMES_OF_USUAL and words.kind(word) == "noun" and words.rarity(word) < RARE
    usual = usual and not SOUNDS.issuperset(word)  # 连斯基
    while times >= TIMES and not usual and (longer := _longer(name, around, times - times // EXCEPTIONS, scene)):
        if len(longer) > LONGEST_NAME:
            return ""  # a phrase said twice, of which the cut made words by chance
        name, around = longer, scene.text.split(longer)
    is_whole = name != word and name[-1] in ENDS_NAMES
    return "" if name[-1] in TAILS and words.kind(name) == "loose" and not is_whole else name


def _longer(name: str, around: Sequence[str], needed: int, scene: Scene) -> str:
    """Gives the name with the character that stands beside it every time, if there is one."""
    before, after = same_beside(around)
    if before < needed and after < needed:
        return ""
    left, right, foreign = around[0], around[1], SOUNDS.issuperset(name)
    if before >= needed and len(name) == GIVEN and left[-1:] in SURNAMES and not ends_word(left, scene):
        return left[-1:] + name  # 蒋 万安, though foreign names sound so too
    if before >= needed and is_part(left[-1:], foreign=foreign) and left[-1:] not in NO_BEGINNING:
        is_other = not foreign and (left[-2:] in words.rarities() or ends_word(left, scene))
        return "" if is_other else left[-1:] + name
    if name[-1] in OFFICES and right[:1] in SURNAMES:
        return ""
    may_follow = is_part(right[:1], foreign=foreign) and right[:1] not in FOLLOWING
    if after >= needed and (may_follow or _ends_a_given_name(name, right)):
        return "" if right[:2] in words.rarities() and not foreign else name + right[:1]
    return ""


def _ends_a_given_name(name: str, right: str) -> bool:
    """Tells whether 之 or 新 is the last of three characters of a person, and not a word by itself."""
    return right[:1] in "之新成" and len(name) == len("叶元") and name[0] in SURNAMES and words.kind(name) == "loose"
