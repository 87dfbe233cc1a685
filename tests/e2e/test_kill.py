"""A killed process loses no message, and repeats at most those that were in flight."""

import asyncio
import contextlib
import random
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dispatch import places
from bot.model import Chat, ChatKind
from bot.standin import Standin, World
from bot.store import open_store

TOKEN = "987654321:end-to-end-tests-need-no-real-token"
IN_FLIGHT = places(1000)
READERS = range(1001, 1201)
ROUNDS = 7


async def _subscribed(url: str) -> None:
    now = datetime(2026, 11, 19, tzinfo=UTC)
    async with open_store(url) as store:
        category = (await store.categories.ensure([("金融",)]))["金融",]
        for reader in READERS:
            await store.chats.add(
                Chat(id=reader, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai"), now=now
            )
            await store.subscriptions.add(reader, category, now=now)


def _configured(place: Path, address: str) -> Path:
    (place / "posts").mkdir()
    file = place / "config.yaml"
    config = {
        "telegram": {"token": TOKEN, "api_url": address},
        "sources": [{"kind": "folder", "where": "posts"}],
        "store": "sqlite:///kill.db",
        "delivery": {"per_second": 1000},
    }
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    return file


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


def _is_indexed(store: Path) -> bool:
    """Whether the folder was read through once; only what comes later is news."""
    with contextlib.suppress(sqlite3.OperationalError), contextlib.closing(sqlite3.connect(store)) as database:
        return bool(database.execute("SELECT count(indexed_at) FROM source").fetchone()[0])
    return False


def _received(standin: Standin, title: str) -> Counter[int]:
    """Counts who got a message, repeats too."""
    return Counter(
        message["chat"]["id"]
        for reader in READERS
        for message in standin.outbox(reader)
        if title in str(message.get("text", ""))
    )


def _sent(standin: Standin) -> int:
    """Counts all messages the bot ever sent to the readers."""
    return sum(standin.world.room(reader).sent for reader in READERS)


async def _until(look: Callable[[], bool], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not look():
            await asyncio.sleep(0.02)


@pytest.mark.slow
async def test_a_kill_in_the_middle_of_deliveries_loses_none_and_repeats_only_those_in_flight(
    tmp_path: Path, news_post: Callable[..., str], news_story: Callable[[int], Any]
) -> None:
    world = World()
    for reader in READERS:
        world.add_person(f"读者{reader}", id=reader)
    standin = Standin(world=world, token=TOKEN, flood=False)
    chance = random.Random(20261122)
    repeats = []
    async with standin.running() as address:
        bot = _Bot(_configured(tmp_path, address))
        await _subscribed(f"sqlite:///{tmp_path / 'kill.db'}")
        await bot.start()
        try:
            await _until(lambda: _is_indexed(tmp_path / "kill.db"))
            for number in range(1, ROUNDS + 1):
                title = f"第{number}号快讯"
                moment = _sent(standin) + chance.randrange(1, len(READERS))
                (tmp_path / "posts" / f"{number}.md").write_text(
                    news_post(title, *news_story(number)), encoding="utf-8"
                )
                await _until(lambda moment=moment: _sent(standin) >= moment)  # type: ignore[misc]
                await bot.kill()
                await bot.start()
                await _until(lambda title=title: len(_received(standin, title)) == len(READERS))  # type: ignore[misc]
                repeats.append(sum(_received(standin, title).values()) - len(READERS))
        finally:
            await bot.kill()
    assert max(repeats) <= IN_FLIGHT, repeats
