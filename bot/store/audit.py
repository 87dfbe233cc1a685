"""Who did what when, for the acts of admins."""

from datetime import datetime

from bot.store.database import Database
from bot.store.times import seconds


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
