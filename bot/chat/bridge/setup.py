"""Tells Telegram the bot's commands, its page and that it types; without an answer the bot works all the same."""

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.chat import menu
from bot.chat.menu import Menu
from bot.delivery.outcome import Later
from bot.delivery.verdict import verdict
from bot.model import Chat

WAITS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
"""Seconds between tries where Telegram names none; the last one repeats."""

log = logging.getLogger(__name__)


async def set_up(bot: Bot) -> None:
    """Sets everyone's commands and the descriptions, in each language; returns when Telegram took them."""
    await set_menus(bot, menu.for_everyone())
    for about in menu.abouts():
        code = about.language_code or None
        await _set("the description", partial(bot.set_my_description, about.description, language_code=code))
        await _set("the short description", partial(bot.set_my_short_description, about.short, language_code=code))


async def set_menus(bot: Bot, menus: Iterable[Menu]) -> None:
    for wanted in menus:
        scope = BotCommandScopeDefault() if wanted.chat_id is None else BotCommandScopeChat(wanted.chat_id)
        rows = [BotCommand(name, description) for name, description in wanted.rows]
        code = wanted.language_code or None
        await _set("the commands", partial(bot.set_my_commands, rows, scope=scope, language_code=code))


def typing_with(bot: Bot) -> Callable[[Chat], Awaitable[None]]:
    """Makes what shows in a chat that the bot is at work."""

    async def show(chat: Chat) -> None:
        try:
            await bot.send_chat_action(chat.id, ChatAction.TYPING, message_thread_id=chat.topic)
        except TelegramError as error:
            log.debug("Telegram did not take the sign of typing: %s", type(error).__name__)

    return show


async def _set(what: str, call: Callable[[], Awaitable[object]]) -> None:
    """Asks until Telegram takes it, or refuses it for good."""
    for tries in itertools.count():
        try:
            await call()
        except TelegramError as error:
            trouble = verdict(error)
            if not isinstance(trouble, Later):
                log.warning("Telegram did not take %s of the bot: %s", what, type(error).__name__)
                return
        else:
            return
        await asyncio.sleep(max(trouble.seconds, WAITS[min(tries, len(WAITS) - 1)]))
