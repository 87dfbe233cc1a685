import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError, TimedOut

from bot.delivery.outcome import ChatGone, Later, Outcome, Rejected, Trouble
from bot.delivery.verdict import is_unchanged, verdict
from bot.model import ChatState


class ConnectTimeout(Exception):  # noqa: N818 - the transport's own name
    """As httpx calls it."""


class ReadTimeout(Exception):  # noqa: N818 - the transport's own name
    """As httpx calls it."""


def _because(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (_because(TimedOut(), ConnectTimeout()), Later(0, uncertain=False, reason=Trouble.UNREACHABLE)),
        (_because(TimedOut(), ReadTimeout()), Later(0, uncertain=True, reason=Trouble.LOST)),
        (TimedOut(), Later(0, uncertain=True, reason=Trouble.LOST)),
        (NetworkError("Bad Gateway"), Later(0, uncertain=False, reason=Trouble.SERVER)),
        (
            _because(NetworkError("Bad Gateway (502)"), TelegramError("Invalid server response")),
            Later(0, uncertain=False, reason=Trouble.SERVER),
        ),
        (NetworkError("Too Many Requests"), Later(5.0, uncertain=False, reason=Trouble.FLOOD)),
        (NetworkError("Request Entity Too Large"), Rejected("Request Entity Too Large")),
        (TelegramError("Invalid server response"), Later(0, uncertain=True, reason=Trouble.LOST)),
        (BadRequest("Chat not found"), ChatGone(ChatState.GONE, "Chat not found")),
        (BadRequest("Message to edit not found"), Rejected("Message to edit not found")),
        (Forbidden("Forbidden: user is deactivated"), ChatGone(ChatState.GONE, "Forbidden: user is deactivated")),
        (Forbidden("Forbidden: whatever"), ChatGone(ChatState.BLOCKED, "Forbidden: whatever")),
    ],
    ids=repr,
)
def test_every_error_has_one_meaning(error: TelegramError, outcome: Outcome) -> None:
    assert verdict(error) == outcome


def test_only_an_edit_without_change_counts_as_done() -> None:
    assert is_unchanged(BadRequest("Message is not modified: specified new message content"))
    assert not is_unchanged(BadRequest("Message to edit not found"))
    assert not is_unchanged(NetworkError("message is not modified"))
