"""The sources being watched, and what the index knows of a folder's files."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.model import PostFile
from bot.store.database import Database, Row
from bot.store.times import seconds

_COLUMNS = "path, mtime_ns, size, title_key, category_id, article_id"


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

    async def files(self, source_id: int) -> list[PostFile]:
        """Lists all known files of a source."""
        sql = f"SELECT {_COLUMNS} FROM post_file WHERE source_id = ?"
        return [_file(row) for row in await self._database.rows(sql, (source_id,))]

    async def file(self, source_id: int, path: str) -> PostFile | None:
        sql = f"SELECT {_COLUMNS} FROM post_file WHERE source_id = ? AND path = ?"
        row = await self._database.row(sql, (source_id, path))
        return _file(row) if row else None

    async def files_titled(self, source_id: int, title_key: str) -> list[PostFile]:
        """Lists the known files that carry a title."""
        sql = f"SELECT {_COLUMNS} FROM post_file WHERE source_id = ? AND title_key = ?"
        return [_file(row) for row in await self._database.rows(sql, (source_id, title_key))]

    async def keep_files(self, source_id: int, files: Iterable[PostFile]) -> None:
        """Adds or replaces files; hand in at most 10,000 at once, so that others can write between."""
        async with self._database.write() as transaction:
            await transaction.run_many(
                f"INSERT INTO post_file (source_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (source_id, path) DO UPDATE SET mtime_ns = excluded.mtime_ns, size = excluded.size,"
                " title_key = excluded.title_key, category_id = excluded.category_id,"
                " article_id = coalesce(excluded.article_id, article_id)",
                ((source_id, f.path, f.mtime_ns, f.size, f.title_key, f.category_id, f.article_id) for f in files),
            )

    async def forget_files(self, source_id: int, paths: Sequence[str]) -> None:
        """Drops files that are gone from the folder; their articles stay."""
        async with self._database.write() as transaction:
            await transaction.run_many(
                "DELETE FROM post_file WHERE source_id = ? AND path = ?", ((source_id, path) for path in paths)
            )

    async def count_files(self) -> int:
        row = await self._database.row("SELECT count(*) FROM post_file")
        return int(row[0]) if row else 0


def _file(row: Row) -> PostFile:
    return PostFile(path=row[0], mtime_ns=row[1], size=row[2], title_key=row[3], category_id=row[4], article_id=row[5])
