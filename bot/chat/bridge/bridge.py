"""Turns an Update into a Request and a Reply into messages, one at a time in a chat."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram import Chat as TelegramChat
from telegram.ext import Application, TypeHandler, filters

from bot import errors
from bot.chat import router
from bot.chat.bridge import files, incoming, setup
from bot.chat.bridge.bursts import Bursts
from bot.chat.bridge.members import GroupAdmins
from bot.chat.bridge.menus import Menus
from bot.chat.bridge.outgoing import Outgoing
from bot.chat.bridge.seen import Greetings, Seen, Visits
from bot.chat.bridge.undone import Undone
from bot.chat.reply import Reply, said, toasted
from bot.chat.request import Heard, Request
from bot.chat.services import Services
from bot.chat.turns import Turns
from bot.chat.words import echoed
from bot.chat.words import message as words
from bot.config import Defaults
from bot.delivery.outcome import Outcome
from bot.delivery.sender import Sender
from bot.markup import Message as Said
from bot.model import ChatKind, ChatState
from bot.texts import LANGUAGES, keys, say

log = logging.getLogger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class Bridge:
    """The handlers for everything Telegram reports."""

    def __init__(
        self,
        services: Services,
        sender: Sender,
        *,
        clock: Callable[[], datetime],
        admins: Collection[int],
        defaults: Defaults,
        bursts: Bursts | None = None,
    ) -> None:
        self._services = services
        self._out = Outgoing(services.store, sender, clock=clock, bursts=bursts or Bursts())
        self._clock = clock
        self._admins = frozenset(admins)
        self._defaults = defaults
        self._turns = Turns()
        self._undone = Undone(services.store.updates, sender, clock=clock, admins=self._admins)
        self._giving: set[tuple[int, int | None, str | None]] = set()
        """The presses whose new messages are on their way; an impatient second one brings none twice."""
        self._albums = Seen()
        self._visits = Visits()
        self._greetings = Greetings()
        self._menus = Menus(services.store.chats, services.names, admins=self._admins)
        self._name = ""

    def install(self, application: AnyApplication) -> None:
        """Adds the handler; it does not block, so a chat that waits holds up no other."""
        bot = application.bot
        self._services = replace(
            self._services,
            is_group_admin=GroupAdmins(bot),
            typing=setup.typing_with(bot),
            download=files.door(bot),
        )
        self._name = bot.username.lower()
        for language in LANGUAGES:
            keys(language)  # read now, so that nobody's answer waits for it
        application.add_handler(TypeHandler(Update, self._on_update, block=False))
        application.add_error_handler(self._on_error)

    async def take_up(self, application: AnyApplication) -> None:
        """Lets what an earlier run was told and could not finish be done before anything new."""
        for update in await self._undone.left():
            application.update_queue.put_nowait(Update.de_json(update, application.bot))

    def close(self) -> None:
        """Leaves to the next start what is kept for it and not begun; an answer on its way goes on."""
        self._undone.close()

    async def rewrite(self, chat_id: int, message_id: int, message: Said) -> Outcome | None:
        """Brings a message up to date in its turn among the answers of its chat."""
        return await self._out.rewrite(chat_id, message_id, message)

    async def send_card(self, broadcast_id: int, chat_id: int, message: Said) -> Outcome:
        """Sends the card of a broadcast anew, since the one there was is gone."""
        return await self._out.send_card(broadcast_id, chat_id, message)

    async def set_up_menu(self, bot: Bot) -> None:
        """Tells Telegram what the bot is and can do, and takes as long as that takes."""
        await setup.set_up(bot)
        await self._menus.set_up(bot)

    async def _on_update(self, update: Update, _context: object) -> None:
        await self._undone.once(update, self._do)

    async def _do(self, update: Update) -> None:
        if update.message and filters.StatusUpdate.MIGRATE.check_update(update):
            await self._on_move(update.message)
        elif update.message and not filters.StatusUpdate.ALL.check_update(update):
            await self._on_message(update.message)
        elif update.callback_query:
            await self._on_press(update.callback_query)
        elif update.my_chat_member:
            await self._on_membership(update.my_chat_member)

    async def _on_message(self, message: Message) -> None:
        if not (incoming.is_spoken(message) or self._is_admins_album(message)):
            return
        heard = incoming.heard(message)
        if not self._is_meant(message, heard):
            return
        if self._is_full(message.chat.id):
            log.info("A chat writes faster than it can be answered; a message was left out")
            return
        async with self._turns.of(message.chat.id):
            sorry = said(words(self._language(message.chat, message.from_user), "error-sorry"))
            reply = await self._replied(lambda: self._to_message(message, heard), sorry)
        if reply and not self._greetings.has_just_said(message.chat.id, reply, self._clock()):
            await self._carry_out(message.chat, message.from_user, reply.in_topic(incoming.topic_of(message)))

    def _is_full(self, chat_id: int) -> bool:
        return self._turns.is_full(chat_id) or self._out.is_full(chat_id)

    def _is_meant(self, message: Message, heard: Heard) -> bool:
        """In private all is for us, in a group commands that name nobody else."""
        if message.chat.type == TelegramChat.PRIVATE:
            return True
        return bool(heard.command) and heard.to in {"", self._name}

    def _is_admins_album(self, message: Message) -> bool:
        """Tells whether it is the first of an album by an admin, who shall hear that one picture is the most."""
        by_admin = message.from_user is not None and message.from_user.id in self._admins
        if not by_admin or message.chat.type != TelegramChat.PRIVATE or not message.media_group_id:
            return False
        return self._albums.is_new(hash(message.media_group_id))

    async def _to_message(self, message: Message, heard: Heard) -> Reply | None:
        request = await self._request(message.chat, message.from_user, incoming.topic_of(message))
        request = replace(
            request,
            command=heard.command,
            args=heard.args,
            as_chat=incoming.speaks_as_chat(message),
            addressed=request.is_private or heard.to == self._name,
            said=incoming.written(message) if request.is_admin else None,
            hidden=incoming.hidden_links(message),
            odd=incoming.oddity(message),
            attached=incoming.attached(message) if request.is_admin else None,
        )
        return await router.to_words(request, self._services)

    async def _on_press(self, query: CallbackQuery) -> None:
        chat = query.message.chat if query.message else None
        if chat is None or incoming.kind_of(chat) is None:
            await self._out.answer(query.id, toasted(say(self._language(None, query.from_user), "toast-stale")))
            return
        if self._is_full(chat.id):
            await self._out.answer(query.id, toasted(say(self._language(chat, query.from_user), "toast-busy")))
            return
        message_id = query.message.message_id if query.message else None
        pressed = chat.id, message_id, query.data
        async with self._turns.of(chat.id):
            if pressed in self._giving:
                await self._out.answer(query.id, Reply())
                return
            sorry = toasted(say(self._language(chat, query.from_user), "error-sorry"))
            reply = await self._replied(lambda: self._to_press(query, chat, message_id), sorry) or sorry
            if reply.messages and not reply.edit:
                self._giving.add(pressed)
        reply = reply.in_topic(incoming.topic_of(query.message))
        try:
            await asyncio.gather(
                self._out.answer(query.id, reply), self._carry_out(chat, query.from_user, reply, message_id)
            )
        finally:
            self._giving.discard(pressed)

    async def _carry_out(
        self, chat: TelegramChat, person: User | None, reply: Reply, message_id: int | None = None
    ) -> None:
        is_open = await self._out.say(chat.id, reply, message_id)
        if person and not is_open and chat.id != person.id:  # else whoever asked would wait, and never know for what
            shut = words(self._language(None, person), "chat-shut", name=echoed(chat.title or ""))
            await self._out.say(person.id, said(shut))
        for note in reply.elsewhere:
            await self._out.say(note.chat_id, said(*note.messages))
        if reply.later:
            sorry = said(words(self._language(chat, person), "error-sorry"))
            await self._carry_out(chat, person, await self._replied(reply.later, sorry) or sorry, message_id)
        await self._menus.keep_up(chat.get_bot(), chat.id, is_changed=bool(reply.menu))

    async def _to_press(self, query: CallbackQuery, chat: TelegramChat, message_id: int | None) -> Reply:
        request = await self._request(chat, query.from_user, incoming.topic_of(query.message))
        request = replace(request, message_id=message_id)
        return await router.to_press(request, query.data or "", self._services)

    async def _on_membership(self, change: ChatMemberUpdated) -> None:
        if change.chat.type == TelegramChat.CHANNEL:
            await self._on_channel(change)
        if incoming.kind_of(change.chat) is None:
            return
        async with self._turns.of(change.chat.id):
            if incoming.is_outside(change):
                await self._services.store.chats.set_state(change.chat.id, ChatState.BLOCKED, now=self._clock())
                return
            request = await self._request(change.chat, change.from_user)
            if request.is_private or not incoming.has_come(change):
                return
            reply = await router.to_arrival(request, self._services)
            self._greetings.note(change.chat.id, reply, request.now)
        await self._carry_out(change.chat, change.from_user, reply)

    async def _on_channel(self, change: ChatMemberUpdated) -> None:
        """Keeps a channel that lets the bot post; nothing is said there."""
        chats, now = self._services.store.chats, self._clock()
        async with self._turns.of(change.chat.id):
            if incoming.may_post(change):
                await chats.add(incoming.channel_of(change.chat, self._defaults), now=now)
            state = ChatState.ACTIVE if incoming.may_post(change) else ChatState.BLOCKED
            await chats.set_state(change.chat.id, state, now=now)

    async def _on_move(self, message: Message) -> None:
        old_id = message.migrate_from_chat_id or message.chat.id
        new_id = message.migrate_to_chat_id or message.chat.id
        async with self._turns.of(old_id):
            await self._services.store.chats.move(old_id, new_id)

    async def _request(self, chat: TelegramChat, user: User | None, topic: int | None = None) -> Request:
        now = self._clock()
        met = await incoming.meet(self._services.store, chat, user, defaults=self._defaults, now=now)
        known = replace(met, topic=topic)
        if self._visits.is_new(chat.id, now):
            await self._services.store.chats.note_seen(chat.id, now=now)
        person_id = user.id if user else 0
        if user and person_id in self._admins:
            self._services.names[person_id] = user.first_name
        return Request(chat=known, person_id=person_id, is_admin=person_id in self._admins, now=now)

    async def _replied(self, work: Callable[[], Awaitable[Reply | None]], sorry: Reply) -> Reply | None:
        """Does what was asked; whatever goes wrong becomes a clear sentence."""
        try:
            return await work()
        except errors.TelegramError as error:
            log.warning("A command could not be carried out: %s", error)
            return sorry
        except Exception:
            log.exception("A command failed")
            return sorry

    def _language(self, chat: TelegramChat | None, user: User | None) -> str:
        """Guesses the language where the store was not or cannot be asked."""
        return incoming.language_for(user, incoming.kind_of(chat) if chat else ChatKind.PRIVATE, self._defaults)

    async def _on_error(self, _update: object, context: Any) -> None:  # noqa: ANN401 - the library's own type is any
        log.error("An update could not be handled", exc_info=context.error)
