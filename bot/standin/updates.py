"""The queue of updates: counted, confirmed by offset, waited for without busy answers."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from bot.standin.errors import bad, conflict
from bot.standin.wire import Json

ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds a bot gets only when it asks for them."""
MAX_LIMIT = 100
SECOND_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Updates:
    """What waits for the bot."""

    def __init__(self) -> None:
        self.watch: Callable[[Json], None] | None = None
        self.pending: deque[Json] = deque()
        self.allowed: tuple[str, ...] = ()
        self.webhook: Json = {}
        self.arrived = asyncio.Event()
        self._last_id = 0
        self._poller: asyncio.Future[None] | None = None

    def push(self, kind: str, content: Json) -> None:
        """Queues an update if the bot asked for its kind."""
        if not self._wanted(kind):
            return
        self._last_id += 1
        update = {"update_id": self._last_id, kind: content}
        if self.watch:
            self.watch(update)
        self.pending.append(update)
        self.arrived.set()

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def allow(self, kinds: Sequence[str] | None) -> None:
        """An empty list means the usual kinds; None keeps the setting."""
        if kinds is not None:
            self.allowed = tuple(kinds)

    def confirm(self, offset: int) -> None:
        while self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()
        while offset < 0 and len(self.pending) > -offset:
            self.pending.popleft()

    def drop(self) -> None:
        self.pending.clear()

    async def poll(self, *, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 - the Bot API's word
        """The waiting updates, at the latest after `timeout`; an older poll is ended with 409."""
        if self.webhook:
            raise conflict(WEBHOOK_ACTIVE)
        if not 1 <= limit <= MAX_LIMIT:
            raise bad("limit must be between 1 and 100")
        self.confirm(offset)
        turn = self._take_turn()
        try:
            await self._wait(turn, timeout)
        finally:
            if self._poller is turn:
                self._poller = None
        return [self.pending[place] for place in range(min(limit, len(self.pending)))]

    def _take_turn(self) -> asyncio.Future[None]:
        if self._poller and not self._poller.done():
            self._poller.set_exception(conflict(SECOND_POLLER))
        self._poller = asyncio.get_running_loop().create_future()
        return self._poller

    async def _wait(self, turn: asyncio.Future[None], seconds: float) -> None:
        if self.pending or seconds <= 0:
            return
        self.arrived.clear()
        arrival: asyncio.Future[Any] = asyncio.ensure_future(self.arrived.wait())
        try:
            await asyncio.wait((turn, arrival), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            arrival.cancel()
        if turn.done():
            turn.result()

    def set_webhook(self, hook: Json) -> None:
        """Where updates are posted from now on; empty for nowhere. A waiting poll is ended."""
        self.webhook = hook
        if hook and self._poller and not self._poller.done():
            self._poller.set_exception(conflict("terminated by setWebhook request"))
        self.arrived.set()

    def stop(self) -> None:
        """Ends the poll that waits, with what there is."""
        self.arrived.set()
