"""Late news gathered: after an outage a chat gets one message that lists what it missed, not a flood."""

from datetime import datetime, timedelta

from bot.model import Lane, StoredArticle
from bot.store.articles import COLUMNS, stored
from bot.store.claimed import RETURNING
from bot.store.database import Database, Row, Transaction
from bot.store.times import seconds

LATE = timedelta(minutes=15)
"""News that waited so long is no flash any more, and is told together with the rest of its kind."""
FEW = 3
"""So many late articles come one by one all the same; not those born at 0, which are meant to be told together."""

_LATE = "chat_id = ? AND state = 'due' AND lane = ? AND uncertain = 0 AND born_at <= ? AND what LIKE 'article:%'"


async def gathered(transaction: Transaction, claimed: Row, *, now: datetime) -> Row:
    """Gives a claimed row as it is, or in its place one that tells all of its chat's late news together."""
    number, chat_id, what, lane, _, uncertain, born_at, _, lease_until, _ = claimed
    before = seconds(now - LATE)
    if lane != Lane.NEWS or uncertain or born_at > before or not what.startswith("article:"):
        return claimed
    counted = await transaction.row(f"SELECT count(*) FROM delivery WHERE {_LATE}", (chat_id, lane, before))
    if counted is None or counted[0] < (FEW if born_at else 1):
        return claimed
    made = await transaction.row(
        "INSERT INTO digest (chat_id, created_at) VALUES (?, ?) RETURNING id", (chat_id, seconds(now))
    )
    digest_id = made[0] if made else 0
    await transaction.run(
        "UPDATE delivery SET state = 'gathered', digest_id = ?, lease_until = NULL, settled_at = ?"
        f" WHERE id = ? OR ({_LATE})",
        (digest_id, seconds(now), number, chat_id, lane, before),
    )
    row = await transaction.row(
        "INSERT INTO delivery (chat_id, what, lane, state, due_at, born_at, expires_at, attempts, lease_until)"
        " SELECT ?, ?, ?, 'claimed', ?, max(born_at), max(expires_at), 1, ? FROM delivery WHERE digest_id = ?"
        f" RETURNING {RETURNING}",
        (chat_id, f"digest:{digest_id}", Lane.DIGEST, seconds(now), lease_until, digest_id),
    )
    return row or claimed


class Digests:
    """What each digest tells."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def articles(self, digest_id: int, *, chat_id: int) -> list[StoredArticle]:
        """Lists the articles of a chat's digest, the newest first; those that are gone meanwhile are left out."""
        rows = await self._database.rows(
            f"SELECT {COLUMNS} FROM article WHERE id IN ("
            " SELECT CAST(substr(what, 9) AS INTEGER) FROM delivery WHERE digest_id = ? AND chat_id = ?"
            ") ORDER BY shown_at DESC, id DESC",
            (digest_id, chat_id),
        )
        return [stored(row) for row in rows]
