"""A killed process loses no message, and repeats at most those that were in flight."""

import asyncio
import contextlib
import random
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.dispatch.width import FEWEST, WIDER
from bot.standin import Standin
from bot.store import open_store
from tests.benchmarks.crowd import Mortal, filled, peopled

IN_FLIGHT = int(FEWEST * WIDER)
"""A round is over before the stream could grow wider than once."""
READERS = range(1001, 1201)
ROUNDS = 7
FORCED_SECONDS, MARGIN_SECONDS = 10, 2
"""Docker ends by force what was asked to end so long ago; a busy machine needs some of it."""


def _is_indexed(store: Path) -> bool:
    """Whether the folder was read through once; only what comes later is news."""
    with contextlib.suppress(sqlite3.OperationalError), contextlib.closing(sqlite3.connect(store)) as database:
        return bool(database.execute("SELECT count(indexed_at) FROM source").fetchone()[0])
    return False


def _received(standin: Standin, title: str) -> Counter[int]:
    """Counts who got a message, repeats too."""
    return Counter(
        message["chat"]["id"]
        for reader in READERS
        for message in standin.outbox(reader)
        if title in str(message.get("text", ""))
    )


def _sent(standin: Standin) -> int:
    """Counts all messages the bot ever sent to the readers."""
    return sum(standin.world.room(reader).sent for reader in READERS)


async def _until(look: Callable[[], bool], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not look():
            await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def _alive(bot: Mortal, store: Path) -> AsyncIterator[None]:
    """Starts the bot and waits until its folder was read through; kills it in the end."""
    await bot.start()
    try:
        await _until(lambda: _is_indexed(store))
        yield
    finally:
        await bot.kill()


@pytest.mark.slow
async def test_a_kill_in_the_middle_of_deliveries_loses_none_and_repeats_only_those_in_flight(
    tmp_path: Path, news_post: Callable[..., str], news_story: Callable[[int], Any]
) -> None:
    standin = peopled(*READERS, flood=False)
    chance = random.Random(20261122)
    repeats = []
    async with standin.running() as address:
        bot = Mortal(tmp_path, address, delivery={"per_second": 1000})
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            await filled(store, READERS)
        async with _alive(bot, tmp_path / "load.db"):
            for number in range(1, ROUNDS + 1):
                title = f"第{number}号快讯"
                moment = _sent(standin) + chance.randrange(1, len(READERS))
                (tmp_path / "posts" / f"{number}.md").write_text(
                    news_post(title, *news_story(number)), encoding="utf-8"
                )
                await _until(lambda moment=moment: _sent(standin) >= moment)  # type: ignore[misc]
                await bot.kill()
                await bot.start()
                await _until(lambda title=title: len(_received(standin, title)) == len(READERS))  # type: ignore[misc]
                repeats.append(sum(_received(standin, title).values()) - len(READERS))
    assert max(repeats) <= IN_FLIGHT, repeats


async def test_what_people_said_before_a_kill_is_answered_after_it(tmp_path: Path) -> None:
    people = READERS[:20]
    standin = peopled(*people, flood=False)
    async with standin.running() as address:
        bot = Mortal(tmp_path, address)
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            await store.categories.ensure([("金融",)])
        async with _alive(bot, tmp_path / "load.db"):
            standin.order_fault(kind="error", method="sendMessage", status=502, count=10_000)
            for person in people:
                standin.say(person, "/subscribe 金融")
            await _until(lambda: all(f"sendMessage {person} " in standin.transcript() for person in people))
            await bot.kill()
            standin.sim.faults.clear()
            await bot.start()
            await _until(lambda: all(standin.outbox(person) for person in people))
    assert [len(standin.outbox(person)) for person in people] == [1] * len(people)


@pytest.mark.slow
async def test_an_ordinary_end_while_telegram_is_slow_gives_nobody_an_answer_twice(tmp_path: Path) -> None:
    people = READERS[:90]
    standin = peopled(*people, flood=False)
    async with standin.running() as address:
        bot = Mortal(tmp_path, address)
        async with _alive(bot, tmp_path / "load.db"):
            standin.order_fault(kind="latency", method="sendMessage", seconds=3, count=10_000)
            for person in people:
                standin.say(person, "/help")
            await _until(lambda: len(standin.sim.updates.pending) == 0)
            await bot.end()
            at_the_end = sum(len(standin.outbox(person)) for person in people)
            standin.sim.faults.clear()
            await bot.start()
            await _until(lambda: all(standin.outbox(person) for person in people))
            await _until(lambda: not _undone(tmp_path / "load.db"))
    assert at_the_end < len(people), "what had not begun waits for the start"
    assert [len(standin.outbox(person)) for person in people] == [1] * len(people)


@pytest.mark.slow
async def test_the_end_comes_before_it_is_forced_though_news_and_answers_both_wait_for_telegram(
    tmp_path: Path, news_post: Callable[..., str], news_story: Callable[[int], Any]
) -> None:
    standin = peopled(*READERS[:60], flood=False)
    async with standin.running() as address:
        bot = Mortal(tmp_path, address)
        async with open_store(f"sqlite:///{tmp_path / 'load.db'}") as store:
            await filled(store, READERS[:60])
        async with _alive(bot, tmp_path / "load.db"):
            standin.order_fault(kind="latency", method="sendMessage", seconds=30, count=1000)
            (tmp_path / "posts" / "1.md").write_text(news_post("第1号快讯", *news_story(1)), encoding="utf-8")
            await _until(lambda: _waiting(standin) > 0)
            for person in READERS[:20]:
                standin.say(person, "/help")
            await _until(lambda: _waiting(standin) > FEWEST)  # more than all news that may be in flight
            begun = asyncio.get_running_loop().time()
            await bot.end()
            took = asyncio.get_running_loop().time() - begun
    assert took < FORCED_SECONDS - MARGIN_SECONDS


def _waiting(standin: Standin) -> int:
    """Counts the messages that an ordered latency keeps."""
    return 1000 - standin.sim.faults.waiting[0].count


def _undone(store: Path) -> int:
    """Counts what people said and the bot has not done yet."""
    with contextlib.closing(sqlite3.connect(store)) as database:
        return int(database.execute('SELECT count(*) FROM "update"').fetchone()[0])
