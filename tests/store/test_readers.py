import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import StoreError
from bot.model import Chat, ChatKind, ChatState
from bot.store import Store, open_store
from bot.store.readers import Readers, SqlReaders
from bot.store.roaring import RoaringReaders

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
PATHS = [("财经",), ("财经", "国内"), ("体育",)]
CHATS = st.sampled_from([-1009, -5, 3, 7, 10**12])
CATEGORIES = st.integers(min_value=1, max_value=len(PATHS))


@dataclass(frozen=True)
class Deed:
    """Something that changes who reads what."""

    name: str
    chat_id: int
    number: int


DEEDS = st.lists(
    st.builds(Deed, st.sampled_from(["join", "add", "remove", "state", "move"]), CHATS, CATEGORIES), max_size=12
)


async def done(store: Store, deed: Deed) -> None:
    chat = Chat(id=deed.chat_id, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
    if deed.name == "join":
        await store.chats.add(chat, now=NOW)
    elif await store.chats.get(deed.chat_id) is None:
        return
    elif deed.name == "add":
        await store.subscriptions.add(deed.chat_id, deed.number, now=NOW)
    elif deed.name == "remove":
        await store.subscriptions.remove(deed.chat_id, [deed.number])
    elif deed.name == "state":
        await store.chats.set_state(deed.chat_id, list(ChatState)[deed.number], now=NOW)
    else:
        await store.chats.move(deed.chat_id, -1009)


async def matched(readers: Readers, category_ids: Sequence[int]) -> list[int]:
    found = [chat_id async for chunk in readers.match(category_ids) for chat_id in chunk]
    assert len(found) == len(set(found)), "each once"
    return sorted(found)


async def _agree(before: list[Deed], after: list[Deed], wanted: list[int]) -> None:
    with tempfile.TemporaryDirectory() as place:
        async with open_store(f"sqlite:///{place}/news.db") as store:
            await store.categories.ensure(PATHS)
            tables, bitmaps = SqlReaders(store.database), RoaringReaders(store.database, store.changes)
            for deed in before:
                await done(store, deed)
            assert await matched(bitmaps, wanted) == await matched(tables, wanted), "before the bitmaps are built"
            await bitmaps.prepare()
            assert await matched(bitmaps, wanted) == await matched(tables, wanted)
            for deed in after:
                await done(store, deed)
                assert await matched(bitmaps, wanted) == await matched(tables, wanted), deed


@pytest.mark.slow
@settings(max_examples=60)
@given(DEEDS, DEEDS, st.lists(CATEGORIES, unique=True))
def test_bitmaps_and_tables_find_the_same_readers(before: list[Deed], after: list[Deed], wanted: list[int]) -> None:
    asyncio.run(_agree(before, after, wanted))


async def test_what_changes_while_the_bitmaps_are_built_is_not_missed(store: Store, chat: Chat) -> None:
    category = (await store.categories.ensure([("财经",)]))["财经",]
    bitmaps = RoaringReaders(store.database, store.changes)
    building = asyncio.create_task(bitmaps.prepare())
    await asyncio.sleep(0)
    await store.subscriptions.add(chat.id, category, now=NOW)
    await store.chats.add(Chat(id=8, kind=ChatKind.PRIVATE, language="en", time_zone="UTC"), now=NOW)
    await store.subscriptions.add(8, category, now=NOW)
    await building
    assert await matched(bitmaps, [category]) == [7, 8]


@pytest.mark.parametrize("way", ["tables", "bitmaps"])
async def test_many_readers_come_in_chunks_that_keep_nobody_waiting(store: Store, chat: Chat, way: str) -> None:
    category, other = (await store.categories.ensure([("财经",), ("体育",)])).values()
    async with store.database.write() as transaction:
        await transaction.run_many(
            "INSERT INTO chat (id, kind, language, time_zone, state, created_at)"
            " VALUES (?, 'private', 'en', 'UTC', 'active', 0)",
            ((number,) for number in range(1000, 13000)),
        )
        await transaction.run(
            "INSERT INTO subscription SELECT id, ?, 0, NULL FROM chat WHERE id <> ?", (category, chat.id)
        )
        await transaction.run("INSERT INTO subscription SELECT id, ?, 0, NULL FROM chat WHERE id < 2000", (other,))
    readers: Readers = SqlReaders(store.database)
    if way == "bitmaps":
        readers = RoaringReaders(store.database, store.changes)
        await readers.prepare()
    sizes, found = [], set[int]()
    async for chunk in readers.match([category, other]):
        sizes.append(len(chunk))
        found.update(chunk)
    assert max(sizes) <= 2_500
    assert sum(sizes) == len(found) == 12_001


async def test_what_changed_is_not_forgotten_when_the_store_cannot_be_read(store: Store, chat: Chat) -> None:
    category = (await store.categories.ensure([("财经",)]))["财经",]
    bitmaps = RoaringReaders(store.database, store.changes)
    await bitmaps.prepare()
    await store.subscriptions.add(chat.id, category, now=NOW)
    for rename in ("chat RENAME TO away", "away RENAME TO chat"):
        async with store.database.write() as transaction:
            await transaction.run(f"ALTER TABLE {rename}")
        with suppress(StoreError):
            assert await matched(bitmaps, [category]) == [chat.id]


async def test_of_two_matches_at_once_both_know_the_newest_reader(store: Store, chat: Chat) -> None:
    category = (await store.categories.ensure([("财经",)]))["财经",]
    bitmaps = RoaringReaders(store.database, store.changes)
    await bitmaps.prepare()
    await store.subscriptions.add(chat.id, category, now=NOW)
    assert await asyncio.gather(*(matched(bitmaps, [category]) for _ in range(2))) == [[chat.id]] * 2
