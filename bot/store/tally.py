"""How many deliveries ended how, hour by hour."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.model import DeliveryState, Settlement
from bot.store.database import Database, Transaction
from bot.store.times import seconds

HOUR = 3600

_ADD = """
INSERT INTO tally (hour, lane, state, count) VALUES (?, ?, ?, ?)
ON CONFLICT (hour, lane, state) DO UPDATE SET count = count + excluded.count
"""


async def add(transaction: Transaction, settlements: Sequence[Settlement], *, now: datetime) -> None:
    """Counts the deliveries that ended, within the transaction that settles them."""
    hour = int(seconds(now)) // HOUR
    ended = Counter((s.delivery.lane, s.state) for s in settlements if s.state is not DeliveryState.DUE)
    await transaction.run_many(_ADD, [(hour, lane, state, count) for (lane, state), count in ended.items()])


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
