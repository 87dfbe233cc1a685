"""Whatever a feed's server does ends in its state, and what is new is told once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.sorting import Rule
from bot.core.source_state import Notice, Outcome
from bot.errors import NoFeed, StoreError
from bot.sources.http import Limits
from bot.store import Store, open_store
from bot.store.feeds import Admission
from tests.delivery.loopback import Talk, answer
from tests.newsroom import BODY, Newsroom, document, feed, item
from tests.sources.internet import URL, hang, moved

HOUR = timedelta(hours=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 'news.db'}") as store:
        yield store


@pytest.fixture
async def room(store: Store) -> AsyncIterator[Newsroom]:
    room = Newsroom(store)
    async with room.open():
        yield room


async def test_a_first_reading_announces_nothing_and_keeps_three_to_be_shown(room: Newsroom) -> None:
    room.says(feed(5, 4, 3, 2, 1))
    state = await room.poll()
    assert (room.heard.singly, room.heard.together) == ([], [])
    assert (state.problem, state.failures, state.since) == (None, 0, room.internet.now)
    assert await room.store.articles.count() == 3
    assert (await room.feed()).title == "晨江财经"


async def test_a_new_entry_is_announced_once_and_stored_with_category_and_summary(room: Newsroom) -> None:
    await room.poll()
    room.says(feed(2, 1))
    for _ in range(3):
        await room.poll()
    assert room.heard.singly == ["第2号集市今天开幕"]
    stored = await room.store.articles.get(2)
    assert stored
    assert stored.article.category == ("金融", "晨江财经")
    assert stored.article.link == "http://news.example/article/2"
    assert stored.digest.short
    assert await room.store.feeds.untold() == []


async def test_an_operators_rule_and_his_category_go_before_what_an_entry_says(store: Store) -> None:
    room = Newsroom(store, [Rule(("號集市",), ("民生", "市集"))])
    async with room.open():
        await room.store.feeds.configure((await room.feed()).source_id, category=["要闻"], full_text=True)
        room.says(answer(document(item(1), item(2, "晨江今日停水", "今天" * 200))))
        await room.poll()
        stored = [await store.articles.get(number) for number in (1, 2)]
        assert {one.article.category for one in stored if one} == {("民生", "市集"), ("要闻",)}


async def test_a_readers_own_feed_cannot_put_its_entries_into_the_operators_categories(store: Store) -> None:
    room = Newsroom(store, [Rule(("号集市",), ("民生", "市集"))])
    async with room.open():
        await store.feeds.remove((await room.feed()).source_id)
        await store.feeds.register(URL, now=room.internet.now, category=("订阅源", "甲"), admission=Admission(owner=7))
        room.says(answer(document(item(1))))
        await room.poll()
        stored = await store.articles.get(1)
        assert stored
        assert stored.article.category == ("订阅源", "甲")
        assert await store.categories.lineage(stored.category_id) == [stored.category_id]


async def test_an_unchanged_document_is_asked_with_its_validators_and_costs_nothing(room: Newsroom) -> None:
    room.says(answer(document(item(1)), more='ETag: "a"\r\nLast-Modified: never\r\n'))
    await room.poll()
    room.says(b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n')
    state = await room.poll()
    assert 'If-None-Match: "a"\r\nIf-Modified-Since: never\r\n' in room.site.heads[-1]
    assert (state.validators.etag, state.failures, state.read_at) == ('"a"', 0, room.internet.now)
    assert room.heard.singly == []


async def test_the_same_body_is_no_news(room: Newsroom) -> None:
    before = await room.poll()
    after = await room.poll()
    assert (after.body_hash, after.failures, after.read_at) == (before.body_hash, 0, room.internet.now)
    assert await room.store.articles.count() == 1


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (answer(b"<html><body>Sorry</body></html>", more="Content-Type: text/html\r\n"), Outcome.UNREADABLE),
        (answer(b"\0\xff" * 500), Outcome.UNREADABLE),
        (answer(b"x" * 300_000), Outcome.UNREADABLE),
        (answer(b"", "404 Not Found"), Outcome.MISSING),
        (answer(b"", "403 Forbidden"), Outcome.REFUSED),
        (answer(b"", "499 Whatever"), Outcome.REFUSED),
        (answer(b"", "500 Internal Server Error"), Outcome.SERVER_ERROR),
        (answer(b"", "503 Service Unavailable"), Outcome.SERVER_ERROR),
        (moved("/rss"), Outcome.BROKEN_OFF),
        (moved("http://10.0.0.1/"), Outcome.MISLED),
        (feed(1)[:-20], Outcome.BROKEN_OFF),
        (b"SSH-2.0\r\n\r\n", Outcome.BROKEN_OFF),
        (b"", Outcome.BROKEN_OFF),
    ],
)
async def test_what_goes_wrong_is_a_problem_of_the_feed_and_is_over_when_it_is_well(
    room: Newsroom, reply: bytes, problem: Outcome
) -> None:
    await room.poll()
    room.says(reply)
    state = await room.poll()
    assert (state.problem, state.failures, state.first_failure_at) == (problem, 1, room.internet.now)
    assert state.next_check_at > room.internet.now
    room.says(feed(2, 1))
    assert (await room.poll(25)).problem is None
    assert room.heard.singly == ["第2号集市今天开幕"]
    assert room.heard.notices == []


async def test_what_came_instead_of_a_feed_is_remembered_until_it_is_one(room: Newsroom) -> None:
    room.says(answer(b"[]", more='ETag: "a"\r\n'))
    assert (await room.poll()).why is NoFeed.OTHER_JSON
    room.says(b"HTTP/1.1 304 Not Modified\r\n\r\n")
    assert (await room.poll(25)).why is NoFeed.OTHER_JSON
    room.says(feed(1))
    assert (await room.poll(25)).why is None


async def test_an_entry_from_the_future_goes_by_the_day_it_came(room: Newsroom) -> None:
    await room.poll()
    room.says(answer(document(item(2).replace(" 2026 ", " 2099 "), item(1))))
    await room.poll()
    stored = await room.store.articles.get(2)
    assert stored
    assert stored.article.published is None


async def test_an_unreadable_document_is_read_again_though_its_bytes_are_the_same(room: Newsroom) -> None:
    room.says(answer(b"<html>Sorry</html>", more='ETag: "a"\r\n'))
    for failures in (1, 2):
        state = await room.poll(25)
        assert (state.problem, state.failures) == (Outcome.UNREADABLE, failures)


async def test_a_server_that_hangs_is_left_after_the_time_it_has(store: Store) -> None:
    room = Newsroom(store)
    async with room.open(hang):
        room.poller = room.made(limits=Limits(total=0.2))
        state = await room.poll()
    assert (state.problem, state.failures) == (Outcome.BROKEN_OFF, 1)


async def test_ten_errors_and_seven_days_are_told_once_each_and_so_is_the_end_of_them(room: Newsroom) -> None:
    await room.poll()
    room.says(answer(b"", "500 Internal Server Error"))
    for _ in range(14):
        await room.poll(25)
    assert room.heard.notices == [Notice.DEAD, Notice.FAILING]
    room.says(feed(1))
    await room.poll(25)
    assert room.heard.notices[2:] == [Notice.RECOVERED]


async def test_a_feed_whose_name_leads_into_a_closed_network_is_told_at_once_with_what_opens_it(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    room = Newsroom(store)
    room.internet.names["news.example"] = [("10.0.0.7",)]
    await store.feeds.register(URL, now=room.internet.now)
    for _ in range(2):
        state = await room.poll(25)
    assert state.problem is Outcome.BARRED
    assert room.heard.notices == [Notice.BARRED]
    (line,) = [record.getMessage() for record in caplog.records if "not asked" in record.getMessage()]
    assert "add news.example:80 to fetching.own_network" in line


async def test_a_feed_that_is_gone_is_told_and_never_due_again(room: Newsroom) -> None:
    room.says(answer(b"", "410 Gone"))
    state = await room.poll()
    assert state.gone
    assert room.heard.notices == [Notice.GONE]
    assert await room.store.feeds.due(room.internet.now + 999 * HOUR, limit=9) == []


async def test_a_429_is_waited_out_and_the_rest_of_its_site_is_not_asked_and_not_blamed(room: Newsroom) -> None:
    room.says(answer(b"", "429 Too Many Requests", "Retry-After: 7200\r\n"))
    state = await room.poll()
    assert (state.problem, state.failures) == (Outcome.LIMITED, 1)
    assert state.next_check_at >= room.internet.now + 2 * HOUR
    other, _ = await room.store.feeds.register("http://news.example/other", now=room.internet.now)
    rested = await room.poller.poll(other, now=room.internet.now)
    assert (rested.problem, rested.failures) == (None, 0)
    assert rested.next_check_at >= room.internet.now + 2 * HOUR
    assert room.site.paths == ["/rss"]


async def test_a_move_is_believed_when_it_was_met_three_times_over_a_day(room: Newsroom) -> None:
    room.site.replies["/new"] = feed(1)
    room.says(moved("/new", "301 Moved Permanently"))
    for hours, address in ((1, URL), (12, URL), (11, URL), (2, "http://news.example/new")):
        await room.poll(hours)
        assert (await room.feed()).address == address
    assert room.heard.notices == [Notice.MOVED]
    await room.poll()
    assert room.site.paths[-2:] == ["/new", "/new"]
    assert (await room.feed()).place == URL


async def test_a_changed_entry_is_written_anew_and_pushes_nothing(room: Newsroom) -> None:
    await room.poll()
    room.says(answer(document(item(1, "第1号集市今天闭幕", BODY.replace("两成", "三成")))))
    await room.poll()
    stored = await room.store.articles.get(1)
    assert stored
    assert stored.article.title == "第1号集市今天闭幕"
    assert "三成" in "".join(stored.article.paragraphs)
    assert (room.heard.singly, room.heard.together, await room.store.articles.count()) == ([], [], 1)


async def test_markup_that_changes_at_each_asking_is_no_change_of_what_an_entry_says(room: Newsroom) -> None:
    room.says(answer(document(item(1, text=f"{BODY}<img src='http://ads.example/1.gif'>"))))
    await room.poll()
    before = await room.store.articles.get(1)
    room.says(answer(document(item(1, text=f"{BODY}<img src='http://ads.example/2.gif'>"))))
    await room.poll()
    assert await room.store.articles.get(1) == before


async def test_a_flood_gives_five_and_one_digest_and_the_admins_hear_of_it(room: Newsroom) -> None:
    await room.poll()
    room.says(feed(*range(21, 0, -1)))
    await room.poll()
    assert room.heard.singly == [f"第{number}号集市今天开幕" for number in range(17, 22)]
    assert room.heard.together == [[f"第{number}号集市今天开幕" for number in range(2, 17)]]
    assert room.heard.notices == [Notice.FLOOD]


async def test_an_entry_with_the_content_of_a_stored_article_makes_no_second_one(room: Newsroom) -> None:
    await room.poll()
    room.says(answer(document(item(9, "第1号集市今天开幕").replace("/article/9", "/elsewhere"), item(1))))
    await room.poll()
    assert await room.store.articles.count() == 1


async def test_pictures_without_a_word_are_different_news(room: Newsroom) -> None:
    def picture(number: int) -> str:
        image = f"&lt;img src='http://news.example/{number}.jpg'&gt;"
        return f"<item><guid>picture-{number}</guid><description>{image}</description></item>"

    room.says(answer(document(picture(1))))
    await room.poll()
    room.says(answer(document(picture(3), picture(2), picture(1))))
    await room.poll()
    assert len(room.heard.singly) == 2
    assert await room.store.articles.count() == 3


class _EndError(BaseException):
    """Stands for the end of the process."""


async def test_what_was_stored_before_a_crash_is_announced_after_it_exactly_once(room: Newsroom) -> None:
    await room.poll()
    room.says(feed(3, 2, 1))
    room.poller = room.made(announce=_dies)
    with pytest.raises(_EndError):
        await room.poll()
    room.poller = room.made()
    await room.poller.recover()
    await room.poller.recover()
    await room.poll()
    assert room.heard.singly == ["第2号集市今天开幕", "第3号集市今天开幕"]


async def test_a_flood_a_crash_interrupted_is_still_told_as_five_and_one_digest(room: Newsroom) -> None:
    await room.poll()
    room.says(feed(*range(21, 0, -1)))
    room.poller = room.made(announce=_dies)
    with pytest.raises(_EndError):
        await room.poll()
    room.poller = room.made()
    await room.poller.recover()
    assert room.heard.singly == [f"第{number}号集市今天开幕" for number in range(17, 22)]
    assert room.heard.together == [[f"第{number}号集市今天开幕" for number in range(2, 17)]]


async def _dies(*_: object) -> None:
    raise _EndError


async def test_a_disk_that_is_full_loses_no_entry_and_announces_none_twice(room: Newsroom) -> None:
    await room.poll()
    room.says(feed(2, 1))
    await room.store.database._writer.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        await room.poll()
    await room.store.database._writer.execute("PRAGMA query_only = OFF")
    assert room.heard.singly == []
    await room.poll()
    await room.poll()
    assert room.heard.singly == ["第2号集市今天开幕"]


@pytest.mark.parametrize("steps", range(0, 60, 3))
async def test_a_poll_may_be_cancelled_anywhere_and_its_news_is_told_once(room: Newsroom, steps: int) -> None:
    await room.poll()
    room.says(feed(2, 1))
    task = asyncio.create_task(room.poll())
    while not room.site.paths[1:]:
        await asyncio.sleep(0)
    for _ in range(steps * 20):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait({task})
    room.poller = room.made()
    await room.poller.recover()
    await room.poll()
    assert set(room.heard.singly) == {"第2号集市今天开幕"}
    assert await room.store.articles.count() == 2


def page(text: str = BODY * 3) -> bytes:
    html = f"<html><head><title>开幕</title></head><body><article><h1>开幕</h1><p>{text}</p></article></body></html>"
    return answer(html.encode(), more="Content-Type: text/html; charset=utf-8\r\n")


@pytest.mark.parametrize(
    "text",
    [
        "晨江市集开幕……",
        f"{'晨江市集今天开幕，' * 20}</p><p><a>Continue reading</a></p><p>The post X appeared first on Y.",
        f"{'晨江市集今天开幕，' * 20}</p><p><a>阅读全文</a>",
    ],
)
async def test_a_teaser_is_completed_from_its_page(room: Newsroom, text: str) -> None:
    room.site.replies["/article/1"] = page()
    room.says(answer(document(item(1, text=text))))
    await room.poll()
    stored = await room.store.articles.get(1)
    assert stored
    assert "一百二十个摊位" in "".join(stored.article.paragraphs)


async def test_a_teaser_stays_where_its_page_fails_or_the_operator_wants_no_pages(room: Newsroom) -> None:
    room.says(answer(document(item(2, text="晨江市集开幕……"))))
    await room.poll()
    assert room.site.paths == ["/rss", "/article/2"]
    await room.store.feeds.configure((await room.feed()).source_id, category=[], full_text=False)
    room.site.replies["/article/3"] = page()
    room.says(answer(document(item(3, text="晨江庙会开幕……"), item(2, text="晨江市集开幕……"))))
    await room.poll()
    assert room.site.paths[2:] == ["/rss"]
    assert room.heard.singly == ["第3号集市今天开幕"]


async def test_no_more_than_ten_pages_are_fetched_for_one_document(room: Newsroom) -> None:
    await room.poll()
    room.says(answer(document(*(item(number, text="晨江市集开幕……") for number in range(30, 0, -1)))))
    await room.poll()
    assert len(room.site.paths) == 2 + 10


async def test_a_feed_leads_to_its_own_site_and_to_no_other_of_the_operators_network(store: Store) -> None:
    room = Newsroom(store)
    inside: list[str] = []

    def within(name: str, replies: dict[str, bytes]) -> Talk:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
            inside.append(f"{name}{path}")
            writer.write(replies[path])

        return talk

    links = [
        item(n, text="晨江……").replace("http://news.example", at) for n, at in enumerate(("http://nas", "http://hub"))
    ]
    hub = {"/rss": answer(document(*links)), "/article/1": page()}
    async with (
        room.internet.site("hub", within("hub", hub), address="10.0.0.1"),
        room.internet.site("nas", within("nas", {"/article/0": page()}), address="10.0.0.2"),
    ):
        source, _ = await store.feeds.register("http://reader:secret@hub/rss", now=room.internet.now)
        await room.made("hub", "nas").poll(source, now=room.internet.now)
    assert inside == ["hub/rss", "hub/article/1"]
