"""How soon a started bot answers, how soon a post arrives, and what it all weighs."""

import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path

import aiohttp
import psutil
import yaml

from bot.standin import Standin, World
from tests.benchmarks.figures import SHARED_POSTS, Figure, post_files

TOKEN = "555555555:benchmarks-need-no-real-token"
READER = 101


async def figures() -> list[Figure]:
    """Starts the real program on the posts and looks from the reader's side."""
    world = World()
    world.add_person("Reader", id=READER, language_code="en")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "posts"
        if SHARED_POSTS.is_dir():
            shutil.copytree(SHARED_POSTS, folder)
        else:
            folder.mkdir()
        async with Standin(world=world, token=TOKEN, flood=False).running() as address, aiohttp.ClientSession() as http:
            return await _measured(Path(place), folder, address, http)


async def _measured(place: Path, folder: Path, address: str, http: aiohttp.ClientSession) -> list[Figure]:
    await _say(http, address, "/start")
    begun = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        "-c",
        str(_config(place, folder, address)),
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await _bot_messages(http, address, 1)
        answered = time.perf_counter() - begun
        await asyncio.sleep(5)  # the index and the first summaries
        count = len(list(folder.rglob("*.md")))
        arrivals = [await _arrival(folder, number, http, address) for number in range(5)]
        resident = psutil.Process(process.pid).memory_info().rss / 2**20
    finally:
        process.terminate()
        await process.wait()
    return [
        Figure(what="from start to the first answer, s", value=f"{answered:.2f}", goal="≤ 2"),
        Figure(
            what="from a dropped post to its message, s (median of 5)", value=f"{sorted(arrivals)[2]:.2f}", goal="≤ 1"
        ),
        Figure(what=f"memory after indexing {count:,} posts, MiB", value=f"{resident:.0f}", goal="≤ 150"),
    ]


def _config(place: Path, folder: Path, address: str) -> Path:
    file = place / "config.yaml"
    source = {"kind": "folder", "where": str(folder)}
    file.write_text(yaml.safe_dump({"telegram": {"token": TOKEN, "api_url": address}, "sources": [source]}))
    return file


async def _arrival(folder: Path, number: int, http: aiohttp.ClientSession, address: str) -> float:
    """Drops a post for a category the reader takes, and waits for its message."""
    sample = post_files()[0].read_text(encoding="utf-8")
    categories = sample.split("categories:")[1].split("headimg")[0]
    title = f"测量用的第{number}篇文章今天发布"
    text = sample.replace(sample.split("title:")[1].split("categories:")[0], f" '{title}'\n", 1)
    if not number:
        top = categories.split(" - ")[1].strip()
        await _say(http, address, f"/subscribe {top}")
    await asyncio.sleep(2)  # a chat gets one message a second, and answers count
    begun = time.perf_counter()
    (folder / f"arrival-{number}.md").write_text(
        text.replace("<div>", f"<div><p>{title}，全文如下{number}。</p>", 1), "utf-8"
    )
    while not any(title in message.get("text", "") for message in await _outbox(http, address)):
        if time.perf_counter() - begun > 30:
            return 30
        await asyncio.sleep(0.01)
    return time.perf_counter() - begun


async def _say(http: aiohttp.ClientSession, address: str, text: str) -> None:
    async with http.post(f"{address}/sim/send", json={"chat_id": READER, "text": text}) as answer:
        answer.raise_for_status()


async def _outbox(http: aiohttp.ClientSession, address: str) -> list[dict[str, str]]:
    async with http.get(f"{address}/sim/outbox", params={"chat_id": READER}) as answer:
        told: list[dict[str, str]] = await answer.json()
        return told


async def _bot_messages(http: aiohttp.ClientSession, address: str, count: int) -> None:
    while len(await _outbox(http, address)) < count:
        await asyncio.sleep(0.02)
