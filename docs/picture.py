"""Takes the picture of the README from the running demo: `python -m docs.picture`, with chromium at hand."""

import asyncio
import re
import shutil
from pathlib import Path
from typing import Any

import aiohttp
from playwright.async_api import async_playwright

from bot.demo import run_demo

PICTURE = Path(__file__).resolve().parent / "pictures" / "chat.png"
READER = 1001
CATEGORY, DROP = "金融", "进出口"
PATIENCE = 0.8


async def take() -> None:
    """Runs the demo, subscribes a reader, drops a post and takes the picture."""
    told: asyncio.Queue[str] = asyncio.Queue()
    demo = asyncio.create_task(run_demo(posts=None, host="127.0.0.1", port=0, tell=told.put_nowait))
    try:
        address = re.findall(r"http://\S+", await told.get())[0]
        async with aiohttp.ClientSession(address) as people:
            await _play(people)
        await _photograph(address)
    finally:
        demo.cancel()
        await asyncio.gather(demo, return_exceptions=True)


async def _play(people: aiohttp.ClientSession) -> None:
    await people.post("/sim/send", json={"chat_id": READER, "text": "/start"})
    greeting = await _answer(people)
    buttons = [button for row in greeting["reply_markup"]["inline_keyboard"] for button in row]
    data = next(button["callback_data"] for button in buttons if button["text"].startswith(CATEGORY))
    await people.post("/sim/press", json={"chat_id": READER, "message_id": greeting["message_id"], "data": data})
    await asyncio.sleep(PATIENCE)
    drops = (await (await people.get("/sim/state")).json())["drops"]
    name = next(drop["name"] for drop in drops if DROP in drop["name"])
    await people.post("/sim/drop", json={"name": name})
    await asyncio.sleep(3 * PATIENCE)


async def _answer(people: aiohttp.ClientSession) -> dict[str, Any]:
    """Waits for the bot's first message."""
    while True:
        await asyncio.sleep(PATIENCE)
        outbox: list[dict[str, Any]] = await (await people.get(f"/sim/outbox?chat_id={READER}")).json()
        if outbox:
            return outbox[-1]


async def _photograph(address: str) -> None:
    async with async_playwright() as tools:
        browser = await tools.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1280, "height": 1080}, locale="zh-CN")
        await page.goto(address)
        await page.get_by_text("小林").first.click()
        await asyncio.sleep(2 * PATIENCE)
        PICTURE.parent.mkdir(exist_ok=True)
        await page.screenshot(path=PICTURE)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(take())
