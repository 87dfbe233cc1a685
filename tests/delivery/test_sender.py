import asyncio
import logging
import time
from collections.abc import AsyncIterator
from typing import Literal

import pytest

from bot.delivery.line import Line, Patience
from bot.delivery.outcome import ChatGone, Later, Moved, Muted, Rejected, Sent, Trouble
from bot.delivery.pace import Pace
from bot.delivery.parcel import pack_correction
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.markup import Button, Mark, Message, Span, Style, Typed, bold
from bot.model import ChatState
from bot.standin import Standin, World, people

READER, GROUP, STRANGER = 1001, -5001, 4444
TOKEN = "123456:not-for-logs"
HELLO = Message(text=("你好 ", bold("<读者>")))


@pytest.fixture
def standin() -> Standin:
    world = World()
    reader = world.add_person(id=READER)
    world.add_group("读报小组", [reader], id=GROUP, kind="group")
    return Standin(world=world, token=TOKEN)


@pytest.fixture
async def sender(standin: Standin) -> AsyncIterator[Sender]:
    async with standin.running() as address, Line() as line:
        yield Sender(Wire(line, f"{address}/bot{TOKEN}", Patience(connect=20, read=0.5)))


async def test_a_message_arrives_as_it_was_meant(standin: Standin, sender: Sender) -> None:
    message = Message(
        text=(bold("标题"), "\n\n", Span("更多", Style.EXPANDABLE)),
        keyboard=((Button(label="全文", data="v1:full:7:1"), Button(label="原文", url="https://example.com/1")),),
    )
    assert await sender.send(READER, message) == Sent(1)
    (sent,) = standin.outbox(READER)
    assert sent["text"] == "标题\n\n更多"
    assert [entity["type"] for entity in sent["entities"]] == ["bold", "expandable_blockquote"]
    assert [button["text"] for button in sent["reply_markup"]["inline_keyboard"][0]] == ["全文", "原文"]
    assert sent["link_preview_options"]["is_disabled"]


async def test_a_picture_stands_large_above_the_text(standin: Standin, sender: Sender) -> None:
    await sender.send(READER, Message(text=("文",), picture="https://img.example.com/1.jpg"))
    assert standin.outbox(READER)[0]["link_preview_options"] == {
        "url": "https://img.example.com/1.jpg",
        "prefer_large_media": True,
        "show_above_text": True,
    }


async def test_buttons_telegram_would_refuse_are_left_out(standin: Standin, sender: Sender) -> None:
    row = (
        Button(label="", data="a"),
        Button(label="长", data="类" * 22),
        Button(label="坏", url="http://localhost/"),
        Button(label="好", data="b"),
    )
    assert await sender.send(READER, Message(text=("文",), keyboard=(row, row[:3]))) == Sent(1)
    (shown,) = standin.outbox(READER)[0]["reply_markup"]["inline_keyboard"]
    assert [button["text"] for button in shown] == ["好"]


async def test_an_edit_that_changes_nothing_is_as_good_as_done(standin: Standin, sender: Sender) -> None:
    await sender.send(READER, HELLO)
    assert await sender.edit(READER, 1, Message(text=("新",))) == Sent(1)
    assert await sender.edit(READER, 1, Message(text=("新",))) == Sent(1)
    assert standin.outbox(READER)[0]["text"] == "新"


async def test_a_message_that_says_so_already_is_left_alone_unless_a_correction_came_between(
    standin: Standin, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.sender.MOST_SHOWN", 1)
    await sender.send(READER, HELLO)
    assert await sender.edit(READER, 1, HELLO) == Sent(1)
    assert "editMessageText" not in standin.transcript()
    await sender.correct(READER, 1, pack_correction(Message(text=("更正",))))
    assert await sender.edit(READER, 1, HELLO) == Sent(1)
    assert standin.outbox(READER)[0]["text"] == "你好 <读者>"
    await sender.send(READER, HELLO)
    assert len(sender._shown) == 1


async def test_an_edit_of_a_vanished_message_is_rejected(sender: Sender) -> None:
    assert isinstance(await sender.edit(READER, 99, HELLO), Rejected)


async def test_a_message_can_be_taken_back_and_what_is_gone_is_gone(standin: Standin, sender: Sender) -> None:
    await sender.send(READER, HELLO)
    assert await sender.delete(READER, 1) == Sent(1)
    assert await sender.delete(READER, 1) == Sent(1)
    assert standin.outbox(READER) == []


async def test_a_message_too_old_to_be_taken_back_stays(standin: Standin, sender: Sender) -> None:
    await sender.send(READER, HELLO)
    description = "Bad Request: message can't be deleted for everyone"
    standin.order_fault(kind="error", method="deleteMessage", status=400, description=description)
    assert await sender.delete(READER, 1) == Rejected("message can't be deleted for everyone")
    assert len(standin.outbox(READER)) == 1


async def test_files_arrive_under_their_names_with_words_under_them(standin: Standin, sender: Sender) -> None:
    data = bytes(range(256)) * 1024
    assert await sender.send_file(READER, '报告; "11 月".csv', data, Message(text=(bold("十一月"), " & 更早"))) == Sent(
        1
    )
    typed = Message(text=Typed("港口", (Mark("italic", 0, 2),)))
    assert await sender.send_file(READER, "港口.jpg", b"picture", typed, kind="photo") == Sent(2)
    document, photo = standin.outbox(READER)
    assert document["document"]["file_name"] == "报告, '11 月'.csv"
    assert document["document"]["mime_type"] == "text/csv"
    assert (document["caption"], photo["caption"]) == ("十一月 & 更早", "港口")
    assert [document["caption_entities"][0]["type"], photo["caption_entities"][0]["type"]] == ["bold", "italic"]
    files = [standin.sim.files.get(shown["file_id"]).data for shown in (document["document"], photo["photo"][-1])]
    assert files == [data, b"picture"]


async def test_a_file_for_a_reader_who_is_gone_ends_as_a_message_would(standin: Standin, sender: Sender) -> None:
    standin.block(READER)
    assert _state(await sender.send_file(READER, "a.txt", b"x")) is ChatState.BLOCKED
    assert await sender.send_file(GROUP, "a.txt", b"") == Rejected("file must be non-empty")


async def test_a_press_too_old_to_answer_disturbs_nobody(sender: Sender) -> None:
    assert isinstance(await sender.answer("no-such-press", "已关注" * 100, alert=True), Rejected)


async def test_a_reader_who_blocked_the_bot_is_told_apart_from_a_deleted_account(
    standin: Standin, sender: Sender
) -> None:
    standin.block(READER)
    assert _state(await sender.send(READER, HELLO)) is ChatState.BLOCKED
    standin.unblock(READER)
    standin.world.deactivate(READER)
    assert _state(await sender.send(READER, HELLO)) is ChatState.GONE
    assert _state(await sender.send(STRANGER, HELLO)) is ChatState.GONE


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (403, "Forbidden: bot is not a member of the channel chat"),
        (403, "Forbidden: something new"),
    ],
)
async def test_a_group_that_shut_the_bot_out_may_take_it_back(
    standin: Standin, sender: Sender, status: int, description: str
) -> None:
    standin.order_fault(kind="error", method="sendMessage", status=status, description=description)
    assert _state(await sender.send(GROUP, HELLO)) is ChatState.BLOCKED


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (400, "not enough rights to send text messages to the chat"),
        (400, "have no rights to send a message"),
        (400, "CHAT_WRITE_FORBIDDEN"),
        (403, "Forbidden: CHAT_WRITE_FORBIDDEN"),
    ],
)
async def test_a_group_where_nobody_may_write_at_present_is_not_given_up(
    standin: Standin, sender: Sender, status: int, reason: str
) -> None:
    description = f"Bad Request: {reason}" if status == 400 else reason
    standin.order_fault(kind="error", method="sendMessage", status=status, description=description)
    assert await sender.send(GROUP, HELLO) == Muted(reason)


async def test_a_group_that_takes_no_files_keeps_all_its_news(standin: Standin, sender: Sender) -> None:
    reason = "not enough rights to send documents to the chat"
    standin.order_fault(kind="error", method="sendDocument", status=400, description=f"Bad Request: {reason}")
    assert await sender.send_file(GROUP, "a.txt", b"x") == Rejected(reason)


async def test_a_group_that_became_a_supergroup_tells_its_new_id(standin: Standin, sender: Sender) -> None:
    room = people.migrate(standin.sim, GROUP)
    assert await sender.send(GROUP, HELLO) == Moved(room.id)


async def test_telegrams_wish_to_wait_is_passed_on(standin: Standin, sender: Sender) -> None:
    standin.order_fault(kind="flood", method="sendMessage", retry_after=17)
    assert await sender.send(READER, HELLO) == Later(17.0, uncertain=False, reason=Trouble.FLOOD)


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_telegrams_own_trouble_means_later(standin: Standin, sender: Sender, status: int) -> None:
    standin.order_fault(kind="error", method="sendMessage", status=status)
    assert await sender.send(READER, HELLO) == Later(0, uncertain=False, reason=Trouble.SERVER)


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_a_lost_answer_leaves_it_open_whether_the_message_arrived(
    standin: Standin, sender: Sender, kind: str
) -> None:
    standin.order_fault(kind=kind, method="sendMessage")
    assert await sender.send(READER, HELLO) == Later(0, uncertain=True, reason=Trouble.LOST)


async def test_a_slow_answer_leaves_it_open_whether_the_message_arrived(standin: Standin, sender: Sender) -> None:
    standin.order_fault(kind="latency", method="sendMessage", seconds=1.0)
    assert await sender.send(READER, HELLO) == Later(0, uncertain=True, reason=Trouble.LOST)


async def test_without_a_connection_nothing_was_sent() -> None:
    async with Line() as line:
        sender = Sender(Wire(line, f"http://127.0.0.1:9/bot{TOKEN}"))
        assert await sender.send(READER, HELLO) == Later(0, uncertain=False, reason=Trouble.UNREACHABLE)
        assert await sender.answer("1") == Later(0, uncertain=False, reason=Trouble.UNREACHABLE)


async def test_a_message_telegram_cannot_parse_is_sent_once_more_as_plain_words(
    standin: Standin, sender: Sender
) -> None:
    description = "Bad Request: can't parse entities: Unsupported start tag"
    standin.order_fault(kind="error", method="sendMessage", status=400, description=description)
    message = Message(
        text=HELLO.text, keyboard=((Button(label="原文", url="https://example.com"),),), picture="https://a.com"
    )
    assert await sender.send(READER, message) == Sent(1)
    (sent,) = standin.outbox(READER)
    assert sent["text"] == "你好 <读者>"
    assert "entities" not in sent
    assert "reply_markup" not in sent


async def test_what_telegram_refuses_twice_is_rejected(standin: Standin, sender: Sender) -> None:
    description = "Bad Request: BUTTON_URL_INVALID"
    standin.order_fault(kind="error", method="sendMessage", status=400, description=description, count=2)
    assert await sender.send(READER, HELLO) == Rejected("BUTTON_URL_INVALID")
    standin.order_fault(kind="error", method="sendMessage", status=400, description="Bad Request: x")
    assert await sender.send(READER, HELLO) == Rejected("x")


async def test_a_refused_token_is_never_told_to_anyone(
    standin: Standin, sender: Sender, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    standin.order_fault(kind="error", method="sendMessage", status=401, description="Unauthorized")
    outcome = await sender.send(READER, HELLO)
    assert isinstance(outcome, Later)
    assert outcome.reason is Trouble.REFUSED
    assert TOKEN not in repr(outcome) + caplog.text


async def test_texts_of_any_length_arrive_shortened(standin: Standin, sender: Sender) -> None:
    assert await sender.send(READER, Message(text=("😀" * 3000, bold("丢")))) == Sent(1)
    assert standin.outbox(READER)[0]["text"].endswith("…")


async def test_answers_to_people_count_for_the_pace(standin: Standin) -> None:
    pace = Pace()
    async with standin.running() as address, Line() as line:
        sender = Sender(Wire(line, f"{address}/bot{TOKEN}"), pace=pace, monotonic=lambda: 100.0)
        await asyncio.gather(*(sender.send(READER, HELLO) for _ in range(3)))
    assert pace.room(100.0) == 0
    assert pace.resting(100.5) == {READER}


async def test_answers_to_many_people_at_once_keep_to_the_limit_over_all_chats(standin: Standin) -> None:
    crowd = range(5001, 5101)
    for person in crowd:
        standin.world.add_person(id=person)
    async with standin.running() as address, Line() as line:
        sender = Sender(Wire(line, f"{address}/bot{TOKEN}"), pace=Pace())
        outcomes = await asyncio.gather(*(sender.send(person, HELLO) for person in crowd))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    assert standin.violations == 0


async def test_people_who_press_all_at_once_are_answered_no_faster_than_telegram_grants(standin: Standin) -> None:
    async with standin.running() as address, Line() as line:
        sender = Sender(Wire(line, f"{address}/bot{TOKEN}"))
        begun = time.monotonic()
        await asyncio.gather(*(sender.edit(READER, number, HELLO) for number in range(10)))
    assert time.monotonic() - begun >= 0.3


async def test_whom_telegram_asks_to_wait_gets_neither_answers_nor_news_before(standin: Standin) -> None:
    pace = Pace()
    async with standin.running() as address, Line() as line:
        sender = Sender(Wire(line, f"{address}/bot{TOKEN}"), pace=pace)
        standin.order_fault(kind="flood", method="sendMessage", retry_after=17)
        await sender.send(READER, HELLO)
        for outcome in (
            await sender.send(READER, HELLO),
            await sender.edit(READER, 1, HELLO),
            await sender.send_file(READER, "a.txt", b"x"),
        ):
            assert isinstance(outcome, Later)
            assert 15 < outcome.seconds <= 17
        assert pace.resting(time.monotonic() + 16) == {READER}
        assert isinstance(await sender.send(GROUP, HELLO), Sent), "nobody else waits"
    assert standin.transcript().count("sendMessage") == 2
    assert "editMessageText" not in standin.transcript()


async def test_an_edit_that_telegram_wants_later_lets_the_chats_messages_wait_too(standin: Standin) -> None:
    pace = Pace()
    async with standin.running() as address, Line() as line:
        sender = Sender(Wire(line, f"{address}/bot{TOKEN}"), pace=pace)
        await sender.send(READER, HELLO)
        standin.order_fault(kind="flood", method="editMessageText", retry_after=9)
        await sender.edit(READER, 1, Message(text=("新",)))
        assert isinstance(await sender.send(READER, HELLO), Later)
    assert READER in pace.resting(time.monotonic() + 8)


async def test_a_flood_over_all_chats_is_over_before_anybody_is_answered(standin: Standin) -> None:
    pace = Pace(chance=lambda: 0.0)
    for chat_id in (7, 8):
        pace.flooded(chat_id, 0.3, time.monotonic())
    begun = time.monotonic()
    async with standin.running() as address, Line() as line:
        sender = Sender(Wire(line, f"{address}/bot{TOKEN}"), pace=pace)
        outcomes = await asyncio.gather(sender.send(READER, HELLO), sender.edit(READER, 1, HELLO))
    assert isinstance(outcomes[0], Sent)
    assert time.monotonic() - begun >= 0.3


def _state(outcome: object) -> ChatState:
    assert isinstance(outcome, ChatGone)
    return outcome.state


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_a_file_arrives_with_words_and_buttons_below_it(
    standin: Standin, sender: Sender, kind: Literal["photo", "document"]
) -> None:
    caption = Message(text=(bold("近 7 天"), "\n<读者>"), keyboard=((Button(label="30 天", data="v1:stats:30"),),))
    assert await sender.send_file(READER, "stats.png", b"\x89PNG", caption, kind=kind) == Sent(1)
    (sent,) = standin.outbox(READER)
    assert sent[kind]
    assert sent["caption"] == "近 7 天\n<读者>"
    assert sent["caption_entities"][0]["type"] == "bold"
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "v1:stats:30"


async def test_a_file_for_a_chat_that_is_gone_is_told_as_such(sender: Sender) -> None:
    assert isinstance(await sender.send_file(STRANGER, "stats.png", b"\x89PNG", kind="photo"), ChatGone)
