"""Knows the sentences that are somebody's words though nothing in them says whose."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summaries.sentences import Sentence
from summaries.telling import asks, paired

try:
    from summaries.compiled.sentences import with_colons
except ImportError:  # no compiler was there
    from summaries.sentences import with_colons

_LONGEST_TAG = 22
_TAG = re.compile(r"(?:\d{1,2}[、.\uff0e]\s*)?([^\s，,。：:？?！!“”\"…][^，,。：:？?！!“”\"…]{0,13})[：:](?!\d|//)\s*")
"""Matches who speaks, before his first word: 记者：…, 李岚：…, Q: …"""

_ASKERS = re.compile(r"(?:.{0,8}(?:记者|記者)|主持人|提[问問]|[问問]|q)问?$", re.IGNORECASE)


@cache
def _in_office() -> re.Pattern[str]:
    """Matches who speaks, behind his office: 船工 王长河：…"""
    return re.compile(r"[一-鿿·]{2,12}[ \u3000][一-鿿·]{2,8}$")  # it takes milliseconds


_OFTEN = 2
_ONE_EXCHANGE = 2
"""Turns: a question and its answer."""

LONGEST_QUOTATION = 30
"""Sentences; one that nobody closed ends then."""

_STRAIGHT = '"'
_PAIRS = (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))
_QUOTES = (*[opening for opening, _ in _PAIRS], _STRAIGHT)
_OPENS = re.compile(r"(?<![^\s(（：:，,—])\"(?=\S)")
"""A straight mark opens behind a blank or a comma; what stands behind a figure counts inches, or closes."""


class Turns(NamedTuple):
    """What somebody says, of whom only the beginning of his turn names the name."""

    opened: dict[int, int]
    """By each sentence that goes on with a turn, the one that opened it."""
    asked: frozenset[int]
    """The sentences of who only asks."""


def turns(sentences: Sequence[Sentence]) -> Turns:
    """Finds the turns of an interview, and what others say behind their office and name."""
    tags = dict(_tags(sentences))
    if not tags:
        return Turns({}, frozenset())
    exchanges = _exchanges(sentences, tags)
    askers = frozenset(tag for tag, other in exchanges if exchanges[tag, other] > exchanges.get((other, tag), 0))
    speakers = frozenset(tag for pair in exchanges for tag in pair)
    # a story that quotes one question and its answer goes on behind them
    is_interview = 0 in tags or sum(tag in speakers for tag in tags.values()) > _ONE_EXCHANGE
    opened: dict[int, int] = {}
    asked: set[int] = set()
    opening, until, asks_now = -1, -1, False
    for i, sentence in enumerate(sentences):
        tag = tags.get(i, "")
        if tag in speakers or _in_office().match(tag):
            is_long = is_interview and tag in speakers and not untagged(sentence.text).startswith(_QUOTES)
            opening, until, asks_now = i, -1 if is_long else sentence.paragraph, tag in askers
        elif opening >= 0 and until in (-1, sentence.paragraph):
            opened[i] = opening
            asks_now &= sentence.paragraph == sentences[opening].paragraph
        else:
            continue
        if asks_now:
            asked.add(i)
    return Turns(opened, frozenset(asked))


def untagged(sentence: str) -> str:
    """Gives a sentence without the name of who speaks."""
    return sentence[tag.end() :] if (tag := _TAG.match(sentence)) else sentence


def _tags(sentences: Sequence[Sentence]) -> Iterator[tuple[int, str]]:
    for i in with_colons(sentences, _LONGEST_TAG):
        if sentences[i].place == 0 and (tag := _TAG.match(sentences[i].text)):
            yield i, tag[1]


def _exchanges(sentences: Sequence[Sentence], tags: dict[int, str]) -> dict[tuple[str, str], int]:
    """Counts how often one asks another, if he does so again or is known for an asker."""
    found = Counter(
        (tag, answerer)
        for (i, tag), answerer in zip(tags.items(), [*tags.values()][1:], strict=False)
        if tag != answerer and _asks(sentences, i)
    )
    return {pair: often for pair, often in found.items() if often >= _OFTEN or _ASKERS.match(pair[0])}


def _asks(sentences: Sequence[Sentence], i: int) -> bool:
    """Tells whether a paragraph that begins with this sentence asks something."""
    paragraph = sentences[i].paragraph
    for number in range(i, len(sentences)):  # islice would count from the first one
        if sentences[number].paragraph != paragraph:
            return False
        if asks(sentences[number].text):
            return True
    return False


def is_quoted(sentences: Sequence[Sentence], i: int) -> bool:
    """Tells whether a sentence begins inside a quotation which one before it in its paragraph opened."""
    _, paragraph, place, *_ = sentences[i]
    if not place:
        return False
    before = sentences[max(0, i - min(place, LONGEST_QUOTATION)) : i]
    text = "\n".join([sentence.text for sentence in before if sentence.paragraph == paragraph])
    straight = text.rfind(_STRAIGHT)
    if straight >= 0 and _OPENS.match(text, straight):
        return True
    text = paired(text)
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in _PAIRS)
