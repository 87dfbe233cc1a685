"""What a chat subscribes to: begin, end, mute, pause and return."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import tree
from bot.model import Category, Chat, ChatState
from bot.store import Store
from bot.store.feeds import StoredFeed


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every category a chat may see, and which of them it chose (oldest choice first)."""

    categories: tuple[Category, ...]
    chosen: tuple[int, ...]

    def own(self) -> tuple[Category, ...]:
        by_id = {category.id: category for category in self.categories}
        return tuple(by_id[chosen] for chosen in self.chosen if chosen in by_id)

    def get(self, category_id: int) -> Category | None:
        return tree.find(self.categories, category_id)

    def covering(self, category: Category) -> Category | None:
        """Gives the nearest chosen category above one."""
        return next((c for c in tree.above(self.categories, category) if c.id in self.chosen), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a wish to subscribe came to."""

    new: tuple[Category, ...]
    known: tuple[Category, ...]
    """Chosen before."""
    covered: tuple[tuple[Category, Category], ...]
    """With the chosen category above that brings it already."""
    resumed: bool
    """The chat was paused and hears of news again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Muted:
    """What a wish to see no more of a category came to."""

    category: Category
    ended: bool
    """It was chosen itself, and is no more."""
    above: Category | None
    """A chosen category above it that brings it as well, so that nothing was ended."""


async def shelf(store: Store, chat_id: int) -> Shelf:
    """Reads the tree and the chat's choices."""
    chosen = tuple(await store.subscriptions.of(chat_id))
    return Shelf(categories=tuple(await store.categories.seen_by(chat_id)), chosen=chosen)


async def add(
    store: Store, chat: Chat, categories: Sequence[Category], *, now: datetime, resumes: bool = True
) -> Added:
    """Subscribes a chat; whoever asks for news wants to hear of it, so a pause ends unless others ask for it.

    In a forum the news comes to the topic where it was last asked for.
    """
    held = await shelf(store, chat.id)
    known = tuple(category for category in categories if category.id in held.chosen)
    rest = [category for category in categories if category not in known]
    covered = tuple((category, above) for category in rest if (above := held.covering(category)))
    new = tuple(category for category in rest if not held.covering(category))
    for category in (*new, *known):
        await store.subscriptions.add(chat.id, category.id, now=now, topic=chat.topic)
    await _wake(store, categories, now)
    resumed = resumes and await resume(store, chat, now=now)
    return Added(new=new, known=known, covered=covered, resumed=resumed)


async def end(store: Store, chat_id: int, categories: Sequence[Category]) -> int:
    """Unsubscribes a chat, and drops what still waits for it from there; gives how many subscriptions ended."""
    ended = await store.subscriptions.remove(chat_id, [category.id for category in categories])
    await store.deliveries.drop_unwanted(chat_id)
    await _let_rest(store, categories)
    return ended


async def mute(store: Store, chat_id: int, category_id: int) -> Muted | None:
    """Ends the subscription to a category unless one above brings it too, and tells that one; None when it is gone."""
    held = await shelf(store, chat_id)
    category = held.get(category_id)
    if category is None:
        return None
    above = held.covering(category)
    ended = above is None and bool(await end(store, chat_id, [category]))
    return Muted(category=category, ended=ended, above=above)


async def pause(store: Store, chat_id: int, *, now: datetime) -> None:
    """Sends a chat nothing more until it returns; its subscriptions stay."""
    await store.chats.set_state(chat_id, ChatState.PAUSED, now=now)


async def resume(store: Store, chat: Chat, *, now: datetime) -> bool:
    """Makes a chat active; tells whether that ended a pause."""
    if chat.state is ChatState.ACTIVE:
        return False
    await store.chats.set_state(chat.id, ChatState.ACTIVE, now=now)
    return chat.state is ChatState.PAUSED


async def _wake(store: Store, categories: Sequence[Category], now: datetime) -> None:
    """Takes up the feeds that rested until somebody reads them."""
    for feed in await store.feeds.resting():
        if any(_brings(category, feed) for category in categories):
            await store.feeds.wake(feed.source_id, now=now)


def _brings(category: Category, feed: StoredFeed) -> bool:
    if feed.owner is not None:
        return feed.category == category.path
    return bool(feed.category) and feed.category[: len(category.path)] == category.path


async def _let_rest(store: Store, categories: Sequence[Category]) -> None:
    """Leaves the feeds alone that people added and nobody reads any more."""
    for category in categories:
        feeds = [feed for feed in await store.feeds.in_category(category.path) if feed.added_by is not None]
        if feeds and not await store.subscriptions.has_readers(await store.categories.lineage(category.id)):
            for feed in feeds:
                await store.feeds.rest(feed.source_id)
