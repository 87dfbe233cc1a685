import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import BotCommandScopeChat, Update

from bot.chat.bridge import Bridge, members, setup
from bot.config import Defaults
from bot.delivery.line import Line
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.model import ChatKind, ChatState
from bot.standin import people
from bot.texts import TONGUES

READER, ADMIN, EMMA, MING, GROUP = 1001, 1002, 1003, 1004, -1_001_000_000_002
NOW = datetime(2026, 11, 22, tzinfo=UTC)
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


async def test_a_reader_who_blocks_gets_nothing_until_they_return_and_keeps_their_subscriptions(live: Live) -> None:
    store = live.shop.store
    await live.say(READER, "/subscribe 编程")
    article = await live.shop.article(("编程", "Hacker News"))
    await live.shop.reserve(article, ("编程", "Hacker News"))
    live.standin.block(READER)
    await _state(live, READER, ChatState.BLOCKED)
    assert await store.deliveries.count() == {"dropped": 1}
    live.standin.unblock(READER)
    await _state(live, READER, ChatState.ACTIVE)
    assert await live.subscribed(READER) == {("编程",)}


async def test_a_group_is_greeted_when_it_lets_the_bot_in(live: Live) -> None:
    people.kick(live.standin.sim, GROUP)
    people.invite(live.standin.sim, GROUP)
    await live.until(lambda: live.standin.outbox(GROUP))
    assert live.standin.outbox(GROUP)[-1]["text"].startswith("大家好，我是简报")
    people.kick(live.standin.sim, GROUP)
    await _state(live, GROUP, ChatState.BLOCKED)


async def test_a_pause_outlasts_a_block_and_ends_with_start(live: Live) -> None:
    await live.say(READER, "/stop")
    live.standin.block(READER)
    live.standin.unblock(READER)
    await live.say(READER, "/mine")  # both are heard by now
    await _state(live, READER, ChatState.PAUSED)
    [back] = await live.say(READER, "/start")
    assert "推送已恢复" in back["text"]
    await _state(live, READER, ChatState.ACTIVE)


async def test_a_paused_group_that_removes_the_bot_and_lets_it_in_again_is_asked_first(live: Live) -> None:
    await live.say(GROUP, "/stop", from_id=READER)
    people.kick(live.standin.sim, GROUP)
    people.invite(live.standin.sim, GROUP)
    await live.until(lambda: len(live.standin.outbox(GROUP)) == 2)
    assert "推送已暂停" in live.standin.outbox(GROUP)[-1]["text"]
    await _state(live, GROUP, ChatState.PAUSED)
    await live.press(GROUP, "恢复推送", from_id=READER)
    await _state(live, GROUP, ChatState.ACTIVE)


async def test_a_word_in_a_group_that_was_shut_lets_its_news_out_at_once(live: Live) -> None:
    store = live.shop.store
    await live.say(GROUP, "/subscribe 编程", from_id=READER)
    await store.chats.mute(GROUP, now=NOW)
    await store.deliveries.hold(GROUP, NOW + timedelta(hours=14))
    await live.shop.reserve(await live.shop.article(("编程", "Hacker News")), ("编程", "Hacker News"))
    assert await store.deliveries.claim(1, now=NOW + timedelta(hours=9), lease=timedelta(0)) == []
    await live.say(GROUP, "/latest", from_id=EMMA)
    assert len(await store.deliveries.claim(1, now=NOW + timedelta(hours=9), lease=timedelta(0))) == 1


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


async def test_a_group_that_is_added_by_a_link_is_greeted_once(live: Live) -> None:
    people.kick(live.standin.sim, GROUP)
    people.invite(live.standin.sim, GROUP)
    live.standin.say(GROUP, "/start@jianbao_bot true", from_id=READER)
    await live.say(GROUP, "/language", from_id=READER, answers=2)
    greeting, choice = live.standin.outbox(GROUP)
    assert greeting["text"].startswith("大家好，我是简报")
    assert choice["text"] != greeting["text"]
    [again] = await live.say(GROUP, "/start", from_id=READER)
    assert again["text"] == greeting["text"], "who asks for it once more gets it"


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


async def test_a_press_is_answered_at_once_though_the_groups_greeting_has_to_wait(live: Live) -> None:
    [tree] = await live.say(GROUP, "/categories", from_id=READER)
    people.kick(live.standin.sim, GROUP)
    await _state(live, GROUP, ChatState.BLOCKED)
    live.standin.order_fault(kind="flood", method="sendMessage", retry_after=60)
    people.invite(live.standin.sim, GROUP)
    await live.until(lambda: "429" in live.standin.transcript())
    async with asyncio.timeout(5):
        assert await live.forge(READER, "v1:nothing", message=tree)


async def test_a_group_that_moves_keeps_its_subscriptions(live: Live) -> None:
    await live.say(GROUP, "/subscribe 编程", from_id=READER)
    room = people.migrate(live.standin.sim, GROUP)
    wanted = [live.shop.categories["编程",]]
    await live.until(lambda: _equal(live.shop.store.subscriptions.of(room.id), wanted))
    moved = await live.shop.store.chats.get(room.id)
    assert moved.kind is ChatKind.SUPERGROUP
    assert await live.shop.store.chats.get(GROUP) is None


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


def _bridge(live: Live, *admins: int) -> Bridge:
    sender = Sender(Wire(Line(), live.application.bot.base_url))
    return Bridge(live.shop.services(), sender, clock=lambda: NOW, admins=admins, defaults=Defaults())


async def test_a_menu_that_telegram_refuses_keeps_nobody_from_reading(
    live: Live, caplog: pytest.LogCaptureFixture
) -> None:
    live.standin.order_fault(kind="error", method="setMyCommands", status=400, description="Bad Request: BOT_TOO_OLD")
    await _bridge(live).set_up_menu(live.application.bot)
    assert "Telegram did not take the commands" in caplog.text


async def test_the_menu_and_the_bots_page_are_told_until_telegram_takes_them(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = live.application.bot
    await bot.delete_my_commands(language_code="zh")
    await bot.set_my_description("", language_code="zh")
    monkeypatch.setattr(setup, "WAITS", (0.01,))
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # as our transport sets it
    live.standin.order_fault(kind="error", method="setMyCommands", status=502, count=3)
    live.standin.order_fault(kind="flood", method="setMyDescription", retry_after=1, count=2)
    await _bridge(live).set_up_menu(bot)
    assert await bot.get_my_commands(language_code="zh")
    assert (await bot.get_my_description(language_code="zh")).description


async def test_an_admin_whom_the_bot_never_met_finds_the_admins_menu_after_the_first_word(live: Live) -> None:
    bot, scope = live.application.bot, BotCommandScopeChat(ADMIN)
    assert await bot.get_my_commands(scope=scope, language_code="zh") == (), "Telegram would refuse it"
    await live.say(ADMIN, "/help")

    async def menu() -> str:
        return "".join(row.command for row in await bot.get_my_commands(scope=scope, language_code="zh"))

    await live.until(lambda: _has("broadcast", menu()))
    assert live.standin.transcript().count("setMyCommands") == 2 * len(TONGUES)
    await live.say(ADMIN, "/mine")
    assert live.standin.transcript().count("setMyCommands") == 2 * len(TONGUES)


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


async def test_the_menu_shows_everyone_their_commands_and_admins_theirs_too(live: Live) -> None:
    everyone = await live.application.bot.get_my_commands(language_code="zh")
    fallback = await live.application.bot.get_my_commands()
    assert [row.command for row in everyone] == [row.command for row in fallback]
    assert "status" not in {row.command for row in everyone}
    assert "订阅" in "".join(row.description for row in everyone)
    assert "Subscribe" in "".join(row.description for row in fallback)
    await live.say(ADMIN, "/start")
    await live.until(lambda: live.standin.transcript().count("setMyCommands") == 2 * len(TONGUES))
    admins = await live.application.bot.get_my_commands(scope=BotCommandScopeChat(ADMIN), language_code="zh")
    assert {row.command for row in admins} - {row.command for row in everyone} == {
        "broadcast",
        "broadcasts",
        "headline",
        "sources",
        "status",
        "stats",
    }


async def test_a_traditional_reader_finds_the_menu_in_traditional_writing_too(live: Live) -> None:
    await live.say(MING, "/start")
    bot, scope = live.application.bot, BotCommandScopeChat(MING)

    async def menu() -> str:
        return "".join(row.description for row in await bot.get_my_commands(scope=scope, language_code="zh"))

    await live.until(lambda: _has("訂閱", menu()))
    await live.say(MING, "/language")
    await live.press(MING, "English")
    await live.until(lambda: _has("Subscribe", menu()))


async def _has(words: str, found: Awaitable[str]) -> bool:
    return words in await found


async def _equal(found: Awaitable[object], wanted: object) -> bool:
    return await found == wanted


async def _state(live: Live, chat_id: int, state: ChatState) -> None:
    async def is_so() -> bool:
        chat = await live.shop.store.chats.get(chat_id)
        return chat is not None and chat.state is state

    await live.until(is_so)
