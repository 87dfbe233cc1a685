import asyncio
import json

import pytest
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.answers import judged
from bot.delivery.line import Line
from bot.delivery.transport import Polling, TokenRefusedError, Transport, readable
from bot.standin import Standin, World

TOKEN = "123456:not-for-logs"
GOOD = b'{"ok":true,"result":{}}'
FLOOD = b'{"ok": false, "error_code": 429, "parameters": {"retry_after": 3}}'


@pytest.mark.parametrize(
    ("code", "payload", "expected"),
    [
        (200, GOOD, (200, GOOD)),
        (200, b'{ "result": 1, "ok": true }', (200, b'{ "result": 1, "ok": true }')),
        (401, b'{"ok":false}', (401, b'{"ok":false}')),
        (404, b"<html>not here</html>", (502, b"{}")),
        (401, b"", (502, b"{}")),
        (500, b"[]", (500, b"{}")),
        (413, b"<html>", (413, b"{}")),
        (429, b"[" * 100_000, (429, b"{}")),
        (200, b"<html>hello</html>", (200, b"")),
        (200, b'{"ok":true}', (200, b"")),
        (200, b"\xff\xfe", (200, b"")),
        (200, FLOOD, (429, FLOOD)),
        (200, b'{"ok":false,"error_code":"?"}', (502, b'{"ok":false,"error_code":"?"}')),
    ],
)
def test_only_what_telegram_says_is_taken_for_its_word(code: int, payload: bytes, expected: tuple[int, bytes]) -> None:
    assert judged(code, payload) == expected


class Answering(Transport):
    """A server that answers one thing."""

    def __init__(self, code: int, payload: bytes) -> None:
        super().__init__(Line())
        self.answer = judged(code, payload)

    async def do_request(self, *_place: object, **_request: object) -> tuple[int, bytes]:
        return self.answer


@pytest.mark.parametrize(
    ("code", "payload", "error"),
    [
        (404, b"<html>", NetworkError),
        (500, b"[]", NetworkError),
        (200, FLOOD, RetryAfter),
        (200, b"<html>", TelegramError),
        (401, b'{"ok":false,"description":"Unauthorized"}', InvalidToken),
    ],
)
async def test_whatever_comes_back_is_an_error_the_library_knows(
    code: int, payload: bytes, error: type[TelegramError]
) -> None:
    with pytest.raises(error):
        await Bot(TOKEN, request=Answering(code, payload)).get_me()


async def test_a_refused_token_does_not_end_the_waiting_for_updates() -> None:
    standin = Standin(world=World(), token="1:another")
    async with standin.running() as address:
        transport, polling = Transport(Line()), Polling(Line())
        bot = Bot(TOKEN, base_url=f"{address}/bot", request=transport, get_updates_request=polling)
        with pytest.raises(TokenRefusedError):
            await bot.get_updates()
        with pytest.raises(InvalidToken):
            await bot.get_me()
        await asyncio.gather(transport.shutdown(), polling.shutdown())


def test_an_update_that_cannot_be_read_is_passed_over_and_the_others_are_heard() -> None:
    person = {"id": 7, "type": "private", "first_name": "x"}
    good = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": person, "text": "好"}}
    unknown = {"update_id": 2, "of_a_kind_to_come": {"x": 1}}
    fine = json.dumps({"ok": True, "result": [good, unknown]}).encode()
    assert readable(fine) == fine
    damaged = [good, {"update_id": 3, "message": "nonsense"}, "nonsense", {"message": {}}]
    answer = json.loads(readable(json.dumps({"ok": True, "result": damaged}).encode()))
    assert answer == {"ok": True, "result": [good, {"update_id": 3}]}
    assert readable(b'{"ok": true, "result": null}') == b""
