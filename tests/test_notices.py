"""Who hears how a feed is doing, and in which words."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.polling import new_state
from bot.core.source_state import Notice, Outcome, SourceState
from bot.delivery.line import Line
from bot.delivery.noticing import notice as written
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.dispatch import Dispatch
from bot.errors import NoFeed
from bot.markup import plain
from bot.model import Chat, ChatKind
from bot.notices import Notices
from bot.standin import Standin, World
from bot.store import Store, open_store
from bot.store.feeds import StoredFeed
from bot.texts import LANGUAGES

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
ADMIN, READER, ABOVE, OTHER, STRANGER = 1, 2, 3, 4, 99
TOKEN = "123456:no-real-token"
PLACE = "https://news.example/rss"
TITLE = "晨江 <财经> & Co"
CATEGORY = ("新浪财经", "新浪财经－國内")
STATE = SourceState(next_check_at=NOW, failures=10, problem=Outcome.SERVER_ERROR)


@pytest.fixture
def standin() -> Standin:
    world = World()
    for number in (ADMIN, READER, ABOVE, OTHER):
        world.add_person(id=number)
    return Standin(world=world, token=TOKEN)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """The admin and a reader follow the feed's category, one the category above, one another."""
    async with open_store(f"sqlite:///{tmp_path / 'news.db'}") as store:
        ids = await store.categories.ensure([("新浪财经",), ("新浪财经", "国内"), ("编程",)])
        below, above, other = ids["新浪财经", "国内"], ids["新浪财经",], ids["编程",]
        for number, category in ((ADMIN, below), (READER, below), (ABOVE, above), (OTHER, other)):
            language = "en" if number == READER else "zh-Hans"
            chat = Chat(id=number, kind=ChatKind.PRIVATE, language=language, time_zone="UTC")
            await store.chats.add(chat, now=NOW)
            await store.subscriptions.add(number, category, now=NOW)
        yield store


@pytest.fixture
async def feed(store: Store) -> StoredFeed:
    feed, _ = await store.feeds.register(PLACE, now=NOW, title=TITLE, category=CATEGORY)
    return feed


@pytest.fixture
async def notices(store: Store) -> Notices:
    return Notices(store, admins={ADMIN, STRANGER})


async def happens(store: Store, notices: Notices, feed: StoredFeed, notice: Notice) -> StoredFeed:
    """Keeps what a feed came to, as a poll does."""
    feed = replace(feed, state=replace(STATE, told=frozenset({notice}), gone=notice is Notice.GONE))
    assert await store.feeds.save(feed.source_id, feed.state, told=await notices.letters(feed, notice, NOW))
    return feed


async def sent(standin: Standin, store: Store) -> dict[int, list[str]]:
    """Sends what waits in the outbox, as the bot does after a start; gives who heard what."""
    async with standin.running() as address, Line() as line:
        dispatch = Dispatch(store, Sender(Wire(line, f"{address}/bot{TOKEN}")), clock=lambda: NOW)
        task = asyncio.create_task(dispatch.run())
        async with asyncio.timeout(20):
            while await store.deliveries.waiting():
                await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    return heard(standin)


def heard(standin: Standin) -> dict[int, list[str]]:
    every = {number: standin.outbox(number) for number in (ADMIN, READER, ABOVE, OTHER)}
    return {number: [sent["text"] for sent in messages] for number, messages in every.items() if messages}


async def test_a_failing_feed_is_a_matter_of_the_admins(
    standin: Standin, store: Store, notices: Notices, feed: StoredFeed
) -> None:
    await happens(store, notices, feed, Notice.FAILING)
    ((number, (text,)),) = (await sent(standin, store)).items()
    assert number == ADMIN
    assert text.startswith("⚠️ 「晨江 <财经> & Co」连续 10 次取不到：")
    assert text.endswith("https://news.example/rss")


async def test_a_feed_of_a_closed_network_is_told_to_admins_with_what_opens_it(
    standin: Standin, store: Store, notices: Notices
) -> None:
    own, _ = await store.feeds.register("http://rsshub.lan:1200/rss", now=NOW, title=TITLE)
    await happens(store, notices, own, Notice.BARRED)
    ((number, (text,)),) = (await sent(standin, store)).items()
    assert number == ADMIN
    assert "fetching.own_network 里加上 rsshub.lan:1200" in text


async def test_a_feed_that_a_reader_brought_is_opened_by_nobody(store: Store, notices: Notices) -> None:
    theirs, _ = await store.feeds.register("http://news.example:99/rss", now=NOW, added_by=READER)
    assert await notices.letters(theirs, Notice.BARRED, NOW) == []


@pytest.mark.parametrize("notice", [Notice.DEAD, Notice.GONE])
async def test_the_end_of_a_feed_is_told_to_all_its_readers_in_their_language(
    standin: Standin, store: Store, notices: Notices, feed: StoredFeed, notice: Notice
) -> None:
    await happens(store, notices, feed, notice)
    told = await sent(standin, store)
    assert told.keys() == {ADMIN, READER, ABOVE}
    assert [len(texts) for texts in told.values()] == [1, 1, 1]
    assert "/sources" in told[ADMIN][0]
    assert "nothing" in told[READER][0]
    assert "/sources" not in told[ABOVE][0]


async def test_a_feed_without_a_category_of_its_own_has_no_readers_to_tell(
    standin: Standin, store: Store, notices: Notices, feed: StoredFeed
) -> None:
    await happens(store, notices, replace(feed, category=()), Notice.DEAD)
    assert (await sent(standin, store)).keys() == {ADMIN}


async def test_a_notice_that_is_no_longer_true_when_its_turn_comes_is_not_sent(
    standin: Standin, store: Store, notices: Notices, feed: StoredFeed
) -> None:
    await happens(store, notices, feed, Notice.DEAD)
    await store.feeds.save(feed.source_id, new_state(NOW))
    assert await sent(standin, store) == {}


async def test_what_happened_is_kept_with_its_notice_or_not_at_all(
    store: Store, notices: Notices, feed: StoredFeed
) -> None:
    letters = await notices.letters(feed, Notice.DEAD, NOW)
    broken = [letters[0], letters[1]._replace(what=None)]  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        await store.feeds.save(feed.source_id, replace(STATE, told=frozenset({Notice.DEAD})), told=broken)
    kept = await store.feeds.get(feed.source_id)
    assert kept == feed
    assert await store.deliveries.count() == {}
    assert not await store.feeds.save(99, STATE, told=letters)
    assert await store.deliveries.count() == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", Notice)
@pytest.mark.parametrize("problem", [None, *set(Outcome) - {Outcome.CHANGED, Outcome.UNCHANGED, Outcome.SAME}])
def test_every_notice_has_its_words(language: str, notice: Notice, problem: Outcome | None) -> None:
    state = replace(STATE, problem=problem)
    for key in (f"notice-{notice}", *([f"notice-{notice}-readers"] if notice.is_for_readers else [])):
        assert TITLE in plain(written(language, key, title=TITLE, place=PLACE, state=state).text)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hans", "这是网页，不是订阅源"),
        ("zh-Hant", "這是網頁，不是訂閱源"),
        ("en", "This is a web page, not a feed"),
    ],
)
def test_what_came_instead_of_a_feed_is_told_in_everybodys_language(language: str, said: str) -> None:
    state = replace(STATE, problem=Outcome.UNREADABLE, why=NoFeed.PAGE)
    assert said in plain(written(language, "notice-failing", title=TITLE, place=PLACE, state=state).text)


def test_a_feed_without_a_title_is_called_by_its_address_and_never_by_its_password() -> None:
    place = "https://reader:secret@news.example/rss"
    text = plain(written("zh-Hans", "notice-failing", title="", place=place, state=STATE).text)
    assert "news.example/rss」" in text
    assert "secret" not in text
