"""How python-telegram-bot reaches Telegram: over our own line, and with our own judgement of what comes back."""

import json
import logging
import os
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from telegram import Update
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.delivery.answers import judged, read
from bot.delivery.forms import File, form, parts
from bot.delivery.line import FORM, USUAL, Line, LineError, Patience

MEDIA_WRITE_SECONDS = 20.0

log = logging.getLogger(__name__)


class TokenRefusedError(NetworkError):
    """Telegram does not know the token any more; said while updates are awaited."""


class Transport(BaseRequest):
    """Asks over a line and tells Telegram's answers from whatever else comes back; the line lives as long as it."""

    def __init__(self, line: Line, patience: Patience = USUAL, *, media_write: float = MEDIA_WRITE_SECONDS) -> None:
        self._line = line
        # Without it python-telegram-bot 22.8 warns at every 429 that `retry_after` will change its type.
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        self._patience = patience
        self._media_write = media_write

    @property
    def read_timeout(self) -> float | None:
        return self._patience.read

    async def initialize(self) -> None:
        self._line.open()

    async def shutdown(self) -> None:
        await self._line.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        has_files = request_data is not None and request_data.contains_files
        usual = self._patience
        patience = Patience(
            read=_chosen(read_timeout, usual.read),
            write=_chosen(write_timeout, self._media_write if has_files else usual.write),
            connect=_chosen(connect_timeout, usual.connect),
            pool=_chosen(pool_timeout, usual.pool),
            total=usual.total,
        )
        try:
            if method == "GET":
                return await self._line.get(url, patience=patience)
            body, kind = _written(request_data)
            return self._heard(*await self._line.post(url, body, kind=kind, patience=patience))
        except LineError as error:
            raise (TimedOut if error.late else NetworkError)(str(error)) from error

    def _heard(self, code: int, payload: bytes) -> tuple[int, bytes]:
        return judged(code, payload)


async def _nothing_kept(_updates: list[dict[str, Any]]) -> None:
    """Keeps nothing."""


class Polling(Transport):
    """The same for updates, where a refused token must not end the asking: the library would, and say nothing."""

    def __init__(
        self,
        line: Line,
        patience: Patience = USUAL,
        *,
        keep: Callable[[list[dict[str, Any]]], Awaitable[None]] = _nothing_kept,
    ) -> None:
        """Takes what keeps updates: the next question tells Telegram that they were taken."""
        super().__init__(line, patience)
        self._keep = keep

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - the library's
        code, payload = await super().do_request(url, *args, **kwargs)
        updates = read(payload).get("result") if code == HTTPStatus.OK else None
        if isinstance(updates, list) and updates:
            await self._keep(updates)
        return code, payload

    def _heard(self, code: int, payload: bytes) -> tuple[int, bytes]:
        code, payload = judged(code, payload)
        if code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}:
            raise TokenRefusedError("the token was refused")
        return code, readable(payload) if code == HTTPStatus.OK else payload


def _chosen(given: object, usual: float | None) -> float | None:
    if given is BaseRequest.DEFAULT_NONE:
        return usual
    return given if isinstance(given, int | float) else None


def _written(data: RequestData | None) -> tuple[bytes, str]:
    if data is None:
        return b"", FORM
    if not data.contains_files:
        return form(data.json_parameters), FORM
    return parts(data.json_parameters, {name: _file(*given) for name, given in data.multipart_data.items()})


def _file(name: str, content: Any, kind: str) -> File:  # noqa: ANN401 - bytes, or an open file
    return name, content if isinstance(content, bytes) else content.read(), kind


def readable(payload: bytes) -> bytes:
    """Leaves of an update that the library cannot read its number alone, or it would be asked for again for ever."""
    updates = read(payload).get("result")
    if not isinstance(updates, list):
        return b""
    numbered = [update for update in updates if isinstance(update, dict) and isinstance(update.get("update_id"), int)]
    kept = [update if is_readable(update) else {"update_id": update["update_id"]} for update in numbered]
    return payload if kept == updates else json.dumps({"ok": True, "result": kept}).encode()


def is_readable(update: dict[str, Any]) -> bool:
    """Tells whether the library can read an update; says so in the log where it cannot."""
    try:
        Update.de_json(update, None)
    except Exception as error:  # noqa: BLE001 - whatever the library stumbles over
        log.warning("An update of a kind nobody knows was left out (%s)", type(error).__name__)
        return False
    return True
