"""Gives back to a Chinese name what the cut took from it, and joins words that are one name."""

from collections.abc import Sequence

from summaries import words
from summaries.keywords.candidates import Scene
from summaries.keywords.chinese import names_something
from summaries.keywords.signs import (
    ACTING,
    ACTS,
    AMOUNTS,
    BODIES,
    EMPTY,
    ENDS,
    FOLLOWING,
    FOLLOWS,
    GOES_ON,
    JOINTS,
    KINDS,
    MINISTRIES,
    OFFICES,
    PARTS,
    PLACES,
    RANKS,
    SOUNDS,
    SURNAMES,
    TAILS,
)

TIMES = 2
"""How often a word must stand in the text before what always stands beside it is taken for a part of it."""

TIMES_OF_USUAL = 3
RARE = 6.5
OFTEN = 0.6
EXCEPTIONS = 8
"""Once in so many times, another character may stand beside a name's part: 浅浅 alone among eight 贾浅浅."""

BETWEEN = "间"
"""What stands before it are several of a kind, and none by name: 银行 间."""

GIVEN = 2
"""A given name is so long at most."""

LONGEST_NAME = 8
LONGEST_FOREIGN = 12
LONGEST_WORD = 4
LONGEST_BODY = 6
LONGEST_MINISTRY = 12

REPORTERS = ("新闻记者", "记者")
NO_NAME = -3.5
"""A word that nobody knows and that looks so little like a noun is no part of a name."""


def whole(word: str, scene: Scene) -> str:
    """Gives a word with what always stands beside it (储能 电池, 青河 大学), or nothing if that makes no name."""
    if not names_something(word, scene):
        return _with_surname(word, scene)
    name = _found(word, scene)
    return _of_its_kind(name, scene) if name else ""


def _of_its_kind(name: str, scene: Scene) -> str:
    """Gives a name with the one character that says of what kind it is, if that always follows and begins no word; none
    of a paper whose reporter writes.
    """
    after = scene.text.find(name) + len(name)
    kind = scene.text[after : after + 1]
    if kind not in KINDS or (kind in PLACES and words.kind(name) == "noun"):
        return "" if scene.text.startswith(REPORTERS, after) and _is_reporters(name, scene) else name
    runs = scene.text.split(name)[1:]
    if len(name) >= LONGEST_FOREIGN or not all(run.startswith(kind) for run in runs):
        return name
    if any(run[:2] in scene.vocabulary or run[:2] in words.rarities() for run in runs):
        return name
    return _ministry(name + kind, scene) if kind in MINISTRIES else name + kind


def _is_reporters(name: str, scene: Scene) -> bool:
    """Tells whether a name is only that of the paper whose reporter writes."""
    return all(run.startswith(REPORTERS) for run in scene.text.split(name)[1:])


def _ministry(name: str, scene: Scene) -> str:
    """Gives a ministry of two matters with both (工业和 信息化部)."""
    around = scene.text.split(name)
    first = _word_before(around[0].removesuffix("和"), scene) if around[0].endswith("和") else ""
    if not first or words.kind(first) != "noun" or first[-1] in MINISTRIES:
        return name
    return f"{first}和{name}" if all(run.endswith(f"{first}和") for run in around[:-1]) else name


def _found(word: str, scene: Scene) -> str:
    """Gives a word with the words and characters that belong to it."""
    around = scene.text.split(word)  # what stands before and after it each time, by a single search
    if len(around) == 1 or around[1].startswith(BETWEEN):
        return ""
    if word in BODIES:
        return _body(word, around, scene)
    if min(scene.vocabulary.get(word, 0) + (word in scene.title), len(around) - 1) < TIMES:
        return _once(word, len(around[0]), scene)
    return _joined(word, around, scene)


def _with_surname(word: str, scene: Scene) -> str:
    """Gives a person's name if the word, which nobody knows, never stands without the same surname before it."""
    if len(word) != GIVEN or scene.vocabulary.get(word, 0) < TIMES or word[0] in JOINTS or words.kind(word) != "loose":
        return ""
    start = scene.text.find(word)
    before, name = scene.text[max(0, start - LONGEST_WORD) : start], scene.text[max(0, start - 1) : start + GIVEN]
    is_other = name[:1] not in SURNAMES or _ends_word(before, scene)  # 仰大陆 鼻息
    return "" if is_other or scene.text.count(name) < scene.text.count(word) else name


def _body(word: str, around: Sequence[str], scene: Scene) -> str:
    """Gives a body with its name before it; by itself it must be what the text is about."""
    before = _word_before(around[0], scene)
    if before and word in PARTS:
        return _of_state(word, around, scene)
    named = 1 if before and words.kind(before) != "noun" else TIMES  # 青河 大学, but not 新建 大学
    if before and sum([run.endswith(before) for run in around[:-1]]) >= named:
        return _led_by(before + word, scene)
    if word in PARTS:
        return ""
    return word if scene.vocabulary.get(word, 0) >= TIMES or word in scene.document.title_words else ""


def _of_state(name: str, around: Sequence[str], scene: Scene) -> str:
    """Gives a ministry or an office with all that it is for (住房 城乡 建设部), but no country before that."""
    while (before := _word_before(around[0], scene)) and len(before + name) <= LONGEST_MINISTRY:
        if name not in PARTS and words.kind(before) != "noun":
            break
        name = before + name
        around = scene.text.split(name)
    return _ministry(name, scene)


def _once(word: str, start: int, scene: Scene) -> str:
    """Gives a word said once with the body it names (国铁 集团) or what begins a foreign name (佩 斯科夫)."""
    text, end = scene.text, start + len(word)
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
        if part > 1 and not _sounds_rare(text[start - part : start]):
            break
        start -= part
    while end - start < LONGEST_FOREIGN and _sounds_rare(text[start:end]):
        part = next((n for n in range(LONGEST_WORD, 1, -1) if text[end : end + n] in scene.vocabulary), 0)
        part = part or _apart(text[end : end + LONGEST_WORD], scene)
        if not part or not _sounds_rare(text[end : end + part]):
            break
        end += part
    return start, end


def _apart(run: str, scene: Scene) -> int:
    """Tells how many characters at a run's beginning sound foreign, and are in no word (巴赫 穆特)."""
    sounds = next((i for i, character in enumerate(run) if character not in SOUNDS), len(run))
    pairs = [run[i : i + 2] for i in range(sounds)]
    return 0 if any(pair in scene.vocabulary or pair in words.rarities() for pair in pairs) else sounds


def _sounds_rare(word: str) -> bool:
    return SOUNDS.issuperset(word) and (words.kind(word) == "loose" or words.rarity(word) >= RARE)


def _joined(word: str, around: Sequence[str], scene: Scene) -> str:
    """Gives a word with the word that mostly stands beside it; the title, which says much again, does not count."""
    if word in ACTS or word in FOLLOWS:
        return word
    in_title = scene.title.count(word)
    needed = max(TIMES, OFTEN * (len(around) - 1 - in_title))
    before, after = _same_beside(around)
    if before >= needed and (neighbour := _word_before(around[0], scene)):
        together = sum([run.endswith(neighbour) for run in around[in_title:-1]])
        if together >= needed and not _calls(neighbour, word) and _belongs(neighbour, together, scene):
            return _led_on(neighbour + word, scene)
    if after >= needed and (neighbour := _word_after(word, around[1], around[in_title + 1 :], needed, scene)):
        return _led_on(word + neighbour, scene)
    return _grown(word, around, scene)


def _same_beside(around: Sequence[str]) -> tuple[int, int]:
    """Tells how often the character before a word is the same as at first, and how often the one after it."""
    before, after = [run[-1:] for run in around[:-1]], [run[:1] for run in around[1:]]
    return before.count(before[0]), after.count(after[0])


def _led_on(name: str, scene: Scene) -> str:
    """Gives joined words with those that always follow (气候变化 专门 委员会)."""
    while len(name) < LONGEST_NAME:
        runs = scene.body.split(name)[1:]
        if not (after := _word_after(name, runs[0], runs, max(TIMES, len(runs)), scene)):
            break
        name += after
    return "" if name in EMPTY else _led_by(name, scene)


def _led_by(name: str, scene: Scene) -> str:
    """Gives joined words with the one character that always stands before them (阿 达尼 集团)."""
    around = scene.text.split(name)
    before, _ = _same_beside(around)
    left = around[0]
    is_part = _is_part(left[-1:], foreign=SOUNDS.issuperset(name)) and left[-1:] not in ACTING
    if len(around) <= TIMES_OF_USUAL or before < len(around) - 1 or not is_part:
        return name
    is_other = left[-1] in ENDS or left[-2:] in words.rarities() or _ends_word(left, scene)
    return name if is_other else left[-1] + name


def _belongs(neighbour: str, together: int, scene: Scene) -> bool:
    """Tells whether a neighbour is a word by itself, or else hardly stands without this one (冯德 莱恩)."""
    if words.kind(neighbour) == "noun":
        return True
    return together >= (OFTEN if words.kind(neighbour) == "loose" else 1) * scene.body.count(neighbour)


def _calls(before: str, word: str) -> bool:
    """Tells whether a word only says who or what the next one names: 局长 孙晓龙, or what is done to it: 封锁 海峡."""
    if before in ACTS or (before.endswith(RANKS) and (word[0] in SURNAMES or _sounds_rare(word))):
        return True
    return before[-1] in OFFICES and (word[0] in SURNAMES or words.kind(word) in ("loose", "name"))


def _word_before(run: str, scene: Scene) -> str:
    """Gives the word that a run of text ends in, if it may belong to a name."""
    if not "\u4e00" <= run[-1:] <= "\u9fff":
        return ""
    word = next((run[-n:] for n in range(LONGEST_WORD, 1, -1) if run[-n:] in scene.vocabulary), "")
    return word if word and word not in ACTS and _may_belong(word) else ""


def _word_after(name: str, run: str, runs: Sequence[str], needed: float, scene: Scene) -> str:
    """Gives the word that a run after a name begins with, if so many of the runs do and it makes one name with it."""
    if not "\u4e00" <= run[:1] <= "\u9fff":
        return ""
    word = next((run[:n] for n in range(LONGEST_WORD, 1, -1) if run[:n] in scene.vocabulary), "")
    if not word or words.kind(word) == "name" or word in FOLLOWS or not _may_belong(word) or _calls(name, word):
        return ""
    together = sum([run.startswith(word) for run in runs])
    return word if together >= needed and _belongs(word, together, scene) else ""


def _may_belong(word: str) -> bool:
    kind = words.kind(word)
    if kind == "loose" and (word[0] in JOINTS or word[-1] in GOES_ON):
        return False
    if kind == "loose" and words.nounness(word) <= NO_NAME and word[0] != "第":
        return False
    return kind != "other" and word not in EMPTY


def _grown(word: str, around: Sequence[str], scene: Scene) -> str:
    """Gives back the characters a cut took from a name (建章 always follows 梁: 梁建章), or nothing for a miscut."""
    name, times = word, len(around) - 1
    usual = times < TIMES_OF_USUAL and words.kind(word) == "noun" and words.rarity(word) < RARE
    while times >= TIMES and not usual and (longer := _longer(name, around, times - times // EXCEPTIONS, scene)):
        if len(longer) > LONGEST_NAME:
            return ""  # a phrase said twice, of which the cut made words by chance
        name, around = longer, scene.text.split(longer)
    return "" if name[-1] in TAILS and words.kind(name) == "loose" else name


def _longer(name: str, around: Sequence[str], needed: int, scene: Scene) -> str:
    """Gives the name with the character that stands beside it every time, if there is one."""
    before, after = _same_beside(around)
    if before < needed and after < needed:
        return ""
    left, right, foreign = around[0], around[1], SOUNDS.issuperset(name)
    if before >= needed and len(name) == GIVEN and left[-1:] in SURNAMES and not _ends_word(left, scene):
        return left[-1:] + name  # 蒋 万安, though foreign names sound so too
    if before >= needed and _is_part(left[-1:], foreign=foreign) and left[-1:] not in ENDS | AMOUNTS | ACTING:
        is_other = not foreign and (left[-2:] in words.rarities() or _ends_word(left, scene))
        return "" if is_other else left[-1:] + name
    if name[-1] in OFFICES and right[:1] in SURNAMES:
        return ""
    is_part = _is_part(right[:1], foreign=foreign) and right[:1] not in FOLLOWING
    if after >= needed and (is_part or _ends_a_given_name(name, right)):
        return "" if right[:2] in words.rarities() and not foreign else name + right[:1]
    return ""


def _ends_a_given_name(name: str, right: str) -> bool:
    """Tells whether 之 or 新 is the last of three characters of a person, and not a word by itself."""
    return right[:1] in "之新成" and len(name) == len("叶元") and name[0] in SURNAMES and words.kind(name) == "loose"


def _is_part(character: str, *, foreign: bool) -> bool:
    if foreign:
        return character in SOUNDS
    return "\u4e00" <= character <= "\u9fff" and character not in JOINTS


def _ends_word(run: str, scene: Scene) -> bool:
    """Tells whether a run of text ends in a word."""
    return any(run[-n:] in scene.vocabulary for n in range(2, LONGEST_WORD + 1))
