"""The loop that claims what may go out at this moment and carries each delivery to its end."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot import publish
from bot.delivery.outcome import ChatGone, Later, Moved, Outcome, Rejected, Trouble
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.dispatch.letters import Letter, Letters, Rewrite, Tell
from bot.dispatch.patience import Complaints, patiently
from bot.dispatch.settling import Settler
from bot.dispatch.verdicts import Unsent, Verdicts
from bot.errors import StoreError
from bot.model import ChatState, Delivery, Lane
from bot.store import Store

LEASE = timedelta(minutes=2)
LONG_FLOOD = 60.0
"""Seconds; a chat that must wait longer keeps its rest over a restart."""
GRACE_SECONDS = 5.0
"""What is in flight when the bot is stopped may finish for so long."""
IDLE_SECONDS = 30.0
CLAIM_SECONDS = 0.05
"""A claim waits so long for more free places: many small ones would cost more than the sending."""

log = logging.getLogger(__name__)


class Dispatch:
    """Carries the outbox to Telegram, for as long as `run` runs."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        *,
        clock: Callable[[], datetime],
        pace: Pace | None = None,
        in_flight: int = 16,
        life: timedelta = publish.LIFE,
    ) -> None:
        self._store = store
        self._sender = sender
        self._clock = clock
        self._pace = pace or Pace()
        self._most = in_flight
        self._life = life
        self._flying: set[int] = set()
        self._woken = asyncio.Event()
        self._letters = Letters(store)
        self._complaints = Complaints()
        self._verdicts = Verdicts(self._pace, self._complaints)
        self._settler = Settler(store, self._complaints, clock=clock)

    def wake(self) -> None:
        """Tells that something is due."""
        self._woken.set()

    async def announce(self, article_id: int, category_id: int, born: datetime | None = None) -> int:
        """Reserves a new article for its readers and begins to send it; gives how many there are."""
        readers = await publish.announce(
            self._store, article_id, category_id, now=self._clock(), born=born, life=self._life
        )
        self.wake()
        return readers

    async def run(self) -> None:
        """Sends until cancelled; what is in flight then may finish."""
        released = await patiently(self._store.deliveries.release, self._complaints)
        if released:
            log.info("Sending again what was in flight when the bot ended: %s", released)
        async with asyncio.TaskGroup() as tasks:
            flights: set[asyncio.Task[None]] = set()
            try:
                while True:
                    for delivery in await patiently(self._next, self._complaints):
                        flight = tasks.create_task(self._carry(delivery))
                        flights.add(flight)
                        flight.add_done_callback(flights.discard)
            except asyncio.CancelledError:
                if flights:
                    await asyncio.wait(flights, timeout=GRACE_SECONDS)
                raise

    async def _next(self) -> list[Delivery]:
        """Claims what may go out at this moment and no more, so that a crash repeats little; waits if nothing may."""
        self._woken.clear()
        now, moment = time.monotonic(), self._clock()
        free = self._most - len(self._flying)
        if self._flying and free < self._most // 4:
            await self._sleep(CLAIM_SECONDS)
            return []
        rooms = min(free, self._pace.room(now)), min(free, self._pace.paid_room(now))
        if max(rooms) < 1:
            await self._sleep(min(self._pace.wait(now), self._pace.paid_wait(now)))
            return []
        claimed = await self._claimed(*rooms, now=now, moment=moment)
        if not claimed:
            await self._sleep(await self._until_due(now, moment, *rooms))
        return claimed

    async def _claimed(self, room: int, paid_room: int, *, now: float, moment: datetime) -> list[Delivery]:
        """Takes what is due for free first, then what was paid for."""
        deliveries, claimed = self._store.deliveries, list[Delivery]()
        for count, lanes in ((room, deliveries.FREE), (min(paid_room, self._most - room), deliveries.PAID)):
            if count < 1:
                continue
            busy = self._flying | self._pace.resting(now)
            found = await deliveries.claim(count, now=moment, lease=LEASE, busy=busy, lanes=lanes)
            for delivery in found:
                self._flying.add(delivery.chat_id)
                self._pace.take(delivery.chat_id, time.monotonic(), paid=delivery.lane is Lane.PAID)
            claimed += found
        return claimed

    async def _until_due(self, now: float, moment: datetime, room: int, paid_room: int) -> float:
        """Tells how long to wait after a claim of that time found nothing."""
        rested = self._pace.next_rested(now)
        due = await self._store.deliveries.next_due(moment)
        waits = [
            IDLE_SECONDS,
            due - self._clock().timestamp() if due else IDLE_SECONDS,
            rested - time.monotonic() if rested else IDLE_SECONDS,
            IDLE_SECONDS if room else self._pace.wait(now),
            IDLE_SECONDS if paid_room else self._pace.paid_wait(now),
        ]
        return min(waits)

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(max(seconds, 0.01)):  # wait_for swallows a cancellation that comes with a wake
                await self._woken.wait()
        except TimeoutError:
            return

    async def _carry(self, delivery: Delivery) -> None:
        """Renders, sends and settles one delivery; its chat gets nothing else before all of that is done."""
        try:
            outcome = await patiently(lambda: self._try(delivery), self._complaints)
            settlement = self._verdicts.of(delivery, outcome, now=time.monotonic(), moment=self._clock())
            await patiently(lambda: self._follow(delivery, outcome), self._complaints)
            await self._settler.settle(settlement)
        finally:
            self._flying.discard(delivery.chat_id)
            self.wake()

    async def _try(self, delivery: Delivery) -> Outcome | Unsent:
        try:
            if delivery.chat.state is not ChatState.ACTIVE:
                return Unsent.UNWANTED
            letter = await self._letters.of(delivery, self._clock())
            if letter is None:
                return Unsent.UNWANTED
            return await self._post(delivery, letter)
        except StoreError:
            raise
        except Exception as error:  # one article that breaks us must not stop all the others
            log.exception("A message could not be made")
            return Rejected(f"internal error: {type(error).__name__}")

    async def _post(self, delivery: Delivery, letter: Letter) -> Outcome | Unsent:
        if isinstance(letter, Tell):
            paid = delivery.lane is Lane.PAID
            return await self._sender.deliver(delivery.chat_id, letter.message, paid=paid)
        message_id = await self._store.deliveries.message_id(delivery.chat_id, letter.of)
        if message_id is None:
            return Unsent.UNWANTED
        if isinstance(letter, Rewrite):
            return await self._sender.edit(delivery.chat_id, message_id, letter.message)
        return await self._sender.delete(delivery.chat_id, message_id)

    async def _follow(self, delivery: Delivery, outcome: Outcome | Unsent) -> None:
        """Does to the chat what an outcome means for it."""
        match outcome:
            case ChatGone(state):
                await self._store.chats.set_state(delivery.chat_id, state, now=self._clock())
            case Moved(new_id):
                await self._store.chats.move(delivery.chat_id, new_id)
            case Later(seconds, reason=Trouble.FLOOD) if seconds > LONG_FLOOD:
                await self._store.deliveries.hold(delivery.chat_id, self._clock() + timedelta(seconds=seconds))
            case _:
                return
