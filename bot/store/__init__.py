"""What Jianbao remembers, in one SQLite file: the only door to aiosqlite."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.store.articles import Articles
from bot.store.audit import Audit
from bot.store.broadcasts import Broadcasts
from bot.store.categories import Categories
from bot.store.chats import Chats
from bot.store.database import Database, open_database
from bot.store.deliveries import Deliveries
from bot.store.sources import Sources
from bot.store.subscriptions import Subscriptions

__all__ = ["Store", "open_store"]


@dataclass(frozen=True, slots=True)
class Store:
    """Every table by its name, over one open database."""

    database: Database
    articles: Articles
    audit: Audit
    broadcasts: Broadcasts
    categories: Categories
    chats: Chats
    deliveries: Deliveries
    sources: Sources
    subscriptions: Subscriptions


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[Store]:
    """Opens (and first creates or migrates) the store at `sqlite:///relative.db` or `sqlite:////absolute.db`."""
    async with open_database(url) as database:
        yield Store(
            database,
            Articles(database),
            Audit(database),
            Broadcasts(database),
            Categories(database),
            Chats(database),
            Deliveries(database),
            Sources(database),
            Subscriptions(database),
        )
