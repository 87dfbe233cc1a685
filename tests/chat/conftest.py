"""People who talk to the bot: once by its functions alone, once through the real Application and the stand-in."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram.ext import Application, ApplicationBuilder

from bot import publish
from bot.chat import router
from bot.chat.bridge import Bridge
from bot.chat.bridge.bursts import Bursts, Limit
from bot.chat.reply import Reply
from bot.chat.request import Request, hear
from bot.chat.services import Services
from bot.config import Defaults
from bot.delivery.line import Line
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.markup import Message, plain
from bot.model import Article, Chat, ChatKind, Digest, PostFile, SourceHealth, StoredArticle
from bot.standin import Standin, World
from bot.store import Store, open_store

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
READER, ADMIN, EMMA, MING, GROUP = 1001, 1002, 1003, 1004, -1_001_000_000_002
PATIENCE = 10.0
SPEC = Path(__file__).parents[2] / "../shared/data/bot-api-spec.json"
Json = dict[str, Any]
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
PATHS = (
    ("金融", "新浪财经", "国内"),
    ("金融", "新浪财经", "国际"),
    ("编程", "Hacker News"),
    ("新媒体", "国内"),
)
HEALTH = (
    SourceHealth(place="posts", posts=1203, indexed=True, unreadable=tuple(f"{i}.md" for i in range(7))),
    SourceHealth(place="late", posts=3),
    SourceHealth(place="gone", problem="no such folder"),
)


@dataclass
class Answer:
    """What a person sees of a reply."""

    reply: Reply

    @property
    def shown(self) -> list[Message]:
        """The messages, and what is said below pictures."""
        return [*self.reply.messages, *(upload.caption for upload in self.reply.uploads if upload.caption)]

    @property
    def words(self) -> str:
        return "\n".join(plain(message.text) for message in self.shown)

    @property
    def rows(self) -> list[list[str]]:
        """What the last message's buttons say."""
        keyboard = self.shown[-1].keyboard if self.shown else ()
        return [[button.label for button in row] for row in keyboard]

    @property
    def buttons(self) -> dict[str, str]:
        """The buttons of the last message: what they say and what they ask for."""
        keyboard = self.shown[-1].keyboard if self.shown else ()
        return {button.label: button.data or "" for row in keyboard for button in row}

    @property
    def toast(self) -> str:
        return self.reply.toast

    @property
    def is_edit(self) -> bool:
        return self.reply.edit


@dataclass
class Shop:
    """A store with some categories and articles."""

    store: Store
    categories: dict[tuple[str, ...], int] = field(default_factory=dict)
    source_id: int = 0
    woken: int = 0

    async def stock(self, paths: Sequence[tuple[str, ...]] = PATHS) -> None:
        every = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
        self.categories |= await self.store.categories.ensure(every)
        self.source_id, _ = await self.store.sources.register("folder", "/posts")

    async def index(self, path: tuple[str, ...], count: int) -> None:
        files = [
            PostFile(path=f"{path}{i}", mtime_ns=0, size=0, title_key=f"{path}{i}", category_id=self.categories[path])
            for i in range(count)
        ]
        await self.store.sources.keep_files(self.source_id, files)

    async def article(self, path: tuple[str, ...], title: str = "港口新航线今日开通", *, age: int = 0) -> int:
        sentences = ("首班船上午九点离港。", "全程需要四十分钟。", "票价暂定二十元。")
        paragraphs = tuple(sentence * 40 for sentence in sentences)
        article = Article(
            path=title,
            title=title,
            paragraphs=paragraphs,
            categories=path,
            category=path,
            published=NOW - timedelta(hours=age),
            link="https://example.org/1",
        )
        return await self.store.articles.add(
            article,
            Digest(short=sentences[:1]),
            source_id=self.source_id,
            category_id=self.categories[path],
            content_hash=title,
            now=NOW,
        )

    async def stored(self, article_id: int) -> StoredArticle:
        found = await self.store.articles.get(article_id)
        assert found
        return found

    async def reserve(self, article_id: int, path: tuple[str, ...]) -> int:
        return await publish.announce(self.store, article_id, self.categories[path], now=NOW)

    def services(self, **changes: Any) -> Services:  # noqa: ANN401 - any field
        def wake() -> None:
            self.woken += 1

        made = Services(
            store=self.store,
            health=lambda: HEALTH,
            wake=wake,
            started_at=NOW - timedelta(days=1, hours=6),
            version="1.2.3",
        )
        return replace(made, **changes)


async def whole(reply: Reply) -> Reply:
    """Waits for what takes its time."""
    return await reply.later() if reply.later else reply


@dataclass
class Talk:
    """One person's chat with the bot, without Telegram."""

    shop: Shop
    services: Services
    chat_id: int = READER
    person_id: int = READER
    is_admin: bool = False
    kind: ChatKind = ChatKind.PRIVATE
    language: str = "zh-Hans"
    now: datetime = NOW

    async def request(self, **changes: Any) -> Request:  # noqa: ANN401 - any field
        chat = Chat(id=self.chat_id, kind=self.kind, language=self.language, time_zone="Asia/Shanghai")
        await self.shop.store.chats.add(chat, now=NOW)
        known = await self.shop.store.chats.get(self.chat_id)
        assert known
        self.now += timedelta(seconds=1)
        asked = Request(chat=known, person_id=self.person_id, is_admin=self.is_admin, now=self.now)
        return replace(asked, **changes)

    async def say(self, text: str, *, addressed: bool = True, as_chat: bool = False) -> Answer | None:
        heard = hear(text, is_command=text.startswith("/"))
        request = await self.request(command=heard.command, args=heard.args, addressed=addressed, as_chat=as_chat)
        reply = await router.to_words(request, self.services)
        return Answer(await whole(reply)) if reply else None

    async def say_request(self, **changes: Any) -> Answer | None:  # noqa: ANN401 - any field
        """Says what plain words cannot hold."""
        reply = await router.to_words(await self.request(**changes), self.services)
        return Answer(await whole(reply)) if reply else None

    async def press(self, data: str) -> Answer:
        return Answer(await whole(await router.to_press(await self.request(message_id=1), data, self.services)))

    async def subscribed(self) -> set[tuple[str, ...]]:
        names = {number: path for path, number in self.shop.categories.items()}
        return {names[number] for number in await self.shop.store.subscriptions.of(self.chat_id)}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 'chat.db'}") as opened:
        yield opened


@pytest.fixture
async def shop(store: Store) -> Shop:
    made = Shop(store)
    await made.stock()
    return made


@pytest.fixture
def talk(shop: Shop) -> Talk:
    return Talk(shop, shop.services())


@pytest.fixture
def admin(shop: Shop) -> Talk:
    return Talk(shop, shop.services(), chat_id=ADMIN, person_id=ADMIN, is_admin=True)


@dataclass
class Live:
    """The real Application with the bridge, and the stand-in it talks to."""

    standin: Standin
    shop: Shop
    application: Any
    bridge: Bridge

    async def until(self, happened: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever it gives
        """Waits until something, awaited where it must be, is true; gives it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                result = happened()
                if inspect.isawaitable(result):
                    result = await result
                if result:
                    return result
                await asyncio.sleep(0.01)

    async def say(self, chat_id: int, text: str, *, from_id: int | None = None, answers: int = 1) -> list[Json]:
        """Writes, and gives the bot's new messages."""
        before = len(self.standin.outbox(chat_id))
        self.standin.say(chat_id, text, from_id=from_id)
        await self.until(lambda: len(self.standin.outbox(chat_id)) >= before + answers)
        return self.standin.outbox(chat_id)[before:]

    async def press(self, chat_id: int, label: str, *, from_id: int | None = None) -> str:
        """Presses the newest button that says so; gives the toast."""
        for message in reversed(self.standin.outbox(chat_id)):
            for button in (b for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for b in row):
                if label in button["text"]:
                    return await self.tap(chat_id, message["message_id"], button["callback_data"], from_id=from_id)
        raise AssertionError(f"no button {label}")

    async def tap(self, chat_id: int, message_id: int, data: str, *, from_id: int | None = None) -> str:
        return await self.answer(self.standin.press(chat_id, message_id, data, from_id=from_id))

    async def forge(self, person_id: int, data: str | None, **content: object) -> str:
        """Sends a press of a button that was never there."""
        sim = self.standin.sim
        query = sim.taps.ask(person_id, now=sim.clock(), text=data or "")
        who = {"id": person_id, "is_bot": False, "first_name": "x", "language_code": "zh-hans"}
        given = {"data": data} if data is not None else {"game_short_name": "x"}
        sim.updates.push("callback_query", {"id": query.id, "from": who, "chat_instance": "1", **given, **content})
        return await self.answer(query.id)

    async def answer(self, query_id: str) -> str:
        """Waits for a press to be answered; gives the toast."""
        answer = await self.until(lambda: self.standin.sim.taps.asked[query_id].answer)
        return str(answer.get("text", ""))

    def keyboard(self, chat_id: int) -> list[list[str]]:
        rows = self.standin.outbox(chat_id)[-1].get("reply_markup", {}).get("inline_keyboard", ())
        return [[button["text"] for button in row] for row in rows]

    async def subscribed(self, chat_id: int) -> set[tuple[str, ...]]:
        names = {number: path for path, number in self.shop.categories.items()}
        return {names[number] for number in await self.shop.store.subscriptions.of(chat_id)}


def world() -> World:
    """A reader, an admin, an English and a traditional reader, and a group whose owner is the reader."""
    made = World()
    made.add_person("小林", id=READER)
    made.add_person("阿简", id=ADMIN, role="admin")
    made.add_person("Emma", id=EMMA, language_code="en")
    made.add_person("阿明", id=MING, language_code="zh-hant")
    made.add_group("读书会", [READER, EMMA], id=GROUP)
    return made


@asynccontextmanager
async def started(application: AnyApplication) -> AsyncIterator[None]:
    """Polls within the block."""
    assert application.updater
    await application.start()
    await application.updater.start_polling(timeout=5, allowed_updates=["message", "callback_query", "my_chat_member"])
    yield
    await application.updater.stop()
    await application.stop()


@pytest.fixture
async def live(shop: Shop) -> AsyncIterator[Live]:
    """The bot's chat over loopback HTTP, every call held against the Bot API's list where that is at hand."""
    at_once = Limit(burst=1000, seconds=0.001)
    async with talking(shop, Bursts(private=at_once, group=at_once), flood=False) as made:
        yield made


@pytest.fixture
async def paced(shop: Shop) -> AsyncIterator[Live]:
    """The same with Telegram's limits, which the bot must keep."""
    async with talking(shop, Bursts(), flood=True) as made:
        yield made
    assert made.standin.violations == 0


def _built(token: str, address: str) -> AnyApplication:
    places = ApplicationBuilder().base_url(f"{address}/bot").base_file_url(f"{address}/file/bot")
    return places.token(token).concurrent_updates(64).build()


@asynccontextmanager
async def talking(shop: Shop, bursts: Bursts, *, flood: bool, **services: Any) -> AsyncIterator[Live]:  # noqa: ANN401 - any field
    standin = Standin(world=world(), flood=flood, spec=SPEC if SPEC.exists() else None)
    async with standin.running() as address, Line() as line:
        application = _built(standin.token, address)
        sender = Sender(Wire(line, application.bot.base_url))
        bridge = Bridge(
            shop.services(**services), sender, clock=lambda: NOW, admins=[ADMIN], defaults=Defaults(), bursts=bursts
        )
        async with application:
            bridge.install(application)
            async with started(application):
                await bridge.set_up_menu(application.bot)
                yield Live(standin, shop, application, bridge)
    assert not standin.complaints
    assert "query is too old" not in standin.transcript()
    assert not standin.sim.taps.unanswered()
