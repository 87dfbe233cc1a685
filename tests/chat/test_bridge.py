import asyncio
from typing import Any

import pytest
from telegram import Update

from bot.chat.bridge import members

READER, ADMIN, EMMA, MING, GROUP = 1001, 1002, 1003, 1004, -1_001_000_000_002
Live = Any


async def test_start_greets_and_offers_categories_in_the_persons_own_language(live: Live) -> None:
    for person, hello in ((READER, "你好，我是简报"), (MING, "你好，我是簡報"), (EMMA, "Hi, I’m Jianbao")):
        [welcome] = await live.say(person, "/start")
        assert welcome["text"].startswith(hello)
        assert ["金融", "›"] in live.keyboard(person)


async def test_a_tap_subscribes_in_place_and_a_second_tap_ends_it(live: Live) -> None:
    await live.say(READER, "/start")
    assert await live.press(READER, "金融") == "✅ 已订阅「金融」"
    await live.until(lambda: ["✅ 金融", "›"] in live.keyboard(READER))
    assert await live.subscribed(READER) == {("金融",)}
    assert await live.press(READER, "金融") == "已退订「金融」"
    await live.until(lambda: ["金融", "›"] in live.keyboard(READER))
    assert await live.subscribed(READER) == set()
    assert len(live.standin.outbox(READER)) == 1


async def test_a_category_opens_and_closes_in_place(live: Live) -> None:
    await live.shop.index(("金融", "新浪财经", "国内"), 1203)
    await live.say(READER, "/categories")
    assert live.keyboard(READER)[0] == ["金融 (1,203)", "›"]
    await live.press(READER, "›")
    await live.until(lambda: ["新浪财经 (1,203)", "›"] in live.keyboard(READER))
    await live.press(READER, "返回")
    await live.until(lambda: ["金融 (1,203)", "›"] in live.keyboard(READER))


async def test_an_article_unfolds_in_place_turns_its_pages_and_folds_again(live: Live) -> None:
    await live.shop.article(("编程", "Hacker News"))
    [news] = await live.say(READER, "/latest")
    await live.press(READER, "全文")
    await live.until(lambda: "全程需要四十分钟" in live.standin.outbox(READER)[-1]["text"])
    await live.press(READER, "收起")
    await live.until(lambda: live.standin.outbox(READER)[-1]["text"] == news["text"])


async def test_an_admin_sees_the_headline_first_and_a_double_press_sends_it_once(live: Live) -> None:
    await live.say(READER, "/start")
    preview, question = await live.say(ADMIN, "/headline 港口今晚封航", answers=2)
    assert "港口今晚封航" in preview["text"]
    assert "2 个聊天" in question["text"]
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    toasts = await asyncio.gather(*(live.tap(ADMIN, question["message_id"], data) for _ in range(2)))
    assert sorted(toasts) == ["即将发送", "这条已经处理过了"]
    [one] = await live.shop.store.broadcasts.live()
    assert (one.state, one.total) == ("scheduled", 2)


async def test_a_reader_who_forges_an_admins_press_gets_nowhere(live: Live) -> None:
    _, question = await live.say(ADMIN, "/headline 港口今晚封航", answers=2)
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "不能用" in await live.forge(READER, data, message={**question, "chat": {"id": READER, "type": "private"}})
    assert await live.shop.store.deliveries.count() == {}


@pytest.mark.parametrize("data", ["", "x", "v2:tree:0:0", "v1:tree:-1:0", "v1:full:" + "9" * 40, "v1:tree:０:1", None])
async def test_every_press_is_answered_whatever_it_carries(live: Live, data: str | None) -> None:
    [message] = await live.say(READER, "/help")
    assert await live.forge(READER, data, message=message)


async def test_a_press_without_its_message_is_answered(live: Live) -> None:
    assert await live.forge(READER, "v1:tree:0:0")
    assert await live.forge(READER, "v1:tree:0:0", inline_message_id="x")


async def test_a_press_under_a_message_too_old_to_edit_is_answered_in_a_new_one(live: Live) -> None:
    before = len(live.standin.outbox(READER))
    place = {"chat": {"id": READER, "type": "private"}, "message_id": 77, "date": 0}
    await live.forge(READER, "v1:tree:0:0", message=place)
    await live.until(lambda: len(live.standin.outbox(READER)) == before + 1)


async def test_in_a_group_everyone_reads_and_only_its_admins_choose(live: Live) -> None:
    await live.shop.article(("编程", "Hacker News"))
    [refusal] = await live.say(GROUP, "/subscribe 编程", from_id=EMMA)
    assert "只有群管理员" in refusal["text"]
    await live.say(GROUP, "/latest", from_id=EMMA)
    await live.say(GROUP, "/categories", from_id=EMMA)
    assert "只有群管理员" in await live.press(GROUP, "编程", from_id=EMMA)
    assert await live.subscribed(GROUP) == set()
    await live.press(GROUP, "编程", from_id=READER)
    assert await live.subscribed(GROUP) == {("编程",)}


async def test_what_telegram_reports_of_a_private_chat_one_day_is_no_message_of_the_persons(live: Live) -> None:
    person = {"id": READER, "is_bot": False, "first_name": "x"}
    chat = {"id": READER, "type": "private"}
    contents: tuple[dict[str, object], ...] = (
        {"community_chat_removed": {}},
        {"rich_message": {"blocks": []}},
        {"dice": {"emoji": "🎲", "value": 1}},
    )
    for content in contents:
        told = {"message_id": 900, "date": 1, "chat": chat, "from": person, **content}
        live.standin.sim.updates.push("message", told)
    await live.until(lambda: len(live.standin.outbox(READER)) == 2)
    await live.say(READER, "/help")
    assert len(live.standin.outbox(READER)) == 3


async def test_a_press_that_changes_nothing_asks_telegram_for_nothing(live: Live) -> None:
    [tree] = await live.say(READER, "/categories")
    for _ in range(2):
        await live.forge(READER, "v1:tree:0:0", message=tree)
    await live.say(READER, "/help")
    assert "not modified" not in live.standin.transcript()
    assert "editMessageText" not in live.standin.transcript()


async def test_a_hiccup_at_telegram_denies_no_admin_their_group(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    live.standin.order_fault(kind="error", method="getChatMember", status=502)
    await live.say(GROUP, "/subscribe 编程", from_id=READER)
    assert await live.subscribed(GROUP) == {("编程",)}
    monkeypatch.setattr(members, "WAITS", (0.01,))
    live.standin.order_fault(kind="error", method="getChatMember", status=502, count=2)
    [asked_to_wait] = await live.say(GROUP, "/unsubscribe 编程", from_id=EMMA)
    assert "请稍后再试" in asked_to_wait["text"]
    live.standin.order_fault(
        kind="error", method="getChatMember", status=400, description="Bad Request: user not found"
    )
    [refusal] = await live.say(GROUP, "/unsubscribe 编程", from_id=EMMA)
    assert "只有群管理员" in refusal["text"]


async def test_a_group_can_talk_without_the_bot_joining_in(live: Live) -> None:
    for text in ("/help@other_bot", "/unheardof", "金融", "/headline x"):
        live.standin.say(GROUP, text, from_id=READER)
    [answer] = await live.say(GROUP, "/unheardof@jianbao_bot", from_id=READER)
    assert "/unheardof" in answer["text"]
    assert len(live.standin.outbox(GROUP)) == 1


async def test_many_wishes_of_one_chat_are_answered_in_their_order(live: Live) -> None:
    texts = [f"/nothing{number}" for number in range(20)]
    for text in texts:
        live.standin.say(READER, text)
    await live.until(lambda: len(live.standin.outbox(READER)) == len(texts))
    answers = [message["text"] for message in live.standin.outbox(READER)]
    assert all(text in answer for text, answer in zip(texts, answers, strict=True))


async def test_a_press_in_a_channel_is_answered_too(live: Live) -> None:
    place = {"chat": {"id": -1_009, "type": "channel", "title": "频道"}, "message_id": 1, "date": 1}
    assert "不能用" in await live.forge(READER, "v1:tree:0:0", message=place)


async def test_a_chat_that_floods_the_bot_is_told_to_wait_and_others_are_not(
    live: Live, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    [message] = await live.say(READER, "/help")
    monkeypatch.setattr("bot.chat.turns.MOST_WAITING", 0)
    assert await live.forge(READER, "v1:tree:0:0", message=message) == "点得太快啦，请稍等一下"
    live.standin.say(READER, "/help")
    await live.until(lambda: "a message was left out" in caplog.text)


async def test_robots_are_not_answered(live: Live) -> None:
    robot = {"id": 99, "is_bot": True, "first_name": "robot"}
    chat = {"id": READER, "type": "private"}
    live.standin.sim.updates.push(
        "message", {"message_id": 900, "date": 1, "chat": chat, "from": robot, "text": "金融"}
    )
    await live.say(READER, "/help")
    assert len(live.standin.outbox(READER)) == 1


async def test_an_update_that_is_reported_again_is_answered_once(live: Live) -> None:
    person = {"id": READER, "is_bot": False, "first_name": "x"}
    message = {"message_id": 900, "date": 1, "chat": {"id": READER, "type": "private"}, "from": person, "text": "金融"}
    for _ in range(3):
        live.application.update_queue.put_nowait(
            Update.de_json({"update_id": 77, "message": message}, live.application.bot)
        )
    await live.say(EMMA, "/help")
    await live.until(lambda: live.standin.outbox(READER))
    assert len(live.standin.outbox(READER)) == 1


async def test_trouble_outside_of_commands_is_told_in_the_log_and_stops_nothing(
    live: Live, caplog: pytest.LogCaptureFixture
) -> None:
    await live.say(READER, "/start")
    await live.shop.store.database._writer.execute("ALTER TABLE delivery RENAME TO gone")
    live.standin.block(READER)
    await live.until(lambda: "An update could not be handled" in caplog.text)
    assert await live.say(EMMA, "/help")


@pytest.mark.slow
async def test_a_hasty_reader_is_answered_in_full_and_never_too_fast_for_telegram(paced: Live) -> None:
    for number in range(6):
        paced.standin.say(READER, f"/nothing{number}")
    [tree] = await paced.say(EMMA, "/categories")
    rows = tree["reply_markup"]["inline_keyboard"]
    data = next(button["callback_data"] for row in rows for button in row if button["text"] == "编程")
    for _ in range(9):
        assert await paced.tap(EMMA, tree["message_id"], data)
    await paced.until(lambda: "✅ 编程" in paced.keyboard(EMMA)[0] + paced.keyboard(EMMA)[1] + paced.keyboard(EMMA)[2])
    await paced.until(lambda: len(paced.standin.outbox(READER)) == 6)
    assert await paced.subscribed(EMMA) == {("编程",)}


async def test_an_impatient_second_press_on_older_brings_nothing_twice(paced: Live) -> None:
    for age in range(9):
        await paced.shop.article(("编程", "Hacker News"), f"第{age}条消息今天发布", age=age)
    *_, latest = await paced.say(READER, "/latest", answers=3)
    ((older,),) = (row for row in latest["reply_markup"]["inline_keyboard"] if "更早" in row[0]["text"])
    for _ in range(2):
        await paced.tap(READER, latest["message_id"], older["callback_data"])
    paced.standin.say(READER, "/help")
    await paced.until(lambda: len(paced.standin.outbox(READER)) == 7)
    assert [message["text"][1] for message in paced.standin.outbox(READER)[3:6]] == ["5", "4", "3"]
    assert "第" not in paced.standin.outbox(READER)[6]["text"][:1]


async def test_an_answer_waits_out_a_flood_limit_and_then_comes(live: Live) -> None:
    live.standin.order_fault(kind="flood", method="sendMessage", retry_after=1)
    [answer] = await live.say(READER, "/help")
    assert "/subscribe" in answer["text"]


async def test_a_failing_command_is_told_in_a_clear_sentence(live: Live, caplog: pytest.LogCaptureFixture) -> None:
    await live.say(READER, "/start")
    await live.shop.store.database._writer.execute("DROP TABLE article")
    [answer] = await live.say(READER, "/latest")
    assert answer["text"] == "😥 出了点问题，请稍后再试。"
    assert await live.forge(READER, "v1:full:1:1", message=answer) == "😥 出了点问题，请稍后再试。"
    assert "A command failed" in caplog.text
