"""Tells why a sentence was chosen and where it stands, so that a reader can check."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from summaries.document import Document


class Reason(StrEnum):
    """What speaks for a sentence; each has its words in every language of the bot."""

    OPENS = "opens"
    """It stands at the beginning, where news say what happened."""
    TITLE = "title"
    """It tells what the title names."""
    TOPIC = "topic"
    """It holds the words the article comes back to."""
    ITEM = "item"
    """It opens an item of its own in a round-up."""
    ABOUT = "about"
    """It says what the article is about or for."""
    FIGURES = "figures"
    """It gives figures."""
    NAMES = "names"
    """It names people, places or organisations."""
    CONCISE = "concise"
    """It says much in few words."""
    NEW = "new"
    """It adds what the other chosen sentences leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A chosen sentence: `sentence` is `block[start:end]` of the given pieces of text (the text itself is block 0)."""

    sentence: str
    block: int
    start: int
    end: int
    reasons: tuple[Reason, ...]
    """Strongest first, three at most."""


def evidence(document: Document, picked: Iterable[int]) -> tuple[Evidence, ...]:
    """Gives the evidence for each picked sentence."""
    return tuple(_evidence(document, i) for i in picked)


def _evidence(document: Document, i: int) -> Evidence:
    sentence = document.sentences[i]
    words = frozenset(document.words[i]) if i < document.read else frozenset()
    reasons = [
        (i < 2, Reason.OPENS),  # noqa: PLR2004
        (len(words & document.title_words) > 1, Reason.TITLE),
        (any(document.frequency[word] > 2 for word in words), Reason.TOPIC),  # noqa: PLR2004
        (any(character.isdigit() for character in sentence.text), Reason.FIGURES),
    ]
    return Evidence(
        sentence=sentence.text,
        block=sentence.block,
        start=sentence.start,
        end=sentence.start + len(sentence.text),
        reasons=tuple(reason for holds, reason in reasons if holds)[:3],
    )
