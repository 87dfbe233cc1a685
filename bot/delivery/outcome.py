"""What can become of a send: ordinary ends, told as values."""

from dataclasses import dataclass
from enum import StrEnum

from bot.model import ChatState


class Trouble(StrEnum):
    """Why a send must be tried again later."""

    FLOOD = "flood"
    """Telegram asks this chat's messages to wait."""
    SERVER = "server error"
    UNREACHABLE = "unreachable"
    """Nothing was sent: no connection came about."""
    LOST = "answer lost"
    """The message may have arrived."""
    REFUSED = "token refused"


@dataclass(frozen=True, slots=True)
class Sent:
    """The message stands in the chat."""

    message_id: int
    lost_topic: int | None = None
    """The topic of a forum that it was meant for and that is there no more."""


@dataclass(frozen=True, slots=True)
class ChatGone:
    """The chat cannot be written to, now or ever again."""

    state: ChatState
    reason: str


@dataclass(frozen=True, slots=True)
class Muted:
    """The chat lets the bot write nothing at present, as a group does at night."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup with another id."""

    new_id: int


@dataclass(frozen=True, slots=True)
class Later:
    """The send may succeed later; `seconds` is Telegram's own wish or 0, `uncertain` that it may have succeeded."""

    seconds: float
    uncertain: bool
    reason: Trouble


@dataclass(frozen=True, slots=True)
class Rejected:
    """Telegram will never take this message."""

    reason: str


Outcome = Sent | ChatGone | Muted | Moved | Later | Rejected
