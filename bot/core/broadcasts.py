"""What a broadcast is, what may be done to it when, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.markup import Mark, Typed
from bot.model import Lane

LIFE = timedelta(hours=48)
"""Whom a broadcast could not reach so long after it began, pauses left out, it reaches no more."""
RECALLABLE = timedelta(hours=48)
"""Telegram lets a bot delete what is younger than this."""
STARS_EACH = 0.1


class Kind(StrEnum):
    SEND = "send"
    CORRECTION = "correction"
    """Rewrites the messages of another broadcast."""
    RECALL = "recall"
    """Deletes them."""


class State(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    """It waits for a second admin."""
    SCHEDULED = "scheduled"
    """It begins by itself at its time; until then it can be taken back."""
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


class Act(StrEnum):
    PROPOSE = "proposed"
    CONFIRM = "confirmed"
    APPROVE = "approved"
    REFUSE = "refused"
    UNDO = "undone"
    BEGIN = "begun"
    PAUSE = "paused"
    RESUME = "resumed"
    CANCEL = "cancelled"
    FINISH = "finished"


TRANSITIONS: Mapping[Act, Mapping[State, State]] = {
    Act.PROPOSE: {State.DRAFT: State.PROPOSED},
    Act.CONFIRM: {State.DRAFT: State.SCHEDULED},
    Act.APPROVE: {State.PROPOSED: State.SCHEDULED},
    Act.REFUSE: {State.PROPOSED: State.DRAFT},
    Act.UNDO: {State.PROPOSED: State.DRAFT, State.SCHEDULED: State.DRAFT},
    Act.BEGIN: {State.SCHEDULED: State.SENDING},
    Act.PAUSE: {State.SENDING: State.PAUSED},
    Act.RESUME: {State.PAUSED: State.SENDING},
    Act.CANCEL: dict.fromkeys(
        (State.DRAFT, State.PROPOSED, State.SCHEDULED, State.SENDING, State.PAUSED), State.CANCELLED
    ),
    Act.FINISH: {State.SENDING: State.DONE},
}
ENDED = frozenset({State.DONE, State.CANCELLED})
LIVE = frozenset({State.PROPOSED, State.SCHEDULED, State.SENDING, State.PAUSED})
"""What goes on by itself, or waits for somebody else than its author."""


def after(state: State, act: Act) -> State | None:
    """Gives the state an act leads to; None when it cannot be done in this one."""
    return TRANSITIONS[act].get(state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What readers of one language see, as the admin typed it."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    photo: str | None = None

    @property
    def typed(self) -> Typed:
        return Typed(self.text, self.marks)

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.photo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is sent: versions by language (the one without a name is for everybody else), or a stored article."""

    versions: Mapping[str, Version] = field(default_factory=dict)
    buttons: tuple[tuple[str, str], ...] = ()
    article_id: int | None = None
    labelled: bool = False
    """It is a headline and says so above the text."""

    def version(self, language: str) -> Version:
        """Gives what a reader of a language sees; one without a picture of its own has the common one."""
        found = self.versions.get(language) or self.main
        return found if found.photo else replace(found, photo=self.main.photo)

    @property
    def main(self) -> Version:
        return self.versions.get("") or next(iter(self.versions.values()), Version())

    @property
    def is_empty(self) -> bool:
        return self.article_id is None and self.main.is_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom it is for; what is empty leaves nobody out."""

    category_ids: tuple[int, ...] = ()
    """Readers of these, of what is below, and of what is above and brings them along."""
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Of `KINDS`."""
    active_days: int | None = None
    """Chats where somebody spoke or pressed in the last so many days."""


KINDS = ("private", "group", "channel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A message from the admins to many, a correction of one, or its recall."""

    id: int
    kind: Kind
    of_id: int | None
    admin_id: int
    state: State
    content: Content
    audience: Audience
    lane: Lane
    spread: timedelta
    awaits: str
    """What the admin's next message is taken for; empty when for nothing."""
    card: tuple[int, int] | None
    """The chat and the message that show how it stands."""
    approved_by: int | None
    total: int
    fed: int
    created_at: datetime
    confirmed_at: datetime | None
    start_at: datetime | None
    """When it shall begin; once it runs, when it would have begun without its pauses."""
    began_at: datetime | None
    ended_at: datetime | None
    """When it ended, or while it is paused, when it was."""
    expires_at: datetime | None

    @property
    def what(self) -> str:
        """Its name in the outbox."""
        return f"broadcast:{self.id}"

    @property
    def is_paid(self) -> bool:
        return self.lane is Lane.PAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a broadcast has come."""

    total: int
    sent: int = 0
    blocked: int = 0
    """Chats that cannot be reached any more."""
    failed: int = 0
    missed: int = 0
    """Dropped: paused, gone or out of time before its turn came."""

    @property
    def done(self) -> int:
        return self.sent + self.blocked + self.failed + self.missed

    @property
    def left(self) -> int:
        return max(0, self.total - self.done)

    @property
    def share(self) -> float:
        """From 0 to 1; nothing to do is all done."""
        return min(1.0, self.done / self.total) if self.total else 1.0


def progress_of(total: int, counts: Mapping[str, int], *, ended: bool = False) -> Progress:
    """Makes progress of deliveries by state; whom an ended broadcast did not come to was missed."""
    sent, gone, failed = (counts.get(state, 0) for state in ("sent", "gone", "failed"))
    missed = counts.get("dropped", 0)
    total = max(total, sent + gone + failed + missed)
    if ended:
        missed = total - sent - gone - failed
    return Progress(total=total, sent=sent, blocked=gone, failed=failed, missed=missed)


def time_to_go(left: int, rate: float) -> timedelta | None:
    """Tells how long the rest takes at a rate; None when nothing moves."""
    if not left:
        return timedelta(0)
    return timedelta(seconds=left / rate) if rate > 0 else None


def may_approve(broadcast: Broadcast, admin_id: int) -> bool:
    """Tells whether an admin is the second one a large broadcast needs."""
    return broadcast.state is State.PROPOSED and broadcast.admin_id != admin_id


def needs_second(readers: int, above: int | None) -> bool:
    return above is not None and readers > above


def may_recall(broadcast: Broadcast, now: datetime) -> bool:
    """Tells whether Telegram still lets any of its messages be deleted."""
    if broadcast.kind is not Kind.SEND or broadcast.began_at is None:
        return False
    return now - (broadcast.ended_at or now) < RECALLABLE


def allowed_by_spread(broadcast: Broadcast, now: datetime) -> int | None:
    """Tells how many chats may have been reserved by now, the elapsed share of all; None when all may."""
    if not broadcast.spread or broadcast.start_at is None:
        return None
    share = (now - broadcast.start_at) / broadcast.spread
    return None if share >= 1 else int(broadcast.total * max(0.0, share)) + 1


def stars(readers: int) -> float:
    return round(readers * STARS_EACH, 1)
