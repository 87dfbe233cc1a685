from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import statistics
from bot.core.figures import Read, Written
from bot.model import Article, Chat, ChatKind, ChatState, Digest
from bot.store import Store, open_store

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
DAY = timedelta(days=1)
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 'figures.db'}") as opened:
        yield opened


async def tally(store: Store, when: datetime, state: str, count: int) -> None:
    async with store.database.write() as transaction:
        hour = int(when.timestamp()) // 3600
        await transaction.run("INSERT INTO tally (hour, lane, state, count) VALUES (?, 20, ?, ?)", (hour, state, count))


async def test_deliveries_stand_on_the_days_of_the_admins_own_clock(store: Store) -> None:
    await tally(store, datetime(2026, 11, 21, 15, tzinfo=UTC), "sent", 5)  # before midnight in Shanghai
    await tally(store, datetime(2026, 11, 21, 16, tzinfo=UTC), "sent", 3)
    await tally(store, NOW, "gone", 2)
    await tally(store, NOW, "failed", 1)
    await tally(store, NOW, "dropped", 9)
    found = await statistics.gather(store, 2, zone=SHANGHAI, now=NOW)
    assert (found.sent, found.unreachable, found.failed) == ((5, 3), (0, 2), (0, 1))


async def test_readers_are_told_with_their_change(store: Store) -> None:
    for chat_id, age in ((1, 50), (2, 50), (3, 1)):
        chat = Chat(id=chat_id, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
        await store.chats.add(chat, now=NOW - age * DAY)
    await store.chats.set_state(1, ChatState.BLOCKED, now=NOW)
    found = await statistics.gather(store, 3, zone=SHANGHAI, now=NOW)
    assert (found.readers_before, found.readers, found.change) == (2, (2, 3, 2), 0)


async def test_articles_count_for_the_top_of_their_category(store: Store) -> None:
    ids = await store.categories.ensure([("金融", "国内"), ("金融", "国际"), ("科技",)])
    source_id, _ = await store.sources.register("folder", "/posts")
    for name, path, age in (
        ("a", ("金融", "国内"), 0),
        ("b", ("金融", "国际"), 20),
        ("c", ("科技",), 1),
        ("d", ("科技",), 40),
    ):
        article = Article(path=name, title=name, published=NOW - age * DAY)
        place = {"source_id": source_id, "category_id": ids[path]}
        await store.articles.add(article, Digest(), **place, content_hash=name, now=NOW)
    found = await statistics.gather(store, 30, zone=SHANGHAI, now=NOW)
    assert [(written.name, sum(written.articles)) for written in found.written] == [("金融", 2), ("科技", 1)]
    assert found.written[0].articles[-21] == found.written[0].articles[-1] == found.written[1].articles[-2] == 1
    assert found.articles == 3


async def test_what_is_read_is_told_with_its_whole_path(store: Store) -> None:
    ids = await store.categories.ensure([("金融", "国内")])
    await store.chats.add(Chat(id=1, kind=ChatKind.PRIVATE, language="en", time_zone="UTC"), now=NOW)
    await store.subscriptions.add(1, ids["金融", "国内"], now=NOW)
    found = await statistics.gather(store, 7, zone=SHANGHAI, now=NOW)
    assert found.read == (Read(path=("金融", "国内"), readers=1),)


async def test_an_empty_store_has_figures_too(store: Store) -> None:
    found = await statistics.gather(store, 7, zone=SHANGHAI, now=NOW)
    assert found.readers == found.sent == (0,) * 7
    assert found.written == tuple[Written]()
