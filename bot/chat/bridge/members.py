"""Who is an admin of a group, asked of Telegram and remembered for a minute."""

import asyncio
import time
from collections.abc import Callable

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot import errors
from bot.delivery.outcome import Later
from bot.delivery.verdict import verdict

WAITS = (0.5, 1.5)
"""Seconds before Telegram is asked again; whoever pressed waits meanwhile."""
LONGEST_WAIT = 5.0
MEMORY_SECONDS = 60.0
MOST_REMEMBERED = 10_000

_ADMINS = {ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER}


class GroupAdmins:
    """Answers whether a person is an admin of a group; raises when Telegram is in trouble and does not tell."""

    def __init__(self, bot: Bot, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._monotonic = monotonic
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    async def __call__(self, chat_id: int, person_id: int) -> bool:
        now = self._monotonic()
        until, is_admin = self._known.get((chat_id, person_id), (now, False))
        if until > now:
            return is_admin
        is_admin = await self._asked(chat_id, person_id)
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        self._known[chat_id, person_id] = (now + MEMORY_SECONDS, is_admin)
        return is_admin

    async def _asked(self, chat_id: int, person_id: int) -> bool:
        """Asks a few times; whom Telegram does not know in the group is none of its admins."""
        waits = iter(WAITS)
        while True:
            try:
                member = await self._bot.get_chat_member(chat_id, person_id)
            except TelegramError as error:
                trouble = verdict(error)
                if not isinstance(trouble, Later):
                    return False
                wait = max(next(waits, LONGEST_WAIT), trouble.seconds)
                if wait >= LONGEST_WAIT:
                    raise errors.TelegramError("Telegram does not tell who a group's admins are") from error
                await asyncio.sleep(wait)
            else:
                return member.status in _ADMINS
