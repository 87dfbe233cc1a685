"""The outbox: a delivery is reserved before it is sent and settled after."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from bot.model import Delivery, DeliveryState, Lane, Settlement
from bot.store import digests, reserving, unwanted
from bot.store.claimed import RETURNING, delivery
from bot.store.database import Database
from bot.store.reserving import Reservation
from bot.store.times import seconds

FREE = tuple(lane for lane in Lane if lane is not Lane.PAID)
PAID = (Lane.PAID,)
PART = 50_000
"""Deliveries counted by one query."""

# Only the front of each lane is looked at, so that a claim takes no longer when a million wait.
_FRONT = """
SELECT * FROM (
    SELECT chat_id, lane, id FROM delivery
    WHERE state = 'due' AND lane = {lane:d} AND due_at <= ?2 AND chat_id NOT IN (SELECT value FROM json_each(?3))
    ORDER BY due_at, id LIMIT 8 * ?4
)"""

# One per chat at a time: its messages keep their order, and one with many waiting does not crowd out the others.
_CLAIM = """
WITH front (chat_id, lane, id) AS ({fronts})
UPDATE delivery SET state = 'claimed', lease_until = ?1, attempts = attempts + 1
WHERE id IN (
    SELECT (
        SELECT d.id FROM delivery d WHERE d.state = 'due' AND d.chat_id = front.chat_id AND d.due_at <= ?2
            AND d.lane IN ({lanes}) ORDER BY d.lane, d.id LIMIT 1
    ) FROM front GROUP BY chat_id ORDER BY min(lane), min(id) LIMIT ?4
) RETURNING {returning}
"""

_PART = """
SELECT max(id), count(*) FROM (SELECT id FROM delivery WHERE what = ? AND state = ? AND id > ? ORDER BY id LIMIT ?)
"""

_EXPIRE = """
UPDATE delivery SET state = 'dropped', reason = 'expired', settled_at = ?1
WHERE id IN (SELECT id FROM delivery WHERE state = 'due' AND expires_at <= ?1 LIMIT 2000)
"""

# A group may have become a supergroup since the claim, which knows the message by no number.
_SETTLE = """
UPDATE delivery SET state = ?, message_id = iif(chat_id = ?, ?, NULL), reason = ?, lease_until = NULL, settled_at = ?,
    due_at = coalesce(?, due_at), uncertain = uncertain OR ? WHERE id = ?
"""


@lru_cache(maxsize=8)
def _claiming(lanes: tuple[Lane, ...]) -> str:
    fronts = " UNION ALL ".join(_FRONT.format(lane=lane) for lane in lanes)
    return _CLAIM.format(fronts=fronts, lanes=", ".join(f"{lane:d}" for lane in lanes), returning=RETURNING)


class Deliveries:
    """Reserve, claim, settle; a chat gets each thing at most once."""

    FREE = FREE
    PAID = PAID

    def __init__(self, database: Database) -> None:
        self._database = database

    async def reserve(
        self,
        what: str,
        lane: Lane,
        chat_ids: Sequence[int],
        *,
        due: datetime,
        born: datetime | None = None,
        expires: datetime | None = None,
    ) -> int:
        """Reserves `what` for those of the chats that are active, each once; gives how many are new."""
        return await self.put(Reservation(what, lane, chat_ids, due, born, expires))

    async def put(self, wish: Reservation) -> int:
        """Reserves what is wished for; gives how many are new."""
        async with self._database.write() as transaction:
            return await reserving.reserve(transaction, wish)

    async def claim(
        self,
        limit: int,
        *,
        now: datetime,
        lease: timedelta,
        busy: Collection[int] = (),
        lanes: tuple[Lane, ...] = FREE,
    ) -> list[Delivery]:
        """Takes up to `limit` due deliveries of some lanes, one a chat, none of `busy` chats.

        Drops the expired on the way, and gathers a chat's late news into one digest.
        """
        values = (seconds(now + lease), seconds(now), json.dumps(sorted(busy)), limit)
        async with self._database.write() as transaction:
            await transaction.run(_EXPIRE, (seconds(now),))
            rows = await transaction.rows(_claiming(lanes), values)
            told = [await digests.gathered(transaction, row, now=now) for row in rows]
        return sorted(map(delivery, told), key=lambda d: (d.lane, d.id))

    async def release(self, *, now: datetime | None = None) -> int:
        """Gives back claimed deliveries as uncertain: all at a start, or with `now` those whose lease ran out."""
        lapsed = "" if now is None else " AND lease_until <= ?"
        async with self._database.write() as transaction:
            return await transaction.run(
                f"UPDATE delivery SET state = 'due', uncertain = 1, lease_until = NULL WHERE state = 'claimed'{lapsed}",
                () if now is None else (seconds(now),),
            )

    async def settle(self, settlements: Sequence[Settlement], *, now: datetime) -> None:
        """Writes down what became of claimed deliveries, all of it in one transaction."""
        async with self._database.write() as transaction:
            await transaction.run_many(_SETTLE, [_settled(settlement, now) for settlement in settlements])

    async def hold(self, chat_id: int, until: datetime) -> None:
        """Lets everything for a chat wait until then, what comes later and over a restart too."""
        async with self._database.write() as transaction:
            await transaction.run("UPDATE chat SET held_until = ? WHERE id = ?", (seconds(until), chat_id))
            await transaction.run(
                "UPDATE delivery SET due_at = max(due_at, ?) WHERE chat_id = ? AND state = 'due'",
                (seconds(until), chat_id),
            )

    async def drop_unwanted(self, chat_id: int) -> int:
        """Drops the chat's waiting articles that none of its subscriptions brings any more."""
        async with self._database.write() as transaction:
            return await unwanted.drop(transaction, chat_id)

    async def next_due(self, after: datetime | None = None) -> float | None:
        """Tells when the earliest waiting delivery is due, or the earliest after a moment, in seconds since 1970."""
        earliest = [
            f"SELECT min(due_at) AS due FROM delivery WHERE state = 'due' AND due_at > ?1 AND lane = {lane:d}"
            for lane in Lane
        ]
        row = await self._database.row(
            f"SELECT min(due) FROM ({' UNION ALL '.join(earliest)})", (seconds(after) if after else 0.0,)
        )
        return None if row is None or row[0] is None else float(row[0])

    async def count(self, what: str | None = None) -> dict[str, int]:
        """Counts deliveries by state, of one thing or of all."""
        if what is None:
            rows = await self._database.rows("SELECT state, count(*) FROM delivery GROUP BY state")
            return {str(row[0]): int(row[1]) for row in rows}
        counts = {str(state): await self._count_in(what, state) for state in DeliveryState}
        return {state: count for state, count in counts.items() if count}

    async def _count_in(self, what: str, state: DeliveryState) -> int:
        """Counts part by part, so that people's commands are answered between."""
        total, after = 0, 0
        while (row := await self._database.row(_PART, (what, state, after, PART))) and row[1]:
            total, after = total + row[1], row[0]
            if row[1] < PART:
                break
        return total

    async def waiting(self) -> dict[str, int]:
        """Counts what waits and what is on its way."""
        rows = await self._database.rows(
            "SELECT 'due', count(*) FROM delivery WHERE state = 'due'"
            " UNION ALL SELECT 'claimed', count(*) FROM delivery WHERE state = 'claimed'"
        )
        return {row[0]: row[1] for row in rows if row[1]}

    async def held(self) -> tuple[int, int]:
        """Counts what waits for chats that let the bot write nothing, and those chats."""
        row = await self._database.row(
            "SELECT count(*), count(DISTINCT chat_id) FROM delivery"
            " WHERE state = 'due' AND chat_id IN (SELECT id FROM chat WHERE muted_at IS NOT NULL)"
        )
        return (row[0], row[1]) if row else (0, 0)

    async def held_of(self, what: str) -> int:
        """Counts the chats that wait for one thing and let the bot write nothing."""
        row = await self._database.row(
            "SELECT count(*) FROM delivery d JOIN chat c ON c.id = d.chat_id"
            " WHERE d.what = ? AND d.state = 'due' AND c.muted_at IS NOT NULL",
            (what,),
        )
        return int(row[0]) if row else 0

    async def failures(self, since: datetime, *, limit: int) -> list[tuple[str, int]]:
        """Lists why deliveries failed since a moment and how many each time, the commonest reason first."""
        rows = await self._database.rows(
            "SELECT coalesce(reason, ''), count(*) FROM delivery WHERE state = 'failed' AND settled_at >= ?"
            " GROUP BY reason ORDER BY count(*) DESC, reason LIMIT ?",
            (seconds(since), limit),
        )
        return [(row[0], row[1]) for row in rows]

    async def message_id(self, chat_id: int, what: str) -> int | None:
        """Gives the message by which a chat was told something; None when it was not."""
        row = await self._database.row(
            "SELECT message_id FROM delivery WHERE chat_id = ? AND what = ? AND state = 'sent'", (chat_id, what)
        )
        return int(row[0]) if row and row[0] else None


def _settled(settlement: Settlement, now: datetime) -> tuple[object, ...]:
    ended = None if settlement.state is DeliveryState.DUE else seconds(now)
    until = seconds(settlement.until) if settlement.until else None
    return (
        settlement.state,
        settlement.delivery.chat_id,
        settlement.message_id,
        settlement.reason,
        ended,
        until,
        settlement.uncertain,
        settlement.delivery.id,
    )
