"""Ranks sentences as they come: in news the first says most."""

from summaries.document import Document


def lead(document: Document) -> list[int]:
    """Gives the sentences in the order of the text."""
    return list(range(document.read))
