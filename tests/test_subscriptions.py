from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import admin, ondemand, subscriptions
from bot.model import Article, Category, Chat, ChatKind, ChatState, Digest, Lane, SourceHealth
from bot.store import Store, open_store

NOW = datetime(2026, 11, 22, tzinfo=UTC)
READER = Chat(id=7, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
TOP, MIDDLE, LEAF = ("金融",), ("金融", "晨报"), ("金融", "晨报", "国内")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 's.db'}") as opened:
        await opened.chats.add(READER, now=NOW)
        await opened.categories.ensure([LEAF, ("编程",)])
        yield opened


async def named(store: Store, *paths: tuple[str, ...]) -> list[Category]:
    by_path = {category.path: category for category in await store.categories.all()}
    return [by_path[path] for path in paths]


async def reader(store: Store) -> Chat:
    found = await store.chats.get(READER.id)
    assert found
    return found


async def article(store: Store, path: tuple[str, ...], name: str, *, hours: int = 0) -> int:
    source_id, _ = await store.sources.register("folder", "/posts")
    [category] = await named(store, path)
    made = Article(path=name, title=name, category=path, published=NOW - timedelta(hours=hours))
    return await store.articles.add(
        made, Digest(), source_id=source_id, category_id=category.id, content_hash=name, now=NOW
    )


async def test_a_subscription_is_new_once_and_known_after(store: Store) -> None:
    wanted = await named(store, TOP, ("编程",))
    assert (await subscriptions.add(store, READER, wanted, now=NOW)).new == tuple(wanted)
    again = await subscriptions.add(store, READER, wanted, now=NOW)
    assert (again.new, again.known) == ((), tuple(wanted))


async def test_what_a_category_above_brings_is_not_subscribed_twice(store: Store) -> None:
    top, leaf = await named(store, TOP, LEAF)
    await subscriptions.add(store, READER, [top], now=NOW)
    added = await subscriptions.add(store, READER, [leaf], now=NOW)
    assert added.covered == ((leaf, top),)
    assert await store.subscriptions.of(READER.id) == [top.id]


async def test_the_shelf_tells_what_is_chosen_and_which_choice_brings_a_category(store: Store) -> None:
    top, middle, leaf = await named(store, TOP, MIDDLE, LEAF)
    await store.subscriptions.add(READER.id, top.id, now=NOW)
    await store.subscriptions.add(READER.id, middle.id, now=NOW + timedelta(seconds=1))
    shelf = await subscriptions.shelf(store, READER.id)
    assert shelf.own() == (top, middle)
    assert shelf.covering(leaf) == middle
    assert shelf.covering(top) is None
    assert shelf.get(4711) is None


async def test_ending_a_subscription_drops_only_what_nothing_else_brings(store: Store) -> None:
    top, other = await named(store, TOP, ("编程",))
    await subscriptions.add(store, READER, [top, other], now=NOW)
    for path, name in ((LEAF, "一"), (("编程",), "二")):
        number = await article(store, path, name)
        await store.deliveries.reserve(f"article:{number}", Lane.NEWS, [READER.id], due=NOW)
    await store.deliveries.reserve("broadcast:1", Lane.BROADCAST, [READER.id], due=NOW)
    assert await subscriptions.end(store, READER.id, [other]) == 1
    assert await store.deliveries.count() == {"due": 2, "dropped": 1}


async def test_muting_ends_nothing_while_a_category_above_brings_the_same(store: Store) -> None:
    top, leaf = await named(store, TOP, LEAF)
    await store.subscriptions.add(READER.id, top.id, now=NOW)
    await store.subscriptions.add(READER.id, leaf.id, now=NOW)
    muted = await subscriptions.mute(store, READER.id, leaf.id)
    assert muted == subscriptions.Muted(category=leaf, ended=False, above=top)
    assert await store.subscriptions.of(READER.id) == [top.id, leaf.id]
    await subscriptions.end(store, READER.id, [top])
    assert await subscriptions.mute(store, READER.id, leaf.id) == subscriptions.Muted(
        category=leaf, ended=True, above=None
    )
    assert await subscriptions.mute(store, READER.id, 4711) is None


async def test_a_pause_keeps_subscriptions_and_asking_for_news_ends_it(store: Store) -> None:
    [top] = await named(store, TOP)
    await subscriptions.pause(store, READER.id, now=NOW)
    assert (await reader(store)).state is ChatState.PAUSED
    added = await subscriptions.add(store, await reader(store), [top], now=NOW)
    assert added.resumed
    assert (await reader(store)).state is ChatState.ACTIVE
    assert not await subscriptions.resume(store, await reader(store), now=NOW)


async def test_the_newest_articles_come_oldest_first_as_a_chat_reads(store: Store) -> None:
    [top] = await named(store, TOP)
    for hours in (3, 1, 2, 5):
        await article(store, LEAF, str(hours), hours=hours)
    found = await ondemand.latest(store, [top.id])
    assert [stored.article.title for stored in found] == ["3", "2", "1"]
    assert await ondemand.latest(store, []) == []
    assert await ondemand.article(store, 4711, chat_id=1) is None


async def test_the_status_counts_what_there_is(store: Store) -> None:
    await article(store, LEAF, "一")
    health = SourceHealth(place="posts")
    known = await admin.status(store, [health], started_at=NOW, version="1", now=NOW + timedelta(hours=2))
    assert (known.counts.chats, known.counts.articles, known.counts.categories) == ({"active": 1}, 1, 4)
    assert (known.sources, known.uptime) == ((health,), timedelta(hours=2))


async def test_a_move_told_twice_keeps_what_belongs_to_the_group(store: Store) -> None:
    [top] = await named(store, TOP)
    await subscriptions.add(store, READER, [top], now=NOW)
    for _ in range(2):
        await store.chats.move(READER.id, -1007)
    assert await store.subscriptions.of(-1007) == [top.id]


async def feed(store: Store, **changes: Any) -> int:  # noqa: ANN401 - any field
    known = {"category": ("编程",), "added_by": READER.id, "now": NOW}
    found, _ = await store.feeds.register("https://a.example/rss", **{**known, **changes})
    return found.source_id


async def is_asked(store: Store) -> bool:
    return bool(await store.feeds.due(NOW, limit=5))


async def test_a_feed_somebody_added_rests_with_its_last_reader_and_wakes_with_the_next(store: Store) -> None:
    await feed(store)
    chosen = await named(store, ("编程",))
    await subscriptions.add(store, await reader(store), chosen, now=NOW)
    await subscriptions.end(store, READER.id, chosen)
    assert not await is_asked(store)
    await subscriptions.add(store, await reader(store), chosen, now=NOW)
    assert await is_asked(store)


async def test_a_feed_of_the_configuration_never_rests(store: Store) -> None:
    await feed(store, added_by=None)
    chosen = await named(store, ("编程",))
    await subscriptions.add(store, await reader(store), chosen, now=NOW)
    await subscriptions.end(store, READER.id, chosen)
    assert await is_asked(store)


async def test_a_feed_read_from_above_does_not_rest(store: Store) -> None:
    await feed(store, category=LEAF)
    top, leaf = await named(store, TOP, LEAF)
    await subscriptions.add(store, await reader(store), [leaf], now=NOW)
    await subscriptions.add(store, await reader(store), [top], now=NOW)
    await subscriptions.end(store, READER.id, [leaf])
    assert await is_asked(store)
