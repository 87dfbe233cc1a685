"""Picks the sentences that fit a length, best first, none saying again what another said."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf

from summaries.document import Document
from summaries.flow import Flow
from summaries.rank.sight import Sight
from summaries.telling import is_point, tells_little
from summaries.worth import Worth

DIMMED = 0.35
"""What is left of the worth of a sentence that leans on another, counts a point of a story's list, or tells little."""

GOES_ON = 1e-3
"""The same of one that goes on with an item of a round-up: so each item is opened first."""

HARDLY = 1e-6
"""The same of what cannot be read by itself, if a number of sentences is asked for."""

USED = 0.55
"""The share of its room that a story takes before the rest may stay empty: nothing is told only to fill it."""

LEAD, RANKED_FIRST, NEW_WORDS = 3, 3, 4
"""Of the text's first sentences those among so many of the ranking's first are told in what is left of the room, if
they say so many words that nobody said. Read by eye, they were worth their room seven times of ten, others three."""

USED_BY_ITEMS = 0.7
"""The share that a round-up takes before no item is told further; one that is not yet opened has its place."""

BRIEF = 20
"""A shorter text with a title is told by what the title leaves out, any other by its ranking, if a number is asked."""


Offer = tuple[float, int, int]
"""Minus what a sentence is worth, the sentence, and beside how many picked ones it was weighed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a summary may take: so many sentences, so many characters, or both."""

    sentences: int | None = None
    chars: int | None = None


def pick(
    document: Document, order: Sequence[int], room: Room, sight: Sight | None, *, kept: Sequence[int] = ()
) -> list[int]:
    """Gives the picked indexes in document order; `kept` are in already, and one is given however long it is."""
    if not order or (room.sentences is not None and room.sentences <= 0):
        return []
    choice = _Choice(document, room, kept)
    rest = [i for i in order if i not in document.last_resort and i not in kept]
    if room.sentences is None and rest and choice.fits(rest):
        choice.take_all(sorted(rest))
        return sorted(choice.picked)
    if choice.flow.is_in_lines():
        choice.read_on(sorted(order, key=lambda i: (i in document.last_resort, i)))
    else:
        is_brief = document.title_words and len(document.sentences) < BRIEF
        weighed = not choice.flow.items and (room.sentences is None or is_brief)
        choice.take_best(order, Worth(document, order, sight if weighed else None))
    return sorted(choice.picked)


class _Choice:
    """What is picked of a text, and what still goes with it."""

    def __init__(self, document: Document, room: Room, kept: Sequence[int]) -> None:
        self.flow = Flow(document)
        self.picked: list[int] = []
        self._texts = document.texts
        self._by_number = room.sentences is not None
        self._places = inf if room.sentences is None else room.sentences
        self._room = self._free = inf if room.chars is None else room.chars
        self._said: set[str] = set()
        self._told = 0
        self._reads: dict[int, tuple[float, int | None]] = {}
        self._pick(kept)

    def take_all(self, indexes: Sequence[int]) -> None:
        """Picks these, but what is said twice only once."""
        for i in indexes:
            if self._texts[i] not in self._said:
                self._pick([i])

    def read_on(self, order: Sequence[int]) -> None:
        """Picks the first that fit together, one at least."""
        for i in order:
            if self._is_told(i):
                continue
            if self.picked and not self.fits([i]):
                break
            self._pick([i])

    def take_best(self, order: Sequence[int], worth: Worth) -> None:
        """Picks what is worth most of what fits beside what is picked, one at least."""
        offers = [(-worth.alone[i], i, 0) for i in order]
        is_full = self._is_full()
        offers = self._of_lead(offers, order) if is_full else offers
        heapify(offers)
        while offers and self._places:
            _, i, beside = heappop(offers)
            if is_full and not self._adds_much(i):
                continue
            is_weighed, is_read = beside == len(self.picked), i in self._reads
            if len(self._texts[i]) > self._free:
                continue
            if not is_weighed and (self._is_told(i) or self._is_filling(i)):  # what was weighed was asked then
                continue
            if is_weighed and is_read:
                self._pick(self._with(i))
                if not is_full and (is_full := self._is_full()):
                    offers = self._of_lead(offers, order)
                    heapify(offers)
            elif share := self._share(i) if is_weighed or is_read else 1.0:  # to read is dearer than to weigh
                value = share * worth.beside(i, self.flow.words[i] & self._told)
                heappush(offers, (-value, i, len(self.picked)))
        self._name_source()
        if not self.picked:
            self._pick([max(filter(self.flow.stands_alone, order), key=worth.alone.__getitem__, default=order[0])])

    def _of_lead(self, offers: Sequence[Offer], order: Sequence[int]) -> list[Offer]:
        """Gives the offers that may still be told when the room is used."""
        first = {i for i in order[:RANKED_FIRST] if i < LEAD} | ({0} if self.flow.opens_with_news() else set())
        return [offer for offer in offers if offer[1] in first and self.fits((offer[1],))]

    def _name_source(self) -> None:
        """Adds who says so, if the first sentence only announces the second: …发布通报："""
        if 1 in self.picked and 0 not in self.picked and self.flow.announces(0) and self.fits((0,)):
            self._pick((0,))

    def fits(self, indexes: Sequence[int]) -> bool:
        """Tells whether there is room for these."""
        return len(indexes) <= self._places and sum([len(self._texts[i]) for i in indexes]) <= self._free

    def _pick(self, indexes: Sequence[int]) -> None:
        for i in indexes:
            self.picked.append(i)
            self._places -= 1
            self._free -= len(self._texts[i])
            self._said.add(self._texts[i])
            self._told |= self.flow.words[i]

    def _is_told(self, i: int) -> bool:
        """Tells whether a sentence is picked, or says nearly the same as one that is."""
        return self._texts[i] in self._said or bool(self.flow.repeated(i, self.picked))

    def _is_full(self) -> bool:
        if self._by_number:
            return not self._places
        return self._room - self._free >= USED * self._room and not self.flow.items

    def _adds_much(self, i: int) -> bool:
        """Tells whether a sentence may be told though the room is used: one that reads well and says much new."""
        words = self.flow.words[i]
        new = (words & ~self._told).bit_count()
        if new < NEW_WORDS or 2 * new < words.bit_count():
            return False
        if i not in self._reads:
            self._reads[i] = self._read(i)
        share, lead = self._reads[i]
        return share == 1.0 and self._is_led(i, lead)

    def _is_filling(self, i: int) -> bool:
        """Tells whether a sentence opens no item though there is hardly room for another."""
        is_used = not self._by_number and self._room - self._free >= USED_BY_ITEMS * self._room
        return is_used and self.flow.opens_none(i)

    def _share(self, i: int) -> float:
        """Gives what is left of a sentence's worth for how it reads beside what is picked."""
        if i not in self._reads:
            self._reads[i] = self._read(i)
        share, lead = self._reads[i]
        return share if self._is_led(i, lead) else share * DIMMED

    def _is_led(self, i: int, lead: int | None) -> bool:
        """Tells whether a sentence leans on none, or stands behind the one it leans on, or which that one leans on."""
        if lead is None or lead in self.picked:
            return True
        return lead == i - 1 and i - 2 in self.picked and self.flow.leans_beyond(i)

    def _read(self, i: int) -> tuple[float, int | None]:
        """Tells how a sentence reads, and on which it leans; who asks for a number takes it as it is."""
        if not self.flow.stands_alone(i, as_heading=self._by_number):
            return HARDLY if self._by_number else 0.0, None
        opens_none = self.flow.opens_none(i)
        share, text = GOES_ON**opens_none, self._texts[i]
        if self._by_number:
            return share, None
        dims = 2 * self.flow.only_asks(i) + tells_little(text) + (is_point(text) and not self.flow.items)
        return share * DIMMED**dims, None if opens_none else self.flow.leans_on(i)

    def _with(self, i: int) -> tuple[int, ...]:
        """Gives what is told with a sentence: what it leans on, or instead of it, who said nearly the same before."""
        lead = self._reads[i][1]
        if lead is None or self._is_led(i, lead):
            return (self.flow.first_to_say(i),)
        if self.fits((lead, i)) and self.flow.may_lead(lead, i) and not self._is_told(lead):
            return (lead, i)
        return () if self.picked else (i,)
