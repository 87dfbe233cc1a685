"""Reads the posts of a folder, a glance at many or one wholly, and remembers which could not be read."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.arrivals import is_same
from bot.core.categories import UNSORTED, path_of
from bot.core.digest import digest_of
from bot.core.links import link_of
from bot.core.novelty import content_hash
from bot.errors import UnreadablePostError
from bot.model import Article, Digest, PostFile
from bot.sources import files
from bot.sources.files import Seen
from bot.sources.post import is_post, peek_post, read_post

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What a post's first bytes tell."""

    seen: Seen
    title_key: str
    category: tuple[str, ...]
    age: float
    """When it was published, or else written, in seconds since 1970."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A post read wholly."""

    article: Article
    digest: Digest
    content_hash: str


class Reader:
    """Reads posts of one source; all of it is work for a thread."""

    def __init__(self, *, link: str | None = None, category: tuple[str, ...] = ()) -> None:
        self._link = link
        self._category = path_of(category)
        self.unreadable: dict[str, Seen] = {}
        """What could not be read, as it was then; told once, and tried again when it changed."""

    def glances(self, root: str, seens: Sequence[Seen]) -> list[Glance]:
        """Looks at the beginnings of posts; drafts are left out, and so are, but noted, those that cannot be read."""
        sound = [seen for seen in seens if not seen.trouble]
        for seen in seens:
            if seen.trouble:
                self._refuse(root, seen.path, UnreadablePostError(f"It {seen.trouble}.", subject=seen.path))
        heads = files.heads(root, [seen.path for seen in sound])
        return [glance for seen, head in zip(sound, heads, strict=True) if (glance := self._glance(root, seen, head))]

    def read(self, root: str, file: PostFile) -> Reading | None:
        """Reads one post; None when it cannot be read, or is no more as it was seen and so will come again."""
        try:
            data = files.whole(root, file.path)
            now = files.look(root, file.path)
            if now is None or not is_same(file, now.mtime_ns, now.size):
                return None
            reading = self._reading(data, file.path)
        except Exception as error:  # noqa: BLE001 - whatever one post does to its readers, the others go on
            self._refuse(root, file.path, error)
            return None
        self.unreadable.pop(file.path, None)
        return reading

    def forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.unreadable.pop(path, None)

    def _glance(self, root: str, seen: Seen, head: bytes | UnreadablePostError) -> Glance | None:
        if isinstance(head, bytes) and not is_post(head):
            head = UnreadablePostError("It does not begin with front matter between lines of ---.", subject=seen.path)
        if isinstance(head, UnreadablePostError):
            self._refuse(root, seen.path, head)
            return None
        try:
            peek = peek_post(head, seen.path)
        except Exception as error:  # noqa: BLE001 - whatever one post does to its readers, the others go on
            self._refuse(root, seen.path, error)
            return None
        if not peek.is_public:  # nothing is noted of it, so that it is new once it is
            self.unreadable.pop(seen.path, None)
            return None
        return Glance(
            seen=seen,
            title_key=peek.title_key,
            category=self._sorted_in(peek.category),
            age=peek.published.timestamp() if peek.published else seen.mtime_ns / 1e9,
        )

    def _reading(self, data: bytes, path: str) -> Reading:
        article = read_post(data, path)
        link = article.link or (link_of(self._link, path, article.title) if self._link else None)
        article = replace(article, link=link, category=self._sorted_in(article.category))
        said = content_hash(article.title, article.paragraphs)
        return Reading(article=article, digest=digest_of(article), content_hash=said)

    def _sorted_in(self, category: tuple[str, ...]) -> tuple[str, ...]:
        return self._category if category == (UNSORTED,) else category

    def _refuse(self, root: str, path: str, error: Exception) -> None:
        """Notes and tells what cannot be read; what is simply gone is no trouble."""
        seen = files.look(root, path)
        if seen and self.unreadable.get(path) != seen:
            self.unreadable[path] = seen
            unexpected = None if isinstance(error, UnreadablePostError) else error
            log.warning("A post cannot be read: %r: %s", path, error, exc_info=unexpected)
