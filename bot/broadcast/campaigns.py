"""Keeps every broadcast going: begins it at its time, feeds it into the outbox little by little, ends it, shows it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.broadcast import measuring
from bot.broadcast.measuring import Standing
from bot.broadcast.terms import Terms
from bot.core import broadcasts
from bot.core.broadcasts import Act, Broadcast, State
from bot.delivery.outcome import Later, Outcome, Rejected
from bot.delivery.verdict import is_missing
from bot.errors import StoreError
from bot.markup import Message
from bot.store import Store

TICK_SECONDS = 0.5
SHOW_SECONDS = 3.0
"""A card is rewritten at most so often."""
RATE_SECONDS = 12.0
"""The rate shown is that of so long a time."""
AHEAD_SECONDS = 3.0
"""So much of what is to be sent waits in the outbox: enough never to run dry, little enough to take back at once."""
FEWEST, MOST = 100, 5_000
MOST_WAITING = 10_000
"""With those that Telegram asked to wait longer: so many are taken back in one transaction."""
FEEDS = 8
"""Parts of the audience looked at for one broadcast in one tick."""
LATELY = timedelta(hours=1)

log = logging.getLogger(__name__)

Edit = Callable[[int, int, Message], Awaitable[Outcome | None]]
"""Rewrites a card; None when somebody rewrites it anyway."""
Send = Callable[[int, int, Message], Awaitable[Outcome]]
"""Sends the card of a broadcast to a chat anew, and remembers it."""
Writer = Callable[[Standing, datetime], Awaitable[Message | None]]
"""Writes the card of a broadcast for the chat that shows it; None when nobody is to see it."""


@dataclass(slots=True)
class _Shown:
    """What the card of a broadcast says, and how far it was lately."""

    message: Message | None = None
    is_final: bool = False
    was_renewed: bool = False
    """It was deleted, and sent once more."""
    counts: list[tuple[float, int]] = field(default_factory=list)

    def rate(self, done: int, at: float) -> float:
        """Notes how much is done by now; gives how many a second that was of late."""
        self.counts = [*(one for one in self.counts if one[0] > at - RATE_SECONDS), (at, done)]
        since, before = self.counts[0]
        return (done - before) / (at - since) if at > since else 0.0


class Campaigns:
    """Runs broadcasts, for as long as `run` runs; all it knows is in the store."""

    def __init__(
        self,
        store: Store,
        terms: Terms,
        *,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        write: Writer,
    ) -> None:
        self._store = store
        self._terms = terms
        self._clock = clock
        self._wake_sender = wake
        self._write = write
        self._woken = asyncio.Event()
        self._shown: dict[int, _Shown] = {}

    def wake(self) -> None:
        """Tells that an admin decided something."""
        self._woken.set()

    async def recover(self) -> None:
        """Takes up what an earlier run left; to be done before anything is sent."""
        now = self._clock()
        await self._store.broadcasts.recover(now=now, may_pay=self._terms.paid_per_second > 0)
        for one in await self._store.broadcasts.latest(limit=20):
            if one.state in broadcasts.LIVE or (one.ended_at and one.ended_at > now - LATELY):
                self._shown[one.id] = _Shown()

    async def run(self, edit: Edit, send: Send) -> None:
        """Feeds and shows until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._again(self.tick, TICK_SECONDS))
            tasks.create_task(self._again(partial(self.show, edit, send), SHOW_SECONDS))

    async def tick(self) -> None:
        """Does for each broadcast what is to be done now."""
        self._woken.clear()
        for one in await self._store.broadcasts.live():
            self._shown.setdefault(one.id, _Shown())
            await self._alone(self._go_on(one, self._clock()))
        await self._store.broadcasts.sweep(now=self._clock())

    async def show(self, edit: Edit, send: Send) -> None:
        """Rewrites the cards that say something else by now."""
        for number, shown in list(self._shown.items()):
            one = await self._store.broadcasts.get(number)
            if one is not None and not shown.is_final:
                await self._alone(self._show(one, shown, edit, send))
            if one is None or shown.is_final:
                del self._shown[number]

    async def _again(self, deed: Callable[[], Awaitable[None]], seconds: float) -> None:
        """Does something again and again, whatever happens to it."""
        failing = False
        while True:
            await self._sleep(seconds)
            try:
                await deed()
                failing = False
            except StoreError as error:
                if not failing:
                    log.warning("%s Broadcasts wait", error)
                failing = True
            except Exception:
                log.exception("A broadcast could not go on")

    async def _alone(self, deed: Awaitable[None]) -> None:
        """Does it; what is wrong with one broadcast stops no other."""
        try:
            await deed
        except StoreError:
            raise
        except Exception:
            log.exception("A broadcast could not go on")

    async def _sleep(self, seconds: float) -> None:
        if seconds > TICK_SECONDS:
            await asyncio.sleep(seconds)
            return
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _go_on(self, one: Broadcast, now: datetime) -> None:
        if one.state is State.SCHEDULED and one.start_at and one.start_at <= now:
            began = now.timestamp()
            end = (now + broadcasts.LIFE + one.spread).timestamp()
            begun = await self._store.broadcasts.act(
                one.id, Act.BEGIN, by=None, now=now, began_at=began, start_at=began, expires_at=end
            )
            if begun is None:
                return
            one = begun
            if one.of_id is not None:  # the card of what it is of tells it too
                self._shown[one.of_id] = _Shown()
        if one.state is State.SENDING:
            await self._feed(one, now)

    async def _feed(self, one: Broadcast, now: datetime) -> None:
        """Fills the outbox up, and ends what is through or out of time."""
        is_out = False
        left, soon = await self._store.broadcasts.waiting(one.id, until=now + timedelta(seconds=AHEAD_SECONDS))
        room = min(self._room(one, soon, now), MOST_WAITING - left)
        for _ in range(FEEDS):
            fed = await self._store.broadcasts.feed(one.id, max(0, room), now=now)
            if fed is None:
                return
            if fed.reserved:
                self._wake_sender()
            room, is_out = room - fed.reserved, fed.is_out
            if is_out or room <= 0:
                break
        expired = one.expires_at is not None and one.expires_at <= now
        if expired or (is_out and not (await self._store.broadcasts.waiting(one.id, until=now))[0]):
            await self._store.broadcasts.act(one.id, Act.FINISH, by=None, now=now, ended_at=now.timestamp())

    def _room(self, one: Broadcast, soon: int, now: datetime) -> int:
        """Tells how many more may come to wait in the outbox."""
        ahead = min(MOST, max(FEWEST, int(self._terms.rate(one.is_paid) * AHEAD_SECONDS))) - soon
        allowed = broadcasts.allowed_by_spread(one, now)
        return ahead if allowed is None else min(ahead, allowed - one.fed)

    async def _show(self, one: Broadcast, shown: _Shown, edit: Edit, send: Send) -> None:
        now = self._clock()
        known = await measuring.standing(self._store, one)
        rate = shown.rate(known.progress.sent + known.progress.failed + known.progress.blocked, time.monotonic())
        if one.state is State.SENDING:
            known = measuring.at_rate(known, rate, now)
        message = await self._write(known, now) if one.card else None
        if message is not None and one.card and message != shown.message:
            outcome = await edit(*one.card, message)
            if isinstance(outcome, Rejected) and is_missing(outcome) and not shown.was_renewed:
                shown.was_renewed = True  # who deletes it twice does not want to see it
                outcome = await send(one.id, one.card[0], message)
            if outcome is None or isinstance(outcome, Later):
                return
        shown.message = message
        shown.is_final = one.state not in broadcasts.LIVE
