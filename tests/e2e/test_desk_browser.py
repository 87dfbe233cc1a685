"""The broadcast desk as an admin sees it: the real bot behind the chat page, pressed and read in a real browser."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Expect, Locator, Page
from pydantic import SecretStr

from bot.app import run_bot
from bot.config import Broadcasting, Config, Defaults, Delivery, FolderSource, Telegram
from bot.model import Chat, ChatKind
from bot.standin import Standin, World
from bot.store import open_store
from bot.texts import say

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

TOKEN = "987654321:end-to-end-tests-need-no-real-token"
ADMIN, READER, AWAY = 103, 1001, 1005
READERS = range(1001, 1061)
PATIENCE_MS = 30_000
STARTING_SECONDS = 30
expect = Expect()
expect.set_options(timeout=PATIENCE_MS)
SLOW_SECONDS = 2.5
"""Until the pause each message takes so long to Telegram, so that there is time to watch and to press."""
CUT = """() => {
    const cut = [...document.querySelectorAll(".key-text")].filter(
        (one) => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 1);
    const page = document.documentElement;
    return [...cut.map((one) => one.textContent), ...(page.scrollWidth > page.clientWidth ? ["the page"] : [])];
}"""


@dataclass
class Stage:
    """A window of the chat page in which one person reads and presses."""

    page: Page
    chat_id: int
    shots: Path
    language: str = "zh-Hans"
    taken: list[str] = field(default_factory=list)

    async def start(self) -> None:
        await self.page.get_by_test_id("start").click()
        await expect(self.messages).to_have_count(1)

    async def type(self, text: str) -> None:
        await self.page.get_by_test_id("composer").fill(text)
        await self.page.get_by_test_id("send").click()

    def words(self, key: str, **values: str | int) -> str:
        return say(self.language, key, **values)

    @property
    def messages(self) -> Locator:
        return self.page.locator("article.theirs")

    def card(self, *keys: str, text: str | re.Pattern[str] = "") -> Locator:
        """The newest message with such words and with a button for each of the keys."""
        found = self.messages.filter(has_text=text) if text else self.messages
        for key in keys:
            found = found.filter(has=self.page.locator(".key").filter(has_text=self.words(key)))
        return found.last

    async def sees(self, *keys: str, text: str | re.Pattern[str] = "", shot: str = "") -> Locator:
        card = self.card(*keys, text=text)
        await expect(card).to_be_visible()
        if shot:
            await self.shot(shot)
        return card

    async def press(self, key: str, text: str | re.Pattern[str] = "", *, shot: str = "") -> None:
        card = await self.sees(key, text=text, shot=shot)
        await card.locator(".key").filter(has_text=self.words(key)).first.click()

    async def shot(self, name: str) -> None:
        """Keeps a picture of the window; no label may be cut off, nothing may stand out of the window."""
        self.taken.append(name)
        await self.page.evaluate("document.querySelector('[data-testid=messages]')?.scrollTo(0, 1e9)")
        await self.page.screenshot(path=self.shots / f"{len(self.taken):02}-{name}.png", animations="disabled")
        assert await self.page.evaluate(CUT) == [], name


@asynccontextmanager
async def window(browser: Browser, address: str, chat_id: int, shots: Path, **look: Any) -> AsyncIterator[Stage]:  # noqa: ANN401 - playwright's own
    context = await browser.new_context(**{"viewport": {"width": 900, "height": 800}, "locale": "zh-CN", **look})
    context.set_default_timeout(PATIENCE_MS)
    page, troubles = await context.new_page(), list[str]()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    await page.goto(f"{address}/#{chat_id}")
    await page.get_by_test_id("messages").wait_for()
    yield Stage(page, chat_id, shots)
    await context.close()
    assert troubles == []


def world(admins_language: str) -> World:
    """An admin and readers, one of whom blocked the bot."""
    made = World()
    made.add_person("阿简", id=ADMIN, role="admin", language_code=admins_language)
    for number in READERS:
        made.add_person(f"读者{number}", id=number)
    made.rooms[AWAY].blocked = True
    return made


@asynccontextmanager
async def bot(address: str, place: Path) -> AsyncIterator[None]:
    """Runs the bot; the readers are known to it."""
    folder = place / "posts"
    folder.mkdir()
    config = Config(
        telegram=Telegram(token=SecretStr(TOKEN), api_url=address),
        admins=(ADMIN,),
        sources=(FolderSource(kind="folder", where=folder),),
        store=f"sqlite:///{place / 'desk.db'}",
        delivery=Delivery(paid_per_second=100),
        broadcast=Broadcasting(undo_seconds=4),
        defaults=Defaults(),
    )
    async with open_store(config.store) as store:
        for number in READERS:
            chat = Chat(id=number, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
            await store.chats.add(chat, now=datetime(2026, 11, 1, tzinfo=UTC))
    stop, ready = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(run_bot(config, stop=stop, ready=ready.set))
    try:
        async with asyncio.timeout(STARTING_SECONDS):
            await ready.wait()
        yield
    finally:
        stop.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(STARTING_SECONDS):
                await running


@asynccontextmanager
async def desk(place: Path, *, language: str = "zh-hans") -> AsyncIterator[tuple[Standin, str]]:
    standin = Standin(world=world(language), token=TOKEN)
    async with standin.running() as address, bot(address, place):
        yield standin, address


async def test_an_admin_presses_a_whole_broadcast_through_and_readers_see_each_turn_of_it(
    browser: Browser, tmp_path: Path
) -> None:
    async with (
        desk(tmp_path) as (standin, address),
        window(browser, address, ADMIN, tmp_path) as admin,
        window(browser, address, READER, tmp_path) as reader,
    ):
        standin.order_fault(
            kind="latency", method="sendMessage", contains="今晚停水\n", seconds=SLOW_SECONDS, count=len(READERS) + 9
        )
        await admin.start()
        await _drafted(admin)
        await _looked_over(admin)
        await _confirmed_and_taken_back(admin)
        await expect(reader.messages).to_have_count(0)
        await _watched_and_paused(admin)
        standin.sim.faults.clear()
        await _resumed(admin)
        await expect(reader.messages.last).to_contain_text("今晚停水")
        await reader.shot("reader-got-it")
        await _corrected(admin)
        await expect(reader.messages.last).to_contain_text("明晚停水")
        await expect(reader.messages).to_have_count(1)
        await reader.shot("reader-corrected")
        await _recalled(admin)
        await expect(reader.messages).to_have_count(0)
        await reader.shot("reader-gone")


async def _drafted(admin: Stage) -> None:
    await admin.type("/broadcast")
    await admin.sees("desk-drop", text="把要群发的内容发给我", shot="asked-for-the-text")
    await admin.type("💧 今晚停水\n今晚十点到明早六点，老城区停水。请提前备水。")
    await admin.press("desk-audience", text="草稿", shot="draft")
    await admin.press("desk-kind-private", text="点一下选择", shot="audience")
    await admin.press("button-back", text=f"私聊：{len(READERS) + 1} 个聊天")


async def _looked_over(admin: Stage) -> None:
    before = await (await admin.sees("desk-preview", text="草稿")).get_attribute("data-testid")
    await admin.press("desk-preview", text="草稿")
    await expect(admin.page.get_by_test_id(before or "")).to_have_count(0)  # the card moved below the preview
    await expect(admin.messages.filter(has_text="老城区停水")).to_have_count(2)
    await admin.press("desk-dry", text="草稿", shot="preview")
    await admin.press("button-back", text="什么也没有发", shot="dry-run")


async def _confirmed_and_taken_back(admin: Stage) -> None:
    await admin.press("desk-send", text="草稿")
    await admin.press("desk-yes-send", text="确认发送吗", shot="question")
    await admin.press("desk-undo", text="现在还能收回", shot="undo")
    await admin.press("desk-send", text="草稿")
    await admin.press("desk-yes-send", text="确认发送吗")


async def _watched_and_paused(admin: Stage) -> None:
    """The bar moves in one and the same message, and stands still in a pause."""
    moving = await admin.sees("desk-pause", text=re.compile(r"[1-9]\d?%"), shot="progress")
    number = await moving.get_attribute("data-testid")
    assert number
    card = admin.page.get_by_test_id(number)
    before = await card.inner_text()
    await expect(card).not_to_have_text(before)
    await admin.press("desk-pause")
    await expect(card).to_contain_text("已暂停")
    await admin.shot("paused")


async def _resumed(admin: Stage) -> None:
    await admin.press("desk-resume", text="已暂停")
    await admin.sees("desk-recall", text=re.compile(f"已完成.*已送达 {len(READERS)} · 已屏蔽 1", re.DOTALL))
    await admin.sees("desk-correct", "desk-recall", "desk-csv", shot="report")


async def _corrected(admin: Stage) -> None:
    await admin.press("desk-correct")
    await admin.sees(text="把改好的正文发给我", shot="asked-for-the-correction")
    await admin.type("💧 明晚停水\n停水改到明晚，时间不变。")
    await admin.press("desk-send-correction", shot="correction")
    await admin.press("desk-yes-rewrite", text="换成改好的")
    await admin.sees(text=f"已更正 {len(READERS)}", shot="corrected")
    await admin.sees("desk-recall", text="📣 群发 #1 · 已完成")


async def _recalled(admin: Stage) -> None:
    await admin.press("desk-recall", text="📣 群发 #1")
    await admin.press("desk-yes-recall", shot="recall-question")
    await admin.sees(text=f"已撤回 {len(READERS)}", shot="recalled")


async def test_every_board_of_the_desk_fits_a_phone_in_english_and_in_the_dark(
    browser: Browser, tmp_path: Path
) -> None:
    phone: dict[str, Any] = {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "dark",
        "locale": "en-US",
        "is_mobile": True,
        "has_touch": True,
        "device_scale_factor": 2,
    }
    async with (
        desk(tmp_path, language="en") as (_, address),
        window(browser, address, ADMIN, tmp_path, **phone) as admin,
    ):
        admin.language = "en"
        await admin.start()
        await admin.type("/broadcast Tonight the water is off from ten to six in the old town.")
        for key, shot in (
            ("desk-audience", "audience"),
            ("desk-versions", "versions"),
            ("desk-time", "time"),
            ("desk-spread", "spread"),
            ("desk-speed", "speed"),
            ("desk-dry", "dry-run"),
        ):
            await admin.press(key, text="draft", shot=f"before-{shot}" if shot == "audience" else "")
            await admin.press("button-back", shot=shot)
        await admin.press("desk-buttons", text="draft")
        await admin.press("desk-stop-asking", shot="asked-for-buttons")
        await admin.press("desk-send", text="draft")
        await admin.press("desk-yes-send", shot="question")
        await admin.sees("desk-undo", shot="undo")
        await admin.press("desk-csv", text="done", shot="report")
        await admin.press("desk-recall")
        await admin.press("button-back", shot="recall-question")
        await admin.press("desk-log", text="done")
        await admin.press("button-back", shot="log")
        await admin.type("/broadcasts")
        await admin.sees("desk-new", shot="list")
