import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.pace import Pace
from bot.dispatch.claiming import Claims
from bot.errors import StoreError
from bot.model import Chat, ChatKind, Delivery, Lane
from bot.store import Store, open_store

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
CHATS = range(1, 41)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/jianbao.db") as opened:
        for chat_id in CHATS:
            chat = Chat(id=chat_id, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
            await opened.chats.add(chat, now=NOW)
        yield opened


def claims(store: Store, *, most: int = 16, paid: float = 0) -> Claims:
    pace = Pace(per_second=30, paid_per_second=paid, chance=lambda: 0.0)
    return Claims(store, pace, clock=lambda: NOW, most=most)


async def turns(wanted: Claims, count: int) -> list[Delivery]:
    """Takes turns until so many deliveries came."""
    found: list[Delivery] = []
    async with asyncio.timeout(10):
        while len(found) < count:
            turn = await wanted.next()
            assert len(turn) <= 3, "a tenth of a second's worth at once"
            found += turn
    return found


async def test_no_more_is_claimed_than_goes_out_at_once(store: Store) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, CHATS, due=NOW)
    (first, *_) = await turns(claims(store), 1)
    assert first.chat_id == 1
    assert await store.deliveries.waiting() == {"due": 37, "claimed": 3}


async def test_what_was_claimed_and_not_sent_is_given_back_without_a_doubt(store: Store) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, CHATS, due=NOW)
    wanted = claims(store)
    await wanted.next()
    await wanted.give_back()
    assert await store.deliveries.waiting() == {"due": 40}
    again = await store.deliveries.claim(40, now=NOW, lease=timedelta(minutes=2))
    assert not any(delivery.uncertain for delivery in again)


async def test_a_chat_gets_nothing_before_its_last_message_is_settled(store: Store) -> None:
    for number in (1, 2):
        await store.deliveries.reserve(f"article:{number}", Lane.NEWS, [1], due=NOW)
    wanted = claims(store)
    (first,) = await turns(wanted, 1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await turns(wanted, 1)
    assert first.subject_id == 1
    assert await store.deliveries.waiting() == {"due": 1, "claimed": 1}


async def test_breaking_news_that_comes_meanwhile_goes_next(store: Store) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, CHATS[:20], due=NOW)
    wanted = claims(store)
    await turns(wanted, 3)
    await store.deliveries.reserve("broadcast:1", Lane.BREAKING, CHATS[20:23], due=NOW)
    assert [delivery.lane for delivery in await turns(wanted, 3)] == [Lane.BREAKING] * 3


async def test_what_is_paid_for_does_not_wait_for_the_others(store: Store) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, CHATS[:10], due=NOW)
    await store.deliveries.reserve("broadcast:1", Lane.PAID, CHATS[10:], due=NOW)
    wanted = claims(store, paid=1000)
    assert {delivery.lane for delivery in await wanted.next()} == {Lane.PAID}
    assert await store.deliveries.waiting() == {"due": 24, "claimed": 16}


async def test_paid_messages_wait_where_the_operator_allows_none(store: Store) -> None:
    await store.deliveries.reserve("broadcast:1", Lane.PAID, CHATS, due=NOW)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await turns(claims(store), 1)


async def test_what_was_paid_for_is_not_forgotten_when_the_store_fails_meanwhile(store: Store) -> None:
    await store.deliveries.reserve("article:1", Lane.NEWS, CHATS[:3], due=NOW)
    await store.deliveries.reserve("broadcast:1", Lane.PAID, CHATS[3:6], due=NOW)
    wanted = claims(store, paid=1000)
    for lane in (Lane.NEWS, Lane.PAID):
        async with store.database.write() as transaction:
            await transaction.run(
                "CREATE TRIGGER breaks BEFORE UPDATE OF state ON delivery"
                f" WHEN new.state = 'claimed' AND new.lane = {lane:d} BEGIN SELECT json('no json'); END"
            )
        with suppress(StoreError):
            await wanted.next()
        async with store.database.write() as transaction:
            await transaction.run("DROP TRIGGER breaks")
    assert {delivery.chat_id for delivery in await turns(wanted, 6)} == set(CHATS[:6])
