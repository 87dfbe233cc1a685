"""The values that travel through Jianbao: articles, chats, categories, deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from summaries import Length

CUT = "…"
"""Stands at the end of a name that was too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned article as a source gave it: what a reader would call the article, and nothing else."""

    path: str
    """Where the source keeps it: a folder's relative path, later a feed entry's id."""
    title: str
    """Empty where the source gives none."""
    paragraphs: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """As the source wrote them, outermost first."""
    category: tuple[str, ...] = ()
    """The normalised path readers see and subscribe to (`core.categories.path_of`)."""
    published: datetime | None = None
    """Aware, UTC; None when the source's date is unusable."""
    author: str = ""
    link: str | None = None
    image: str | None = None
    stocks: tuple[str, ...] = ()
    """Stock codes the source attached, such as `sz000895`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """An article's summary in the lengths a message needs; every sentence is the article's own."""

    short: tuple[str, ...] = ()
    """What a message of standard length shows; the paragraphs themselves where the article is as short."""
    longer: tuple[str, ...] = ()
    """Document order; holds `short`. A detailed message shows it, a standard one folds away what is not in `short`.
    Empty when it tells no more."""
    headline: str = ""
    """One line of the article's own words, for a title that is missing or tells nothing."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article with its summary as the store keeps it."""

    id: int
    source_id: int
    category_id: int
    article: Article
    digest: Digest
    content_hash: str
    collected_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A place in the category tree."""

    id: int
    parent_id: int | None
    path: tuple[str, ...]
    posts: int = 0
    """Known posts in it and everything below it."""
    owner: int | None = None
    """The chat whose own it is: others see it only if they chose it, and no choice of one above it brings it.

    0: it only holds such."""

    @property
    def name(self) -> str:
        return self.path[-1]


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class ChatState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    """The reader asked for silence; their subscriptions wait for their return."""
    BLOCKED = "blocked"
    """The person blocked the bot, or a group removed it; their return makes it active again."""
    GONE = "gone"
    """Deactivated or deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A place the bot may write to, with its own language, time zone and length of news."""

    id: int
    kind: ChatKind
    language: str
    """A language of `texts.LANGUAGES`."""
    time_zone: str
    state: ChatState = ChatState.ACTIVE
    length: Length = Length.STANDARD
    """How much of each article it wants to read."""
    muted_since: datetime | None = None
    """Since then it lets the bot write nothing, if it did so last."""
    topic: int | None = None
    """The topic of a forum that somebody speaks in; None in its General, and where there are none."""


class Lane(IntEnum):
    """The order in which waiting deliveries go out; answers to people never wait in one."""

    BREAKING = 10
    NEWS = 20
    DIGEST = 30
    BROADCAST = 40
    PAID = 50
    """Broadcasts paid for in Stars: they have an allowance of their own and hold up nobody."""


class DeliveryState(StrEnum):
    DUE = "due"
    CLAIMED = "claimed"
    SENT = "sent"
    GONE = "gone"
    """The chat cannot be reached: blocked, deactivated, or the bot was removed."""
    FAILED = "failed"
    DROPPED = "dropped"
    GATHERED = "gathered"
    """It came late with others, and was told in one digest of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One reserved message to one chat.

    `what` is `article:ID`, `digest:ID`, `broadcast:ID`, of a feed `notice:ID:WHICH:WHEN`, or of a group where the bot
    may not write `shut:ID:TITLE`.
    """

    id: int
    chat_id: int
    what: str
    lane: Lane
    chat: Chat
    """The chat as it was when the delivery was claimed."""
    attempts: int = 0
    """Sends begun before this claim, so 0 is the first try."""
    uncertain: bool = False
    """An earlier try may have arrived: its answer was lost."""

    @property
    def kind(self) -> str:
        return self.what.partition(":")[0]

    @property
    def subject_id(self) -> int:
        return int(self.what.split(":")[1])

    @property
    def detail(self) -> str:
        """Which notice it is."""
        return self.what.split(":")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What became of a claimed delivery; one that is `DUE` again goes out at `until`."""

    delivery: Delivery
    state: DeliveryState
    message_id: int | None = None
    reason: str | None = None
    until: datetime | None = None
    uncertain: bool = False
    """Telegram may have taken it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFile:
    """What the index knows of one file of a folder source without reading it again."""

    path: str
    """Relative to the source's folder, with `/`."""
    mtime_ns: int
    size: int
    title_key: str
    category_id: int | None
    article_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How one source is doing, for `/status` and the log."""

    place: str
    posts: int = 0
    indexed: bool = False
    """The index is in step with the folder since this start."""
    unreadable: tuple[str, ...] = ()
    """Paths of posts that could not be read."""
    problem: str = ""
    """Why the source as a whole cannot be read; empty when it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What `/status` shows."""

    chats: dict[str, int] = field(default_factory=dict)
    deliveries: dict[str, int] = field(default_factory=dict)
    held: tuple[int, int] = (0, 0)
    """Deliveries that wait for chats where the bot may write nothing at present, and those chats."""
    articles: int = 0
    posts: int = 0
    categories: int = 0


def key_of(path: Sequence[str]) -> str:
    """The text under which a category path is unique; names hold no line break, so it cannot collide.

    That a name was cut makes no other category of it: stores know such names from before that was shown.
    """
    return "\n".join(name.casefold().removesuffix(CUT) for name in path)
