"""Tells Telegram the bot's commands, its page and that it types; without an answer the bot works all the same."""

import logging
from collections.abc import Awaitable, Callable, Iterable

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.chat import menu
from bot.chat.menu import Menu
from bot.model import Chat

log = logging.getLogger(__name__)


async def set_up(bot: Bot) -> None:
    """Sets everyone's commands and the descriptions, in each language."""
    await set_menus(bot, menu.for_everyone())
    for about in menu.abouts():
        code = about.language_code or None
        await _try("the description", bot.set_my_description(about.description, language_code=code))
        await _try("the short description", bot.set_my_short_description(about.short, language_code=code))


async def set_menus(bot: Bot, menus: Iterable[Menu]) -> None:
    for wanted in menus:
        scope = BotCommandScopeDefault() if wanted.chat_id is None else BotCommandScopeChat(wanted.chat_id)
        rows = [BotCommand(name, description) for name, description in wanted.rows]
        await _try("the commands", bot.set_my_commands(rows, scope=scope, language_code=wanted.language_code or None))


def typing_with(bot: Bot) -> Callable[[Chat], Awaitable[None]]:
    """Makes what shows in a chat that the bot is at work."""

    async def show(chat: Chat) -> None:
        sign = bot.send_chat_action(chat.id, ChatAction.TYPING, message_thread_id=chat.topic)
        await _try("the sign of typing", sign)

    return show


async def _try(what: str, call: Awaitable[object]) -> None:
    try:
        await call
    except TelegramError as error:
        log.warning("Telegram did not take %s of the bot: %s", what, type(error).__name__)
