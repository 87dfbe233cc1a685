import asyncio
import json
import traceback
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, InputMediaPhoto
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.delivery.answers import judged
from bot.delivery.line import Line, Patience
from bot.delivery.outcome import Later, Outcome, Trouble
from bot.delivery.transport import Polling, TokenRefusedError, Transport, readable
from bot.delivery.verdict import verdict
from bot.standin import Standin, World

TOKEN = "123456:not-for-logs"
READER = 1001
SOON = Patience(connect=20, read=0.5)
LOST = Later(0, uncertain=True, reason=Trouble.LOST)
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


@pytest.fixture
def standin() -> Standin:
    world = World()
    world.add_person(id=READER)
    return Standin(world=world, token=TOKEN)


@pytest.fixture
async def bot(standin: Standin) -> AsyncIterator[Bot]:
    async with standin.running() as address:
        base, files = f"{address}/bot", f"{address}/file/bot"
        async with Bot(
            TOKEN, base, files, request=Transport(Line(), SOON), get_updates_request=Polling(Line())
        ) as made:
            yield made


async def test_the_library_talks_over_it_as_over_its_own(standin: Standin, bot: Bot) -> None:
    sent = await bot.send_message(READER, "<b>你好</b>", parse_mode="HTML", disable_notification=True)
    assert (sent.message_id, sent.text) == (1, "你好")
    assert await bot.delete_message(READER, 1)
    standin.say(READER, "/start")
    (update,) = await bot.get_updates(timeout=1)
    assert update.message is not None
    assert update.message.text == "/start"


async def test_files_go_up_and_come_down_whole(standin: Standin, bot: Bot, tmp_path: Path) -> None:
    data = bytes(range(256)) * 4096
    file = tmp_path / "照片.bin"
    file.write_bytes(data)
    sent = await bot.send_document(READER, file, caption="一兆", filename='报告 "一".bin')
    with file.open("rb") as opened:
        photo = await bot.send_photo(READER, opened, caption="图")
    album = await bot.send_media_group(READER, [InputMediaPhoto(b"one"), InputMediaPhoto(b"two", caption="二")])
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size, sent.caption) == ("报告 '一'.bin", len(data), "一兆")
    assert photo.photo[-1].file_size == len(data)
    assert [standin.sim.files.get(one.photo[-1].file_id).data for one in album] == [b"one", b"two"]
    assert bytes(await (await bot.get_file(sent.document.file_id)).download_as_bytearray()) == data


@pytest.mark.parametrize(
    ("fault", "error", "outcome"),
    [
        ({"kind": "latency", "seconds": 1.0}, TimedOut, LOST),
        ({"kind": "drop_after"}, NetworkError, LOST),
        ({"kind": "flood", "retry_after": 17}, RetryAfter, Later(17, uncertain=False, reason=Trouble.FLOOD)),
        ({"kind": "error", "status": 502}, NetworkError, Later(0, uncertain=False, reason=Trouble.SERVER)),
    ],
)
async def test_trouble_is_an_error_the_library_knows_and_we_understand(
    fault: dict[str, Any], error: type[TelegramError], outcome: Outcome, standin: Standin, bot: Bot
) -> None:
    standin.order_fault(method="sendMessage", **fault)
    with pytest.raises(error) as caught:
        await bot.send_message(READER, "x")
    assert verdict(caught.value) == outcome
    assert "not-for-logs" not in "".join(traceback.format_exception(caught.value))


async def test_nothing_was_sent_where_nobody_listens() -> None:
    async with Transport(Line()) as transport:
        with pytest.raises(NetworkError) as caught:
            await Bot(TOKEN, "http://127.0.0.1:9/bot", request=transport).get_me()
    assert verdict(caught.value) == Later(0, uncertain=False, reason=Trouble.UNREACHABLE)
    assert "not-for-logs" not in "".join(traceback.format_exception(caught.value))


async def test_timeouts_given_to_a_call_go_before_the_usual_ones(standin: Standin, bot: Bot) -> None:
    assert bot.request.read_timeout == SOON.read
    standin.order_fault(kind="latency", method="sendMessage", seconds=0.8)
    assert (await bot.send_message(READER, "x", read_timeout=20)).message_id == 1
    standin.order_fault(kind="latency", method="sendMessage", seconds=0.8)
    assert (await bot.send_message(READER, "x", read_timeout=None)).message_id == 2


async def test_it_can_be_shut_down_and_begin_again(standin: Standin) -> None:
    async with standin.running() as address:
        transport = Transport(Line())
        bot = Bot(TOKEN, f"{address}/bot", request=transport)
        await bot.get_me()
        await transport.shutdown()
        with pytest.raises(NetworkError):
            await bot.get_me()
        await transport.initialize()
        await bot.get_me()
        await transport.shutdown()


async def test_a_long_wait_for_updates_that_was_cancelled_does_not_stand_in_the_way(standin: Standin) -> None:
    async with standin.running() as address:
        polling = Polling(Line(connections=1), Patience(pool=5.0))
        bot = Bot(TOKEN, f"{address}/bot", request=Transport(Line()), get_updates_request=polling)
        waiting = asyncio.ensure_future(bot.get_updates(timeout=50))
        await asyncio.sleep(0.2)
        waiting.cancel()
        standin.say(READER, "你好")
        assert len(await bot.get_updates(timeout=1)) == 1
        await polling.shutdown()


async def test_updates_are_kept_before_telegram_hears_that_they_were_taken(standin: Standin) -> None:
    kept: list[Any] = []

    async def keep(updates: list[dict[str, Any]]) -> None:
        kept.extend(update["message"]["text"] for update in updates)
        assert standin.sim.updates.pending, "not before it is kept"

    async with standin.running() as address, Line() as line:
        bot = Bot(TOKEN, f"{address}/bot", request=Transport(line), get_updates_request=Polling(line, keep=keep))
        standin.say(READER, "你好")
        await bot.get_updates(timeout=1)
        await bot.get_updates(timeout=0, offset=10**9)
    assert kept == ["你好"]


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
