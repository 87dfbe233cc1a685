import asyncio
import base64
import gc
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from bot.delivery.line import PART_BYTES, ClosedError, Line, LineError, LostError, NotSentError, Patience
from tests.delivery.loopback import SENT, Talk, answer, heard, serving

TOKEN = "123456:not-for-logs"
USUAL = Patience(pool=20, connect=20, write=20, read=20)
SOON = Patience(pool=0.3, connect=0.3, write=0.3, read=0.3)
"""Where a limit of time is what a test waits for."""
BODY = b"chat_id=1&text=x"


async def _post(address: str, body: bytes = BODY, patience: Patience = USUAL, **line: object) -> tuple[int, bytes]:
    async with Line(**line) as made:  # type: ignore[arg-type]
        return await made.post(f"{address}/bot{TOKEN}/sendMessage", body, patience=patience)


async def _failing(address: str, body: bytes = BODY, patience: Patience = USUAL, **line: object) -> LineError:
    with pytest.raises(LineError) as caught:
        await _post(address, body, patience, **line)
    return caught.value


@pytest.fixture
def refused() -> Iterator[str]:
    """An address nobody listens at, kept from others for so long."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{place.getsockname()[1]}"


@contextmanager
def _full() -> Iterator[str]:
    """A server whose queue of connections is full, so that the next one gets no answer at all."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(server.getsockname())
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        for one in waiting:
            one.close()


class Counting:
    """Counts the requests that arrive, and goes on with each as it is told."""

    def __init__(self, then: Callable[[asyncio.StreamWriter], object] = lambda _: None) -> None:
        self.requests = 0
        self.then = then

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await heard(reader)
            self.requests += 1
            if self.then(writer) is None:
                return


async def test_what_is_posted_arrives_and_its_answer_comes_back() -> None:
    told: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told.extend(await heard(reader))
        writer.write(answer(more="Set-Cookie: a=b\r\n"))

    async with serving(talk) as address, Line() as line:
        for _ in range(2):
            assert await line.post(f"{address}/bot{TOKEN}/sendMessage", BODY) == (200, SENT)
    assert told[0].startswith(f"POST /bot{TOKEN}/sendMessage HTTP/1.1".encode())
    assert b"application/x-www-form-urlencoded" in told[0]
    assert told[1] == BODY
    assert b"Cookie" not in told[2]


async def test_a_server_that_is_not_there_got_nothing(refused: str) -> None:
    for address in (refused, "http://no-such-host.invalid"):
        error = await _failing(address)
        assert isinstance(error, NotSentError)
        assert not error.late


async def test_a_connection_that_does_not_come_about_in_time_sent_nothing() -> None:
    with _full() as address:
        error = await _failing(address, patience=SOON)
    assert isinstance(error, NotSentError)
    assert error.late


async def test_a_silent_server_may_have_taken_the_message() -> None:
    counting = Counting(lambda _: True)
    async with serving(counting) as address:
        error = await _failing(address, patience=Patience(connect=20, read=0.3))
    assert isinstance(error, LostError)
    assert error.late
    assert counting.requests == 1


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz",
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        bytes(range(256)) * 300,
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    ],
)
async def test_an_answer_that_breaks_off_or_is_none_is_lost_and_nothing_is_sent_twice(said: bytes) -> None:
    counting = Counting(lambda writer: writer.write(said))
    async with serving(counting) as address:
        assert isinstance(await _failing(address), LostError)
    assert counting.requests == 1


async def test_an_answer_without_end_does_not_fill_the_memory() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(bytes(4096))
            await writer.drain()

    async with serving(talk) as address:
        assert "does not end" in str(await _failing(address, most_bytes=100_000))


async def test_a_redirect_is_not_followed() -> None:
    moved = answer(b"", "307 Temporary Redirect", "Location: http://127.0.0.1:9/\r\n")
    async with serving(Counting(lambda writer: writer.write(moved))) as address:
        assert await _post(address) == (307, b"")


async def test_who_waits_for_a_free_connection_too_long_sent_nothing() -> None:
    counting = Counting(lambda _: True)
    async with serving(counting) as address, Line(connections=1) as line:
        first = asyncio.ensure_future(line.post(address, BODY, patience=Patience(read=5)))
        await asyncio.sleep(0)
        with pytest.raises(NotSentError) as caught:
            await line.post(address, BODY, patience=SOON)
        assert caught.value.late
        first.cancel()
    assert counting.requests == 1


async def test_a_request_that_was_cancelled_leaves_its_place_to_the_next() -> None:
    turns: Iterator[Callable[[asyncio.StreamWriter], object]] = iter([lambda _: True, lambda w: w.write(answer())])
    counting = Counting(lambda writer: next(turns)(writer))  # noqa: PLW0108 - a turn is taken with each request
    async with serving(counting) as address, Line(connections=1) as line:
        first = asyncio.ensure_future(line.post(address, BODY))
        while not counting.requests:
            await asyncio.sleep(0.01)
        first.cancel()
        assert await line.post(address, BODY, patience=USUAL) == (200, SENT)


async def test_a_message_does_not_go_into_a_connection_the_server_has_ended() -> None:
    """The loop is kept from noticing the end, as a long summary or a slow disk would."""
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def serve() -> None:
            for _ in range(2):
                connection, _ = server.accept()
                with connection:
                    connection.recv(65_536)
                    connection.sendall(answer())
                    time.sleep(0.1)  # the answer is read meanwhile, and the connection kept
                ended.set()

        serving_thread = threading.Thread(target=serve)
        serving_thread.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        async with Line() as line:
            assert await line.post(address, BODY) == (200, SENT)
            assert ended.wait(10)
            time.sleep(0.05)  # noqa: ASYNC251 - the loop is to be blind for a while
            assert await line.post(address, BODY, patience=USUAL) == (200, SENT)
        serving_thread.join()


async def test_a_closed_line_sends_nothing_until_it_is_opened() -> None:
    async with serving(Counting(lambda writer: writer.write(answer()))) as address:
        line = Line()
        await line.close()
        with pytest.raises(ClosedError):
            await line.post(address, BODY)
        line.open()
        assert await line.post(address, BODY) == (200, SENT)
        await line.close()
        await line.close()
    gc.collect()


async def test_closing_ends_what_is_in_flight_and_what_waits_each_as_it_is() -> None:
    counting = Counting(lambda _: True)
    async with serving(counting) as address:
        line = Line(connections=1)
        flights = [asyncio.ensure_future(line.post(address, BODY)) for _ in range(3)]
        while not counting.requests:
            await asyncio.sleep(0.01)
        await line.close()
        ends = await asyncio.gather(*flights, return_exceptions=True)
    assert [type(end) for end in ends] == [LostError, ClosedError, ClosedError]
    assert counting.requests == 1


async def test_a_task_that_is_cancelled_while_it_waits_ends_as_cancelled() -> None:
    async with serving(Counting(lambda _: True)) as address, Line(connections=1) as line:
        flights = [asyncio.ensure_future(line.post(address, BODY)) for _ in range(2)]
        await asyncio.sleep(0.05)
        for flight in flights:
            flight.cancel()
        ends = await asyncio.gather(*flights, return_exceptions=True)
    assert [type(end) for end in ends] == [asyncio.CancelledError] * 2


async def test_a_large_file_arrives_whole_and_with_its_length() -> None:
    told: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told.extend(await heard(reader))
        writer.write(answer())

    body = bytes(range(256)) * (PART_BYTES // 64) + b"end"
    async with serving(talk) as address:
        assert await _post(address, body) == (200, SENT)
    assert told[1] == body
    assert b"chunked" not in told[0]


async def test_a_file_that_the_server_does_not_take_ends_in_time() -> None:
    async def talk(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    async with serving(talk) as address:
        error = await _failing(address, bytes(30 * 2**20), Patience(connect=20, write=0.3))
    assert isinstance(error, LostError)
    assert error.late


async def test_a_file_that_is_taken_slowly_but_steadily_arrives() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        left = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        while left:
            left -= len(await reader.read(2**20))
            await asyncio.sleep(0.01)
        writer.write(answer())

    async with serving(talk) as address:
        slow = Patience(connect=20, write=0.5, read=20)
        assert await _post(address, bytes(20 * 2**20), slow) == (200, SENT)


async def test_the_proxies_of_the_environment_are_ignored(refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, refused)
    async with serving(Counting(lambda writer: writer.write(answer()))) as address:
        assert await _post(address) == (200, SENT)


async def test_a_proxy_carries_the_message_and_is_told_its_password() -> None:
    told: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told.extend(await heard(reader))
        writer.write(answer())

    async with serving(talk) as proxy:
        with_name = proxy.replace("//", "//reader:p%40ss@")
        assert await _post("http://telegram.invalid", proxy=with_name) == (200, SENT)
    assert told[0].startswith(b"POST http://telegram.invalid/bot")
    assert base64.b64encode(b"reader:p@ss") in told[0]


def _connect(said: bytes) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"CONNECT telegram.invalid:443")
        writer.write(said)

    return talk


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 407 Who are you\r\n\r\n", b"HTTP/1.1 502 No way\r\n\r\n", b"nonsense\r\n\r\n"]
)
async def test_a_proxy_that_does_not_connect_has_sent_nothing(said: bytes) -> None:
    async with serving(_connect(said)) as proxy:
        assert isinstance(await _failing("https://telegram.invalid", proxy=proxy), NotSentError)


async def test_a_proxy_that_is_not_there_has_sent_nothing(refused: str) -> None:
    for address in ("http://telegram.invalid", "https://telegram.invalid"):
        assert isinstance(await _failing(address, proxy=refused), NotSentError)


async def test_no_error_tells_the_address(refused: str) -> None:
    with _full() as full:
        errors = [await _failing(address, patience=SOON) for address in (refused, full, "http://no-such-host.invalid")]
    async with serving(Counting()) as closing, serving(Counting(lambda _: True)) as silent:
        errors += [await _failing(address, patience=SOON) for address in (closing, silent)]
        errors.append(await _failing(silent, bytes(30 * 2**20), SOON))
        errors.append(await _failing(refused, proxy="http://reader:secret-word@127.0.0.1:9"))
    for error in errors:
        told = "".join(traceback.format_exception(error)) + repr(error) + repr(error.__context__)
        assert "not-for-logs" not in told
        assert "secret-word" not in told
