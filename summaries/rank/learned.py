"""Ranks as editors would: learned from what they wrote about thousands of articles, one choice after the other."""

import re
from collections.abc import Callable
from functools import cache

from summaries.document import Document
from summaries.rank import weights
from summaries.rank.lead import lead
from summaries.rank.plain import SURE, PlainSight
from summaries.rank.sight import Sight

_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff]")
"""Thai, Lao, Burmese, Khmer and Japanese: nothing here knows where their words begin."""

_FEW = 0.1


def learned(document: Document) -> list[int]:
    """Gives the sentences in the order of choice; the text's own order where its words cannot be told apart."""
    sight = look(document)
    return sight.order() if sight else lead(document)


def look(document: Document) -> Sight | None:
    """Gives the text as the network sees it; nothing where no words are to go by."""
    return _look()(document) if is_parted(document) else None


def is_parted(document: Document) -> bool:
    """Tells whether the text has words, and it is known where they begin."""
    text = "".join(document.texts[:SURE])
    return bool(document.frequency) and len(_UNPARTED.findall(text)) <= _FEW * len(text)


@cache
def _look() -> Callable[[Document], Sight]:
    try:
        from summaries.compiled.ranking import Ranker  # noqa: PLC0415 - only there where a compiler was
    except ImportError:
        in_plain_python = weights.load()
        return lambda document: PlainSight(document, in_plain_python)
    return Ranker(weights).look
