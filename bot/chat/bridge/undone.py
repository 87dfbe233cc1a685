"""Does each update once, and keeps until they are done those that Telegram forgets as soon as they were taken."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from telegram import Update

from bot.chat.bridge.seen import Seen
from bot.delivery.sender import Sender
from bot.delivery.transport import is_readable
from bot.errors import StoreError
from bot.store import Store
from bot.store.updates import Updates

Json = dict[str, Any]

log = logging.getLogger(__name__)


class Undone:
    """What is at work, and what of it the next start does again unless it is done by then."""

    def __init__(
        self, updates: Updates, sender: Sender, *, clock: Callable[[], datetime], admins: Collection[int]
    ) -> None:
        self._updates = updates
        self._sender = sender
        self._clock = clock
        self._admins = admins
        self._seen = Seen()
        self._doing: dict[int, asyncio.Task[Any] | None] = {}
        """Who is at work on which of the updates that are kept."""
        self._is_closing = False

    async def left(self) -> list[Json]:
        """Lists what an earlier run was told and could not finish, the oldest first."""
        kept = map(json.loads, await self._updates.left(now=self._clock()))
        return [update for update in kept if is_worth(update, self._admins) and is_readable(update)]

    async def once(self, update: Update, do: Callable[[Update], Awaitable[None]]) -> None:
        """Does what is asked once, however often Telegram reports it; the end leaves what is kept to the next start."""
        number = update.update_id
        is_new, is_kept = self._seen.is_new(number), is_worth(update.to_dict(), self._admins)
        if is_new and not is_kept:
            await do(update)
        elif is_new and not self._is_closing:
            await self._to_the_end(number, do(update))
        elif is_kept and not is_new and number not in self._doing:  # it was kept once more
            await self._forget(number)

    def close(self) -> None:
        """Breaks off what is kept and whose answer is not on its way yet."""
        self._is_closing = True
        for task in set(self._doing.values()).difference(self._sender.begun):
            if task:
                task.cancel()

    async def _to_the_end(self, number: int, deed: Awaitable[None]) -> None:
        """Does what is asked and forgets it, be it that it failed; what is cut short stays kept."""
        self._doing[number] = asyncio.current_task()
        try:
            await deed
        except Exception:
            await self._forget(number)
            raise
        finally:
            del self._doing[number]
        await self._forget(number)

    async def _forget(self, number: int) -> None:
        try:
            await self._updates.done(number)
        except StoreError as error:
            log.warning("%s What was done may be done once more after a start", error)


def keeper(
    store: Store, *, clock: Callable[[], datetime], admins: Collection[int]
) -> Callable[[Sequence[Json]], Awaitable[None]]:
    """Makes what keeps updates before Telegram hears that they were taken."""

    async def keep(updates: Sequence[Json]) -> None:
        worth = {update["update_id"]: json.dumps(update) for update in updates if is_worth(update, admins)}
        try:
            if worth:
                await store.updates.keep(worth, now=clock())
        except StoreError as error:
            log.warning("%s What people say now would be forgotten at a crash", error)

    return keep


def is_worth(update: Json, admins: Collection[int]) -> bool:
    """Tells whether it may be done twice rather than never.

    A press is not, which may turn back what it did, nor what an admin says, which may open a second draft; nor is
    what people in a group tell each other.
    """
    message = update.get("message")
    if not isinstance(message, dict):
        return "my_chat_member" in update
    chat, person = message.get("chat") or {}, message.get("from") or {}
    if person.get("id") in admins:
        return False
    is_command = str(message.get("text") or message.get("caption") or "").startswith("/")
    return chat.get("type") == "private" or is_command or "migrate_to_chat_id" in message
