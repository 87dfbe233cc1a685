"""Asks one feed and carries what it lists into the store: articles, what is announced, and how it is."""

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b

from bot.core import polling
from bot.core.addresses import door
from bot.core.digest import digest_of
from bot.core.entries import Intake, Memory, Sighting, intake, sightings
from bot.core.entry_keys import Listed
from bot.core.next_check import open_at
from bot.core.novelty import content_hash
from bot.core.rsshub import route_of
from bot.core.sorting import Rule, sorted_in
from bot.core.source_state import Answer, Outcome, SourceState
from bot.core.teaser import is_teaser
from bot.errors import FeedError, StoreError
from bot.model import Article, Digest
from bot.sources import answers
from bot.sources.documents import feed_of, page_of
from bot.sources.entry import completed, leads_on, listed, read_entry
from bot.sources.feeds.values import Entry, Feed
from bot.sources.fetching import Failed, Fetched, Kind, Request
from bot.sources.http import Web
from bot.sources.places import Place, read_place
from bot.store import Store
from bot.store.feeds import StoredFeed
from bot.store.reserving import Reservation
from bot.telling import Announcer, Telling
from bot.threads import beside

FEEDS = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGES = "text/html, application/xhtml+xml, */*;q=0.5"
MOST_PAGES = 10
"""Pages fetched for the teasers of one document; more at once would be no courtesy."""
PAGE_SECONDS = 20.0
READ_AT_ONCE = 2
"""Documents and entries read at once, however many are fetched: each thread more keeps the loop waiting longer."""
RECENT = timedelta(days=7)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Pages:
    """Counts the pages that may still be fetched for a document."""

    left: int = MOST_PAGES

    def take(self) -> bool:
        self.left -= 1
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class _Read:
    """A document and what of it is news."""

    feed: Feed
    taken: Intake
    listed: Sequence[Listed]
    pages: _Pages = field(default_factory=_Pages)


class Poller:
    """Asks feeds, one at a call; whatever a feed does ends in its state, never in an exception."""

    def __init__(
        self,
        store: Store,
        web: Web,
        telling: Telling,
        *,
        rules: Sequence[Rule] = (),
        is_own: Callable[[str], bool] = lambda _url: False,
    ) -> None:
        self._store = store
        self._is_own = is_own
        self._web = web
        self._telling = telling
        self._reading = asyncio.Semaphore(READ_AT_ONCE)
        self._announcer = Announcer(store, telling)
        self._rules = rules

    async def recover(self, busy: Callable[[], Collection[int]] = tuple) -> None:
        """Announces what was kept and not yet announced, but for sources that are being asked."""
        await self._announcer.recover(busy)

    async def poll(self, feed: StoredFeed, *, now: datetime, every: timedelta | None = None) -> SourceState:
        """Asks a feed if it may be asked now, and does all that follows; gives its state from then on."""
        later = open_at(feed.state.wishes, now, source_id=feed.source_id)
        if later > now:
            return await self._saved(feed, replace(feed.state, next_check_at=later))
        fetched = await self._web.fetch(self._request(feed))
        if isinstance(fetched, Failed) and fetched.kind is Kind.RESTING:  # it was not even asked
            wait = fetched.retry_after or timedelta(minutes=15)
            return await self._saved(feed, replace(feed.state, next_check_at=now + wait))
        answer, read = await self._understood(feed, answers.answer_of(fetched), fetched)
        if read:
            answer = await self._take(feed, answer, read, now)
        state = polling.next_state(feed.state, answer, source_id=feed.source_id, now=now, every=every)
        if state.problem and state.problem is not feed.state.problem:
            _log_trouble(feed, state.problem)
        title = read.feed.plain_title if read and not feed.title else None
        await self._store.feeds.save(feed.source_id, state, title=title, told=await self._noticed(feed, state, now))
        return state

    async def _noticed(self, feed: StoredFeed, state: SourceState, now: datetime) -> list[Reservation]:
        """Gives what people are to be told about a step; the step is kept even where that breaks us."""
        told: list[Reservation] = []
        for notice in polling.notices(feed.state, state):
            try:
                told += await self._telling.notice(replace(feed, state=state), notice, now)
            except StoreError:
                raise
            except Exception:  # else its server would be asked again and again, one that is gone too
                log.exception("Nobody can be told about a feed: %s (%s)", feed.place, notice)
        return told

    async def _saved(self, feed: StoredFeed, state: SourceState) -> SourceState:
        await self._store.feeds.save(feed.source_id, state)
        return state

    def _request(self, feed: StoredFeed) -> Request:
        return Request(
            url=feed.address,
            validators=feed.state.validators,
            accept=FEEDS,
            is_configured=feed.added_by is None,
        )

    async def _understood(self, feed: StoredFeed, answer: Answer, fetched: object) -> tuple[Answer, _Read | None]:
        """Reads the document of an answer that has one, unless it is the last one's."""
        if not isinstance(fetched, Fetched):
            return answer, None
        answer = replace(answer, body_hash=blake2b(fetched.body, digest_size=16).hexdigest())
        if answer.body_hash == feed.state.body_hash and not feed.state.is_unread:
            return replace(answer, outcome=Outcome.SAME), None
        try:
            document, shown, seen = await beside(self._reading, _document, fetched)
        except FeedError as error:
            log.info("A feed cannot be read: %s: %s", feed.place, error)
            return replace(answer, outcome=Outcome.UNREADABLE, why=error.why), None
        known = await self._store.feeds.known(feed.source_id, seen)
        taken = intake(shown, seen, known, since=feed.state.since)
        return replace(answer, wishes=answers.wishes(answer.wishes, document)), _Read(document, taken, shown)

    async def _take(self, feed: StoredFeed, answer: Answer, read: _Read, now: datetime) -> Answer:
        """Stores what a document brings, remembers all it lists, and announces what is news."""
        taken, entries = read.taken, read.feed.entries
        told = {one.place for one in (*taken.singly, *taken.digest)}
        kept: dict[int, tuple[int, int]] = {}
        for one in (*taken.singly, *taken.digest, *taken.shown):
            kept[one.place] = await self._stored(feed, read, entries[one.place], now)
        for one in taken.changed:
            await self._renewed(feed, read, entries[one.place], one)
        memories = [
            Memory(
                sighting=one,
                article_id=kept[one.place][0] if one.place in kept else None,
                is_untold=one.place in told,
            )
            for one in taken.everything
        ]
        if await self._store.feeds.remember(feed.source_id, memories, now=now):
            await self._announcer.announce(
                [kept[one.place] for one in taken.singly], [kept[one.place] for one in taken.digest], now
            )
        dated = [one.published for one in read.listed if one.published]
        return replace(
            answer,
            new=taken.new,
            is_flood=taken.is_flood,
            recent=sum(date > now - RECENT for date in dated) if dated else None,
        )

    async def _stored(self, feed: StoredFeed, read: _Read, entry: Entry, now: datetime) -> tuple[int, int]:
        """Gives the ids of an entry's article and its category: of the one that says the very same, or of a new one."""
        article, digest, said = await self._read(feed, read, entry)
        [category_id] = (await self._store.categories.ensure([article.category], owner=feed.owner)).values()
        known = await self._store.articles.with_content(feed.source_id, said)
        if known is not None:
            return known, category_id
        added = await self._store.articles.add(
            article, digest, source_id=feed.source_id, category_id=category_id, content_hash=said, now=now
        )
        return added, category_id

    async def _renewed(self, feed: StoredFeed, read: _Read, entry: Entry, one: Sighting) -> None:
        """Writes what an entry says now over its article; nobody is told again."""
        if one.known is None or one.known.article_id is None:
            return
        article, digest, said = await self._read(feed, read, entry)
        await self._store.articles.replace(one.known.article_id, article, digest, content_hash=said)

    async def _read(self, feed: StoredFeed, read: _Read, entry: Entry) -> tuple[Article, Digest, str]:
        route = route_of(feed.place, is_own=self._is_own(feed.place))
        source = route.name if route else feed.title or read.feed.plain_title
        article, is_short = await beside(self._reading, partial(_article, source=source), entry)
        if feed.full_text and article.link and is_short and read.pages.take():
            article = await self._completed(article, feed)
        path = sorted_in(
            feed.category,
            () if feed.owner else self._rules,
            said=article.categories or ((route.category,) if route else ()),
            title=article.title,
            text="".join(article.paragraphs),
            source=source,
        )
        article = replace(article, category=path)
        digest = await beside(self._reading, digest_of, article)
        return article, digest, _said(article)

    async def _completed(self, teaser: Article, feed: StoredFeed) -> Article:
        """Takes the text from the entry's page; where that cannot be had the teaser stays."""
        # A feed may lead us to its own site, never to another place of the operator's network.
        is_own = feed.added_by is None and _origin(teaser.link) == _origin(feed.place)
        request = Request(url=teaser.link or "", accept=PAGES, is_configured=is_own)
        try:
            async with asyncio.timeout(PAGE_SECONDS):
                fetched = await self._web.fetch(request)
        except TimeoutError:
            return teaser
        if not isinstance(fetched, Fetched):
            return teaser
        page = await beside(self._reading, page_of, fetched)
        return completed(teaser, page)


def _log_trouble(feed: StoredFeed, problem: Outcome) -> None:
    if problem is Outcome.BARRED and feed.added_by is None:
        log.warning(
            "A feed is not asked, since it is in a network that is closed or on a port that is: %s."
            " If it is yours, add %s to fetching.own_network in config.yaml and start anew",
            feed.place,
            door(feed.place),
        )
        return
    log.warning("A feed fails: %s: %s", feed.place, problem)


def _document(fetched: Fetched) -> tuple[Feed, list[Listed], list[Sighting]]:
    """Reads what came; called on a thread."""
    document = feed_of(fetched)
    shown = [listed(entry) for entry in document.entries]
    return document, shown, sightings(shown)


def _article(entry: Entry, *, source: str) -> tuple[Article, bool]:
    """Reads an entry and tells whether its page probably says more; called on a thread."""
    article = read_entry(entry, source=source)
    return article, is_teaser(article.paragraphs) or leads_on(entry)


def _said(article: Article) -> str:
    """Gives the hash of what an article says; a picture without a word says which it is."""
    is_wordless = not article.title and not article.paragraphs
    return content_hash(article.title, (article.path, article.image or "") if is_wordless else article.paragraphs)


def _origin(url: str | None) -> tuple[str, str, int] | None:
    place = read_place(url or "")
    return place.origin if isinstance(place, Place) else None
