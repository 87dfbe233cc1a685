"""Places for answers to people: first come, first served, and before all that is delivered."""

import asyncio
from collections.abc import Callable

from bot.delivery.pace import Pace


class Places:
    """Hands out the next place; messages and edits are counted apart, and neither waits for the other."""

    def __init__(self, pace: Pace, monotonic: Callable[[], float]) -> None:
        self._pace = pace
        self._monotonic = monotonic
        self._messages = asyncio.Lock()
        self._edits = asyncio.Lock()

    async def for_message(self, chat_id: int) -> None:
        """Returns when a message may go, which is then counted."""
        with self._pace.person():
            async with self._messages:
                await self._through(self._pace.gap)
                self._pace.take(chat_id, self._monotonic())

    async def for_edit(self) -> None:
        """Returns when a message may be rewritten, which is then counted."""
        async with self._edits:
            await self._through(self._pace.edit_gap)
            self._pace.take_edit(self._monotonic())

    async def _through(self, gap: Callable[[float], float]) -> None:
        wait = gap(self._monotonic())
        while wait > 0:
            await asyncio.sleep(wait)
            wait = gap(self._monotonic())  # what was delivered meanwhile, or a flood, may have moved the place
