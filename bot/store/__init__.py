"""What Jianbao remembers, in one SQLite file: the only door to aiosqlite."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.store.alone import held
from bot.store.articles import Articles
from bot.store.audit import Audit
from bot.store.broadcasts import Broadcasts
from bot.store.categories import Categories
from bot.store.changes import Changes
from bot.store.chats import Chats
from bot.store.database import Database, open_database
from bot.store.deliveries import Deliveries
from bot.store.digests import Digests
from bot.store.feeds import Feeds
from bot.store.readers import Readers, SqlReaders
from bot.store.sources import Sources
from bot.store.statistics import Statistics
from bot.store.subscriptions import Subscriptions
from bot.store.tally import Tally
from bot.store.updates import Updates

__all__ = ["Store", "held", "open_store"]


@dataclass(frozen=True, slots=True)
class Store:
    """Every table by its name, over one open database."""

    database: Database
    articles: Articles
    audit: Audit
    broadcasts: Broadcasts
    categories: Categories
    changes: Changes
    chats: Chats
    deliveries: Deliveries
    digests: Digests
    feeds: Feeds
    readers: Readers
    sources: Sources
    statistics: Statistics
    subscriptions: Subscriptions
    tally: Tally
    updates: Updates


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[Store]:
    """Opens (and first creates or migrates) the store at `sqlite:///relative.db` or `sqlite:////absolute.db`."""
    async with open_database(url) as database:
        changes = Changes()
        yield Store(
            database=database,
            articles=Articles(database),
            audit=Audit(database),
            broadcasts=Broadcasts(database),
            categories=Categories(database),
            changes=changes,
            chats=Chats(database, changes),
            deliveries=Deliveries(database),
            digests=Digests(database),
            feeds=Feeds(database),
            readers=_readers(database, changes),
            sources=Sources(database),
            statistics=Statistics(database),
            subscriptions=Subscriptions(database, changes),
            tally=Tally(database),
            updates=Updates(database),
        )


def _readers(database: Database, changes: Changes) -> Readers:
    """Gives the quickest way to find readers that is installed."""
    try:
        from bot.store.roaring import RoaringReaders  # noqa: PLC0415 - needs the `fast` extra
    except ImportError:
        return SqlReaders(database)
    return RoaringReaders(database, changes)
