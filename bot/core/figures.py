"""What an admin is told of the last days: readers, deliveries, and what is read and written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.days import Counts, Days
from bot.model import Category

MOST_READ = 8
MOST_WRITTEN = 4
"""Categories told apart by day; the eye follows no more colours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A category and how many chats that read subscribe to it."""

    path: tuple[str, ...]
    readers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A category of the top level and its articles by day."""

    name: str
    """Empty for all others together."""
    articles: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    days: Days
    readers: Counts
    """At the end of each day."""
    readers_before: int = 0
    """At the beginning of the first."""
    sent: Counts
    unreachable: Counts
    failed: Counts
    read: tuple[Read, ...] = field(default=())
    """The most read first."""
    written: tuple[Written, ...] = field(default=())
    """The richest first, all others last."""

    @property
    def readers_now(self) -> int:
        return self.readers[-1]

    @property
    def change(self) -> int:
        return self.readers_now - self.readers_before

    @property
    def articles(self) -> int:
        return sum(sum(of.articles) for of in self.written)


def most_read(readers: Mapping[int, int], categories: Sequence[Category]) -> tuple[Read, ...]:
    """Picks the categories with the most readers; of as many, the one that comes first by name."""
    known = {category.id: category for category in categories}
    found = [Read(path=known[i].path, readers=count) for i, count in readers.items() if i in known and count]
    return tuple(sorted(found, key=lambda of: (-of.readers, of.path))[:MOST_READ])


def most_written(articles: Mapping[str, Counts]) -> tuple[Written, ...]:
    """Picks the names with the most articles and lumps the rest; a rest of one keeps its name."""
    found = [Written(name=name, articles=counts) for name, counts in articles.items() if sum(counts)]
    found.sort(key=lambda of: (-sum(of.articles), of.name))
    kept, rest = found[:MOST_WRITTEN], found[MOST_WRITTEN:]
    if len(rest) > 1:
        together = tuple(map(sum, zip(*(of.articles for of in rest), strict=True)))
        rest = [Written(name="", articles=together)]
    return (*kept, *rest)
