r"""Gives a title back the marks its post lost: `: / \ ? * “ ” < > | [ ]` all became `_` in file and title."""

import re
from collections.abc import Iterable, Sequence

from bot.sources.rules import ORIGINAL_TITLE

MARK = r"""[:/\\?*“”<>|\[\]"：\uff0f？\uff0a｜‘’「」『』]"""
MOST_MARKS = 24
LONGER = 40
"""So many characters an original title's line may have beyond the post's own (a column's name)."""

_QUESTION = r"How|What|Why|Who|Whose|When|Where|Which|Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Has|Have"
_UNIT = "吨|升|公斤|千克|斤|平方米|平米|立方米|股|人|天|年|月|日|小时|桶|盎司|克|张|只|件|台|辆|秒|次|户|亩"

_COLUMN = (
    "快讯|早报|晚报|日报|周报|周刊|早评|午评|收评|复盘|盘前|盘后|独家|深度|观察|头条|专访|图解|要闻|评论|聚焦|视点|解读|专栏|连线|对话|见闻|异动"
    "|策略|公告"
)

LONE_MARKS = (
    (
        re.compile(r"_(?=ST(?!股|板|概念|公司|类|族|制|帽)[\u3400-\u9fff]{2}(?![^_，。、：；]{0,3}_))"),
        "*",
        "before a share's name: it may be delisted",
    ),
    (re.compile(r"(?<!\d)(\d{4})_(\d{1,2})_(?=\d{1,2}(?!\d))"), r"\1/\2/", "between year, month and day"),
    (re.compile(r"(?<!\d)(24|7)_(?=(?:7|24)(?!\d))"), r"\1/", "all day, all week"),
    (
        re.compile(rf"^([^_，。！？]{{0,6}}(?:{_COLUMN}))_(?=[^_]*(?:_[^_]*_[^_]*)*$)"),
        r"\1|",
        "behind a column's name, the others in pairs",
    ),
    (re.compile(r"(?<= )_(?= )"), "|", "blanks on both sides: a column's name or a series"),
    (re.compile(r"(?<=\d)_(?=\d)"), ":", "between figures: a score, a time, a ratio"),
    (re.compile(r"^([^_]*(?:_[^_]+_)*[^_]*[？！?!])_(?= )"), r"\1|", "a sentence is complete before it, no quote open"),
    (re.compile(rf"(?<=[元角分币])_(?=(?:{_UNIT}))"), "/", "a price for a unit"),
    (re.compile(r"(?<=[【（(])([^_【】（）()]+)_(?=[^_【】（）()]+[】）)])"), r"\1/", "one alone between brackets"),
    (
        re.compile(r"^([^_]*(?:__|_[^_]+_)*[^_]*[A-Za-z0-9])_(?= )"),
        r"\1:",
        "after a Latin word, before a blank, no quote open",
    ),
    (re.compile(rf"(?:(?<=^)|(?<=: ))((?:{_QUESTION})\b[^_]*)_$"), r"\1?", "an English question ends"),
    (
        re.compile(r"^([^_]*(?:_[^_]+_)*[^_]*(?:吗|呢|么|如何|为何|何在|几何|怎么办|怎样|多少|哪里))_$"),
        r"\1?",
        "a Chinese question ends, no quote open",
    ),
)
"""What one `_` stands for where its neighbours tell, and why; what they leave is a pair of quotes."""


_NAME = re.compile(
    r"(?<![^\s,.:;!?，。：；！？、])(?:[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|__[a-z0-9]+(?:_[a-z0-9]+)*__)"
    r"(?![^\s,.:;!?，。：；！？、])"
)
"""A name of programs that stands alone; between the letters of a Latin word no mark is lost."""
_OWN = "\ufdd0"
"""Stands for a `_` that stays; no text holds it."""


def restore(title: str, lines: Sequence[str]) -> str:
    """Gives the title with its marks: as a line of the article has it, else by neighbours and in pairs of quotes."""
    if ("_" not in title and '"' not in title) or title.count("_") > MOST_MARKS:
        return title
    named = _NAME.sub(lambda name: name[0].replace("_", _OWN), title)
    return _as_in(lines, title) or _paired(_with_lone_marks(named), lines).replace(_OWN, "_")


def _as_in(lines: Iterable[str], title: str) -> str | None:
    """Takes the marks from a line that is the title but for them."""
    parts = re.split(r'(["_ ])', title)
    pattern = re.compile("".join(_GAPS.get(part) or re.escape(part) for part in parts))
    for line in lines:
        if len(line) > len(title) + LONGER:
            continue
        original = ORIGINAL_TITLE.match(line)
        said = line[original.end() :] if original else line
        said = said if title.startswith("《") else said.removeprefix("《")
        found = pattern.match(said) if original else pattern.fullmatch(said)
        if found and ("_" in title or original):
            marks = iter(found.groups())
            return "".join(next(marks) if part in {'"', "_"} else part for part in parts)
    return None


_GAPS = {"_": f"({MARK})", '"': r'(["“”])', " ": r"\s*"}


def _with_lone_marks(title: str) -> str:
    for pattern, mark, _ in LONE_MARKS:
        title = pattern.sub(mark, title)
    return title


def _paired(title: str, lines: Sequence[str]) -> str:
    """Makes quotes of the rest, in pairs from left to right; an odd one is left where the article quotes the others."""
    places = [place for place, letter in enumerate(title) if letter == "_"]
    if len(places) % 2:
        text = "\n".join(lines)
        places = max(
            (places[:odd] + places[odd + 1 :] for odd in range(0, len(places), 2)),
            key=lambda kept: _quoted(title, kept, text),
        )
        if not _quoted(title, places, text):
            return title
    letters = list(title)
    for nth, place in enumerate(places):
        letters[place] = "“”"[nth % 2]
    return "".join(letters)


def _quoted(title: str, places: Sequence[int], text: str) -> int:
    """Counts the pairs whose words the article quotes as well."""
    return sum(f"“{title[a + 1 : b]}”" in text for a, b in zip(places[::2], places[1::2], strict=True))
