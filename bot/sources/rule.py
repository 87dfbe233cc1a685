"""What a rule is: one kind of line that is not the article, and where in a post it is certain not to be."""

from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """In which part of a post a line is certain not to be text: how many paragraphs from its head and from its end."""

    ANYWHERE = (10**9, 0)
    EDGES = (8, 10)
    HEAD = (8, 0)
    TOP = (3, 0)
    TAIL = (0, 10)
    ENDS = (1, 1)

    def covers(self, index: int, count: int) -> bool:
        """Tells whether the paragraph at an index lies in this part of so many paragraphs."""
        head, tail = self.value
        return index < head or index >= count - tail


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line that is not the article."""

    reason: str
    where: Where
    longest: int
    lines: tuple[str, ...]
    """Patterns of which one has to match the whole paragraph, its white space made single blanks."""


def rule(reason: str, where: Where, longest: int, *lines: str) -> Rule:
    """Writes a row of a table."""
    return Rule(reason, where, longest, lines)
