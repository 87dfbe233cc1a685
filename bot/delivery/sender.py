"""Sends, edits, deletes and answers in Telegram, and tells what became of it as a value."""

import asyncio
import logging
import mimetypes
import time
from collections.abc import Awaitable, Callable
from typing import Any, Literal
from weakref import WeakSet

from bot.delivery import groups
from bot.delivery.forms import form
from bot.delivery.groups import Group
from bot.delivery.outcome import Later, Outcome, Rejected, Sent, Trouble
from bot.delivery.pace import Pace
from bot.delivery.parcel import Correction, Parcel, captioned, pack, pack_correction
from bot.delivery.places import Places
from bot.delivery.verdict import is_about_form, is_about_picture, is_about_topic
from bot.delivery.wire import Wire
from bot.markup import Message

MAX_TOAST = 200
MOST_SHOWN = 1_000

log = logging.getLogger(__name__)


class Sender:
    """The one way out to Telegram's chats; no error of a send is ever raised."""

    def __init__(
        self, wire: Wire, *, pace: Pace | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wire = wire
        self._pace = pace or Pace()
        self._monotonic = monotonic
        self._places = Places(self._pace, monotonic)
        self.begun: WeakSet[asyncio.Task[Any]] = WeakSet()
        """Those with an answer that was sent already: broken off and done again, a person would get it twice."""
        self._shown: dict[tuple[int, int], int] = {}
        """What answers say by now, as far as they were written lately: their messages' hashes."""

    async def send(self, chat_id: int, message: Message) -> Outcome:
        """Answers a person: takes the next place among all messages, before anything that is delivered."""
        outcome = await self._answered(chat_id, lambda: self.deliver(chat_id, pack(message), message.topic))
        self._note(chat_id, outcome, message)
        return outcome

    async def send_file(
        self,
        chat_id: int,
        name: str,
        data: bytes,
        caption: Message | None = None,
        kind: Literal["photo", "document"] = "document",
    ) -> Outcome:
        """Answers a person with a file; the caption's words and buttons stand below it."""
        file = (name, data, mimetypes.guess_type(name)[0] or "application/octet-stream")
        said = captioned(caption) | {"message_thread_id": caption.topic} if caption else {}
        method, parameters = f"send{kind.title()}", {"chat_id": chat_id, **said}
        return await self._answered(chat_id, lambda: self._wire.upload(method, parameters, {kind: file}))

    async def _answered(self, chat_id: int, deed: Callable[[], Awaitable[Outcome]]) -> Outcome:
        """Does it in its place; a chat that Telegram wants to wait is not asked about, and keeps nobody waiting."""
        if ban := self._ban(chat_id):
            return ban
        await self._places.for_message(chat_id)
        if ban := self._ban(chat_id):
            return ban
        if task := asyncio.current_task():
            self.begun.add(task)
        outcome = await deed()
        if isinstance(outcome, Later) and outcome.reason is Trouble.FLOOD:
            self._pace.flooded(chat_id, outcome.seconds, self._monotonic())
        return outcome

    def _ban(self, chat_id: int) -> Later | None:
        wait = self._pace.banned(chat_id, self._monotonic())
        return Later(wait, uncertain=False, reason=Trouble.FLOOD) if wait else None

    async def deliver(self, chat_id: int, parcel: Parcel, topic: int | None = None) -> Outcome:
        """Sends what the caller has already found to be in pace; what a topic does not take goes to the whole forum."""
        place = b"&chat_id=%d" % chat_id
        if topic is None:
            return await self._try_twice(parcel, place)
        refused = await self._try_twice(parcel, place + b"&message_thread_id=%d" % topic)
        if not is_about_topic(refused):
            return refused
        outcome = await self._try_twice(parcel, place)
        if isinstance(refused, Rejected) and isinstance(outcome, Sent):
            return Sent(outcome.message_id, lost_topic=topic)
        return outcome

    async def edit(self, chat_id: int, message_id: int, message: Message) -> Outcome:
        """Answers a person by rewriting a message; one that already says so counts as sent."""
        if self._shown.get((chat_id, message_id)) == hash(message):
            return Sent(message_id)
        await self._places.for_edit()
        if ban := self._ban(chat_id):
            return ban
        outcome = await self.correct(chat_id, message_id, pack_correction(message))
        if isinstance(outcome, Later) and outcome.reason is Trouble.FLOOD:  # edits have a clock of their own
            self._pace.ban(chat_id, outcome.seconds, self._monotonic())
        self._note(chat_id, outcome, message)
        return outcome

    def _note(self, chat_id: int, outcome: Outcome, message: Message) -> None:
        """Remembers what a message says, so that it is not rewritten to say the same."""
        if isinstance(outcome, Sent):
            self._shown[chat_id, outcome.message_id] = hash(message)
        if len(self._shown) > MOST_SHOWN:
            del self._shown[next(iter(self._shown))]

    async def correct(self, chat_id: int, message_id: int, correction: Correction) -> Outcome:
        """Rewrites a message in one of many chats, which the caller has found to be in pace."""
        self._shown.pop((chat_id, message_id), None)
        place = b"&chat_id=%d&message_id=%d" % (chat_id, message_id)
        return _of(message_id, await self._try_twice(correction, place))

    async def delete(self, chat_id: int, message_id: int) -> Outcome:
        """Takes a message back; one that is gone already counts as done."""
        body = form({"chat_id": chat_id, "message_id": message_id})
        return _of(message_id, await self._wire.call("deleteMessage", body))

    async def group(self, chat_id: int) -> Group | None:
        """Looks at a group and its admins; None when Telegram does not tell."""
        return await groups.look(self._wire, chat_id)

    async def answer(self, callback_query_id: str, text: str = "", *, alert: bool = False) -> Outcome:
        """Ends the waiting sign on a pressed button; a press too old to answer is nobody's trouble."""
        said = {"callback_query_id": callback_query_id, "text": text[:MAX_TOAST] or None, "show_alert": alert or None}
        return await self._wire.call("answerCallbackQuery", form(said))

    async def _try_twice(self, parcel: Parcel | Correction, place: bytes) -> Outcome:
        """Sends as meant; what Telegram finds malformed goes once more as plain words without links and picture.

        Where a chat takes no pictures, or was not given this one, the words go alone.
        """
        outcome = await self._wire.call(parcel.method, parcel.body + place)
        if isinstance(outcome, Rejected) and parcel.bare and is_about_picture(outcome):
            return await self._try_twice(parcel.bare, place)
        if not isinstance(outcome, Rejected) or not is_about_form(outcome):
            return outcome
        log.warning("Telegram refused a message's form, sending it plain: %s", outcome.reason)
        return await self._wire.call(parcel.method, parcel.plain + place)


def _of(message_id: int, outcome: Outcome) -> Outcome:
    """Names the message that a deed was about, which Telegram's answer need not do."""
    return Sent(message_id) if isinstance(outcome, Sent) else outcome
