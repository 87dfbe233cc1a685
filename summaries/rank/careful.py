"""Chooses how to rank: news by its lead, round-ups by their items, long titled articles by their title."""

from summaries.document import Document
from summaries.rank.about import FEWEST_SENTENCES, about
from summaries.rank.lead import lead
from summaries.rank.roundup import is_roundup, roundup, tells_when

NEWS_BEGINS = 2
"""Titled news tell their day within so many sentences; they are told by their lead."""


def careful(document: Document) -> list[int]:
    """Leaves the order of the text only where the text's shape says that another is better."""
    if is_roundup(document):
        return roundup(document)
    dated = any(tells_when(document, i) for i in range(min(NEWS_BEGINS, document.read)))
    if document.title_words and document.read >= FEWEST_SENTENCES and not dated:
        return about(document)
    return lead(document)
