import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import broadcast
from bot.broadcast import Draft, Fault, Problem
from bot.core.categories import path_of
from bot.delivery import length, render
from bot.model import Chat, ChatKind
from bot.store import Store, open_store
from bot.texts import LANGUAGES

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
ADMIN = 9
PATHS = [("财经",), ("财经", "晨报"), ("财经", "晨报", "国内"), ("时政", "国内"), ("体育",), ("Daily News",)]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/jianbao.db") as opened:
        ids = await opened.categories.ensure(PATHS)
        for chat_id, path in enumerate(PATHS, start=1):
            chat = Chat(id=chat_id, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
            await opened.chats.add(chat, now=NOW)
            await opened.subscriptions.add(chat_id, ids[path], now=NOW)
        yield opened


async def _draft(store: Store, text: str) -> Draft:
    drafted = await broadcast.draft(store, ADMIN, text, now=NOW)
    assert isinstance(drafted, Draft)
    return drafted


async def _readers(store: Store) -> list[int]:
    claimed = await store.deliveries.claim(100, now=NOW, lease=timedelta(minutes=1))
    return sorted(delivery.chat_id for delivery in claimed)


async def test_a_headline_goes_to_every_active_reader_exactly_as_typed(store: Store) -> None:
    drafted = await _draft(store, "  今晚停水 <通知>\n请备水 ")
    assert (drafted.text, drafted.category, drafted.readers) == ("今晚停水 <通知>\n请备水", None, 6)
    assert await broadcast.confirm(store, drafted.broadcast_id, ADMIN, now=NOW) == 6
    assert await _readers(store) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "path", "words", "readers"),
    [
        ("@体育 决赛今晚开始", ("体育",), "决赛今晚开始", [5]),
        ("\uff20體育　决赛今晚开始", ("体育",), "决赛今晚开始", [5]),
        ("@ 体育\n决赛今晚开始", ("体育",), "决赛今晚开始", [5]),
        ("@体育 财经 双双大涨", ("体育",), "财经 双双大涨", [5]),
        ("@财经 开盘", ("财经",), "开盘", [1, 2, 3]),
        ("@晨报 开盘", ("财经", "晨报"), "开盘", [1, 2, 3]),
        ("@财经/晨报/国内 开盘", ("财经", "晨报", "国内"), "开盘", [1, 2, 3]),
        ("@时政-国内 开会", ("时政", "国内"), "开会", [4]),
        ("@daily news It begins", ("Daily News",), "It begins", [6]),
    ],
)
async def test_a_headline_for_a_category_goes_to_its_readers_and_those_above_and_below(
    store: Store, text: str, path: tuple[str, ...], words: str, readers: list[int]
) -> None:
    drafted = await _draft(store, text)
    assert drafted.category is not None
    assert (drafted.category.path, drafted.text) == (path, words)
    assert drafted.readers == len(readers)
    await broadcast.confirm(store, drafted.broadcast_id, ADMIN, now=NOW)
    assert await _readers(store) == readers


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.EMPTY),
        (" \n\u202e", Fault.EMPTY),
        ("@体育", Fault.EMPTY),
        ("@体肓 决赛", Fault.UNKNOWN),
        ("@国内 开会", Fault.AMBIGUOUS),
        ("字" * 4097, Fault.TOO_LONG),
    ],
)
async def test_what_cannot_be_sent_is_explained_and_nothing_is_kept(store: Store, text: str, fault: Fault) -> None:
    problem = await broadcast.draft(store, ADMIN, text, now=NOW)
    assert isinstance(problem, Problem)
    assert problem.fault is fault
    assert await store.broadcasts.get(1) is None


async def test_a_category_nearly_right_is_suggested(store: Store) -> None:
    problem = await broadcast.draft(store, ADMIN, "@晨抱 开盘", now=NOW)
    assert isinstance(problem, Problem)
    assert [category.name for category in problem.near] == ["晨报"]


async def test_confirming_twice_even_at_once_sends_once(store: Store) -> None:
    drafted = await _draft(store, "今晚停水")
    confirmations = [broadcast.confirm(store, drafted.broadcast_id, ADMIN, now=NOW) for _ in range(3)]
    results = await asyncio.gather(*confirmations)
    assert sorted(results, key=str) == [6, None, None]
    assert await store.deliveries.count() == {"due": 6}


async def test_a_cancelled_headline_is_never_sent_and_a_sent_one_not_cancelled(store: Store) -> None:
    first, second = await _draft(store, "第一"), await _draft(store, "第二")
    assert await broadcast.cancel(store, first.broadcast_id, ADMIN, now=NOW)
    assert await broadcast.confirm(store, first.broadcast_id, ADMIN, now=NOW) is None
    await broadcast.confirm(store, second.broadcast_id, ADMIN, now=NOW)
    assert not await broadcast.cancel(store, second.broadcast_id, ADMIN, now=NOW)
    assert await broadcast.confirm(store, 999, ADMIN, now=NOW) is None


async def test_every_act_of_an_admin_is_on_record(store: Store) -> None:
    first, second = await _draft(store, "第一"), await _draft(store, "第二")
    await broadcast.cancel(store, first.broadcast_id, ADMIN, now=NOW)
    await broadcast.confirm(store, second.broadcast_id, ADMIN, now=NOW)
    rows = await store.database.rows("SELECT person_id, action, subject FROM audit ORDER BY id")
    assert rows == [
        (ADMIN, "broadcast drafted", "1"),
        (ADMIN, "broadcast drafted", "2"),
        (ADMIN, "broadcast cancelled", "1"),
        (ADMIN, "broadcast confirmed", "2"),
    ]


@given(text=st.one_of(st.text(max_size=200), st.text(max_size=200).map("@".__add__)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_whatever_an_admin_types_the_categories_are_looked_through_without_harm(text: str) -> None:
    found = broadcast._address(text.strip(), ())
    assert isinstance(found, Problem) or found == (None, text.strip())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_headline_still_fits_under_its_label(language: str) -> None:
    message = render.headline("字" * broadcast.MAX_UNITS, language=language)
    assert render.words(message.text).endswith("字")
    assert length.units(render.words(message.text)) <= length.UNITS


def test_category_paths_of_the_tests_are_in_their_own_spelling() -> None:
    assert [path_of(path) for path in PATHS] == PATHS
