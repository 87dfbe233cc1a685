"""Who waits sees that something is being done."""

import asyncio
from dataclasses import replace

import pytest

from bot.chat import waiting
from bot.chat.bridge import setup
from bot.chat.waiting import typing
from bot.model import Chat, ChatKind
from tests.chat.conftest import GROUP, READER, Live, Shop

CHAT = Chat(id=READER, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="UTC")


async def test_a_quick_answer_shows_no_sign(shop: Shop) -> None:
    shown = list[Chat]()

    async def show(chat: Chat) -> None:
        shown.append(chat)

    async with typing(shop.services(typing=show), CHAT):
        await asyncio.sleep(0)
    assert shown == []


async def test_a_slow_answer_shows_one_until_it_is_there(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "FIRST_SECONDS", 0)
    monkeypatch.setattr(waiting, "AGAIN_SECONDS", 0)
    shown, twice = list[Chat](), asyncio.Event()

    async def show(chat: Chat) -> None:
        shown.append(chat)
        if len(shown) > 1:
            twice.set()

    async with typing(shop.services(typing=show), CHAT):
        await twice.wait()
    so_far = len(shown)
    await asyncio.sleep(0)
    assert len(shown) == so_far
    assert set(shown) == {CHAT}


async def test_telegram_shows_the_sign(live: Live) -> None:
    await live.say(READER, "/start")
    await setup.typing_with(live.application.bot)(CHAT)
    assert "sendChatAction" in live.standin.transcript()


async def test_telegram_shows_it_in_the_topic_where_somebody_waits(live: Live) -> None:
    forum = replace(CHAT, id=GROUP, kind=ChatKind.SUPERGROUP, topic=424242)
    live.standin.order_fault(kind="error", method="sendChatAction", contains="424242")
    await setup.typing_with(live.application.bot)(forum)
    assert live.standin.sim.faults.waiting == [], "the call in that topic has met it"
