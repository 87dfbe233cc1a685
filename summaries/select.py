"""Picks the sentences that fit a length, best first, none saying again what another said."""

from collections.abc import Iterable, Sequence

from summaries.document import Document

SAME_NEWS = 0.7
"""The share of a sentence's telling words another may hold before it only repeats it."""

COMPARED = 40
"""Against how many picked sentences a new one is compared: no message holds more, and time stays bounded."""


def pick(
    document: Document, order: Iterable[int], *, sentences: int | None, chars: int | None, kept: Sequence[int] = ()
) -> list[int]:
    """Gives the picked indexes in document order, at least one; `kept` are in already."""
    picked = list(kept)
    left = (chars if chars is not None else sum(len(s.text) for s in document.sentences)) - _length(document, picked)
    room = sentences if sentences is not None else len(document.sentences)
    seen = [frozenset(_words(document, i)) for i in picked]
    for i in order:
        if len(picked) >= room or (left <= 0 and picked):
            break
        size = len(document.sentences[i].text)
        if i in picked or (size > left and picked) or _repeated(words := frozenset(_words(document, i)), seen):
            continue
        picked.append(i)
        seen.append(words)
        left -= size
    return sorted(picked)


def _length(document: Document, picked: Iterable[int]) -> int:
    return sum(len(document.sentences[i].text) for i in picked)


def _words(document: Document, i: int) -> tuple[str, ...]:
    return document.words[i] if i < document.read else ()


def _repeated(words: frozenset[str], seen: list[frozenset[str]]) -> bool:
    return bool(words) and any(len(words & other) > SAME_NEWS * len(words) for other in seen[:COMPARED])
