"""The one door to the libraries that cut Chinese text into words: jieba, or rjieba where nothing was compiled."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from threading import RLock
from types import ModuleType
from typing import Any

Segmenter = Callable[[str], list[str]]
"""Gives a text's words; joined, they are the text."""

_chosen: ContextVar[str | None] = ContextVar("segmenter", default=None)
_loading = RLock()
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""What Python holds in a text, but no other language does."""


def segmenter() -> Segmenter:
    """Gives the segmenter in use, loaded; the first call takes its time, and others wait for it."""
    name = _chosen.get() or _default()
    with _loading:
        return SEGMENTERS[name]()


@contextmanager
def using(name: str) -> Iterator[None]:
    """Lets the block, and no other thread or task, cut with a segmenter of `SEGMENTERS`."""
    token = _chosen.set(name)
    try:
        yield
    finally:
        _chosen.reset(token)


@cache
def _default() -> str:
    """Gives the name of the quickest: our own cut where it was compiled."""
    return "jieba" if find_spec("summaries.compiled.dictionary") or not find_spec("rjieba") else "rjieba"


@cache
def _rjieba() -> Segmenter:
    import rjieba  # noqa: PLC0415 (an eighth of a second and 30 MB that a text without Chinese never needs)

    def cut(text: str) -> list[str]:
        try:
            words: list[str] = rjieba.cut(text)
        except UnicodeEncodeError:
            words = rjieba.cut(_HALF_CHARACTER.sub(" ", text))
        return words

    return cut


@cache
def _jieba() -> Segmenter:
    # All of these take time and memory that a text without Chinese never needs, nor one that rjieba cuts.
    from summaries.words.unlisted import Unlisted  # noqa: PLC0415

    cutting = _cutting()
    with _without_pkg_resources():
        import jieba  # noqa: PLC0415
    jieba.setLogLevel("CRITICAL")
    dictionary, tables = jieba.dt, jieba.finalseg
    with dictionary.lock:
        if dictionary.initialized:  # it may hold words of somebody's own
            lexicon = cutting.read_counts(dictionary.FREQ, dictionary.total)
        else:
            with dictionary.get_dict_file() as file:
                lexicon = cutting.read_lines(file.read())
    unlisted = Unlisted(tables.start_P, tables.trans_P, tables.emit_P, frozenset(tables.Force_Split_Words))
    cut: Segmenter = cutting.Cutter(lexicon, unlisted).cut
    return cut


def _cutting() -> ModuleType:
    """Gives what cuts by a dictionary."""
    try:
        from summaries.compiled import dictionary  # noqa: PLC0415 - only there where a compiler was
    except ImportError:
        from summaries.words import dictionary_cut  # noqa: PLC0415 - its patterns take milliseconds

        return dictionary_cut
    return dictionary


SEGMENTERS: dict[str, Callable[[], Segmenter]] = {"rjieba": _rjieba, "jieba": _jieba}


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
