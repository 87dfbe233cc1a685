"""Keeps the commands that Telegram lists true: everyone's, the admins' and those of a chat in its own language."""

import logging
from collections.abc import Collection

from telegram import Bot
from telegram.error import TelegramError

from bot.chat import menu
from bot.chat.bridge import setup
from bot.chat.turns import Turns
from bot.store.chats import Chats

log = logging.getLogger(__name__)


class Menus:
    """Tells Telegram the commands of a chat, one list at a time."""

    def __init__(self, chats: Chats, names: dict[int, str], *, admins: Collection[int]) -> None:
        self._chats = chats
        self._names = names
        self._admins = frozenset(admins)
        self._turns = Turns()
        self._told_admins: set[int] = set()
        """Those whose own list of commands was set since the start."""

    async def set_up(self, bot: Bot) -> None:
        """Tells the commands of the admins we met; Telegram refuses those of others until they speak."""
        for admin_id in sorted(self._admins):
            if await self._chats.get(admin_id):
                await self._learn_name(bot, admin_id)
                await self._set(bot, admin_id)

    async def keep_up(self, bot: Bot, chat_id: int, *, is_changed: bool) -> None:
        """Tells a chat's commands when they have changed, and an admin's when they are not told yet."""
        if is_changed or chat_id in self._admins - self._told_admins:
            await self._set(bot, chat_id)

    async def _set(self, bot: Bot, chat_id: int) -> None:
        """Tells Telegram the commands of one person's chat in the language it has now."""
        is_admin = chat_id in self._admins
        if is_admin:
            self._told_admins.add(chat_id)
        async with self._turns.of(chat_id):
            known = await self._chats.get(chat_id)
            language = known.language if known else None
            await setup.set_menus(bot, menu.for_chat(chat_id, language=language, admin=is_admin))

    async def _learn_name(self, bot: Bot, admin_id: int) -> None:
        """Asks what an admin is called, so that the others read a name and no number; nothing depends on it."""
        try:
            found = await bot.get_chat(admin_id)
        except TelegramError as error:
            log.debug("An admin's name is not known: %s", type(error).__name__)
            return
        self._names.setdefault(admin_id, found.first_name or str(admin_id))
