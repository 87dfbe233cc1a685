"""Reads what Telegram reports: which messages are for us, who speaks, and in which chat."""

from dataclasses import replace
from datetime import datetime

from telegram import Chat as TelegramChat
from telegram import ChatMemberAdministrator, ChatMemberUpdated, Message, MessageEntity, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.chat.request import Attached, Heard, formatted, hear
from bot.config import Defaults
from bot.core.broadcasts import Version
from bot.markup import Mark, Typed
from bot.model import Chat, ChatKind, ChatState
from bot.store import Store
from bot.texts import language_of
from summaries import Length

_KINDS = {
    ChatType.PRIVATE: ChatKind.PRIVATE,
    ChatType.GROUP: ChatKind.GROUP,
    ChatType.SUPERGROUP: ChatKind.SUPERGROUP,
}
_FORMATS = frozenset(
    {
        MessageEntity.BOLD,
        MessageEntity.ITALIC,
        MessageEntity.UNDERLINE,
        MessageEntity.STRIKETHROUGH,
        MessageEntity.SPOILER,
        MessageEntity.CODE,
        MessageEntity.PRE,
        MessageEntity.TEXT_LINK,
        MessageEntity.BLOCKQUOTE,
        MessageEntity.EXPANDABLE_BLOCKQUOTE,
    }
)
"""What a person formats; addresses and hashtags Telegram finds by itself."""
_OUTSIDE = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}


def kind_of(chat: TelegramChat) -> ChatKind | None:
    """Gives the kind of a chat we talk in; None for channels and whatever comes next."""
    return _KINDS.get(ChatType(chat.type)) if chat.type in set(ChatType) else None


def is_spoken(message: Message) -> bool:
    """Tells whether a person said it: no bot, no channel's post, not one picture of many in an album.

    In a group a person may speak as the group itself or as a channel of their own; Telegram names a bot beside it.
    """
    speaker = message.from_user
    if kind_of(message.chat) is None or message.is_automatic_forward:
        return False
    if speaker is None or message.sender_chat is not None:
        return message.sender_chat is not None
    return not (speaker.is_bot or message.media_group_id) and _holds_something(message)


def _holds_something(message: Message) -> bool:
    """Tells whether a person put anything into it; what Telegram will report of a chat one day holds nothing known."""
    known = (message.text, message.effective_attachment, message.checklist, message.giveaway)
    return any(known) or "rich_message" in message.api_kwargs


def speaks_as_chat(message: Message) -> bool:
    """Tells whether a group's admin speaks under the group's own name."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id


def topic_of(message: object) -> int | None:
    """Gives the topic of a forum that a message stands in; None for its General, and where there are none."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def heard(message: Message) -> Heard:
    """Takes a message apart; only what Telegram marks as a command is one."""
    first = next(iter(message.entities or message.caption_entities), None)
    is_command = first is not None and first.type == MessageEntity.BOT_COMMAND and first.offset == 0
    return hear(message.text or message.caption or "", is_command=is_command)


def written(message: Message) -> Version:
    """Reads what a message says with its formatting, and its picture in the largest size."""
    marks = tuple(
        Mark(entity.type, entity.offset, entity.length, entity.url, entity.language)
        for entity in (*message.entities, *message.caption_entities)
        if entity.type in _FORMATS
    )
    photo = message.photo[-1].file_id if message.photo else None
    return formatted(Typed(message.text or message.caption or "", marks), photo)


def hidden_links(message: Message) -> str:
    """Gives the addresses to which words of a message lead, as the posts of channels have them."""
    marks = (*message.entities, *message.caption_entities)
    return " ".join(mark.url for mark in marks if mark.type == MessageEntity.TEXT_LINK and mark.url)


def oddity(message: Message) -> str:
    """Tells what a message is that holds neither text nor one picture of the person's own."""
    if message.media_group_id:
        return "album"
    if message.forward_origin:
        return "forward"
    return "" if message.text or message.photo else "media"


def attached(message: Message) -> Attached | None:
    """Reads what Telegram tells of a file that came with a message."""
    file = message.document
    if file is None:
        return None
    return Attached(file_id=file.file_id, name=file.file_name or "", size=file.file_size or 0)


def may_post(change: ChatMemberUpdated) -> bool:
    """Tells whether the bot is now an admin of a channel who may write there."""
    member = change.new_chat_member
    return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)


def channel_of(chat: TelegramChat, defaults: Defaults) -> Chat:
    """Gives a channel as we keep it when we are let in."""
    return Chat(
        id=chat.id,
        kind=ChatKind.CHANNEL,
        language=defaults.language,
        time_zone=defaults.time_zone,
        length=Length(defaults.length),
    )


def is_outside(change: ChatMemberUpdated) -> bool:
    """Tells whether the bot was blocked or removed."""
    return change.new_chat_member.status in _OUTSIDE


def has_come(change: ChatMemberUpdated) -> bool:
    """Tells whether the bot was let in, not merely given other rights."""
    return change.old_chat_member.status in _OUTSIDE and not is_outside(change)


def language_for(user: User | None, kind: ChatKind | None, defaults: Defaults) -> str:
    """Chooses the language for a chat met for the first time: the person's own, in a group the configured one."""
    code = user.language_code if user and kind is ChatKind.PRIVATE else None
    return language_of(code, defaults.language)


async def meet(store: Store, chat: TelegramChat, user: User | None, *, defaults: Defaults, now: datetime) -> Chat:
    """Gives the chat as we know it, adding it when it is new; who speaks has not blocked us, nor is all hushed."""
    known = await store.chats.get(chat.id)
    if known is None:
        kind = kind_of(chat) or ChatKind.PRIVATE
        language = language_for(user, kind, defaults)
        length = Length(defaults.length)
        known = Chat(id=chat.id, kind=kind, language=language, time_zone=defaults.time_zone, length=length)
        await store.chats.add(known, now=now)
    if known.state in {ChatState.BLOCKED, ChatState.GONE}:
        await store.chats.set_state(chat.id, ChatState.ACTIVE, now=now)
        return replace(known, state=ChatState.ACTIVE)
    if known.muted_since:
        await store.chats.unmute(chat.id, now=now)
    return known
