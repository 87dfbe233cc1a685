"""Recognises a round-up, several short items one after the other, and ranks it so that many items are told."""

import re
from collections.abc import Iterable
from itertools import pairwise
from statistics import fmean

from summaries.document import Document
from summaries.sentences import count_tokens

FEWEST_ITEMS = 3
FEWEST_WORDS = 4
"""A paragraph with fewer telling words is a heading, not an item."""

CERTAIN = 0.34
"""Learned: here 1 in 70 articles on one topic is taken for a round-up, and 9 of 10 round-ups are found."""

_WHEN = re.compile(
    r"今[天日晚年]|昨[天日晚]|日前|近日|当地时间|\d[日月号]|目前|截至|将于"
    r"|\b(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:yesterday|today|last week)\b",
    re.IGNORECASE,
)
_OPENING = 40
"""An item tells its day within so many characters."""

_FIRST_AMONG = 3
_GOOD_FIRST = range(20, 51)
"""Tokens of the item to begin with: long enough to tell something, short enough to leave room for others."""

_SHORTEST_ITEM = 25


def is_roundup(document: Document) -> bool:
    """Tells whether the paragraphs are items of their own: most open with their day and they share few words."""
    items = _items(document)
    if len(items) < FEWEST_ITEMS:
        return False
    dated = fmean(tells_when(document, first) for first, _ in items)
    return (
        dated > CERTAIN
        and dated
        - 2 * _kinship(pairwise(words for _, words in items))
        - 2.3 * _kinship((items[0][1], words) for _, words in items[1:])
        > CERTAIN
    )


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


def _items(document: Document) -> list[tuple[int, frozenset[str]]]:
    """Gives each paragraph's first sentence and its telling words."""
    items: dict[int, tuple[int, list[str]]] = {}
    for i in range(document.read):
        items.setdefault(document.sentences[i].paragraph, (i, []))[1].extend(document.words[i])
    found = [(first, frozenset(words)) for first, words in items.values()]
    return [item for item in found if len(item[1]) >= FEWEST_WORDS]


def _kinship(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> float:
    """Gives the mean share of words that two items have in common."""
    return fmean(len(one & other) / min(len(one), len(other)) for one, other in pairs)
