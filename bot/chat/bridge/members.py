"""Who is an admin of a group, asked of Telegram and remembered for a minute."""

import time
from collections.abc import Callable

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

MEMORY_SECONDS = 60.0
MOST_REMEMBERED = 10_000

_ADMINS = {ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER}


class GroupAdmins:
    """Answers whether a person is an admin of a group; when Telegram does not tell, nobody is."""

    def __init__(self, bot: Bot, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._monotonic = monotonic
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    async def __call__(self, chat_id: int, person_id: int) -> bool:
        now = self._monotonic()
        until, is_admin = self._known.get((chat_id, person_id), (now, False))
        if until > now:
            return is_admin
        try:
            member = await self._bot.get_chat_member(chat_id, person_id)
        except TelegramError:
            return False
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        self._known[chat_id, person_id] = (now + MEMORY_SECONDS, member.status in _ADMINS)
        return member.status in _ADMINS
