"""Summarises a text with sentences of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from summaries.document import Document, read
from summaries.evidence import Evidence, evidence
from summaries.headline import headline
from summaries.keywords import keywords
from summaries.rank import settled
from summaries.rank.lead import lead
from summaries.rank.learned import Sight, look
from summaries.select import Room, pick

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
    explain: Callable[[], tuple[Evidence, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Tells why each of `sentences` was chosen and where it stands; reckoned when asked for, in milliseconds."""
        return self.explain()


def summarize(
    text: str | Sequence[str], *, title: str = "", sentences: int | None = None, chars: int | None = None
) -> Summary:
    """Gives the best sentences that fit: so many sentences, or so many characters (160 if nothing is asked)."""
    document = read(text, title=title)
    sight = look(document)
    order = _order(document, sight)
    if sentences is None and chars is None:
        chars = DEFAULT_CHARS
    picked = pick(document, order, Room(sentences=sentences, chars=chars), sight)
    return _explained(_summary(document, order), document, picked, order, sight)


def summarize_to(text: str | Sequence[str], *, title: str = "", budgets: Sequence[int]) -> tuple[Summary, ...]:
    """Gives a summary for each number of characters, the text being read once; a longer one holds every shorter one."""
    document = read(text, title=title)
    sight = look(document)
    order = _order(document, sight)
    picked: dict[int, list[int]] = {}
    kept: list[int] = []
    for budget in sorted(set(budgets)):
        picked[budget] = kept = pick(document, order, Room(chars=budget), sight, kept=kept)
    base = _summary(document, order)
    return tuple(_explained(base, document, picked[budget], order, sight) for budget in budgets)


def _order(document: Document, sight: Sight | None) -> list[int]:
    return settled(document, sight.order() if sight else lead(document))


def _summary(document: Document, order: Sequence[int]) -> Summary:
    """Gives what is the same however much of the text is told."""
    return Summary(
        ranked=(*_texts(document, order), *(sentence.text for sentence in document.repeated)),
        headline=headline(document, order),
        keywords=keywords(document),
    )


def _explained(
    base: Summary, document: Document, picked: Sequence[int], order: Sequence[int], sight: Sight | None
) -> Summary:
    explain = partial(evidence, document, picked, order, sight)
    return replace(base, sentences=_texts(document, picked), explain=explain)


def _texts(document: Document, indexes: Sequence[int]) -> tuple[str, ...]:
    return tuple(document.sentences[i].text for i in indexes)
