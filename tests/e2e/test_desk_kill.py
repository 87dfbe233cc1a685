"""A bot killed in the middle of a broadcast loses nobody, and repeats at most what was in flight."""

import asyncio
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from bot.model import Chat, ChatKind
from bot.standin import Standin, World
from bot.store import open_store

TOKEN = "987654321:end-to-end-tests-need-no-real-token"
ADMIN, READERS = 103, range(1001, 1201)
IN_FLIGHT = 16


class _Bot:
    """The bot as a process of its own, to be killed."""

    def __init__(self, config: Path) -> None:
        self._command = (sys.executable, "-m", "bot", "run", "-c", str(config))
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(*self._command, stderr=asyncio.subprocess.DEVNULL)

    async def kill(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            await self._process.wait()
            self._process = None


def _configured(place: Path, address: str) -> Path:
    (place / "posts").mkdir()
    file = place / "config.yaml"
    config = {
        "telegram": {"token": TOKEN, "api_url": address},
        "admins": [ADMIN],
        "sources": [{"kind": "folder", "where": "posts"}],
        "store": "sqlite:///kill.db",
        "delivery": {"per_second": 25},
        "broadcast": {"undo_seconds": 0},
    }
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    return file


def _world() -> World:
    world = World()
    for number in (ADMIN, *READERS):
        world.add_person(id=number)
    return world


async def _known(place: Path) -> None:
    async with open_store(f"sqlite:///{place / 'kill.db'}") as store:
        for number in READERS:
            chat = Chat(id=number, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
            await store.chats.add(chat, now=datetime(2026, 11, 1, tzinfo=UTC))


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
    standin, chance = Standin(world=_world(), token=TOKEN, flood=False), random.Random(20261128)
    async with standin.running() as address:
        bot = _Bot(_configured(tmp_path, address))
        await _known(tmp_path)
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
