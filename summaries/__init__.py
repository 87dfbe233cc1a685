"""Summarises texts with sentences of their own: text in, values out, nothing else touched."""

from summaries.evidence import Evidence, Reason
from summaries.lengths import Length, budget
from summaries.summary import Summary, summarize, summarize_to
from summaries.titles import is_telling
from summaries.words import warm_up

__all__ = ["Evidence", "Length", "Reason", "Summary", "budget", "is_telling", "summarize", "summarize_to", "warm_up"]
