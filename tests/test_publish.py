from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import publish
from bot.model import Article, Chat, ChatKind, ChatState, Delivery, DeliveryState, Digest, Settlement
from bot.store import Store, open_store

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
TOP, MIDDLE, LEAF, OTHER = ("财经",), ("财经", "晨报"), ("财经", "晨报", "国内"), ("体育",)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/jianbao.db") as opened:
        yield opened


@pytest.fixture
async def categories(store: Store) -> dict[tuple[str, ...], int]:
    return await store.categories.ensure([TOP, MIDDLE, LEAF, OTHER])


async def _join(store: Store, chat_id: int, *category_ids: int, state: ChatState = ChatState.ACTIVE) -> None:
    chat = Chat(id=chat_id, kind=ChatKind.PRIVATE, language="en", time_zone="UTC", state=state)
    await store.chats.add(chat, now=NOW)
    for category_id in category_ids:
        await store.subscriptions.add(chat_id, category_id, now=NOW)


async def _claim(store: Store, now: datetime = NOW) -> list[Delivery]:
    return await store.deliveries.claim(100, now=now, lease=timedelta(minutes=1))


async def _claimed(store: Store, now: datetime = NOW) -> list[int]:
    return sorted(delivery.chat_id for delivery in await _claim(store, now))


async def _brought(
    store: Store,
    feed: str,
    category_id: int,
    *,
    link: str = "https://site.example/1",
    title: str = "渡船停航",
    at: datetime = NOW,
) -> int:
    """Stores a story of a feed; gives its id."""
    source_id, _ = await store.sources.register("feed", feed)
    article = Article(path=feed, title=title, link=link)
    return await store.articles.add(
        article, Digest(), source_id=source_id, category_id=category_id, content_hash=title, now=at
    )


async def test_an_article_goes_to_readers_of_its_category_and_of_all_above(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    await _join(store, 1, categories[TOP])
    await _join(store, 2, categories[MIDDLE])
    await _join(store, 3, categories[LEAF])
    await _join(store, 4, categories[OTHER])
    assert await publish.announce(store, 7, categories[MIDDLE], now=NOW) == 2
    assert await _claimed(store) == [1, 2]


async def test_a_reader_of_several_fitting_categories_gets_it_once(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    await _join(store, 1, categories[TOP], categories[MIDDLE], categories[LEAF])
    assert await publish.announce(store, 7, categories[LEAF], now=NOW) == 1


async def test_announcing_again_reaches_nobody_twice(store: Store, categories: dict[tuple[str, ...], int]) -> None:
    await _join(store, 1, categories[LEAF])
    assert await publish.announce(store, 7, categories[LEAF], now=NOW) == 1
    await _join(store, 2, categories[LEAF])
    assert await publish.announce(store, 7, categories[LEAF], now=NOW) == 1
    assert await _claimed(store) == [1, 2]


@pytest.mark.parametrize("state", [ChatState.PAUSED, ChatState.BLOCKED, ChatState.GONE])
async def test_nothing_is_reserved_for_a_reader_who_is_away(
    store: Store, categories: dict[tuple[str, ...], int], state: ChatState
) -> None:
    await _join(store, 1, categories[LEAF], state=state)
    assert await publish.announce(store, 7, categories[LEAF], now=NOW) == 0


async def test_an_article_of_a_category_nobody_knows_goes_to_nobody(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    await _join(store, 1, *categories.values())
    assert await publish.announce(store, 7, 999, now=NOW) == 0
    assert await store.subscriptions.count_readers([]) == 0


async def test_news_of_yesterday_is_not_sent(store: Store, categories: dict[tuple[str, ...], int]) -> None:
    await _join(store, 1, categories[LEAF])
    await publish.announce(store, 7, categories[LEAF], now=NOW)
    assert await _claimed(store, NOW + timedelta(hours=24)) == []
    assert await store.deliveries.count() == {"dropped": 1}


async def test_a_story_that_two_sections_of_a_site_list_comes_once_to_who_follows_both(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    await _join(store, 1, categories[LEAF], categories[OTHER])
    await _join(store, 2, categories[OTHER])
    first = await _brought(store, "https://site.example/home.xml", categories[LEAF])
    tracked = "http://www.site.example/1/?utm_source=sport"
    second = await _brought(store, "https://site.example/sport.xml", categories[OTHER], link=tracked)
    assert await publish.announce(store, first, categories[LEAF], now=NOW) == 1
    assert await publish.announce(store, second, categories[OTHER], now=NOW) == 1
    assert [(one.chat_id, one.subject_id) for one in await _claim(store)] == [(1, first), (2, second)]


async def test_a_story_that_came_already_stands_in_no_list_of_a_flood(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    await _join(store, 1, categories[LEAF], categories[OTHER])
    first = await _brought(store, "https://site.example/home.xml", categories[LEAF])
    await publish.announce(store, first, categories[LEAF], now=NOW)
    again = await _brought(store, "https://site.example/moved.xml", categories[OTHER])
    await publish.announce_together(store, [(again, categories[OTHER])], now=NOW)
    assert await store.deliveries.count() == {"due": 1}


@pytest.mark.parametrize(
    "other",
    [{"title": "渡船复航"}, {"link": "https://site.example/2"}, {"link": ""}, {"at": NOW - timedelta(days=8)}],
    ids=["another text", "another address", "no address", "long ago"],
)
async def test_what_only_looks_alike_is_a_story_of_its_own(
    store: Store, categories: dict[tuple[str, ...], int], other: dict[str, Any]
) -> None:
    await _join(store, 1, categories[LEAF], categories[OTHER])
    first = await _brought(store, "https://site.example/home.xml", categories[LEAF], **other)
    await publish.announce(store, first, categories[LEAF], now=NOW)
    second = await _brought(store, "https://site.example/sport.xml", categories[OTHER])
    assert await publish.announce(store, second, categories[OTHER], now=NOW) == 1


async def test_a_story_that_could_not_be_sent_comes_from_its_other_source(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    await _join(store, 1, categories[LEAF], categories[OTHER])
    first = await _brought(store, "https://site.example/home.xml", categories[LEAF])
    await publish.announce(store, first, categories[LEAF], now=NOW)
    failed = [Settlement(delivery=one, state=DeliveryState.FAILED) for one in await _claim(store)]
    await store.deliveries.settle(failed, now=NOW)
    second = await _brought(store, "https://site.example/sport.xml", categories[OTHER])
    assert await publish.announce(store, second, categories[OTHER], now=NOW) == 1


async def _both(
    store: Store, categories: dict[tuple[str, ...], int], link: str = "https://site.example/1"
) -> tuple[int, int]:
    """Lets a reader of two categories wait for a story that both bring; gives the ids of its articles."""
    await _join(store, 1, categories[LEAF], categories[TOP], categories[OTHER])
    first = await _brought(store, "https://site.example/home.xml", categories[LEAF])
    await publish.announce(store, first, categories[LEAF], now=NOW)
    second = await _brought(store, "https://site.example/sport.xml", categories[OTHER], link=link)
    assert await publish.announce(store, second, categories[OTHER], now=NOW) == 0
    return first, second


async def test_a_story_still_comes_when_only_one_of_the_categories_that_brought_it_is_ended(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    _, second = await _both(store, categories, link="http://www.site.example/1/?utm_source=sport")
    await store.subscriptions.remove(1, [categories[LEAF], categories[TOP]])
    await store.deliveries.drop_unwanted(1)
    assert [(one.chat_id, one.subject_id) for one in await _claim(store)] == [(1, second)]


async def test_a_story_waits_as_it_is_while_anything_brings_it_and_goes_with_the_last_that_did(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    await _both(store, categories)
    for category, left in ((LEAF, {"due": 1}), (TOP, {"due": 1}), (OTHER, {"dropped": 1})):
        await store.subscriptions.remove(1, [categories[category]])
        await store.deliveries.drop_unwanted(1)
        assert await store.deliveries.count() == left


async def test_a_story_of_two_sources_is_listed_once_among_the_newest(
    store: Store, categories: dict[tuple[str, ...], int]
) -> None:
    first = await _brought(store, "https://site.example/home.xml", categories[LEAF], at=NOW - timedelta(hours=2))
    between = await _brought(store, "https://site.example/home.xml", categories[LEAF], title="桥上开市")
    again = await _brought(store, "https://site.example/sport.xml", categories[OTHER], at=NOW + timedelta(hours=1))
    both = [categories[LEAF], categories[OTHER]]
    assert [one.id for one in await store.articles.latest(both, limit=9)] == [again, between]
    assert [one.id for one in await store.articles.latest(both[:1], limit=9)] == [between, first]
