"""Tells a teaser from an article: what a feed brings only to lead people to its page."""

import re
from collections.abc import Sequence

SHORT = 160
"""A text with fewer characters is taken for a teaser; where words are spelt a character says a third as much."""
SPELT = 3
MORE = 1.3
"""So many times as much as the teaser a page must say to take its place."""

_CUT_OFF = re.compile(
    r"(?:…|\.{3}|阅读(?:全文|更多|原文)|閱讀(?:全文|更多)|查看(?:全文|更多)|(?:read|continue|learn) (?:more|reading))"
    r"[\s>»→\])】）]*$",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_teaser(paragraphs: Sequence[str]) -> bool:
    """Tells whether a text breaks off, or is so short that its page probably says more."""
    if not paragraphs:
        return True
    return bool(_CUT_OFF.search(paragraphs[-1])) or weight(paragraphs) < SHORT


def says_more(page: Sequence[str], teaser: Sequence[str]) -> bool:
    """Tells whether a page's text is worth taking in the place of a feed's."""
    return weight(page) > MORE * weight(teaser)


def weight(paragraphs: Sequence[str]) -> float:
    """Gives how much a text says, in Chinese characters."""
    text = "".join(paragraphs)
    han = len(_HAN.findall(text))
    return han + (len(text) - han) / SPELT
