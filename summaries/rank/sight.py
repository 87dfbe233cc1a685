"""What others ask of a text that was ranked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol


class Sight(Protocol):
    """A text as the network sees it."""

    @property
    def kept(self) -> Mapping[str, int]:
        """Gives the thousandths of a token of each telling word that an editor keeps, by expectation."""

    def kept_of(self, bits: int) -> int:
        """Gives the same of all words whose places in the text's `frequency` are bits."""

    @property
    def kept_in(self) -> Sequence[int]:
        """Gives the same of each sentence that was read."""

    @property
    def most_kept(self) -> int:
        """Gives the most of these."""

    @property
    def sizes(self) -> Sequence[int]:
        """Gives the tokens of each sentence that was read."""

    @property
    def alone(self) -> Mapping[int, float]:
        """Gives how well each considered sentence tells the text by itself, best first."""

    def order(self) -> list[int]:
        """Gives all sentences: the first by what it tells alone, the next by what they add, then the less hopeful."""

    def weighed(self, chosen: Sequence[int], also: Iterable[int] = ()) -> Mapping[int, Sequence[float]]:
        """Gives for every sentence that could be chosen next how much each of `WEIGHED` lifts it above their mean."""
