"""Carries replies to Telegram and copes with what becomes of them."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.chat.bridge.bursts import Bursts
from bot.chat.reply import Reply, Upload
from bot.chat.turns import Turns
from bot.delivery.outcome import ChatGone, Later, Moved, Muted, Outcome, Rejected, Sent, Trouble
from bot.delivery.sender import Sender
from bot.markup import Message
from bot.store import Store

PATIENCE_SECONDS = 300.0
"""An answer is tried for so long after it was asked for; what Telegram wants to see later is no answer any more."""
WAITS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""Seconds between tries where Telegram names none; the last one repeats."""
ASKING_SECONDS = 30.0
"""A person has so long to answer a question before the message shows again how things stand."""

log = logging.getLogger(__name__)


class Outgoing:
    """Answers people at the pace Telegram grants a chat; an answer is tried for minutes, those behind it wait."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        *,
        clock: Callable[[], datetime],
        bursts: Bursts,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._clock = clock
        self._sender = sender
        self._bursts = bursts
        self._monotonic = monotonic
        self._turns = Turns()
        self._newest: dict[tuple[int, int], Message] = {}
        """What each message being edited shall say in the end."""
        self._asking: dict[tuple[int, int], float] = {}
        """Until when a message that asks something is left to the person."""

    def is_full(self, chat_id: int) -> bool:
        return self._turns.is_full(chat_id)

    async def say(self, chat_id: int, reply: Reply, message_id: int | None = None) -> bool:
        """Sends a reply's messages in order; an edit that is impossible becomes a new message.

        Tells whether the chat lets us write there.
        """
        end = self._end()
        messages = reply.messages
        edited = message_id if reply.edit and messages else None
        if edited is not None:
            self._newest[chat_id, edited] = messages[0]
            self._asking.pop((chat_id, edited), None)
            if reply.asks:
                self._asking[chat_id, edited] = self._monotonic() + ASKING_SECONDS
        async with self._turns.of(chat_id):
            if edited is not None:
                outcome = await self._edit(chat_id, edited, messages[0], end)
                chat_id = await self._followed(chat_id, outcome)
                messages = messages if isinstance(outcome, Rejected | Moved) else messages[1:]
            sent, is_open = await self._send_all(chat_id, (*messages, *reply.uploads), end)
            if reply.asks and sent:
                self._asking[chat_id, sent] = self._monotonic() + ASKING_SECONDS
            if reply.card and (sent or message_id):  # in this turn: the next press may be of the card that goes
                await self._keep_card(reply.card, chat_id, sent or message_id or 0)
        return is_open

    async def rewrite(self, chat_id: int, message_id: int, message: Message) -> Outcome | None:
        """Brings a message up to date that nobody pressed; None while a press rewrites it, or it asks something."""
        if (chat_id, message_id) in self._newest or self._asking.get((chat_id, message_id), 0.0) > self._monotonic():
            return None
        self._asking.pop((chat_id, message_id), None)
        self._newest[chat_id, message_id] = message
        async with self._turns.of(chat_id):
            return await self._edit(chat_id, message_id, message, self._monotonic())

    async def send_card(self, broadcast_id: int, chat_id: int, message: Message) -> Outcome:
        """Sends the card of a broadcast anew."""
        end = self._end()
        async with self._turns.of(chat_id):
            outcome = await self._send(chat_id, message, end)
            if isinstance(outcome, Sent):
                await self._store.broadcasts.keep_card(broadcast_id, chat_id, outcome.message_id)
        return outcome

    async def _keep_card(self, broadcast_id: int, chat_id: int, message_id: int) -> None:
        """Lets this message show how a broadcast stands; the one that did before goes, so that there is one."""
        before = await self._store.broadcasts.keep_card(broadcast_id, chat_id, message_id)
        if before and before != (chat_id, message_id):
            await self._sender.delete(*before)

    async def answer(self, query_id: str, reply: Reply) -> None:
        """Answers a press; Telegram grants that at any pace, and a press answered before it refuses harmlessly."""
        outcome = await self._patiently(
            lambda: self._sender.answer(query_id, reply.toast, alert=reply.alert), self._end()
        )
        if not isinstance(outcome, Sent):
            log.debug("A press could not be answered: %s", type(outcome).__name__)

    def _end(self) -> float:
        """Tells until when an answer asked for now is tried."""
        return self._monotonic() + PATIENCE_SECONDS

    async def _send_all(self, chat_id: int, messages: tuple[Message | Upload, ...], end: float) -> tuple[int, bool]:
        """Sends messages in order, be it that one fails.

        Gives the last one's number, 0 when it is not there, and whether the chat lets us write.
        """
        sent, is_open = 0, True
        for message in messages:
            outcome = await self._send(chat_id, message, end)
            if isinstance(outcome, Moved):
                chat_id = outcome.new_id
                outcome = await self._send(chat_id, message, end)
            sent = outcome.message_id if isinstance(outcome, Sent) else 0
            if not isinstance(outcome, Sent):
                log.warning("An answer could not be given: %s", type(outcome).__name__)
            is_open = not isinstance(outcome, Muted)
            if isinstance(outcome, ChatGone | Muted):
                break
        return sent, is_open

    async def _send(self, chat_id: int, message: Message | Upload, end: float) -> Outcome:
        await asyncio.sleep(self._bursts.take(chat_id, "send", self._monotonic()))
        outcome = await self._patiently(lambda: self._once(chat_id, message), end)
        if isinstance(outcome, ChatGone):
            await self._store.chats.set_state(chat_id, outcome.state, now=self._clock())
        await self._followed(chat_id, outcome)
        return outcome

    async def _followed(self, chat_id: int, outcome: Outcome | None) -> int:
        """Notes where a group moved to; gives where it is."""
        if not isinstance(outcome, Moved):
            return chat_id
        # Whoever presses below an old message makes us meet the old group anew: the new one keeps its settings.
        if await self._store.chats.get(outcome.new_id) is None:
            await self._store.chats.move(chat_id, outcome.new_id)
        return outcome.new_id

    async def _once(self, chat_id: int, message: Message | Upload) -> Outcome:
        if isinstance(message, Message):
            outcome = await self._sender.send(chat_id, message)
        else:
            outcome = await self._sender.send_file(chat_id, message.name, message.data, message.caption, message.kind)
        if isinstance(outcome, Later) and outcome.reason is Trouble.FLOOD:
            self._bursts.refused(chat_id, self._monotonic())
        return outcome

    async def _edit(self, chat_id: int, message_id: int, message: Message, end: float) -> Outcome | None:
        """Rewrites a message as it shall be by now; None when that was done, or will be, for a later press."""
        place = chat_id, message_id
        if self._newest.get(place) is not message:
            return None
        await asyncio.sleep(self._bursts.take(chat_id, "edit", self._monotonic()))

        async def newest() -> Outcome:
            wanted = self._newest.pop(place)
            outcome = await self._sender.edit(chat_id, message_id, wanted)
            if isinstance(outcome, Later):  # what was pressed meanwhile goes in its stead
                self._newest.setdefault(place, wanted)
            return outcome

        outcome = await self._patiently(newest, end)
        if self._newest.get(place) is message:  # given up
            del self._newest[place]
        return outcome

    async def _patiently(self, attempt: Callable[[], Awaitable[Outcome]], end: float) -> Outcome:
        """Tries again after the pause that is asked for, or growing ones; what may have arrived is tried once more."""
        was_uncertain, tries = False, 0
        while True:
            outcome = await attempt()
            if not isinstance(outcome, Later) or (was_uncertain and outcome.uncertain):
                return outcome
            wait = outcome.seconds or WAITS[min(tries, len(WAITS) - 1)]
            if self._monotonic() + wait > end:
                return outcome
            was_uncertain |= outcome.uncertain  # an answer given twice is better than none: the reader would wait
            tries += 1
            await asyncio.sleep(wait)
