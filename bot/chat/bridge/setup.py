"""Tells Telegram the bot's commands and its page; without an answer the bot works all the same."""

import logging
from collections.abc import Awaitable, Iterable

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.chat import menu

log = logging.getLogger(__name__)


async def set_up_menu(bot: Bot, admins: Iterable[int]) -> None:
    """Sets the commands for each kind of person and language, then the descriptions."""
    for wanted in menu.menus(admins):
        scope = BotCommandScopeDefault() if wanted.admin_id is None else BotCommandScopeChat(wanted.admin_id)
        rows = [BotCommand(name, description) for name, description in wanted.rows]
        await _try("the commands", bot.set_my_commands(rows, scope=scope, language_code=wanted.language_code or None))
    for about in menu.abouts():
        code = about.language_code or None
        await _try("the description", bot.set_my_description(about.description, language_code=code))
        await _try("the short description", bot.set_my_short_description(about.short, language_code=code))


async def _try(what: str, call: Awaitable[object]) -> None:
    try:
        await call
    except TelegramError as error:
        log.warning("Telegram did not take %s of the bot: %s", what, type(error).__name__)
