"""The category tree as a reader turns its pages: what stands on one, and what is subscribed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.model import Category

ROWS = 8
"""Rows on one page: as many as fit a phone beside the text."""


class Mark(StrEnum):
    CHOSEN = "chosen"
    COVERED = "covered"
    """A category above it is chosen, so it comes along."""
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    category: Category
    mark: Mark
    has_children: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the categories right below `parent`, or of the top level when it is None."""

    parent: Category | None
    rows: tuple[Row, ...]
    number: int
    total: int
    back: tuple[int, int] | None
    """The id (0: top level) and page number to return to; None at the top."""


def find(categories: Sequence[Category], category_id: int) -> Category | None:
    return next((category for category in categories if category.id == category_id), None)


def above(categories: Sequence[Category], category: Category) -> tuple[Category, ...]:
    """Lists the categories above one that bring it, nearest first."""
    if category.owner is not None:
        return ()
    by_id = {other.id: other for other in categories}
    found: list[Category] = []
    place = category.parent_id
    while place is not None and place in by_id:
        found.append(by_id[place])
        place = by_id[place].parent_id
    return tuple(found)


def page(categories: Sequence[Category], chosen: Collection[int], parent_id: int, number: int) -> Page:
    """Lays out a page; an unknown parent gives the first page of the top level, a number too large the last page."""
    parent = find(categories, parent_id)
    brothers = _children(categories, parent)
    number = number if parent or not parent_id else 0
    total = max(1, -(-len(brothers) // ROWS))
    number = min(max(number, 0), total - 1)
    shown = brothers[number * ROWS : (number + 1) * ROWS]
    fathers = {category.parent_id for category in categories}
    line = {parent.id, *(c.id for c in above(categories, parent))} if parent else set()
    covered = bool(line & set(chosen))
    return Page(
        parent=parent,
        rows=tuple(
            Row(category=c, mark=_mark(c, chosen, covered=covered), has_children=c.id in fathers) for c in shown
        ),
        number=number,
        total=total,
        back=_back(categories, parent) if parent else None,
    )


def page_number(categories: Sequence[Category], category: Category) -> int:
    """Tells on which page of its level a category stands."""
    brothers = [other.id for other in categories if other.parent_id == category.parent_id]
    return brothers.index(category.id) // ROWS


def _children(categories: Sequence[Category], parent: Category | None) -> list[Category]:
    parent_id = parent.id if parent else None
    return [category for category in categories if category.parent_id == parent_id]


def _mark(category: Category, chosen: Collection[int], *, covered: bool) -> Mark:
    if category.id in chosen:
        return Mark.CHOSEN
    return Mark.COVERED if covered else Mark.OPEN


def _back(categories: Sequence[Category], parent: Category) -> tuple[int, int]:
    return parent.parent_id or 0, page_number(categories, parent)
