"""Broadcasts: drafted, changed while they are drafts, and moved from state to state by one condition each."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.broadcasts import LIVE, TRANSITIONS, Act, Audience, Broadcast, Content, Kind
from bot.model import Lane
from bot.store import audiences, feeding
from bot.store.broadcast_rows import COLUMNS, audience_json, broadcast, content_json
from bot.store.database import Database, Row
from bot.store.feeding import Fed
from bot.store.times import seconds

_LIVE = ", ".join(f"'{state}'" for state in sorted(LIVE))
_SHOWN = """
CASE state WHEN 'draft' THEN content LIKE '%"versions"%' OR content LIKE '%"article_id"%'
WHEN 'cancelled' THEN began_at IS NOT NULL ELSE 1 END
"""
# Of two who recall the same at once one does.
_FIRST_RECALL = f"""
(kind <> 'recall' OR NOT EXISTS (
    SELECT 1 FROM broadcast other WHERE other.of_id = broadcast.of_id AND other.kind = 'recall'
    AND other.id <> broadcast.id AND other.state IN ({_LIVE})
))
"""
_NOTE = "INSERT INTO audit (at, person_id, action, subject) VALUES (?, ?, ?, ?)"
_ACT_COLUMNS = frozenset(
    {"start_at", "confirmed_at", "began_at", "ended_at", "expires_at", "total", "approved_by", "awaits"}
)
_UNPAID = Lane.BROADCAST, Lane.PAID
_DRAFT_COLUMNS = frozenset({"content", "audience", "lane", "spread", "start_at", "awaits"})
_FAILURES = """
SELECT d.id, d.chat_id, c.kind, c.language, d.state, d.reason, d.settled_at
FROM delivery d JOIN chat c ON c.id = d.chat_id
WHERE d.what = ? AND d.state IN ('failed', 'gone', 'dropped') AND d.id > ? ORDER BY d.id LIMIT ?
"""


class Broadcasts:
    """Broadcasts by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, kind: Kind, admin_id: int, content: Content, *, now: datetime, of: Broadcast | None = None
    ) -> Broadcast:
        """Keeps a draft; gives it."""
        is_urgent = content.labelled or (of is not None and of.lane is Lane.BREAKING)
        lane = Lane.BREAKING if is_urgent else Lane.BROADCAST
        values = (kind, of and of.id, admin_id, content_json(content), lane, seconds(now))
        async with self._database.write() as transaction:
            row = await transaction.row(
                "INSERT INTO broadcast (kind, of_id, admin_id, state, content, audience, lane, created_at)"
                f" VALUES (?, ?, ?, 'draft', ?, '{{}}', ?, ?) RETURNING {COLUMNS}",
                values,
            )
            if row is None:
                raise LookupError("broadcast")
            await transaction.run(_NOTE, (seconds(now), admin_id, "broadcast drafted", str(row[0])))
        return broadcast(row)

    async def get(self, broadcast_id: int) -> Broadcast | None:
        return _first(await self._rows("id = ?", (broadcast_id,)))

    async def empty_draft(self, admin_id: int) -> Broadcast | None:
        """Gives a draft of an admin's own into which nothing was written yet."""
        drafts = await self._rows("state = 'draft' AND kind = 'send' AND admin_id = ? ORDER BY id DESC", (admin_id,))
        return next((draft for draft in drafts if draft.content.is_empty), None)

    async def awaiting(self, admin_id: int) -> Broadcast | None:
        """Gives the draft an admin's next message is meant for."""
        where = "state = 'draft' AND awaits <> '' AND admin_id = ? ORDER BY id DESC LIMIT 1"
        return _first(await self._rows(where, (admin_id,)))

    async def live(self) -> list[Broadcast]:
        """Lists those that go on by themselves or wait for a second admin."""
        return await self._rows(f"state IN ({_LIVE}) ORDER BY id")

    async def latest(self, *, skip: int = 0, limit: int) -> list[Broadcast]:
        """Lists them, the newest first; what was thrown away or has nothing in it yet is left out."""
        return await self._rows(f"{_SHOWN} ORDER BY id DESC LIMIT ? OFFSET ?", (limit, skip))

    async def count_all(self) -> int:
        """Counts what `latest` lists."""
        row = await self._database.row(f"SELECT count(*) FROM broadcast WHERE {_SHOWN}")
        return int(row[0]) if row else 0

    async def of(self, broadcast_id: int) -> list[Broadcast]:
        """Lists the corrections and recalls of a broadcast, the newest first."""
        return await self._rows("of_id = ? ORDER BY id DESC", (broadcast_id,))

    async def change(
        self,
        draft: Broadcast,
        *,
        content: Content | None = None,
        audience: Audience | None = None,
        **columns: float | str | None,
    ) -> Broadcast | None:
        """Changes a draft; gives it as it is then, None when it is no draft any more."""
        given: dict[str, object] = {name: value for name, value in columns.items() if name in _DRAFT_COLUMNS}
        given |= {"content": content_json(content)} if content else {}
        given |= {"audience": audience_json(audience)} if audience else {}
        sets = ", ".join(f"{name} = ?" for name in given)
        sql = f"UPDATE broadcast SET {sets} WHERE id = ? AND state = 'draft' RETURNING {COLUMNS}"
        async with self._database.write() as transaction:
            if given.get("awaits"):  # an admin's next message is meant for one draft only
                await transaction.run("UPDATE broadcast SET awaits = '' WHERE admin_id = ?", (draft.admin_id,))
            return _first([broadcast(row) for row in await transaction.rows(sql, (*given.values(), draft.id))])

    async def act(
        self, broadcast_id: int, act: Act, *, by: int | None, now: datetime, **columns: float | None
    ) -> Broadcast | None:
        """Moves a broadcast to its next state with all that follows, and notes who did it.

        Gives it as it is then; None when it was in no state for that, so of two at once one succeeds.
        """
        befores = ", ".join(f"'{state}'" for state in TRANSITIONS[act])
        target = next(iter(TRANSITIONS[act].values()))
        given = {name: value for name, value in columns.items() if name in _ACT_COLUMNS}
        sets = ", ".join(["state = ?", "awaits = ''", *(f"{name} = ?" for name in given)])
        sql = f"UPDATE broadcast SET {sets} WHERE id = ? AND state IN ({befores})"
        sql += f" AND {_FIRST_RECALL}" if act is Act.CONFIRM else ""
        async with self._database.write() as transaction:
            if not await transaction.run(sql, (target, *given.values(), broadcast_id)):
                return None
            await feeding.follow(transaction, broadcast_id, act, now)
            if by is not None:
                await transaction.run(_NOTE, (seconds(now), by, f"broadcast {act}", str(broadcast_id)))
            found = await feeding.read(transaction, broadcast_id)
        return found[0] if found else None

    async def feed(self, broadcast_id: int, most: int, *, now: datetime) -> Fed | None:
        """Reserves the next `most` chats and notes how far it came, both or neither."""
        async with self._database.write() as transaction:
            return await feeding.feed(transaction, broadcast_id, most, now)

    async def waiting(self, broadcast_id: int, *, until: datetime) -> tuple[int, int]:
        """Counts what has not ended yet, and of it what may go out by then: a chat that must rest keeps nobody."""
        row = await self._database.row(
            "SELECT count(*), total(state = 'due' AND due_at <= ?2) FROM delivery"
            " WHERE what = ?1 AND state IN ('due', 'claimed')",
            (f"broadcast:{broadcast_id}", seconds(until)),
        )
        return (row[0], int(row[1])) if row else (0, 0)

    async def sweep(self, *, now: datetime) -> None:
        """Takes out of the outbox what no broadcast that runs wants sent."""
        since = seconds(now - timedelta(hours=1))
        if not await self._database.rows(feeding.UNWANTED, (since,)):
            return
        async with self._database.write() as transaction:
            await feeding.sweep(transaction, now, since=since)

    async def recover(self, *, now: datetime, may_pay: bool = True) -> None:
        """Sees to it, after a kill, that nothing is sent whose broadcast was paused or ended before.

        Where nothing may be paid for any more, what was to be paid for goes with the rest.
        """
        async with self._database.write() as transaction:
            await feeding.ground(transaction)
            await feeding.sweep(transaction, now, since=0)
            if may_pay:
                return
            if await transaction.run("UPDATE broadcast SET lane = ? WHERE lane = ? AND ended_at IS NULL", _UNPAID):
                waits = "lane = ? AND state IN ('due', 'claimed')"  # a look at all of them, so only where it is needed
                await transaction.run(f"UPDATE delivery SET lane = ? WHERE {waits}", _UNPAID)

    async def count(self, audience: Audience, *, now: datetime) -> dict[str, int]:
        """Counts the active chats of an audience by kind."""
        return await audiences.count(self._database, audience, now)

    async def count_reached(self, of_id: int, kind: Kind, *, now: datetime) -> dict[str, int]:
        """Counts the chats where a broadcast can be corrected or recalled."""
        return await audiences.count_reached(self._database, of_id, kind, now)

    async def keep_card(self, broadcast_id: int, chat_id: int, message_id: int) -> tuple[int, int] | None:
        """Notes which message shows how a broadcast stands; gives the one that did before."""
        async with self._database.write() as transaction:
            before = await transaction.row(
                "SELECT card_chat_id, card_message_id FROM broadcast WHERE id = ?", (broadcast_id,)
            )
            await transaction.run(
                "UPDATE broadcast SET card_chat_id = ?, card_message_id = ? WHERE id = ?",
                (chat_id, message_id, broadcast_id),
            )
        return (before[0], before[1]) if before and before[1] else None

    async def failures(self, broadcast_id: int, *, after: int = 0, limit: int) -> list[Row]:
        """Lists (delivery id, chat id, kind, language, state, reason, seconds) of whom it did not reach."""
        return await self._database.rows(_FAILURES, (f"broadcast:{broadcast_id}", after, limit))

    async def _rows(self, where: str, values: Sequence[object] = ()) -> list[Broadcast]:
        rows = await self._database.rows(f"SELECT {COLUMNS} FROM broadcast WHERE {where}", values)
        return [broadcast(row) for row in rows]


def _first(found: Sequence[Broadcast]) -> Broadcast | None:
    return found[0] if found else None
