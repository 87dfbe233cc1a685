"""Servers that misbehave: each gets one clear result, in bounded memory, and no other fetch is disturbed."""

import asyncio
import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sources.fetching import Failed, Fetched, Kind, Refused, Request
from bot.sources.http import Limits
from tests.delivery.loopback import Talk, answer, heard
from tests.sources.internet import BYTES, FEED, URL, Internet, hang, moved, saying, zipped

HUGE = "Content-Length: 9000000000\r\n"


@pytest.fixture
def internet() -> Internet:
    return Internet()


def trickling(start: bytes, drop: bytes) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(start)
        while not writer.is_closing():
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(0.02)

    return talk


def pouring(start: bytes, flood: bytes) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(start)
        while not writer.is_closing():
            writer.write(flood)
            await writer.drain()

    return talk


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)
    writer.transport.abort()


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ZIPPED = gzip.compress(FEED * 50)
BOMB = gzip.compress(bytes(2**28), 9)

TROUBLES: list[tuple[str, Talk, Kind]] = [
    ("answers never", hang, Kind.TIMEOUT),
    ("trickles its head", trickling(OK, b"X"), Kind.TIMEOUT),
    ("trickles its body", trickling(OK + b"Content-Length: 1000\r\n\r\n", b"x"), Kind.TIMEOUT),
    ("trickles chunks", trickling(CHUNKED, b"1\r\nx\r\n"), Kind.TIMEOUT),
    ("is only preparing", trickling(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), Kind.TIMEOUT),
    ("tells a huge length", saying(OK + HUGE.encode() + b"\r\n"), Kind.TOO_LARGE),
    ("pours without a length", pouring(OK + b"\r\n", b"x" * 65536), Kind.TOO_LARGE),
    ("pours chunks", pouring(CHUNKED, b"4\r\nabcd\r\n" * 9999), Kind.TOO_LARGE),
    ("sends a gzip bomb", saying(zipped(BOMB)), Kind.TOO_LARGE),
    ("pours gzip", pouring(OK + b"Content-Encoding: gzip\r\n\r\n" + BOMB[:10], bytes(65536)), Kind.ENCODING),
    ("sends empty gzip members", saying(zipped(gzip.compress(b"") * 5000)), Kind.ENCODING),
    ("packs twice", saying(zipped(gzip.compress(ZIPPED))), Kind.ENCODING),
    ("packs twice and says so", saying(zipped(gzip.compress(ZIPPED), encoding="gzip, gzip")), Kind.ENCODING),
    ("packs and does not say so", saying(answer(ZIPPED)), Kind.ENCODING),
    ("does not pack and says so", saying(zipped(FEED)), Kind.ENCODING),
    ("packs with br unasked", saying(zipped(b"\x0b\x02\x80abc\x03", encoding="br")), Kind.ENCODING),
    ("packs with zstd unasked", saying(zipped(b"\x28\xb5\x2f\xfd\x00", encoding="zstd")), Kind.ENCODING),
    ("packs with deflate unasked", saying(zipped(zlib.compress(FEED), encoding="deflate")), Kind.ENCODING),
    ("breaks off its gzip", saying(zipped(ZIPPED[:-9])), Kind.CUT_SHORT),
    ("breaks off", saying(OK + b"Content-Length: 100\r\n\r\nabc"), Kind.CUT_SHORT),
    ("breaks off a chunk", saying(CHUNKED + b"50\r\nabc"), Kind.CUT_SHORT),
    ("has garbage for chunks", saying(CHUNKED + b"zz\r\nabc\r\n"), Kind.GARBLED),
    ("has garbage for later chunks", trickling(CHUNKED + b"1\r\nx\r\n", b"zz\r\n"), Kind.GARBLED),
    ("has garbage for a length", saying(OK + b"Content-Length: many\r\n\r\nabc"), Kind.GARBLED),
    ("has two lengths", saying(OK + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"), Kind.GARBLED),
    ("talks no HTTP", saying(b"220 smtp.example ESMTP\r\n"), Kind.GARBLED),
    ("has a status that is none", saying(b"HTTP/1.1 2000 OK\r\n\r\n"), Kind.GARBLED),
    ("has a header without end", pouring(OK + b"X: ", b"x" * 65536), Kind.GARBLED),
    ("has headers without end", pouring(OK, b"X-Y: z\r\n" * 999), Kind.GARBLED),
    ("has a thousand headers", saying(OK + b"X: y\r\n" * 1000 + b"\r\n"), Kind.GARBLED),
    ("hangs up", saying(b""), Kind.LOST),
    ("hangs up amid its head", saying(OK), Kind.LOST),
    ("resets the connection", reset, Kind.LOST),
    ("moves to nowhere", saying(answer(b"", "302 Found")), Kind.REDIRECTS),
    ("moves to itself", saying(moved("/rss")), Kind.REDIRECTS),
    ("moves on and on", saying(moved("/a")), Kind.REDIRECTS),
    ("changes nothing we know of", saying(b"HTTP/1.1 304 Not Modified\r\n\r\n"), Kind.STATUS),
    ("sends a part", saying(answer(FEED, "206 Partial Content")), Kind.STATUS),
    ("has no content", saying(b"HTTP/1.1 204 No Content\r\n\r\n"), Kind.STATUS),
    ("switches protocols", saying(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"), Kind.STATUS),
]


@pytest.mark.parametrize(("talk", "kind"), [trouble[1:] for trouble in TROUBLES], ids=[one[0] for one in TROUBLES])
async def test_a_server_gets_one_clear_result_and_disturbs_no_other_if_it(
    talk: Talk, kind: Kind, internet: Internet
) -> None:
    heads: list[bytes] = []

    async def counted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(b"")
        await talk(reader, writer)

    is_late = kind is Kind.TIMEOUT
    web = internet.web(limits=Limits(total=0.3 if is_late else 20, bytes=BYTES))
    patient = internet.web()
    async with internet.site("news.example", counted), internet.site("well.example", saying(answer(FEED))):
        bad, good = await asyncio.gather(
            web.fetch(Request(url=URL)), patient.fetch(Request(url="http://well.example/"))
        )
    assert isinstance(bad, Failed)
    assert bad.kind is kind
    assert isinstance(good, Fetched)
    assert len(heads) <= 2, "what fails is not asked again"


@pytest.mark.parametrize(
    "talk",
    [
        saying(zipped(BOMB)),
        saying(zipped(BOMB, encoding="br")),
        pouring(OK + b"\r\n", b"x" * 2**20),
        pouring(OK + b"X: ", b"x" * 2**20),
        pouring(OK, b"X-Y: z\r\n" * 99999),
        pouring(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 9999),
        pouring(answer(b"", "302 Found", "Location: /a\r\n"), b"x" * 2**20),
    ],
)
async def test_no_server_fills_the_memory(talk: Talk, internet: Internet) -> None:
    web = internet.web(limits=Limits(total=3, bytes=BYTES))
    async with internet.site("news.example", talk):
        await web.fetch(Request(url=URL))
        tracemalloc.start()
        try:
            answered = await web.fetch(Request(url=URL))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert isinstance(answered, Failed)
    assert peak < 16 * 2**20


PIECES = st.sampled_from(
    [
        *(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        *(b"Transfer-Encoding: chunked\r\n", b"Content-Length: 5\r\n", b"Content-Encoding: gzip\r\n"),
        *(b"Connection: upgrade\r\nUpgrade: h2c\r\n", b"Location: //x\r\n", b"Retry-After: x\r\n"),
        *(b"Set-Cookie: =;;\r\n", b"Content-Type: ;;=\r\n", b"ETag: \xff\r\n"),
        *(b"\r\n", b"\r\n\r\n", b"\0", b"5\r\nabcde\r\n", b"0\r\n\r\n", b"-1\r\n", ZIPPED),
    ]
)


@given(st.lists(PIECES | st.binary(max_size=20), max_size=8))
@settings(max_examples=150)
async def test_whatever_bytes_a_server_sends_nothing_is_raised(pieces: list[bytes]) -> None:
    internet = Internet()
    async with internet.site("news.example", saying(b"".join(pieces))):
        answered = await internet.web(limits=Limits(total=5, bytes=BYTES)).fetch(Request(url=URL))
    assert isinstance(answered, Fetched | Failed | Refused)
    if isinstance(answered, Failed):
        assert answered.kind is not Kind.TIMEOUT
