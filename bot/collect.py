"""Carries what a folder holds into the store: an index of all its posts, and an article for each that is news."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime

from bot.core import arrivals
from bot.core.arrivals import UNTOLD, Arrival
from bot.core.newest import Newest
from bot.model import PostFile
from bot.sources.files import CHUNK, Seen
from bot.sources.folder import Folder
from bot.sources.reader import Glance, Reader, Reading
from bot.store import Store
from bot.threads import beside

OnArticle = Callable[[int, int, datetime], Awaitable[object]]
"""Announces an article (its id) that came at a moment to the readers of a category (its id).

It may be asked twice for the same."""
Progress = Callable[[int, int | None], object]
"""Hears how many posts are indexed, and of how many once that is known."""

SHOWN = 3
"""So many posts of each category are read at the first index, to have something to show."""

log = logging.getLogger(__name__)


class Collector:
    """Keeps the store in step with one folder."""

    def __init__(
        self,
        store: Store,
        folder: Folder,
        *,
        source_id: int,
        reader: Reader,
        on_article: OnArticle,
        turn: asyncio.Semaphore,
    ) -> None:
        self._store = store
        self._folder = folder
        self._source_id = source_id
        self._reader = reader
        self._on_article = on_article
        self._turn = turn
        self._category_ids: dict[tuple[str, ...], int] = {}
        self._gone: set[str] = set()
        self.posts = 0
        """So many posts are known."""

    async def index(self, *, now: datetime, progress: Progress | None = None) -> None:
        """Notes all posts by their beginnings and reads the newest of each category; what comes meanwhile is news."""
        late: list[Seen] = []
        newest: Newest[int | None, PostFile] = Newest(SHOWN)
        done = 0
        async with aclosing(self._noted(late, now=now)) as noted:
            async for found in noted:
                for file, glance in found:
                    newest.offer(file.category_id, glance.age, file)
                done += len(found)
                if progress:
                    progress(done, None)
        for file in newest:
            await self._keep_quietly(file, now=now)
        await self._store.sources.mark_indexed(self._source_id, now=now)
        await self.take(late, now=now)
        self.posts = await self._store.sources.count_files(self._source_id)
        if progress:
            progress(done, done)

    async def _noted(self, late: list[Seen], *, now: datetime) -> AsyncGenerator[list[tuple[PostFile, Glance]], None]:
        """Keeps the rows of all posts but the `late` ones; one chunk is written while the next is looked at."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        written.set_result(None)
        async with asyncio.TaskGroup() as tasks:
            async for chunk in self._folder.listing(now_ns=_nanoseconds(now)):
                new = arrivals.late(chunk, begun_ns=_nanoseconds(now), before=len(late))
                late += new
                found = await self._glanced([seen for seen in chunk if not new or seen not in new])
                await written
                rows = [file for file, _ in found]
                written = tasks.create_task(self._store.sources.keep_files(self._source_id, rows))
                yield found

    async def catch_up(self, *, now: datetime) -> None:
        """Finds by listing what came or changed unseen, announces it, and forgets what is gone for good."""
        self.posts = await self._store.sources.count_files(self._source_id)
        listed = 0
        async with aclosing(self._folder.listing(now_ns=_nanoseconds(now))) as listing:
            async for chunk in listing:
                if not listed and arrivals.is_a_disk_coming(known=self.posts, listed=len(chunk)):
                    break
                listed += len(chunk)
                await self.take(chunk, now=now)
            else:
                await self._sweep(listed)
                return
        await self.index(now=now)

    async def take(self, seens: Sequence[Seen], *, now: datetime) -> None:
        """Carries out what new and changed files ask for, the oldest first."""
        for start in range(0, len(seens), CHUNK):
            found = await self._arrivals(seens[start : start + CHUNK])
            await self._note([arrival for arrival in found if not arrivals.needs_reading(arrival)])
            for arrival in filter(arrivals.needs_reading, found):
                await self._take(arrival, now=now)

    async def _arrivals(self, seens: Sequence[Seen]) -> list[Arrival]:
        """Finds what is new or changed, and what was known of it here or where it moved away from."""
        known = await self._store.sources.files_at(self._source_id, [seen.path for seen in seens])
        changed = [seen for seen in seens if not self._is_same(seen, known.get(seen.path))]
        found = await self._glanced(changed) if changed else []
        left = await self._left_behind([file for file, _ in found if file.path not in known])
        found.sort(key=lambda pair: pair[1].age)
        return [
            Arrival(file=file, known=known.get(file.path) or left.get(file.path), ctime_ns=glance.seen.ctime_ns)
            for file, glance in found
        ]

    def _is_same(self, seen: Seen, known: PostFile | None) -> bool:
        return arrivals.is_same(known, seen.mtime_ns, seen.size) or self._reader.unreadable.get(seen.path) == seen

    async def _left_behind(self, new: Sequence[PostFile]) -> dict[str, PostFile]:
        """Finds for new files the known ones that are gone and may have moved there."""
        keys = sorted({file.title_key for file in new} - {""})
        namesakes = await self._store.sources.files_titled(self._source_id, keys) if keys else []
        absent = set(await self._folder.absent([file.path for file in namesakes])) if namesakes else set()
        return arrivals.moved(new, [file for file in namesakes if file.path in absent])

    async def _note(self, found: Sequence[Arrival]) -> None:
        """Renews the rows of files that are no news and need no reading."""
        if not found:
            return
        files = [replace(arrival.file, article_id=arrival.known.article_id) for arrival in found if arrival.known]
        await self._store.sources.keep_files(self._source_id, files)
        await self._forget([arrival.moved_from for arrival in found if arrival.moved_from])

    async def _take(self, arrival: Arrival, *, now: datetime) -> None:
        """Reads a post, stores its article, and announces it if it is news."""
        file = arrival.file
        reading = await beside(self._turn, self._reader.read, self._folder.root, file)
        if reading is None:
            return
        known = arrival.known if await self._is_still(arrival, reading) else None
        category_id = await self._category_id(reading.article.category)
        article_id = await self._stored(reading, known.article_id if known else None, category_id, now=now)
        file = replace(file, article_id=article_id, category_id=category_id)
        if arrivals.is_news(known):
            # Until its readers are noted it stays a file to be looked at: a crash here must not lose or double it.
            await self._store.sources.keep_files(self._source_id, [replace(file, mtime_ns=UNTOLD)])
            await self._on_article(article_id, category_id, datetime.fromtimestamp(arrival.ctime_ns / 1e9, UTC))
        await self._store.sources.keep_files(self._source_id, [file])
        self.posts += known is None
        if known and arrival.moved_from:
            await self._forget([arrival.moved_from])

    async def _is_still(self, arrival: Arrival, reading: Reading) -> bool:
        """Tells whether a post is the one known: of one that moved its text tells, as a column has one title."""
        if not arrival.moved_from or not arrival.known or arrival.known.article_id is None:
            return True
        stored = await self._store.articles.get(arrival.known.article_id)
        return stored is not None and arrivals.is_still(stored.article, reading.article)

    async def _keep_quietly(self, file: PostFile, *, now: datetime) -> None:
        """Reads and stores a post without announcing it."""
        reading = await beside(self._turn, self._reader.read, self._folder.root, file)
        if reading:
            category_id = await self._category_id(reading.article.category)
            article_id = await self._stored(reading, None, category_id, now=now)
            await self._store.sources.keep_files(self._source_id, [replace(file, article_id=article_id)])

    async def _stored(self, reading: Reading, article_id: int | None, category_id: int, *, now: datetime) -> int:
        """Gives the id of the article as read: the one known, one that says the very same, or a new one."""
        articles, said = self._store.articles, reading.content_hash
        if article_id is None:
            article_id = await articles.with_content(self._source_id, said)
            if article_id is not None:
                return article_id
            return await articles.add(
                reading.article,
                reading.digest,
                source_id=self._source_id,
                category_id=category_id,
                content_hash=said,
                now=now,
            )
        stored = await articles.get(article_id)
        if stored and stored.content_hash != said:
            await articles.replace(article_id, reading.article, reading.digest, content_hash=said)
        return article_id

    async def _glanced(self, seens: Sequence[Seen]) -> list[tuple[PostFile, Glance]]:
        """Gives the rows for files, with what their beginnings tell."""
        glances = await beside(self._turn, self._reader.glances, self._folder.root, seens)
        missing = {glance.category for glance in glances} - self._category_ids.keys()
        if missing:
            self._category_ids |= await self._store.categories.ensure(missing)
        return [(_file(glance, self._category_ids[glance.category]), glance) for glance in glances]

    async def _category_id(self, path: tuple[str, ...]) -> int:
        if path not in self._category_ids:
            self._category_ids |= await self._store.categories.ensure([path])
        return self._category_ids[path]

    async def _sweep(self, listed: int) -> None:
        """Forgets files that were gone at two listings in a row; not when a disk may be missing."""
        if not listed:  # an empty folder is more likely one that is not mounted
            self._gone.clear()
            return
        gone: set[str] = set()
        async for paths in self._store.sources.paths(self._source_id):
            gone.update(await self._folder.absent(paths))
        self._reader.forget(await self._folder.absent(list(self._reader.unreadable)))
        if arrivals.is_a_disk_missing(known=self.posts, gone=len(gone)):
            log.warning("Most posts of %s are gone; they are remembered in case a disk is missing", self._folder.place)
            gone.clear()
        await self._forget(sorted(gone & self._gone))
        self.posts -= len(gone & self._gone)
        self._gone = gone - self._gone

    async def _forget(self, paths: Sequence[str]) -> None:
        if paths:
            await self._store.sources.forget_files(self._source_id, paths)


def _file(glance: Glance, category_id: int) -> PostFile:
    seen = glance.seen
    return PostFile(
        path=seen.path,
        mtime_ns=seen.mtime_ns,
        size=seen.size,
        title_key=glance.title_key,
        category_id=category_id,
    )


def _nanoseconds(now: datetime) -> int:
    return int(now.timestamp() * 1e9)
