"""Finds the few words and names a text is about."""

from collections import Counter

from summaries import words
from summaries.document import Document

MOST = 8
TITLE_COUNTS = 3
"""A title's word weighs as if it stood this often more in the text."""

LEAD_COUNTS = 1
LEAD_SENTENCES = 3
CONSIDERED = 40


def keywords(document: Document) -> tuple[str, ...]:
    """Gives up to eight words, the most telling first."""
    counts = Counter({word: count for word, count in document.frequency.most_common(CONSIDERED * 2) if _is_name(word)})
    for word in document.title_words:
        if _is_name(word):
            counts[word] += TITLE_COUNTS
    for word in {word for sentence in document.words[:LEAD_SENTENCES] for word in sentence}:
        if word in counts:
            counts[word] += LEAD_COUNTS
    best = sorted(
        ((count**0.5 * words.rarity(word), word) for word, count in counts.most_common(CONSIDERED)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    return tuple(_without_parts([word for _, word in best]))[:MOST]


def _is_name(word: str) -> bool:
    return any(character.isalpha() for character in word)


def _without_parts(best: list[str]) -> list[str]:
    """Leaves out words that a better word holds already."""
    kept: list[str] = []
    for word in best:
        if not any(word in other or other in word for other in kept):
            kept.append(word)
    return kept
