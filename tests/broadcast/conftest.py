"""A store with a few readers of a few categories."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.model import Chat, ChatKind
from bot.store import Store, open_store

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
PATHS = [("财经",), ("财经", "晨报"), ("财经", "晨报", "国内"), ("时政", "国内"), ("体育",), ("Daily News",)]


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/jianbao.db") as opened:
        ids = await opened.categories.ensure(PATHS)
        for chat_id, path in enumerate(PATHS, start=1):
            chat = Chat(id=chat_id, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
            await opened.chats.add(chat, now=NOW)
            await opened.subscriptions.add(chat_id, ids[path], now=NOW)
        yield opened
