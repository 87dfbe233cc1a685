"""Recognises a round-up, several short items one after the other, and ranks it so that many items are told."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from summaries.document import Document
from summaries.sentences import count_tokens

FEWEST_ITEMS = 3
FEWEST_WORDS = 4
"""A paragraph with fewer telling words is a heading, not an item."""

MANY_ITEMS = 5
CERTAIN = 0.45
CERTAIN_OF_FEW = 0.6
"""Learned: so 1 in 150 articles on one topic is taken for a round-up, and 7 of 10 round-ups are found; a text of few
paragraphs must look more like one, for news on one topic often have three or four."""

Item = tuple[int, list[str]]
"""A paragraph's first sentence and the paragraph's telling words."""

_WHEN = re.compile(
    r"今[天日晚年]|昨[天日晚]|日前|近日|当地时间|\d[日月号]|目前|截至|将于"
    r"|\b(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:yesterday|today|last week)\b",
    re.IGNORECASE,
)
_OPENING = 40
"""An item tells its day within so many characters."""

_FIRST_AMONG = 3
_GOOD_FIRST = range(20, 71)
"""Tokens of the item to begin with: long enough to tell something, short enough to leave room for others."""

_SHORTEST_ITEM = 25


def is_roundup(document: Document) -> bool:
    """Tells whether the paragraphs are items of their own: most open with their day and they share few words."""
    items = _items(document)
    if len(items) < FEWEST_ITEMS:
        return False
    needed = CERTAIN if len(items) >= MANY_ITEMS else CERTAIN_OF_FEW
    dated = fmean(tells_when(document, first) for first, _ in items)
    return dated > needed and dated - _kinship(items) > needed


def tells_when(document: Document, sentence: int) -> bool:
    """Tells whether a sentence opens with a day, as news do."""
    return _WHEN.search(document.sentences[sentence].text[:_OPENING]) is not None


def roundup(document: Document) -> list[int]:
    """Gives a good early item, then the shortest items, so that most of them fit, then the rest in order."""
    firsts = [i for i in range(document.read) if document.sentences[i].place == 0]
    size = {i: count_tokens(document.sentences[i].text) for i in firsts}
    begin = next((i for i in firsts[:_FIRST_AMONG] if size[i] in _GOOD_FIRST), firsts[0] if firsts else 0)
    order = sorted(firsts, key=lambda i: (i != begin, size[i] < _SHORTEST_ITEM, size[i], i))
    return order + [i for i in range(document.read) if i not in size]


def _items(document: Document) -> list[Item]:
    """Gives the paragraphs that are more than a heading."""
    items: dict[int, Item] = {}
    for i in range(document.read):
        items.setdefault(document.sentences[i].paragraph, (i, []))[1].extend(document.words[i])
    return [item for item in items.values() if len(item[1]) >= FEWEST_WORDS]


def _kinship(items: Sequence[Item]) -> float:
    """Tells how much the items share words, each with the next and the first with all."""
    words = [frozenset(words) for _, words in items]
    neighbours = fmean(_shared(one, other) for one, other in pairwise(words))
    return 2 * neighbours + 2.3 * fmean(_shared(words[0], other) for other in words[1:])


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other))
