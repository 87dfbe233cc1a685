"""A feed's server on the small internet, a real store, and all that people would hear of it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime

from bot.core.sorting import Rule
from bot.core.source_state import Notice, SourceState
from bot.poll import Poller
from bot.sources.http import Limits
from bot.store import Store
from bot.store.feeds import StoredFeed
from bot.store.reserving import Reservation
from bot.telling import OnArticle, OnDigest, OnNotice, Telling
from tests.delivery.loopback import Talk, answer, heard
from tests.sources.internet import LIMITS, NOW, URL, Internet

BODY = "晨江市集今天上午在老码头开幕，共有一百二十个摊位参加，比去年多出两成，全部摊位免收场地费。" * 5


def item(number: int, title: str = "", text: str = BODY, more: str = "") -> str:
    """Writes an entry; a higher number is a younger one."""
    date = format_datetime(NOW - timedelta(hours=1) + timedelta(seconds=number))
    return (
        f"<item><title>{title or f'第{number}号集市今天开幕'}</title><guid>urn:{number}</guid>"
        f"<link>http://news.example/article/{number}</link><pubDate>{date}</pubDate><category>金融</category>{more}"
        f"<description><![CDATA[<p>{text}</p>]]></description></item>"
    )


def document(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>晨江财经</title>{"".join(items)}</channel></rss>'.encode()


def feed(*numbers: int) -> bytes:
    """Writes an answer with a feed of such entries, in this order."""
    return answer(document(*map(item, numbers)))


@dataclass
class Site:
    """Answers each address as a test says, and remembers what was asked."""

    replies: dict[str, bytes] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [head.split()[1] for head in self.heads]

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head, _ = await heard(reader)
        self.heads.append(head.decode())
        writer.write(self.replies.get(self.paths[-1], answer(b"", "404 Not Found")))


@dataclass
class Heard:
    """What people were told, in its order."""

    store: Store
    singly: list[str] = field(default_factory=list)
    together: list[list[str]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    async def article(self, article_id: int, _category_id: int, _born: object) -> None:
        self.singly.append(await self.title(article_id))

    async def digest(self, articles: Sequence[tuple[int, int]]) -> None:
        self.together.append([await self.title(article_id) for article_id, _ in articles])

    async def notice(self, _feed: StoredFeed, notice: Notice, _now: datetime) -> list[Reservation]:
        self.notices.append(notice)
        return []

    async def title(self, article_id: int) -> str:
        stored = await self.store.articles.get(article_id)
        assert stored
        return stored.article.title


class Newsroom:
    """A poller of one feed, asked as time goes by."""

    def __init__(self, store: Store, rules: Sequence[Rule] = ()) -> None:
        self.store = store
        self.internet = Internet()
        self.site = Site({"/rss": feed(1)})
        self.heard = Heard(store)
        self.rules = rules
        self.poller = self.made()

    def made(
        self,
        *opened: str,
        limits: Limits = LIMITS,
        announce: OnArticle | None = None,
        digest: OnDigest | None = None,
        notice: OnNotice | None = None,
    ) -> Poller:
        """Makes a poller as after a start of the bot."""
        article = announce or self.heard.article
        telling = Telling(article=article, digest=digest or self.heard.digest, notice=notice or self.heard.notice)
        return Poller(self.store, self.internet.web(*opened, limits=limits), telling, rules=self.rules)

    @asynccontextmanager
    async def open(self, talk: Talk | None = None) -> AsyncIterator[None]:
        async with self.internet.site("news.example", talk or self.site.talk):
            await self.store.feeds.register(URL, now=self.internet.now)
            yield

    def says(self, reply: bytes) -> None:
        self.site.replies["/rss"] = reply

    async def feed(self) -> StoredFeed:
        return (await self.store.feeds.all())[0]

    async def poll(self, hours: float = 2) -> SourceState:
        """Asks the feed, so long after the last time."""
        self.internet.passes(hours * 3600)
        return await self.poller.poll(await self.feed(), now=self.internet.now)
