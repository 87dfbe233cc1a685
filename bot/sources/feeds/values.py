"""What a feed says, whatever format it is written in."""

from dataclasses import dataclass
from datetime import datetime

from bot.sources.feeds.markup import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that belongs to an entry: a picture, a recording, a film."""

    address: str
    kind: str = ""
    """The media type as the feed tells it."""
    length: int = 0
    """Bytes, as the feed tells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece of news as the feed has it; what the feed leaves out is empty or None."""

    title: str = ""
    """As the feed writes it; it may hold HTML and ends of lines."""
    link: str | None = None
    """The article's own page: absolute, http or https."""
    id: str = ""
    """The feed's name for it, which need not be unique; its link where the feed gives it none."""
    published: datetime | None = None
    """Aware, UTC; when it was last changed, where the feed tells only that."""
    updated: datetime | None = None
    author: str = ""
    categories: tuple[str, ...] = ()
    """As written, in the feed's order, each once."""
    content: str = ""
    """The fullest HTML the feed has for it, with absolute links."""
    summary: str = ""
    """The HTML of the feed's own summary, with absolute links; the content itself where there is no other."""
    image: str | None = None
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def plain_title(self) -> str:
        """The title as one line of plain text."""
        return plain(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed's document, read."""

    title: str = ""
    """As the feed writes it; it may hold HTML and ends of lines."""
    link: str | None = None
    """The site it belongs to."""
    language: str = ""
    """As the feed tells it; it is often wrong."""
    ttl_minutes: int | None = None
    skip_hours: frozenset[int] = frozenset()
    """Hours in UTC, 0 to 23, in which it does not change."""
    skip_days: frozenset[int] = frozenset()
    """Days on which it does not change; Monday is 0."""
    update_seconds: int | None = None
    """How far apart it says its changes are."""
    hub: str | None = None
    """Where a WebSub hub would tell of news."""
    entries: tuple[Entry, ...] = ()

    @property
    def plain_title(self) -> str:
        """The title as one line of plain text."""
        return plain(self.title)
