"""Who hears how a feed is doing, and in which words."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.chat.notices import Notices, written
from bot.core.source_state import Notice, Outcome, SourceState
from bot.delivery.line import Line
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.errors import NoFeed
from bot.markup import plain
from bot.model import Chat, ChatKind
from bot.standin import Standin, World
from bot.store import Store, open_store
from bot.store.feeds import StoredFeed
from bot.texts import LANGUAGES

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
ADMIN, READER, ABOVE, OTHER, STRANGER = 1, 2, 3, 4, 99
TOKEN = "123456:no-real-token"
FEED = StoredFeed(
    source_id=1,
    place="https://news.example/rss",
    title="晨江 <财经> & Co",
    added_by=None,
    state=SourceState(next_check_at=NOW, failures=10, problem=Outcome.SERVER_ERROR),
    category=("新浪财经", "新浪财经－國内"),
)


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
async def notices(standin: Standin, store: Store) -> AsyncIterator[Notices]:
    async with standin.running() as address, Line() as line:
        yield Notices(store, Sender(Wire(line, f"{address}/bot{TOKEN}")), admins={ADMIN, STRANGER})


def heard(standin: Standin) -> dict[int, list[str]]:
    every = {number: standin.outbox(number) for number in (ADMIN, READER, ABOVE, OTHER)}
    return {number: [sent["text"] for sent in messages] for number, messages in every.items() if messages}


async def test_a_failing_feed_is_a_matter_of_the_admins(standin: Standin, notices: Notices) -> None:
    await notices.tell(FEED, Notice.FAILING)
    ((number, (text,)),) = heard(standin).items()
    assert number == ADMIN
    assert text.startswith("⚠️ 「晨江 <财经> & Co」连续 10 次取不到：")
    assert text.endswith("https://news.example/rss")


@pytest.mark.parametrize("notice", [Notice.DEAD, Notice.GONE])
async def test_the_end_of_a_feed_is_told_to_all_its_readers_in_their_language(
    standin: Standin, notices: Notices, notice: Notice
) -> None:
    await notices.tell(FEED, notice)
    told = heard(standin)
    assert told.keys() == {ADMIN, READER, ABOVE}
    assert [len(texts) for texts in told.values()] == [1, 1, 1]
    assert "/sources" in told[ADMIN][0]
    assert "nothing" in told[READER][0]
    assert "/sources" not in told[ABOVE][0]


async def test_a_feed_without_a_category_of_its_own_has_no_readers_to_tell(standin: Standin, notices: Notices) -> None:
    await notices.tell(replace(FEED, category=()), Notice.DEAD)
    assert heard(standin).keys() == {ADMIN}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", Notice)
@pytest.mark.parametrize("problem", [None, *set(Outcome) - {Outcome.CHANGED, Outcome.UNCHANGED, Outcome.SAME}])
def test_every_notice_has_its_words(language: str, notice: Notice, problem: Outcome | None) -> None:
    feed = replace(FEED, state=replace(FEED.state, problem=problem))
    for key in (f"notice-{notice}", *([f"notice-{notice}-readers"] if notice.is_for_readers else [])):
        assert FEED.title in plain(written(feed, key, language).text)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hans", "这是网页，不是订阅源"),
        ("zh-Hant", "這是網頁，不是訂閱源"),
        ("en", "This is a web page, not a feed"),
    ],
)
def test_what_came_instead_of_a_feed_is_told_in_everybodys_language(language: str, said: str) -> None:
    state = replace(FEED.state, problem=Outcome.UNREADABLE, why=NoFeed.PAGE)
    assert said in plain(written(replace(FEED, state=state), "notice-failing", language).text)


def test_a_feed_without_a_title_is_called_by_its_address_and_never_by_its_password() -> None:
    feed = replace(FEED, title="", place="https://reader:secret@news.example/rss")
    text = plain(written(feed, "notice-failing", "zh-Hans").text)
    assert "news.example/rss」" in text
    assert "secret" not in text
