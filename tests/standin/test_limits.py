"""What Telegram refuses is refused, and nothing else."""

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.standin.conftest import Opening, Place

LONG_HTML = "<b>" + "涨" * 4096 + "</b>"
BUTTON: dict[str, Any] = {"text": "全文", "callback_data": "v1:full:1:0"}


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize("text", ["涨" * 4096, "😀" * 4096, "R&D & <tg-emoji emoji-id='1'>👍</tg-emoji>", LONG_HTML])
async def test_a_message_may_have_4096_characters_whatever_they_are(place: "Place", reader: int, text: str) -> None:
    assert await place.ok("sendMessage", chat_id=reader, text=text, parse_mode="HTML")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("涨" * 4097, "message is too long"),
        ("<b></b>" * 4682 + "涨", "text is too long"),
        ("", "message text is empty"),
        ("  \n", "message text is empty"),
        ("<b></b>", "text must be non-empty"),
        ("\u200b", "text must be non-empty"),
    ],
)
async def test_a_text_too_long_or_empty_is_refused(place: "Place", reader: int, text: str, words: str) -> None:
    assert await place.refused("sendMessage", chat_id=reader, text=text, parse_mode="HTML") == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "全文"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "全文", "callback_data": "涨" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "全文", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "", "callback_data": "a"}, 'Field "text" must be a non-empty String'),
        ({"text": "全文", "url": "javascript:x"}, "Wrong HTTP URL"),
        ({"text": "全文", "url": "https://e.com", "callback_data": "a"}, "exactly one action"),
        ({"text": "全文", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "全文", "callback_data": "a", "style": "green"}, "invalid button style"),
    ],
)
async def test_a_button_telegram_would_refuse_is_refused(
    place: "Place", reader: int, button: dict[str, Any], words: str
) -> None:
    assert words in await place.refused("sendMessage", chat_id=reader, text="x", reply_markup=keys(button))


async def test_a_keyboard_with_more_than_a_hundred_buttons_is_refused(place: "Place", reader: int) -> None:
    await place.ok("sendMessage", chat_id=reader, text="x", reply_markup=keys(*[BUTTON] * 100))
    words = await place.refused("sendMessage", chat_id=reader, text="x", reply_markup=keys(*[BUTTON] * 101))
    assert words == "Bad Request: REPLY_MARKUP_TOO_LONG"


@pytest.mark.parametrize("data", ["涨" * 21, "v" * 64])
async def test_callback_data_of_64_bytes_passes(place: "Place", reader: int, data: str) -> None:
    button = {"text": "全文", "callback_data": data, "style": "primary"}
    sent = await place.ok("sendMessage", chat_id=reader, text="x", reply_markup=keys(button))
    assert sent["reply_markup"] == keys(button)


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "Start", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "帮助", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "start", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "start", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"c{n}", "description": "x"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_keep_to_their_rules(place: "Place", commands: list[dict[str, Any]], words: str) -> None:
    assert await place.refused("setMyCommands", commands=commands) == f"Bad Request: {words}"


async def test_inline_answers_have_at_most_fifty_results(place: "Place", reader: int) -> None:
    asked = (await place.sim("inline", from_id=reader, query="半导体"))["inline_query_id"]
    results = [article(n) for n in range(51)]
    assert "RESULTS_TOO_MUCH" in await place.refused("answerInlineQuery", inline_query_id=asked, results=results)
    twice = [article(1), article(1)]
    assert "RESULT_ID_DUPLICATE" in await place.refused("answerInlineQuery", inline_query_id=asked, results=twice)
    assert await place.ok("answerInlineQuery", inline_query_id=asked, results=results[:50])
    await place.sim("choose", inline_query_id=asked, result_id="7")
    kinds = [(set(update) - {"update_id"}).pop() for update in await place.updates()]
    assert kinds == ["inline_query", "chosen_inline_result"]


def article(number: int) -> dict[str, Any]:
    content = {"message_text": "x"}
    return {"type": "article", "id": str(number), "title": "x", "input_message_content": content}


async def test_captions_have_1024_characters_and_toasts_200(place: "Place", reader: int) -> None:
    photo = "https://e.com/a.jpg"
    await place.ok("sendPhoto", chat_id=reader, photo=photo, caption="😀" * 1024)
    words = await place.refused("sendPhoto", chat_id=reader, photo=photo, caption="涨" * 1025)
    assert words == "Bad Request: message caption is too long"
    assert "MESSAGE_TOO_LONG" in await place.refused("answerCallbackQuery", callback_query_id="x", text="x" * 201)


async def test_unknown_chats_topics_and_reply_targets_are_refused(place: "Place", reader: int) -> None:
    assert await place.refused("sendMessage", chat_id=5, text="x") == "Bad Request: chat not found"
    thread = await place.refused("sendMessage", chat_id=reader, text="x", message_thread_id=3)
    assert thread == "Bad Request: message thread not found"
    reply = {"message_id": 99}
    words = await place.refused("sendMessage", chat_id=reader, text="x", reply_parameters=reply)
    assert words == "Bad Request: message to be replied not found"
    lenient = {**reply, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await place.ok("sendMessage", chat_id=reader, text="x", reply_parameters=lenient)


async def test_a_reply_carries_what_it_answers_and_its_quote(place: "Place", reader: int) -> None:
    first = await place.ok("sendMessage", chat_id=reader, text="😀利润增长 12%")
    wish = {"message_id": first["message_id"], "quote": "增长"}
    sent = await place.ok("sendMessage", chat_id=reader, text="x", reply_parameters=wish)
    assert sent["reply_to_message"] == first
    assert sent["quote"]["position"] == 4
    wish["quote"] = "下降"
    assert "QUOTE_TEXT_INVALID" in await place.refused("sendMessage", chat_id=reader, text="x", reply_parameters=wish)


async def test_the_wish_for_a_preview_is_echoed(place: "Place", reader: int) -> None:
    wish = {"url": "https://e.com/", "prefer_large_media": True, "is_disabled": False}
    sent = await place.ok("sendMessage", chat_id=reader, text="x", link_preview_options=wish)
    assert sent["link_preview_options"] == {"url": "https://e.com/", "prefer_large_media": True}


async def test_a_call_the_bot_api_does_not_know_is_refused_and_remembered(open_place: "Opening", reader: int) -> None:
    place = await open_place(complaining=True)
    if place.standin.sim.check is None:
        pytest.skip("the Bot API's list is not here")
    wrong = await place.refused("sendMessage", chat_id=True, text="x", colour="red", reply_markup=json.dumps(5))
    assert "unknown parameter colour" in wrong
    assert len(place.standin.complaints) == 3
    assert "text is missing" in await place.refused("sendMessage", chat_id=reader)
