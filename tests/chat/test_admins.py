from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.core.source_state import Outcome
from bot.model import Chat, ChatKind, DeliveryState, Lane, Settlement

Talk = Any
Shop = Any


async def test_an_admin_commands_only_in_private(admin: Talk) -> None:
    admin.kind, admin.chat_id = ChatKind.SUPERGROUP, -100
    assert "不认识" in (await admin.say("/status")).words
    assert (await admin.press("v1:bcgo:1")).toast.startswith("这个按钮不能用了")


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


async def test_status_tells_what_waits_for_a_group_that_is_shut_at_present(admin: Talk, shop: Shop) -> None:
    now = admin.now
    for chat_id in (-7, -8):
        await shop.store.chats.add(Chat(id=chat_id, kind=ChatKind.GROUP, language="en", time_zone="UTC"), now=now)
        for what in ("broadcast:1", "broadcast:2"):
            await shop.store.deliveries.reserve(what, Lane.BROADCAST, [chat_id], due=now)
    assert "不让我发言" not in (await admin.say("/status")).words
    await shop.store.chats.mute(-7, now=now)
    assert "其中 2 条在等 1 个暂时不让我发言的群" in (await admin.say("/status")).words


async def test_status_tells_how_the_feeds_are_and_names_the_worst_first(admin: Talk, shop: Shop) -> None:
    now, feeds = (await admin.request()).now, shop.store.feeds
    assert "订阅源" not in (await admin.say("/status")).words
    for number, failures in enumerate([0, 1, 9, 2, 3, 4, 5, 20]):
        title = f"第{number}号" if number != 2 else ""
        feed, _ = await feeds.register(f"https://me:secret@example.org/{number}", now=now, title=title)
        problem = Outcome.MISSING if failures else None
        await feeds.save(
            feed.source_id,
            replace(feed.state, failures=failures, problem=problem, first_failure_at=now if failures else None),
        )
    await feeds.pause(feed.source_id)
    said = (await admin.say("/status")).words
    feeds_said = said[said.index("订阅源") :].splitlines()
    assert feeds_said[0] == "订阅源 8 个，6 个有问题，1 个暂停"
    assert feeds_said[1] == "⚠️ https://[hidden]@example.org/2 · 16:00 起出错：页面不存在（404）"
    assert [line.split()[1][:3] for line in feeds_said[2:]] == [
        "第6号",
        "第5号",
        "第4号",
        "第3号",
        "第1号",
        "第0号",
        "第7号",
    ]
    assert feeds_said[-2:] == ["🕓 第0号 · 还没有读过", "⏸ 第7号 · 已暂停"]


async def test_of_many_feeds_status_names_a_dozen_and_leads_to_all(admin: Talk, shop: Shop) -> None:
    for number in range(15):
        await shop.store.feeds.register(f"https://example.org/{number}", now=admin.now)
    answer = await admin.say("/status")
    assert answer.words.endswith("……还有 3 个")
    assert "来源（15 个订阅源）" in (await admin.press(answer.buttons["查看来源"])).words


async def test_status_names_a_feed_that_is_closed_for_good(admin: Talk, shop: Shop) -> None:
    feed, _ = await shop.store.feeds.register("https://example.org/rss", now=admin.now, title="晨江财经")
    await shop.store.feeds.save(feed.source_id, replace(feed.state, failures=1, problem=Outcome.GONE, gone=True))
    assert "\n✖️ 晨江财经 ·" in (await admin.say("/status")).words


@pytest.mark.parametrize(("hours", "words"), [(0.5, "30 分钟"), (5.5, "5 小时 30 分钟"), (-1, "0 分钟")])
async def test_status_tells_the_time_running_as_people_do(admin: Talk, shop: Shop, hours: float, words: str) -> None:
    now = (await admin.request()).now
    admin.services = shop.services(started_at=now - timedelta(hours=hours), health=tuple)
    said = (await admin.say("/status")).words
    assert f"已运行 {words}" in said
    assert said.endswith("来源\n无")
