"""Puts into the outbox what is to be told, within the transaction of whatever there is to tell."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.model import Lane
from bot.store.database import Transaction
from bot.store.times import seconds

_RESERVE = """
INSERT INTO delivery (chat_id, what, lane, due_at, born_at, expires_at)
SELECT id, ?1, ?2, max(?3, held_until), ?4, ?5 FROM chat
WHERE state = 'active' AND id IN (SELECT value FROM json_each(?6))
ON CONFLICT DO NOTHING
"""


class Reservation(NamedTuple):
    """What some chats are to be told, each once."""

    what: str
    lane: Lane
    chat_ids: Sequence[int]
    due: datetime
    born: datetime | None = None
    expires: datetime | None = None


async def reserve(transaction: Transaction, wish: Reservation) -> int:
    """Reserves something for those of the chats that are active; gives how many are new."""
    due, born = seconds(wish.due), seconds(wish.born or wish.due)
    expires = seconds(wish.expires) if wish.expires else None
    return await transaction.run(_RESERVE, (wish.what, wish.lane, due, born, expires, json.dumps(list(wish.chat_ids))))
