"""A broadcast to thousands whose process is killed again and again: who is missed, who gets it twice."""

import asyncio
import contextlib
import random
import signal
import sqlite3
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.broadcast import deciding
from bot.broadcast.terms import Terms
from bot.core.broadcasts import Content, Kind, Version
from bot.dispatch import places
from bot.standin import Standin
from bot.store import open_store
from tests.benchmarks.crowd import bot, filled, peopled
from tests.benchmarks.figures import Figure

READERS = range(100_001, 105_001)
KILLS = 50
RATE = 1000
ADMIN = 9
PATIENCE = 120.0


@dataclass
class Killed:
    """What became of a broadcast."""

    received: Counter[int] = field(default_factory=Counter)
    kills: int = 0
    unnoted: list[int] = field(default_factory=list)
    """After each kill: messages that had arrived and were not written down yet."""

    @property
    def repeats(self) -> int:
        return sum(self.received.values()) - len(self.received)


async def figures() -> list[Figure]:
    """Kills until it has been killed often enough; the last process may finish."""
    with tempfile.TemporaryDirectory() as place:
        killed = await killed_again_and_again(Path(place), list(READERS), kills=KILLS, seed=20261128)
    most = places(RATE)
    return [
        Figure(
            what=f"a broadcast to {len(READERS):,}, killed {killed.kills} times: missed",
            value=str(len(READERS) - len(killed.received)),
            goal="0",
        ),
        Figure(
            what=f"repeats in all; most messages in doubt after one kill (in flight: {most})",
            value=f"{killed.repeats}, {max(killed.unnoted)}",
            goal=f"≤ {most} a kill",
        ),
    ]


async def killed_again_and_again(place: Path, readers: list[int], *, kills: int, seed: int) -> Killed:
    """Sends a broadcast with processes that are killed at random moments of it."""
    chance, killed = random.Random(seed), Killed()
    (place / "posts").mkdir()
    standin = peopled(*readers, flood=False)
    async with standin.running() as address:
        await _confirmed(place, readers)
        share = len(readers) // (kills + 1)
        for number in range(kills):
            async with bot(place, address, admins=[ADMIN], delivery={"per_second": RATE}) as process:
                await _until_sent(standin, place, min(len(readers), number * share + chance.randrange(1, share)))
                process.send_signal(signal.SIGKILL)
            killed.kills += 1
            killed.received = _counted(standin, readers)
            killed.unnoted.append(len(killed.received) - _noted(place))
        async with bot(place, address, admins=[ADMIN], delivery={"per_second": RATE}):
            await _until_done(place)
    killed.received = _counted(standin, readers)
    return killed


def _counted(standin: Standin, readers: list[int]) -> Counter[int]:
    return Counter({reader: sent for reader in readers if (sent := standin.world.room(reader).sent)})


async def _confirmed(place: Path, readers: list[int]) -> None:
    async with open_store(f"sqlite:///{place / 'load.db'}") as store:
        await filled(store, readers)
        now = datetime.now(UTC)
        content = Content(versions={"": Version(text="今晚停水，请备水")})
        draft = await store.broadcasts.add(Kind.SEND, ADMIN, content, now=now)
        await deciding.confirm(store, draft.id, ADMIN, Terms(admins=[ADMIN], undo=timedelta(0)), now=now)


async def _until_sent(standin: Standin, place: Path, count: int) -> None:
    end = time.monotonic() + PATIENCE
    while _received(standin) < count and not _is_done(place):
        if time.monotonic() > end:
            raise TimeoutError
        await asyncio.sleep(0.002)


async def _until_done(place: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while not _is_done(place):
            await asyncio.sleep(0.1)


def _received(standin: Standin) -> int:
    return sum(room.sent for room in standin.world.rooms.values())


def _noted(place: Path) -> int:
    return int(_asked(place, "SELECT count(*) FROM delivery WHERE what = 'broadcast:1' AND state = 'sent'"))


def _is_done(place: Path) -> bool:
    return _asked(place, "SELECT state FROM broadcast WHERE id = 1") == "done"


def _asked(place: Path, sql: str) -> int | str:
    with contextlib.closing(sqlite3.connect(place / "load.db")) as database:
        found: int | str = database.execute(sql).fetchone()[0]
        return found
