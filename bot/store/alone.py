"""Holds a database for one running bot: a second one would send once more what the first has in flight."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.errors import StoreError
from bot.store.database import file_of

PATIENCE_SECONDS = 8.0
"""A bot that was asked to end needs some seconds; the one that takes its place waits so long."""
LOOK_SECONDS = 0.2


@asynccontextmanager
async def held(url: str, *, patience: float = PATIENCE_SECONDS) -> AsyncIterator[None]:
    """Keeps every other bot off the database for the length of the block; the system frees it however we end."""
    path = file_of(url)
    try:
        lock = os.open(path.with_name(f"{path.name}.lock"), os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o644)
    except OSError:  # whoever opens the database tells better what is wrong with its folder
        yield
        return
    try:
        await _taken(lock, path, patience)
        yield
    finally:
        os.close(lock)


async def _taken(lock: int, path: Path, patience: float) -> None:
    end = asyncio.get_running_loop().time() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if asyncio.get_running_loop().time() > end:
                advice = "Stop the other one, or name another file under store."
                raise StoreError(f"Another Jianbao runs on {path}.", subject=str(path), advice=advice) from error
        except OSError:  # a file system without locks
            return
        else:
            return
        await asyncio.sleep(LOOK_SECONDS)
