"""The way to Telegram's server and back: only Telegram's own refusals count as such, no proxy's."""

import json
import logging
from http import HTTPStatus
from typing import Any

from telegram import Update
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

log = logging.getLogger(__name__)

_PLAIN = (b'{"ok":true,"result":', b'{"ok": true, "result":')
_TELEGRAMS_OWN = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
}
"""Statuses that say something about the bot or a chat, and that a proxy's page must not seem to say."""


class TokenRefusedError(NetworkError):
    """Telegram does not know the token any more; said while updates are awaited."""


class Transport(HTTPXRequest):
    """Asks over HTTP and tells Telegram's answers from whatever else comes back."""

    async def do_request(self, *place: Any, **request: Any) -> tuple[int, bytes]:  # noqa: ANN401 - handed on as they are
        return judged(*await super().do_request(*place, **request))


class Polling(Transport):
    """The same for updates, where a refused token must not end the asking: the library would, and say nothing."""

    async def do_request(self, *place: Any, **request: Any) -> tuple[int, bytes]:  # noqa: ANN401 - handed on as they are
        code, payload = await super().do_request(*place, **request)
        if code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}:
            raise TokenRefusedError("the token was refused")
        return code, readable(payload) if code == HTTPStatus.OK else payload


def judged(code: int, payload: bytes) -> tuple[int, bytes]:
    """Gives the status and the body an answer deserves; what is not Telegram's becomes a server's failure."""
    if payload.startswith(_PLAIN):
        return code, payload
    answer = _read(payload)
    if "ok" not in answer or (answer["ok"] and "result" not in answer):
        if HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES:
            return code, b""  # it may have been done: an answer that cannot be read
        return (HTTPStatus.BAD_GATEWAY if code in _TELEGRAMS_OWN else code), b"{}"
    if not answer["ok"] and code < HTTPStatus.BAD_REQUEST:
        told = answer.get("error_code")
        return (told if isinstance(told, int) else HTTPStatus.BAD_GATEWAY), payload
    return code, payload


def readable(payload: bytes) -> bytes:
    """Leaves of an update that the library cannot read its number alone, or it would be asked for again for ever."""
    updates = _read(payload).get("result")
    if not isinstance(updates, list):
        return b""
    numbered = [update for update in updates if isinstance(update, dict) and isinstance(update.get("update_id"), int)]
    kept = [update if _is_readable(update) else {"update_id": update["update_id"]} for update in numbered]
    return payload if kept == updates else json.dumps({"ok": True, "result": kept}).encode()


def _is_readable(update: dict[str, Any]) -> bool:
    try:
        Update.de_json(update, None)
    except Exception as error:  # noqa: BLE001 - whatever the library stumbles over
        log.warning("An update of a kind nobody knows was left out (%s)", type(error).__name__)
        return False
    return True


def _read(payload: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
