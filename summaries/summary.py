"""Summarises a text with sentences of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summaries.document import read
from summaries.evidence import Evidence, evidence
from summaries.rank import settled
from summaries.rank.lead import lead
from summaries.rank.learned import look
from summaries.select import Room, pick

DEFAULT_CHARS = 160


class Reading:
    """A text that was read and ranked; what else is asked of it is reckoned when first asked for, and kept."""

    def __init__(self, text: str | Sequence[str], title: str) -> None:
        self.document = read(text, title=title)
        self.sight = look(self.document)
        self.order = settled(self.document, self.sight.order() if self.sight else lead(self.document))

    @cached_property
    def headline(self) -> str:
        """Gives one line of the text's own words."""
        from summaries import headline  # noqa: PLC0415 - its rules take a tenth of a first summary's time to compile

        return headline.headline(self.document, self.order, self.sight)

    @cached_property
    def keywords(self) -> tuple[str, ...]:
        """Gives its words and names that tell most."""
        from summaries.keywords import keywords  # noqa: PLC0415 - as for the headline

        return keywords(self.document)

    def texts(self, indexes: Sequence[int]) -> tuple[str, ...]:
        """Gives sentences."""
        return tuple(map(self.document.texts.__getitem__, indexes))

    def told(self, picked: Sequence[int]) -> "Summary":
        """Gives the summary that tells the picked sentences."""
        ranked = (*self.texts(self.order), *[sentence.text for sentence in self.document.aside])
        return Summary(sentences=self.texts(picked), ranked=ranked, picked=tuple(picked), reading=self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a reader sees of a text; every sentence stands in it word for word."""

    sentences: tuple[str, ...]
    """The chosen ones, in the order of the text."""
    ranked: tuple[str, ...]
    """All of the text's sentences, best first."""
    picked: tuple[int, ...] = field(repr=False)
    reading: Reading = field(repr=False, compare=False)

    @property
    def headline(self) -> str:
        """Gives one line of the text's own words; nothing where none can be read alone."""
        return self.reading.headline

    @property
    def keywords(self) -> tuple[str, ...]:
        """Gives up to eight words and names, the most telling first."""
        return self.reading.keywords

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Tells why each of `sentences` was chosen and where it stands; reckoned each time, in milliseconds."""
        return evidence(self.reading.document, self.picked, self.reading.order, self.reading.sight)


def summarize(
    text: str | Sequence[str], *, title: str = "", sentences: int | None = None, chars: int | None = None
) -> Summary:
    """Gives the best sentences that fit: so many sentences, or so many characters (160 if nothing is asked)."""
    reading = Reading(text, title)
    if sentences is None and chars is None:
        chars = DEFAULT_CHARS
    return reading.told(_picked(reading, Room(sentences=sentences, chars=chars)))


def summarize_to(text: str | Sequence[str], *, title: str = "", budgets: Sequence[int]) -> tuple[Summary, ...]:
    """Gives a summary for each number of characters, the text being read once; a longer one holds every shorter one."""
    reading = Reading(text, title)
    told: dict[int, list[int]] = {}
    kept: list[int] = []
    for budget in sorted(set(budgets)):
        told[budget] = kept = _picked(reading, Room(chars=budget), kept)
    return tuple(reading.told(told[budget]) for budget in budgets)


def _picked(reading: Reading, room: Room, kept: Sequence[int] = ()) -> list[int]:
    return pick(reading.document, reading.order, room, reading.sight, kept=kept)
