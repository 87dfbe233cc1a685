"""Sends what is due: claims, paces, sends and settles, one delivery a chat at a time."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from enum import Enum
from typing import TypeVar

from bot import publish
from bot.delivery import render
from bot.delivery.outcome import ChatGone, Later, Moved, Outcome, Rejected, Sent, Trouble
from bot.delivery.pace import Pace
from bot.delivery.parcel import Parcel, pack
from bot.delivery.sender import Sender
from bot.errors import StoreError
from bot.markup import Message
from bot.model import Broadcast, Chat, ChatState, Delivery, StoredArticle
from bot.store import Store

LEASE = timedelta(minutes=2)
MOST_BACKOFF_SECONDS = 600.0
MOST_SERVER_ERRORS = 8
"""So often one delivery may fail at Telegram while others arrive."""
GRACE_SECONDS = 5.0
"""What is in flight when the bot is stopped may finish for so long."""
IDLE_SECONDS = 30.0
STORE_WAITS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
CACHE_SECONDS = 10.0
CACHE_SIZE = 256

log = logging.getLogger(__name__)

_T = TypeVar("_T")


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
        self._words = _Words(store)
        self._failures: Counter[int] = Counter()
        self._troubles: set[str] = set()

    def wake(self) -> None:
        """Tells that something is due."""
        self._woken.set()

    async def announce(self, article_id: int, category_id: int) -> int:
        """Reserves a new article for its readers and begins to send it; gives how many there are."""
        readers = await publish.announce(self._store, article_id, category_id, now=self._clock(), life=self._life)
        self.wake()
        return readers

    async def run(self) -> None:
        """Sends until cancelled; what is in flight then may finish."""
        released = await self._patiently(self._store.deliveries.release)
        if released:
            log.info("Sending again what was in flight when the bot ended: %s", released)
        async with asyncio.TaskGroup() as tasks:
            flights: set[asyncio.Task[None]] = set()
            try:
                while True:
                    for delivery in await self._patiently(self._next):
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
        now = time.monotonic()
        free = self._most - len(self._flying)
        room = min(free, self._pace.room(now))
        if room < 1:
            await self._sleep(self._pace.wait(now) if free else IDLE_SECONDS)
            return []
        busy = self._flying | self._pace.resting(now)
        moment = self._clock()
        claimed = await self._store.deliveries.claim(room, now=moment, lease=LEASE, busy=busy)
        for delivery in claimed:
            self._flying.add(delivery.chat_id)
            self._pace.take(delivery.chat_id, time.monotonic())
        if not claimed:
            await self._sleep(await self._until_due(now, moment))
        return claimed

    async def _until_due(self, now: float, moment: datetime) -> float:
        """Tells how long to wait after a claim of that time found nothing."""
        rested = self._pace.next_rested(now)
        due = await self._store.deliveries.next_due(moment)
        left = due - self._clock().timestamp() if due else IDLE_SECONDS
        return min(IDLE_SECONDS, left, rested - time.monotonic() if rested else IDLE_SECONDS)

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(max(seconds, 0.01)):  # wait_for swallows a cancellation that comes with a wake
                await self._woken.wait()
        except TimeoutError:
            return

    async def _carry(self, delivery: Delivery) -> None:
        """Renders, sends and settles one delivery; its chat gets nothing else before all of that is done."""
        try:
            outcome = await self._patiently(lambda: self._try(delivery))
            seconds = self._learn(delivery, outcome)
            await self._patiently(lambda: self._settle(delivery, outcome, seconds))
        finally:
            self._flying.discard(delivery.chat_id)
            self.wake()

    async def _try(self, delivery: Delivery) -> "Outcome | _Unsent":
        try:
            chat = await self._store.chats.get(delivery.chat_id)
            subject = await self._words.subject(delivery)
            if chat is None:
                return _Unsent.MOVED
            if chat.state is not ChatState.ACTIVE or subject is None:
                return _Unsent.UNWANTED
            return await self._sender.deliver(chat.id, self._words.of(subject, chat, self._clock()))
        except StoreError:
            raise
        except Exception as error:  # one article that breaks us must not stop all the others
            log.exception("A message could not be made")
            return Rejected(f"internal error: {type(error).__name__}")

    def _learn(self, delivery: Delivery, outcome: "Outcome | _Unsent") -> float:
        """Tells the pace what happened; gives how many seconds the delivery has to wait if it is to be tried again."""
        now = time.monotonic()
        if isinstance(outcome, _Unsent):
            return 0.0
        if not isinstance(outcome, Later):
            self._pace.arrived(delivery.chat_id, now)
            self._recovered("telegram", "Telegram takes messages again")
            return 0.0
        if outcome.reason is Trouble.FLOOD:
            log.info("Telegram asks a chat's messages to wait: %.0f s", outcome.seconds)
            return self._pace.flooded(delivery.chat_id, outcome.seconds, now) - now
        everywhere = outcome.reason in {Trouble.UNREACHABLE, Trouble.REFUSED}
        self._pace.stumbled(delivery.chat_id, now, everywhere=everywhere)
        self._failures[delivery.id] += 1
        self._complain("telegram", f"Telegram does not take messages ({outcome.reason}); what is due waits")
        seconds = outcome.seconds or min(MOST_BACKOFF_SECONDS, 2.0 ** self._failures[delivery.id])
        seconds = min(seconds, 2.0) if everywhere else seconds  # the pace holds all of them already
        self._pace.rest(delivery.chat_id, now + seconds)
        return seconds

    async def _settle(self, delivery: Delivery, outcome: "Outcome | _Unsent", seconds: float) -> None:
        deliveries, now = self._store.deliveries, self._clock()
        match outcome:
            case Sent(message_id):
                await deliveries.settle_sent(delivery.id, message_id, now=now)
            case Rejected(reason):
                await deliveries.settle_failed(delivery.id, reason, now=now)
            case ChatGone(state, reason):
                await self._store.chats.set_state(delivery.chat_id, state)
                await deliveries.settle_failed(delivery.id, reason, now=now)
            case Moved(new_id):
                await self._store.chats.move(delivery.chat_id, new_id)
                await deliveries.postpone(delivery.id, now)
            case _Unsent.MOVED:
                await deliveries.postpone(delivery.id, now)
            case _Unsent.UNWANTED:
                await deliveries.settle_dropped(delivery.id, "no longer wanted", now=now)
            case Later() if why := self._given_up(delivery, outcome):
                await deliveries.settle_failed(delivery.id, why, now=now)
            case Later():
                until = now + timedelta(seconds=seconds)
                await deliveries.postpone(delivery.id, until, uncertain=outcome.uncertain)
                return
        self._failures.pop(delivery.id, None)

    def _given_up(self, delivery: Delivery, outcome: Later) -> str:
        """Tells why a delivery is not tried again; news and headlines that wait too long expire by themselves."""
        if outcome.uncertain and delivery.uncertain:
            return "unknown"
        is_hopeless = outcome.reason is Trouble.SERVER and self._failures[delivery.id] >= MOST_SERVER_ERRORS
        return str(outcome.reason) if is_hopeless and self._pace.is_well else ""

    async def _patiently(self, deed: Callable[[], Awaitable[_T]]) -> _T:
        """Does it as soon as the store can: a full disk today is no reason to lose or repeat a message."""
        failures = 0
        while True:
            try:
                done = await deed()
            except StoreError as error:
                self._complain("store", f"{error} What is due waits")
                await asyncio.sleep(STORE_WAITS[min(failures, len(STORE_WAITS) - 1)])
                failures += 1
            else:
                if failures:  # a read that works says nothing about writing
                    self._recovered("store", "The database works again")
                return done

    def _complain(self, about: str, sentence: str) -> None:
        if about not in self._troubles:
            self._troubles.add(about)
            log.warning("%s", sentence)

    def _recovered(self, about: str, sentence: str) -> None:
        if about in self._troubles:
            self._troubles.discard(about)
            log.info("%s", sentence)


class _Unsent(Enum):
    """Why nothing was sent to Telegram at all."""

    UNWANTED = "the chat or what it should get is gone"
    MOVED = "the chat got a new id meanwhile, and the delivery with it"


Subject = StoredArticle | Broadcast


class _Words:
    """What deliveries say; read and rendered once for the many chats that get the same within a few seconds."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._subjects: dict[str, Subject | None] = {}
        self._parcels: dict[tuple[str, ...], Parcel] = {}
        self._since = 0.0

    async def subject(self, delivery: Delivery) -> Subject | None:
        """Reads what a delivery is about; None when it is gone."""
        now = time.monotonic()
        if now - self._since > CACHE_SECONDS or len(self._subjects) > CACHE_SIZE:
            self._since = now
            self._subjects.clear()
            self._parcels.clear()
        if delivery.what not in self._subjects:
            self._subjects[delivery.what] = await self._read(delivery)
        return self._subjects[delivery.what]

    async def _read(self, delivery: Delivery) -> Subject | None:
        if delivery.kind == "article":
            return await self._store.articles.get(delivery.subject_id)
        return await self._store.broadcasts.get(delivery.subject_id)

    def of(self, subject: Subject, chat: Chat, now: datetime) -> Parcel:
        """Renders a subject for a chat, ready to be sent."""
        key = (f"{type(subject).__name__}{subject.id}", chat.language, chat.time_zone, chat.length)
        if key not in self._parcels:
            self._parcels[key] = pack(_rendered(subject, chat, now))
        return self._parcels[key]


def _rendered(subject: Subject, chat: Chat, now: datetime) -> Message:
    if isinstance(subject, Broadcast):
        return render.headline(subject.text, language=chat.language)
    return render.news(subject, chat, now=now)
