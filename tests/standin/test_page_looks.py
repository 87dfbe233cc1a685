"""How the chat page looks and behaves on phones, in the dark, in English, and when the stand-in goes away."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.standin import Standin

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

READER = 1_001
SHOTS = Path(__file__).parents[2] / "artifacts"
PAGE = Path(__file__).parents[2] / "bot" / "standin" / "page"
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|srcdoc")
ELSEWHERE = re.compile(r"""(?:src|href|import|url\()\s*=?\s*["'(]\s*(?:https?:)?//""")
PHONE = ViewportSize(width=375, height=760)
LIST_COLOUR = "getComputedStyle(document.querySelector('.list')).backgroundColor"


@asynccontextmanager
async def visit(browser: Browser, address: str, **options: Any) -> AsyncIterator[Page]:  # noqa: ANN401 - playwright's own
    context = await browser.new_context(**{"locale": "zh-CN", **options})
    page = await context.new_page()
    await page.goto(address)
    await page.get_by_test_id(f"chat-{READER}").wait_for(state="attached")
    yield page
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def address() -> AsyncIterator[str]:
    standin = Standin(flood=False)
    standin.say(READER, "早上好")
    async with standin.running() as base:
        yield base


async def test_a_phone_shows_list_and_conversation_as_two_screens(browser: Browser, address: str) -> None:
    async with visit(browser, address, viewport=PHONE, is_mobile=True, has_touch=True) as page:
        row, message = page.get_by_test_id(f"chat-{READER}"), page.get_by_test_id(f"message-{READER}-1")
        await expect(page.get_by_test_id("composer")).to_be_hidden()
        await row.tap()
        await expect(message).to_be_visible()
        await expect(row).to_be_hidden()
        assert await page.evaluate("document.scrollingElement.scrollWidth") == PHONE["width"]
        await page.get_by_test_id("back").tap()
        await expect(row).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, ViewportSize(width=1280, height=800)])
async def test_the_window_itself_never_scrolls(browser: Browser, address: str, size: ViewportSize) -> None:
    async with visit(browser, address, viewport=size) as page:
        assert await page.evaluate("document.scrollingElement.scrollHeight") == size["height"]


async def test_on_a_phone_the_panel_is_a_sheet_that_opens_and_closes(browser: Browser, address: str) -> None:
    async with visit(browser, f"{address}/#{READER}", viewport=PHONE, is_mobile=True, has_touch=True) as page:
        await expect(page.get_by_test_id("block")).to_be_hidden()
        await page.get_by_test_id("play").tap()
        await expect(page.get_by_test_id("block")).to_be_visible()
        await page.screenshot(path=SHOTS / "page-phone-panel.png")
        await page.get_by_test_id("panel-close").tap()
        await expect(page.get_by_test_id("block")).to_be_hidden()


async def test_the_dark_look_follows_the_system_until_one_chooses(browser: Browser, address: str) -> None:
    async with visit(browser, address, color_scheme="dark") as page:
        dark = await page.evaluate(LIST_COLOUR)
        await page.screenshot(path=SHOTS / "page-dark.png")
        await page.get_by_test_id("theme").click()
        light = await page.evaluate(LIST_COLOUR)
        assert dark != light
        await page.reload()
        await page.get_by_test_id(f"chat-{READER}").wait_for()
        assert await page.evaluate(LIST_COLOUR) == light


async def test_an_english_browser_is_spoken_to_in_english_until_one_switches(browser: Browser, address: str) -> None:
    async with visit(browser, address, locale="en-US") as page:
        await expect(page.get_by_test_id("play")).to_have_text("Play")
        await page.get_by_test_id("language").click()
        await expect(page.get_by_test_id("play")).to_have_text("玩一玩")


async def test_everything_can_be_reached_with_the_keyboard_alone(browser: Browser, address: str) -> None:
    async with visit(browser, address) as page:
        await page.get_by_test_id("chat-1002").focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("start")).to_be_visible()
        await page.get_by_test_id("start").focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("message-1002-1")).to_contain_text("/start")
        await expect(page.get_by_test_id("composer")).to_be_focused()


async def test_a_group_that_moved_is_followed_to_its_new_place(browser: Browser) -> None:
    standin = Standin(flood=False)
    group = next(room.id for room in standin.world.rooms.values() if not room.is_private)
    async with standin.running() as base, visit(browser, f"{base}/#{group}") as page:
        await page.request.post(f"{base}/sim/migrate", data={"chat_id": group})
        await expect(page.get_by_test_id(f"chat-{group}")).to_have_count(0)
        await expect(page.locator(".row.open")).to_contain_text("晨读小组")
        await expect(page.locator(".service")).to_have_text("群组升级为超级群组")


async def test_no_text_is_ever_read_as_markup_and_nothing_comes_from_elsewhere() -> None:
    for script in PAGE.glob("*.js"):
        lines = script.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("// "), f"{script.name} does not say what it is for"
        assert not MARKUP.search("\n".join(lines)), script.name
    for file in PAGE.glob("*.*"):
        assert not ELSEWHERE.search(file.read_text(encoding="utf-8")), file.name


async def test_the_page_comes_back_by_itself_when_the_stand_in_was_away(browser: Browser) -> None:
    first, again = Standin(flood=False), Standin(flood=False)
    again.say(READER, "我回来了")
    context = await browser.new_context(locale="zh-CN")
    page = await context.new_page()
    async with first.running() as address:
        await page.goto(address)
        await page.get_by_test_id(f"chat-{READER}").wait_for()
    await expect(page.get_by_text("正在重连")).to_be_visible()
    async with again.running(port=int(address.rsplit(":", 1)[1])):
        await expect(page.locator("article.mine")).to_contain_text("我回来了", timeout=10_000)
        await expect(page.get_by_text("正在重连")).to_be_hidden()
        await context.close()
