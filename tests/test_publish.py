from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import publish
from bot.model import Chat, ChatKind, ChatState
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


async def _claimed(store: Store, now: datetime = NOW) -> list[int]:
    claimed = await store.deliveries.claim(100, now=now, lease=timedelta(minutes=1))
    return sorted(delivery.chat_id for delivery in claimed)


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
