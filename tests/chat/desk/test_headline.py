from typing import Any

import pytest

from bot.model import Lane

Desk = Any
Talk = Any


async def test_a_headline_is_shown_as_readers_will_see_it_and_then_asked_about(desk: Desk, admin: Talk) -> None:
    await desk.readers(1)
    answer = await admin.say("/headline 港口今晚封航")
    assert answer.words.startswith("📢 快讯\n\n港口今晚封航\n")
    assert "将发给 2 个聊天" in answer.words
    assert answer.rows == [["✅ 发送", "❌ 取消"]]


async def test_a_headline_goes_before_all_other_news(desk: Desk, admin: Talk) -> None:
    answer = await admin.say("/headline 港口今晚封航")
    answer = await admin.press(answer.buttons["✅ 发送"])
    assert answer.rows == [["↩️ 收回再改"]]
    desk.passes(seconds=31)
    await desk.tick()
    [delivery] = await desk.claim()
    assert delivery.lane is Lane.BREAKING


async def test_a_headline_for_a_category_reaches_its_readers_only(desk: Desk, admin: Talk, talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    answer = await admin.say("/headline @金融 港口今晚封航")
    assert "将发给「金融」的 1 个聊天" in answer.words
    await admin.press(answer.buttons["✅ 发送"])
    desk.passes(seconds=31)
    assert await desk.all_arrive() == 1


async def test_a_cancelled_headline_reaches_nobody(desk: Desk, admin: Talk) -> None:
    answer = await admin.say("/headline 港口今晚封航")
    gone = await admin.press(answer.buttons["❌ 取消"])
    assert "已丢弃" in gone.words
    assert (await admin.press(answer.buttons["✅ 发送"])).toast == "这条已经处理过了"
    desk.passes(seconds=31)
    assert await desk.all_arrive() == 0


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "在 /headline 后面写正文"),
        ("字" * 4090, "正文太长，最多 4,000 个字"),
        ("@从没听过 字", "没有找到「从没听过」"),
        ("@国内 字", "有几个类别都叫「国内」"),
        ("@编城 字", "@编程"),
    ],
)
async def test_a_headline_that_cannot_be_sent_is_told_with_the_reason(admin: Talk, text: str, words: str) -> None:
    assert words in (await admin.say(f"/headline {text}")).words


@pytest.mark.parametrize(("to", "advice"), [("", ""), ("@金融 ", "没有人订阅「金融」")])
async def test_a_headline_nobody_would_get_is_told_so_and_leaves_no_draft_behind(
    desk: Desk, admin: Talk, to: str, advice: str
) -> None:
    await admin.say("/stop")
    answer = await admin.say(f"/headline {to}港口今晚封航")
    assert "没有读者会收到它" in answer.words
    assert advice in answer.words
    assert answer.buttons == {}
    assert await desk.shop.store.broadcasts.count_all() == 0


async def test_the_right_to_send_is_looked_up_at_each_press(desk: Desk, admin: Talk) -> None:
    answer = await admin.say("/headline 港口今晚封航")
    admin.is_admin = False
    for label in ("✅ 发送", "❌ 取消"):
        assert (await admin.press(answer.buttons[label])).toast.startswith("这个按钮不能用了")
    assert await desk.shop.store.broadcasts.live() == []
