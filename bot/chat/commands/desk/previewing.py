"""Makes the messages readers will see, one for each version."""

from dataclasses import replace
from datetime import datetime

from bot.core.broadcasts import Broadcast
from bot.delivery.announcing import announcement
from bot.markup import Message
from bot.model import Chat
from bot.store import Store


async def previews(store: Store, one: Broadcast, chat: Chat, *, now: datetime) -> tuple[Message, ...]:
    """Gives the messages of all versions, the common one first; none when there is nothing to see."""
    content = one.content
    if content.is_empty:
        return ()
    article = await store.articles.get(content.article_id) if content.article_id is not None else None
    names = sorted(content.versions, key=bool) if article is None else [""]
    return tuple(
        announcement(content, replace(chat, language=name or _other(chat.language, names)), article=article, now=now)
        for name in names
    )


def _other(language: str, names: list[str]) -> str:
    """Gives a language without a version of its own, so that the common one is shown: the chat's, if it has none."""
    return language if language not in names else ""
