"""Picks the sentences that fit a length, best first, none saying again what another said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summaries.content import stands_alone
from summaries.document import Document

SAME_NEWS = 0.7
"""The share of a sentence's telling words another may hold before it only repeats it."""

COMPARED = 40
"""Against how many picked sentences a new one is compared: no message holds more, and time stays bounded."""

PATIENCE = 2
"""How many sentences too long for the rest of the room are passed over: what fits far behind them is only filling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a summary may take: so many sentences, so many characters, or both."""

    sentences: int | None = None
    chars: int | None = None

    def takes(self, lengths: Sequence[int]) -> bool:
        """Tells whether sentences of these lengths fit."""
        enough = self.sentences is None or len(lengths) <= self.sentences
        return enough and (self.chars is None or sum(lengths) <= self.chars)


def pick(document: Document, order: Iterable[int], room: Room, *, kept: Sequence[int] = ()) -> list[int]:
    """Gives the picked indexes in document order; `kept` are in already, and one is given however long it is."""
    if room.sentences is not None and room.sentences <= 0:
        return []
    candidates = [i for i in order if i not in document.repeats_title]
    if room.sentences is None and room.takes([len(document.sentences[i].text) for i in candidates]):
        return sorted(candidates)
    worthy = (i for i in candidates if i not in document.last_resort and stands_alone(document.sentences[i].text))
    picked = _filled(document, worthy, room, list(kept))
    if not picked or room.sentences is not None:  # who asks for a number gets it, even where little is worth telling
        picked = _filled(document, candidates, room, picked)
    return sorted(picked)


def _filled(document: Document, order: Iterable[int], room: Room, picked: list[int]) -> list[int]:
    lengths = [len(document.sentences[i].text) for i in picked]
    seen = [_words(document, i) for i in picked]
    misfits = 0
    for i in order:
        if misfits > PATIENCE or len(picked) == room.sentences:
            break
        if i in picked or _repeated(_words(document, i), seen):
            continue
        size = len(document.sentences[i].text)
        if picked and not room.takes([*lengths, size]):
            misfits += 1
            continue
        picked.append(i)
        lengths.append(size)
        seen.append(_words(document, i))
    return picked


def _words(document: Document, i: int) -> frozenset[str]:
    return frozenset(document.words[i]) if i < document.read else frozenset()


def _repeated(words: frozenset[str], seen: list[frozenset[str]]) -> bool:
    return bool(words) and any(len(words & other) > SAME_NEWS * len(words) for other in seen[:COMPARED])
