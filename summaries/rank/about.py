"""Ranks a long titled article, whose best sentence is seldom its first, by what its title promises."""

import re

from summaries.document import Document

FEWEST_SENTENCES = 12
"""A shorter article is told by its beginning."""

TOP_WORDS = 10
FEW_WORDS = 4
_ABOUT = re.compile(
    r"本文|[这本]篇|[本这]个?教程|本?指南|文章(?:中|将|里)|in this (?:article|post|guide|tutorial)", re.IGNORECASE
)

# Learned from articles with a title and rounded; the order of the weights' sizes is what matters.
EARLY = 0.15
TITLE_TOLD = 0.15
ON_TITLE = 0.5
ON_TOPIC = 0.25
SAYS_LITTLE = -0.2
SAYS_ABOUT = 0.06


def about(document: Document) -> list[int]:
    """Gives the sentences nearest to the title and the commonest words first, early ones before late ones."""
    top = frozenset(word for word, _ in document.frequency.most_common(TOP_WORDS))
    score = [_score(document, i, top) for i in range(document.read)]
    return sorted(range(document.read), key=lambda i: -score[i])


def _score(document: Document, i: int, top: frozenset[str]) -> float:
    words = frozenset(document.words[i])
    of_title = len(words & document.title_words)
    return (
        EARLY / (1 + i)
        + TITLE_TOLD * of_title / (len(document.title_words) or 1)
        + ON_TITLE * of_title / (len(words) + 1)
        + ON_TOPIC * len(words & top) / TOP_WORDS
        + (SAYS_LITTLE if len(words) < FEW_WORDS else 0)
        + (SAYS_ABOUT if _ABOUT.search(document.sentences[i].text) else 0)
    )
