"""What reaches the desk through Telegram: formatting, pictures, albums; and who may be written to because of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.chat.bridge.seen import Visits
from bot.core.broadcasts import Version
from bot.markup import Mark
from bot.model import ChatKind, ChatState

Live = Any
ADMIN, READER, CHANNEL = 1002, 1001, -1_001_000_000_009
BOT = {"id": 123_456, "is_bot": True, "first_name": "简报", "username": "jianbao_bot"}
RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


def written(live: Live, **content: object) -> None:
    """An admin sends a message that plain words cannot hold."""
    sim = live.standin.sim
    room = sim.world.room(ADMIN)
    who = {"id": ADMIN, "is_bot": False, "first_name": "阿简", "language_code": "zh-hans"}
    sim.updates.push("message", sim.post(room, who, content))


def photo(number: int = 1) -> list[dict[str, object]]:
    sizes = ((f"small-{number}", 90), (f"large-{number}", 1280))
    return [{"file_id": name, "file_unique_id": name, "width": width, "height": width} for name, width in sizes]


async def draft(live: Live) -> Any:  # noqa: ANN401 - a Broadcast
    return await live.shop.store.broadcasts.get(1)


async def test_formatting_and_the_largest_picture_come_along_behind_the_command(live: Live) -> None:
    entities = [
        {"type": "bot_command", "offset": 0, "length": 10},
        {"type": "bold", "offset": 14, "length": 2},
        {"type": "text_link", "offset": 16, "length": 2, "url": "https://example.org/"},
    ]
    written(live, photo=photo(), caption="/broadcast 💧 今晚停水", caption_entities=entities)
    await live.until(lambda: live.standin.outbox(ADMIN))
    marks = (Mark("bold", 3, 2), Mark("text_link", 5, 2, "https://example.org/"))
    assert (await draft(live)).content.main == Version(text="💧 今晚停水", marks=marks, photo="large-1")


async def test_an_album_is_answered_once_with_what_is_possible(live: Live) -> None:
    await live.say(ADMIN, "/broadcast")
    for number in range(3):
        written(live, photo=photo(number), media_group_id="album-1")
    await live.until(lambda: "一次只能发一张图片" in live.standin.outbox(ADMIN)[-1]["text"])
    live.standin.say(ADMIN, "今晚停水")
    await live.until(lambda: "📝 今晚停水" in live.standin.outbox(ADMIN)[-1]["text"])
    said = [message["text"] for message in live.standin.outbox(ADMIN)]
    assert sum("一次只能发一张图片" in text for text in said) == 1
    assert (await draft(live)).content.main == Version(text="今晚停水")


async def test_a_forward_and_a_sticker_are_answered_with_what_is_possible(live: Live) -> None:
    await live.say(ADMIN, "/broadcast")
    origin = {"type": "hidden_user", "sender_user_name": "某人", "date": 1}
    written(live, text="今晚停水", forward_origin=origin)
    await live.until(lambda: "转发的消息不能直接群发" in live.standin.outbox(ADMIN)[-1]["text"])
    written(live, voice={"file_id": "v", "file_unique_id": "v", "duration": 1})
    await live.until(lambda: "只能群发文字" in live.standin.outbox(ADMIN)[-1]["text"])


async def test_there_is_one_card_of_a_draft_and_it_is_the_last_message(live: Live) -> None:
    await live.say(ADMIN, "/broadcast")
    live.standin.say(ADMIN, "今晚停水")
    await live.until(lambda: "📝 今晚停水" in live.standin.outbox(ADMIN)[-1]["text"])
    await live.until(lambda: sum("草稿" in message["text"] for message in live.standin.outbox(ADMIN)) == 1)
    await live.press(ADMIN, "👁 预览")
    await live.until(lambda: len(live.standin.outbox(ADMIN)) == 2)
    await live.until(lambda: "草稿" in live.standin.outbox(ADMIN)[-1]["text"])

    async def is_noted() -> bool:
        return bool((await draft(live)).card == (ADMIN, live.standin.outbox(ADMIN)[-1]["message_id"]))

    assert await live.until(is_noted)


async def test_a_card_pressed_while_it_moves_down_stays_one_card_and_shows_what_was_pressed(live: Live) -> None:
    await live.say(ADMIN, "/broadcast 今晚停水")
    [card] = live.standin.outbox(ADMIN)
    for data in ("v1:bcview:1", "v1:bcdry:1"):
        live.standin.press(ADMIN, card["message_id"], data)
    await live.until(lambda: "什么也没有发" in live.standin.outbox(ADMIN)[-1]["text"])
    await live.until(lambda: len(live.standin.outbox(ADMIN)) == 2)
    assert live.standin.outbox(ADMIN)[0]["text"] == "今晚停水"


async def test_a_list_of_who_missed_it_comes_as_a_file(live: Live) -> None:
    await live.say(ADMIN, "/broadcast 今晚停水")
    question = live.standin.outbox(ADMIN)[-1]
    await live.forge(ADMIN, "v1:bccsv:1", message={**question, "chat": {"id": ADMIN, "type": "private"}})
    file = await live.until(lambda: [m["document"] for m in live.standin.outbox(ADMIN) if "document" in m])
    assert file[0]["file_name"] == "broadcast-1.csv"


def membership(live: Live, status: str, **rights: bool) -> None:
    old = {"status": "left", "user": BOT}
    new = {
        "status": status,
        "user": BOT,
        **(dict.fromkeys(RIGHTS, False) if status == "administrator" else {}),
        **rights,
    }
    chat = {"id": CHANNEL, "type": "channel", "title": "频道"}
    who = {"id": READER, "is_bot": False, "first_name": "小林", "language_code": "zh-hans"}
    change = {"chat": chat, "from": who, "date": 1, "old_chat_member": old, "new_chat_member": new}
    live.standin.sim.updates.push("my_chat_member", change)


async def test_a_channel_that_lets_the_bot_post_is_kept_and_not_greeted(live: Live) -> None:
    membership(live, "administrator", can_post_messages=True)

    async def state() -> object:
        kept = await live.shop.store.chats.get(CHANNEL)
        return kept and (kept.kind, kept.state)

    assert await live.until(state) == (ChatKind.CHANNEL, ChatState.ACTIVE)
    membership(live, "administrator", can_post_messages=False)

    async def lost() -> bool:
        return await state() == (ChatKind.CHANNEL, ChatState.BLOCKED)

    assert await live.until(lost)
    assert CHANNEL not in live.standin.world.rooms, "nothing was said there"


async def test_a_talk_is_noted_once_an_hour(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[int] = []
    store = live.shop.store.chats
    note = type(store).note_seen

    async def counted(self: Any, chat_id: int, **rest: Any) -> None:  # noqa: ANN401 - whatever it takes
        noted.append(chat_id)
        await note(self, chat_id, **rest)

    monkeypatch.setattr(type(store), "note_seen", counted)
    for _ in range(3):
        await live.say(READER, "/help")
    assert noted == [READER]


def test_a_visit_counts_again_after_an_hour() -> None:

    visits, now = Visits(most=2), datetime(2026, 11, 28, tzinfo=UTC)
    assert visits.is_new(1, now)
    assert not visits.is_new(1, now + timedelta(minutes=59))
    assert visits.is_new(1, now + timedelta(minutes=61))
    assert [visits.is_new(number, now) for number in (2, 3, 2)] == [True, True, False]
