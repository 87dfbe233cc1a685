"""Carries replies to Telegram and copes with what becomes of them."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.chat.bridge.bursts import Bursts
from bot.chat.reply import Reply, Upload
from bot.chat.turns import Turns
from bot.delivery.outcome import ChatGone, Later, Moved, Outcome, Rejected, Sent
from bot.delivery.sender import Sender
from bot.markup import Message
from bot.store import Store

LONGEST_WAIT = 30.0
"""Seconds; an answer that Telegram wants to see later than this is no answer any more."""
ASKING_SECONDS = 30.0
"""A person has so long to answer a question before the message shows again how things stand."""
SHORTEST_WAIT = 0.5
TRIES = 3

log = logging.getLogger(__name__)


class Outgoing:
    """Answers people at the pace Telegram grants a chat; each answer is tried a few times and then given up."""

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

    async def say(self, chat_id: int, reply: Reply, message_id: int | None = None) -> None:
        """Sends a reply's messages in order; an edit that is impossible becomes a new message."""
        messages = reply.messages
        edits = reply.edit and message_id is not None and bool(messages)
        if edits and message_id is not None:
            self._newest[chat_id, message_id] = messages[0]
            self._asking.pop((chat_id, message_id), None)
            if reply.asks:
                self._asking[chat_id, message_id] = self._monotonic() + ASKING_SECONDS
        async with self._turns.of(chat_id):
            if edits and message_id is not None:
                outcome = await self._edit(chat_id, message_id, messages[0])
                messages = messages if isinstance(outcome, Rejected) else messages[1:]
            sent = await self._send_all(chat_id, (*messages, *reply.uploads))
            if reply.asks and sent:
                self._asking[chat_id, sent] = self._monotonic() + ASKING_SECONDS
            if reply.card and (sent or message_id):  # in this turn: the next press may be of the card that goes
                await self._keep_card(reply.card, chat_id, sent or message_id or 0)

    async def rewrite(self, chat_id: int, message_id: int, message: Message) -> Outcome | None:
        """Brings a message up to date that nobody pressed; None while a press rewrites it, or it asks something."""
        if (chat_id, message_id) in self._newest or self._asking.get((chat_id, message_id), 0.0) > self._monotonic():
            return None
        self._asking.pop((chat_id, message_id), None)
        self._newest[chat_id, message_id] = message
        async with self._turns.of(chat_id):
            return await self._edit(chat_id, message_id, message)

    async def send_card(self, broadcast_id: int, chat_id: int, message: Message) -> Outcome:
        """Sends the card of a broadcast anew."""
        async with self._turns.of(chat_id):
            outcome = await self._send(chat_id, message)
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
        outcome = await _patiently(lambda: self._sender.answer(query_id, reply.toast, alert=reply.alert))
        if not isinstance(outcome, Sent):
            log.debug("A press could not be answered: %s", type(outcome).__name__)

    async def _send_all(self, chat_id: int, messages: tuple[Message | Upload, ...]) -> int:
        """Sends messages in order; gives the last one's number, 0 when it is not there."""
        sent = 0
        for message in messages:
            outcome = await self._send(chat_id, message)
            if isinstance(outcome, Moved):
                chat_id = outcome.new_id
                outcome = await self._send(chat_id, message)
            if not isinstance(outcome, Sent):
                log.warning("An answer could not be given: %s", type(outcome).__name__)
                return 0
            sent = outcome.message_id
        return sent

    async def _send(self, chat_id: int, message: Message | Upload) -> Outcome:
        await asyncio.sleep(self._bursts.take(chat_id, "send", self._monotonic()))
        outcome = await _patiently(lambda: self._once(chat_id, message))
        if isinstance(outcome, ChatGone):
            await self._store.chats.set_state(chat_id, outcome.state, now=self._clock())
        if isinstance(outcome, Moved):
            await self._store.chats.move(chat_id, outcome.new_id)
        return outcome

    async def _once(self, chat_id: int, message: Message | Upload) -> Outcome:
        if isinstance(message, Message):
            return await self._sender.send(chat_id, message)
        return await self._sender.send_file(chat_id, message.name, message.data, message.caption, message.kind)

    async def _edit(self, chat_id: int, message_id: int, message: Message) -> Outcome | None:
        """Rewrites a message as it shall be by now; None when that was done, or will be, for a later press."""
        if self._newest.get((chat_id, message_id)) is not message:
            return None
        await asyncio.sleep(self._bursts.take(chat_id, "edit", self._monotonic()))
        newest = self._newest.pop((chat_id, message_id))
        return await _patiently(lambda: self._sender.edit(chat_id, message_id, newest))


async def _patiently(attempt: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Tries again where Telegram asks to wait a little, and once where nobody knows whether it took the answer."""
    outcome = await attempt()
    was_uncertain = False
    for _ in range(TRIES - 1):
        if not isinstance(outcome, Later) or outcome.seconds > LONGEST_WAIT or (was_uncertain and outcome.uncertain):
            break
        was_uncertain |= outcome.uncertain  # an answer given twice is better than none: the reader would wait for it
        await asyncio.sleep(max(outcome.seconds, SHORTEST_WAIT))
        outcome = await attempt()
    return outcome
