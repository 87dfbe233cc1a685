"""A claimed row of the outbox, with the chat it is for."""

import json

from bot.model import Chat, ChatKind, ChatState, Delivery, Lane
from bot.store.database import Row
from bot.store.times import moment
from summaries import Length

RETURNING = """id, chat_id, what, lane, attempts, uncertain, born_at, expires_at, lease_until, (
    SELECT json_array(kind, language, time_zone, length, state, muted_at) FROM chat WHERE chat.id = delivery.chat_id
)"""


def delivery(row: Row) -> Delivery:
    kind, language, time_zone, length, state, muted_at = json.loads(row[9])
    chat = Chat(
        id=row[1],
        kind=ChatKind(kind),
        language=language,
        time_zone=time_zone,
        length=Length(length),
        state=ChatState(state),
        muted_since=None if muted_at is None else moment(muted_at),
    )
    return Delivery(
        id=row[0],
        chat_id=row[1],
        what=row[2],
        lane=Lane(row[3]),
        chat=chat,
        attempts=row[4] - 1,
        uncertain=bool(row[5]),
    )
