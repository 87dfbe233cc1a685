"""Carries replies to Telegram and copes with what becomes of them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.chat.reply import Reply
from bot.delivery.outcome import ChatGone, Later, Moved, Outcome, Rejected, Sent
from bot.delivery.sender import Sender
from bot.markup import Message
from bot.store import Store

LONGEST_WAIT = 30.0
"""Seconds; an answer that Telegram wants to see later than this is no answer any more."""
SHORTEST_WAIT = 0.5
TRIES = 3

log = logging.getLogger(__name__)


class Outgoing:
    """Answers people; each answer is tried a few times and then given up."""

    def __init__(self, store: Store, sender: Sender) -> None:
        self._store = store
        self._sender = sender

    async def say(self, chat_id: int, reply: Reply, message_id: int | None = None) -> None:
        """Sends a reply's messages in order; an edit that is impossible becomes a new message."""
        messages = reply.messages
        if reply.edit and message_id is not None and messages:
            outcome = await self._edit(chat_id, message_id, messages[0])
            messages = messages if isinstance(outcome, Rejected) else messages[1:]
        for message in messages:
            outcome = await self._send(chat_id, message)
            if isinstance(outcome, Moved):
                chat_id = outcome.new_id
                outcome = await self._send(chat_id, message)
            if not isinstance(outcome, Sent):
                log.warning("An answer could not be given: %s", type(outcome).__name__)
                return

    async def answer(self, query_id: str, reply: Reply) -> None:
        await self._sender.answer(query_id, reply.toast, alert=reply.alert)

    async def _send(self, chat_id: int, message: Message) -> Outcome:
        outcome = await _patiently(lambda: self._sender.send(chat_id, message))
        if isinstance(outcome, ChatGone):
            await self._store.chats.set_state(chat_id, outcome.state)
        if isinstance(outcome, Moved):
            await self._store.chats.move(chat_id, outcome.new_id)
        return outcome

    async def _edit(self, chat_id: int, message_id: int, message: Message) -> Outcome:
        return await _patiently(lambda: self._sender.edit(chat_id, message_id, message))


async def _patiently(attempt: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Tries again where Telegram asks to wait a little and surely took nothing."""
    outcome = await attempt()
    for _ in range(TRIES - 1):
        if not isinstance(outcome, Later) or outcome.uncertain or outcome.seconds > LONGEST_WAIT:
            break
        await asyncio.sleep(max(outcome.seconds, SHORTEST_WAIT))
        outcome = await attempt()
    return outcome
