"""Moves a broadcast into the outbox little by little, and takes back what waits there; each in one transaction."""

import json
from datetime import datetime
from typing import NamedTuple

from bot.core.broadcasts import Act, Broadcast
from bot.store import audiences
from bot.store.audiences import END
from bot.store.broadcast_rows import COLUMNS, broadcast
from bot.store.database import Transaction
from bot.store.times import seconds

NEVER = 9e15
"""When what may have arrived already is due while its broadcast is paused."""

_RESERVE = """
INSERT INTO delivery (chat_id, what, lane, due_at, born_at, expires_at)
SELECT id, ?1, ?2, max(?3, held_until), ?3, ?4 FROM chat
WHERE state = 'active' AND id IN (SELECT value FROM json_each(?5)) ORDER BY id
ON CONFLICT DO NOTHING
"""
_WAITING = "what = ? AND state = 'due'"
_FIRST_WAITING = """
SELECT count(*), min(chat_id), min((SELECT o.id FROM delivery o WHERE o.chat_id = d.chat_id AND o.what = ?2))
FROM delivery d WHERE d.what = ?1 AND d.state = 'due' AND d.uncertain = 0
"""
_DROP = f"UPDATE delivery SET state = 'dropped', reason = ?, settled_at = ?, lease_until = NULL WHERE {_WAITING}"
_HOLD = f"UPDATE delivery SET due_at = {NEVER} WHERE {_WAITING}"
_LET_GO = f"UPDATE delivery SET due_at = ? WHERE {_WAITING}"
UNWANTED = """
SELECT DISTINCT b.id, b.state FROM broadcast b JOIN delivery d ON d.what = 'broadcast:' || b.id
WHERE (b.state = 'paused' OR (b.state IN ('cancelled', 'done') AND b.ended_at > ?1))
AND d.state = 'due' AND d.due_at < 9e14
"""


class Fed(NamedTuple):
    """What a feeding came to."""

    reserved: int
    is_out: bool
    """Nobody is left to be reserved."""


async def read(transaction: Transaction, broadcast_id: int) -> tuple[Broadcast, int | None] | None:
    """Gives a broadcast with its cursor as they are within the transaction."""
    row = await transaction.row(f"SELECT {COLUMNS}, cursor FROM broadcast WHERE id = ?", (broadcast_id,))
    return (broadcast(row), row[21]) if row else None


async def feed(transaction: Transaction, broadcast_id: int, most: int, now: datetime) -> Fed | None:
    """Reserves the next chats and moves the cursor past them; None when the broadcast is not being sent."""
    found = await read(transaction, broadcast_id)
    if found is None or found[0].state != "sending":
        return None
    one, cursor = found
    if cursor == END or most < 1:
        return Fed(0, cursor == END)
    chunk = await audiences.chunk(transaction, one, cursor, most, now)
    expires = seconds(one.expires_at) if one.expires_at else None
    values = (one.what, one.lane, seconds(now), expires, json.dumps(chunk.chat_ids))
    reserved = await transaction.run(_RESERVE, values)
    await transaction.run(
        "UPDATE broadcast SET cursor = ?, fed = fed + ? WHERE id = ?", (chunk.cursor, reserved, broadcast_id)
    )
    return Fed(reserved, chunk.cursor == END)


async def follow(transaction: Transaction, broadcast_id: int, act: Act, now: datetime) -> None:
    """Does to the outbox what an act means for it."""
    what = f"broadcast:{broadcast_id}"
    match act:
        case Act.PAUSE:
            await take_back(transaction, broadcast_id)
        case Act.RESUME:
            await transaction.run(_LET_GO, (seconds(now), what))
        case Act.CANCEL:
            await transaction.run(_DROP, ("cancelled", seconds(now), what))
        case Act.FINISH:
            await transaction.run(_DROP, ("expired", seconds(now), what))
        case _:
            return


async def take_back(transaction: Transaction, broadcast_id: int) -> None:
    """Takes what waits out of the outbox, to be reserved again later; what may have arrived stays, and is not sent."""
    found = await read(transaction, broadcast_id)
    if found is None:
        return
    one, _ = found
    waiting = await transaction.row(_FIRST_WAITING, (one.what, f"broadcast:{one.of_id}"))
    count, first_chat, first_reached = waiting or (0, None, None)
    first = first_chat if one.of_id is None else first_reached
    if count and first is not None:
        await transaction.run(f"DELETE FROM delivery WHERE {_WAITING} AND uncertain = 0", (one.what,))
        await transaction.run(
            "UPDATE broadcast SET cursor = min(coalesce(cursor, ?1), ?1), fed = fed - ?2 WHERE id = ?3",
            (first - 1, count, broadcast_id),
        )
    await transaction.run(_HOLD, (one.what,))


async def sweep(transaction: Transaction, now: datetime, *, since: float) -> None:
    """Takes back what came to wait again after its broadcast was paused or had ended, such as a send put off."""
    for broadcast_id, state in await transaction.rows(UNWANTED, (since,)):
        if state == "paused":
            await take_back(transaction, broadcast_id)
        else:
            await follow(transaction, broadcast_id, Act.CANCEL if state == "cancelled" else Act.FINISH, now)


async def ground(transaction: Transaction) -> None:
    """Lets what was in flight when the bot was killed wait, as far as its broadcast does not run any more."""
    await transaction.run(
        "UPDATE delivery SET state = 'due', uncertain = 1, lease_until = NULL WHERE state = 'claimed' AND what IN"
        " (SELECT 'broadcast:' || id FROM broadcast WHERE state IN ('paused', 'cancelled', 'done'))"
    )
