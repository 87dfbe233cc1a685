"""The sources being watched, and what the index knows of a folder's files."""

import os
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import datetime

from bot.model import PostFile
from bot.store.database import Database, Row
from bot.store.times import seconds

_COLUMNS = "path, mtime_ns, size, title_key, category_id, article_id"
_PAGE = 5000
AT_ONCE = 500
"""Rows written by one statement. SQLite lets Python's other threads run once a statement, and by each row that
costs more than the writing: an index of 100,000 posts is read while it is written."""


class Sources:
    """Sources by place, files by source and path."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def register(self, kind: str, place: str) -> tuple[int, bool]:
        """Gives the source's id, and whether it was indexed before."""
        async with self._database.write() as transaction:
            await transaction.run(
                "INSERT INTO source (kind, place) VALUES (?, ?) ON CONFLICT DO NOTHING", (kind, place)
            )
            row = await transaction.row("SELECT id, indexed_at IS NOT NULL FROM source WHERE place = ?", (place,))
        if row is None:
            raise LookupError(place)
        return int(row[0]), bool(row[1])

    async def mark_indexed(self, source_id: int, *, now: datetime) -> None:
        async with self._database.write() as transaction:
            await transaction.run("UPDATE source SET indexed_at = ? WHERE id = ?", (seconds(now), source_id))

    async def files_at(self, source_id: int, paths: Sequence[str]) -> dict[str, PostFile]:
        """Gives the known ones of some paths; hand in at most 10,000 at once."""
        marks = ", ".join("?" * len(paths))
        sql = f"SELECT {_COLUMNS} FROM post_file WHERE source_id = ? AND path IN ({marks})"
        rows = await self._database.rows(sql, (source_id, *map(_kept, paths)))
        return {file.path: file for file in map(_file, rows)}

    async def files_titled(self, source_id: int, title_keys: Sequence[str]) -> list[PostFile]:
        """Lists the known files that carry one of some titles; hand in at most 10,000 at once."""
        marks = ", ".join("?" * len(title_keys))
        sql = f"SELECT {_COLUMNS} FROM post_file WHERE source_id = ? AND title_key IN ({marks}) ORDER BY path"
        return [_file(row) for row in await self._database.rows(sql, (source_id, *title_keys))]

    async def paths(self, source_id: int) -> AsyncIterator[list[str]]:
        """Lists all known paths, some thousands at a time."""
        sql = "SELECT path FROM post_file WHERE source_id = ? AND path > ? ORDER BY path LIMIT ?"
        last: str | bytes = ""
        while rows := await self._database.rows(sql, (source_id, last, _PAGE)):
            last = rows[-1][0]
            yield [_told(row[0]) for row in rows]

    async def keep_files(self, source_id: int, files: Iterable[PostFile]) -> None:
        """Adds or replaces files; hand in at most 10,000 at once, so that others can write between."""
        rows = [_row(source_id, file) for file in files]
        async with self._database.write() as transaction:
            for some in (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)):
                await transaction.run(_keep(len(some)), [value for row in some for value in row])

    async def forget_files(self, source_id: int, paths: Sequence[str]) -> None:
        """Drops files that are gone from the folder; their articles stay."""
        async with self._database.write() as transaction:
            await transaction.run_many(
                "DELETE FROM post_file WHERE source_id = ? AND path = ?", ((source_id, _kept(path)) for path in paths)
            )

    async def count_files(self, source_id: int | None = None) -> int:
        where, values = ("", ()) if source_id is None else (" WHERE source_id = ?", (source_id,))
        row = await self._database.row(f"SELECT count(*) FROM post_file{where}", values)
        return int(row[0]) if row else 0


def _keep(count: int) -> str:
    """Writes the statement that adds or replaces so many rows."""
    return (
        f"INSERT INTO post_file (source_id, {_COLUMNS}) VALUES {', '.join(['(?, ?, ?, ?, ?, ?, ?)'] * count)}"
        " ON CONFLICT (source_id, path) DO UPDATE SET mtime_ns = excluded.mtime_ns, size = excluded.size,"
        " title_key = excluded.title_key, category_id = excluded.category_id,"
        " article_id = coalesce(excluded.article_id, article_id)"
    )


def _row(source_id: int, file: PostFile) -> tuple[object, ...]:
    place = (source_id, _kept(file.path))
    return (*place, file.mtime_ns, file.size, file.title_key, file.category_id, file.article_id)


def _file(row: Row) -> PostFile:
    return PostFile(
        path=_told(row[0]), mtime_ns=row[1], size=row[2], title_key=row[3], category_id=row[4], article_id=row[5]
    )


def _kept(path: str) -> str | bytes:
    """Gives a path as text, or as bytes where its name is none: a file system allows any."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def _told(kept: str | bytes) -> str:
    return os.fsdecode(kept)
