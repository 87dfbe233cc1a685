"""`jianbao demo` as a newcomer meets it: one printed address, and the real buttons in a real browser."""

import asyncio
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

ARTIFACTS = Path(__file__).parents[2] / "artifacts"
READER, EMMA, ADMIN = 1_001, 1_002, 1_003
PATIENCE_MS = 15_000

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@asynccontextmanager
async def demo(*options: str) -> AsyncIterator[str]:
    """Runs the demo as a person does; gives the address it prints."""
    command = (sys.executable, "-m", "bot", "demo", *options)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(30):
            while not (found := re.search(rb"http://\S+", line := await process.stdout.readline())):
                assert line, "the demo ended before it told its address"
        yield found[0].decode()
    finally:
        process.terminate()
        assert await process.wait() == 0


@asynccontextmanager
async def page_at(browser: Browser, address: str, *, width: int = 1280, height: int = 800) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
    page.set_default_timeout(PATIENCE_MS)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    await page.goto(address)
    yield page
    await page.close()
    assert troubles == []


async def shot(page: Page, name: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    await page.wait_for_timeout(400)  # pictures and motions come to rest
    await page.screenshot(path=ARTIFACTS / f"{name}.png")


async def start(page: Page, chat: int) -> None:
    await page.get_by_test_id(f"chat-{chat}").click()
    await page.get_by_test_id("start").click()


async def say(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()


async def test_a_newcomer_subscribes_and_a_dropped_post_arrives_and_opens(browser: Browser) -> None:
    async with demo("--port", "0") as address, page_at(browser, address) as page:
        await start(page, READER)
        await page.get_by_role("button", name=re.compile("^金融")).click()
        await expect(page.get_by_test_id("toast")).to_contain_text("金融")
        await expect(page.get_by_role("button", name=re.compile("^✅ 金融"))).to_be_visible()
        await shot(page, "demo-subscribed")
        await page.get_by_test_id("panel").get_by_role("button", name=re.compile("晨江口岸")).click()
        messages = page.get_by_test_id("messages")
        await expect(messages).to_contain_text("“绿色三样”出口首破千亿")
        await shot(page, "demo-arrived")
        await say(page, "/latest 金融")
        await expect(page.get_by_role("button", name="更早")).to_be_visible()  # the last message has it: all are there
        await page.get_by_role("button", name="全文").last.click()
        await expect(page.get_by_role("button", name="收起").last).to_be_visible()
        await shot(page, "demo-full-text")
        await page.get_by_role("button", name="收起").last.click()
        await expect(page.get_by_role("button", name="收起")).to_have_count(0)
        await page.get_by_role("button", name="不再看此类").last.click()
        await expect(messages).to_contain_text("要退订整个「金融」吗？")
        await page.get_by_role("button", name="退订 金融").click()
        await expect(page.get_by_test_id("toast")).to_contain_text("退订")


async def test_a_reader_chooses_one_line_and_opens_the_evidence_on_a_phone(browser: Browser) -> None:
    async with demo("--port", "0") as address, page_at(browser, address, width=375, height=740) as page:
        await start(page, READER)
        await say(page, "/length")
        for label in ("详细", "一行"):
            await page.get_by_role("button", name=label, exact=True).last.click()
            await expect(page.get_by_role("button", name=f"✅ {label}")).to_be_visible()
        await shot(page, "demo-length")
        await say(page, "/latest 国际")
        await page.get_by_role("button", name="摘要", exact=True).last.click()
        await page.get_by_role("button", name="依据", exact=True).last.click()
        messages = page.get_by_test_id("messages")
        await expect(messages).to_contain_text(re.compile("第 \\d+ 段第 \\d+ 句"))
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await shot(page, "demo-evidence")
        await page.get_by_role("button", name="收起", exact=True).last.click()
        await expect(messages).not_to_contain_text(re.compile("第 \\d+ 段第 \\d+ 句"))


async def test_an_english_reader_and_an_admin_find_their_own_words(browser: Browser) -> None:
    async with demo("--port", "0") as address, page_at(browser, address) as page:
        await start(page, EMMA)
        await expect(page.get_by_test_id("messages")).to_contain_text("Jianbao")
        await shot(page, "demo-english")
        await start(page, READER)
        await page.get_by_role("button", name=re.compile("^金融")).click()
        await start(page, ADMIN)
        await say(page, "/headline @金融 今晚八点直播港口夜航")
        await page.get_by_role("button", name=re.compile("^✅ ")).last.click()
        await page.get_by_test_id(f"chat-{READER}").click()
        await expect(page.get_by_test_id("messages")).to_contain_text("今晚八点直播港口夜航", timeout=15_000)
        await page.get_by_test_id(f"chat-{ADMIN}").click()
        await say(page, "/status")
        await expect(page.get_by_test_id("messages")).to_contain_text("来源")
        await shot(page, "demo-admin")


async def test_the_page_works_on_a_phone(browser: Browser) -> None:
    async with demo("--port", "0") as address, page_at(browser, address, width=375, height=740) as page:
        await start(page, READER)
        await expect(page.get_by_test_id("messages")).to_contain_text("简报")
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await shot(page, "demo-phone")


async def test_a_taken_port_gives_the_next_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with demo("--port", str(port)) as address:
            assert int(address.rpartition(":")[2]) > port


async def test_an_address_of_another_computer_is_told_and_no_port_is_blamed() -> None:
    command = (sys.executable, "-m", "bot", "demo", "--host", "192.0.2.1")
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    _, told = await process.communicate()
    assert process.returncode == 1
    assert "192.0.2.1:8765 cannot be served: cannot assign requested address. Name an address" in told.decode()


async def test_ones_own_folder_is_used_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(
        "---\ntitle: 自己的文章\ncategories: [日记]\n---\n今天的风很大。\n", encoding="utf-8"
    )
    async with demo("--port", "0", "--posts", str(tmp_path)):
        assert [file.name for file in tmp_path.iterdir()] == ["own.md"]
