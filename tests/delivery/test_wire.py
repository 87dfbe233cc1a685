import asyncio
import json
import logging

import pytest

from bot.delivery.line import Line, Patience
from bot.delivery.outcome import ChatGone, Later, Moved, Muted, Outcome, Rejected, Sent, Trouble
from bot.delivery.wire import Wire
from bot.model import ChatState
from tests.delivery.loopback import answer, heard, serving

TOKEN = "123456:not-for-logs"
BODY = b"text=x&chat_id=1"
SERVER = Later(0, uncertain=False, reason=Trouble.SERVER)
UNCLEAR = Later(0, uncertain=True, reason=Trouble.SERVER)
LOST = Later(0, uncertain=True, reason=Trouble.LOST)
REFUSED = Later(60, uncertain=False, reason=Trouble.REFUSED)


def _flood(seconds: float) -> Later:
    return Later(seconds, uncertain=False, reason=Trouble.FLOOD)


def _refusal(code: int, description: str = "", **parameters: object) -> bytes:
    body: dict[str, object] = {"ok": False, "error_code": code, "description": description}
    return json.dumps(body | ({"parameters": parameters} if parameters else {})).encode()


async def _outcome(status: str, body: bytes) -> Outcome:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(answer(body, status))

    async with serving(talk) as address, Line() as line:
        return await Wire(line, f"{address}/bot{TOKEN}", Patience(connect=20)).call("sendMessage", BODY)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (b'{"ok":true,"result":{"message_id":4711,"from":{"id":5}}}', Sent(4711)),
        (b'{"ok":true,"result":{"message_id":12}}', Sent(12)),
        (b'{"ok": true, "result": {"message_id": 13, "date": 1}}', Sent(13)),
        (b'{"result":{"date":1,"message_id":14},"ok":true}', Sent(14)),
        (b'{"ok":true,"result":{"chat":{"message_id":9},"message_id":15}}', Sent(15)),
        (b'{"ok":true,"result":{"message_id":1e3}}', Sent(0)),
        (b'{"ok":true,"result":true}', Sent(0)),
        (b'{"ok":true,"result":[]}', Sent(0)),
        (b'{"ok":true}', LOST),
        (b'{"ok":true,"result":{"date":1', LOST),
        (b"<html>welcome to the hotel</html>", LOST),
        (b"", LOST),
        (b"[" * 100_000, LOST),
        (_refusal(429, "Too Many Requests: retry after 3", retry_after=3), _flood(3)),
    ],
)
async def test_an_answer_that_says_ok_tells_the_number_of_the_message(body: bytes, outcome: Outcome) -> None:
    assert await _outcome("200 OK", body) == outcome


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        ("429 Too Many", _refusal(429, "Too Many Requests: retry after 17", retry_after=17), _flood(17)),
        ("429 Too Many", _refusal(429, retry_after=0.5), _flood(0.5)),
        ("429 Too Many", _refusal(429, retry_after=43_838), _flood(43_838)),
        ("429 Too Many", _refusal(429, retry_after=1e300), _flood(7 * 86_400)),
        ("429 Too Many", _refusal(429, retry_after=-1), _flood(5)),
        ("429 Too Many", _refusal(429, retry_after="soon"), _flood(5)),
        ("429 Too Many", _refusal(429), _flood(5)),
        ("429 Too Many", b"<html>slow down</html>", _flood(5)),
        (
            "400 Bad",
            _refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100_500),
            Moved(-100_500),
        ),
        ("400 Bad", _refusal(400, "Bad Request: chat not found"), ChatGone(ChatState.GONE, "chat not found")),
        ("400 Bad", _refusal(400, "Bad Request: message is not modified: specified"), Sent(0)),
        ("400 Bad", _refusal(400, "Bad Request: message to delete not found"), Sent(0)),
        ("400 Bad", _refusal(400, "Bad Request: message can't be deleted"), Rejected("message can't be deleted")),
        ("400 Bad", _refusal(400, "Bad Request: TOPIC_CLOSED"), Muted("TOPIC_CLOSED")),
        ("400 Bad", b'{"ok":false,"description":null,"parameters":null}', Rejected("")),
        (
            "403 Forbidden",
            _refusal(403, "Forbidden: bot was blocked by the user"),
            ChatGone(ChatState.BLOCKED, "Forbidden: bot was blocked by the user"),
        ),
        ("401 Unauthorized", _refusal(401, "Unauthorized"), REFUSED),
        ("404 Not Found", _refusal(404, "Not Found"), REFUSED),
        ("413 Large", b"<html>", Rejected("Request Entity Too Large")),
        ("400 Bad", b"<html>Bad Request: chat not found</html>", SERVER),
        ("401 Unauthorized", b"<html>log in at the hotel</html>", SERVER),
        ("403 Forbidden", b"<html>by your employer</html>", SERVER),
        ("404 Not Found", b"<html>", SERVER),
        ("407 Proxy", b"<html>", SERVER),
        ("302 Found", b"", SERVER),
        ("500 Oh", _refusal(500, "Internal Server Error"), SERVER),
        ("502 Bad Gateway", b"<html>", SERVER),
        ("504 Gateway Timeout", b"", UNCLEAR),
        ("504 Gateway Timeout", b"<html>", UNCLEAR),
    ],
)
async def test_every_refusal_has_one_meaning(status: str, body: bytes, outcome: Outcome) -> None:
    assert await _outcome(status, body) == outcome


async def test_an_answer_that_never_comes_is_in_doubt_and_a_server_that_is_not_there_is_not() -> None:
    async def talk(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await heard(reader)

    async with serving(talk) as address, Line() as line:
        assert await Wire(line, f"{address}/bot{TOKEN}").call("sendMessage", BODY) == LOST
    async with Line() as line:
        outcome = await Wire(line, f"{address}/bot{TOKEN}").call("sendMessage", BODY)
    assert outcome == Later(0, uncertain=False, reason=Trouble.UNREACHABLE)


async def test_a_refused_token_is_told_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    outcome = await _outcome("404 Not Found", _refusal(404, f"Not Found: {TOKEN}"))
    assert "not-for-logs" not in caplog.text + repr(outcome)
