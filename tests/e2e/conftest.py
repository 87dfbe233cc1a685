"""A whole life of the bot: the real application against the stand-in, over HTTP, on a folder of its own."""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import run_bot
from bot.config import Broadcasting, Config, Defaults, Delivery, FolderSource, Telegram
from bot.standin import Standin, World

TOKEN = "987654321:end-to-end-tests-need-no-real-token"
READER, EMMA, ADMIN = 101, 102, 103
PATIENCE = 15.0
"""Seconds until a test gives up; on a quiet machine everything happens within one."""

POST = """
---
title: '{title}'
categories: 
{categories}
headimg: '{image}'
author: {author}
comments: false
date: {date}
thumbnail: '{image}'
---

<div>   
{body}
</div>
            """  # noqa: W291 - the blanks are the format's

SPEC = Path(__file__).parents[3] / "shared" / "data" / "bot-api-spec.json"
"""The Bot API as data; where it is absent, calls are checked by the stand-in's own rules alone."""

Json = dict[str, Any]
T = TypeVar("T")


def post(
    title: str,
    *paragraphs: str,
    categories: tuple[str, ...] = ("金融", "晨江财经", "晨江财经－國内"),
    image: str = "https://picsum.photos/400/300?random=1",
    date: str = "Thu, 19 Nov 2026 08:00:00 GMT",
) -> str:
    """Writes a post in the format of the folders we watch."""
    return POST.format(
        title=title,
        categories="\n".join(f" - {name}" for name in categories),
        image=image,
        author=categories[1] if len(categories) > 1 else "",
        date=date,
        body="\n".join(f"<p>　　{paragraph}</p>" for paragraph in paragraphs),
    )


def story(number: int) -> tuple[str, ...]:
    """Invents the paragraphs of a news article."""
    return (
        f"晨江市第{number}次集市今天上午在老码头开幕，共有{number + 120}个摊位参加，比去年多出两成。",
        "市商务局负责人在开幕式上表示，集市将持续三天，全部摊位免收场地费，商户只需承担自己的水电费用。",
        f"当天前两个小时，入场人数达到{number + 3400}人，主办方临时增开了两个入口，并延长了接驳车的运营时间。",
        "一位来自邻县的茶农说，他带来的三百斤新茶在中午之前就卖完了，回去以后准备和合作社一起再送一车过来。",
    )


@dataclass
class Life:
    """The stand-in, the folder and the bot of one test, and what a person can do with them."""

    address: str
    http: aiohttp.ClientSession
    standin: Standin
    folder: Path
    config: Config
    bots: list[tuple[asyncio.Task[None], asyncio.Event]] = field(default_factory=list)

    async def start_bot(self, *, ahead: timedelta = timedelta(0), indexed: bool = True) -> None:
        """Starts the bot, its clock so far ahead, and waits until it answers."""
        stop, ready = asyncio.Event(), asyncio.Event()
        clock = lambda: datetime.now(UTC) + ahead  # noqa: E731 - a clock is a function
        task = asyncio.create_task(run_bot(self.config, stop=stop, ready=ready.set, clock=clock))
        waiter = asyncio.create_task(ready.wait())
        done, _ = await asyncio.wait({task, waiter}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if task in done:
            waiter.cancel()
            task.result()
        assert waiter in done, "the bot did not start"
        self.bots.append((task, stop))
        if indexed:
            await self.until(self._indexed)

    async def _indexed(self) -> bool:
        """Whether the folder was read through once; only what comes later is news."""
        with contextlib.closing(sqlite3.connect(self.config.store.removeprefix("sqlite:///"))) as store:
            return bool(store.execute("SELECT count(indexed_at) FROM source").fetchone()[0])

    async def stop_bot(self) -> None:
        task, stop = self.bots.pop()
        stop.set()
        await asyncio.wait_for(task, PATIENCE)

    async def sim(self, path: str, **body: object) -> Json:
        async with self.http.post(f"{self.address}/sim/{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            told: Json = await answer.json()
            return told

    async def say(self, chat_id: int, text: str, from_id: int | None = None) -> Json:
        """Types a message and waits for the bot's next one in that chat."""
        before = len(await self.messages(chat_id))
        await self.sim("send", chat_id=chat_id, text=text, **({"from_id": from_id} if from_id else {}))
        found = await self.until(lambda: self._after(chat_id, before + 1))
        return found[-1]

    async def press(self, message: Json, label: str, from_id: int | None = None) -> None:
        """Presses the first button whose label holds `label`."""
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(b["callback_data"] for row in rows for b in row if label in b["text"])
        body = {"chat_id": message["chat"]["id"], "message_id": message["message_id"], "data": data}
        await self.sim("press", **body, **({"from_id": from_id} if from_id else {}))

    async def messages(self, chat_id: int) -> list[Json]:
        """All messages in a chat, the person's own included."""
        async with self.http.get(f"{self.address}/sim/state") as answer:
            state = await answer.json()
        found: list[Json] = next((c["messages"] for c in state["chats"] if c["id"] == chat_id), [])
        return found

    async def news(self, chat_id: int, part: str) -> list[Json]:
        """The bot's messages in a chat that hold a text."""
        said = [m for m in await self.messages(chat_id) if m["from"].get("is_bot")]
        return [m for m in said if part in str(m.get("text", m.get("caption")))]

    async def message(self, chat_id: int, message_id: int) -> Json:
        return next(m for m in await self.messages(chat_id) if m["message_id"] == message_id)

    async def report(self) -> Json:
        async with self.http.get(f"{self.address}/sim/report") as answer:
            told: Json = await answer.json()
            return told

    async def asked(self, chat_id: int) -> Json | None:
        """The bot's last message in a chat if it has buttons."""
        last = (await self.messages(chat_id))[-1]
        return last if "reply_markup" in last else None

    async def _after(self, chat_id: int, count: int) -> list[Json]:
        found = await self.messages(chat_id)
        return found if len(found) > count and found[-1]["from"].get("is_bot") else []

    async def until(self, look: Callable[[], Awaitable[T]], seconds: float = PATIENCE) -> T:
        """Looks again and again until something is there."""
        end = time.monotonic() + seconds
        while True:
            found = await look()
            if found:
                return found
            assert time.monotonic() < end, "it did not happen"
            await asyncio.sleep(0.02)

    def write(self, name: str, text: str) -> Path:
        """Puts a post into the watched folder."""
        file = self.folder / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file


@pytest.fixture
def world() -> World:
    """A reader, an English reader and an admin, each with a private chat with the bot."""
    world = World()
    world.add_person("小林", id=READER)
    world.add_person("Emma", id=EMMA, language_code="en")
    world.add_person("阿简", id=ADMIN, role="admin")
    return world


@pytest.fixture
async def life(tmp_path: Path, world: World) -> AsyncIterator[Life]:
    """The stand-in on loopback and a folder; the bot is started by the test."""
    folder = tmp_path / "posts"
    folder.mkdir()
    standin = Standin(world=world, token=TOKEN, spec=SPEC if SPEC.exists() else None)
    async with standin.running() as address, aiohttp.ClientSession() as http:
        life = Life(
            address=address, http=http, standin=standin, folder=folder, config=_config(address, tmp_path, folder)
        )
        yield life
        while life.bots:
            with contextlib.suppress(TimeoutError):
                await life.stop_bot()
    assert standin.complaints == [], "a call was not what the Bot API's list says"
    assert standin.violations == 0, "the bot was faster than Telegram allows"


def _config(address: str, place: Path, folder: Path) -> Config:
    return Config(
        telegram=Telegram(token=SecretStr(TOKEN), api_url=address),
        admins=(ADMIN,),
        sources=(FolderSource(kind="folder", where=folder),),
        store=f"sqlite:///{place / 'life.db'}",
        delivery=Delivery(),
        broadcast=Broadcasting(undo_seconds=1),
        defaults=Defaults(),
    )


@pytest.fixture
def news_post() -> Callable[..., str]:
    """Writes a post in the format of the folders we watch."""
    return post


@pytest.fixture
def news_story() -> Callable[[int], tuple[str, ...]]:
    """Invents the paragraphs of a news article."""
    return story
