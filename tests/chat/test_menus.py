from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import BotCommandScopeChat

from bot.chat.bridge import Bridge, setup
from bot.config import Defaults
from bot.delivery.line import Line
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.texts import TONGUES

ADMIN, MING = 1002, 1004
NOW = datetime(2026, 11, 22, tzinfo=UTC)
Live = Any


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
