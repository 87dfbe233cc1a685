"""The ways to rank a document's sentences: a new way is one file here and one row in `RANKERS`."""

from collections.abc import Callable, Sequence

from summaries.document import Document
from summaries.rank.lead import lead
from summaries.rank.learned import learned

Ranker = Callable[[Document], list[int]]
"""Gives the indexes of a document's read sentences, best first."""

RANKERS: dict[str, Ranker] = {
    "lead": lead,
    "learned": learned,
}
DEFAULT = "learned"


def ranking(document: Document, ranker: str = DEFAULT) -> list[int]:
    """Gives every sentence's index, best first; what says nothing or was not read comes last."""
    return settled(document, RANKERS[ranker](document))


def settled(document: Document, order: Sequence[int]) -> list[int]:
    """Gives every sentence's index: the read ones in their order, the others, and at the end what says nothing."""
    order = [*order, *range(document.read, len(document.sentences))]
    last = document.last_resort
    if not last:
        return order
    return [i for i in order if i not in last] + [i for i in order if i in last]
