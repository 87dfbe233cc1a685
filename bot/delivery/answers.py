"""What came back from a server: only Telegram's own word counts as such, no proxy's page does."""

import json
import re
from http import HTTPStatus
from typing import Any

_PLAIN = (b'{"ok":true,"result":', b'{"ok": true, "result":')
_MESSAGE = re.compile(rb'\{"ok":true,"result":\{"message_id":(\d{1,18})[,}]')
"""How Telegram writes that a message was sent: the rest of the answer repeats what was said."""
_TELEGRAMS_OWN = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
}
"""Statuses that say something about the bot or a chat, and that a proxy's page must not seem to say."""


def judged(code: int, payload: bytes) -> tuple[int, bytes]:
    """Gives the status and the body an answer deserves; what is not Telegram's becomes a server's failure."""
    if payload.startswith(_PLAIN):
        return code, payload
    answer = read(payload)
    if "ok" not in answer or (answer["ok"] and "result" not in answer):
        if HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES:
            return code, b""  # it may have been done: an answer that cannot be read
        return (HTTPStatus.BAD_GATEWAY if code in _TELEGRAMS_OWN else code), b"{}"
    if not answer["ok"] and code < HTTPStatus.BAD_REQUEST:
        told = answer.get("error_code")
        return (told if isinstance(told, int) else HTTPStatus.BAD_GATEWAY), payload
    return code, payload


def message_id(payload: bytes) -> int | None:
    """Cuts the number of the message out of the answer to a send, where that can be done without reading it all."""
    found = _MESSAGE.match(payload)
    return int(found[1]) if found else None


def read(payload: bytes) -> dict[str, Any]:
    """Reads an answer; an empty one when it is no JSON object."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
