"""Chooses how to rank: news by its lead, round-ups by their items, long titled articles by their title."""

from summaries.document import Document
from summaries.rank.about import FEWEST_SENTENCES, about
from summaries.rank.lead import lead
from summaries.rank.roundup import is_roundup, roundup, tells_when


def careful(document: Document) -> list[int]:
    """Leaves the order of the text only where the text's shape says that another is better."""
    if is_roundup(document):
        return roundup(document)
    if document.title_words and document.read >= FEWEST_SENTENCES and not tells_when(document, 0):
        return about(document)
    return lead(document)
