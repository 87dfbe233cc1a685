"""A clumsy or hostile admin at the desk: nothing raises, and everything is answered with a clear sentence."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.chat.commands import ACTIONS
from bot.core import moments
from bot.core.broadcasts import Version
from bot.markup import Mark
from bot.model import ChatState
from bot.standin import people

Desk = Any
Talk = Any
Live = Any
ADMIN, READER, GROUP = 1002, 1001, -1_001_000_000_002
HUGE = 999_999_999_999_999
LINE = "看详情 | https://example.org/"


@pytest.fixture(autouse=True)
def _nothing_raises(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []


async def drafted(desk: Desk) -> Any:  # noqa: ANN401 - an Answer
    await desk.readers(3)
    return await desk.admin.say_request(command="broadcast", args="今晚停水")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Version(text="😀" * 4096), "正文太长，最多 4,096 个字"),
        (Version(text="停" * 1025, photo="p"), "正文太长，最多 1,024 个字"),
        (Version(text="\u200b\u200e\u2066 \u2069\ufeff"), "还没有内容"),
        (Version(text="   \n "), "还没有内容"),
    ],
)
async def test_a_text_that_cannot_be_sent_is_told_with_the_reason(desk: Desk, said: Version, told: str) -> None:
    await desk.admin.say("/broadcast")
    assert told in (await desk.say(said)).words


@pytest.mark.parametrize(
    "said",
    [
        Version(photo="p"),
        Version(text="停" * 4096),
        Version(text="\u202eمرحبا\u202c 停水"),
        Version(text="停水", marks=(Mark("bold", -5, 900), Mark("text_link", 0, 2, "javascript:alert(1)"))),
        Version(text="<b>&amp;</b> \ue000{ $count }\ue001"),
    ],
)
async def test_whatever_can_be_sent_is_shown_previewed_and_asked_about(desk: Desk, said: Version) -> None:
    await desk.readers(3)
    await desk.admin.say("/broadcast")
    answer = await desk.say(said)
    for label in ("👁 预览", "🧮 试算"):
        await desk.admin.press(answer.buttons[label])
    answer = await desk.admin.press(answer.buttons["✅ 发送"])
    assert "会发给 4 个聊天" in answer.words


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("\n".join([LINE] * 50), "最多 8 个按钮"),
        ("点我 | javascript:alert(1)", "这一行看不懂：点我 | javascript:alert(1)"),
        ("点我https://example.org/", "这一行看不懂：点我https://example.org/"),
        ("| https://example.org/", "这一行看不懂"),
        ("\u200b | https://example.org/", "这一行看不懂"),
        ("长" * 65 + " | https://example.org/", "按钮上的文字最多 64 个字"),
        ("", "最多 8 个按钮"),
    ],
)
async def test_buttons_that_cannot_be_are_told_line_by_line(desk: Desk, typed: str, told: str) -> None:
    await drafted(desk)
    await desk.admin.press("v1:bcask:1:2")
    assert told in (await desk.say(typed)).words
    assert (await desk.shop.store.broadcasts.get(1)).content.buttons == ()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("昨天八点", "已经过去了"),
        ("刚刚好", "看不懂"),
        ("2020-01-01 9:00", "已经过去了"),
        ("9999-12-31 23:59", "一年以内"),
        ("+9999d", "一年以内"),
        ("25:61", "看不懂"),
        ("02-30 9:00", "看不懂"),
        ("😀" * 500, "看不懂"),
    ],
)
async def test_a_time_that_cannot_be_is_told_with_the_reason(desk: Desk, typed: str, told: str) -> None:
    await drafted(desk)
    await desk.admin.press("v1:bcask:1:3")
    assert told in (await desk.say(typed)).words


def test_a_time_the_clocks_skip_is_no_time() -> None:
    zone = ZoneInfo("America/New_York")
    now = datetime(2027, 3, 13, 12, tzinfo=zone)
    assert moments.moment("tomorrow 2:30", now=now, zone=zone) is moments.Fault.SKIPPED


@pytest.mark.parametrize("numbers", [(1, HUGE, HUGE), (HUGE, HUGE, HUGE), (1, 0, 0), (0, 0, 0)])
async def test_every_button_with_forged_numbers_is_answered(desk: Desk, numbers: tuple[int, ...]) -> None:
    await drafted(desk)
    for action in (action for action in ACTIONS if action.name.startswith("bc")):
        answer = await desk.admin.press(":".join(("v1", action.name, *map(str, numbers[: action.numbers]))))
        assert answer.toast or answer.words or answer.reply.uploads, action.name


async def test_a_list_of_texts_cannot_turn_the_screen_around(desk: Desk) -> None:
    await desk.admin.say_request(command="broadcast", args="\u202e停水\u2067")
    listed = await desk.admin.say("/broadcasts")
    assert listed.rows[0] == ["📝 #1 停水"]


async def test_an_article_takes_no_text_of_its_own_for_a_language(desk: Desk, shop: Any) -> None:  # noqa: ANN401 - a Shop
    await shop.article(("金融", "新浪财经", "国内"))
    answer = await desk.admin.say_request(command="broadcast", args="https://example.org/1")
    assert "📰" in answer.words
    assert not {"🖼 图片", "🌐 语言版本"} & set(answer.buttons)


async def test_pressing_twice_sends_once_and_says_so(live: Live) -> None:
    await live.shop.store.chats.set_state(READER, ChatState.ACTIVE, now=datetime(2026, 11, 22, tzinfo=UTC))
    [card] = await live.say(ADMIN, "/broadcast 今晚停水")
    await live.press(ADMIN, "✅ 发送")
    question = card["message_id"]
    await live.until(lambda: "确认发送吗" in live.standin.outbox(ADMIN)[-1]["text"])
    queries = [live.standin.press(ADMIN, question, "v1:bcgo:1") for _ in range(3)]
    toasts = [await live.answer(query) for query in queries]
    assert toasts == ["即将发送", "这条已经处理过了", "这条已经处理过了"]


async def test_a_message_edited_after_it_was_taken_and_a_command_in_a_group_do_nothing(live: Live) -> None:
    await live.say(ADMIN, "/broadcast")
    said = live.standin.say(ADMIN, "今晚停水")
    await live.until(lambda: "📝 今晚停水" in live.standin.outbox(ADMIN)[-1]["text"])
    people.edit(live.standin.sim, ADMIN, said["message_id"], "明晚停水")
    live.standin.say(GROUP, "/broadcast 全体注意", from_id=READER)
    live.standin.say(ADMIN, "/help")
    await live.until(lambda: "我能做什么" in live.standin.outbox(ADMIN)[-1]["text"])
    assert [one.content.main.text for one in await live.shop.store.broadcasts.latest(limit=9)] == ["今晚停水"]
    assert not any("群发" in message["text"] for message in live.standin.outbox(GROUP))
