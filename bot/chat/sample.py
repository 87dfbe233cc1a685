"""An invented article that shows people what a length of news means, in the look of a real message."""

from datetime import datetime

from bot.delivery import render
from bot.delivery.sentences import joined
from bot.markup import Text, Typed
from bot.model import Article, Chat, Digest, StoredArticle
from bot.texts import say


def sample(chat: Chat, *, now: datetime) -> Text:
    """Tells the article as this chat would get it."""
    short = tuple(say(chat.language, "sample-short").splitlines())
    more = say(chat.language, "sample-more").splitlines()
    article = Article(
        path="",
        title=say(chat.language, "sample-title"),
        paragraphs=(joined(short), joined(more)),
        category=(say(chat.language, "sample-place"),),
        published=now,
    )
    digest = Digest(short=short, longer=(*short, *more))
    stored = StoredArticle(
        id=0, source_id=0, category_id=0, article=article, digest=digest, content_hash="", collected_at=now
    )
    told = render.news(stored, chat, now=now).text
    return (told.text,) if isinstance(told, Typed) else told
