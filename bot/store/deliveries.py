"""The outbox: a delivery is reserved before it is sent and settled after."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.model import Delivery, DeliveryState, Lane
from bot.store.database import Database, Row
from bot.store.times import seconds

_COLUMNS = "id, chat_id, what, lane, attempts, uncertain"

_RESERVE_READERS = """
INSERT INTO delivery (chat_id, what, lane, due_at, expires_at)
SELECT DISTINCT s.chat_id, ?, ?, ?, ? FROM subscription s JOIN chat c ON c.id = s.chat_id
WHERE c.state = 'active' AND s.category_id IN ({marks})
ON CONFLICT DO NOTHING
"""

_RESERVE_ALL = """
INSERT INTO delivery (chat_id, what, lane, due_at, expires_at)
SELECT id, ?, ?, ?, ? FROM chat WHERE state = 'active'
ON CONFLICT DO NOTHING
"""

# One per chat at a time: its messages keep their order, and one with many waiting does not crowd out the others.
# Only the front of the queue is looked at, so that a claim takes no longer when 100,000 wait.
_CLAIM = f"""
WITH front (chat_id, lane, id) AS (
    SELECT chat_id, lane, id FROM delivery
    WHERE state = 'due' AND due_at <= ?2 AND chat_id NOT IN (SELECT value FROM json_each(?3))
    ORDER BY lane, due_at, id LIMIT 8 * ?4
)
UPDATE delivery SET state = 'claimed', lease_until = ?1, attempts = attempts + 1
WHERE id IN (
    SELECT (SELECT min(d.id) FROM delivery d WHERE d.state = 'due' AND d.chat_id = front.chat_id AND d.due_at <= ?2)
    FROM front GROUP BY chat_id ORDER BY min(lane), min(id) LIMIT ?4
) RETURNING {_COLUMNS}
"""

_DROP_UNWANTED = """
WITH RECURSIVE wanted (id) AS (
    SELECT category_id FROM subscription WHERE chat_id = ?1
    UNION SELECT c.id FROM category c JOIN wanted ON c.parent_id = wanted.id
)
UPDATE delivery SET state = 'dropped', reason = 'unsubscribed'
WHERE chat_id = ?1 AND state = 'due' AND what LIKE 'article:%' AND (
    SELECT category_id FROM article WHERE id = CAST(substr(what, 9) AS INTEGER)
) NOT IN (SELECT id FROM wanted)
"""


def reserving(category_ids: Sequence[int] | None) -> str:
    """Gives the SQL that reserves for the readers of some categories, or for everyone when they are None."""
    if category_ids is None:
        return _RESERVE_ALL
    return _RESERVE_READERS.format(marks=", ".join("?" * len(category_ids)) or "NULL")


class Deliveries:
    """Reserve, claim, settle; a chat gets each thing at most once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def reserve(
        self,
        what: str,
        lane: Lane,
        *,
        category_ids: Sequence[int] | None,
        now: datetime,
        expires: datetime | None = None,
    ) -> int:
        """Reserves `what` for active readers of any of the categories, for all when None; gives how many are new."""
        values = (what, lane, seconds(now), _or_none(expires), *(category_ids or ()))
        async with self._database.write() as transaction:
            return await transaction.run(reserving(category_ids), values)

    async def claim(self, limit: int, *, now: datetime, lease: timedelta, busy: Collection[int] = ()) -> list[Delivery]:
        """Takes up to `limit` due deliveries, one a chat, none of `busy` chats; drops the expired on the way."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE delivery SET state = 'dropped', reason = 'expired', settled_at = ?1"
                " WHERE state = 'due' AND expires_at <= ?1",
                (seconds(now),),
            )
            rows = await transaction.rows(_CLAIM, (seconds(now + lease), seconds(now), json.dumps(sorted(busy)), limit))
        return sorted(map(_delivery, rows), key=lambda d: (d.lane, d.id))

    async def release(self, *, now: datetime | None = None) -> int:
        """Gives back claimed deliveries as uncertain: all at a start, or with `now` those whose lease ran out."""
        lapsed = "" if now is None else " AND lease_until <= ?"
        async with self._database.write() as transaction:
            return await transaction.run(
                f"UPDATE delivery SET state = 'due', uncertain = 1, lease_until = NULL WHERE state = 'claimed'{lapsed}",
                () if now is None else (seconds(now),),
            )

    async def settle_sent(self, delivery_id: int, message_id: int, *, now: datetime) -> None:
        await self._settle(delivery_id, DeliveryState.SENT, now=now, message_id=message_id)

    async def settle_failed(self, delivery_id: int, reason: str, *, now: datetime) -> None:
        """Ends a delivery that cannot be made, with the reason in words."""
        await self._settle(delivery_id, DeliveryState.FAILED, now=now, reason=reason)

    async def settle_dropped(self, delivery_id: int, reason: str, *, now: datetime) -> None:
        await self._settle(delivery_id, DeliveryState.DROPPED, now=now, reason=reason)

    async def postpone(self, delivery_id: int, until: datetime, *, uncertain: bool = False) -> None:
        """Puts a claimed delivery back into the queue for later."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE delivery SET state = 'due', lease_until = NULL, due_at = ?, uncertain = uncertain OR ?"
                " WHERE id = ?",
                (seconds(until), uncertain, delivery_id),
            )

    async def _settle(
        self,
        delivery_id: int,
        state: DeliveryState,
        *,
        now: datetime,
        message_id: int | None = None,
        reason: str | None = None,
    ) -> None:
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE delivery SET state = ?, message_id = ?, reason = ?, lease_until = NULL, settled_at = ?"
                " WHERE id = ?",
                (state, message_id, reason, seconds(now), delivery_id),
            )

    async def drop_unwanted(self, chat_id: int) -> int:
        """Drops the chat's waiting articles that none of its subscriptions brings any more."""
        async with self._database.write() as transaction:
            return await transaction.run(_DROP_UNWANTED, (chat_id,))

    async def next_due(self, after: datetime | None = None) -> float | None:
        """Tells when the earliest waiting delivery is due, or the earliest after a moment, in seconds since 1970."""
        row = await self._database.row(
            "SELECT min(due_at) FROM delivery WHERE state = 'due' AND due_at > ?", (seconds(after) if after else 0.0,)
        )
        return None if row is None or row[0] is None else float(row[0])

    async def count(self, what: str | None = None) -> dict[str, int]:
        """Counts deliveries by state, of one thing or of all."""
        where, values = ("", ()) if what is None else (" WHERE what = ?", (what,))
        rows = await self._database.rows(f"SELECT state, count(*) FROM delivery{where} GROUP BY state", values)
        return {str(row[0]): int(row[1]) for row in rows}


def _or_none(moment: datetime | None) -> float | None:
    return seconds(moment) if moment else None


def _delivery(row: Row) -> Delivery:
    return Delivery(
        id=row[0], chat_id=row[1], what=row[2], lane=Lane(row[3]), attempts=row[4] - 1, uncertain=bool(row[5])
    )
