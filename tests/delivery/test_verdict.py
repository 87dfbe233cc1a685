import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError, TimedOut

from bot.delivery.line import ClosedError, LostError, NotSentError
from bot.delivery.outcome import ChatGone, Later, Outcome, Rejected, Sent, Trouble
from bot.delivery.verdict import heard, verdict
from bot.model import ChatState


def _because(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (_because(TimedOut(), NotSentError("", late=True)), Later(0, uncertain=False, reason=Trouble.UNREACHABLE)),
        (_because(TimedOut(), LostError("", late=True)), Later(0, uncertain=True, reason=Trouble.LOST)),
        (TimedOut(), Later(0, uncertain=True, reason=Trouble.LOST)),
        (_because(NetworkError(""), ClosedError("")), Later(0, uncertain=False, reason=Trouble.UNREACHABLE)),
        (BadRequest("Message is not modified: specified new message content"), Sent(0)),
        (NetworkError("message is not modified"), Later(0, uncertain=False, reason=Trouble.SERVER)),
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


@pytest.mark.parametrize(
    ("code", "said", "outcome"),
    [
        (200, '{"ok": true, "result": {"message_id": 1%s}}', Sent(0)),
        (200, '{"ok": true, "result": {"message_id": "7", "n": 1%s}}', Sent(0)),
        (
            400,
            '{"ok": false, "description": "Bad Request: x", "parameters": {"migrate_to_chat_id": -1%s}}',
            Rejected("x"),
        ),
    ],
)
def test_a_number_that_nothing_can_have_is_not_believed(code: int, said: str, outcome: Outcome) -> None:
    assert heard(code, (said % ("0" * 30)).encode()) == outcome
