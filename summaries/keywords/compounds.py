"""Gives a name with the words that stand beside it nearly every time: then it is only a part of another one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from summaries import words
from summaries.keywords.beside import TIMES, calls
from summaries.keywords.bodies import of_its_kind
from summaries.keywords.candidates import Scene
from summaries.keywords.signs import (
    ACTING,
    ACTS,
    EMPTY,
    FOLLOWING,
    FOLLOWS,
    JOINTS,
    NO_BEGINNING,
    PARTICLES,
    SOUNDS,
    SURNAMES,
)
from summaries.stop_words import STOP_WORDS

LONGEST, LONGEST_TITLE = 10, 14
SEEN = 6
"""So many characters beside a name hold the word there."""

EXCEPTIONS = 5
"""Once in so many times something else may stand there."""

FEW = 4
"""What nearly always stands there stands there one of the first times."""

SURE = 3
"""So often a deed (电磁 弹射) or a single character (国民力量 党) must stand there, and a noun that tells twice."""

TELLING, RARE = 4.0, 7.0
NO_NOUN = -2.0
_OFFICE = 6
_REPORTERS = ("记者", "通讯员")

MOST_CUT = 4
"""Characters that a cut may take from a name."""

CRIMES = frozenset("罪案")
"""They end no other word, though hardly a noun ends so: 医疗事故罪."""

DONE = PARTICLES | frozenset("了过着的被把")
OTHERS = DONE | frozenset("堂店厂院馆厅部局社行")
"""No part of what a cut took from a name, but the end of another (同仁堂 国药), or of what is done to it."""

_PERSON = 3


def completed(name: str, scene: Scene) -> str:
    """Gives the name with what belongs to it on both sides."""
    text, times = scene.text, scene.text.count(name)
    if times < TIMES:
        text, times = scene.everything, scene.everything.count(name)
    if (times <= TIMES and name in scene.title) or not _may_be_part(name, text):
        return name  # a title says much again
    while len(name) < LONGEST and (longer := _longer(name, text)):
        name = longer
        if times < SURE:
            break
    return of_its_kind(name, scene) or name


def _may_be_part(name: str, text: str) -> bool:
    """Tells whether the same character stands beside a name two of the first times, as mostly it does not."""
    begin, size = -1, len(name)
    before: list[str] = []
    after: list[str] = []
    while len(before) < SURE and (begin := text.find(name, begin + 1)) >= 0:
        one, other = text[begin - 1 : begin], text[begin + size : begin + size + 1]
        if one in before or other in after:
            return True
        before.append(one)
        after.append(other)
    return False


def is_unit_or_reporter(name: str, scene: Scene) -> bool:
    """Tells whether a name stands behind figures only (1130 索尔, 4 号楼), or behind the office of who reports."""
    start = max(0, scene.text.find(name))
    if not _is_announced(scene.text[max(0, start - _OFFICE) : start]):
        return False  # as nearly always
    return all(_is_announced(run) for run in scene.text.split(name)[:-1])


def _is_announced(before: str) -> bool:
    return before[-1:].isdigit() or before[-_OFFICE:].rstrip().endswith(_REPORTERS)


def title_around(name: str, scene: Scene) -> str:
    """Gives the title of which a name is only ever a part (给阿嬷的情书 for 阿嬷), or the name."""
    text = scene.text
    if "《" not in text or not _opened(text[: max(0, text.find(name))]):
        return name
    around = text.split(name)
    found = {
        f"{before[before.rfind('《') + 1 :]}{name}{after[: after.find('》')]}"
        for before, after in pairwise(around)
        if _opened(before) and "》" in after
    }
    title = found.pop() if len(found) == 1 and len(around) > TIMES and all(map(_opened, around[:-1])) else name
    return title if len(title) <= LONGEST_TITLE else name


def _opened(before: str) -> bool:
    """Tells whether what follows stands within 《 and 》."""
    return before.rfind("《") > before.rfind("》")


def _longer(name: str, text: str) -> str:
    """Gives the name with one more word or character, or nothing."""
    around = text.split(name)
    times = len(around) - 1
    if times < TIMES or not "\u4e00" <= name[0] <= "\u9fff":
        return ""
    needed = times - times // EXCEPTIONS
    after = _always([run[:SEEN] for run in around[1:]], needed) if words.kind(name) != "name" else ""
    if _is_person(name):
        is_sound = after[:1] in SOUNDS and times >= SURE and SOUNDS.issuperset(name)
        return name + after[:1] if after and is_sound else ""
    if after and (word := _first(after, around[1:])) and _may_follow(name, word, needed):
        return name + word
    before = _always([run[: -SEEN - 1 : -1] for run in around[:-1]], needed)[::-1]
    if not before:
        return ""
    word = _last(before, around[:-1])
    if len(word) > 1:
        is_deed = words.kind(name) not in ("noun", "name") and words.nounness(name) < 0
        return "" if is_deed or name in FOLLOWS or not _may_lead(word, name, needed) else word + name
    return before + name if len(before) <= MOST_CUT and _may_lead_cut(before, name, needed, around) else ""


def _is_person(name: str) -> bool:
    """Tells whether somebody may be called so; whoever stands beside him is another, or what he does."""
    if SOUNDS.issuperset(name):
        return True
    is_short = len(name) in (_PERSON, _PERSON - 1) and name[-1] != "氏"
    return is_short and name[0] in SURNAMES and words.kind(name) == "loose"


def _always(runs: Sequence[str], needed: int) -> str:
    """Gives the ideographs with which so many of the runs begin."""
    begun = ""
    while True:
        at = len(begun)
        beside = [run[at : at + 1] for run in runs]
        found = next((one for one in dict.fromkeys(beside[:FEW]) if beside.count(one) >= needed), "")
        if not "\u4e00" <= found <= "\u9fff":
            return begun
        begun += found
        runs = [run for run in runs if run.startswith(begun)]


def _first(always: str, runs: Iterable[str]) -> str:
    """Gives the word that begins there each time; where none ends within what always stands there, all of that."""
    if len(always) == 1:
        return always
    word = words.cut([next(run[:SEEN] for run in runs if run.startswith(always))])[0][0]
    return word if always.startswith(word) else always


def _last(always: str, runs: Iterable[str]) -> str:
    if len(always) == 1:
        return always
    word = words.cut([next(run[-SEEN:] for run in runs if run.endswith(always))])[0][-1]
    return word if always.endswith(word) else always


def _may_follow(name: str, word: str, times: int) -> bool:
    if len(word) == 1:
        is_none = word in JOINTS or word in FOLLOWING or word in ACTING
        return times >= SURE and not is_none and (word in CRIMES or words.nounness(name + word) >= 0)
    kind, rarity = words.kind(word), words.rarity(word)
    if word in STOP_WORDS or word in FOLLOWS or word in EMPTY or calls(name, word):
        return False
    if kind in ("noun", "name"):
        return times >= (TIMES if kind == "noun" and rarity >= TELLING else SURE)
    return times >= SURE and rarity >= TELLING and word[0] not in JOINTS


def _may_lead_cut(part: str, name: str, times: int, around: Sequence[str]) -> bool:
    """Tells whether characters (赖 清德, 中 右翼, 清明上 河园) are a part of the name, and of no word before it."""
    if part in SURNAMES:
        return len(name) == _PERSON - 1 and words.kind(name) == "loose"
    if times < SURE or part[0] in JOINTS or part[0] in NO_BEGINNING or not OTHERS.isdisjoint(part):
        return False
    return len(part) > 1 or not any(run[-n:] in words.rarities() for run in around[:-1] for n in (2, 3))


def _may_lead(word: str, name: str, times: int) -> bool:
    kind, rarity = words.kind(word), words.rarity(word)
    is_none = (
        len(word) == 1 or (kind == "other" and rarity < RARE) or word in STOP_WORDS or word in EMPTY or word in ACTS
    )
    if is_none or _is_person(word) or calls(word, name) or not DONE.isdisjoint(word):
        return False
    if kind == "loose" and words.nounness(word) < NO_NOUN:
        return False
    return times >= (TIMES if kind != "noun" or rarity >= TELLING else SURE) and word[0] not in JOINTS
