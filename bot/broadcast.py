"""Headlines from admins: drafted, confirmed once, reserved for everyone or for the readers of one category."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core import wants
from bot.delivery.length import UNITS, clean, units
from bot.model import Category
from bot.store import Store

MAX_UNITS = UNITS - 96
"""Room for the label above the headline in any language."""
LIFE = timedelta(hours=24)
MOST_WORDS = 4
"""A category's name with blanks in it is looked for in so many words behind the @."""

_AT = re.compile(r"[@\uff20][ \t]*(?=\S)")
_WORD = re.compile(r"\S+")


class Fault(StrEnum):
    EMPTY = "empty"
    TOO_LONG = "too long"
    UNKNOWN = "unknown category"
    AMBIGUOUS = "ambiguous category"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an admin is asked to confirm."""

    broadcast_id: int
    text: str
    category: Category | None
    readers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why nothing was drafted; `near` are the categories that may have been meant."""

    fault: Fault
    name: str = ""
    near: tuple[Category, ...] = ()


async def draft(store: Store, admin_id: int, text: str, *, now: datetime) -> Draft | Problem:
    """Keeps what an admin typed, `TEXT` or `@category TEXT`, until it is confirmed or cancelled."""
    addressed = _address(text.strip(), await store.categories.all() if _AT.match(text.strip()) else ())
    if isinstance(addressed, Problem):
        return addressed
    category, words = addressed
    words = clean(words).strip()
    if not words:
        return Problem(fault=Fault.EMPTY)
    if units(words) > MAX_UNITS:
        return Problem(fault=Fault.TOO_LONG)
    category_id = category.id if category else None
    broadcast_id = await store.broadcasts.draft(admin_id, words, category_id, now=now)
    await store.audit.note(admin_id, "broadcast drafted", str(broadcast_id), now=now)
    readers = await store.subscriptions.count_readers(await _audience(store, category_id))
    return Draft(broadcast_id=broadcast_id, text=words, category=category, readers=readers)


async def confirm(store: Store, broadcast_id: int, admin_id: int, *, now: datetime) -> int | None:
    """Sends a draft off, once however often it is confirmed; gives the number of readers, None when it was too late."""
    kept = await store.broadcasts.get(broadcast_id)
    if kept is None:
        return None
    audience = await _audience(store, kept.category_id)
    readers = await store.broadcasts.confirm(broadcast_id, audience, now=now, expires=now + LIFE)
    if readers is not None:
        await store.audit.note(admin_id, "broadcast confirmed", str(broadcast_id), now=now)
    return readers


async def cancel(store: Store, broadcast_id: int, admin_id: int, *, now: datetime) -> bool:
    """Drops a draft; False when it was decided before."""
    if not await store.broadcasts.cancel(broadcast_id):
        return False
    await store.audit.note(admin_id, "broadcast cancelled", str(broadcast_id), now=now)
    return True


async def _audience(store: Store, category_id: int | None) -> list[int] | None:
    """Lists the categories whose readers a headline is for: its own, those above that take it along, those below.

    None is for everyone.
    """
    if category_id is None:
        return None
    categories = await store.categories.all()
    path = next(category.path for category in categories if category.id == category_id)
    below = [category.id for category in categories if category.path[: len(path)] == path]
    return [*below, *(await store.categories.lineage(category_id))[1:]]


def _address(text: str, categories: Sequence[Category]) -> tuple[Category | None, str] | Problem:
    """Splits `@category TEXT`; the longest run of words that names a category is its name."""
    at = _AT.match(text)
    if not at:
        return None, text
    ends = [word.end() for word in list(_WORD.finditer(text, at.end()))[:MOST_WORDS]]
    for end in reversed(ends):
        wish = wants.understand(text[at.end() : end], categories)
        if len(wish.found) == 1 and not wish.unknown:
            return wish.found[0], text[end:]
    name = text[at.end() : ends[0]]
    wish = wants.understand(name, categories)
    return Problem(fault=Fault.AMBIGUOUS if wish.ambiguous else Fault.UNKNOWN, name=name, near=wish.near)
