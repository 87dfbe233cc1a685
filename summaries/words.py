"""The one door to jieba: gives a sentence's words and how rare a word is."""

import logging
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from math import log
from threading import Lock
from typing import Any

from summaries.sentences import has_cjk

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNKNOWN_FREQUENCY = 3
"""What jieba's dictionary gives its rarest words."""

_loading = Lock()


def cut(lines: Sequence[str]) -> list[list[str]]:
    """Gives the words of each line in order; lines without Chinese or Japanese characters never load the dictionary."""
    text = "\n".join(lines)
    if not has_cjk(text):
        return [_WORD.findall(line.lower()) for line in lines]
    return list(_parted(_dictionary().lcut(text), len(lines)))  # one call: each costs as much as a short sentence


def _parted(words: list[str], lines: int) -> Iterator[list[str]]:
    begun = 0
    for _ in range(lines - 1):
        end = words.index("\n", begun)
        yield words[begun:end]
        begun = end + 1
    yield words[begun:]


def rarity(word: str) -> float:
    """Tells how much a word says: the rarer in general Chinese, the more; words of other scripts by their length."""
    if _is_foreign(word):
        return min(9.0, 3.0 + len(word))
    dictionary = _dictionary()
    frequency = dictionary.FREQ.get(word) or _UNKNOWN_FREQUENCY
    return log(dictionary.total / frequency)


def is_known(word: str) -> bool:
    """Tells whether a word stands in the dictionary; words of other scripts are words as they are."""
    return _is_foreign(word) or bool(_dictionary().FREQ.get(word))


def _is_foreign(word: str) -> bool:
    return word.isascii() or not has_cjk(word)


def warm_up() -> None:
    """Loads the dictionary now, so that the first article need not wait for it."""
    _dictionary()


def _dictionary() -> Any:  # noqa: ANN401 (jieba has no types)
    if not _load.cache_info().currsize:
        with _loading:
            return _load()
    return _load()


@cache
def _load() -> Any:  # noqa: ANN401 - jieba has no types
    with _without_pkg_resources():
        import jieba  # noqa: PLC0415 (half a second and 60 MB that a text without Chinese never needs)
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.dt
    with tokenizer.lock:
        if not tokenizer.initialized:
            # jieba would read a cache from the shared temporary folder, where anybody may put one and two starting
            # processes meet; reading its dictionary takes no longer.
            tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
            tokenizer.initialized = True
    return tokenizer


@contextmanager
def _without_pkg_resources() -> Iterator[None]:
    """Lets jieba open its dictionary as a plain file: pkg_resources is deprecated, slow to import and soon gone."""
    name = "pkg_resources"
    if name in sys.modules:
        yield
        return
    modules: dict[str, Any] = sys.modules
    modules[name] = None  # the documented way to make an import fail
    try:
        yield
    finally:
        del modules[name]
