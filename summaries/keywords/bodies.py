"""Knows how bodies and places are called: by a kind, and by what stands before it."""

from collections.abc import Sequence

from summaries import words
from summaries.keywords.beside import TIMES, led_by, word_before
from summaries.keywords.candidates import Scene
from summaries.keywords.signs import KINDS, MINISTRIES, PARTS, PLACES

LONGEST = 12
REPORTERS = ("新闻记者", "记者")


def body(word: str, around: Sequence[str], scene: Scene) -> str:
    """Gives a body with its name before it; by itself it must be what the text is about."""
    before = word_before(around[0], scene)
    if before and word in PARTS:
        return _of_state(word, around, scene)
    named = 1 if before and words.kind(before) != "noun" else TIMES  # 青河 大学, but not 新建 大学
    if before and sum([run.endswith(before) for run in around[:-1]]) >= named:
        return led_by(before + word, scene)
    if word in PARTS:
        return ""
    return word if scene.vocabulary.get(word, 0) >= TIMES or word in scene.document.title_words else ""


def _of_state(name: str, around: Sequence[str], scene: Scene) -> str:
    """Gives a ministry or an office with all that it is for (住房 城乡 建设部), but no country before that."""
    while (before := word_before(around[0], scene)) and len(before + name) <= LONGEST:
        if name not in PARTS and words.kind(before) != "noun":
            break
        name = before + name
        around = scene.text.split(name)
    return _ministry(name, scene)


def of_its_kind(name: str, scene: Scene) -> str:
    """Gives a name with the one character that says of what kind it is, if that always follows and begins no word; none
    of a paper whose reporter writes.
    """
    after = scene.text.find(name) + len(name)
    kind = scene.text[after : after + 1]
    if kind not in KINDS or (kind in PLACES and words.kind(name) == "noun"):
        return "" if scene.text.startswith(REPORTERS, after) and _is_reporters(name, scene) else name
    runs = scene.text.split(name)[1:]
    if len(name) >= LONGEST or not all(run.startswith(kind) for run in runs):
        return name
    begins_word = [run[:2] in scene.vocabulary or run[:2] in words.rarities() for run in runs]
    if 2 * sum(begins_word) >= len(runs):  # 北海道 部分
        return name
    return _ministry(name + kind, scene) if kind in MINISTRIES else name + kind


def _is_reporters(name: str, scene: Scene) -> bool:
    """Tells whether a name is only that of the paper whose reporter writes."""
    return all(run.startswith(REPORTERS) for run in scene.text.split(name)[1:])


def _ministry(name: str, scene: Scene) -> str:
    """Gives a ministry of two matters with both (工业和 信息化部)."""
    around = scene.text.split(name)
    first = word_before(around[0].removesuffix("和"), scene) if around[0].endswith("和") else ""
    if not first or words.kind(first) != "noun" or first[-1] in MINISTRIES:
        return name
    return f"{first}和{name}" if all(run.endswith(f"{first}和") for run in around[:-1]) else name
