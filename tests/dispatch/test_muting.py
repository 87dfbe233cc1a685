from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.dispatch import muting
from bot.model import ChatState

GROUP = -5001
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
NO_TEXT = "Bad Request: not enough rights to send text messages to the chat"
Scene = Any


@pytest.mark.parametrize(
    ("shut", "wait"),
    [
        (timedelta(0), timedelta(minutes=1)),
        (timedelta(hours=8), timedelta(hours=2)),
        (timedelta(days=2), timedelta(hours=6)),
        (timedelta(days=7), None),
    ],
)
def test_the_longer_a_chat_was_shut_the_longer_the_next_try_waits(shut: timedelta, wait: timedelta | None) -> None:
    assert muting.rest(NOW - shut, NOW) == wait
    assert muting.rest(None, NOW) == muting.SHORTEST


async def _publish_to_a_shut_group(scene: Scene) -> None:
    await scene.join(GROUP)
    scene.standin.order_fault(kind="error", method="sendMessage", status=400, description=NO_TEXT)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until(lambda: _is_muted(scene))
    await scene.publish("乙")


@pytest.mark.slow
async def test_a_group_that_is_quiet_for_a_night_gets_its_news_afterwards(scene: Scene) -> None:
    await _publish_to_a_shut_group(scene)
    now = datetime.now(UTC)
    assert await scene.store.deliveries.claim(9, now=now + timedelta(seconds=50), lease=muting.SHORTEST) == []
    assert scene.standin.outbox(GROUP) == []
    await scene.store.chats.unmute(GROUP, now=now)  # somebody spoke there
    async with scene.sending():
        await scene.until_settled()
    assert scene.titles(GROUP) == ["甲", "乙"]


@pytest.mark.slow
async def test_one_message_that_passes_lets_out_all_the_others(scene: Scene) -> None:
    await _publish_to_a_shut_group(scene)
    async with scene.store.database.write() as transaction:
        await transaction.run("UPDATE delivery SET due_at = 0 WHERE id = 1")
    async with scene.sending():
        await scene.until_settled()
    assert scene.titles(GROUP) == ["甲", "乙"]
    found = await scene.store.chats.get(GROUP)
    assert found is not None
    assert found.muted_since is None


async def test_a_group_that_was_shut_for_a_week_is_left_alone_until_somebody_speaks_there(scene: Scene) -> None:
    await _publish_to_a_shut_group(scene)
    async with scene.store.database.write() as transaction:
        await transaction.run("UPDATE chat SET muted_at = muted_at - 7 * 86400")
        await transaction.run("UPDATE delivery SET due_at = 0 WHERE id = 1")
    scene.standin.order_fault(kind="error", method="sendMessage", status=400, description=NO_TEXT)
    async with scene.sending():
        await scene.until_settled()
    found = await scene.store.chats.get(GROUP)
    assert found is not None
    assert found.state is ChatState.BLOCKED
    assert await scene.states() == {"gone": 1, "dropped": 1}


async def _is_muted(scene: Scene) -> bool:
    found = await scene.store.chats.get(GROUP)
    return found is not None and found.muted_since is not None and "due" in await scene.states()
