"""Fetches files that people sent from Telegram."""

import logging
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import TelegramError

log = logging.getLogger(__name__)


def door(bot: Bot) -> Callable[[str], Awaitable[bytes | None]]:
    """Makes what gives a file's content, or None where Telegram does not give it."""

    async def download(file_id: str) -> bytes | None:
        try:
            file = await bot.get_file(file_id)
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            log.warning("Telegram did not give a file: %s", type(error).__name__)
            return None

    return download
