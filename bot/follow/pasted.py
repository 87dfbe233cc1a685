"""Articles behind pasted links, kept so that their buttons work, and belonging to nobody's subscriptions."""

from datetime import datetime

from bot.core.novelty import content_hash
from bot.model import StoredArticle
from bot.sources.reader import Reading
from bot.store import Store
from bot.store.categories import HIDDEN

KIND, PLACE = "page", "links"
CATEGORY = (f"{HIDDEN}links",)
MOST = 5_000
"""So many are kept, the newest; the buttons of older ones say that the article is gone."""


async def keep(store: Store, reading: Reading, *, chat_id: int, now: datetime) -> StoredArticle:
    """Stores an article once, however often its link is pasted, and lets nobody but the chat read it."""
    source_id, _ = await store.sources.register(KIND, PLACE)
    # The same words at another address are another article: nobody is led to the address somebody else pasted.
    said = content_hash(reading.content_hash, [reading.article.link or ""])
    article_id = await store.articles.with_content(source_id, said)
    if article_id is None:
        categories = await store.categories.ensure([CATEGORY])
        article_id = await store.articles.add(
            reading.article,
            reading.digest,
            source_id=source_id,
            category_id=categories[CATEGORY],
            content_hash=said,
            now=now,
        )
        await store.articles.keep_newest(source_id, MOST)
    await store.articles.note_pasted(article_id, chat_id=chat_id)
    stored = await store.articles.get(article_id)
    if stored is None:
        raise LookupError(article_id)
    return stored
