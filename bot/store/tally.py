"""How many deliveries ended how, hour by hour; the database itself counts each that ends."""

from datetime import datetime

from bot.store.database import Database
from bot.store.times import seconds

HOUR = 3600


class Tally:
    """The counts of past hours."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def since(self, moment: datetime) -> list[tuple[int, int, str, int]]:
        """Lists (hour since 1970, lane, state, count) from a moment on, the oldest first."""
        rows = await self._database.rows(
            "SELECT hour, lane, state, count FROM tally WHERE hour >= ? ORDER BY hour, lane, state",
            (int(seconds(moment)) // HOUR,),
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    async def by_state(self) -> dict[str, int]:
        """Counts all that ever ended, by how it ended."""
        rows = await self._database.rows("SELECT state, sum(count) FROM tally GROUP BY state")
        return {row[0]: row[1] for row in rows}
