"""Headlines that admins wrote."""

from collections.abc import Sequence
from datetime import datetime

from bot.model import Broadcast, Lane
from bot.store.database import Database
from bot.store.times import seconds

_COLUMNS = (
    "id, admin_id, content ->> '$.versions.\"\".text', audience ->> '$.category_ids[0]',"
    " CASE state WHEN 'sending' THEN 'confirmed' ELSE state END"
)
_RESERVE_READERS = """
INSERT INTO delivery (chat_id, what, lane, due_at, born_at, expires_at)
SELECT DISTINCT s.chat_id, ?, ?, ?3, ?3, ? FROM subscription s JOIN chat c ON c.id = s.chat_id
WHERE c.state = 'active' AND s.category_id IN ({marks})
ON CONFLICT DO NOTHING
"""
_RESERVE_ALL = """
INSERT INTO delivery (chat_id, what, lane, due_at, born_at, expires_at)
SELECT id, ?, ?, ?3, ?3, ? FROM chat WHERE state = 'active'
ON CONFLICT DO NOTHING
"""
_DECIDE = "UPDATE broadcast SET state = ? WHERE id = ? AND state = 'draft'"


class Broadcasts:
    """Broadcasts by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def draft(self, admin_id: int, text: str, category_id: int | None, *, now: datetime) -> int:
        """Keeps a draft; gives its id."""
        async with self._database.write() as transaction:
            row = await transaction.row(
                "INSERT INTO broadcast (kind, admin_id, content, audience, lane, state, created_at) VALUES"
                " ('send', ?, json_object('versions', json_object('', json_object('text', ?))),"
                " json_object('category_ids', CASE WHEN ?3 IS NULL THEN json('[]') ELSE json_array(?3) END),"
                " 40, 'draft', ?4) RETURNING id",
                (admin_id, text, category_id, seconds(now)),
            )
        if row is None:
            raise LookupError("broadcast")
        return int(row[0])

    async def get(self, broadcast_id: int) -> Broadcast | None:
        sql = f"SELECT {_COLUMNS} FROM broadcast WHERE id = ?"
        row = await self._database.row(sql, (broadcast_id,))
        if row is None:
            return None
        return Broadcast(id=row[0], admin_id=row[1], text=row[2], category_id=row[3], state=row[4])

    async def confirm(
        self, broadcast_id: int, category_ids: Sequence[int] | None, *, now: datetime, expires: datetime
    ) -> int | None:
        """Confirms a draft and reserves it for the readers of the categories, or for all when they are None.

        Gives how many there are; None when it was decided before. A crash leaves both done or neither.
        """
        async with self._database.write() as transaction:
            if not await transaction.run(_DECIDE, ("sending", broadcast_id)):
                return None
            what = f"broadcast:{broadcast_id}"
            values = (what, Lane.BROADCAST, seconds(now), seconds(expires), *(category_ids or ()))
            return await transaction.run(
                _RESERVE_ALL
                if category_ids is None
                else _RESERVE_READERS.format(marks=", ".join("?" * len(category_ids)) or "NULL"),
                values,
            )

    async def cancel(self, broadcast_id: int) -> bool:
        """Cancels a draft; False when it was decided before."""
        async with self._database.write() as transaction:
            return bool(await transaction.run(_DECIDE, ("cancelled", broadcast_id)))
