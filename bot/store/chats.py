"""The chats the bot may write to."""

from datetime import datetime

from bot.model import Chat, ChatKind, ChatState
from bot.store.changes import Changes
from bot.store.database import Database, Row
from bot.store.times import moment, seconds
from summaries import Length

_COLUMNS = "id, kind, language, time_zone, length, state, muted_at"

# ?1 is the new id, ?2 the old. A supergroup met before keeps its own doings; its settings come from the group.
# A supergroup counts its messages anew: the group's old numbers are those of other people's messages there.
_MOVE = (
    """INSERT INTO chat (id, kind, language, time_zone, length, state, created_at, seen_at, state_at)
    SELECT ?1, 'supergroup', language, time_zone, length, iif(state = 'paused', 'paused', 'active'),
        created_at, seen_at, state_at
    FROM chat WHERE id = ?2
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, language = excluded.language,
        time_zone = excluded.time_zone, length = excluded.length,
        state = iif(chat.state = 'paused', 'paused', excluded.state)""",
    "UPDATE OR IGNORE subscription SET chat_id = ?1 WHERE chat_id = ?2",
    "UPDATE OR IGNORE delivery SET chat_id = ?1, message_id = NULL WHERE chat_id = ?2",
    "UPDATE digest SET chat_id = ?1 WHERE chat_id = ?2",
    "UPDATE OR IGNORE wish SET chat_id = ?1 WHERE chat_id = ?2",
    "UPDATE OR IGNORE pasted SET chat_id = ?1 WHERE chat_id = ?2",
    "UPDATE category SET owner = ?1 WHERE owner = ?2",
    "UPDATE feed SET owner = ?1 WHERE owner = ?2",
    "DELETE FROM chat WHERE id = ?2",
)


class Chats:
    """Chats by Telegram's id."""

    def __init__(self, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes

    async def get(self, chat_id: int) -> Chat | None:
        sql = f"SELECT {_COLUMNS} FROM chat WHERE id = ?"
        row = await self._database.row(sql, (chat_id,))
        return _chat(row) if row else None

    async def add(self, chat: Chat, *, now: datetime) -> None:
        """Keeps a chat met for the first time; a known one stays as it is."""
        async with self._database.write() as transaction:
            await transaction.run(
                "INSERT INTO chat (id, kind, language, time_zone, length, state, created_at, seen_at, state_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?7, ?7, ?7) ON CONFLICT DO NOTHING",
                (chat.id, chat.kind, chat.language, chat.time_zone, chat.length, chat.state, seconds(now)),
            )
        self._changes.note([chat.id])

    async def note_seen(self, chat_id: int, *, now: datetime) -> None:
        """Notes that somebody spoke or pressed in a chat; to the hour, so that a talk costs one write."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE chat SET seen_at = ?1 WHERE id = ?2 AND seen_at < ?1 - 3600", (seconds(now), chat_id)
            )

    async def set_language(self, chat_id: int, language: str) -> None:
        async with self._database.write() as transaction:
            await transaction.run("UPDATE chat SET language = ? WHERE id = ?", (language, chat_id))

    async def set_length(self, chat_id: int, length: Length) -> None:
        async with self._database.write() as transaction:
            await transaction.run("UPDATE chat SET length = ? WHERE id = ?", (length, chat_id))

    async def set_state(self, chat_id: int, state: ChatState, *, now: datetime) -> None:
        """Notes that a chat came, left or is gone; what was due to a chat that left is dropped.

        A pause outlasts a chat's going: whoever comes back has asked for nothing yet.
        """
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE chat SET state_at = ?2, state = ?1, muted_at = NULL,"
                " held_until = iif(muted_at IS NULL, held_until, 0) WHERE id = ?3 AND state <> ?1"
                " AND NOT (state = 'paused' AND ?1 IN ('blocked', 'gone'))",
                (state, seconds(now), chat_id),
            )
            if state is not ChatState.ACTIVE:
                await transaction.run(
                    "UPDATE delivery SET state = 'dropped', reason = ?, settled_at = ?"
                    " WHERE chat_id = ? AND state = 'due'",
                    (state, seconds(now), chat_id),
                )
        self._changes.note([chat_id])

    async def mute(self, chat_id: int, *, now: datetime) -> None:
        """Notes that a chat lets the bot write nothing; since when, if it did not before."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE chat SET muted_at = coalesce(muted_at, ?) WHERE id = ?", (seconds(now), chat_id)
            )

    async def unmute(self, chat_id: int, *, now: datetime) -> None:
        """Lets out what was held for a muted chat: it takes messages again, or that is worth a try."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE delivery SET due_at = min(due_at, ?1) WHERE chat_id = ?2 AND state = 'due'"
                " AND due_at <= (SELECT held_until FROM chat WHERE id = ?2 AND muted_at IS NOT NULL)",
                (seconds(now), chat_id),
            )
            await transaction.run(
                "UPDATE chat SET muted_at = NULL, held_until = 0 WHERE id = ? AND muted_at IS NOT NULL", (chat_id,)
            )

    async def move(self, old_id: int, new_id: int) -> None:
        """Follows a group that became a supergroup: all that belongs to either is the supergroup's."""
        if old_id == new_id:
            return
        async with self._database.write() as transaction:
            for statement in _MOVE:
                await transaction.run(statement, (new_id, old_id))
        self._changes.note([old_id, new_id])

    async def count(self) -> dict[str, int]:
        """Counts the chats by state."""
        rows = await self._database.rows("SELECT state, count(*) FROM chat GROUP BY state")
        return {str(row[0]): int(row[1]) for row in rows}


def _chat(row: Row) -> Chat:
    return Chat(
        id=row[0],
        kind=ChatKind(row[1]),
        language=row[2],
        time_zone=row[3],
        length=Length(row[4]),
        state=ChatState(row[5]),
        muted_since=None if row[6] is None else moment(row[6]),
    )
