"""One thing at a time in a chat, in the order it was asked, beside all other chats."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MOST_WAITING = 100
"""Wishes of one chat that may wait; a chat that floods the bot must not take the places of others."""


class Turns:
    """A queue for each chat that has something to do; none for the others."""

    def __init__(self) -> None:
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    def is_full(self, chat_id: int) -> bool:
        return self._waiting.get(chat_id, 0) >= MOST_WAITING

    @asynccontextmanager
    async def of(self, chat_id: int) -> AsyncIterator[None]:
        """Waits until the chat's earlier wishes are done."""
        lock = self._locks.setdefault(chat_id, asyncio.Lock())
        self._waiting[chat_id] = self._waiting.get(chat_id, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._waiting[chat_id] -= 1
            if not self._waiting[chat_id]:
                del self._waiting[chat_id], self._locks[chat_id]
