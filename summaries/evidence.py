"""Tells why a sentence was chosen and where it stands, so that a reader can check."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest

from summaries.document import Document
from summaries.rank.plain import WEIGHED
from summaries.rank.sight import Sight


class Reason(StrEnum):
    """What speaks for a sentence; each has its words in every language of the bot."""

    OPENS = "opens"
    """It stands where such articles say what happened, mostly at the beginning."""
    TITLE = "title"
    """It tells what the title names."""
    TOPIC = "topic"
    """It holds the words the article begins with and comes back to."""
    WORDS = "words"
    """It speaks in words like those that editors choose."""
    CONCISE = "concise"
    """It is as long as it should be: it says much in few words."""
    NEW = "new"
    """It adds what the other chosen sentences leave out."""


MOST = 3
LEAST_SHARE = 0.15
"""A reason weaker than this share of all that speaks for the sentence is not worth telling."""

NEAR = 0.6
"""Reasons of so large a share of the strongest are as good as it."""

AGAIN = 3
"""What an article comes back to is said so often."""

ALSO_TOLD = 1 / 3
"""The share of its words that others may tell before a sentence adds little."""

FIRST = 3
"""So many sentences open any text: a headline, a place and the news."""

OPENING = 0.2
"""The share of a longer text that a reader calls its opening."""

_SPEAKS = {
    Reason.OPENS: "index from_end paragraph place paragraph_size dated like_first",
    Reason.TITLE: "title_told title_share",
    Reason.TOPIC: "kept_share kept_glance wish_headline_to_best glance_to_best wish_headline_over_first"
    " centrality centrality_to_best frequency",
    Reason.WORDS: "said",
    Reason.CONCISE: "size size_to_mean",
    Reason.NEW: "seen chosen_size chosen_kept after_last same_paragraph paragraphs_away told adds set_standfirst"
    " set_items",
}
_REASON_OF = {feature: reason for reason, features in _SPEAKS.items() for feature in features.split()}
_REASONS = [_REASON_OF[feature] for feature in WEIGHED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A chosen sentence: `sentence` is `block[start:end]` of the given pieces of text (the text itself is block 0)."""

    sentence: str
    block: int
    start: int
    end: int
    reasons: tuple[Reason, ...]
    """Strongest first, three at most."""


def evidence(
    document: Document, picked: Sequence[int], order: Sequence[int], sight: Sight | None
) -> tuple[Evidence, ...]:
    """Gives the evidence for each picked sentence, in the order given; `order` is that of the ranking."""
    reasons = dict(_reasons(document, [i for i in order if i in set(picked)], sight))
    return tuple(_evidence(document, i, reasons.get(i, ())) for i in picked)


def _evidence(document: Document, i: int, reasons: tuple[Reason, ...]) -> Evidence:
    sentence = document.sentences[i]
    end = sentence.start + len(sentence.text)
    return Evidence(sentence=sentence.text, block=sentence.block, start=sentence.start, end=end, reasons=reasons)


def _reasons(
    document: Document, picked: Sequence[int], sight: Sight | None
) -> Iterator[tuple[int, tuple[Reason, ...]]]:
    """Asks the network that chose a sentence what spoke for it, more than for the sentences it was chosen from, and the
    words that it was weighed by once more when the room was filled.
    """
    picked = [i for i in picked if i < document.read]
    if sight is None:
        yield from ((i, (Reason.OPENS,)) for i in picked)
        return
    speaks = {i: _speaks_for(document, i, picked[:number], sight) for number, i in enumerate(picked)}
    shown: Counter[Reason] = Counter()
    for i in sorted(picked):
        strongest = _strongest(speaks[i], shown)
        shown.update(strongest[:1])
        yield i, strongest


def _speaks_for(document: Document, i: int, before: Sequence[int], sight: Sight) -> Mapping[Reason, float]:
    """Gives what speaks for a sentence beside those chosen before, and how strongly."""
    spoken = by_reason(sight.weighed(before, also=[i])[i])
    speaks = Counter(_shares({reason: weight for reason, weight in spoken.items() if _is_true(reason, document, i)}))
    speaks.update(_of_words(document, i, before, sight.kept))
    return speaks or dict.fromkeys((Reason.NEW,) if _is_new(document, i, before) else (), 1.0)


def _shares(spoken: Mapping[Reason, float]) -> dict[Reason, float]:
    """Parts what speaks for a sentence among the reasons."""
    total = sum([weight for weight in spoken.values() if weight > 0])
    return {reason: weight / total for reason, weight in spoken.items() if weight > 0}


def _of_words(document: Document, i: int, before: Sequence[int], kept: Mapping[str, int]) -> dict[Reason, float]:
    """Gives which part of the words that an editor would keep, and nobody before told, the title has or comes again."""
    words = document.different(i).difference(*[document.words[j] for j in before])
    titled = words & document.title_words
    again = [word for word in words - titled if document.frequency[word] >= AGAIN]
    total = sum(map(kept.__getitem__, words))
    return {
        reason: sum(map(kept.__getitem__, some)) / total
        for reason, some in ((Reason.TITLE, titled), (Reason.TOPIC, again))
        if total and some
    }


def _is_new(document: Document, i: int, before: Sequence[int]) -> bool:
    """Tells whether the sentences chosen before leave out most of what this one tells: then it is told for that."""
    words = document.different(i)
    told = words & frozenset[str]().union(*[document.words[j] for j in before])
    return bool(before and words) and len(told) <= ALSO_TOLD * len(words)


def by_reason(changes: Sequence[float]) -> dict[Reason, float]:
    """Adds up by reason how much each of `WEIGHED`, as far as it was asked, changed a score."""
    grouped = dict.fromkeys(Reason, 0.0)
    for reason, change in zip(_REASONS, changes, strict=False):
        grouped[reason] += change
    return grouped


def _is_true(reason: Reason, document: Document, i: int) -> bool:
    """Tells whether a reader would see it so: to the network a place further down may be good, a long one right."""
    if reason is Reason.OPENS:
        return i < max(FIRST, OPENING * len(document.sentences))
    if reason is Reason.CONCISE:
        sizes = [len(sentence.text) for sentence in document.sentences]
        return sizes[i] * len(sizes) <= sum(sizes)
    return reason is not Reason.TITLE or not document.title_words.isdisjoint(document.words[i])


def _strongest(speaks: Mapping[Reason, float], shown: Mapping[Reason, int]) -> tuple[Reason, ...]:
    """Gives the three strongest; of those that are near the first, the one that others show least is shown first."""
    best = nlargest(MOST, ((weight, reason) for reason, weight in speaks.items()))
    total = sum([weight for weight, _ in best])
    strong = [(weight, reason) for weight, reason in best if weight >= LEAST_SHARE * total]
    near = [reason for weight, reason in strong if weight >= NEAR * best[0][0]]
    first = sorted(near, key=lambda reason: shown.get(reason, 0))[:1]
    return (*first, *[reason for _, reason in strong if reason not in first])
