import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.dispatch.patience import Complaints
from bot.dispatch.settling import Settler
from bot.model import Chat, ChatKind, Delivery, DeliveryState, Lane, Settlement
from bot.store import Store, open_store

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
CHATS = range(1, 101)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/jianbao.db") as opened:
        for chat_id in CHATS:
            await opened.chats.add(Chat(id=chat_id, kind=ChatKind.PRIVATE, language="en", time_zone="UTC"), now=NOW)
        await opened.deliveries.reserve("article:1", Lane.NEWS, CHATS, due=NOW)
        yield opened


@pytest.fixture
async def claimed(store: Store) -> list[Delivery]:
    return await store.deliveries.claim(len(CHATS), now=NOW, lease=timedelta(minutes=2))


def sent(delivery: Delivery) -> Settlement:
    return Settlement(delivery=delivery, state=DeliveryState.SENT, message_id=delivery.chat_id + 1000)


async def test_a_settlement_is_written_when_it_returns(store: Store, claimed: list[Delivery]) -> None:
    settler = Settler(store, Complaints(), clock=lambda: NOW)

    async def settle(delivery: Delivery) -> None:
        await settler.settle(sent(delivery))
        assert await store.deliveries.message_id(delivery.chat_id, "article:1") == delivery.chat_id + 1000

    await asyncio.gather(*map(settle, claimed))
    assert await store.deliveries.count() == {"sent": 100}
    assert await store.tally.by_state() == {"sent": 100}


async def test_many_at_once_are_written_in_few_transactions(store: Store, claimed: list[Delivery]) -> None:
    settler = Settler(store, Complaints(), clock=lambda: NOW)
    written: list[str] = []
    await store.database._writer.set_trace_callback(written.append)
    await asyncio.gather(*(settler.settle(sent(delivery)) for delivery in claimed))
    assert 1 <= written.count("COMMIT") <= 3


async def test_a_disk_that_is_full_for_a_while_loses_no_settlement(store: Store, claimed: list[Delivery]) -> None:
    settler = Settler(store, Complaints(), clock=lambda: NOW)
    await store.database._writer.execute("PRAGMA query_only = ON")
    settling = [asyncio.create_task(settler.settle(sent(delivery))) for delivery in claimed]
    await asyncio.sleep(0.2)
    assert not any(task.done() for task in settling)
    await store.database._writer.execute("PRAGMA query_only = OFF")
    await asyncio.gather(*settling)
    assert await store.deliveries.count() == {"sent": 100}
