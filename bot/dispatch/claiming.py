"""Claims what may go out next, a moment before its turn, and waits for the turn."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.delivery.pace import Pace
from bot.dispatch.width import Width
from bot.model import Delivery, DeliveryState, Lane, Settlement
from bot.store import Store

LEASE = timedelta(minutes=2)
IDLE_SECONDS = 30.0
CLAIM_SECONDS = 0.05
"""A claim waits so long for more free places: many small ones would cost more than the sending."""
AHEAD_SECONDS = 0.2
"""What is claimed for free goes out within so long: a place that is free is used at once, not after a claim."""
SHORTEST_SLEEP = 0.001


class Claims:
    """The deliveries that are on their way, and those whose turn comes next."""

    def __init__(self, store: Store, pace: Pace, *, clock: Callable[[], datetime], most: int) -> None:
        self._store = store
        self._pace = pace
        self._clock = clock
        self._width = Width(most)
        self._flying: set[int] = set()
        self._ready: list[Delivery] = []
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Tells that something is due."""
        self._woken.set()

    def landed(self, delivery: Delivery) -> None:
        """Tells that a delivery is settled, and its chat may get the next."""
        self._flying.discard(delivery.chat_id)
        self._width.landed()
        self.wake()

    async def next(self) -> list[Delivery]:
        """Gives what may go out at this moment and no more, so that a crash repeats little; waits if nothing may."""
        self._woken.clear()
        now = time.monotonic()
        free = self._width.room(len(self._flying), rate=self._pace.whole_rate(now), now=now)
        if not self._ready:
            if self._flying and free < self._width.width // 4:
                await self._sleep(CLAIM_SECONDS)
                return []
            return await self._claimed(free)
        turn = self._ready[: self._pace.room(now)]
        if not turn:
            await asyncio.sleep(max(self._pace.wait(now), SHORTEST_SLEEP))
        del self._ready[: len(turn)]
        for delivery in turn:
            self._pace.take(delivery.chat_id, now)
        return turn

    async def _claimed(self, free: int) -> list[Delivery]:
        """Claims for the places that are free or will be in a moment; what was paid for goes at once."""
        now, moment = time.monotonic(), self._clock()
        waits = self._pace.wait(now), self._pace.paid_wait(now)
        if waits[0] < AHEAD_SECONDS:
            room = min(free, max(self._pace.room(now), self._pace.burst(now)))
            self._ready = await self._take(room, now, moment, self._store.deliveries.FREE)
        # After the free ones, which are remembered: if the store fails now, nothing that was claimed is forgotten.
        paid = await self._paid(min(free - len(self._ready), self._pace.paid_room(now)), now, moment)
        if not paid and not self._ready:
            await self._sleep(await self._until_due(now, moment, waits))
        return paid

    async def _paid(self, room: int, now: float, moment: datetime) -> list[Delivery]:
        claimed = await self._take(room, now, moment, self._store.deliveries.PAID)
        for delivery in claimed:
            self._pace.take(delivery.chat_id, time.monotonic(), paid=True)
        return claimed

    async def _take(self, room: int, now: float, moment: datetime, lanes: tuple[Lane, ...]) -> list[Delivery]:
        if room < 1:
            return []
        busy = self._flying | self._pace.resting(now)
        claimed = await self._store.deliveries.claim(room, now=moment, lease=LEASE, busy=busy, lanes=lanes)
        self._flying.update(delivery.chat_id for delivery in claimed)
        return claimed

    async def _until_due(self, now: float, moment: datetime, waits: tuple[float, float]) -> float:
        """Tells how long to wait after a claim of that time found nothing."""
        rested = self._pace.next_rested(now)
        due = await self._store.deliveries.next_due(moment)
        return min(
            IDLE_SECONDS,
            due - self._clock().timestamp() if due else IDLE_SECONDS,
            rested - time.monotonic() if rested else IDLE_SECONDS,
            *(wait for wait in waits if wait > 0),
        )

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(max(seconds, SHORTEST_SLEEP)):  # wait_for can swallow a cancellation
                await self._woken.wait()
        except TimeoutError:
            return

    async def give_back(self) -> None:
        """Puts back what was claimed and never sent."""
        ready, self._ready = self._ready, []
        if ready:
            now = self._clock()
            back = [Settlement(delivery=delivery, state=DeliveryState.DUE, until=now) for delivery in ready]
            await self._store.deliveries.settle(back, now=now)
