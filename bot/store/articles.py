"""Articles with their summaries."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bot.core.addresses import canonical
from bot.model import Article, Digest, StoredArticle
from bot.store.categories import HIDDEN
from bot.store.database import Database, Row
from bot.store.times import moment, seconds

COLUMNS = "id, source_id, category_id, content_hash, published, collected_at, content, digest"
COPIES = 8
"""So many copies of a story are looked past at most: to compare all articles would take seconds."""

REMEMBERED = timedelta(days=7)
"""A story that another source brought within so long is the same, and reaches nobody again."""
SAME = f"""
    other.content_hash = one.content_hash AND other.source_id <> one.source_id AND one.content ->> 'link' <> ''
    AND other.content ->> 'link' <> '' AND other.collected_at >= one.collected_at - {REMEMBERED.total_seconds():.0f}
"""
"""That an `other` article may be the story of `one`; it is where their links are canonically the same."""

_READABLE = f"""
SELECT {COLUMNS} FROM article WHERE id = ?1 AND (
    EXISTS (
        SELECT 1 FROM category c WHERE c.id = article.category_id AND (
            (c.owner IS NULL AND substr(c.name, 1, 1) <> ?3) OR c.owner = ?2
            OR EXISTS (SELECT 1 FROM subscription s WHERE s.chat_id = ?2 AND s.category_id = c.id)
        )
    )
    OR EXISTS (SELECT 1 FROM pasted p WHERE p.article_id = ?1 AND p.chat_id = ?2)
    OR EXISTS (SELECT 1 FROM delivery d WHERE d.chat_id = ?2 AND d.what = 'article:' || ?1)
)
"""

_NEWEST_COPY = """
NOT EXISTS (
    SELECT 1 FROM article copy WHERE copy.content_hash = article.content_hash AND copy.source_id <> article.source_id
        AND (copy.shown_at, copy.id) > (article.shown_at, article.id)
        AND copy.content ->> 'link' = article.content ->> 'link' AND copy.category_id IN (SELECT id FROM down)
)
"""


class Articles:
    """Articles by id, by content and by category."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, article: Article, digest: Digest, *, source_id: int, category_id: int, content_hash: str, now: datetime
    ) -> int:
        """Keeps a new article; gives its id."""
        async with self._database.write() as transaction:
            row = await transaction.row(
                "INSERT INTO article"
                " (source_id, category_id, content_hash, published, collected_at, shown_at, content, digest)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                (
                    source_id,
                    category_id,
                    content_hash,
                    _published(article),
                    seconds(now),
                    min(_published(article) or seconds(now), seconds(now)),
                    _content(article),
                    _json(digest),
                ),
            )
        if row is None:
            raise LookupError(article.path)
        return int(row[0])

    async def replace(self, article_id: int, article: Article, digest: Digest, *, content_hash: str) -> None:
        """Writes a newer reading of an article over the old one; its category and time of collecting stay."""
        async with self._database.write() as transaction:
            await transaction.run(
                "UPDATE article SET content_hash = ?, published = ?, content = ?, digest = ? WHERE id = ?",
                (content_hash, _published(article), _content(article), _json(digest), article_id),
            )

    async def get(self, article_id: int) -> StoredArticle | None:
        sql = f"SELECT {COLUMNS} FROM article WHERE id = ?"
        row = await self._database.row(sql, (article_id,))
        return stored(row) if row else None

    async def readable(self, article_id: int, *, chat_id: int) -> StoredArticle | None:
        """Gives an article a chat may read: everybody's, of its own feeds, pasted by it, or sent to it."""
        row = await self._database.row(_READABLE, (article_id, chat_id, HIDDEN))
        return stored(row) if row else None

    async def note_pasted(self, article_id: int, *, chat_id: int) -> None:
        """Lets a chat read an article whose link it pasted."""
        async with self._database.write() as transaction:
            await transaction.run("INSERT INTO pasted VALUES (?, ?) ON CONFLICT DO NOTHING", (article_id, chat_id))

    async def with_content(self, source_id: int, content_hash: str) -> int | None:
        """Gives the id of the source's article with this very content."""
        row = await self._database.row(
            "SELECT id FROM article WHERE source_id = ? AND content_hash = ? ORDER BY id LIMIT 1",
            (source_id, content_hash),
        )
        return int(row[0]) if row else None

    async def same_elsewhere(self, article_id: int) -> list[int]:
        """Lists what other sources brought that says the very same, published at the same address."""
        rows = await self._database.rows(
            "SELECT other.id, one.content ->> 'link', other.content ->> 'link' FROM article one JOIN article other"
            f" ON {SAME} WHERE one.id = ? ORDER BY other.id",
            (article_id,),
        )
        return [other for other, link, its in rows if canonical(link) == canonical(its)]

    async def with_link(self, link: str) -> StoredArticle | None:
        """Gives the newest article that was published at an address."""
        row = await self._database.row(
            f"SELECT {COLUMNS} FROM article WHERE content ->> 'link' = ? ORDER BY id DESC LIMIT 1", (link,)
        )
        return stored(row) if row else None

    async def latest(
        self, category_ids: Sequence[int], *, limit: int, before: int | None = None
    ) -> list[StoredArticle]:
        """Lists the newest articles of categories and all below them but what is somebody's own, newest first.

        With `before` it goes on behind that article. A story that several sources brought is listed where it is newest.
        """
        marks = ", ".join("?" * len(category_ids))
        behind = " AND (shown_at, id) < (SELECT shown_at, id FROM article WHERE id = ?)" if before is not None else ""
        rows = await self._database.rows(
            f"WITH RECURSIVE down (id) AS (SELECT id FROM category WHERE id IN ({marks})"
            " UNION SELECT c.id FROM category c JOIN down ON c.parent_id = down.id WHERE c.owner IS NULL)"
            f" SELECT {COLUMNS} FROM article WHERE id IN ("
            f" SELECT id FROM article WHERE category_id IN (SELECT id FROM down){behind}"
            " ORDER BY shown_at DESC, id DESC LIMIT ?)"
            f" AND {_NEWEST_COPY} ORDER BY shown_at DESC, id DESC LIMIT ?",
            (*category_ids, *([] if before is None else [before]), limit * COPIES, limit),
        )
        return [stored(row) for row in rows]

    async def keep_newest(self, source_id: int, most: int) -> int:
        """Forgets a source's articles but the newest; gives how many. For sources nothing else refers to."""
        sql = "SELECT id FROM article WHERE source_id = ? ORDER BY id DESC LIMIT -1 OFFSET ?"
        async with self._database.write() as transaction:
            return await transaction.run(f"DELETE FROM article WHERE id IN ({sql})", (source_id, most))

    async def count(self) -> int:
        row = await self._database.row("SELECT count(*) FROM article")
        return int(row[0]) if row else 0


def _published(article: Article) -> float | None:
    return seconds(article.published) if article.published else None


def _content(article: Article) -> str:
    kept = asdict(article)
    del kept["published"]
    return json.dumps(kept, ensure_ascii=False)


def _json(digest: Digest) -> str:
    return json.dumps(asdict(digest), ensure_ascii=False)


def stored(row: Row) -> StoredArticle:
    """Gives the article of a row of `COLUMNS`."""
    content: dict[str, Any] = json.loads(row[6])
    digest: dict[str, Any] = json.loads(row[7])
    content |= {name: tuple(content[name]) for name in ("paragraphs", "categories", "category", "stocks")}
    digest |= {name: tuple(digest[name]) for name in ("short", "longer", "keywords")}
    published = moment(row[4]) if row[4] is not None else None
    return StoredArticle(
        id=row[0],
        source_id=row[1],
        category_id=row[2],
        article=Article(**content, published=published),
        digest=Digest(**digest),
        content_hash=row[3],
        collected_at=moment(row[5]),
    )
