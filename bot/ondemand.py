"""The newest articles, for whoever asks."""

from collections.abc import Sequence

from bot.model import StoredArticle
from bot.store import Store

MOST = 3
"""Whole messages given at once; more would bury the question."""


async def latest(
    store: Store, category_ids: Sequence[int], *, limit: int = MOST, before: int | None = None
) -> list[StoredArticle]:
    """Gives the newest stored articles of categories and all below them, oldest first, as a chat reads downwards.

    With `before` only those older than that article.
    """
    found = await store.articles.latest(category_ids, limit=limit, before=before)
    return found[::-1]


async def article(store: Store, article_id: int, *, chat_id: int) -> StoredArticle | None:
    """Gives an article the chat may read; whoever makes up a button's number reads no other's."""
    return await store.articles.readable(article_id, chat_id=chat_id)


async def missed(store: Store, chat_id: int, digest_id: int) -> list[StoredArticle]:
    """Lists the articles of one of the chat's own digests, the newest first; none of another chat's."""
    return await store.digests.articles(digest_id, chat_id=chat_id)
