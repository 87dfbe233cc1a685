"""A site with articles and feeds, and a reader who may look at links."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.broadcast.terms import Terms
from bot.chat.services import Services
from bot.follow.adding import Following
from bot.follow.looks import Looks
from bot.store import Store
from tests.chat.conftest import ADMIN, Shop, Talk
from tests.delivery.loopback import answer
from tests.follow import sites
from tests.sources.internet import Internet, by_path

FEED = "http://news.example/feed.xml"
PAGES = {
    "/1": sites.article(),
    "/copy": sites.article(),
    "/both": sites.article(head=sites.LINKED),
    "/second": sites.article("第二篇"),
    "/": sites.front(),
    "/two": sites.front(sites.LINKED + sites.LINKED.replace("feed.xml", "other.xml").replace("晨江新闻", "评论")),
    "/feed.xml": sites.feed(),
    "/other.xml": sites.feed("晨江新闻"),
    "/empty": sites.front(head=""),
    "/silent": sites.front(sites.LINKED.replace("feed.xml", "none.xml")),
    "/none.xml": sites.feed("空", count=0),
    "/liar": sites.front(sites.LINKED.replace("feed.xml", "empty")),
    "/broken": sites.front(sites.LINKED.replace("feed.xml", "down")),
    "/down": answer(b"", "503 Busy"),
}


@pytest.fixture
async def web() -> AsyncIterator[Looks]:
    internet = Internet()
    async with internet.site("news.example", by_path(PAGES)):
        yield Looks(internet.web())


@pytest.fixture
def services(shop: Shop, web: Looks) -> Services:
    return shop.services(following=Following(looks=web), terms=Terms(admins=(ADMIN,)))


@pytest.fixture
def reader(shop: Shop, services: Services) -> Talk:
    return Talk(shop, services)


def others(reader: Talk, person_id: int, **changes: Any) -> Talk:  # noqa: ANN401 - any field
    return replace(reader, chat_id=person_id, person_id=person_id, **changes)


def under(reader: Talk, **changes: Any) -> Talk:  # noqa: ANN401 - any field
    """The same person under other rules."""
    following = replace(reader.services.following, **changes)
    return replace(reader, services=replace(reader.services, following=following))


async def categories_of(store: Store, chat_id: int) -> set[tuple[str, ...]]:
    names = {category.id: category.path for category in await store.categories.all()}
    return {names[number] for number in await store.subscriptions.of(chat_id)}
