"""Summarises a text with sentences of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from summaries.content import announces
from summaries.document import Document, read
from summaries.headline import headline
from summaries.keywords import keywords
from summaries.rank import ranking
from summaries.select import pick

DEFAULT_CHARS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a reader sees of a text; every sentence stands in it word for word."""

    sentences: tuple[str, ...] = ()
    """The chosen ones, in the order of the text."""
    ranked: tuple[str, ...] = ()
    """All of the text's sentences, best first."""
    headline: str = ""
    keywords: tuple[str, ...] = ()


def summarize(
    text: str | Sequence[str], *, title: str = "", sentences: int | None = None, chars: int | None = None
) -> Summary:
    """Gives the best sentences that fit: so many sentences, or so many characters (160 if nothing is asked)."""
    document = read(text, title=title)
    order = ranking(document)
    if sentences is None and chars is None:
        chars = DEFAULT_CHARS
    return _summary(document, order, _chosen(document, order, sentences=sentences, chars=chars))


def summarize_to(text: str | Sequence[str], *, title: str = "", budgets: Sequence[int]) -> tuple[Summary, ...]:
    """Gives a summary for each number of characters, the text being read once; a longer one holds every shorter one."""
    document = read(text, title=title)
    order = ranking(document)
    chosen: dict[int, list[int]] = {}
    kept: list[int] = []
    for budget in sorted(set(budgets)):
        chosen[budget] = kept = _chosen(document, order, chars=budget, kept=kept)
    base = _summary(document, order, [])
    return tuple(
        Summary(
            sentences=tuple(document.sentences[i].text for i in chosen[budget]),
            ranked=base.ranked,
            headline=base.headline,
            keywords=base.keywords,
        )
        for budget in budgets
    )


def _chosen(
    document: Document,
    order: list[int],
    *,
    sentences: int | None = None,
    chars: int | None = None,
    kept: Sequence[int] = (),
) -> list[int]:
    candidates = [i for i in order if i not in document.repeats_title]
    candidates.sort(key=lambda i: announces(document.sentences[i].text))
    if sentences is None and chars is not None and _length(document, candidates) <= chars:
        return sorted(candidates)
    return pick(document, candidates, sentences=sentences, chars=chars, kept=kept)


def _length(document: Document, order: list[int]) -> int:
    return sum(len(document.sentences[i].text) for i in order)


def _summary(document: Document, order: list[int], chosen: list[int]) -> Summary:
    ranked = tuple(document.sentences[i].text for i in order)
    return Summary(
        sentences=tuple(document.sentences[i].text for i in chosen),
        ranked=ranked,
        headline=headline(ranked[0]) if ranked else "",
        keywords=keywords(document),
    )
