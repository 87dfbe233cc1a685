"""What waits for a chat from a category it ended: dropped, unless another of its categories brought the same story."""

from bot.core.addresses import canonical
from bot.store.articles import SAME
from bot.store.database import Transaction

_WANTED = """
WITH RECURSIVE wanted (id) AS (
    SELECT category_id FROM subscription WHERE chat_id = ?1
    UNION SELECT c.id FROM category c JOIN wanted ON c.parent_id = wanted.id WHERE c.owner IS NULL
)
"""
_UNWANTED = """
chat_id = ?1 AND state = 'due' AND what LIKE 'article:%' AND (
    SELECT category_id FROM article WHERE id = CAST(substr(what, 9) AS INTEGER)
) NOT IN (SELECT id FROM wanted)
"""
_ELSEWHERE = f"""
{_WANTED} SELECT d.id, other.id, one.content ->> 'link', other.content ->> 'link'
FROM (SELECT id, CAST(substr(what, 9) AS INTEGER) AS article_id FROM delivery WHERE {_UNWANTED}) d
JOIN article one ON one.id = d.article_id JOIN article other ON {SAME}
WHERE other.category_id IN (SELECT id FROM wanted) ORDER BY d.id, other.id
"""
# Where the chat has been told the other already, or has turned it down, it stays as it is and is dropped.
_HAND_OVER = "UPDATE OR IGNORE delivery SET what = 'article:' || ? WHERE id = ?"
_DROP = f"{_WANTED} UPDATE delivery SET state = 'dropped', reason = 'unsubscribed' WHERE {_UNWANTED}"


async def drop(transaction: Transaction, chat_id: int) -> int:
    """Drops the waiting articles that no subscription brings; a story that another still brings waits as that one's."""
    found = await transaction.rows(_ELSEWHERE, (chat_id,))
    same = {number: other for number, other, link, its in reversed(found) if canonical(link) == canonical(its)}
    await transaction.run_many(_HAND_OVER, [(other, number) for number, other in same.items()])
    return await transaction.run(_DROP, (chat_id,))
