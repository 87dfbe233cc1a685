"""Who did what when, for the acts of admins."""

from datetime import datetime

from bot.store.database import Database
from bot.store.times import moment, seconds


class Audit:
    """A list that only grows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, person_id: int, action: str, subject: str, *, now: datetime) -> None:
        async with self._database.write() as transaction:
            await transaction.run(
                "INSERT INTO audit (at, person_id, action, subject) VALUES (?, ?, ?, ?)",
                (seconds(now), person_id, action, subject),
            )

    async def of(self, subject: str, *, limit: int) -> list[tuple[datetime, int, str]]:
        """Lists (when, who, what) of the last acts on something, the newest first."""
        rows = await self._database.rows(
            "SELECT at, person_id, action FROM audit WHERE subject = ? AND action LIKE 'broadcast %'"
            " ORDER BY id DESC LIMIT ?",
            (subject, limit),
        )
        return [(moment(row[0]), row[1], row[2].partition(" ")[2]) for row in rows]
