"""Every feed is asked when it is due, whatever the others do."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Never

import pytest

from bot.config import FeedSource
from bot.core.source_state import Outcome
from bot.polls import AT_ONCE, Polls
from bot.store import Store, open_store
from bot.store.feeds import StoredFeed
from tests.delivery.loopback import answer, heard
from tests.newsroom import Newsroom, Site, feed
from tests.sources.internet import URL, hang

PATIENCE = 15.0


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 'news.db'}") as store:
        yield store


@pytest.fixture
async def room(store: Store) -> AsyncIterator[Newsroom]:
    room = Newsroom(store)
    async with room.internet.site("news.example", room.site.talk):
        yield room


def source(url: str = URL, **values: object) -> FeedSource:
    return FeedSource.model_validate({"kind": "feed", "url": url, **values})


def polls(room: Newsroom, *sources: FeedSource) -> Polls:
    own = "http://news.example"
    return Polls(room.store, room.poller, sources, clock=lambda: room.internet.now, is_own=lambda url: own in url)


@asynccontextmanager
async def running(loop: Polls) -> AsyncIterator[Polls]:
    task = asyncio.create_task(loop.run())
    try:
        yield loop
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(look: Callable[[], Awaitable[bool]]) -> None:
    end = time.monotonic() + PATIENCE
    while not await look():
        assert time.monotonic() < end, "it did not happen"
        await asyncio.sleep(0.01)


async def stored(room: Newsroom, url: str = URL) -> StoredFeed | None:
    return next((one for one in await room.store.feeds.all() if one.place == url), None)


async def read(room: Newsroom, url: str = URL) -> bool:
    """Whether the feed was read since now."""
    found = await stored(room, url)
    return bool(found and found.state.read_at == room.internet.now)


async def test_a_configured_feed_is_asked_at_once_and_its_news_is_told_when_it_is_due_again(room: Newsroom) -> None:
    async with running(polls(room, source(every_minutes=30))) as loop:
        await until(lambda: read(room))
        room.site.replies["/rss"] = feed(2, 1)
        room.internet.passes(40 * 60)
        loop.wake()
        await until(lambda: read(room))
    assert room.heard.singly == ["第2号集市今天开幕"]
    assert room.site.paths == ["/rss", "/rss"]


async def test_a_restart_asks_nobody_before_its_time(room: Newsroom) -> None:
    async with running(polls(room, source())):
        await until(lambda: read(room))
    other = source("http://news.example/other")
    room.site.replies["/other"] = feed(1)
    async with running(polls(room, source(), other)):
        await until(lambda: read(room, other.url))
    assert room.site.paths == ["/rss", "/other"]


async def test_a_feed_that_left_the_configuration_is_paused_and_taken_up_when_it_is_back(room: Newsroom) -> None:
    added, _ = await room.store.feeds.register("http://news.example/reader", now=room.internet.now, added_by=7)
    room.site.replies["/reader"] = feed(1)
    async with running(polls(room, source())):
        await until(lambda: read(room))
    room.internet.passes(48 * 3600)
    async with running(polls(room)):
        await until(lambda: read(room, added.place))
        left = await stored(room)
        assert left
        assert left.state.paused
    assert room.site.paths.count("/rss") == 1
    async with running(polls(room, source(category="金融 / 要闻"))):
        await until(lambda: read(room))
    back = await stored(room)
    assert back
    assert (back.state.paused, back.category) == (False, ("金融", "要闻"))


async def test_one_that_hangs_one_that_sends_garbage_and_one_that_breaks_us_leave_the_others_alone(
    room: Newsroom,
) -> None:
    urls = {name: f"http://{name}.example/rss" for name in ("hangs", "garbage", "breaks", "well")}
    garbage, breaks = Site({"/rss": answer(bytes(range(256)) * 99)}), Site({"/rss": feed(98)})

    async def stumbling(article_id: int, category_id: int, born: datetime) -> None:
        article = await room.store.articles.get(article_id)
        if article and "第99号" in article.article.title:
            raise ZeroDivisionError
        await room.heard.article(article_id, category_id, born)

    room.poller = room.made(announce=stumbling)
    async with (
        room.internet.site("hangs.example", hang),
        room.internet.site("garbage.example", garbage.talk),
        room.internet.site("breaks.example", breaks.talk),
        room.internet.site("well.example", room.site.talk),
    ):
        async with running(polls(room, source(urls["breaks"]))):
            await until(lambda: read(room, urls["breaks"]))
        breaks.replies["/rss"] = feed(99, 98)
        room.internet.passes(48 * 3600)
        async with running(polls(room, *map(source, urls.values()))) as loop:
            await until(lambda: read(room, urls["well"]))
            room.site.replies["/rss"] = feed(2, 1)
            room.internet.passes(48 * 3600)
            loop.wake()
            await until(lambda: read(room, urls["well"]))
            await until(lambda: rests(room, urls["breaks"]))
            hanging, spoilt = await stored(room, urls["hangs"]), await stored(room, urls["garbage"])
    assert room.heard.singly == ["第2号集市今天开幕"]
    assert hanging
    assert hanging.state.read_at is None
    assert spoilt
    assert spoilt.state.problem is Outcome.UNREADABLE


async def rests(room: Newsroom, url: str) -> bool:
    found = await stored(room, url)
    return bool(found and found.state.next_check_at > room.internet.now)


async def dies(*_: object) -> Never:
    raise ConnectionError


async def test_a_feed_that_breaks_us_keeps_what_was_learnt_of_it_and_is_left_alone_for_a_while(room: Newsroom) -> None:
    room.site.replies["/rss"] = answer(b"", "410 Gone")
    room.poller = room.made(notice=dies)
    async with running(polls(room, source())):
        await until(lambda: rests(room, URL))
        await asyncio.sleep(0.1)
    left = await stored(room)
    assert left
    assert left.state.gone


async def test_what_an_earlier_run_stored_and_did_not_tell_is_told_first(room: Newsroom) -> None:
    async with running(polls(room, source())):
        await until(lambda: read(room))
    room.site.replies["/rss"] = feed(2, 1)
    room.internet.passes(3 * 3600)
    found = await stored(room)
    assert found
    await room.made(announce=dies).poll(found, now=room.internet.now)
    assert await untold(room, 1)
    async with running(polls(room, source())):
        await until(lambda: untold(room, 0))
    assert room.heard.singly == ["第2号集市今天开幕"]


async def test_a_store_that_cannot_be_written_at_the_start_is_tried_again(room: Newsroom) -> None:
    writer = room.store.database._writer
    await writer.execute("PRAGMA query_only = ON")
    async with running(polls(room, source())) as loop:
        await asyncio.sleep(0.1)
        assert room.site.paths == []
        await writer.execute("PRAGMA query_only = OFF")
        loop.wake()
        await until(lambda: read(room))


async def test_a_feed_of_the_operators_own_network_is_asked_every_few_minutes(room: Newsroom) -> None:
    async with running(polls(room, source())) as loop:
        await until(lambda: read(room))
        room.internet.passes(6 * 60)
        loop.wake()
        await until(lambda: read(room))
    assert len(room.site.paths) == 2


async def test_more_feeds_than_are_asked_at_once_are_all_asked_once(room: Newsroom) -> None:
    sources = [source(f"http://news.example/{number}") for number in range(50)]
    room.site.replies |= {f"/{number}": feed(number) for number in range(50)}

    async with running(polls(room, *sources)):
        await asyncio.sleep(0.1)
        await until(lambda: all_read(room, 50))
    assert sorted(room.site.paths) == sorted(room.site.replies.keys() - {"/rss"})


async def test_news_that_was_kept_and_not_told_when_the_disk_filled_up_is_told_when_it_is_well(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.polls.RETELLING", 0.02)
    writer = room.store.database._writer
    is_full = True

    async def full(*_: object) -> None:
        if is_full:
            await writer.execute("PRAGMA query_only = ON")
            await room.store.feeds.mark_told([])

    room.poller = room.made(announce=full)
    async with running(polls(room, source())) as loop:
        await until(lambda: read(room))
        room.site.replies["/rss"] = feed(2, 1)
        room.internet.passes(3600)
        loop.wake()
        await until(lambda: untold(room, 1))
        is_full = False
        await writer.execute("PRAGMA query_only = OFF")
        await until(lambda: untold(room, 0))
    assert room.site.paths == ["/rss", "/rss"], "a server is no less disturbed when our disk is full"


async def untold(room: Newsroom, count: int) -> bool:
    return len(await room.store.feeds.untold()) == count


async def test_forty_feeds_of_a_site_that_is_slow_to_answer_keep_no_feed_of_others_waiting(room: Newsroom) -> None:
    gate, most_there, there = asyncio.Event(), 0, 0

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal there, most_there
        await heard(reader)
        there += 1
        most_there = max(there, most_there)
        await gate.wait()
        there -= 1
        writer.write(feed(1))

    slow_ones = [source(f"http://{number}.slow.example/rss") for number in range(40)]
    for one in slow_ones:
        room.internet.names[f"{one.url[7:].partition('/')[0]}"] = [("93.184.216.9",)]
    async with room.internet.site("slow.example", slow, address="93.184.216.9"):
        for one in slow_ones:
            await room.store.feeds.register(one.url, now=room.internet.now)
        room.internet.passes(60)
        async with running(polls(room, *slow_ones, source())):
            await until(lambda: read(room))
            assert not [one for one in await room.store.feeds.all() if one.state.read_at and one.place != URL]
            gate.set()
            await until(lambda: all_read(room, 41))
    assert most_there == 2


async def all_read(room: Newsroom, count: int) -> bool:
    return sum(one.state.read_at is not None for one in await room.store.feeds.all()) == count


async def test_feeds_that_come_due_together_are_asked_without_a_pause_between_them(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for pause in ("SHORTEST_SLEEP", "LONGEST_SLEEP"):
        monkeypatch.setattr(f"bot.polls.{pause}", 10 * PATIENCE)
    sites = [f"{number}.example" for number in range(3 * AT_ONCE)]
    for host in sites:
        room.internet.names[host] = [("93.184.216.1",)]
    async with running(polls(room, *(source(f"http://{host}/rss") for host in sites))):
        await until(lambda: all_read(room, len(sites)))


async def test_a_feed_that_is_removed_or_paused_while_it_waits_is_not_asked(room: Newsroom) -> None:
    gate = asyncio.Event()

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        await gate.wait()
        writer.write(feed(1))

    hosts = [f"{number}.slow.example" for number in range(3)]
    for host in hosts:
        room.internet.names[host] = [("93.184.216.9",)]
    async with (
        room.internet.site("slow.example", slow, address="93.184.216.9"),
        running(polls(room, *(source(f"http://{host}/rss") for host in hosts))),
    ):
        await until(lambda: asked_for(room, 2))
        last = (await room.store.feeds.all())[2]
        await room.store.feeds.pause(last.source_id)
        gate.set()
        await until(lambda: all_but(room, last.source_id))
        await asyncio.sleep(0.05)
    assert sorted(set(room.internet.asked)) == hosts[:2]


async def asked_for(room: Newsroom, count: int) -> bool:
    return len(room.internet.dialled) == count


async def all_but(room: Newsroom, source_id: int) -> bool:
    return all(one.state.read_at for one in await room.store.feeds.all() if one.source_id != source_id)


async def test_old_entries_are_forgotten_as_fast_as_new_ones_come(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.polls.TIDYING", 0.01)
    monkeypatch.setattr("bot.polls.PRUNED", 1)
    room.site.replies["/rss"] = feed(3, 2, 1)
    async with running(polls(room, source())) as loop:
        await until(lambda: read(room))
        room.site.replies["/rss"] = feed(4)
        room.internet.passes(100 * 24 * 3600)
        loop.wake()
        await until(lambda: entries(room, 1))


async def entries(room: Newsroom, count: int) -> bool:
    return await room.store.feeds.count_entries(1) == count
