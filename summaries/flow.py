"""Knows how the sentences of a text hang together: which lean on the one before, belong to one item, or repeat."""

import re
from collections.abc import Iterable
from functools import cached_property, reduce
from math import log
from operator import or_

from summaries.document import Document
from summaries.leaning import answers, breaks_off, goes_on_in_row, points_back
from summaries.telling import greets, is_point, opens_item, stands_alone, tells_little
from summaries.voices import is_quoted, untagged

SAME_NEWS = 0.7
"""The share of a sentence's telling words another may hold before it only repeats it."""

ITEMS = 3
"""So many items make a round-up, where a later sentence is about its item only."""

LONGEST_ITEM = 4
"""With more paragraphs for each heading, a story holds a list: it is about that story, and not about the list."""

FEWEST_WORDS = 4
"""A paragraph with fewer telling words is a heading or an aside, not an item."""

AKIN = 0.065
"""Paragraphs tell one piece of news each if they share no more of their words than this, times the logarithm of their
number: the more there are, the sooner two are akin by chance."""

SOON = 4
"""The second of a row comes within so many sentences."""

IN_LINES = 0.34
"""With a smaller share of whole sentences, a text is written in lines, and only its beginning can be followed."""

LEAST_NEWS = 24
"""Characters; a shorter sentence with its day tells mostly where and when somebody spoke."""

LEAST_SOURCE = 14
"""Characters; a shorter opening names nobody."""

_ANNOUNCES = re.compile(
    r"(?:通报|公告|声明|[说說]明|回[应應]|消息|[发發]文|(?<!名)[称稱]|表示|公布|通告|文件|如下|答[复復覆]|致歉信?|公[开開]信|[发發]布|指出|提到|[写寫]道)[^。：:]{0,12}[：:]$"
)
_DATED = re.compile(
    r"[^，。“”]{0,12}?(?:\d{1,2}月)?\d{1,2}[日号號](?![线線楼樓院室店])|[^，。“”]{0,8}(?:今[天日]|昨[天日]|日前|近日)"
)
_ENDS = frozenset("。！？!?…｡.؟।\u06d4”’」』）)]】》\"'»")


class Flow:
    """A text as one hears it who reads it from the beginning; sentences are told by their index."""

    def __init__(self, document: Document) -> None:
        self.words = [*document.bits, *[0] * (len(document.sentences) - document.read)]
        """The telling words of each sentence as bits of an integer, none of one that was not read."""
        self._document = document
        self._sentences = document.sentences
        self._turns = document.turns

    def is_in_lines(self) -> bool:
        """Tells whether the text is written in lines, as poems and lists are."""
        whole = [text[-1] in _ENDS for text in self._document.texts]
        return sum(whole) < IN_LINES * len(whole)

    @cached_property
    def items(self) -> frozenset[int]:
        """Gives the paragraphs that are about something of their own, if the text is a round-up of such."""
        headed = frozenset([s.paragraph for s in self._sentences if s.place == 0 and opens_item(s.text)])
        if len(headed) >= ITEMS and len(headed) * LONGEST_ITEM > self._sentences[-1].paragraph:
            return headed
        known = self._document.frequency
        if self._turns.asked or not known.keys().isdisjoint(self._document.title_words):
            return frozenset()  # it is an interview, or the title names a story, and not a column
        words = [0] * (self._sentences[-1].paragraph + 1)
        for sentence, own in zip(self._sentences, self.words, strict=True):
            words[sentence.paragraph] |= own
        sizes = list(map(int.bit_count, words))
        items = [number for number, size in enumerate(sizes) if size >= FEWEST_WORDS]
        if len(items) < ITEMS:
            return frozenset()
        said = sum([sizes[number] for number in items])
        again = AKIN * log(len(items)) * said
        if said - len(known) > again:  # to join them would only find more that is said again
            return frozenset()
        is_round_up = said - reduce(or_, [words[number] for number in items]).bit_count() <= again
        return frozenset(items) if is_round_up else frozenset()

    def opens_with_news(self) -> bool:
        """Tells whether the first sentence is a whole one with its day."""
        first = self._sentences[0]
        return len(first.text) >= LEAST_NEWS and _DATED.match(first.text) is not None

    def announces(self, i: int) -> bool:
        """Tells whether a sentence only says who says the next one."""
        text = self._sentences[i].text
        return len(text) >= LEAST_SOURCE and _ANNOUNCES.search(text) is not None

    def opens_none(self, i: int) -> bool:
        """Tells whether a sentence of a round-up goes on with an item, or stands beside them."""
        sentence = self._sentences[i]
        return bool(self.items) and (sentence.place > 0 or sentence.paragraph not in self.items)

    def stands_alone(self, i: int, *, as_heading: bool = False) -> bool:
        """Tells whether a reader understands a sentence by itself; a heading may lack an end mark."""
        text = self._sentences[i].text
        if i in self._document.last_resort or greets(text) or (as_heading and text[-1] in ":："):
            return False
        if is_quoted(self._sentences, i):
            return False
        if breaks_off(text, [following.text for following in self._sentences[i + 1 : i + 1 + SOON]]):
            return False
        return stands_alone(text) or (as_heading and stands_alone(f"{text}。"))

    def leans_on(self, i: int) -> int | None:
        """Gives the sentence that makes clear what this one is about, or who says so; nothing where it stands alone."""
        text = self._sentences[i].text
        if i > 0 and (points_back(text) or answers(text, self._sentences[i - 1].text)):
            return i - 1
        return self._turns.opened.get(i)

    def leans_beyond(self, i: int) -> bool:
        """Tells whether a sentence means what the one before it leans on, which need not be told then."""
        return (
            self.leans_on(i - 1) == i - 2
            and i not in self._turns.opened
            and not goes_on_in_row(self._sentences[i].text)
        )

    def may_lead(self, i: int, to: int) -> bool:
        """Tells whether a sentence makes another clear without one before it: an answer does that names who speaks."""
        names_speaker = self._turns.opened.get(to) == i and not points_back(untagged(self._sentences[i].text))
        return self.stands_alone(i) and (names_speaker or self.leans_on(i) is None)

    def only_asks(self, i: int) -> bool:
        """Tells whether a sentence belongs to a question of an interview, which is nothing without its answer."""
        return i in self._turns.asked

    def first_to_say(self, i: int) -> int:
        """Gives the sentence that said nearly the same before and is no longer: what comes later takes it for known."""
        longest = len(self._sentences[i].text)
        before = [j for j in self.repeated(i, range(i)) if len(self._sentences[j].text) <= longest]
        return next(filter(self._tells, before), i)

    def _tells(self, i: int) -> bool:
        """Tells whether a sentence may be told for another: no question that it answers, no point of a list."""
        text = self._sentences[i].text
        return self.stands_alone(i) and not tells_little(text) and not is_point(text)

    def repeated(self, i: int, others: Iterable[int]) -> list[int]:
        """Gives those of other sentences that tell most of a sentence's words."""
        words, of = self.words[i], self.words
        most = SAME_NEWS * words.bit_count()
        return [j for j in others if (words & of[j]).bit_count() > most]
