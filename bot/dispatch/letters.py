"""What deliveries say; read and rendered once for the many chats that get the same within a few seconds."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.delivery import missed, render
from bot.delivery.parcel import Parcel, pack
from bot.markup import Message
from bot.model import Broadcast, Chat, Delivery, StoredArticle
from bot.store import Store

CACHE_SECONDS = 10.0
CACHE_SIZE = 256

Subject = StoredArticle | Broadcast | Sequence[StoredArticle]


@dataclass(frozen=True, slots=True)
class Tell:
    """A new message."""

    parcel: Parcel


Letter = Tell


class Letters:
    """Writes what each delivery brings."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._subjects: dict[str, Subject | None] = {}
        self._letters: dict[tuple[str, ...], Letter] = {}
        self._since = 0.0

    async def of(self, delivery: Delivery, now: datetime) -> Letter | None:
        """Gives what a delivery brings; None when what it is about is gone."""
        if delivery.kind == "digest":  # each is one chat's own
            articles = await self._store.digests.articles(delivery.subject_id, chat_id=delivery.chat_id)
            if not articles:
                return None
            return Tell(pack(missed.digest(delivery.subject_id, articles, delivery.chat, now=now)))
        subject = await self._subject(delivery)
        if subject is None:
            return None
        chat = delivery.chat
        key = (delivery.what, chat.language, chat.time_zone, chat.length)
        if key not in self._letters:
            self._letters[key] = Tell(pack(_rendered(subject, chat, now)))
        return self._letters[key]

    async def _subject(self, delivery: Delivery) -> StoredArticle | Broadcast | None:
        now = time.monotonic()
        if now - self._since > CACHE_SECONDS or len(self._subjects) > CACHE_SIZE:
            self._since = now
            self._subjects.clear()
            self._letters.clear()
        if delivery.what not in self._subjects:
            self._subjects[delivery.what] = await self._read(delivery)
        return self._subjects[delivery.what]  # type: ignore[return-value]

    async def _read(self, delivery: Delivery) -> StoredArticle | Broadcast | None:
        if delivery.kind == "article":
            return await self._store.articles.get(delivery.subject_id)
        return await self._store.broadcasts.get(delivery.subject_id)


def _rendered(subject: StoredArticle | Broadcast, chat: Chat, now: datetime) -> Message:
    if isinstance(subject, Broadcast):
        return render.headline(subject.text, language=chat.language)
    return render.news(subject, chat, now=now)
