"""Feeds that are left alone, each for its own reason."""

from datetime import UTC, datetime

import pytest

from bot.model import Article, Chat, ChatKind, Digest
from bot.store import Store
from bot.store.categories import HIDDEN
from bot.store.feeds import PAUSED, PENDING, RESTING, Admission, StoredFeed

NOW = datetime(2026, 11, 28, tzinfo=UTC)
READER = 7


async def feed(store: Store, *, left_alone: int = 0, place: str = "https://a.example/rss") -> StoredFeed:
    found, _ = await store.feeds.register(
        place,
        now=NOW,
        title="甲",
        category=("订阅源", "甲"),
        added_by=READER,
        admission=Admission(left_alone=left_alone),
    )
    return found


async def is_asked(store: Store) -> bool:
    return bool(await store.feeds.due(NOW, limit=5))


@pytest.mark.parametrize("left_alone", [PAUSED, RESTING, PENDING])
async def test_a_feed_left_alone_is_not_asked(store: Store, left_alone: int) -> None:
    kept = await feed(store, left_alone=left_alone)
    assert not await is_asked(store)
    assert (kept.state.paused, kept.is_resting, kept.is_pending) == (
        True,
        left_alone == RESTING,
        left_alone == PENDING,
    )


@pytest.mark.parametrize(("left_alone", "wakes"), [(0, False), (PAUSED, False), (RESTING, True), (PENDING, False)])
async def test_a_reader_wakes_only_what_rests(store: Store, left_alone: int, wakes: bool) -> None:  # noqa: FBT001 - a case
    kept = await feed(store, left_alone=left_alone)
    assert await store.feeds.wake(kept.source_id, now=NOW) is wakes
    assert await is_asked(store) is (wakes or left_alone == 0)


async def test_what_an_admin_agreed_to_rests_until_it_is_read(store: Store) -> None:
    kept = await feed(store, left_alone=PENDING)
    assert await store.feeds.admit(kept.source_id)
    assert not await store.feeds.admit(kept.source_id)
    assert await store.feeds.wake(kept.source_id, now=NOW)


@pytest.mark.parametrize("left_alone", [PAUSED, PENDING])
async def test_only_what_is_asked_goes_to_rest(store: Store, left_alone: int) -> None:
    kept = await feed(store, left_alone=left_alone)
    assert not await store.feeds.rest(kept.source_id)
    asked = await feed(store, place="https://b.example/rss")
    assert await store.feeds.rest(asked.source_id)


@pytest.mark.parametrize("left_alone", [PAUSED, RESTING, PENDING])
async def test_an_admin_takes_up_whatever_is_left_alone(store: Store, left_alone: int) -> None:
    kept = await feed(store, left_alone=left_alone)
    assert await store.feeds.resume(kept.source_id, now=NOW)
    assert await is_asked(store)


async def test_an_admins_pause_goes_before_every_other(store: Store) -> None:
    kept = await feed(store, left_alone=RESTING)
    assert await store.feeds.pause(kept.source_id)
    assert not await store.feeds.pause(kept.source_id)
    assert not await store.feeds.wake(kept.source_id, now=NOW)


async def test_a_person_has_as_many_feeds_as_are_not_at_rest(store: Store) -> None:
    for number, left_alone in enumerate((0, PAUSED, RESTING, PENDING)):
        await feed(store, place=f"https://a.example/{number}", left_alone=left_alone)
    assert await store.feeds.count_added(READER) == 3
    assert await store.feeds.count_added(8) == 0


async def test_feeds_are_found_by_their_category(store: Store) -> None:
    kept = await feed(store)
    assert [one.source_id for one in await store.feeds.in_category(("订阅源", "甲"))] == [kept.source_id]
    assert await store.feeds.in_category(("订阅源",)) == []


async def test_all_subscriptions_to_a_category_end_together(store: Store) -> None:
    ids = await store.categories.ensure([("甲",), ("乙",)])
    for number in (7, 8):
        chat = Chat(id=number, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
        await store.chats.add(chat, now=NOW)
        for category_id in ids.values():
            await store.subscriptions.add(number, category_id, now=NOW)
    assert await store.subscriptions.has_readers([ids["甲",]])
    assert await store.subscriptions.end_all(ids["甲",]) == 2
    assert not await store.subscriptions.has_readers([ids["甲",]])
    assert await store.subscriptions.has_readers([ids["甲",], ids["乙",]])
    assert not await store.subscriptions.has_readers([])
    assert [found async for found in store.readers.match([ids["甲",]]) if found] == []


async def test_what_is_hidden_stands_in_no_tree(store: Store) -> None:
    await store.categories.ensure([(f"{HIDDEN}links",), ("甲",)])
    assert [category.path for category in await store.categories.all()] == [("甲",)]


async def test_only_the_newest_articles_of_a_source_are_kept(store: Store) -> None:
    ids = await store.categories.ensure([("甲",)])
    sources = [(await store.sources.register("page", place))[0] for place in ("links", "others")]
    made = [
        await store.articles.add(
            Article(path=str(number), title=str(number)),
            Digest(),
            source_id=sources[number % 2],
            category_id=ids["甲",],
            content_hash=str(number),
            now=NOW,
        )
        for number in range(6)
    ]
    assert await store.articles.keep_newest(sources[0], 2) == 1
    kept = [number for number in range(6) if await store.articles.get(made[number])]
    assert kept == [1, 2, 3, 4, 5]
