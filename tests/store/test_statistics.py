from datetime import datetime, timedelta

import pytest

from bot.model import Article, Chat, ChatKind, ChatState, Digest
from bot.store import Store, statistics

DAY = timedelta(days=1)


async def meet(store: Store, chat_id: int, now: datetime) -> None:
    chat = Chat(id=chat_id, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
    await store.chats.add(chat, now=now)


@pytest.fixture(params=[1, 2, 5000])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistics, "CHUNK", request.param)


@pytest.mark.usefixtures("chunk")
async def test_who_came_and_who_left_is_told_with_the_time(store: Store, now: datetime) -> None:
    for chat_id, age in ((-5, 40), (7, 9), (8, 3)):
        await meet(store, chat_id, now - age * DAY)
    await store.chats.set_state(8, ChatState.BLOCKED, now=now - DAY)
    changes = await store.statistics.came_and_went(now - 10 * DAY)
    before, *later = changes
    assert before[0] < now - 10 * DAY
    assert before[1] == 1
    assert later == [(now - 9 * DAY, 1), (now - 3 * DAY, 1), (now - DAY, -1)]


async def test_who_left_long_ago_is_in_no_count(store: Store, now: datetime) -> None:
    await meet(store, 7, now - 40 * DAY)
    await store.chats.set_state(7, ChatState.GONE, now=now - 30 * DAY)
    assert sum(change for _, change in await store.statistics.came_and_went(now - 10 * DAY)) == 0


@pytest.mark.usefixtures("chunk")
async def test_only_active_chats_read(store: Store, now: datetime) -> None:
    ids = await store.categories.ensure([("金融",), ("科技",)])
    for chat_id in (-5, 7, 8):
        await meet(store, chat_id, now)
        await store.subscriptions.add(chat_id, ids[("金融",)], now=now)
    await store.subscriptions.add(7, ids[("科技",)], now=now)
    await store.chats.set_state(8, ChatState.PAUSED, now=now)
    assert await store.statistics.read() == {ids[("金融",)]: 2, ids[("科技",)]: 1}


async def test_articles_are_counted_by_category_and_time(store: Store, now: datetime) -> None:
    ids = await store.categories.ensure([("金融",), ("科技",)])
    source_id, _ = await store.sources.register("folder", "/posts")
    for name, path, age in (("a", ("金融",), 1), ("b", ("金融",), 1), ("c", ("科技",), 2), ("d", ("科技",), 9)):
        await store.articles.add(
            Article(path=name, title=name, published=now - age * DAY),
            Digest(),
            source_id=source_id,
            category_id=ids[path],
            content_hash=name,
            now=now,
        )
    found = await store.statistics.written(now - 3 * DAY, now)
    assert set(found) == {(ids[("金融",)], now - DAY, 2), (ids[("科技",)], now - 2 * DAY, 1)}
    assert len(found) == 2


async def test_an_empty_store_counts_nothing(store: Store, now: datetime) -> None:
    assert await store.statistics.came_and_went(now) == []
    assert await store.statistics.read() == {}
    assert await store.statistics.written(now - DAY, now) == []
