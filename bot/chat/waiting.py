"""Shows a person who waits that something is being done."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.chat.reply import Reply
from bot.chat.request import Request
from bot.chat.services import Services
from bot.model import Chat

FIRST_SECONDS = 0.7
"""What is answered sooner needs no sign."""
AGAIN_SECONDS = 4.5
"""Telegram shows it for five."""


def later(request: Request, services: Services, work: Callable[[], Awaitable[Reply]]) -> Reply:
    """Answers when the work is done; until then the bot is seen typing, and answers what else the chat wishes."""

    async def done() -> Reply:
        async with typing(services, request.chat):
            return await work()

    return Reply(later=done)


@asynccontextmanager
async def typing(services: Services, chat: Chat) -> AsyncIterator[None]:
    """Lets the bot be seen typing while the block takes its time."""
    async with asyncio.TaskGroup() as tasks:
        shown = tasks.create_task(_show(services, chat))
        try:
            yield
        finally:
            shown.cancel()


async def _show(services: Services, chat: Chat) -> None:
    await asyncio.sleep(FIRST_SECONDS)
    while True:
        await services.typing(chat)
        await asyncio.sleep(AGAIN_SECONDS)
