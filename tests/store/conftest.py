"""A real database on disk, with a few things in it to speak of."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.model import Chat, ChatKind
from bot.store import Store, open_store


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def database_file(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
async def store(database_file: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{database_file}") as store:
        yield store


@pytest.fixture
async def chat(store: Store, now: datetime) -> Chat:
    """A reader's chat."""
    chat = Chat(id=7, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
    await store.chats.add(chat, now=now)
    return chat
