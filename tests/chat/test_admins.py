from datetime import timedelta
from typing import Any

import pytest

from bot.model import ChatKind, DeliveryState, Lane, Settlement

Talk = Any
Shop = Any


async def test_a_headline_is_shown_as_readers_will_see_it_and_then_asked_about(admin: Talk, talk: Talk) -> None:
    await talk.say("/start")
    answer = await admin.say("/headline 港口今晚封航")
    assert answer.words.startswith("📢 快讯\n\n港口今晚封航\n")
    assert "将发给 2 位读者" in answer.words
    assert answer.rows == [["✅ 发送", "❌ 取消"]]


async def test_a_headline_for_a_category_reaches_its_readers_only(admin: Talk, talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 金融")
    answer = await admin.say("/headline @金融 港口今晚封航")
    assert "将发给「金融」的 1 位读者" in answer.words
    sent = await admin.press(answer.buttons["✅ 发送"])
    assert sent.words == "✅ 正在发给 1 位读者。"
    assert await shop.store.deliveries.count() == {"due": 1}
    assert shop.woken == 1


async def test_a_second_press_sends_nothing_more(admin: Talk, shop: Shop) -> None:
    answer = await admin.say("/headline 港口今晚封航")
    await admin.press(answer.buttons["✅ 发送"])
    for label in ("✅ 发送", "❌ 取消"):
        assert (await admin.press(answer.buttons[label])).toast == "这条快讯早已处理过了"
    assert await shop.store.deliveries.count() == {"due": 1}
    assert shop.woken == 1


async def test_a_cancelled_headline_reaches_nobody(admin: Talk, shop: Shop) -> None:
    answer = await admin.say("/headline 港口今晚封航")
    assert "没有发给任何人" in (await admin.press(answer.buttons["❌ 取消"])).words
    assert (await admin.press(answer.buttons["✅ 发送"])).toast == "这条快讯早已处理过了"
    assert await shop.store.deliveries.count() == {}


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


async def test_a_headline_nobody_would_get_has_no_button_to_send_it(admin: Talk) -> None:
    answer = await admin.say("/headline @金融 港口今晚封航")
    assert "没有读者会收到它" in answer.words
    assert answer.buttons == {}


async def test_the_right_to_send_is_looked_up_at_each_press(admin: Talk, shop: Shop) -> None:
    answer = await admin.say("/headline 港口今晚封航")
    admin.is_admin = False
    for label in ("✅ 发送", "❌ 取消"):
        assert (await admin.press(answer.buttons[label])).toast.startswith("这个按钮不能用了")
    assert await shop.store.deliveries.count() == {}


async def test_an_admin_commands_only_in_private(admin: Talk) -> None:
    admin.kind, admin.chat_id = ChatKind.SUPERGROUP, -100
    assert "不认识" in (await admin.say("/status")).words
    assert (await admin.press("v1:send:1")).toast.startswith("这个按钮不能用了")


async def test_status_tells_how_everything_is(admin: Talk, shop: Shop) -> None:
    await shop.index(("金融", "新浪财经", "国内"), 1203)
    await shop.article(("金融", "新浪财经", "国内"))
    said = (await admin.say("/status")).words
    for words in ("简报 1.2.3，已运行 1 天 6 小时", "1 位在读", "来稿 1,203 篇 · 文章 1 篇 · 类别 8 个"):
        assert words in said
    for words in ("✅ posts：1,203 篇", "7 篇读不了", "0.md", "……还有 2 篇", "⏳ late", "⚠️ gone：no such folder"):
        assert words in said


async def test_status_tells_what_was_sent_and_why_something_was_not(admin: Talk, shop: Shop) -> None:
    await admin.say("/start")
    for number, (state, reason) in enumerate([("sent", None), ("failed", "TOPIC_CLOSED"), ("failed", "TOPIC_CLOSED")]):
        await shop.store.deliveries.reserve(f"article:{number}", Lane.NEWS, [admin.chat_id], due=admin.now)
        claimed = await shop.store.deliveries.claim(1, now=admin.now, lease=timedelta(minutes=2))
        ended = [Settlement(delivery=delivery, state=DeliveryState(state), reason=reason) for delivery in claimed]
        await shop.store.deliveries.settle(ended, now=admin.now)
    said = (await admin.say("/status")).words
    assert "已发 1 · 失败 2" in said
    assert "近 7 天失败原因：\n  · TOPIC_CLOSED × 2" in said


@pytest.mark.parametrize(("hours", "words"), [(0.5, "30 分钟"), (5.5, "5 小时 30 分钟"), (-1, "0 分钟")])
async def test_status_tells_the_time_running_as_people_do(admin: Talk, shop: Shop, hours: float, words: str) -> None:
    now = (await admin.request()).now
    admin.services = shop.services(started_at=now - timedelta(hours=hours), health=tuple)
    said = (await admin.say("/status")).words
    assert f"已运行 {words}" in said
    assert said.endswith("来源\n无")
