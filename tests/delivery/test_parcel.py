import json
from collections.abc import AsyncIterator
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.line import Line
from bot.delivery.outcome import Rejected, Sent
from bot.delivery.parcel import MARKS, Correction, Parcel, pack, pack_correction
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.markup import Button, Mark, Message, Span, Style, Typed, bold
from bot.standin import Standin, World
from bot.standin.entities import utf16

READER = 1001
TOKEN = "123456:parcels"
TYPED = Typed(
    "今晚😀停水 详情 a&b<c>", (Mark("bold", 2, 4), Mark("text_link", 7, 2, url="https://example.com/a?b=1&c=2"))
)
MARKED = [
    {"type": "bold", "offset": 2, "length": 4},
    {"type": "text_link", "offset": 7, "length": 2, "url": "https://example.com/a?b=1&c=2"},
]
KEYBOARD = ((Button(label="全文", data="v1:full:7:1"), Button(label="原文", url="https://example.com/1")),)


@pytest.fixture
def standin() -> Standin:
    world = World()
    world.add_person(id=READER)
    return Standin(world=world, token=TOKEN)


@pytest.fixture
async def sender(standin: Standin) -> AsyncIterator[Sender]:
    async with standin.running() as address, Line() as line:
        yield Sender(Wire(line, f"{address}/bot{TOKEN}"))


def _fields(body: bytes) -> dict[str, str]:
    return {name: value[0] for name, value in parse_qs(body.decode(), strict_parsing=True).items()}


async def _photo(standin: Standin, sender: Sender) -> str:
    """Sends a picture, and gives what Telegram calls it."""
    assert await sender.send_file(READER, "港口.jpg", b"\xff\xd8picture", kind="photo") == Sent(1)
    file_id: str = standin.outbox(READER)[0]["photo"][-1]["file_id"]
    return file_id


def test_a_message_is_written_once_without_its_chat() -> None:
    parcel = pack(Message(text=(bold("标题"), " & 文"), keyboard=KEYBOARD))
    assert parcel.method == "sendMessage"
    assert _fields(parcel.body) == {
        "text": "<b>标题</b> &amp; 文",
        "parse_mode": "HTML",
        "link_preview_options": '{"is_disabled":true}',
        "reply_markup": json.dumps(
            {
                "inline_keyboard": [
                    [{"text": "全文", "callback_data": "v1:full:7:1"}, {"text": "原文", "url": "https://example.com/1"}]
                ]
            },
            separators=(",", ":"),
        ),
    }
    plain = _fields(parcel.plain)
    assert plain["text"] == "标题 & 文"
    assert "parse_mode" not in plain
    assert "url" not in plain["reply_markup"]


def test_silence_and_the_paid_rate_are_asked_for_only_when_wished() -> None:
    usual, wished = pack(Message(text=("文",))), pack(Message(text=("文",)), silent=True, paid=True)
    for written in (usual.body, usual.plain):
        assert not {"disable_notification", "allow_paid_broadcast"} & _fields(written).keys()
    for written in (wished.body, wished.plain):
        assert _fields(written)["disable_notification"] == _fields(written)["allow_paid_broadcast"] == "true"


async def test_a_parcel_reaches_any_number_of_chats(standin: Standin, sender: Sender) -> None:
    standin.world.add_person(id=READER + 1)
    parcel = pack(Message(text=(bold("标题"),)))
    assert [await sender.deliver(chat_id, parcel) for chat_id in (READER, READER + 1)] == [Sent(1), Sent(1)]
    assert [standin.outbox(chat_id)[0]["text"] for chat_id in (READER, READER + 1)] == ["标题", "标题"]


async def test_what_an_admin_typed_arrives_just_so(standin: Standin, sender: Sender) -> None:
    assert await sender.send(READER, Message(text=TYPED, keyboard=KEYBOARD)) == Sent(1)
    (sent,) = standin.outbox(READER)
    assert sent["text"] == TYPED.text
    assert sent["entities"] == MARKED
    assert len(sent["reply_markup"]["inline_keyboard"][0]) == 2


async def test_a_picture_telegram_has_is_sent_with_the_words_under_it(standin: Standin, sender: Sender) -> None:
    file_id = await _photo(standin, sender)
    typed = pack(Message(text=TYPED, photo=file_id, keyboard=KEYBOARD), silent=True)
    styled = pack(Message(text=(bold("标题"), "文" * 2000), photo=file_id))
    assert typed.method == styled.method == "sendPhoto"
    assert [await sender.deliver(READER, parcel) for parcel in (typed, styled)] == [Sent(2), Sent(3)]
    _, first, second = standin.outbox(READER)
    assert first["photo"][-1]["file_id"] == second["photo"][-1]["file_id"] == file_id
    assert (first["caption"], first["caption_entities"]) == (TYPED.text, MARKED)
    assert second["caption"].startswith("标题文")
    assert len(second["caption"]) == 1024
    assert second["caption_entities"] == [{"type": "bold", "offset": 0, "length": 2}]


async def test_a_chat_that_takes_no_pictures_gets_the_words_and_their_correction(
    standin: Standin, sender: Sender
) -> None:
    file_id = await _photo(standin, sender)
    refusal = "Bad Request: not enough rights to send photos to the chat"
    standin.order_fault(kind="error", method="sendPhoto", status=400, description=refusal, count=2)
    parcel = pack(Message(text=("错的",), photo=file_id, keyboard=KEYBOARD))
    assert await sender.deliver(READER, parcel) == Sent(2)
    assert standin.outbox(READER)[-1]["text"] == "错的"
    assert await sender.correct(READER, 2, pack_correction(Message(text=TYPED, photo=file_id))) == Sent(2)
    assert standin.outbox(READER)[-1]["text"] == TYPED.text
    alone = await sender.deliver(READER, pack(Message(text=(), photo=file_id)))
    assert alone == Rejected("not enough rights to send photos to the chat")


async def test_a_correction_takes_the_place_of_text_and_caption(standin: Standin, sender: Sender) -> None:
    file_id = await _photo(standin, sender)
    await sender.send(READER, Message(text=("错的",), photo=file_id))
    await sender.send(READER, Message(text=("错的",)))
    caption, text = pack_correction(Message(text=TYPED, photo=file_id)), pack_correction(Message(text=TYPED))
    assert (
        await sender.correct(READER, 2, caption)
        == await sender.edit(READER, 2, Message(text=TYPED, photo=file_id))
        == Sent(2)
    )
    assert await sender.correct(READER, 3, text) == await sender.correct(READER, 3, text) == Sent(3)
    _, photo, message = standin.outbox(READER)
    assert (photo["caption"], photo["caption_entities"]) == (TYPED.text, MARKED)
    assert (message["text"], message["entities"]) == (TYPED.text, MARKED)


@pytest.mark.parametrize("kind", sorted(MARKS - {"text_link"}))
async def test_every_mark_a_person_can_make_is_kept(kind: str, standin: Standin, sender: Sender) -> None:
    await sender.send(READER, Message(text=Typed("print(1) x", (Mark(kind, 0, 8, language="python"),))))
    (entity,) = standin.outbox(READER)[0]["entities"]
    language = {"language": "python"} if kind == "pre" else {}
    assert entity == {"type": kind, "offset": 0, "length": 8, **language}


async def test_marks_telegram_makes_itself_or_would_refuse_are_left_out(standin: Standin, sender: Sender) -> None:
    wrong = (
        Mark("mention", 0, 2),
        Mark("custom_emoji", 0, 2),
        Mark("text_link", 0, 2),
        Mark("bold", -1, 2),
        Mark("bold", 3, 0),
        Mark("bold", 9, 1),
    )
    assert await sender.send(READER, Message(text=Typed("只有文字", (*wrong, Mark("italic", 2, 99))))) == Sent(1)
    assert standin.outbox(READER)[0]["entities"] == [{"type": "italic", "offset": 2, "length": 2}]


async def test_typed_words_telegram_refuses_arrive_without_their_marks(standin: Standin, sender: Sender) -> None:
    standin.order_fault(kind="error", method="sendMessage", status=400, description="Bad Request: ENTITIES_TOO_LONG")
    assert await sender.send(READER, Message(text=TYPED)) == Sent(1)
    assert standin.outbox(READER)[0]["text"] == TYPED.text
    assert "entities" not in standin.outbox(READER)[0]


anything = st.text(st.characters(categories=None), max_size=200)
marks = st.builds(
    Mark,
    anything | st.sampled_from(sorted(MARKS)),
    st.integers(),
    st.integers(),
    st.none() | anything,
    st.none() | anything,
)
texts = st.builds(Typed, anything, st.lists(marks).map(tuple)) | st.lists(
    anything | st.builds(Span, anything, st.none() | st.sampled_from(Style), st.none() | anything)
).map(tuple)
buttons = st.builds(Button, label=anything, data=st.none() | anything, url=st.none() | anything)
messages = st.builds(
    Message,
    text=texts,
    keyboard=st.lists(st.lists(buttons, max_size=3).map(tuple), max_size=3).map(tuple),
    picture=st.none() | anything,
    photo=st.none() | anything,
)


@given(messages)
def test_whatever_a_message_is_made_of_it_is_written_and_can_be_read(message: Message) -> None:
    written: list[Parcel | Correction] = [
        pack(message),
        pack(message, silent=True, paid=True),
        pack_correction(message),
    ]
    for parcel in written:
        for body in (parcel.body, parcel.plain):
            parse_qs(body.decode("ascii"), keep_blank_values=True, errors="strict")
        fields = parse_qs(parcel.body.decode(), keep_blank_values=True)
        for name in ("entities", "caption_entities"):
            for entity in json.loads(fields.get(name, ["[]"])[0]):
                text = fields["caption" if name == "caption_entities" else "text"][0]
                assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16(text)
