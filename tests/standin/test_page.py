"""The chat page, pressed in a real browser against the real stand-in, with plain HTTP as the bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, Locator, Page, expect

from bot.standin import Drops, Standin
from bot.standin.standin import TOKEN

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

READER, ENGLISH_READER = 1_001, 1_002
SHOTS = Path(__file__).parents[2] / "artifacts"
DESKTOP = {"width": 1360, "height": 860}
Json = dict[str, Any]
LONG = "列车在三十一公里的管道里跑了两个来回，车厢里的噪声和图书馆差不多。" * 6
NEWS = (
    "<b>样车跑完全程，最高时速六百公里</b>\n试验团队昨天夜里完成了首次全程试验。管道的气密性比设计值好两成。\n"
    f"<blockquote expandable>{LONG}</blockquote>海岸科技 · 前沿 · 11月22日 20:12"
)
KEYS = {
    "inline_keyboard": [
        [{"text": "全文", "callback_data": "full"}, {"text": "原文", "url": "https://example.org/a"}],
        [{"text": "不再看此类", "callback_data": "mute", "style": "danger"}],
    ]
}


class Stage:
    """One stand-in, the bot on one side of it and a browser's page on the other."""

    def __init__(self, standin: Standin, address: str, session: ClientSession, browser: Browser) -> None:
        self.standin, self.address, self.session, self.browser = standin, address, session, browser
        self.offset = 0

    async def bot(self, method: str, **params: object) -> Json:
        """A call of the bot, which must succeed."""
        async with self.session.post(f"{self.address}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        result: Json = answer["result"]
        return result

    async def news(self, chat_id: int = READER, **more: object) -> Json:
        return await self.bot(
            "sendMessage", **{"chat_id": chat_id, "text": NEWS, "parse_mode": "HTML", "reply_markup": KEYS, **more}
        )

    async def update(self, kind: str) -> Json:
        """The next update of a kind, waited for as a bot waits."""
        while True:
            updates: Any = await self.bot("getUpdates", offset=self.offset, timeout=5)
            for update in updates:
                self.offset = update["update_id"] + 1
                if kind in update:
                    found: Json = update[kind]
                    return found

    @asynccontextmanager
    async def page(self, **options: Any) -> AsyncIterator[Page]:  # noqa: ANN401 - playwright's own
        """The page in a fresh profile; what a browser complains of fails the test."""
        context = await self.browser.new_context(**{"viewport": DESKTOP, "locale": "zh-CN", **options})
        context.set_default_timeout(10_000)
        page = await context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
        await page.goto(self.address)
        await page.get_by_test_id(f"chat-{READER}").wait_for()
        yield page
        assert complaints == []
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser, tmp_path: Path) -> AsyncIterator[Stage]:
    samples, pictures = tmp_path / "samples", tmp_path / "pictures"
    samples.mkdir()
    pictures.mkdir()
    (samples / "one.md").write_text("---\ntitle: 一篇样稿\ncategories:\n  - 国内\n---\n正文。\n", encoding="utf-8")
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><rect width="160" height="90"/></svg>'
    (pictures / "hill.svg").write_text(drawn, encoding="utf-8")
    standin = Standin(flood=False, drops=Drops(samples, tmp_path / "watched", pictures))
    async with standin.running() as address, ClientSession() as session:
        for person in (READER, ENGLISH_READER):
            standin.say(person, "/start")
        yield Stage(standin, address, session, browser)


def bubble(page: Page, message: Json) -> Locator:
    return page.get_by_test_id(f"message-{message['chat']['id']}-{message['message_id']}")


async def shot(page: Page, name: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SHOTS / f"{name}.png")


async def height(one: Locator) -> float:
    box = await one.bounding_box()
    assert box
    return box["height"]


async def test_hostile_text_stays_text(stage: Stage) -> None:
    text = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> \u202eabc 点我 /start'
    entities = [{"type": "text_link", "offset": text.index("点我"), "length": 2, "url": "javascript:window.hit=1"}]
    async with stage.page() as page:
        message = await stage.bot("sendMessage", chat_id=READER, text=text, entities=entities)
        shown = bubble(page, message)
        await expect(shown).to_contain_text('<img src=x onerror="window.hit=1"><script>window.hit=1</script>')
        assert await shown.locator("img, script, a").count() == 0
        assert await page.evaluate("window.hit") is None


async def test_a_page_from_outside_never_gets_a_script_link_even_past_the_server(stage: Stage) -> None:
    async with stage.page() as page:
        message = await stage.bot("sendMessage", chat_id=READER, text="好链接 坏链接")
        links = [("https://example.org/a", 0), ("javascript:alert(1)", 4), ("data:text/html,hi", 4)]
        entities = [{"type": "text_link", "offset": at, "length": 3, "url": url} for url, at in links]
        stage.standin.sim.replace(stage.standin.world.room(READER), {**message, "entities": entities})
        link = bubble(page, message).locator("a")
        await expect(link).to_have_text("好链接")
        assert await link.get_attribute("rel") == "noopener noreferrer"


async def test_an_expandable_quote_is_folded_to_three_lines_and_opens_with_a_tap(stage: Stage) -> None:
    async with stage.page(reduced_motion="reduce") as page:
        message = await stage.news()
        quote = bubble(page, message).get_by_test_id("quote")
        folded = await height(quote)
        await shot(page, "page-folded")
        await quote.get_by_role("button", name="展开全部").click()
        await expect(quote.get_by_role("button", name="收起")).to_have_attribute("aria-expanded", "true")
        assert await height(quote) > folded * 1.5
        await shot(page, "page-opened")
        await quote.click(position={"x": 40, "y": 12})
        assert await height(quote) == folded


async def test_pressing_a_button_reaches_the_bot_and_its_answer_is_shown(stage: Stage) -> None:
    async with stage.page() as page:
        message = await stage.news()
        key = bubble(page, message).get_by_test_id("button-0-0")
        await key.click()
        query = await stage.update("callback_query")
        assert (query["data"], query["from"]["id"]) == ("full", READER)
        await expect(key).to_have_class("key busy")
        await stage.bot("answerCallbackQuery", callback_query_id=query["id"], text="马上就来")
        await expect(page.get_by_test_id("toast")).to_have_text("马上就来")
        await expect(key).to_have_class("key")


async def test_an_alert_waits_until_it_is_closed(stage: Stage) -> None:
    async with stage.page() as page:
        await bubble(page, await stage.news()).get_by_test_id("button-1-0").click()
        query = await stage.update("callback_query")
        await stage.bot("answerCallbackQuery", callback_query_id=query["id"], text="真的吗？", show_alert=True)
        alert = page.get_by_test_id("alert")
        await expect(alert).to_contain_text("真的吗？")
        await alert.get_by_role("button").click()
        await expect(alert).to_have_count(0)


async def test_an_edit_changes_the_message_in_place_and_keeps_its_picture(stage: Stage) -> None:
    preview = {"url": "https://pictures.example/hill.svg", "show_above_text": True, "prefer_large_media": True}
    async with stage.page() as page:
        message = await stage.news(link_preview_options=preview)
        shown = bubble(page, message)
        await expect(shown.locator("img")).to_have_js_property("naturalWidth", 160)
        await shown.evaluate("node => { node.kept = 1; node.querySelector('img').kept = 1 }")
        place = {"chat_id": READER, "message_id": message["message_id"]}
        await stage.bot("editMessageText", **place, text="改过的消息", link_preview_options=preview)
        await expect(shown).to_contain_text("改过的消息")
        await expect(shown).to_contain_text("已编辑")
        await expect(shown.get_by_role("button")).to_have_count(0)
        assert await shown.evaluate("node => node.kept === 1 && node.querySelector('img').kept === 1")


async def test_a_deleted_message_is_gone(stage: Stage) -> None:
    async with stage.page() as page:
        message = await stage.news()
        await bubble(page, message).wait_for()
        async with stage.session.post(
            f"{stage.address}/bot{TOKEN}/deleteMessage",
            json={"chat_id": READER, "message_id": message["message_id"]},
        ) as response:
            assert response.status == 200
        await expect(bubble(page, message)).to_have_count(0)


async def test_a_picture_that_does_not_load_leaves_a_calm_placeholder(stage: Stage) -> None:
    async with stage.page() as page:
        message = await stage.news(link_preview_options={"url": "http://127.0.0.1:9/none.jpg"})
        await expect(bubble(page, message)).to_contain_text("图片没有载入")


async def test_the_command_menu_is_filtered_while_typing_and_sends(stage: Stage) -> None:
    commands = [{"command": "start", "description": "开始"}, {"command": "settings", "description": "设置"}]
    await stage.bot("setMyCommands", commands=commands)
    await stage.update("message")
    async with stage.page() as page:
        await page.get_by_test_id("commands").click()
        await expect(page.get_by_role("option")).to_have_count(2)
        await page.get_by_test_id("composer").fill("/se")
        await expect(page.get_by_role("option")).to_have_count(1)
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("command-list")).to_be_hidden()
        while (await stage.update("message"))["text"] != "/settings":
            pass


async def test_enter_sends_and_shift_enter_starts_a_line(stage: Stage) -> None:
    async with stage.page() as page:
        field = page.get_by_test_id("composer")
        await field.press_sequentially("一行")
        await field.press("Shift+Enter")
        await field.press_sequentially("两行")
        await field.press("Enter")
        await expect(field).to_have_value("")
        await expect(page.locator("article.mine").last).to_contain_text("一行\n两行")


async def test_news_arriving_while_one_reads_above_waits_behind_a_pill(stage: Stage) -> None:
    for _ in range(6):
        await stage.news()
    async with stage.page(reduced_motion="reduce") as page:
        place = page.get_by_test_id("messages")
        await place.hover()
        await page.mouse.wheel(0, -900)
        jump = page.get_by_test_id("jump")
        await expect(jump).to_be_visible()
        before = await place.evaluate("node => node.scrollTop")
        last = await stage.news()
        await expect(jump).to_have_text("1 条新消息")
        assert await place.evaluate("node => node.scrollTop") == before
        await jump.click()
        await expect(bubble(page, last)).to_be_in_viewport()
        await expect(jump).to_be_hidden()


async def test_another_chats_news_is_counted_as_unread(stage: Stage) -> None:
    async with stage.page() as page:
        await stage.news(ENGLISH_READER)
        last = await stage.news(ENGLISH_READER)
        place = {"chat_id": ENGLISH_READER, "message_id": last["message_id"]}
        await stage.bot("editMessageText", **place, text="An edit is nothing new")
        row = page.get_by_test_id(f"chat-{ENGLISH_READER}")
        await expect(row.locator(".badge")).to_have_text("2")
        await stage.bot("deleteMessage", **place)
        await expect(row.locator(".badge")).to_have_text("1")
        await row.click()
        await expect(row.locator(".badge")).to_have_count(0)


async def test_blocking_and_unblocking_is_one_press_each(stage: Stage) -> None:
    async with stage.page() as page:
        await page.get_by_test_id("block").click()
        await expect(page.get_by_test_id("unblock-bar")).to_be_visible()
        await expect(page.get_by_test_id("composer")).to_be_hidden()
        member = await stage.update("my_chat_member")
        assert member["new_chat_member"]["status"] == "kicked"
        await page.get_by_test_id("unblock").click()
        await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_a_notice_stays_in_the_chat_it_was_meant_for(stage: Stage) -> None:
    async with stage.page() as page:
        message = await stage.news()
        await bubble(page, message).get_by_role("button", name="全文").click()
        query = await stage.update("callback_query")
        await stage.bot("answerCallbackQuery", callback_query_id=query["id"], text="好的")
        await expect(page.get_by_test_id("toast")).to_have_text("好的")
        await page.get_by_test_id(f"chat-{ENGLISH_READER}").click()
        await expect(page.get_by_test_id("toast")).to_have_count(0, timeout=1_000)


async def test_a_sample_is_dropped_into_the_watched_folder(stage: Stage, tmp_path: Path) -> None:
    async with stage.page() as page:
        await page.get_by_test_id("drop-0").click()
        await expect(page.get_by_test_id("drop-0")).to_have_class("drop dropped")
        assert (tmp_path / "watched" / "one.md").exists()
        await expect(page.get_by_test_id("drop-all")).to_have_count(0)


async def test_of_two_headings_over_the_samples_one_pushes_the_other_away(browser: Browser, tmp_path: Path) -> None:
    for number, category in enumerate("甲乙丙", start=1):
        post = f"---\ntitle: 一篇{category}类样稿\ncategories: {category}\n---\n正文。\n"
        for copy in range(6):
            (tmp_path / f"{number}{copy}.md").write_text(post, encoding="utf-8")
    async with (
        Standin(flood=False, drops=Drops(tmp_path, tmp_path / "watched")).running() as address,
        ClientSession() as session,
        Stage(Standin(), address, session, browser).page() as page,
    ):
        for way in range(0, 300, 20):
            tops = await page.locator(".drops").evaluate(
                "(list, way) => { list.scrollTop = way; return [...list.querySelectorAll('h4')]"
                ".map((one) => [one.getBoundingClientRect().top, one.offsetHeight]) }",
                way,
            )
            assert all(above + height <= below + 1 for (above, height), (below, _) in pairwise(tops)), way


async def test_an_ordered_fault_is_seen_in_the_log(stage: Stage) -> None:
    async with stage.page() as page:
        await page.get_by_test_id("fault-flood").click()
        await expect(page.get_by_test_id("fault-flood")).to_contain_text("×3")
        async with stage.session.post(
            f"{stage.address}/bot{TOKEN}/sendMessage", json={"chat_id": READER, "text": "hi"}
        ) as response:
            assert response.status == 429
        await expect(page.get_by_test_id("log")).to_contain_text("retry after 5")
        await page.get_by_test_id("fault-clear").click()
        await expect(page.get_by_test_id("fault-flood")).not_to_contain_text("×")


async def test_an_empty_chat_says_what_the_bot_does_and_starts_it(stage: Stage) -> None:
    await stage.bot("setMyDescription", description="Only what matters.")
    await stage.bot("setMyDescription", description="只发要点。", language_code="zh")
    async with stage.page() as page:
        await page.get_by_test_id("chat-1003").click()
        await expect(page.get_by_test_id("welcome")).to_contain_text("只发要点。")
        await page.get_by_test_id("start").click()
        await expect(page.get_by_test_id("composer")).to_be_visible()
        while (await stage.update("message"))["from"]["id"] != 1_003:
            pass
