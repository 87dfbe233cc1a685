"""What Telegram reported and is not done yet."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.store.database import Database
from bot.store.times import seconds

MOST_TRIES = 2
"""What was not done at so many starts may be what ends the program."""
LIFE = timedelta(days=1)
"""Telegram keeps updates that long."""


class Updates:
    """Updates by Telegram's number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, updates: Mapping[int, str], *, now: datetime) -> None:
        async with self._database.write() as transaction:
            await transaction.run_many(
                'INSERT INTO "update" (id, content, taken_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
                [(number, content, seconds(now)) for number, content in updates.items()],
            )

    async def done(self, number: int) -> None:
        async with self._database.write() as transaction:
            await transaction.run('DELETE FROM "update" WHERE id = ?', (number,))

    async def left(self, *, now: datetime) -> list[str]:
        """Lists what an earlier run left undone, the oldest first; each is given at a few starts only."""
        async with self._database.write() as transaction:
            await transaction.run(
                'DELETE FROM "update" WHERE tries >= ? OR taken_at < ?', (MOST_TRIES, seconds(now - LIFE))
            )
            await transaction.run('UPDATE "update" SET tries = tries + 1')
            return [row[0] for row in await transaction.rows('SELECT content FROM "update" ORDER BY id')]
