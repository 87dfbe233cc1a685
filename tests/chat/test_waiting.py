"""Who waits sees that something is being done."""

import asyncio

import pytest

from bot.chat import waiting
from bot.chat.bridge import setup
from bot.chat.waiting import typing
from tests.chat.conftest import READER, Live, Shop


async def test_a_quick_answer_shows_no_sign(shop: Shop) -> None:
    shown = list[int]()

    async def show(chat_id: int) -> None:
        shown.append(chat_id)

    async with typing(shop.services(typing=show), READER):
        await asyncio.sleep(0)
    assert shown == []


async def test_a_slow_answer_shows_one_until_it_is_there(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "FIRST_SECONDS", 0)
    monkeypatch.setattr(waiting, "AGAIN_SECONDS", 0)
    shown, twice = list[int](), asyncio.Event()

    async def show(chat_id: int) -> None:
        shown.append(chat_id)
        if len(shown) > 1:
            twice.set()

    async with typing(shop.services(typing=show), READER):
        await twice.wait()
    so_far = len(shown)
    await asyncio.sleep(0)
    assert len(shown) == so_far
    assert set(shown) == {READER}


async def test_telegram_shows_the_sign(live: Live) -> None:
    await live.say(READER, "/start")
    await setup.typing_with(live.application.bot)(READER)
    assert "sendChatAction" in live.standin.transcript()
