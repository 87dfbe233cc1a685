"""Which buttons Telegram takes under a message."""

import json
from collections.abc import Callable

from bot.standin.errors import ApiError, bad
from bot.standin.links import is_web_link
from bot.standin.wire import Json

MAX_CALLBACK_DATA = 64
MAX_COPY_TEXT = 256
MAX_BUTTONS = 100
MAX_MARKUP_BYTES = 10_240
STYLES = frozenset({"danger", "success", "primary"})
OTHER_KEYBOARDS = ("keyboard", "remove_keyboard", "force_reply")
LOOKS = frozenset({"text", "style", "icon_custom_emoji_id", "disabled"})


def checked_markup(markup: object) -> Json | None:
    """The inline keyboard to show with a message; other keyboards are valid but are not part of it."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if markup and not any(kind in markup for kind in OTHER_KEYBOARDS):
        raise bad("can't parse reply keyboard markup JSON object")
    return None


def _inline(rows: object) -> Json | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse inline keyboard: Array of Arrays expected")
    buttons = [button for row in rows for button in row]
    for button in buttons:
        _check_button(button)
    if len(buttons) > MAX_BUTTONS or len(json.dumps(rows, ensure_ascii=False).encode()) > MAX_MARKUP_BYTES:
        raise bad("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": [row for row in rows if row]} if buttons else None


def _check_button(button: object) -> None:
    if not isinstance(button, dict):
        raise _refused("Object expected")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise _refused('Field "text" must be a non-empty String')
    actions = button.keys() - LOOKS
    if not actions:
        raise _refused("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _refused(f"exactly one action must be given, not {' and '.join(sorted(actions))}")
    if button.get("style", "primary") not in STYLES:
        raise _refused("invalid button style specified")
    action = actions.pop()
    if action not in ACTIONS:
        raise _refused(f"unknown action {action}")
    ACTIONS[action](button[action])


def _callback(data: object) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_CALLBACK_DATA:
        raise bad("BUTTON_DATA_INVALID")


def _url(url: object) -> None:
    if not isinstance(url, str) or not is_web_link(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _copy(copied: object) -> None:
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= MAX_COPY_TEXT:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _anything(_value: object) -> None:
    """Nothing more is known to be refused."""


ACTIONS: dict[str, Callable[[object], None]] = {
    "callback_data": _callback,
    "url": _url,
    "copy_text": _copy,
    "web_app": _anything,
    "login_url": _anything,
    "switch_inline_query": _anything,
    "switch_inline_query_current_chat": _anything,
    "switch_inline_query_chosen_chat": _anything,
    "callback_game": _anything,
    "pay": _anything,
}


def _refused(reason: str) -> ApiError:
    return bad(f"can't parse inline keyboard button: {reason}")
