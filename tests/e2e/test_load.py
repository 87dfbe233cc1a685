"""People are answered at once while much is being sent, and a bot that knows many stays small."""

import asyncio
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.model import Article, Digest, Lane
from bot.standin import Standin
from bot.store import Store, open_store
from tests.benchmarks.crowd import PATIENCE, answered, bot, filled, peopled
from tests.benchmarks.make_posts import body, write_posts

PEOPLE = range(101, 151)
"""They ask; each once, as a chat gets no more than an answer a second."""
READERS = range(10_001, 12_001)
NEWS = 10
"""So many articles wait for each reader: 20,000 deliveries."""

pytestmark = pytest.mark.slow


async def asked(standin: Standin, people: Sequence[int]) -> list[float]:
    """Has people ask one after the other; gives how long each waited, the shortest first."""
    return sorted([await answered(standin, person, "/categories") for person in people])


async def written(store: Store, category: int, number: int) -> int:
    """Stores an article of eight paragraphs; gives its id."""
    paragraphs = tuple(body(random.Random(number)))
    return await store.articles.add(
        Article(path=f"{number}.md", title=f"第{number}篇", paragraphs=paragraphs, category=("金融",)),
        Digest(short=paragraphs[:2]),
        source_id=1,
        category_id=category,
        content_hash=str(number),
        now=datetime(2026, 11, 19, tzinfo=UTC),
    )


async def test_people_are_answered_at_once_while_20_000_deliveries_are_queued(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    standin = peopled(*PEOPLE, *READERS)
    now = datetime.now(UTC)
    async with standin.running() as address:
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            await store.sources.register("folder", str(tmp_path / "posts"))
            category = await filled(store, READERS)
        async with bot(tmp_path, address):
            await answered(standin, PEOPLE[0], "/start")
            quiet = await asked(standin, PEOPLE[1:11])
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            for number in range(NEWS):
                what = f"article:{await written(store, category, number)}"
                life = now + timedelta(days=1)
                await store.deliveries.reserve(what, Lane.NEWS, READERS, due=now, expires=life)
            assert await store.deliveries.count() == {"due": len(READERS) * NEWS}
        async with bot(tmp_path, address):
            async with asyncio.timeout(PATIENCE):
                while not sum(len(standin.outbox(reader)) for reader in READERS[:50]):
                    await asyncio.sleep(0.01)
            busy = await asked(standin, PEOPLE[11:])
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            assert (await store.deliveries.count())["due"] > len(READERS) * NEWS / 2, "the queue was long to the end"
    assert standin.violations == 0
    assert busy[-1] < max(0.3, 4 * quiet[-1]), (quiet, busy)


async def test_a_bot_with_10_000_readers_and_articles_is_small_and_answers_soon(tmp_path: Path) -> None:
    await asyncio.to_thread(write_posts, tmp_path / "posts", 10_000)
    standin = peopled(*PEOPLE)
    async with standin.running() as address:
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            await store.sources.register("folder", str(tmp_path / "posts"))
            category = await filled(store, range(10_001, 20_001))
            await written(store, category, 1)
            async with store.database.write() as transaction:
                await transaction.run(
                    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 10000)"
                    " INSERT INTO article (source_id, category_id, content_hash, published, collected_at, shown_at,"
                    " content, digest) SELECT source_id, category_id, content_hash || '.' || i, published,"
                    " collected_at, shown_at, content, digest FROM article, n"
                )
            assert await store.articles.count() == await store.subscriptions.count_readers([category]) == 10_000
        async with bot(tmp_path, address) as process:
            await answered(standin, PEOPLE[0], "/start")
            worked = process.cpu_times()
            async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store, asyncio.timeout(PATIENCE):
                while not (await store.sources.register("folder", str(tmp_path / "posts")))[1]:
                    await asyncio.sleep(0.1)
            for person in PEOPLE[1:11]:
                await answered(standin, person, "/latest 金融")
            weight = process.memory_info().rss / 2**20
    # Of the processor: what else the machine does would count on the clock.
    assert worked.user + worked.system < 6, "two seconds are the goal"
    assert weight <= 165, "150 is the goal"
