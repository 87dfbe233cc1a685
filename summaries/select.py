"""Picks the sentences that fit a length, best first, none saying again what another said."""

from collections.abc import Sequence
from dataclasses import dataclass

from summaries.content import stands_alone
from summaries.document import Document
from summaries.rank.learned import Sight
from summaries.worth import Unit, Worth, repeats

FILLING = 0.3
"""What is worth less than this share of the best sentence only fills the room."""

USED = 0.55
"""The share of its room that a summary should take if the text has anything to say."""

IN_LINES = 0.34
"""With a smaller share of whole sentences, a text is written in lines, and only its beginning can be followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a summary may take: so many sentences, so many characters, or both."""

    sentences: int | None = None
    chars: int | None = None

    def takes(self, lengths: Sequence[int]) -> bool:
        """Tells whether sentences of these lengths fit."""
        enough = self.sentences is None or len(lengths) <= self.sentences
        return enough and (self.chars is None or sum(lengths) <= self.chars)

    def is_used(self, lengths: Sequence[int]) -> bool:
        """Tells whether so little is left that a reader misses nothing if it stays empty."""
        return self.sentences is None and self.chars is not None and sum(lengths) >= USED * self.chars


def pick(
    document: Document, order: Sequence[int], room: Room, sight: Sight | None, *, kept: Sequence[int] = ()
) -> list[int]:
    """Gives the picked indexes in document order; `kept` are in already, and one is given however long it is."""
    if room.sentences is not None and room.sentences <= 0:
        return []
    candidates = list(order)
    if room.sentences is None and room.takes([len(document.sentences[i].text) for i in candidates]):
        return sorted(candidates)
    worthy = [i for i in candidates if i not in document.last_resort and stands_alone(document.sentences[i].text)]
    if len(worthy) < IN_LINES * len(candidates):
        worthy, candidates = [], sorted(candidates, key=lambda i: (i in document.last_resort, i))
    picked = _best(document, Worth(document, order, sight), worthy, room, kept)
    if not picked or not worthy or room.sentences is not None:  # who asks for a number gets it, worth telling or not
        picked = _filled(document, candidates, room, picked)
    return sorted(picked)


def _best(document: Document, worth: Worth, worthy: Sequence[int], room: Room, kept: Sequence[int]) -> list[int]:
    """Picks what is worth most beside what is picked, as long as anything fits."""
    picked = list(kept)
    left = [i for i in worthy if i not in picked]
    for i in picked:
        left = worth.tell(i, left)
    left = worth.considered(left)
    while left:
        used = _lengths(document, picked)
        best = _offer(document, worth, room, (used, picked, left))
        if best is None:
            return picked or [left[0]]
        if worth.of(best) < FILLING * worth.most and room.is_used(used):
            break
        for i in [_first_told(document, worth, i, left) for i in best.sentences]:
            picked.append(i)
            left = worth.tell(i, left)
    return picked


def _offer(
    document: Document, worth: Worth, room: Room, state: tuple[Sequence[int], Sequence[int], Sequence[int]]
) -> Unit | None:
    """Gives the unit worth most of those that fit."""
    used, picked, left = state
    units = [unit for i in left for unit in worth.units(i, picked, left)]
    fitting = [unit for unit in units if room.takes([*used, *_lengths(document, unit.sentences)])]
    return max(fitting, key=worth.of, default=None)


def _first_told(document: Document, worth: Worth, i: int, left: Sequence[int]) -> int:
    """Gives the sentence that said nearly the same before, if there is one: what comes later takes it for known."""
    words, longest = worth.words(i), len(document.sentences[i].text)
    before = [j for j in left if j < i and len(document.sentences[j].text) <= longest]
    return min((j for j in before if repeats(words, worth.words(j))), default=i)


def _filled(document: Document, order: Sequence[int], room: Room, picked: list[int]) -> list[int]:
    """Adds the next sentences until one does not fit."""
    seen = [frozenset(document.words[i]) for i in picked if i < document.read]
    for i in order:
        words = frozenset(document.words[i]) if i < document.read else frozenset[str]()
        if i in picked or any(repeats(words, other) for other in seen):
            continue
        if picked and not room.takes(_lengths(document, [*picked, i])):
            break
        picked.append(i)
        seen.append(words)
    return picked


def _lengths(document: Document, indexes: Sequence[int]) -> list[int]:
    return [len(document.sentences[i].text) for i in indexes]
