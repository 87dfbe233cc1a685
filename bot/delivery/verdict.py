"""What Telegram's errors mean: the only place that reads their words."""

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.outcome import ChatGone, Later, Moved, Outcome, Rejected, Trouble
from bot.model import ChatState

TOKEN_SECONDS = 60.0
"""A refused token is asked about again after so long: an admin may have renewed it at @BotFather."""

_GONE_WORDS = (
    ("user is deactivated", ChatState.GONE),
    ("chat not found", ChatState.GONE),
    ("group chat was deleted", ChatState.GONE),
    ("peer_id_invalid", ChatState.GONE),
    ("bot was blocked", ChatState.BLOCKED),
    ("bot was kicked", ChatState.BLOCKED),
    ("not a member", ChatState.BLOCKED),
    ("can't initiate conversation", ChatState.BLOCKED),
    ("not enough rights to send", ChatState.BLOCKED),
    ("have no rights to send", ChatState.BLOCKED),
    ("chat_write_forbidden", ChatState.BLOCKED),
    ("user_is_blocked", ChatState.BLOCKED),
)
# Causes that rule out that a request has left; by name, since only the transport knows their classes.
_NOT_SENT = frozenset(
    {
        "ClientConnectorDNSError",
        "ClientConnectorError",
        "ClientProxyConnectionError",
        "ConnectError",
        "ConnectionTimeoutError",
        "ConnectTimeout",
        "PoolTimeout",
        "ProxyError",
        "RuntimeError",
    }
)
_UNCHANGED = "message is not modified"
_TOO_MANY = "too many requests"
_TOO_LARGE = "entity too large"
_FLOOD_SECONDS = 5.0


def verdict(error: TelegramError) -> Outcome:
    """Tells what an error means for the message and its chat; its words go no further than a `Rejected` reason."""
    match error:
        case RetryAfter():
            return Later(_seconds(error), uncertain=False, reason=Trouble.FLOOD)
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case InvalidToken():  # its words quote the token
            return Later(TOKEN_SECONDS, uncertain=False, reason=Trouble.REFUSED)
        case Forbidden() | BadRequest():
            return _refused(error)
        case NetworkError():
            return _network(error)
    # What is left is an answer that is no JSON, so the message has probably arrived.
    return Later(0, uncertain=True, reason=Trouble.LOST)


def is_unchanged(error: TelegramError) -> bool:
    """Tells whether an edit failed only because the message already says so."""
    return isinstance(error, BadRequest) and _UNCHANGED in error.message.casefold()


def _refused(error: TelegramError) -> ChatGone | Rejected:
    said = error.message.casefold()
    states = (state for words, state in _GONE_WORDS if words in said)
    state = next(states, ChatState.BLOCKED if isinstance(error, Forbidden) else None)
    return ChatGone(state, error.message) if state else Rejected(error.message)


def _network(error: NetworkError) -> Outcome:
    cause = error.__cause__
    if not isinstance(error, TimedOut) and (cause is None or isinstance(cause, TelegramError)):
        return _status(error)
    if type(cause).__name__ in _NOT_SENT:
        return Later(0, uncertain=False, reason=Trouble.UNREACHABLE)
    return Later(0, uncertain=True, reason=Trouble.LOST)


def _status(error: TelegramError) -> Outcome:
    """Judges an HTTP status without a class of its own: 5xx, or whatever a proxy between answers."""
    said = error.message.casefold()
    if _TOO_MANY in said:
        return Later(_FLOOD_SECONDS, uncertain=False, reason=Trouble.FLOOD)
    if _TOO_LARGE in said:
        return Rejected(error.message)
    return Later(0, uncertain=False, reason=Trouble.SERVER)


def _seconds(error: RetryAfter) -> float:
    # The public `retry_after` changes its type with an environment variable and warns about it.
    return error._retry_after.total_seconds()  # noqa: SLF001
