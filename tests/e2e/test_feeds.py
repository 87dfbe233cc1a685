"""From a feed to the chat: a real server on loopback, the real bot, and what a reader sees."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

import pytest
from aiohttp import web

from bot.config import CategoryRule, FeedSource, Fetching

READER, ADMIN = 101, 103
FRESH = 4.5
"""A bot that begins anew knows nothing of the answers it gave; after so long Telegram grants a fresh burst."""
Life = Any
TEASER = "晨江今晚停水，请备水……"
FULL = "晨江市水务局说，今晚十点起城东片区停水，预计明早六点恢复。市民可到社区取水点取水，每户限二十升。" * 5


class Site:
    """A site with one feed, as RSSHub writes them, and the pages of its articles."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, str]] = [("旧闻一则", "去年的集市办了三天。" * 20)]
        self.asked: list[dict[str, str]] = []
        self.status = 200
        self.category = "<category>金融</category>"
        self.address = ""

    def entry(self, number: int, title: str, text: str) -> str:
        date = format_datetime(datetime.now(UTC) + timedelta(seconds=number))
        return (
            f"<item><title>{escape(title)}</title><link>{self.address}/article/{number}</link>"
            f"<guid>{self.address}/article/{number}</guid><pubDate>{date}</pubDate>{self.category}"
            f"<description><![CDATA[<p>{text}</p>]]></description></item>"
        )

    async def feed(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.headers))
        items = "".join(self.entry(number, *entry) for number, entry in reversed(list(enumerate(self.entries))))
        tag = f'"{len(self.entries)}"'
        if self.status != 200:
            return web.Response(status=self.status)
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        document = f'<rss version="2.0"><channel><title>晨江财经</title><ttl>5</ttl>{items}</channel></rss>'
        return web.Response(text=document, content_type="application/rss+xml", headers={"ETag": tag})

    async def page(self, _request: web.Request) -> web.Response:
        text = (
            f"<html><head><title>停水</title></head><body><article><h1>停水</h1><p>{FULL}</p></article></body></html>"
        )
        return web.Response(text=text, content_type="text/html")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        app = web.Application()
        app.add_routes(
            [web.get("/feed", self.feed), web.get("/zhihu/hot", self.feed), web.get("/article/{number}", self.page)]
        )
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self.address
        finally:
            await runner.cleanup()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    made = Site()
    async with made.running():
        yield made


def configured(life: Life, site: Site, *, path: str = "/feed", **values: Any) -> None:  # noqa: ANN401 - any field
    port = site.address.rpartition(":")[2]
    source = FeedSource(kind="feed", url=f"{site.address}{path}", **values)
    life.config = life.config.model_copy(
        update={"sources": (source,), "fetching": Fetching(own_network=(f"127.0.0.1/32:{port}",))}
    )


async def started(life: Life, site: Site, **clock: Any) -> None:  # noqa: ANN401 - what start_bot takes
    before = len(site.asked)
    await life.start_bot(indexed=False, **clock)
    await life.until(lambda: asked(site, before + 1))


async def asked(site: Site, times: int) -> bool:
    return len(site.asked) >= times


@pytest.mark.slow
async def test_an_entry_of_a_feed_becomes_a_message_and_nothing_old_is_sent(life: Life, site: Site) -> None:
    configured(life, site)
    await started(life, site)
    await life.say(READER, "/start")
    await life.until(lambda: tree(life))
    await life.say(READER, "/subscribe 金融")
    site.entries.append(("晨江集市今天开幕", "晨江集市今天上午开幕，共有一百二十个摊位。" * 9))
    await life.stop_bot()
    await asyncio.sleep(FRESH)
    await started(life, site, ahead=timedelta(hours=2))
    (message,) = await life.until(lambda: life.news(READER, "晨江集市今天开幕"))
    assert "晨江财经" in message["text"]
    assert await life.news(READER, "旧闻一则") == []
    assert site.asked[-1]["If-None-Match"] == '"1"'
    await life.say(READER, "/latest 金融")
    assert await life.until(lambda: life.news(READER, "旧闻一则")), "but it can be asked for"


async def tree(life: Life) -> bool:
    await life.sim("send", chat_id=READER, text="/categories")
    await asyncio.sleep(1)
    return any("金融" in str(message) for message in await life.messages(READER))


@pytest.mark.slow
async def test_a_restart_asks_nobody_before_its_time(life: Life, site: Site) -> None:
    configured(life, site)
    await started(life, site)
    await life.until(lambda: asked(site, 1))
    await asyncio.sleep(1)
    await life.stop_bot()
    await life.start_bot(indexed=False)
    await life.say(READER, "/start")
    await asyncio.sleep(2)
    assert len(site.asked) == 1


@pytest.mark.slow
async def test_a_teaser_is_completed_from_its_page_and_a_word_decides_the_category(life: Life, site: Site) -> None:
    configured(life, site)
    rule = CategoryRule(words=("停水",), category="民生 / 水电")
    life.config = life.config.model_copy(update={"rules": (rule,)})
    site.entries = [("停水通知", TEASER)]
    await started(life, site)
    await life.say(READER, "/start")
    await life.until(lambda: shown(life, "民生"))
    await life.say(READER, "/latest 民生")
    (message,) = await life.until(lambda: life.news(READER, "停水通知"))
    assert "水务局" in message["text"]
    assert "民生 · 水电" in message["text"]


async def shown(life: Life, name: str) -> bool:
    await life.sim("send", chat_id=READER, text="/categories")
    await asyncio.sleep(1)
    return any(name in str(message) for message in await life.messages(READER))


@pytest.mark.slow
async def test_a_known_route_of_the_operators_rsshub_has_its_name_and_its_category(life: Life, site: Site) -> None:
    configured(life, site, path="/zhihu/hot")
    site.category = ""
    await started(life, site)
    await life.say(READER, "/start")
    await life.until(lambda: shown(life, "热点"))
    await life.say(READER, "/latest 热点")
    (message,) = await life.until(lambda: life.news(READER, "旧闻一则"))
    assert "热点 · 知乎热榜" in message["text"]


@pytest.mark.slow
async def test_a_feed_that_floods_tells_five_and_one_list_and_the_admins_hear_of_it(life: Life, site: Site) -> None:
    configured(life, site, category="金融")
    await life.sim("send", chat_id=ADMIN, text="/start")
    await started(life, site)
    await life.say(READER, "/start")
    await life.until(lambda: shown(life, "金融"))
    await life.say(READER, "/subscribe 金融")
    await life.say(ADMIN, "/start")
    site.entries += [(f"第{number}号集市今天开幕", f"第{number}号集市今天上午开幕。" * 20) for number in range(20)]
    await life.stop_bot()
    await asyncio.sleep(FRESH)
    await started(life, site, ahead=timedelta(hours=2))
    (missed,) = await life.until(lambda: life.news(READER, "没看到的 15 条"))
    assert "第14号集市" in missed["text"]
    await life.until(lambda: told(life, 5))
    assert await life.until(lambda: life.news(ADMIN, "🌊"))


async def told(life: Life, count: int) -> bool:
    singly = [m for m in await life.news(READER, "号集市今天开幕") if "没看到的" not in m["text"]]
    return len(singly) == count
