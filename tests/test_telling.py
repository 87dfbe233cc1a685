"""News that could not be announced is announced in the same run, and to nobody twice."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from bot import publish
from bot.model import Chat, ChatKind, Lane
from bot.store import Store, open_store
from bot.telling import FIRST_WAIT, MOST_TRIES
from tests.newsroom import Newsroom, feed
from tests.sources.internet import NOW


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 'news.db'}") as store:
        yield store


@pytest.fixture
async def room(store: Store) -> AsyncIterator[Newsroom]:
    room = Newsroom(store)
    async with room.open():
        await room.poll()
        yield room


class Spoilt:
    """Announces, but for one article that breaks it so many times."""

    def __init__(self, room: Newsroom, title: str, *, times: int) -> None:
        self.room = room
        self.title = title
        self.times = times
        self.tries = 0

    async def article(self, article_id: int, category_id: int, born: datetime) -> None:
        await self._tried([(article_id, category_id)])
        await self.room.heard.article(article_id, category_id, born)

    async def digest(self, news: Sequence[tuple[int, int]]) -> None:
        await self._tried(news)
        await self.room.heard.digest(news)

    async def _tried(self, news: Sequence[tuple[int, int]]) -> None:
        titles = [await self.room.heard.title(article_id) for article_id, _ in news]
        if self.title in titles:
            self.tries += 1
            if self.tries <= self.times:
                raise ZeroDivisionError


def title(number: int) -> str:
    return f"第{number}号集市今天开幕"


def spoil(room: Newsroom, number: int, *, times: int) -> Spoilt:
    spoilt = Spoilt(room, title(number), times=times)
    room.poller = room.made(announce=spoilt.article, digest=spoilt.digest)
    return spoilt


async def test_an_article_that_could_not_be_announced_is_announced_later_and_the_others_at_once(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telling.FIRST_WAIT", 0.0)
    spoil(room, 2, times=2)
    room.says(feed(3, 2, 1))
    state = await room.poll()
    assert room.heard.singly == [title(3)]
    assert state.read_at == room.internet.now, "the feed itself was read well"
    for _ in range(4):
        await room.poller.recover()
    assert room.heard.singly == [title(3), title(2)]
    assert await room.store.feeds.untold() == []


async def test_an_article_that_breaks_us_again_and_again_is_left_until_the_next_start(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telling.FIRST_WAIT", 0.0)
    spoilt = spoil(room, 2, times=99)
    room.says(feed(2, 1))
    await room.poll()
    for _ in range(2 * MOST_TRIES):
        await room.poller.recover()
    assert spoilt.tries == MOST_TRIES
    room.poller = room.made()
    await room.poller.recover()
    assert room.heard.singly == [title(2)]


async def test_who_was_reached_before_the_announcement_broke_is_not_told_again(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telling.FIRST_WAIT", 0.0)
    store, broken = room.store, True
    for number in (1, 2):
        await store.chats.add(Chat(id=number, kind=ChatKind.PRIVATE, language="en", time_zone="UTC"), now=NOW)

    async def announce(article_id: int, category_id: int, born: datetime) -> None:
        now = room.internet.now
        if broken:
            await store.deliveries.reserve(f"article:{article_id}", Lane.NEWS, [1], due=now, born=born)
            raise ZeroDivisionError
        await publish.announce(store, article_id, category_id, now=now, born=born)

    room.poller = room.made(announce=announce)
    for number, category_id in ((1, 1), (2, 1)):
        await store.subscriptions.add(number, category_id, now=NOW)
    room.says(feed(2, 1))
    await room.poll()
    assert await store.deliveries.count() == {"due": 1}
    broken = False
    await room.poller.recover()
    assert await store.deliveries.count() == {"due": 2}


async def test_an_article_that_breaks_us_is_not_tried_again_at_once(room: Newsroom) -> None:
    spoilt = spoil(room, 2, times=99)
    room.says(feed(2, 1))
    await room.poll()
    for _ in range(3):
        await room.poller.recover()
    assert spoilt.tries == 1
    assert FIRST_WAIT > 1


async def test_one_article_of_a_list_that_breaks_us_does_not_hold_up_the_rest_of_the_list(room: Newsroom) -> None:
    spoil(room, 5, times=99)
    room.says(feed(*range(21, 0, -1)))
    await room.poll()
    assert room.heard.singly == [title(number) for number in range(17, 22)]
    listed = [one for together in room.heard.together for one in together]
    assert listed == [title(number) for number in range(2, 17) if number != 5]
    assert len(await room.store.feeds.untold()) == 1


async def test_what_a_poll_is_just_about_to_announce_is_left_to_it(room: Newsroom) -> None:
    spoil(room, 2, times=1)
    room.says(feed(2, 1))
    await room.poll()
    room.poller = room.made()
    await room.poller.recover(lambda: {1})
    assert room.heard.singly == []
    await room.poller.recover(lambda: {2})
    assert room.heard.singly == [title(2)]
