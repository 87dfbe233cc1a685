"""The category tree."""

from collections.abc import Iterable, Sequence

from bot.model import Category, key_of
from bot.store.database import Database

HIDDEN = "\u2060"
"""What begins with it is in no tree, for nobody to subscribe to; `core.categories` leaves it in no source's names."""

_UP = """
WITH RECURSIVE up (id, parent_id, owner) AS (
    SELECT id, parent_id, owner FROM category WHERE id = ?
    UNION ALL SELECT c.id, c.parent_id, c.owner FROM category c JOIN up ON c.id = up.parent_id
    WHERE up.owner IS NULL
) SELECT id FROM up
"""


_SEEN = """
WITH RECURSIVE own (id) AS (
    SELECT id FROM category WHERE owner = ?1
    UNION SELECT category_id FROM subscription WHERE chat_id = ?1
    UNION SELECT c.parent_id FROM category c JOIN own ON c.id = own.id WHERE c.parent_id IS NOT NULL
)
SELECT id, parent_id, name, owner FROM category WHERE owner IS NULL OR id IN (SELECT id FROM own)
"""


class Categories:
    """Categories by path; a path brings its parents with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ensure(self, paths: Iterable[Sequence[str]], *, owner: int | None = None) -> dict[tuple[str, ...], int]:
        """Gives the id of each path, making what is missing; what is named without owner is everybody's from now on."""
        wanted = {tuple(path) for path in paths}
        ids: dict[tuple[str, ...], int] = {}
        every = {path[:depth] for path in wanted for depth in range(1, len(path) + 1)}
        async with self._database.write() as transaction:
            for path in sorted(every, key=len):
                await transaction.run(
                    "INSERT INTO category (parent_id, key, name, owner) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    (ids.get(path[:-1]), key_of(path), path[-1], owner if path in wanted or owner is None else 0),
                )
                row = await transaction.row("SELECT id, owner FROM category WHERE key = ?", (key_of(path),))
                if row:
                    ids[path] = int(row[0])
                if row and row[1] is not None and (owner is None or (row[1] == 0 and path in wanted)):
                    await transaction.run("UPDATE category SET owner = ? WHERE id = ?", (owner, ids[path]))
        return {path: ids[path] for path in wanted}

    async def all(self) -> list[Category]:
        """Lists all that is not hidden, with counts, parents before children, most posts first among brothers."""
        return await self._listed("SELECT id, parent_id, name, owner FROM category")

    async def seen_by(self, chat_id: int) -> list[Category]:
        """Lists likewise what is everybody's, the chat's own, or chosen by it, and what stands above these."""
        return await self._listed(_SEEN, chat_id)

    async def _listed(self, sql: str, *values: object) -> list[Category]:
        found = await self._database.rows(sql, values)
        rows = [row for row in found if not row[2].startswith(HIDDEN)]
        counted = await self._database.rows(
            "SELECT category_id, count(*) FROM post_file WHERE category_id IS NOT NULL GROUP BY category_id"
        )
        parent = {row[0]: row[1] for row in rows}
        names = {row[0]: row[2] for row in rows}
        posts = dict.fromkeys(parent, 0)
        for category_id, count in counted:
            place: int | None = category_id
            while place is not None and place in posts:
                posts[place] += count
                place = parent[place]
        listed = [
            Category(id=i, parent_id=above, path=_path(i, parent, names), posts=posts[i], owner=owner)
            for i, above, _, owner in rows
        ]
        return sorted(listed, key=lambda c: (len(c.path), -c.posts, c.path))

    async def of_source(self, source_id: int) -> list[int]:
        """Lists the ids of those a source's articles are in."""
        rows = await self._database.rows("SELECT DISTINCT category_id FROM article WHERE source_id = ?", (source_id,))
        return [int(row[0]) for row in rows]

    async def holding_others(self, place: str) -> set[str]:
        """Gives the keys of closed categories that hold articles of another source than the one at a place."""
        rows = await self._database.rows(
            "SELECT key FROM category c WHERE owner = 0 AND EXISTS (SELECT 1 FROM article a JOIN source s"
            " ON s.id = a.source_id WHERE a.category_id = c.id AND s.place <> ?)",
            (place,),
        )
        return {row[0] for row in rows}

    async def close(self, category_id: int) -> None:
        """Takes a category out of everybody's tree."""
        async with self._database.write() as transaction:
            await transaction.run("UPDATE category SET owner = 0 WHERE id = ?", (category_id,))

    async def count(self) -> int:
        row = await self._database.row("SELECT count(*) FROM category")
        return int(row[0]) if row else 0

    async def lineage(self, category_id: int) -> list[int]:
        """Gives the category itself, its parent, and so on to the top; of one with an owner nothing but itself."""
        return [int(row[0]) for row in await self._database.rows(_UP, (category_id,))]


def _path(category_id: int, parent: dict[int, int | None], names: dict[int, str]) -> tuple[str, ...]:
    path: list[str] = []
    place: int | None = category_id
    while place is not None:
        path.append(names[place])
        place = parent[place]
    return tuple(reversed(path))
