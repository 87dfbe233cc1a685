"""Announces what was kept: each article whatever becomes of the others, and later again what could not be announced."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.core.entries import MANY, SINGLY
from bot.core.source_state import Notice
from bot.errors import StoreError
from bot.model import StoredArticle
from bot.store import Store
from bot.store.feeds import StoredFeed
from bot.store.reserving import Reservation

MOST_TRIES = 8
"""So often news that breaks us is tried again in one run: after a minute, two, four, the last time after two hours."""
FIRST_WAIT = 60.0

OnArticle = Callable[[int, int, datetime], Awaitable[object]]
"""Announces an article (its id) that came at a moment to the readers of a category (its id).

It may be asked twice for the same."""
OnDigest = Callable[[Sequence[tuple[int, int]]], Awaitable[object]]
"""Announces articles (their ids and categories) together, in one message a reader."""
OnNotice = Callable[[StoredFeed, Notice, datetime], Awaitable[Sequence[Reservation]]]
"""Gives what is to be told of a feed at a moment."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who hears of what comes."""

    article: OnArticle
    digest: OnDigest
    notice: OnNotice


class Announcer:
    """Announces and notes what was announced; what breaks us stays untold, and is tried again by `recover`."""

    def __init__(self, store: Store, telling: Telling) -> None:
        self._store = store
        self._telling = telling
        self._put_off: dict[int, tuple[int, float]] = {}
        """How often an article broke us, and before when of the loop's time it is not tried again."""

    async def announce(
        self, singly: Sequence[tuple[int, int]], together: Sequence[tuple[int, int]], born: datetime
    ) -> None:
        """Announces articles (their ids and categories), some one by one and the rest as one list."""
        told = [one for one in singly if await self._one(one, born)]
        if together:
            told += await self._list(together)
        await self._noted([article_id for article_id, _ in told])

    async def recover(self, busy: Callable[[], Collection[int]] = tuple) -> None:
        """Announces what was kept and not announced, but for `busy` sources; a flood is a flood still."""
        after = 0
        while untold := await self._store.feeds.untold(after=after):
            after = untold[-1].entry_id
            by_source: defaultdict[int, set[int]] = defaultdict(set)
            for one in untold:
                by_source[one.source_id].add(one.article_id)
            for source_id in by_source.keys() - set(busy()):
                await self._again(sorted(filter(self._is_tried, by_source[source_id])))

    async def _again(self, article_ids: Sequence[int]) -> None:
        found = [await self._store.articles.get(article_id) for article_id in article_ids]
        stored = [one for one in found if one]
        cut = SINGLY if len(stored) > MANY else len(stored)
        told = [_news(one) for one in stored[:cut] if await self._one(_news(one), one.collected_at)]
        if stored[cut:]:
            told += await self._list(list(map(_news, stored[cut:])))
        gone = set(article_ids) - {one.id for one in stored}
        await self._noted([*(article_id for article_id, _ in told), *gone])

    async def _one(self, news: tuple[int, int], born: datetime) -> bool:
        return await self._try(lambda: self._telling.article(*news, born), [news])

    async def _list(self, news: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Gives what was announced: all of it, or where that breaks us each that does not."""
        if len(news) > 1 and await self._try(lambda: self._telling.digest(news), ()):
            return list(news)
        return [one for one in news if await self._try(partial(self._telling.digest, [one]), [one])]

    async def _try(self, deed: Callable[[], Awaitable[object]], news: Sequence[tuple[int, int]]) -> bool:
        """Tells whether it could be done; a store that fails is no fault of the news."""
        try:
            await deed()
        except StoreError:
            raise
        except Exception:  # one article that breaks us must not stop all the others
            log.exception("News could not be announced")
            for article_id, _ in news:
                tries = self._put_off.get(article_id, (0, 0.0))[0]
                self._put_off[article_id] = tries + 1, asyncio.get_running_loop().time() + FIRST_WAIT * 2**tries
            return False
        return True

    def _is_tried(self, article_id: int) -> bool:
        tries, until = self._put_off.get(article_id, (0, 0.0))
        return tries < MOST_TRIES and asyncio.get_running_loop().time() >= until

    async def _noted(self, article_ids: Collection[int]) -> None:
        for article_id in article_ids:
            self._put_off.pop(article_id, None)
        if article_ids:
            await self._store.feeds.mark_told(article_ids)


def _news(stored: StoredArticle) -> tuple[int, int]:
    return stored.id, stored.category_id
