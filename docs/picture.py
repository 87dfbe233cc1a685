"""Takes the picture of the README from the running demo: `python -m docs.picture`, with chromium at hand."""

import asyncio
import re
import shutil
from pathlib import Path
from typing import Any

import aiohttp
from playwright.async_api import ViewportSize, async_playwright

from bot.demo import run_demo

PICTURE = Path(__file__).resolve().parent / "pictures" / "chat.png"
READERS = 1001, 1002
CATEGORY, DROP = "科技", "样车"
WINDOW = ViewportSize(width=1280, height=1040)
PATIENCE = 0.8


async def take() -> None:
    """Runs the demo, subscribes its readers, drops a post and takes the picture."""
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
    await asyncio.sleep(3 * PATIENCE)  # the samples are being read
    for reader in READERS:
        await people.post("/sim/send", json={"chat_id": reader, "text": "/start"})
        greeting = await _answer(people, reader)
        buttons = [button for row in greeting["reply_markup"]["inline_keyboard"] for button in row]
        data = next(button["callback_data"] for button in buttons if button["text"].startswith(CATEGORY))
        await people.post("/sim/press", json={"chat_id": reader, "message_id": greeting["message_id"], "data": data})
    await asyncio.sleep(PATIENCE)
    drops = (await (await people.get("/sim/state")).json())["drops"]
    name = next(drop["name"] for drop in drops if DROP in drop["name"])
    await people.post("/sim/drop", json={"name": name})
    await asyncio.sleep(3 * PATIENCE)


async def _answer(people: aiohttp.ClientSession, reader: int) -> dict[str, Any]:
    """Waits for the bot's first message to a reader."""
    while True:
        await asyncio.sleep(PATIENCE)
        outbox: list[dict[str, Any]] = await (await people.get(f"/sim/outbox?chat_id={reader}")).json()
        if outbox:
            return outbox[-1]


async def _photograph(address: str) -> None:
    async with async_playwright() as tools:
        browser = await tools.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await browser.new_page(viewport=WINDOW, locale="zh-CN")
        await page.goto(f"{address}/#{READERS[0]}")
        await page.get_by_test_id("quote").click()
        await page.locator(".dropped").scroll_into_view_if_needed()
        await page.mouse.move(0, 0)
        await asyncio.sleep(2 * PATIENCE)
        await page.get_by_test_id("messages").evaluate("area => area.scrollTo(0, area.scrollHeight)")
        await asyncio.sleep(PATIENCE)
        PICTURE.parent.mkdir(exist_ok=True)
        await page.screenshot(path=PICTURE)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(take())
