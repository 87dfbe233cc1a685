"""Sends, edits and answers through Telegram, and tells what became of it as a value."""

import asyncio
import logging
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity
from telegram import Message as SentMessage
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.delivery.links import safe_link
from bot.delivery.outcome import Outcome, Rejected, Sent
from bot.delivery.pace import Pace
from bot.delivery.render import html, words
from bot.delivery.verdict import is_unchanged, verdict
from bot.markup import Button, Message, Typed

MAX_DATA_BYTES = 64
MAX_TOAST = 200
LONGEST_WAIT = 2.0
"""Seconds an answer waits for its place; then it goes all the same."""

log = logging.getLogger(__name__)

_Call = Callable[..., Awaitable[SentMessage | bool]]


class Sender:
    """The one way out to Telegram's chats; no error of a send is ever raised."""

    def __init__(self, bot: Bot, *, pace: Pace | None = None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._pace = pace
        self._monotonic = monotonic
        # Without it python-telegram-bot 22.8 warns at every 429 that `retry_after` will change its type.
        os.environ.setdefault("PTB_TIMEDELTA", "true")

    async def send(self, chat_id: int, message: Message) -> Outcome:
        """Answers a person: takes the next place among all messages, before anything that is delivered."""
        if self._pace:
            await self._take_place(chat_id, self._pace)
        return await self.deliver(chat_id, message)

    async def _take_place(self, chat_id: int, pace: Pace) -> None:
        now = self._monotonic()
        end = now + LONGEST_WAIT
        with pace.person():
            while (wait := pace.gap(now)) and now < end:
                await asyncio.sleep(wait)  # somebody else may have taken the place meanwhile
                now = self._monotonic()
        pace.take(chat_id, now)

    async def deliver(self, chat_id: int, message: Message, *, paid: bool = False) -> Outcome:
        """Sends what the caller has already found to be in pace."""
        call: _Call = self._bot.send_photo if message.photo else self._bot.send_message
        if paid:
            call = partial(call, allow_paid_broadcast=True)
        return await _try_twice(call, message, chat_id=chat_id)

    async def document(self, chat_id: int, name: str, data: bytes) -> Outcome:
        """Answers a person with a file."""
        if self._pace:
            await self._take_place(chat_id, self._pace)
        call = partial(self._bot.send_document, document=data, filename=name)
        return await _try(call, {}, chat_id=chat_id)

    async def delete(self, chat_id: int, message_id: int) -> Outcome:
        """Deletes a message."""
        return await _try(self._bot.delete_message, {}, chat_id=chat_id, message_id=message_id)

    async def edit(self, chat_id: int, message_id: int, message: Message) -> Outcome:
        """Rewrites a message; one that already says so counts as sent."""
        call: _Call = self._bot.edit_message_caption if message.photo else self._bot.edit_message_text
        if message.photo:
            message = replace(message, photo="")  # the picture stays
        return await _try_twice(call, message, chat_id=chat_id, message_id=message_id)

    async def answer(self, callback_query_id: str, text: str = "", *, alert: bool = False) -> Outcome:
        """Ends the waiting sign on a pressed button; a press too old to answer is nobody's trouble."""
        try:
            await self._bot.answer_callback_query(callback_query_id, text=text[:MAX_TOAST] or None, show_alert=alert)
        except TelegramError as error:
            return verdict(error)
        except RuntimeError:  # the bot is being shut down
            return Rejected("the bot is being shut down")
        return Sent(0)


async def _try_twice(call: _Call, message: Message, **place: int) -> Outcome:
    """Sends as meant; what Telegram finds malformed goes once more as plain words without links and picture."""
    outcome = await _try(call, _styled(message), **place)
    if isinstance(outcome, Rejected) and _is_about_form(outcome.reason):
        log.warning("Telegram refused a message's form, sending it plain: %s", outcome.reason)
        return await _try(call, _unstyled(message), **place)
    return outcome


async def _try(call: _Call, content: dict[str, Any], **place: int) -> Outcome:
    try:
        sent = await call(**place, **content)
    except BadRequest as error:
        return Sent(place.get("message_id", 0)) if is_unchanged(error) else verdict(error)
    except TelegramError as error:
        return verdict(error)
    return Sent(sent.message_id if isinstance(sent, SentMessage) else place.get("message_id", 0))


_ABOUT_FORM = ("parse entities", "button_", "reply_markup", "url", "webpage", "entities_too_long", "too long")


def _is_about_form(reason: str) -> bool:
    said = reason.casefold()
    return any(words in said for words in _ABOUT_FORM)


def _styled(message: Message) -> dict[str, Any]:
    if isinstance(message.text, Typed):
        return _as_typed(message, message.text)
    picture = safe_link(message.picture)
    if picture:
        preview = LinkPreviewOptions(url=picture, prefer_large_media=True, show_above_text=True)
    else:
        preview = LinkPreviewOptions(is_disabled=True)
    return {
        "text": html(message.text),
        "parse_mode": ParseMode.HTML,
        "link_preview_options": preview,
        "reply_markup": _keyboard(message, with_links=True),
    }


def _as_typed(message: Message, typed: Typed) -> dict[str, Any]:
    entities = [MessageEntity(m.type, m.offset, m.length, url=m.url, language=m.language) for m in typed.marks]
    keyboard = _keyboard(message, with_links=True)
    if message.photo is not None:
        photo = {"photo": message.photo} if message.photo else {}
        return {**photo, "caption": typed.text, "caption_entities": entities, "reply_markup": keyboard}
    preview = LinkPreviewOptions(is_disabled=True)
    return {"text": typed.text, "entities": entities, "link_preview_options": preview, "reply_markup": keyboard}


def _unstyled(message: Message) -> dict[str, Any]:
    if message.photo is not None:
        photo = {"photo": message.photo} if message.photo else {}
        return {**photo, "caption": words(message.text), "reply_markup": _keyboard(message, with_links=False)}
    return {
        "text": words(message.text),
        "link_preview_options": LinkPreviewOptions(is_disabled=True),
        "reply_markup": _keyboard(message, with_links=False),
    }


def _keyboard(message: Message, *, with_links: bool) -> InlineKeyboardMarkup | None:
    rows = [[made for made in map(_button, row) if made and (with_links or not made.url)] for row in message.keyboard]
    return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None


def _button(button: Button) -> InlineKeyboardButton | None:
    if not button.label.strip():
        return None
    if button.data and len(button.data.encode()) <= MAX_DATA_BYTES:
        return InlineKeyboardButton(button.label, callback_data=button.data)
    link = safe_link(button.url)
    return InlineKeyboardButton(button.label, url=link) if link else None
