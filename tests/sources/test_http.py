import asyncio
import gzip
import os
from datetime import timedelta

import pytest

from bot import __version__
from bot.core.source_state import Validators
from bot.sources.fetching import Failed, Fetched, Hints, Kind, Reason, Refused, Request, Unchanged
from bot.sources.http import Limits, agent
from tests.delivery.loopback import answer
from tests.sources.internet import BYTES, FEED, NOW, URL, Internet, by_path, hang, moved, saying, zipped

TYPE = "Content-Type: text/xml; charset=gb2312\r\n"
KEYS = set(
    """
    fetch-refused-malformed fetch-refused-scheme fetch-refused-host fetch-refused-login fetch-refused-port
    fetch-refused-address fetch-refused-downgrade
    fetch-failed-dns fetch-failed-connect fetch-failed-tls fetch-failed-proxy fetch-failed-timeout fetch-failed-lost
    fetch-failed-garbled fetch-failed-cut-short fetch-failed-too-large fetch-failed-encoding fetch-failed-redirects
    fetch-failed-resting fetch-failed-status fetch-failed-forbidden fetch-failed-missing fetch-failed-gone
    fetch-failed-server
    """.split()
)


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
        came_at=NOW,
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


async def test_an_operators_own_header_goes_before_ours(internet: Internet) -> None:
    heads: list[bytes] = []
    async with internet.site("news.example", saying(answer(FEED), heads)):
        await internet.web().fetch(Request(url=URL, headers={"user-agent": "reader/1"}, is_configured=True))
    assert b"user-agent: reader/1\r\n" in heads[0]
    assert heads[0].lower().count(b"user-agent") == 1


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


async def test_a_name_server_that_is_silent_costs_no_more_than_the_time_allowed() -> None:
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


def test_the_name_of_the_bot_holds_a_contact_where_there_is_one() -> None:
    assert agent() == f"jianbao/{__version__}"
    assert agent("me@example.org") == f"jianbao/{__version__} (+me@example.org)"
