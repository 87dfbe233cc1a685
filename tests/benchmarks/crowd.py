"""Many readers, the bot as a process of its own, and people who ask it while it is busy."""

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psutil
import yaml

from bot.model import Chat, ChatKind
from bot.standin import Standin, World
from bot.store import Store

TOKEN = "987654321:end-to-end-tests-need-no-real-token"
PATIENCE = 30.0
SINCE = datetime(2026, 11, 19, tzinfo=UTC)


def peopled(*ids: int, flood: bool = True) -> Standin:
    """Makes a stand-in with a private chat for each id."""
    world = World()
    for number in ids:
        world.add_person(f"读者{number}", id=number)
    return Standin(world=world, token=TOKEN, flood=flood)


@asynccontextmanager
async def bot(place: Path, address: str, **config: object) -> AsyncIterator[psutil.Process]:
    """Runs the bot as its operator does, on `posts` and `load.db` in a folder."""
    process = await started(place, address, **config)
    try:
        yield psutil.Process(process.pid)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def started(place: Path, address: str, **config: object) -> asyncio.subprocess.Process:
    """Starts the bot on `posts` and `load.db` in a folder, with more in its configuration if wanted."""
    written = {
        "telegram": {"token": TOKEN, "api_url": address},
        "sources": [{"kind": "folder", "where": "posts"}],
        "store": "sqlite:///load.db",
    }
    (place / "config.yaml").write_text(yaml.safe_dump(written | config), encoding="utf-8")
    command = (sys.executable, "-m", "bot", "run", "-c", str(place / "config.yaml"))
    return await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)


class Mortal:
    """The bot as a process that ends or is killed, and begins again."""

    def __init__(self, place: Path, address: str, **config: object) -> None:
        (place / "posts").mkdir(exist_ok=True)
        self._start = partial(started, place, address, **config)
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        self._process = await self._start()

    async def kill(self) -> None:
        await self._stop(signal.SIGKILL)

    async def end(self) -> None:
        await self._stop(signal.SIGTERM)

    async def _stop(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            await self._process.wait()
            self._process = None


async def answered(standin: Standin, person: int, text: str) -> float:
    """Types a command; gives the seconds until its answer stands in the chat."""
    before, begun = len(standin.outbox(person)), time.perf_counter()
    standin.say(person, text)
    async with asyncio.timeout(PATIENCE):
        while len(standin.outbox(person)) == before:
            await asyncio.sleep(0.002)
    return time.perf_counter() - begun


async def tapped(standin: Standin, person: int) -> float:
    """Presses the first button of the newest message; gives the seconds until the press is answered."""
    message = standin.outbox(person)[-1]
    begun = time.perf_counter()
    query = standin.press(
        person, message["message_id"], message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    )
    async with asyncio.timeout(PATIENCE):
        while not standin.sim.taps.asked[query].answer:
            await asyncio.sleep(0.002)
    return time.perf_counter() - begun


async def filled(store: Store, readers: Iterable[int], name: str = "金融") -> int:
    """Makes readers of one category; gives its id."""
    category = (await store.categories.ensure([(name,)]))[name,]
    async with store.database.write() as transaction:
        await transaction.run_many(
            "INSERT INTO chat (id, kind, language, time_zone, state, created_at)"
            " VALUES (?, 'private', 'zh-Hans', 'Asia/Shanghai', 'active', 0)",
            ((number,) for number in readers),
        )
        await transaction.run("INSERT INTO subscription SELECT id, ?, 0, NULL FROM chat", (category,))
    return category


async def known(store: Store, chat_id: int) -> None:
    """Makes a chat that reads nothing."""
    chat = Chat(id=chat_id, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
    await store.chats.add(chat, now=SINCE)
