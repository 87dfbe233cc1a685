import asyncio
import gzip
import os
import tracemalloc
import zlib
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import __version__
from bot.sources.fetching import Failed, Fetched, Hints, Kind, Reason, Refused, Request, Unchanged, Validators
from bot.sources.http import Limits, agent
from tests.delivery.loopback import Talk, answer, heard
from tests.sources.internet import BYTES, NOW, Internet

FEED = "<rss>新闻</rss>".encode()
URL = "http://news.example/rss"
TYPE = "Content-Type: text/xml; charset=gb2312\r\n"
HUGE = "Content-Length: 9000000000\r\n"
KEYS = {
    f"fetch-{key}"
    for key in """refused-malformed refused-scheme refused-host refused-login refused-port refused-address refused-downgrade
    failed-dns failed-connect failed-tls failed-proxy failed-timeout failed-lost failed-garbled failed-cut-short failed-too-large
    failed-encoding failed-redirects failed-resting failed-status failed-forbidden failed-missing failed-gone failed-server""".split()
}


def saying(reply: bytes, heads: list[bytes] | None = None) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head, _ = await heard(reader)
        if heads is not None:
            heads.append(head)
        writer.write(reply)

    return talk


def moved(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, f"Location: {location}\r\n")


def zipped(data: bytes, more: str = "", encoding: str = "gzip") -> bytes:
    return answer(data, more=f"Content-Encoding: {encoding}\r\n{more}")


def by_path(replies: dict[str, bytes], heads: list[bytes] | None = None) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head, _ = await heard(reader)
        if heads is not None:
            heads.append(head)
        writer.write(replies[head.split()[1].decode()])

    return talk


@pytest.fixture
def internet() -> Internet:
    return Internet()


async def test_a_feed_is_fetched_with_all_its_server_says_of_it(internet: Internet) -> None:
    more = (
        f'{TYPE}ETag: W/"a,b"\r\nLast-Modified: yesterday at noon\r\nCache-Control: public, MAX-AGE="300"\r\n'
        "Expires: Mon, 30 Nov 2026 13:00:00 GMT\r\nRetry-After: 60\r\nSet-Cookie: a=b\r\n"
    )
    async with internet.site("news.example", saying(answer(FEED, more=more))):
        fetched = await internet.web().fetch(Request(url=URL))
    assert fetched == Fetched(
        url=URL,
        status=200,
        body=FEED,
        content_type="text/xml; charset=gb2312",
        validators=Validators(etag='W/"a,b"', last_modified="yesterday at noon"),
        hints=Hints(
            max_age=timedelta(minutes=5), expires_at=NOW + timedelta(hours=1), retry_after=timedelta(minutes=1)
        ),
    )
    assert internet.dialled == [("93.184.216.1", 80)]
    assert internet.asked == ["news.example"]


async def test_a_server_sees_who_asks_and_nothing_it_could_follow_us_by(internet: Internet) -> None:
    heads: list[bytes] = []
    async with internet.site("news.example", saying(answer(FEED, more="Set-Cookie: id=1; Path=/\r\n"), heads)):
        web = internet.web()
        for _ in range(2):
            assert isinstance(await web.fetch(Request(url=URL, accept="text/xml")), Fetched)
    assert heads[0] == heads[1]
    lines = heads[0].decode().strip().split("\r\n")
    assert lines[0] == "GET /rss HTTP/1.1"
    assert dict(line.split(": ", 1) for line in lines[1:]) == {
        "Host": "news.example",
        "Accept": "text/xml",
        "Accept-Encoding": "gzip",
        "User-Agent": agent("https://jianbao.example/bot"),
        "Connection": "close",
    }


async def test_validators_go_back_byte_for_byte_and_a_304_keeps_them(internet: Internet) -> None:
    heads: list[bytes] = []
    known = Validators(etag='W/"中, \\"é"', last_modified="Mon, 30 Nov 2026 13:00:00 +0100 (whatever)")
    more = "Cache-Control: max-age=7200\r\nExpires: 0\r\nETag: new\r\n"
    async with internet.site("news.example", saying(f"HTTP/1.1 304 Not Modified\r\n{more}\r\n".encode(), heads)):
        unchanged = await internet.web().fetch(Request(url=URL, validators=known))
    assert f'If-None-Match: W/"中, \\"é"\r\nIf-Modified-Since: {known.last_modified}\r\n'.encode() in heads[0]
    assert isinstance(unchanged, Unchanged)
    assert unchanged.validators == Validators(etag="new", last_modified=known.last_modified)
    assert unchanged.hints.max_age == timedelta(hours=2)


async def test_an_etag_that_could_not_be_sent_back_as_it_came_is_none(internet: Internet) -> None:
    async with internet.site(
        "news.example", saying(answer(FEED).replace(b"\r\n\r\n", b"\r\nETag: \xd6\xd0\r\n\r\n", 1))
    ):
        fetched = await internet.web().fetch(Request(url=URL))
    assert isinstance(fetched, Fetched)
    assert fetched.validators == Validators()


# What goes wrong: each case one clear result.


async def hang(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()
    await reader.read()


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


async def test_a_body_may_be_as_large_as_allowed_and_no_larger(internet: Internet) -> None:
    full = os.urandom(BYTES)
    replies = {
        "/full": answer(full),
        "/over": answer(full + b"x"),
        "/zip": zipped(gzip.compress(b"x" * BYTES)),
        "/zip-over": zipped(gzip.compress(b"x" * BYTES + b"x")),
        "/parts": zipped(gzip.compress(full[:1000]) + gzip.compress(full[1000:2000]) + bytes(10)),
        "/empty": zipped(b""),
    }
    async with internet.site("news.example", by_path(replies)):
        web = internet.web()

        async def got(path: str, limit: int | None = None) -> bytes | Kind | None:
            answered = await web.fetch(Request(url=f"http://news.example{path}", limit_bytes=limit))
            return answered.body if isinstance(answered, Fetched) else getattr(answered, "kind", None)

        assert await got("/full") == full
        assert await got("/full", BYTES * 9) == full
        assert await got("/zip") == b"x" * BYTES
        assert await got("/parts") == full[:2000]
        assert await got("/empty") == b""
        assert await got("/over") is Kind.TOO_LARGE
        assert await got("/zip-over") is Kind.TOO_LARGE
        assert await got("/full", BYTES - 1) is Kind.TOO_LARGE


@pytest.mark.parametrize(
    ("status", "key"),
    [
        ("401 Unauthorized", "fetch-failed-forbidden"),
        ("403 Forbidden", "fetch-failed-forbidden"),
        ("404 Not Found", "fetch-failed-missing"),
        ("410 Gone", "fetch-failed-gone"),
        ("418 I'm a teapot", "fetch-failed-status"),
        ("500 Internal Server Error", "fetch-failed-server"),
        ("503 Service Unavailable", "fetch-failed-server"),
        ("599 What", "fetch-failed-server"),
    ],
)
async def test_a_status_is_told_with_what_it_means(status: str, key: str, internet: Internet) -> None:
    async with internet.site("news.example", saying(answer(b"<html>", status, "Retry-After: 120\r\n"))):
        failed = await internet.web().fetch(Request(url=URL))
    assert isinstance(failed, Failed)
    assert (failed.kind, failed.status, failed.key) == (Kind.STATUS, int(status[:3]), key)
    assert failed.retry_after == timedelta(minutes=2)


async def test_a_name_nobody_has_and_a_place_where_nobody_is_are_told_apart(internet: Internet) -> None:
    internet.names["empty.example"] = [()]
    internet.names["down.example"] = [("93.184.216.34", "2606:4700:4700::1111")]
    web = internet.web()
    kinds = []
    for host in ("none.example", "empty.example", "down.example"):
        failed = await web.fetch(Request(url=f"http://{host}/"))
        assert isinstance(failed, Failed)
        kinds.append(failed.kind)
    assert kinds == [Kind.DNS, Kind.DNS, Kind.CONNECT]


async def test_the_next_address_of_a_name_is_tried_when_the_first_is_dead(internet: Internet) -> None:
    internet.names["news.example"] = [("93.184.216.200", "93.184.216.34")]
    async with internet.site("news.example", saying(answer(FEED)), address="93.184.216.34"):
        assert isinstance(await internet.web().fetch(Request(url=URL)), Fetched)


async def test_a_name_server_that_is_silent_costs_no_more_than_the_time_allowed(internet: Internet) -> None:
    class Silent(Internet):
        async def addresses(self, host: str) -> tuple[str, ...]:
            self.asked.append(host)
            await asyncio.Event().wait()
            raise AssertionError

    failed = await Silent().web(limits=Limits(total=0.2)).fetch(Request(url=URL))
    assert failed == Failed(kind=Kind.TIMEOUT, url=URL)


async def test_cancelling_ends_a_fetch_and_gives_its_place_back(internet: Internet) -> None:
    async with internet.site("news.example", by_path({"/rss": answer(FEED)})), internet.site("slow.news.example", hang):
        web = internet.web()
        for _ in range(3):
            waiting = asyncio.create_task(web.fetch(Request(url="http://slow.news.example/")))
            while ("93.184.216.2", 80) not in internet.dialled:
                await asyncio.sleep(0.01)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            internet.dialled.clear()
        assert isinstance(await web.fetch(Request(url=URL)), Fetched)


def test_every_end_that_is_no_document_names_its_sentence() -> None:
    refused = {Refused(reason=reason, url=URL).key for reason in Reason}
    failed = {Failed(kind=kind, url=URL).key for kind in Kind} | {
        Failed(kind=Kind.STATUS, url=URL, status=status).key for status in range(1000)
    }
    assert refused | failed == KEYS


async def test_a_site_that_moved_for_good_tells_its_new_address(internet: Internet) -> None:
    replies = {
        "/rss": moved("/feed", "301 Moved Permanently"),
        "/feed": moved("http://new.example/feed#top", "308 Permanent Redirect"),
        "/for-now": moved("/feed"),
    }
    known = Validators(etag='"1"')
    async with (
        internet.site("news.example", by_path(replies)),
        internet.site("new.example", saying(answer(FEED))),
    ):
        web = internet.web()
        fetched = await web.fetch(Request(url=URL))
        for_now = await web.fetch(Request(url="http://news.example/for-now"))
    async with (
        internet.site("news.example", by_path(replies)),
        internet.site("new.example", saying(b"HTTP/1.1 304 Not Modified\r\n\r\n")),
    ):
        internet.names = {"news.example": [("93.184.216.3",)], "new.example": [("93.184.216.4",)]}
        unchanged = await web.fetch(Request(url=URL, validators=known))
    assert isinstance(fetched, Fetched)
    assert (fetched.url, fetched.hints.permanent) == ("http://new.example/feed",) * 2
    assert isinstance(for_now, Fetched)
    assert (for_now.url, for_now.hints.permanent) == ("http://new.example/feed", None)
    assert unchanged == Unchanged(
        url="http://new.example/feed", validators=known, hints=Hints(permanent="http://new.example/feed")
    )


PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"\r\n", b"\r\n\r\n", b"\0", b"5\r\nabcde\r\n",
        b"0\r\n\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Length: 5\r\n", b"Content-Encoding: gzip\r\n", b"Location: //x\r\n",
        b"Connection: upgrade\r\nUpgrade: h2c\r\n", b"Set-Cookie: =;;\r\n", b"Content-Type: ;;=\r\n", ZIPPED, b"-1\r\n", b"Retry-After: x\r\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.binary(max_size=20), max_size=8))
@settings(max_examples=150)
async def test_whatever_bytes_a_server_sends_nothing_is_raised(pieces: list[bytes]) -> None:
    internet = Internet()
    async with internet.site("news.example", saying(b"".join(pieces))):
        answered = await internet.web(limits=Limits(total=5, bytes=BYTES)).fetch(Request(url=URL))
    assert isinstance(answered, Fetched | Failed | Refused)
    if isinstance(answered, Failed):
        assert answered.kind is not Kind.TIMEOUT


def test_the_name_of_the_bot_holds_a_contact_where_there_is_one() -> None:
    assert agent() == f"jianbao/{__version__}"
    assert agent("me@example.org") == f"jianbao/{__version__} (+me@example.org)"
