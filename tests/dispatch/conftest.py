"""A store with readers, the stand-in with the same people, and the dispatch between them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.delivery.line import Line, Patience
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.dispatch import Dispatch
from bot.model import Article, Chat, ChatKind, Digest
from bot.standin import Standin, World
from bot.store import Store, open_store
from summaries import Length

TOKEN = "123456:dispatch"
PATIENCE = 40.0
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
GROUP = -5001


def _now() -> datetime:
    """The clock's own time moves, its day does not matter: what is due in a second must come due."""
    return datetime.now(UTC)


@dataclass
class Scene:
    """A store with readers of one category, the stand-in with the same people, and the dispatch between."""

    store: Store
    standin: Standin
    dispatch: Dispatch
    category: int

    async def join(self, *chat_ids: int, language: str = "zh-Hans", length: Length = Length.STANDARD) -> None:
        for chat_id in chat_ids:
            kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.GROUP
            chat = Chat(id=chat_id, kind=kind, language=language, time_zone="Asia/Shanghai", length=length)
            await self.store.chats.add(chat, now=NOW)
            await self.store.subscriptions.add(chat_id, self.category, now=NOW)

    async def publish(self, title: str) -> int:
        article = Article(path=f"{title}.md", title=title, paragraphs=(f"{title}的正文。",), category=("财经",))
        article_id = await self.store.articles.add(
            article,
            Digest(short=(f"{title}的正文。",)),
            source_id=1,
            category_id=self.category,
            content_hash=title,
            now=NOW,
        )
        await self.dispatch.announce(article_id, self.category)
        return article_id

    def titles(self, chat_id: int) -> list[str]:
        return [message["text"].split("\n")[0] for message in self.standin.outbox(chat_id)]

    async def states(self) -> dict[str, int]:
        return await self.store.deliveries.count()

    @asynccontextmanager
    async def sending(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.dispatch.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def until(self, check: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await check():
                await asyncio.sleep(0.01)

    async def until_settled(self) -> None:
        async def settled() -> bool:
            return not {"due", "claimed"} & (await self.states()).keys()

        await self.until(settled)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    world = World()
    for number in range(1001, 1061):
        world.add_person(id=number)
    world.add_group("读报小组", [1001], id=GROUP, kind="group")
    standin = Standin(world=world, token=TOKEN)
    async with standin.running() as address, make_scene(standin, tmp_path / "jianbao.db", address) as made:
        yield made


@pytest.fixture
def scene_at() -> Callable[..., object]:
    """Makes a scene on a stand-in of the test's own."""
    return make_scene


@asynccontextmanager
async def make_scene(standin: Standin, path: Path, address: str) -> AsyncIterator[Scene]:
    async with open_store(f"sqlite:///{path}") as store, Line() as line:
        wire = Wire(line, f"{address}/bot{TOKEN}", Patience(connect=0.5, read=0.5))
        await store.sources.register("folder", "posts")
        category = (await store.categories.ensure([("财经",)]))["财经",]
        pace = Pace(chance=lambda: 0.0)
        dispatch = Dispatch(store, Sender(wire, pace=pace), clock=_now, pace=pace)
        yield Scene(store, standin, dispatch, category)
