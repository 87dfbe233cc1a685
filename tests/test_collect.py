import asyncio
import os
import shutil
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.collect import Collector
from bot.model import Chat, ChatKind, Lane, PostFile
from bot.sources.files import Seen
from bot.sources.folder import Folder
from bot.sources.reader import Glance, Reader, Reading
from bot.store import Store, open_store
from tests.benchmarks.make_posts import post

NOW = datetime(2036, 1, 1, tzinfo=UTC)
"""Later than any file of today, so that none counts as just being written."""
TEXT = "渡船从今天起改在北岸停靠，旧站台随后拆除。"


class CrashError(Exception):
    """Stands for a killed process."""


class Desk:
    """A folder, a store, and who was told of what."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.told: list[tuple[str, str]] = []
        self.ids: list[int] = []
        self.crashes = False
        self.crashes_after = False
        self.reader = Reader()

    def write(self, path: str, title: str, *, text: str = TEXT, day: int = 1) -> Path:
        """Writes a post; its folder tells its category."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        category = tuple(path.split("/")[:-1]) or ("杂",)
        date = datetime(2026, 1, day, tzinfo=UTC)
        file.write_text(post(title, (*category, "晨光")[:3], date, [text]), encoding="utf-8")
        self._written = getattr(self, "_written", 1_700_000_000) + 60
        os.utime(file, (self._written, self._written))
        return file

    @asynccontextmanager
    async def started(self) -> AsyncIterator[Collector]:
        """A collector as after a start of the bot."""
        source_id, _ = await self.store.sources.register("folder", str(self.folder))
        folder = Folder(self.folder)
        async with folder.watched():
            yield Collector(
                self.store,
                folder,
                source_id=source_id,
                reader=self.reader,
                on_article=self._on_article,
                turn=asyncio.Semaphore(),
            )

    async def index(self) -> None:
        async with self.started() as collector:
            await collector.index(now=NOW)

    async def catch_up(self) -> list[tuple[str, str]]:
        """Lists the folder once; gives the titles announced and their categories."""
        self.told.clear()
        async with self.started() as collector:
            await collector.catch_up(now=NOW)
        return self.told

    async def stored(self) -> dict[str, tuple[str, ...]]:
        rows = await self.store.database.rows("SELECT id FROM article ORDER BY id")
        found = [await self.store.articles.get(row[0]) for row in rows]
        return {one.article.title: one.article.paragraphs for one in found if one}

    async def _on_article(self, article_id: int, category_id: int, _born: datetime) -> None:
        if self.crashes:
            raise CrashError
        found = await self.store.articles.get(article_id)
        assert found is not None
        chats = [row[0] for row in await self.store.database.rows("SELECT id FROM chat")]
        await self.store.deliveries.reserve(f"article:{article_id}", Lane.NEWS, chats, due=NOW)
        if self.crashes_after:
            raise CrashError
        path = next(c.path for c in await self.store.categories.all() if c.id == category_id)
        self.ids.append(article_id)
        self.told.append((found.article.title, path[0]))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A folder with five posts of one category and one of another, indexed."""
    async with open_store(f"sqlite:///{tmp_path / 'news.db'}") as store:
        desk = Desk(tmp_path / "posts", store)
        for day in range(1, 6):
            desk.write(f"社会/{day}.md", f"第{day}天的渡船", text=f"{TEXT}这是第{day}天。", day=day)
        desk.write("金融/a.md", "茶价")
        await desk.index()
        yield desk


async def test_a_post_that_comes_while_the_folder_is_indexed_for_the_first_time_is_news(desk: Desk) -> None:
    desk.write("水/旧.md", "去年的旧闻")
    async with desk.started() as collector:
        await collector.index(now=datetime(2020, 1, 1, tzinfo=UTC))  # all that lies there came after this beginning
    assert desk.told == [("去年的旧闻", "水")]


async def test_a_folder_that_is_being_filled_while_it_is_indexed_announces_no_flood(desk: Desk) -> None:
    for number in range(150):
        desk.write(f"水/{number}.md", f"第{number}条旧闻")
    async with desk.started() as collector:
        await collector.index(now=datetime(2020, 1, 1, tzinfo=UTC))
    assert len(desk.told) <= 20


async def test_the_first_index_announces_nothing_and_keeps_the_newest_three_of_each_category(desk: Desk) -> None:
    assert desk.told == []
    assert sorted(await desk.stored()) == ["第3天的渡船", "第4天的渡船", "第5天的渡船", "茶价"]
    assert await desk.store.sources.count_files() == 6
    assert (await desk.store.sources.register("folder", str(desk.folder)))[1]
    assert await desk.catch_up() == []


async def test_the_first_index_tells_how_far_it_is(desk: Desk) -> None:
    told: list[tuple[int, int | None]] = []
    async with desk.started() as collector:
        await collector.index(now=NOW, progress=lambda done, total: told.append((done, total)))
    assert told == [(6, None), (6, 6)]
    assert collector.posts == 6


class ThreadNotingReader(Reader):
    """Reads as always, and notes on which threads."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[int] = set()

    def glances(self, root: str, seens: Sequence[Seen]) -> list[Glance]:
        self.threads.add(threading.get_ident())
        return super().glances(root, seens)

    def read(self, root: str, file: PostFile) -> Reading | None:
        self.threads.add(threading.get_ident())
        return super().read(root, file)


async def test_people_are_answered_while_a_folder_is_indexed(desk: Desk) -> None:
    reader = desk.reader = ThreadNotingReader()
    await desk.index()
    assert reader.threads
    assert threading.get_ident() not in reader.threads, "the loop that answers people was used to read posts"


async def test_posts_that_came_while_the_bot_was_away_are_announced_the_oldest_first(desk: Desk) -> None:
    desk.write("社会/8.md", "新渡船", text="乙", day=8)
    desk.write("社会/7.md", "新码头", text="甲", day=7)
    assert await desk.catch_up() == [("新码头", "社会"), ("新渡船", "社会")]
    assert await desk.catch_up() == []


async def test_a_crawl_that_changes_only_picture_and_date_sends_nothing(desk: Desk) -> None:
    for day in range(1, 6):
        desk.write(f"社会/{day}.md", f"第{day}天的渡船", text=f"{TEXT}这是第{day}天。", day=day + 9)
    assert await desk.catch_up() == []
    assert len(await desk.stored()) == 4


async def test_a_changed_body_is_kept_and_not_pushed_again(desk: Desk) -> None:
    desk.write("社会/new.md", "新码头", text="原来的话。")
    assert await desk.catch_up() == [("新码头", "社会")]
    desk.write("社会/new.md", "新码头", text="改过的话。")
    assert await desk.catch_up() == []
    assert (await desk.stored())["新码头"] == ("改过的话。",)


@pytest.mark.parametrize("day", [1, 5])
async def test_a_renamed_folder_sends_nothing(desk: Desk, day: int) -> None:
    (desk.folder / "社会").rename(desk.folder / "地方")
    desk.write(f"地方/{day}.md", f"第{day}天的渡船", text=f"{TEXT}这是第{day}天。", day=20)
    assert await desk.catch_up() == []
    assert await desk.store.sources.count_files() == 6


async def test_the_next_of_a_column_is_news_though_the_last_went_as_it_came(desk: Desk) -> None:
    last = desk.write("早报/3.md", "河湾早报", text="一月三日，黄金价格上涨到新高。", day=3)
    assert await desk.catch_up() == [("河湾早报", "早报")]
    last.unlink()
    desk.write("早报/4.md", "河湾早报", text="一月四日，原油价格大跌，渡口停航。", day=4)
    assert await desk.catch_up() == [("河湾早报", "早报")]
    assert len(set(desk.ids)) == 2, "what was sent stays what it was"
    assert await desk.store.articles.count() == 6


async def test_a_post_that_was_edited_while_it_moved_is_the_same_and_no_news(desk: Desk) -> None:
    text = "渡船从今天起改在北岸停靠，旧站台随后拆除，行人请走新修的栈桥，夜间有灯。"
    desk.write("社会/new.md", "新码头", text=text, day=9)
    await desk.catch_up()
    (desk.folder / "社会/new.md").unlink()
    desk.write("地方/new.md", "新码头", text=text.replace("今天", "明天"), day=20)
    assert await desk.catch_up() == []
    assert (await desk.stored())["新码头"] == (text.replace("今天", "明天"),)
    assert await desk.catch_up() == []


async def test_a_folder_of_one_column_that_is_renamed_sends_nothing(desk: Desk) -> None:
    for day in range(1, 9):
        desk.write(f"早报/{day}.md", "河湾早报", text=f"{TEXT}今日要闻{str(day) * day * 9}。", day=day)
    await desk.index()
    (desk.folder / "早报").rename(desk.folder / "晨报")
    assert await desk.catch_up() == []


async def test_of_a_column_nobody_read_the_next_is_news_if_its_size_is_another(desk: Desk) -> None:
    for day in range(1, 5):
        desk.write(f"早报/{day}.md", "河湾早报", text=f"第{day}号：{TEXT}", day=day)
    await desk.index()  # reads the newest three
    (desk.folder / "早报/1.md").unlink()
    desk.write("早报/新.md", "河湾早报", text="今天的要闻：" + TEXT * 9, day=9)
    assert await desk.catch_up() == [("河湾早报", "早报")]


async def test_a_post_in_a_second_category_is_the_same_article(desk: Desk) -> None:
    desk.write("社会/new.md", "新码头")
    desk.write("金融/new.md", "新码头")
    assert sorted(await desk.catch_up()) == [("新码头", "社会"), ("新码头", "金融")]
    assert len(set(desk.ids)) == 1


async def test_the_same_title_over_another_text_is_another_article(desk: Desk) -> None:
    desk.write("金融/5.md", "第5天的渡船", text="说的是另一件事。")
    assert await desk.catch_up() == [("第5天的渡船", "金融")]


async def test_a_crash_between_storing_and_announcing_loses_and_doubles_nothing(desk: Desk) -> None:
    desk.write("社会/new.md", "新码头", text="原来的话。")
    desk.crashes = True
    with pytest.raises(CrashError):
        await desk.catch_up()
    desk.crashes = False
    desk.write("社会/new.md", "新码头", text="改过的话。")
    assert await desk.catch_up() == [("新码头", "社会")]
    assert await desk.catch_up() == []
    assert (await desk.stored())["新码头"] == ("改过的话。",)


async def test_a_crash_right_after_announcing_doubles_nothing_even_if_the_post_changed_meanwhile(desk: Desk) -> None:
    reader = Chat(id=7, kind=ChatKind.PRIVATE, language="en", time_zone="UTC")
    await desk.store.chats.add(reader, now=NOW)
    desk.write("社会/new.md", "新码头", text="原来的话。")
    desk.crashes_after = True
    with pytest.raises(CrashError):
        await desk.catch_up()
    desk.crashes_after = False
    desk.write("社会/new.md", "新码头", text="改过的话。")
    assert await desk.catch_up() == [("新码头", "社会")]
    assert await desk.store.deliveries.count() == {"due": 1}
    assert (await desk.stored())["新码头"] == ("改过的话。",)


async def test_a_deleted_post_does_no_harm_and_is_forgotten_at_the_second_look(desk: Desk) -> None:
    (desk.folder / "社会/1.md").unlink()
    async with desk.started() as collector:
        await collector.catch_up(now=NOW)
        assert await desk.store.sources.count_files() == 6
        await collector.catch_up(now=NOW)
    assert await desk.store.sources.count_files() == 5
    assert collector.posts == 5


async def test_an_unmounted_disk_forgets_nothing(desk: Desk) -> None:
    away = desk.folder.with_name("away")
    shutil.copytree(desk.folder, away)
    shutil.rmtree(desk.folder)
    desk.folder.mkdir()
    async with desk.started() as collector:
        for _ in range(3):
            await collector.catch_up(now=NOW)
        for place in away.iterdir():
            shutil.copytree(place, desk.folder / place.name)
        await collector.catch_up(now=NOW)
    assert desk.told == []
    assert await desk.store.sources.count_files() == 6


async def test_a_disk_that_comes_late_is_indexed_quietly(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path / 'news.db'}") as store:
        desk = Desk(tmp_path / "posts", store)
        desk.folder.mkdir()
        await desk.index()
        for number in range(101):
            desk.write(f"社会/{number}.md", f"第{number}号", text=str(number))
        assert await desk.catch_up() == []
        assert await store.sources.count_files() == 101


async def test_a_post_that_cannot_be_read_is_told_once_and_read_when_it_is_mended(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    (desk.folder / "bad.md").write_text("no front matter")
    os.mkfifo(desk.folder / "pipe.md")
    (desk.folder / "folder.md").mkdir()
    (desk.folder / "out.md").symlink_to("/etc/hostname")
    (desk.folder / "big.md").write_bytes(b"\n---\ntitle: big\n---\n" + b"x" * (5 * 1024 * 1024))
    desk.write("社会/good.md", "新码头")
    for _ in range(2):
        await desk.catch_up()
    assert sorted(desk.reader.unreadable) == ["bad.md", "big.md", "folder.md", "out.md", "pipe.md"]
    assert caplog.text.count("cannot be read") == 5
    desk.write("bad.md", "修好了")
    assert await desk.catch_up() == [("修好了", "杂")]
    (desk.folder / "big.md").unlink()
    await desk.catch_up()
    assert sorted(desk.reader.unreadable) == ["folder.md", "out.md", "pipe.md"]


def _marked(file: Path, mark: str) -> None:
    """Writes a line into a post's front matter, or takes it out again."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(mark, "") if mark in text else text.replace("title:", f"{mark}title:"), "utf-8")


async def test_a_draft_is_announced_when_it_is_published(desk: Desk) -> None:
    file = desk.write("社会/draft.md", "新码头")
    _marked(file, "published: false\n")
    assert await desk.catch_up() == []
    assert "新码头" not in await desk.stored()
    _marked(file, "published: false\n")
    assert await desk.catch_up() == [("新码头", "社会")]
    assert await desk.catch_up() == []


async def test_a_draft_of_the_first_index_is_announced_when_it_is_published(desk: Desk) -> None:
    file = desk.write("水/draft.md", "新码头")
    _marked(file, "draft: true\n")
    await desk.index()
    assert desk.told == []
    _marked(file, "draft: true\n")
    assert await desk.catch_up() == [("新码头", "水")]


async def test_a_post_that_was_announced_and_is_taken_back_is_no_trouble_and_no_news_later(desk: Desk) -> None:
    file = desk.write("社会/new.md", "新码头")
    assert await desk.catch_up() == [("新码头", "社会")]
    _marked(file, "published: false\n")
    assert await desk.catch_up() == []
    assert desk.reader.unreadable == {}
    _marked(file, "published: false\n")
    assert await desk.catch_up() == []


async def test_an_unreadable_post_that_becomes_a_draft_is_no_trouble_any_more(desk: Desk) -> None:
    (desk.folder / "bad.md").write_text("no front matter")
    await desk.catch_up()
    assert list(desk.reader.unreadable) == ["bad.md"]
    _marked(desk.write("bad.md", "新码头"), "password: 渡口\n")
    await desk.catch_up()
    assert desk.reader.unreadable == {}


@pytest.mark.parametrize("name", ["行\n换.md", "引'号\".md", "😀.md", os.fsdecode(b"\xff\xfe.md"), "大写.MD"])
async def test_a_post_of_any_name_is_announced_once(desk: Desk, name: str) -> None:
    desk.write(f"社会/{name}", "新码头")
    assert await desk.catch_up() == [("新码头", "社会")]
    assert await desk.catch_up() == []


async def test_the_sources_category_and_link_are_used_where_a_post_has_none(desk: Desk) -> None:
    desk.reader = Reader(link="https://example.org/{path}", category=("本地", "港口"))
    (desk.folder / "plain.md").write_text("---\ntitle: 新码头\n---\n北岸的码头开了。\n")
    os.utime(desk.folder / "plain.md", (1_700_000_000, 1_700_000_000))
    assert await desk.catch_up() == [("新码头", "本地")]
    found = await desk.store.articles.get(desk.ids[-1])
    assert found is not None
    assert found.article.link == "https://example.org/plain"
    assert found.article.category == ("本地", "港口")


class FrailReader(Reader):
    """A reader with a fault that one post brings to light."""

    def _reading(self, data: bytes, path: str) -> Reading:
        if b"gift" in data:
            raise RecursionError("too deep")
        return super()._reading(data, path)


async def test_a_post_that_brings_a_fault_to_light_does_not_stop_the_others(desk: Desk) -> None:
    desk.reader = FrailReader()
    desk.write("社会/8.md", "坏的", text="gift", day=8)
    desk.write("社会/9.md", "好的", day=9)
    assert await desk.catch_up() == [("好的", "社会")]
    assert list(desk.reader.unreadable) == ["社会/8.md"]


async def test_a_thousand_posts_moved_at_once_are_not_read_again(desk: Desk) -> None:
    for number in range(1000):
        desk.write(f"旧/{number}.md", f"第{number}号灯塔", text=str(number))
    await desk.index()
    before = await desk.store.articles.count()
    (desk.folder / "旧").rename(desk.folder / "新")
    assert await desk.catch_up() == []
    assert await desk.store.articles.count() == before
    assert await desk.store.sources.count_files() == 1006
