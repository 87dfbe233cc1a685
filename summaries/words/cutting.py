"""Cuts lines of text into words: Chinese by a segmenter, what stands between blanks as it stands."""

import re
from collections.abc import Sequence
from functools import lru_cache

from summaries.sentences import has_cjk
from summaries.stop_words import STOP_WORDS, stop_words
from summaries.words.scripts import MARKS, lowered, plain
from summaries.words.segmenters import segmenter
from summaries.words.sorting import Told
from summaries.words.stems import stem

try:
    from summaries.compiled.words import holed, is_clean, known, sort_out
except ImportError:  # no compiler was there
    from summaries.words.sorting import holed, is_clean, known, sort_out

_HOLE = "\ue000"
"""Stands for a run of other scripts while a segmenter cuts the Chinese around it: each library has its own idea of
Wi-Fi and 5.3%, and both take Cyrillic to pieces."""

_LETTER = rf"(?:[^\W_]|[{MARKS}])"
_WORD = re.compile(rf"{_LETTER}+(?:[-.'’&_]{_LETTER}+|(?<=\d),\d+)*%?")


_SINGLE = (
    "，。、“”（）：—；《》？！/你我它上新来这多下人地好后该用做大他各当前请同国党 "
    "0123456789中想至超比使像里库两据去约们云内此区如全另占达较近包过俄五起副第出值小需派共非高化写自按条总看一类即点每愿届走部级受天均吗您呢"
    "应美米她行那快本器乌站强得版种仅段越无主村路式州未处带事跨线丁吧链微经套却遭先黎间成性阿太页港集市量既物创外"
)
_DROPPED = known(STOP_WORDS | frozenset(_SINGLE))
"""With the commonest single characters: none of those tells, and to look them up is quicker than to measure each."""


def cut(lines: Sequence[str]) -> list[list[str]]:
    """Gives the words of each line in order, in simplified characters and lower case; Chinese with its punctuation."""
    text = _joined(lines)
    if not has_cjk(text):
        return [_WORD.findall(line) for line in lowered(text).split("\n")]
    return read(lines)[0]


def read(lines: Sequence[str]) -> tuple[list[list[str]], list[list[str]]]:
    """Gives all words of each line as `cut` does, but none of a text without Chinese, and those that tell.

    The latter say what the line is about, in the form in which one word is always the same.
    """
    text = _joined(lines)
    if not has_cjk(text):
        return [[] for _ in lines], _alphabetic(text)
    chinese, runs = holed(text, _HOLE)
    return sort_out(segmenter()(chinese), len(lines), list(map(_words_of, runs)), _DROPPED, _HOLE)


def _joined(lines: Sequence[str]) -> str:
    """Gives the lines as one text, for each call of a segmenter costs as much as a short sentence."""
    text = "\n".join(lines)
    if not is_clean(text, len(lines), _HOLE):
        text = "\n".join([re.sub(rf"[\r\n{_HOLE}]", " ", line) for line in lines])
    return plain(text)


@lru_cache(maxsize=1 << 12)
def _words_of(run: str) -> Told:
    """Gives the words of a run of another script, and those that tell."""
    words = tuple(_WORD.findall(lowered(run)))
    return words, tuple([stem(word) for word in words if len(word) > 1 and word not in STOP_WORDS])


def _alphabetic(text: str) -> list[list[str]]:
    lines = [_WORD.findall(line) for line in lowered(text).split("\n")]
    empty = stop_words({word for line in lines for word in line})
    return [[stem(word) for word in line if len(word) > 1 and word not in empty] for line in lines]
