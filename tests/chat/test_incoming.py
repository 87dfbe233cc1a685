from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Chat, ChatMemberLeft, ChatMemberMember, ChatMemberUpdated, Message, MessageEntity, User
from telegram.constants import ChatMemberStatus
from telegram.error import NetworkError

from bot.chat.bridge import incoming
from bot.chat.bridge.members import MEMORY_SECONDS, GroupAdmins
from bot.chat.bridge.seen import Greetings, Seen
from bot.chat.reply import said as replied
from bot.config import Defaults
from bot.errors import TelegramError
from bot.markup import Message as Said
from bot.model import ChatKind
from bot.store import Store
from summaries import Length

NOW = datetime(2026, 11, 22, tzinfo=UTC)
GROUP = Chat(-100, "supergroup", title="读书会")
CHANNEL = Chat(-200, "channel", title="频道")
PERSON = User(7, "小林", is_bot=False, language_code="zh-hant")
ROBOT = User(1087968824, "Group", is_bot=True)


def said(chat: Chat, speaker: User | None, text: str | None = "金融", **parts: Any) -> Message:  # noqa: ANN401 - any field
    return Message(1, NOW, chat, from_user=speaker, text=text, **parts)


def test_what_people_say_is_heard_in_private_and_in_groups() -> None:
    assert incoming.is_spoken(said(Chat(7, "private"), PERSON))
    assert incoming.is_spoken(said(GROUP, PERSON))


def test_where_words_lead_is_read() -> None:
    link = MessageEntity(MessageEntity.TEXT_LINK, 0, 2, url="https://news.example/1")
    bold = MessageEntity(MessageEntity.BOLD, 0, 2)
    assert incoming.hidden_links(said(GROUP, PERSON, entities=[bold, link])) == "https://news.example/1"
    assert incoming.hidden_links(said(GROUP, PERSON, None, caption_entities=[link])) == "https://news.example/1"
    assert incoming.hidden_links(said(GROUP, PERSON)) == ""


@pytest.mark.parametrize(
    "message",
    [
        said(GROUP, ROBOT),
        said(GROUP, None),
        said(CHANNEL, None),
        said(Chat(1, "of a kind to come"), PERSON),
        said(GROUP, ROBOT, sender_chat=CHANNEL, is_automatic_forward=True),
        said(GROUP, PERSON, is_automatic_forward=True),
        said(Chat(7, "private"), PERSON, None, media_group_id="album"),
    ],
)
def test_robots_channels_and_the_rest_of_an_album_are_not(message: Message) -> None:
    assert not incoming.is_spoken(message)


def test_an_admin_who_speaks_as_the_group_is_heard_as_its_admin() -> None:
    for speaker in (ROBOT, None):
        message = said(GROUP, speaker, sender_chat=GROUP)
        assert incoming.is_spoken(message)
        assert incoming.speaks_as_chat(message)


def test_a_member_who_speaks_as_a_channel_of_their_own_is_heard_but_is_no_admin() -> None:
    message = said(GROUP, ROBOT, sender_chat=CHANNEL)
    assert incoming.is_spoken(message)
    assert not incoming.speaks_as_chat(message)


def test_a_group_speaks_the_configured_language_and_a_person_their_own() -> None:
    defaults = Defaults(language="en")
    assert incoming.language_for(PERSON, ChatKind.PRIVATE, defaults) == "zh-Hant"
    assert incoming.language_for(PERSON, ChatKind.SUPERGROUP, defaults) == "en"
    assert incoming.language_for(None, ChatKind.PRIVATE, defaults) == "en"


def test_a_picture_without_words_is_heard_as_no_words() -> None:
    heard = incoming.heard(said(Chat(7, "private"), PERSON, None))
    assert (heard.command, heard.args) == ("", "")


def test_coming_leaving_and_being_promoted_are_told_apart() -> None:
    robot = User(1, "简报", is_bot=True)
    outside, inside = ChatMemberLeft(robot), ChatMemberMember(robot)
    came = ChatMemberUpdated(GROUP, PERSON, NOW, outside, inside)
    left = ChatMemberUpdated(GROUP, PERSON, NOW, inside, outside)
    stayed = ChatMemberUpdated(GROUP, PERSON, NOW, inside, inside)
    assert (incoming.has_come(came), incoming.is_outside(came)) == (True, False)
    assert (incoming.has_come(left), incoming.is_outside(left)) == (False, True)
    assert (incoming.has_come(stayed), incoming.is_outside(stayed)) == (False, False)


async def test_a_new_chat_begins_as_the_configuration_says_and_stays_as_it_was_changed(store: Store) -> None:
    chat = Chat(7, "private")
    for defaults in (Defaults(length="line", time_zone="Europe/Berlin"), Defaults()):
        known = await incoming.meet(store, chat, PERSON, defaults=defaults, now=NOW)
        assert (known.language, known.time_zone, known.length) == ("zh-Hant", "Europe/Berlin", Length.LINE)
    await store.chats.set_length(7, Length.DETAILED)
    assert (await incoming.meet(store, chat, PERSON, defaults=Defaults(), now=NOW)).length is Length.DETAILED


class Register:
    """The one thing the check asks Telegram for."""

    def __init__(self) -> None:
        self.status: str | None = ChatMemberStatus.ADMINISTRATOR
        self.asked = 0

    async def get_chat_member(self, _chat_id: int, user_id: int) -> Any:  # noqa: ANN401 - a member of any kind
        self.asked += 1
        if self.status is None:
            raise NetworkError("no answer")
        member = ChatMemberMember(User(user_id, "x", is_bot=False))
        with member._unfrozen():
            member.status = self.status
        return member


async def test_a_groups_admins_are_remembered_for_a_minute_and_no_longer() -> None:
    register, now = Register(), [0.0]
    check = GroupAdmins(register, monotonic=lambda: now[0])  # type: ignore[arg-type] # all it needs of a bot
    assert await check(-100, 7)
    register.status = ChatMemberStatus.MEMBER
    assert await check(-100, 7)
    now[0] = MEMORY_SECONDS + 1
    assert not await check(-100, 7)
    assert register.asked == 2


async def test_when_telegram_does_not_tell_who_is_an_admin_nobody_is_denied_and_it_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.chat.bridge.members.WAITS", (0.0, 0.0))
    register = Register()
    check = GroupAdmins(register)  # type: ignore[arg-type] # all it needs of a bot
    register.status = None
    with pytest.raises(TelegramError):
        await check(-100, 7)
    assert register.asked == 3
    register.status = ChatMemberStatus.OWNER
    assert await check(-100, 7)


async def test_the_memory_of_admins_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.bridge.members.MOST_REMEMBERED", 2)
    check = GroupAdmins(Register())  # type: ignore[arg-type] # all it needs of a bot
    for person in range(5):
        assert await check(-100, person)
    assert len(check._known) <= 2


def test_only_the_last_updates_are_remembered() -> None:
    seen = Seen(most=2)
    assert [seen.is_new(number) for number in (5, 5, 3, 4, 3, 5)] == [True, False, True, True, False, True]


def test_the_same_greeting_is_held_back_once_and_for_a_few_seconds() -> None:
    greetings = Greetings()
    hello, back = replied(Said(text=("你好",))), replied(Said(text=("又见面了",)))
    later = NOW + timedelta(seconds=9)
    greetings.note(-100, hello, NOW)
    assert not greetings.has_just_said(-200, hello, later)
    assert greetings.has_just_said(-100, hello, later)
    assert not greetings.has_just_said(-100, hello, later)
    greetings.note(-100, hello, NOW)
    assert not greetings.has_just_said(-100, back, later), "another greeting says something"
    greetings.note(-100, hello, NOW)
    assert not greetings.has_just_said(-100, hello, NOW + timedelta(seconds=11))
