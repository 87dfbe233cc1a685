"""One writer and one reader on one SQLite file in WAL mode."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import ConfigError, StoreError
from bot.store.migrations import MIGRATIONS

Row = tuple[Any, ...]

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # a killed process loses nothing; a power cut may lose the last moments
    "PRAGMA busy_timeout = 5000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -8000",
    "PRAGMA wal_autocheckpoint = 4000",  # pages; a large index touches the same ones again and again
)


class Transaction:
    """The writer while one transaction holds it."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Carries out one statement; gives the number of rows it changed."""
        cursor = await self._connection.execute(sql, _storable(values))
        return cursor.rowcount

    async def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        await self._connection.executemany(sql, map(_storable, rows))

    async def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Gives all rows, those of `RETURNING` included."""
        return [tuple(row) for row in await self._connection.execute_fetchall(sql, _storable(values))]

    async def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        found = await self.rows(sql, values)
        return found[0] if found else None


class Database:
    """Short write transactions one after another; reads beside them, never behind them."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._path = path
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """Runs the block as one transaction: all of it is kept, or none."""
        async with self._turn:
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield Transaction(self._writer)
                await self._writer.commit()
            except BaseException as error:
                # Cancelled or not, the writer's thread works in order: this comes before anyone's next BEGIN.
                await self._writer.rollback()
                if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.IntegrityError):
                    raise _told(error, self._path) from error
                raise

    async def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        try:
            return [tuple(row) for row in await self._reader.execute_fetchall(sql, _storable(values))]
        except sqlite3.DatabaseError as error:
            raise _told(error, self._path) from error

    async def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        found = await self.rows(sql, values)
        return found[0] if found else None


def file_of(url: str) -> Path:
    """Gives the file of `sqlite:///relative.db` or `sqlite:////absolute.db`."""
    prefix = "sqlite:///"
    if not url.startswith(prefix) or len(url) == len(prefix):
        raise ConfigError(
            f"The store {url!r} is not known.",
            subject="store",
            advice="Write sqlite:///jianbao.db for a file beside config.yaml, or sqlite:////var/lib/jianbao.db.",
        )
    return Path(url.removeprefix(prefix))


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Opens the file, creating or migrating it first, and closes it at the end of the block."""
    path = file_of(url)
    try:
        writer = await _connect(path)
    except sqlite3.Error as error:
        raise _told(error, path) from error
    try:
        await _migrate(writer, path)
        reader = await _connect(path)
        try:
            yield Database(path, writer, reader)
        finally:
            await reader.close()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise _told(error, path) from error
    finally:
        await writer.close()


async def _connect(path: Path) -> aiosqlite.Connection:
    # Tried first in passing: where opening fails, aiosqlite leaves a thread behind that dies with a traceback.
    await asyncio.to_thread(lambda: sqlite3.connect(path).close())
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
    try:
        for pragma in _PRAGMAS:
            await connection.execute(pragma)
    except BaseException:
        await connection.close()
        raise
    return connection


async def _migrate(writer: aiosqlite.Connection, path: Path) -> None:
    version = next(iter(await writer.execute_fetchall("PRAGMA user_version")))[0]
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path} was written by a newer Jianbao.", subject=str(path), advice="Update Jianbao, or name another file."
        )
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        await writer.executescript(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT;")


def _storable(values: Sequence[object]) -> list[object]:
    """Gives values as they can be stored: half of a surrogate pair, which a message may hold, is no text."""
    return [
        value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value
        for value in values
    ]


def _told(error: sqlite3.Error, path: Path) -> StoreError:
    name = str(path)
    for sign, message, advice in _TROUBLES:
        if sign in str(error):
            return StoreError(message.format(name), subject=name, advice=advice)
    return StoreError(f"{name} cannot be used: {error}.", subject=name)


_TROUBLES = (
    ("unable to open", "{} cannot be opened.", "Check that its folder exists and may be written."),
    ("readonly", "{} may not be written.", "Give this user the right to write the file and its folder."),
    ("full", "The disk of {} is full.", "Free some space; nothing that was stored is lost."),
    ("disk I/O", "The disk of {} does not answer.", "Check the disk and its free space."),
    ("locked", "{} is in use by another program.", "Stop the other Jianbao, or name another file."),
    ("not a database", "{} is no Jianbao database.", "Name another file, or move this one away."),
    ("malformed", "{} is damaged.", "Restore it from a backup, or move it away to begin anew."),
)
