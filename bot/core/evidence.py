"""Finds for sentences told of an article where they stand in it and what spoke for them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.digest import summaries_of
from bot.model import Article
from summaries import Evidence, Length, Reason
from summaries.sentences import Sentence, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """One told sentence with its place, counted from 1, and the reasons for it, strongest first."""

    sentence: str
    paragraph: int = 0
    """0 when the article no longer holds the sentence."""
    number: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that can be said for a message's choice of sentences, in the article's order."""

    grounds: tuple[Grounds, ...]
    total: int
    """So many sentences the article has."""


def case_for(article: Article, sentences: Iterable[str], length: Length) -> Case:
    """Gives the grounds for the sentences of a message; summarises the article anew, which is work for a thread."""
    every = split(article.paragraphs)
    places = _places(every)
    known = _known(article, length)
    found = [_grounds(sentence, known.get(sentence), places) for sentence in sentences]
    found.sort(
        key=lambda grounds: (not grounds.paragraph, grounds.paragraph, grounds.number)
    )  # what is gone stands last
    return Case(grounds=tuple(found), total=len(every))


_Places = Mapping[str | tuple[int, int], tuple[int, int]]


def _places(every: Sequence[Sentence]) -> _Places:
    """Gives paragraph and number of a sentence by its block and start, and by its words where it first stands."""
    places: dict[str | tuple[int, int], tuple[int, int]] = {}
    counted: Counter[int] = Counter()
    for sentence in every:
        counted[sentence.block] += 1
        place = sentence.block + 1, counted[sentence.block]
        places[sentence.block, sentence.start] = place
        places.setdefault(sentence.text, place)
    return places


def _known(article: Article, length: Length) -> dict[str, Evidence]:
    """Gives the evidence by sentence: the message's own length decides, as a reason may lie in what stands beside."""
    short, longer = (summary.evidence for summary in summaries_of(article))
    ordered = (*short, *longer) if length is Length.DETAILED else (*longer, *short)
    return {evidence.sentence: evidence for evidence in ordered}


def _grounds(sentence: str, evidence: Evidence | None, places: _Places) -> Grounds:
    """Puts together what is known; a summary made before our last update may hold what would not be chosen today."""
    place = places.get((evidence.block, evidence.start)) if evidence else None
    paragraph, number = place or places.get(sentence, (0, 0))
    return Grounds(
        sentence=sentence,
        paragraph=paragraph,
        number=number,
        reasons=evidence.reasons if evidence else (),
    )
