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
WHERE state = 'active' AND id IN (SELECT value FROM json_each(?6)) {unless}
ON CONFLICT DO NOTHING
"""
_ALWAYS = _RESERVE.format(unless="")
_UNLESS_TOLD = _RESERVE.format(
    unless="""AND NOT EXISTS (
    SELECT 1 FROM delivery d WHERE d.chat_id = chat.id AND d.what IN (SELECT value FROM json_each(?7))
        AND d.state IN ('due', 'claimed', 'sent', 'gathered')
)"""
)


class Reservation(NamedTuple):
    """What some chats are to be told, each once."""

    what: str
    lane: Lane
    chat_ids: Sequence[int]
    due: datetime
    born: datetime | None = None
    expires: datetime | None = None
    same: Sequence[str] = ()
    """What says the same: a chat that has or gets one of these needs no other."""


async def reserve(transaction: Transaction, wish: Reservation) -> int:
    """Reserves something for those of the chats that are active; gives how many are new."""
    due, born = seconds(wish.due), seconds(wish.born or wish.due)
    expires = seconds(wish.expires) if wish.expires else None
    values = (wish.what, wish.lane, due, born, expires, json.dumps(list(wish.chat_ids)))
    if not wish.same:
        return await transaction.run(_ALWAYS, values)
    return await transaction.run(_UNLESS_TOLD, (*values, json.dumps(list(wish.same))))
