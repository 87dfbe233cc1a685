"""Cuts lines of text into words: Chinese by a segmenter, what stands between blanks as it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from summaries.sentences import has_cjk
from summaries.stop_words import STOP_WORDS, stop_words
from summaries.words.scripts import lowered, plain
from summaries.words.segmenters import segmenter
from summaries.words.stems import stem

_HOLE = "\ue000"
"""Stands for a run of other scripts while a segmenter cuts the Chinese around it: each library has its own idea of
Wi-Fi and 5.3%, and both take Cyrillic to pieces."""

_KEPT = frozenset((_HOLE, "\n"))

_RUN = re.compile(
    r"[^\s·\u2010-\u2027\u2e80-\u309f\u3100-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff65\U00020000-\U0003ffff]{2,}"
)
"""A single letter stays with its neighbours: A股, B超."""

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u109f\u1780-\u17d3"
"""Signs above, below and beside letters, without which the words of many scripts fall apart."""

_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_WORD = re.compile(rf"{_LETTER}+(?:[-.'’&_]{_LETTER}+|(?<=\d),\d+)*%?")


def cut(lines: Sequence[str]) -> list[list[str]]:
    """Gives the words of each line in order, in simplified characters and lower case; Chinese with its punctuation."""
    text = _joined(lines)
    if not has_cjk(text):
        return [_WORD.findall(line) for line in lowered(text).split("\n")]
    holed, runs = _holed(text)
    return _lines(segmenter()(holed), map(_words_of, runs))


def telling(lines: Sequence[str]) -> list[list[str]]:
    """Gives the words of each line that say what it is about, in the form in which one word is always the same."""
    text = _joined(lines)
    if not has_cjk(text):
        return _alphabetic(text)
    holed, runs = _holed(text)
    words = [
        word
        for word in segmenter()(holed)
        if (word not in STOP_WORDS if len(word) > 1 else word in _KEPT)  # ordered for speed: most are short
    ]
    return _lines(words, map(_telling_of, runs))


def _joined(lines: Sequence[str]) -> str:
    """Gives the lines as one text, for each call of a segmenter costs as much as a short sentence."""
    text = "\n".join(lines)
    if text.count("\n") >= len(lines) or "\r" in text or _HOLE in text:
        text = "\n".join([re.sub(rf"[\r\n{_HOLE}]", " ", line) for line in lines])
    return plain(text)


def _holed(text: str) -> tuple[str, list[str]]:
    runs: list[str] = []

    def hole(match: re.Match[str]) -> str:
        runs.append(match[0])
        return _HOLE

    return _RUN.sub(hole, text), runs


@lru_cache(maxsize=1 << 12)
def _words_of(run: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(lowered(run)))


@lru_cache(maxsize=1 << 12)
def _telling_of(run: str) -> tuple[str, ...]:
    return tuple([stem(word) for word in _words_of(run) if len(word) > 1 and word not in STOP_WORDS])


def _alphabetic(text: str) -> list[list[str]]:
    lines = [_WORD.findall(line) for line in lowered(text).split("\n")]
    empty = stop_words({word for line in lines for word in line})
    return [[stem(word) for word in line if len(word) > 1 and word not in empty] for line in lines]


def _lines(words: Iterable[str], runs: Iterator[tuple[str, ...]]) -> list[list[str]]:
    """Parts words into lines again and puts back what the holes stand for."""
    lines: list[list[str]] = [[]]
    line = lines[0]
    for word in words:
        if word == _HOLE:
            line.extend(next(runs))
        elif word == "\n":
            lines.append(line := [])
        else:
            line.append(word)
    return lines
