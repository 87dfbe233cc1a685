"""Makes a feed a source of a chat's: registers it where it is new, and subscribes the chat to its category."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot import subscriptions
from bot.core.addresses import canonical
from bot.core.categories import MAX_NAME, SHELF, name_of
from bot.core.tree import find
from bot.follow.looking import FoundFeed, host_of
from bot.follow.looks import Looks
from bot.model import Category, Chat, key_of
from bot.store import Store
from bot.store.feeds import PENDING, RESTING, Admission, StoredFeed
from bot.subscriptions import Added

Who = Literal["everyone", "approval", "admins"]


def _nobody_waits() -> None:
    """Stands for a poller that looks by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """How readers may bring their own sources."""

    looks: Looks | None = None
    """None: links are not looked at."""
    who: Who = "everyone"
    per_reader: int = 10
    poll_soon: Callable[[], None] = field(default=_nobody_waits)
    """Tells the poller that a feed is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The chat reads the feed from now on."""

    feed: StoredFeed
    category: Category
    added: Added


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An admin has to agree first."""

    feed: StoredFeed
    is_again: bool = False
    """The chat asked for it before, and nobody decided yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMany:
    """The person has as many feeds as one may have."""

    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminsOnly:
    """Only admins add feeds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scattered:
    """It is a source already, whose articles belong to categories of their own."""

    feed: StoredFeed


Outcome = Followed | Asked | TooMany | AdminsOnly | Scattered


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who wants to follow a feed, and for which chat."""

    chat: Chat
    person_id: int
    is_admin: bool = False


async def follow(store: Store, found: FoundFeed, asker: Asker, terms: Following, *, now: datetime) -> Outcome:
    """Follows a feed for a chat, as far as the person may."""
    feed = await known(store, found.address)
    is_free = asker.is_admin or terms.who != "approval"
    if feed and feed.is_pending and not is_free and asker.chat.id in await store.feeds.wished_by(feed.source_id):
        return Asked(feed=feed, is_again=True)
    if feed is None or feed.is_resting or feed.is_pending:
        objection = await _objection(store, asker, terms)
        if objection:
            return objection
    if feed is None:
        feed = await _registered(store, found, asker, is_free=is_free, now=now)
    if feed.is_pending and not is_free:
        await store.feeds.wish(feed.source_id, asker.chat.id)
        return Asked(feed=feed)
    if feed.state.gone and not feed.state.paused:  # it was given up once, and has just been read
        await store.feeds.resume(feed.source_id, now=now)
    return await subscribe(store, feed, asker.chat, now=now)


async def _registered(store: Store, found: FoundFeed, asker: Asker, *, is_free: bool, now: datetime) -> StoredFeed:
    """Keeps a new feed, left alone until its first reader comes."""
    feed, _ = await store.feeds.register(
        found.address,
        title=found.title,
        category=(SHELF, await _free_name(store, found)),
        added_by=asker.person_id,
        admission=Admission(
            left_alone=RESTING if is_free else PENDING, owner=None if asker.is_admin else asker.chat.id
        ),
        now=now,
    )
    return feed


async def subscribe(
    store: Store, feed: StoredFeed, chat: Chat, *, now: datetime, resumes: bool = True
) -> Followed | Scattered:
    """Lets a chat read a feed; one that rested or was to be agreed to is taken up."""
    await store.feeds.admit(feed.source_id)
    if not feed.category:
        return Scattered(feed=feed)
    ids = await store.categories.ensure([feed.category], owner=feed.owner)
    category = find(await store.categories.all(), ids[feed.category])
    if category is None:
        raise LookupError(feed.category)
    added = await subscriptions.add(store, chat, [category], now=now, resumes=resumes)
    return Followed(feed=feed, category=category, added=added)


async def remove(store: Store, feed: StoredFeed) -> bool:
    """Forgets a feed, and ends the subscriptions to the category that was its alone; False when it was gone."""
    removed = await store.feeds.remove(feed.source_id)
    if feed.category[:1] == (SHELF,) and not await store.feeds.in_category(feed.category):
        for category in await store.categories.all():
            if category.path == feed.category:
                await store.subscriptions.end_all(category.id)
                await store.categories.close(category.id)
    return removed


async def agree(store: Store, feed: StoredFeed, asked: int, *, now: datetime) -> list[tuple[Chat, Followed]]:
    """Gives a feed to all chats that wait for it, and to the one that asked; lists those that did not have it.

    A chat that asked for silence meanwhile keeps it.
    """
    waiting = {*await store.feeds.wished_by(feed.source_id), asked}
    chats = [chat for chat_id in sorted(waiting) if (chat := await store.chats.get(chat_id))]
    found = [(chat, await subscribe(store, feed, chat, now=now, resumes=False)) for chat in chats]
    await store.feeds.grant(feed.source_id)
    return [(chat, outcome) for chat, outcome in found if isinstance(outcome, Followed) and outcome.added.new]


async def refuse(store: Store, feed: StoredFeed) -> list[Chat]:
    """Forgets a feed that an admin does not want and nobody reads; lists the chats that waited for it."""
    waiting = await store.feeds.wished_by(feed.source_id)
    await store.feeds.remove(feed.source_id)
    return [chat for chat_id in waiting if (chat := await store.chats.get(chat_id))]


async def known(store: Store, address: str) -> StoredFeed | None:
    """Finds the feed at an address, however it is spelt."""
    key = canonical(address)
    feeds = await store.feeds.all()
    return await asyncio.to_thread(lambda: next((feed for feed in feeds if _stands_at(feed, key)), None))


def _stands_at(feed: StoredFeed, key: str) -> bool:
    return canonical(feed.place) == key or (feed.address != feed.place and canonical(feed.address) == key)


async def _objection(store: Store, asker: Asker, terms: Following) -> TooMany | AdminsOnly | None:
    if asker.is_admin:
        return None
    if terms.who == "admins":
        return AdminsOnly()
    if await store.feeds.count_added(asker.person_id) >= terms.per_reader:
        return TooMany(limit=terms.per_reader)
    return None


async def _free_name(store: Store, found: FoundFeed) -> str:
    """Gives a feed's category a name that no other has: the feed's title, with a number where it must be."""
    feeds = await store.feeds.all()
    taken = await asyncio.to_thread(taken_names, feeds)
    taken |= await store.categories.holding_others(found.address)  # what is left of removed feeds
    name = name_of(found.title) or name_of(host_of(found.address)) or "RSS"
    return free_name(name, taken)


def taken_names(feeds: Iterable[StoredFeed]) -> set[str]:
    """Gives the keys of all categories that are a feed's, or stand above one."""
    return {key_of(feed.category[:depth]) for feed in feeds for depth in range(1, len(feed.category) + 1)}


def free_name(name: str, taken: Collection[str], *, above: Sequence[str] = (SHELF,)) -> str:
    """Gives the name itself or the first numbered one whose category is not taken."""
    made, number = name, 1
    while key_of((*above, made)) in taken:
        number += 1
        made = f"{name[: MAX_NAME - 5]} {number}"
    return made
