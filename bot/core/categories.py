"""What a category is called, whatever dashes, blanks and scripts a source writes it in."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bot.core.scripts import simplified
from bot.model import CUT

MAX_NAME = 41
"""Characters; the last of a name that was cut is CUT."""
MAX_DEPTH = 5
UNSORTED = "其他"
NONE = frozenset({UNSORTED, "未分类", "默认分类", "未归类", "无分类", "uncategorized", "uncategorised"})
"""What programs call the category of what has none."""
SHELF = "订阅源"
"""Under it stand the feeds that people added, each readable by whoever added it."""

_DASHES = re.compile(r"\s*[\u002d\u2010-\u2015\u2212\uff0d\ufe58\ufe63]+\s*")
_BLANKS = re.compile(r"\s+")
_CUT_SPELLED = unicodedata.normalize("NFKC", CUT)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@lru_cache(maxsize=4096)
def name_of(raw: str) -> str:
    """Gives the one spelling of a category's name: NFKC, simplified, one kind of dash and of blank."""
    text = _CONTROL.sub("", unicodedata.normalize("NFKC", raw))
    text = _BLANKS.sub(" ", text).strip().strip("|").strip()
    name = _DASHES.sub("-", simplified(text)).strip("-")
    return name if len(name) < MAX_NAME else _cut(name)


def _cut(name: str) -> str:
    stem = name.removesuffix(_CUT_SPELLED)
    if MAX_NAME - len(stem) not in {1, 2}:  # else it was cut before, at a blank or dash one character earlier
        stem = name[: MAX_NAME - 1].rstrip(" -")
    return stem + CUT


def path_of(raw: Sequence[str]) -> tuple[str, ...]:
    """Gives the path readers see; a channel loses its source's name (`新浪财经－国內` below 新浪财经 is 国内)."""
    path: list[str] = []
    for name in map(name_of, raw):
        shown = name.removeprefix(f"{path[-1]}-") if path else name
        if shown and (not path or shown != path[-1]):
            path.append(shown)
    return tuple(path[:MAX_DEPTH]) or (UNSORTED,)


def stated(raw: Sequence[str]) -> tuple[str, ...]:
    """Gives the path an article states for itself; none leads to the shelf of the feeds that people added."""
    path = path_of(raw)
    while path[0] == SHELF:
        path = path[1:] or (UNSORTED,)
    return path if says_something(path[0]) or len(path) > 1 else (UNSORTED,)


def says_something(name: str) -> bool:
    """Tells whether a name is a category's, and not the word a program has for none."""
    known = name_of(name).casefold()
    return bool(known) and known not in NONE
