"""One table of calls Telegram refuses, each with the words it refuses them in."""

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin import World

if TYPE_CHECKING:
    from tests.standin.conftest import Opening, Place

CHAT = {"chat_id": 1_001}
SCOPE = {"type": "chat"}
PHOTO = {"type": "photo", "media": "https://e.com/a.jpg"}
REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "no chat": ("sendMessage", {"chat_id": "", "text": "x"}, "chat_id is empty"),
    "nobody of that name": ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    "another parse mode": ("sendMessage", {**CHAT, "text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
    "a message id in words": ("deleteMessage", {**CHAT, "message_id": "one"}, "integer expected"),
    "buttons that are no JSON": ("sendMessage", {**CHAT, "text": "x", "reply_markup": "{"}, "JSON object"),
    "buttons that are a list": ("sendMessage", {**CHAT, "text": "x", "reply_markup": []}, "object expected"),
    "rows that are no rows": (
        "sendMessage",
        {**CHAT, "text": "x", "reply_markup": {"inline_keyboard": [{}]}},
        "Array of Arrays",
    ),
    "a keyboard of no kind": ("sendMessage", {**CHAT, "text": "x", "reply_markup": {"keys": []}}, "reply keyboard"),
    "a button that is text": (
        "sendMessage",
        {**CHAT, "text": "x", "reply_markup": {"inline_keyboard": [["x"]]}},
        "Object expected",
    ),
    "a preview that is text": ("sendMessage", {**CHAT, "text": "x", "link_preview_options": [1]}, "object expected"),
    "an unknown action": ("sendChatAction", {**CHAT, "action": "dancing"}, "wrong parameter action"),
    "no photo": ("sendPhoto", {**CHAT, "photo": ""}, "there is no photo in the request"),
    "a photo not attached": ("sendPhoto", {**CHAT, "photo": "attach://a"}, "there is no photo in the request"),
    "a photo nobody sent": ("sendPhoto", {**CHAT, "photo": "file-77"}, "wrong file identifier"),
    "a photo elsewhere": ("sendPhoto", {**CHAT, "photo": "ftp://e.com/a.jpg"}, "wrong HTTP URL"),
    "an album of one": ("sendMediaGroup", {**CHAT, "media": [PHOTO]}, "from 2 to 10 items"),
    "an album of films": ("sendMediaGroup", {**CHAT, "media": [{**PHOTO, "type": "film"}] * 2}, "InputMedia"),
    "deleting nothing": ("deleteMessages", {**CHAT, "message_ids": []}, "message_ids must be"),
    "copying what is gone": (
        "copyMessages",
        {**CHAT, "from_chat_id": 1_001, "message_ids": [9]},
        "no messages to copy",
    ),
    "pinning what is gone": ("pinChatMessage", {**CHAT, "message_id": 9}, "message to pin not found"),
    "unpinning nothing": ("unpinChatMessage", CHAT, "message to unpin not found"),
    "pinning without the right": (
        "pinChatMessage",
        {"chat_id": -1_001_000_000_001, "message_id": 1},
        "not enough rights to manage pinned messages",
    ),
    "an inline message": ("editMessageText", {"inline_message_id": "x", "text": "x"}, "MESSAGE_ID_INVALID"),
    "a scope of no chat": ("setMyCommands", {"commands": [], "scope": SCOPE}, 'Can\'t find field "chat_id"'),
    "a scope of no kind": ("getMyCommands", {"scope": {"type": "all"}}, "Unsupported type specified"),
    "commands that are text": ("setMyCommands", {"commands": ["start"]}, "expected an Object"),
    "commands that are no list": ("setMyCommands", {"commands": {}}, "expected an Array"),
    "a menu button of no kind": ("setChatMenuButton", {"menu_button": {"type": "x"}}, "Unsupported type"),
    "inline results that are no list": (
        "answerInlineQuery",
        {"inline_query_id": "x", "results": {}},
        "expected an Array",
    ),
    "an inline result without id": (
        "answerInlineQuery",
        {"inline_query_id": "x", "results": [{}]},
        "RESULT_ID_INVALID",
    ),
    "an inline offset too long": (
        "answerInlineQuery",
        {"inline_query_id": "x", "results": [], "next_offset": "x" * 65},
        "NEXT_OFFSET_INVALID",
    ),
    "administrators of two": ("getChatAdministrators", CHAT, "no administrators in the private chat"),
    "an unknown member": ("getChatMember", {**CHAT, "user_id": 5}, "PARTICIPANT_ID_INVALID"),
    "a secret with blanks": ("setWebhook", {"url": "https://e.com", "secret_token": "a b"}, "unallowed characters"),
    "too many connections": ("setWebhook", {"url": "https://e.com", "max_connections": 101}, "between 1 and 100"),
    "too many updates": ("getUpdates", {"limit": 101}, "limit must be between 1 and 100"),
}


@pytest.mark.parametrize(("method", "params", "words"), REFUSED.values(), ids=REFUSED)
async def test_telegram_s_refusals_are_ours(lenient: "Place", method: str, params: dict[str, Any], words: str) -> None:
    assert words in await lenient.refused(method, **params)


@pytest.fixture
async def lenient(open_place: "Opening") -> "Place":
    """A stand-in without the Bot API's list, so that a rule of its own must refuse."""
    world = World()
    world.add_group("群", [world.add_person("小林")])
    return await open_place(world=world, spec=None)


async def test_what_a_bot_set_it_can_ask_for(lenient: "Place") -> None:
    button = {"type": "commands"}
    assert await lenient.ok("getChatMenuButton") == button
    await lenient.ok("setChatMenuButton", chat_id=1_001, menu_button={"type": "default"})
    assert await lenient.ok("getChatMenuButton", chat_id=1_001) == {"type": "default"}
    assert await lenient.ok("getMyName") == {"name": "简报"}
    owner = (await lenient.ok("getChatAdministrators", chat_id=-1_001_000_000_001))[0]
    assert owner["status"] == "creator"
    assert await lenient.ok("getChatMemberCount", chat_id=-1_001_000_000_001) == 2


async def test_a_caption_can_be_changed_and_copied_with_another(lenient: "Place") -> None:
    sent = await lenient.ok(
        "sendPhoto", chat_id=1_001, photo="https://e.com/a.jpg", caption="旧", show_caption_above_media=True
    )
    at = {"chat_id": 1_001, "message_id": sent["message_id"]}
    assert (await lenient.ok("editMessageCaption", **at, caption="新"))["caption"] == "新"
    assert "there is no text in the message to edit" in await lenient.refused("editMessageText", **at, text="x")
    await lenient.ok("copyMessage", **at, from_chat_id=1_001, caption="<b>另</b>", parse_mode="HTML")
    assert [message["caption"] for message in lenient.standin.outbox(1_001)] == ["新", "另"]
