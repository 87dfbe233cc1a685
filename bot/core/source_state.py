"""What is known of a source that is asked over the network, and what one asking brought."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.errors import NoFeed


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to be asked with again: opaque, kept byte for byte, quotes and `W/` included."""

    etag: str = ""
    last_modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)

    def headers(self) -> dict[str, str]:
        """Gives the headers that make a request a conditional one; none where nothing was received."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a server and its document wish to be asked; remembered, for an answer without a body does not repeat it."""

    ttl: timedelta | None = None
    max_age: timedelta | None = None
    update_period: timedelta | None = None
    """`sy:updatePeriod` divided by `sy:updateFrequency`."""
    skip_hours: frozenset[int] = frozenset()
    """Hours of the day in UTC, 0 to 23."""
    skip_days: frozenset[int] = frozenset()
    """Days of the week in UTC, Monday is 0."""

    @property
    def longest(self) -> timedelta:
        """The longest pause asked for; zero where none is."""
        asked = (self.ttl, self.max_age, self.update_period)
        return max((wish for wish in asked if wish), default=timedelta())


class Outcome(StrEnum):
    """What became of one asking."""

    CHANGED = "changed"
    """A 200 whose feed was read."""
    UNCHANGED = "unchanged"
    """A 304."""
    SAME = "same"
    """A 200 whose body is the last one's (`SourceState.body_hash`), so nothing of it was read."""
    UNREADABLE = "unreadable"
    """A whole answer that is no feed or is too large."""
    UNREACHED = "unreached"
    """No request arrived: an unknown name, nobody who listens, a failed TLS."""
    BARRED = "barred"
    """Our own rules do not let it be asked: an address inside a network, a port that is not open."""
    MISLED = "misled"
    """It leads on to where our own rules let nobody go."""
    BROKEN_OFF = "broken_off"
    """It may have arrived, and no whole answer came: a timeout, a connection that ended, a loop of redirects."""
    LIMITED = "limited"
    """A 429."""
    MISSING = "missing"
    """A 404."""
    REFUSED = "refused"
    """Any other 4xx."""
    SERVER_ERROR = "server_error"
    """A 5xx."""
    GONE = "gone"
    """A 410: the server asks never to be asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one asking brought, as the decisions need it."""

    outcome: Outcome
    validators: Validators = Validators()
    """As this answer sent them."""
    wishes: Wishes = Wishes()
    """As this answer and its document told them."""
    expires: datetime | None = None
    is_uncacheable: bool = False
    """It said `Expires: 0`: what it calls validators means nothing."""
    retry_after: timedelta | None = None
    body_hash: str = ""
    """Of a 200; any hash of its bytes."""
    why: NoFeed | None = None
    """What came instead of a feed."""
    moved_to: str = ""
    """Where 301s and 308s led, when they alone led to the end; empty otherwise."""
    new: int = 0
    """Entries never seen before."""
    recent: int | None = None
    """Entries dated within the last seven days; None where entries carry no dates."""
    is_flood: bool = False
    """`core.entries` found a flood in it."""


class Notice(StrEnum):
    """Something people are told about a source, once."""

    FAILING = "failing"
    """Ten errors in a row."""
    DEAD = "dead"
    """Seven days of errors."""
    BARRED = "barred"
    """Our own rules do not let it be asked, until its operator opens it."""
    GONE = "gone"
    """The server asked to stop."""
    MOVED = "moved"
    """It has a new address now."""
    FLOOD = "flood"
    """So much was new at once that most of it went into a digest."""
    RECOVERED = "recovered"
    """What was told to fail works again."""

    @property
    def is_for_readers(self) -> bool:
        """Tells whether its readers hear of it too; admins always do."""
        return self in {Notice.DEAD, Notice.GONE}

    @property
    def is_trouble(self) -> bool:
        """Tells whether it is no longer worth a message once its source is well."""
        return self in {Notice.FAILING, Notice.DEAD, Notice.BARRED, Notice.GONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A permanent redirect that has to prove itself."""

    target: str
    times: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """All that is remembered of a source from one asking to the next."""

    next_check_at: datetime
    validators: Validators = Validators()
    wishes: Wishes = Wishes()
    weekly: float = 28.0
    """Estimated entries a week; a source never read is taken for one with four a day."""
    read_at: datetime | None = None
    """When it last answered well; None before the first time."""
    since: datetime | None = None
    """When it was first read."""
    body_hash: str = ""
    """Of the last whole answer."""
    is_unread: bool = False
    """The document its validators belong to could not be read, so a 304 does not make it well."""
    failures: int = 0
    """In a row."""
    first_failure_at: datetime | None = None
    problem: Outcome | None = None
    """What the last asking failed of."""
    why: NoFeed | None = None
    """What came instead of a feed, where that was the problem."""
    told: frozenset[Notice] = field(default=frozenset())
    """What people were told and need not hear again."""
    move: Move | None = None
    moved_to: str = ""
    """The proven new address; empty while the registered one holds."""
    gone: bool = False
    paused: bool = False

    @property
    def is_first(self) -> bool:
        """Tells whether nothing was ever read: what comes is no news."""
        return self.since is None
