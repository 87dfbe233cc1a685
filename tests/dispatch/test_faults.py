"""Everything that goes wrong at Telegram at once: who can be reached is reached, and once."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.model import ChatState
from bot.standin import Standin, World, people

Scene = Any
READERS = range(2001, 2121)
GROUP = -5001
HOURS = 36_000
FAULTS = (
    {"kind": "flood", "retry_after": 1, "share": 0.10},
    {"kind": "error", "status": 502, "share": 0.05},
    {"kind": "drop_before", "share": 0.02},
    {"kind": "drop_after", "share": 0.02},
)
BLOCKED = 0.03


def _ordered(standin: Standin, chance: random.Random) -> tuple[set[int], set[int]]:
    """Orders the faults for some readers each; gives those who blocked the bot, and those whose answer is lost."""
    rest = list(READERS)
    chance.shuffle(rest)
    lost: set[int] = set()
    for fault in FAULTS:
        count = round(float(str(fault["share"])) * len(READERS))
        hit, rest = rest[:count], rest[count:]
        lost |= set(hit) if fault["kind"] == "drop_after" else set()
        for chat_id in hit:
            wish = {name: value for name, value in fault.items() if name != "share"}
            standin.order_fault(method="sendMessage", chat_id=chat_id, **wish)
    blocked = set(rest[: round(BLOCKED * len(READERS))])
    for chat_id in blocked:
        standin.block(chat_id)
    return blocked, lost


@pytest.mark.slow
async def test_all_faults_at_once_lose_nobody_and_repeat_only_where_an_answer_was_lost(
    tmp_path: Path, scene_at: Callable[..., Any]
) -> None:
    world = World()
    for number in READERS:
        world.add_person(id=number)
    world.add_group("读报小组", [READERS[0]], id=GROUP, kind="group")
    standin = Standin(world=world, token="123456:dispatch")
    async with standin.running() as address, scene_at(standin, tmp_path / "jianbao.db", address) as scene:
        await scene.join(*READERS, GROUP)
        moved = people.migrate(standin.sim, GROUP)
        blocked, lost = _ordered(standin, random.Random(20261128))
        async with scene.sending():
            await scene.publish("甲")
            await scene.until_settled()
        got = {chat_id: len(scene.titles(chat_id)) for chat_id in (*READERS, moved.id)}
    assert {chat_id for chat_id, count in got.items() if count == 0} == blocked
    assert {chat_id for chat_id, count in got.items() if count > 1} == lost, "of those one more, marked as uncertain"
    assert max(got.values()) == 2
    assert standin.violations == 0


async def test_a_pause_of_ten_hours_holds_one_chat_and_outlives_a_restart(scene: Scene) -> None:
    await scene.join(1001, 1002)
    scene.standin.order_fault(kind="flood", method="sendMessage", chat_id=1001, retry_after=HOURS)
    async with scene.sending():
        await scene.publish("甲")
        await scene.publish("乙")
        await scene.until(lambda: _is(lambda: scene.titles(1002) == ["甲", "乙"]))
        await scene.until(lambda: _held(scene))
    async with scene.sending():  # the pace is asked again, the outbox remembers
        await scene.until(lambda: _held(scene))
    assert scene.titles(1001) == []


@pytest.mark.parametrize(
    ("leave", "state"),
    [("block", ChatState.BLOCKED), ("deactivate", ChatState.GONE)],
)
async def test_a_reader_who_left_costs_one_try_and_waits_for_nothing(
    scene: Scene, leave: str, state: ChatState
) -> None:
    await scene.join(1001)
    getattr(people, leave)(scene.standin.sim, 1001)
    async with scene.sending():
        await scene.publish("甲")
        await scene.until_settled()
        await scene.publish("乙")
    chat = await scene.store.chats.get(1001)
    assert chat.state is state
    assert await scene.states() == {"gone": 1}


async def _is(check: Callable[[], bool]) -> bool:
    return check()


async def _held(scene: Scene) -> bool:
    row = await scene.store.database.row(
        "SELECT count(*) FROM delivery WHERE chat_id = 1001 AND state = 'due' AND due_at > ?",
        ((datetime.now(UTC) + timedelta(hours=9)).timestamp(),),
    )
    return bool(row[0] == 2)
