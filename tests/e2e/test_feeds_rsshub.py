"""Documents as RSSHub and its kind wrote them, served on loopback: what is new in them arrives in a reader's chat."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from bot.config import FeedSource, Fetching
from tests.delivery.loopback import answer, heard, serving

READER = 101
FRESH = 4.5
"""A bot that begins anew knows nothing of the answers it gave; after so long Telegram grants a fresh burst."""
FEEDS = Path(__file__).parents[3] / "shared" / "data" / "feeds"
NAMES = ("rsshub_ifeng", "cn_36kr", "cn_weibo", "cn_jiemian")
TITLE = "晨江集市今天上午开幕"
TEXT = "晨江集市今天上午在老码头开幕，共有一百二十个摊位参加，比去年多出两成，全部摊位免收场地费。" * 5
Life = Any


class Site:
    """Serves a document, and after `brings_news` the same with an entry more at its top."""

    def __init__(self, document: bytes) -> None:
        self.document = document
        self.asked = 0

    def brings_news(self) -> None:
        date = format_datetime(datetime.now(UTC))
        entry = (
            f"<item><title>{TITLE}</title><guid>urn:new</guid><link>https://news.example/new</link>"
            f"<pubDate>{date}</pubDate><description><![CDATA[<p>{TEXT}</p>]]></description></item>"
        )
        before, mark, after = self.document.partition(b"<item>")
        self.document = before + entry.encode() + mark + after

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        self.asked += 1
        writer.write(answer(self.document, more="Content-Type: application/xml; charset=utf-8\r\n"))


@asynccontextmanager
async def configured(life: Life, site: Site) -> AsyncIterator[None]:
    async with serving(site.talk) as address:
        source = FeedSource(kind="feed", url=f"{address}/feed", category=("要闻",), full_text=False)
        own = Fetching(own_network=(f"127.0.0.1/32:{address.rpartition(':')[2]}",))
        life.config = life.config.model_copy(update={"sources": (source,), "fetching": own})
        yield


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
async def test_what_is_new_in_a_real_document_reaches_a_reader_and_what_is_old_does_not(life: Life, name: str) -> None:
    file = FEEDS / f"{name}.xml"
    if not file.exists():
        pytest.skip("the real feeds are not beside the repository")
    site = Site(file.read_bytes())
    async with configured(life, site):
        await life.start_bot(indexed=False)
        await life.say(READER, "/start")
        await life.until(lambda: shown(life))
        await life.say(READER, "/subscribe 要闻")
        before = len(await life.messages(READER))
        await life.stop_bot()
        await asyncio.sleep(FRESH)
        site.brings_news()
        await life.start_bot(indexed=False, ahead=timedelta(hours=2))
        (message,) = await life.until(lambda: life.news(READER, TITLE))
        assert "晨江集市" in message["text"]
        assert "要闻" in message["text"]
        await asyncio.sleep(1)
        assert len(await life.messages(READER)) == before + 1
        assert site.asked == 2
        await life.stop_bot()


async def shown(life: Life) -> bool:
    await life.sim("send", chat_id=READER, text="/categories")
    await asyncio.sleep(1)
    return any("要闻" in str(message) for message in await life.messages(READER))
