"""A bot killed in the middle of a broadcast loses nobody, and repeats at most what was in flight."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.dispatch.width import FEWEST
from bot.standin import Standin
from bot.store import open_store
from tests.benchmarks.crowd import Mortal, filled, peopled

ADMIN, READERS = 103, range(1001, 1201)
IN_FLIGHT = FEWEST


def _received(standin: Standin) -> Counter[int]:
    every = [message for number in READERS for message in standin.outbox(number)]
    return Counter(message["chat"]["id"] for message in every if message["text"] == "今晚停水")


def _says(standin: Standin, part: str) -> bool:
    return any(part in message["text"] for message in standin.outbox(ADMIN))


async def _until(look: Callable[[], object], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not look():
            await asyncio.sleep(0.02)


async def _press(standin: Standin, label: str) -> None:
    """Presses the newest button of the admin's that says so, as soon as it is there."""

    def found() -> tuple[int, str] | None:
        for message in reversed(standin.outbox(ADMIN)):
            for button in (b for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for b in row):
                if label in button["text"]:
                    return message["message_id"], button["callback_data"]
        return None

    await _until(found)
    place = found()
    assert place
    standin.press(ADMIN, *place)


@pytest.mark.slow
async def test_a_broadcast_killed_and_paused_and_killed_again_reaches_everybody(tmp_path: Path) -> None:
    standin, chance = peopled(ADMIN, *READERS, flood=False), random.Random(20261128)
    async with standin.running() as address:
        rules = {"delivery": {"per_second": 25}, "broadcast": {"undo_seconds": 0}}
        bot = Mortal(tmp_path, address, admins=[ADMIN], **rules)
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            await filled(store, READERS)
        await bot.start()
        try:
            standin.say(ADMIN, "/broadcast 今晚停水")
            await _press(standin, "✅ 发送")
            await _press(standin, "✅ 确认发送")
            for kills in range(1, 4):
                moment = 20 * kills + chance.randrange(10)
                await _until(lambda moment=moment: len(_received(standin)) >= moment)  # type: ignore[misc]
                await bot.kill()
                await bot.start()
            await _press(standin, "⏸ 暂停")
            await _until(lambda: _says(standin, "已暂停"))
            await bot.kill()
            before = len(_received(standin))
            await bot.start()
            await asyncio.sleep(4)
            assert len(_received(standin)) <= before + 1, "nothing is sent while it is paused"
            await _press(standin, "▶️ 继续")
            await _until(lambda: len(_received(standin)) == len(READERS))
            await _until(lambda: _says(standin, "已完成"))
        finally:
            await bot.kill()
    repeats = sum(_received(standin).values()) - len(READERS)
    assert repeats <= 3 * IN_FLIGHT, repeats
