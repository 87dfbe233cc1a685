"""The loop that carries each delivery, when its turn has come, to its end."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from bot import publish
from bot.delivery.outcome import ChatGone, Later, Moved, Muted, Outcome, Rejected, Sent, Trouble
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.verdict import is_about_topic
from bot.dispatch.claiming import Claims
from bot.dispatch.letters import Letter, Letters, Rewrite, Tell
from bot.dispatch.patience import Complaints, patiently
from bot.dispatch.settling import Settler
from bot.dispatch.verdicts import Unsent, Verdicts
from bot.dispatch.width import FEWEST
from bot.errors import StoreError
from bot.model import ChatKind, ChatState, Delivery, Lane
from bot.store import Store

LONG_FLOOD = 60.0
"""Seconds; a chat that must wait longer keeps its rest over a restart."""
GRACE_SECONDS = 5.0
"""What is in flight when the bot is stopped may finish for so long."""

MOST = 128
"""Messages in flight at once, far below what Telegram takes."""
SLOW_TRIP_SECONDS = 0.128
"""A slow way to Telegram and back."""

log = logging.getLogger(__name__)


def places(per_second: float) -> int:
    """Tells how many messages may have to be in flight to keep a rate."""
    return min(MOST, max(FEWEST, int(per_second * SLOW_TRIP_SECONDS)))


class Dispatch:
    """Carries the outbox to Telegram, for as long as `run` runs."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        *,
        clock: Callable[[], datetime],
        pace: Pace | None = None,
        in_flight: int = FEWEST,
        life: timedelta = publish.LIFE,
    ) -> None:
        self._store = store
        self._sender = sender
        self._clock = clock
        self._pace = pace or Pace()
        self._life = life
        self._letters = Letters(store)
        self._claims = Claims(store, self._pace, clock=clock, most=in_flight)
        self._complaints = Complaints()
        self._verdicts = Verdicts(self._pace, self._complaints)
        self._settler = Settler(store, self._complaints, clock=clock)

    def wake(self) -> None:
        """Tells that something is due."""
        self._claims.wake()

    async def announce(self, article_id: int, category_id: int, born: datetime | None = None) -> int:
        """Reserves a new article for its readers and begins to send it; gives how many there are."""
        readers = await publish.announce(
            self._store, article_id, category_id, now=self._clock(), born=born, life=self._life
        )
        self.wake()
        return readers

    async def announce_together(self, articles: Sequence[tuple[int, int]]) -> None:
        """Reserves articles for their readers, to be told in one message each, and begins to send it."""
        await publish.announce_together(self._store, articles, now=self._clock(), life=self._life)
        self.wake()

    async def run(self) -> None:
        """Sends until cancelled; what is in flight then may finish."""
        released = await patiently(self._store.deliveries.release, self._complaints)
        if released:
            log.info("Sending again what was in flight when the bot ended: %s", released)
        async with asyncio.TaskGroup() as tasks:
            flights: set[asyncio.Task[None]] = set()
            try:
                while True:
                    for delivery in await patiently(self._claims.next, self._complaints):
                        flight = tasks.create_task(self._carry(delivery))
                        flights.add(flight)
                        flight.add_done_callback(flights.discard)
            except asyncio.CancelledError:
                with suppress(StoreError):
                    await self._claims.give_back()
                if flights:
                    await asyncio.wait(flights, timeout=GRACE_SECONDS)
                raise

    async def _carry(self, delivery: Delivery) -> None:
        """Renders, sends and settles one delivery; its chat gets nothing else before all of that is done."""
        try:
            outcome = await patiently(lambda: self._try(delivery), self._complaints)
            settlement = self._verdicts.of(delivery, outcome, now=time.monotonic(), moment=self._clock())
            await patiently(lambda: self._follow(delivery, outcome, settlement.until), self._complaints)
            await self._settler.settle(settlement)
        finally:
            self._claims.landed(delivery)

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
            return await self._sender.deliver(delivery.chat_id, letter.parcel, await self._topic(delivery))
        message_id = await self._store.deliveries.message_id(delivery.chat_id, letter.of)
        if message_id is None:
            return Unsent.UNWANTED
        if isinstance(letter, Rewrite):
            return await self._sender.correct(delivery.chat_id, message_id, letter.correction)
        return await self._sender.delete(delivery.chat_id, message_id)

    async def _topic(self, delivery: Delivery) -> int | None:
        """Gives the topic of a forum that a delivery is for; only supergroups are forums."""
        if delivery.chat.kind is not ChatKind.SUPERGROUP:
            return None
        article_id = delivery.subject_id if delivery.kind == "article" else None
        return await self._store.subscriptions.topic(delivery.chat_id, article_id)

    async def _follow(self, delivery: Delivery, outcome: Outcome | Unsent, until: datetime | None) -> None:
        """Does to the chat what an outcome means for it; `until` is when its message is tried again."""
        match outcome:
            case ChatGone(state):
                await self._store.chats.set_state(delivery.chat_id, state, now=self._clock())
            case Muted() if until:
                await self._store.chats.mute(delivery.chat_id, now=self._clock())
                await self._store.deliveries.hold(delivery.chat_id, until)
                if is_about_topic(outcome):
                    await self._tell_admins(delivery.chat_id)
            case Muted():  # shut for days: gone until somebody speaks there
                await self._store.chats.set_state(delivery.chat_id, ChatState.BLOCKED, now=self._clock())
            case Sent(lost_topic=topic):
                if topic is not None:
                    await self._store.subscriptions.leave_topic(delivery.chat_id, topic)
                if delivery.chat.muted_since:
                    await self._store.chats.unmute(delivery.chat_id, now=self._clock())
            case Moved(new_id):
                await self._store.chats.move(delivery.chat_id, new_id)
            case Later(seconds, reason=Trouble.FLOOD) if seconds > LONG_FLOOD:
                await self._store.deliveries.hold(delivery.chat_id, self._clock() + timedelta(seconds=seconds))
            case _:
                return

    async def _tell_admins(self, chat_id: int) -> None:
        """Tells the admins of a forum, each once, that its topic is closed: nobody asked there, nobody else hears."""
        group = await self._sender.group(chat_id)
        if group:
            what, now = f"shut:{chat_id}:{group.title}", self._clock()
            await self._store.deliveries.reserve(what, Lane.NEWS, group.admins, due=now, expires=now + self._life)
            self.wake()
