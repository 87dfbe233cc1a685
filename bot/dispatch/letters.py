"""What deliveries say; read and rendered once for the many chats that get the same within a few seconds."""

import time
from dataclasses import dataclass
from datetime import datetime

from bot.core.broadcasts import Broadcast, Kind, State
from bot.core.source_state import Notice
from bot.delivery import missed, render
from bot.delivery.announcing import announcement
from bot.delivery.emphasis import message
from bot.delivery.noticing import notice
from bot.delivery.parcel import Correction, Parcel, pack, pack_correction
from bot.model import Delivery, Lane, StoredArticle
from bot.store import Store
from bot.store.feeds import StoredFeed

CACHE_SECONDS = 10.0
CACHE_SIZE = 256


@dataclass(frozen=True, slots=True)
class Tell:
    """A new message."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Another text for the message that told a chat of something."""

    correction: Correction
    of: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The end of the message that told a chat of something."""

    of: str


Letter = Tell | Rewrite | Withdraw


@dataclass(frozen=True, slots=True)
class Announced:
    """A broadcast, with the article it sends if it sends one."""

    broadcast: Broadcast
    article: StoredArticle | None


Subject = StoredArticle | Announced | StoredFeed


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
        if delivery.kind == "shut":
            _, _, title = delivery.what.split(":", maxsplit=2)
            return Tell(pack(message(delivery.chat.language, "shut-told", name=title)))
        subject = await self._subject(delivery)
        if subject is None:
            return None
        chat = delivery.chat
        key = (delivery.what, chat.kind, chat.language, chat.time_zone, chat.length)
        if key not in self._letters:
            self._letters[key] = _written(subject, delivery, now)
        return self._letters[key]

    async def _subject(self, delivery: Delivery) -> Subject | None:
        now = time.monotonic()
        if now - self._since > CACHE_SECONDS or len(self._subjects) > CACHE_SIZE:
            self._since = now
            self._subjects.clear()
            self._letters.clear()
        if delivery.what not in self._subjects:
            self._subjects[delivery.what] = await self._read(delivery)
        return self._subjects[delivery.what]

    async def _read(self, delivery: Delivery) -> Subject | None:
        if delivery.kind == "article":
            return await self._store.articles.get(delivery.subject_id)
        if delivery.kind == "notice":
            return await self._noticed(delivery)
        broadcast = await self._store.broadcasts.get(delivery.subject_id)
        if broadcast is None or broadcast.state is State.CANCELLED:
            return None
        article_id = broadcast.content.article_id
        if article_id is None:
            return Announced(broadcast, None)
        article = await self._store.articles.get(article_id)
        return Announced(broadcast, article) if article else None

    async def _noticed(self, delivery: Delivery) -> StoredFeed | None:
        """Gives the feed a notice is about, unless it is no longer true of it."""
        feed = await self._store.feeds.get(delivery.subject_id)
        told = Notice(delivery.detail.removesuffix("-readers"))
        is_over = told.is_trouble and (feed is None or told not in feed.state.told)
        return None if is_over else feed


def _written(subject: Subject, delivery: Delivery, now: datetime) -> Letter:
    chat = delivery.chat
    if isinstance(subject, StoredArticle):
        return Tell(pack(render.news(subject, chat, now=now)))
    if isinstance(subject, StoredFeed):
        key = f"notice-{delivery.detail}"
        return Tell(pack(notice(chat.language, key, title=subject.title, place=subject.place, state=subject.state)))
    broadcast = subject.broadcast
    of = f"broadcast:{broadcast.of_id}"
    if broadcast.kind is Kind.RECALL:
        return Withdraw(of)
    announced = announcement(broadcast.content, chat, article=subject.article, now=now)
    if broadcast.kind is Kind.CORRECTION:
        return Rewrite(pack_correction(announced), of)
    return Tell(pack(announced, paid=delivery.lane is Lane.PAID))
