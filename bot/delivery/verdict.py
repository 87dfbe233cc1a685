"""What Telegram's answers and errors mean: the only place that reads their words."""

from http import HTTPStatus

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery import answers
from bot.delivery.line import LineError, NotSentError
from bot.delivery.outcome import ChatGone, Later, Moved, Muted, Outcome, Rejected, Sent, Trouble
from bot.model import ChatState

TOKEN_SECONDS = 60.0
"""A refused token is asked about again after so long: an admin may have renewed it at @BotFather."""
FLOOD_SECONDS = 5.0
"""How long to wait when Telegram does not say."""
MOST_SECONDS = 7 * 86_400.0
"""Telegram may ask for many hours; what is more than this is no wait that can be reckoned with."""

MOST_ID = 2**63

_GONE_WORDS = (
    ("user is deactivated", ChatState.GONE),
    ("chat not found", ChatState.GONE),
    ("group chat was deleted", ChatState.GONE),
    ("peer_id_invalid", ChatState.GONE),
    ("bot was blocked", ChatState.BLOCKED),
    ("bot was kicked", ChatState.BLOCKED),
    ("not a member", ChatState.BLOCKED),
    ("can't initiate conversation", ChatState.BLOCKED),
    ("user_is_blocked", ChatState.BLOCKED),
)
_MUTED_WORDS = (
    "rights to send text",
    "rights to send a message",
    "no write access",
    "chat_write_forbidden",
    "chat_send_plain_forbidden",
    "topic_closed",
)
"""A chat's rules for all of its members, or the bot's own, which change without a word."""
_PICTURE_WORDS = (
    "rights to send photo",
    "chat_send_photos_forbidden",
    "chat_send_media_forbidden",
    "no caption in the",
)
_TOPIC_WORDS = ("topic_closed", "topic_deleted", "message thread not found")
_DONE_WORDS = ("message is not modified", "message to delete not found")
"""Refusals of what is so already."""
_FORM_WORDS = ("parse entities", "button_", "reply_markup", "url", "webpage", "entities_too_long", "too long")
_WEBHOOK = "webhook"
_MISSING = "message to edit not found"
_TOO_MANY = "too many requests"
_TOO_LARGE = "entity too large"
_PREFIX = "Bad Request: "

LOST = Later(0, uncertain=True, reason=Trouble.LOST)
UNREACHABLE = Later(0, uncertain=False, reason=Trouble.UNREACHABLE)
REFUSED = Later(TOKEN_SECONDS, uncertain=False, reason=Trouble.REFUSED)
SERVER = Later(0, uncertain=False, reason=Trouble.SERVER)
UNCLEAR = Later(0, uncertain=True, reason=Trouble.SERVER)
"""A gateway had no answer in time: what stands behind it may have done what was asked."""


def heard(code: int, payload: bytes) -> Outcome:
    """Tells what an answer means; a message's number where one was sent, else 0."""
    if code == HTTPStatus.OK and (number := answers.message_id(payload)) is not None:
        return Sent(number)
    code, payload = answers.judged(code, payload)
    answer = answers.read(payload)
    if answer.get("ok"):
        result = answer["result"]
        return Sent(_id(result.get("message_id")) if isinstance(result, dict) else 0)
    if HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES:
        return LOST
    parameters = answer.get("parameters")
    return _refused(code, str(answer.get("description") or ""), parameters if isinstance(parameters, dict) else {})


def unheard(error: LineError) -> Outcome:
    """Tells what it means that there is no answer."""
    return UNREACHABLE if isinstance(error, NotSentError) else LOST


def verdict(error: TelegramError) -> Outcome:
    """Tells what an error of python-telegram-bot's means; its words go no further than a `Rejected` reason."""
    match error:
        case RetryAfter():  # the public `retry_after` changes its type with an environment variable and warns about it
            return _flood(error._retry_after.total_seconds())  # noqa: SLF001
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case InvalidToken():  # its words quote the token
            return REFUSED
        case Forbidden() | BadRequest():
            return _refused_for_good(error.message, is_forbidden=isinstance(error, Forbidden))
        case NetworkError():
            return _network(error)
    return LOST  # an answer that is no JSON, so what was asked has probably been done


def is_about_form(refusal: Rejected) -> bool:
    """Tells whether a message was refused for how it is written, so that its plain words may still arrive."""
    said = refusal.reason.casefold()
    return any(words in said for words in _FORM_WORDS)


def is_about_picture(refusal: Rejected) -> bool:
    """Tells whether a chat takes no pictures, or took none when the message came, so that the words alone may do."""
    said = refusal.reason.casefold()
    return any(words in said for words in _PICTURE_WORDS)


def is_about_topic(outcome: Outcome) -> bool:
    """Tells whether one topic of a forum takes no messages: it is closed, or there no more."""
    said = outcome.reason.casefold() if isinstance(outcome, Muted | Rejected) else ""
    return any(words in said for words in _TOPIC_WORDS)


def is_missing(refusal: Rejected) -> bool:
    """Tells whether the message to be changed is there no more."""
    return _MISSING in refusal.reason.casefold()


def is_webhook(error: TelegramError) -> bool:
    """Tells whether updates go to an address somewhere, so that asking for them is refused."""
    return isinstance(error, Conflict) and _WEBHOOK in error.message.casefold()


def _refused(code: int, said: str, parameters: dict[str, object]) -> Outcome:
    if new_id := _id(parameters.get("migrate_to_chat_id")):
        return Moved(new_id)
    if code == HTTPStatus.TOO_MANY_REQUESTS or "retry_after" in parameters:
        return _flood(parameters.get("retry_after"))
    match code:
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.NOT_FOUND:
            return REFUSED
        case HTTPStatus.BAD_REQUEST | HTTPStatus.FORBIDDEN:
            return _refused_for_good(said, is_forbidden=code == HTTPStatus.FORBIDDEN)
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return Rejected(said or "Request Entity Too Large")
    return UNCLEAR if code == HTTPStatus.GATEWAY_TIMEOUT else SERVER


def _id(told: object) -> int:
    """Gives a number that a chat or a message can have; 0 for what is none, and which no store could keep."""
    return told if isinstance(told, int) and abs(told) < MOST_ID else 0


def _refused_for_good(said: str, *, is_forbidden: bool) -> Outcome:
    words = said.casefold()
    if any(done in words for done in _DONE_WORDS):
        return Sent(0)
    reason = said.removeprefix(_PREFIX)
    if any(muted in words for muted in _MUTED_WORDS):
        return Muted(reason)
    states = (state for known, state in _GONE_WORDS if known in words)
    state = next(states, ChatState.BLOCKED if is_forbidden else None)
    return ChatGone(state, reason) if state else Rejected(reason)


def _flood(seconds: object) -> Later:
    wait = float(seconds) if isinstance(seconds, int | float) else 0.0
    return Later(min(wait, MOST_SECONDS) if wait > 0 else FLOOD_SECONDS, uncertain=False, reason=Trouble.FLOOD)


def _network(error: NetworkError) -> Outcome:
    cause = error.__cause__
    if isinstance(cause, LineError):
        return unheard(cause)
    if isinstance(error, TimedOut):
        return LOST
    # What is left are statuses without a class of their own: 5xx, or whatever a proxy between answers.
    said = error.message.casefold()
    if _TOO_MANY in said:
        return _flood(None)
    return Rejected(error.message) if _TOO_LARGE in said else SERVER
