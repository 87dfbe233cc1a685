import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import scheduler as scheduling
from bot.config import FolderSource
from bot.scheduler import Scheduler
from bot.sources import folder as watching
from bot.sources import settling
from bot.store import Store, open_store
from tests.benchmarks.make_posts import post


class Life:
    """A scheduler that can be started, killed and started again."""

    def __init__(self, place: Path, store: Store) -> None:
        self.place = place
        self.store = store
        self.told: list[str] = []
        self.scheduler: Scheduler | None = None

    def write(self, path: str, title: str, text: str = "渡船从今天起改在北岸停靠。") -> None:
        file = self.place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(post(title, ("社会", "晨光", "要闻"), datetime(2026, 1, 1, tzinfo=UTC), [text]))

    @contextlib.asynccontextmanager
    async def running(self, *folders: str) -> AsyncIterator[Scheduler]:
        sources = [FolderSource(kind="folder", where=self.place / folder) for folder in folders]
        scheduler = Scheduler(self.store, sources, on_article=self._on_article, clock=lambda: datetime.now(UTC))
        running = asyncio.create_task(scheduler.run())
        try:
            yield scheduler
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def _on_article(self, article_id: int, category_id: int, _born: datetime) -> None:
        found = await self.store.articles.get(article_id)
        assert found is not None
        assert category_id == found.category_id
        self.told.append(found.article.title)


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shortens the waits of minutes and seconds; how they follow one another stays."""
    monkeypatch.setattr(scheduling, "RETRY_SECONDS", 0.3)
    monkeypatch.setattr(watching, "CHECK_SECONDS", 0.2)
    monkeypatch.setattr(settling, "DOUBTFUL_SECONDS", 0.6)


@pytest.fixture
async def life(tmp_path: Path) -> AsyncIterator[Life]:
    async with open_store(f"sqlite:///{tmp_path / 'news.db'}") as store:
        life = Life(tmp_path, store)
        life.write("posts/old.md", "旧闻")
        yield life


async def test_a_new_post_is_announced_within_a_second(life: Life) -> None:
    async with life.running("posts") as scheduler:
        await until(lambda: scheduler.health()[0].indexed)
        assert life.told == []
        life.write("posts/社会/new.md", "新码头")
        begun = time.monotonic()
        await until(lambda: life.told)
        assert time.monotonic() - begun < 5, "a quarter of a second on a quiet machine; a listing comes after minutes"
        life.write("posts/社会/new.md", "新码头", "改过的话。")
        life.write("posts/社会/last.md", "末班船")
        await until(lambda: len(life.told) > 1)
        assert life.told == ["新码头", "末班船"]
        await until(lambda: scheduler.health()[0].posts == 3)


async def test_posts_of_a_time_the_bot_was_away_are_announced_at_its_start(life: Life) -> None:
    async with life.running("posts") as scheduler:
        await until(lambda: scheduler.health()[0].indexed)
    life.write("posts/new.md", "新码头")
    for _ in range(2):
        async with life.running("posts") as again:
            await until(lambda: again.health()[0].posts == 2)
    assert life.told == ["新码头"]


async def test_a_missing_folder_is_told_waited_for_and_stops_no_other(life: Life, tmp_path: Path) -> None:
    async with life.running("nowhere", "posts") as scheduler:
        await until(lambda: scheduler.health()[1].indexed and scheduler.health()[0].problem)
        assert scheduler.health()[0].problem.startswith(f"There is no folder {tmp_path / 'nowhere'}.")
        life.write("posts/new.md", "新码头")
        await until(lambda: life.told == ["新码头"])
        life.write("nowhere/a.md", "迟到的")
        await until(lambda: scheduler.health()[0].indexed)
        assert scheduler.health()[0].problem == ""
        life.write("nowhere/b.md", "末班船")
        await until(lambda: life.told == ["新码头", "末班船"])


async def test_a_folder_that_goes_and_comes_back_sends_nothing_again(life: Life) -> None:
    async with life.running("posts") as scheduler:
        await until(lambda: scheduler.health()[0].indexed)
        (life.place / "posts").rename(life.place / "away")
        await until(lambda: scheduler.health()[0].problem)
        (life.place / "away").rename(life.place / "posts")
        await until(lambda: not scheduler.health()[0].problem)
        life.write("posts/new.md", "新码头")
        await until(lambda: life.told)
    assert life.told == ["新码头"]


async def test_trouble_while_announcing_is_tried_again(life: Life) -> None:
    failures = 1
    announce = life._on_article

    async def fails_once(article_id: int, category_id: int, _born: datetime) -> None:
        nonlocal failures
        if failures:
            failures -= 1
            raise OSError("the disk is tired")
        await announce(article_id, category_id, _born)

    life._on_article = fails_once  # type: ignore[method-assign]
    async with life.running("posts") as scheduler:
        await until(lambda: scheduler.health()[0].indexed)
        life.write("posts/new.md", "新码头")
        await until(lambda: scheduler.health()[0].problem)
        assert "the disk is tired" in scheduler.health()[0].problem
        await until(lambda: life.told)
    assert life.told == ["新码头"]


async def test_trouble_with_the_store_is_told_in_its_own_words(life: Life) -> None:
    async with life.store.database.write() as transaction:
        await transaction.run(
            "CREATE TRIGGER no_room BEFORE INSERT ON post_file BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    async with life.running("posts") as scheduler:
        await until(lambda: scheduler.health()[0].problem)
        assert "ExceptionGroup" not in scheduler.health()[0].problem


async def test_unreadable_posts_are_shown_as_one_line_each(life: Life) -> None:
    (life.place / "posts" / "坏\n的.md").write_text("no front matter")
    async with life.running("posts") as scheduler:
        await until(lambda: scheduler.health()[0].unreadable)
        assert scheduler.health()[0].unreadable == ("坏 的.md",)
