"""Writes down what became of deliveries: while one transaction is written, the next ones gather for the next."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.dispatch.patience import Complaints, patiently
from bot.model import Settlement
from bot.store import Store


class Settler:
    """Settles deliveries in as few transactions as the disk asks for."""

    def __init__(self, store: Store, complaints: Complaints, *, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._complaints = complaints
        self._clock = clock
        self._turn = asyncio.Lock()
        self._waiting: dict[int, Settlement] = {}

    async def settle(self, settlement: Settlement) -> None:
        """Returns once the settlement is written."""
        self._waiting[settlement.delivery.id] = settlement
        async with self._turn:
            if settlement.delivery.id not in self._waiting:  # whoever had the turn before wrote it too
                return
            batch, self._waiting = list(self._waiting.values()), {}
            await patiently(lambda: self._store.deliveries.settle(batch, now=self._clock()), self._complaints)
