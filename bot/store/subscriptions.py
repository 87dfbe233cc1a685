"""Who reads what: a subscription to a category takes all below it."""

from collections.abc import Sequence
from datetime import datetime

from bot.store.changes import Changes
from bot.store.database import Database
from bot.store.times import seconds

# ?1 the chat, ?2 an article or NULL: where what brings it was chosen, else where anything was chosen last.
_TOPIC = """
WITH RECURSIVE up (id, steps) AS (
    SELECT category_id, 0 FROM article WHERE id = ?2
    UNION ALL SELECT c.parent_id, steps + 1 FROM category c JOIN up ON c.id = up.id WHERE c.parent_id IS NOT NULL
)
SELECT s.topic FROM subscription s LEFT JOIN up ON up.id = s.category_id WHERE s.chat_id = ?1
ORDER BY up.steps IS NULL, up.steps, s.created_at DESC, s.category_id LIMIT 1
"""


class Subscriptions:
    """Subscriptions by chat and category."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes

    async def add(self, chat_id: int, category_id: int, *, now: datetime, topic: int | None = None) -> bool:
        """Subscribes, in a forum for one of its topics; tells whether it was new there."""
        async with self._database.write() as transaction:
            added = await transaction.run(
                "INSERT INTO subscription (chat_id, category_id, created_at, topic) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET topic = excluded.topic WHERE topic IS NOT excluded.topic",
                (chat_id, category_id, seconds(now), topic),
            )
        self._changes.note([chat_id])
        return bool(added)

    async def topic(self, chat_id: int, article_id: int | None) -> int | None:
        """Gives the topic of a forum where an article belongs, or whatever else there is to tell."""
        row = await self._database.row(_TOPIC, (chat_id, article_id))
        return int(row[0]) if row and row[0] else None

    async def leave_topic(self, chat_id: int, topic: int) -> None:
        """Lets what a topic got come to the whole forum: it was deleted."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE subscription SET topic = NULL WHERE chat_id = ? AND topic = ?", (chat_id, topic)
            )

    async def remove(self, chat_id: int, category_ids: Sequence[int]) -> int:
        """Unsubscribes; gives how many subscriptions there were."""
        marks = ", ".join("?" * len(category_ids))
        async with self._database.write() as transaction:
            removed = await transaction.run(
                f"DELETE FROM subscription WHERE chat_id = ? AND category_id IN ({marks})",
                (chat_id, *category_ids),
            )
        self._changes.note([chat_id])
        return removed

    async def end_all(self, category_id: int) -> int:
        """Ends every chat's subscription to a category; gives how many there were."""
        async with self._database.write() as transaction:
            rows = await transaction.rows("SELECT chat_id FROM subscription WHERE category_id = ?", (category_id,))
            await transaction.run("DELETE FROM subscription WHERE category_id = ?", (category_id,))
        self._changes.note([int(row[0]) for row in rows])
        return len(rows)

    async def of(self, chat_id: int) -> list[int]:
        """Lists the category ids a chat subscribed to, oldest first."""
        rows = await self._database.rows(
            "SELECT category_id FROM subscription WHERE chat_id = ? ORDER BY created_at, category_id", (chat_id,)
        )
        return [int(row[0]) for row in rows]

    async def has_readers(self, category_ids: Sequence[int]) -> bool:
        """Tells whether any chat, paused ones too, subscribed to any of the categories."""
        marks = ", ".join("?" * len(category_ids)) or "NULL"
        sql = f"SELECT 1 FROM subscription WHERE category_id IN ({marks}) LIMIT 1"
        return await self._database.row(sql, category_ids) is not None

    async def count_readers(self, category_ids: Sequence[int] | None) -> int:
        """Counts the active chats that subscribed to any of the categories, or all active ones when they are None."""
        sql = "SELECT count(*) FROM chat WHERE state = 'active'"
        if category_ids is not None:
            marks = ", ".join("?" * len(category_ids)) or "NULL"
            sql += f" AND id IN (SELECT chat_id FROM subscription WHERE category_id IN ({marks}))"
        row = await self._database.row(sql, category_ids or ())
        return int(row[0]) if row else 0
