import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.sources.domains import USUAL_REST, Domains, registered
from bot.sources.fetching import Failed, Fetched, Kind, Request
from tests.delivery.loopback import answer, heard
from tests.sources.internet import FEED, Internet, moved, saying

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("tumblr.com", "tumblr.com"),
        ("a.b.tumblr.com", "tumblr.com"),
        ("www.people.com.cn", "people.com.cn"),
        ("finance.sina.com.cn", "sina.com.cn"),
        ("a.github.io", "a.github.io"),
        ("www.xn--fiq228c.xn--fiqs8s", "xn--fiq228c.xn--fiqs8s"),
        ("a.unknown-ending", "a.unknown-ending"),
        ("com", "com"),
        ("rsshub", "rsshub"),
        ("10.0.0.1", "10.0.0.1"),
        ("::1", "::1"),
        ("", ""),
    ],
)
def test_a_site_is_what_somebody_registered(host: str, domain: str) -> None:
    assert registered(host) == domain


def test_one_wish_to_wait_holds_for_all_of_a_site_and_for_nobody_else() -> None:
    now = NOW
    domains = Domains(lambda: now)
    assert domains.hush("a.tumblr.com", timedelta(minutes=5)) == timedelta(minutes=5)
    assert domains.rest("b.tumblr.com") == timedelta(minutes=5)
    assert domains.rest("a.github.io") is None
    assert domains.hush("b.tumblr.com", timedelta(minutes=1)) == timedelta(minutes=5)
    now += timedelta(minutes=4)
    assert domains.rest("tumblr.com") == timedelta(minutes=1)
    assert domains.hush("a.github.io", None) == USUAL_REST
    now += timedelta(minutes=1)
    assert domains.rest("tumblr.com") is None
    assert domains.hush("tumblr.com", timedelta()) == timedelta()
    assert domains.rest("tumblr.com") is None


def test_a_wish_heard_while_the_clock_was_years_ahead_is_over_when_it_is_right() -> None:
    now = NOW + timedelta(days=3650)
    domains = Domains(lambda: now)
    domains.hush("tumblr.com", timedelta(minutes=5))
    now = NOW
    assert domains.rest("tumblr.com") is None
    assert domains.hush("tumblr.com", timedelta(minutes=5)) == timedelta(minutes=5)


async def test_sites_without_visitors_and_without_a_wish_are_forgotten() -> None:
    now = NOW
    domains = Domains(lambda: now)
    for number in range(50):
        async with domains.turn(f"site{number}.example"):
            domains.hush(f"site{number}.example", timedelta(minutes=1))
    now += timedelta(minutes=2)
    domains.hush("last.example", None)
    assert len(domains._visited) == 0
    assert len(domains._rests) == 1


async def test_a_site_is_visited_twice_at_once_whatever_its_names_and_others_do_not_wait() -> None:
    internet = Internet()
    now_there = most_there = 0
    gate = asyncio.Event()

    async def waiting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal now_there, most_there
        await heard(reader)
        now_there += 1
        most_there = max(most_there, now_there)
        await gate.wait()
        now_there -= 1
        writer.write(answer(FEED))

    async with (
        internet.site("a.tumblr.com", waiting),
        internet.site("b.tumblr.com", waiting),
        internet.site("well.example", saying(answer(FEED))),
    ):
        web = internet.web()
        tasks = [asyncio.create_task(web.fetch(Request(url=f"http://{host}.tumblr.com/"))) for host in "abababab"]
        assert isinstance(await web.fetch(Request(url="http://well.example/")), Fetched)
        while now_there < 2:
            await asyncio.sleep(0)
        gate.set()
        assert {type(one) for one in await asyncio.gather(*tasks)} == {Fetched}
    assert most_there == 2


@pytest.mark.parametrize(
    ("head", "wait"),
    [
        ("Retry-After: 120\r\n", timedelta(minutes=2)),
        ("Retry-After: Mon, 30 Nov 2026 12:10:00 GMT\r\n", timedelta(minutes=10)),
        ("Retry-After: 999999999\r\n", timedelta(hours=24)),
        ("Retry-After: soon\r\n", USUAL_REST),
        ("Retry-After: 0\r\n", USUAL_REST),
        ("Retry-After: Mon, 30 Nov 2020 12:00:00 GMT\r\n", USUAL_REST),
        ("Retry-After: Mon, 30 Nov 2036 12:00:00 GMT\r\n", timedelta(hours=24)),
        ("", USUAL_REST),
    ],
)
async def test_a_site_that_asks_to_wait_is_left_alone_by_all_until_then(head: str, wait: timedelta) -> None:
    internet = Internet()
    async with (
        internet.site("a.tumblr.com", saying(answer(b"", "429 Too Many Requests", head))),
        internet.site("b.tumblr.com", saying(answer(FEED))),
        internet.site("news.example", saying(moved("http://b.tumblr.com/"))),
    ):
        web = internet.web()
        asked = await web.fetch(Request(url="http://a.tumblr.com/"))
        assert asked == Failed(kind=Kind.STATUS, url="http://a.tumblr.com/", status=429, retry_after=wait)
        assert asked.key == "fetch-failed-resting"
        internet.passes(30)
        for url in ("http://b.tumblr.com/", "http://news.example/"):
            left = await web.fetch(Request(url=url))
            assert left == Failed(
                kind=Kind.RESTING, url="http://b.tumblr.com/", retry_after=wait - timedelta(seconds=30)
            )
            assert left.key == asked.key
        assert [place for place in internet.dialled if place[0] == "93.184.216.2"] == []
        internet.passes(wait.total_seconds())
        assert isinstance(await web.fetch(Request(url="http://b.tumblr.com/")), Fetched)
