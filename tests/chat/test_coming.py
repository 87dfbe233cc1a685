import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.model import ChatKind, ChatState
from bot.standin import people

READER, EMMA, GROUP = 1001, 1003, -1_001_000_000_002
NOW = datetime(2026, 11, 22, tzinfo=UTC)
Live = Any


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


async def test_a_press_is_answered_at_once_though_the_groups_greeting_has_to_wait(live: Live) -> None:
    [tree] = await live.say(GROUP, "/categories", from_id=READER)
    people.kick(live.standin.sim, GROUP)
    await _state(live, GROUP, ChatState.BLOCKED)
    live.standin.order_fault(kind="flood", method="sendMessage", retry_after=8)
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


async def _equal(found: Awaitable[object], wanted: object) -> bool:
    return await found == wanted


async def _state(live: Live, chat_id: int, state: ChatState) -> None:
    async def is_so() -> bool:
        chat = await live.shop.store.chats.get(chat_id)
        return chat is not None and chat.state is state

    await live.until(is_so)
