"""What admins do with the list of feeds: try one, take one out, bring many and take them along."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.addresses import canonical
from bot.core.categories import MAX_DEPTH, SHELF, name_of
from bot.follow.adding import free_name, taken_names
from bot.follow.looking import Found, host_of, look
from bot.logs import hide_secrets
from bot.model import key_of
from bot.sources.fetching import Reason
from bot.sources.http import Web
from bot.sources.opml import Outline, read_opml, write_opml
from bot.sources.places import read_place
from bot.store import Store
from bot.store.feeds import StoredFeed

MOST_IMPORTED = 500
"""More feeds than this are not taken from one list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of a fetch that changed nothing."""

    found: Found
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a list of feeds."""

    added: int
    known: int
    bad: tuple[str, ...] = ()
    """Addresses that cannot be fetched, as they stand in the list."""
    left: int = 0
    """So many stood behind the most that are taken."""


async def try_(web: Web, feed: StoredFeed, *, monotonic: Callable[[], float] = time.monotonic) -> Trial:
    """Fetches a feed at once and tells what came; nothing of it is kept."""
    began = monotonic()
    found = await look(web, feed.address, configured=feed.added_by is None)
    return Trial(found=found, seconds=monotonic() - began)


async def bring(store: Store, data: bytes, *, person_id: int, now: datetime) -> Imported:
    """Adds the feeds of an OPML list that are not there yet; raises FeedError for what is none."""
    outlines = await asyncio.to_thread(read_opml, data)
    feeds = await store.feeds.all()
    known = {canonical(address) for feed in feeds for address in (feed.place, feed.address)}
    taken = taken_names(feeds)
    fresh: list[tuple[Outline, tuple[str, ...]]] = []
    bad: list[str] = []
    met = 0
    for outline in outlines[:MOST_IMPORTED]:
        if canonical(outline.address) in known:
            met += 1
        elif not _can_be_fetched(outline.address):
            bad.append(outline.address)
        else:
            category = _place(outline, taken)
            known.add(canonical(outline.address))
            taken.add(key_of(category))
            fresh.append((outline, category))
    await store.categories.ensure(category for _, category in fresh)
    for outline, category in fresh:
        await store.feeds.register(
            outline.address, title=outline.title or category[-1], category=category, added_by=person_id, now=now
        )
    return Imported(added=len(fresh), known=met, bad=tuple(bad), left=max(0, len(outlines) - MOST_IMPORTED))


async def take_along(store: Store, *, title: str, now: datetime) -> bytes:
    """Gives all feeds as an OPML list, but for those with a password or a key in their address."""
    outlines = [
        Outline(address=feed.address, title=feed.title, folder=_folder(feed.category))
        for feed in await store.feeds.all()
        if hide_secrets(feed.address) == feed.address
    ]
    return write_opml(outlines, title=title, created=now).encode()


def is_list(text: str) -> bool:
    """Tells whether a typed text seems to be an OPML list."""
    head = text.lstrip()[:500].lower()
    return head.startswith("<") and "<opml" in head


def _can_be_fetched(address: str) -> bool:
    place = read_place(address)
    return not isinstance(place, Reason) and place.login is None


def _place(outline: Outline, taken: set[str]) -> tuple[str, ...]:
    """Gives a feed of a list its own category below those of the list's headings."""
    folder = tuple(name for name in map(name_of, outline.folder) if name)[: MAX_DEPTH - 2]
    name = name_of(outline.title) or name_of(host_of(outline.address)) or "RSS"
    above = (SHELF, *folder)
    return (*above, free_name(name, taken, above=above))


def _folder(category: tuple[str, ...]) -> tuple[str, ...]:
    return category[1:-1] if category[:1] == (SHELF,) else category[:-1]
