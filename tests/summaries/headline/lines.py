"""Gives the headline of a text, and all lines that are fit to be one."""

from summaries.document import read
from summaries.headline import headline
from summaries.headline.runs import cut, runs


def headline_of(text: str, title: str = "") -> str:
    """Gives the headline that a text gets where its sentences are ranked as they stand."""
    document = read(text, title=title)
    return headline(document, range(len(document.sentences)))


def lines_of(text: str) -> list[str]:
    """Gives all fit lines of a sentence."""
    return [text[run.start : run.stop] for run in runs(cut(text))]
