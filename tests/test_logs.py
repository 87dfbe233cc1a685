"""Promises about what the log never tells."""

import logging

import pytest

from bot.logs import _CHATTY, hide_secrets, set_up_logs

TOKEN = "123456789:AAEexampleexampleexampleexample_-x"


@pytest.fixture(autouse=True)
def _restored() -> object:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in _CHATTY}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, was in levels.items():  # the dictionary of jieba has silenced its own
        logging.getLogger(name).setLevel(was)


@pytest.mark.parametrize(
    "text",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"https://example.org/?url=bot{TOKEN.replace(':', '%3A')}",
        f"The token `{TOKEN}` was rejected",
        "https://rsshub.example.org/sina?key=hidden-word&code=hidden-word",
        "https://me:hidden-word@rsshub.example:1200/sina",
        "HTTP://hidden-word@example.org and http://me:AAEexample@example.org/a@b",
    ],
)
def test_no_secret_is_told(text: str) -> None:
    told = hide_secrets(text)
    assert "AAEexample" not in told
    assert "hidden-word" not in told


def test_a_line_of_the_log_hides_the_token_in_message_arguments_and_errors(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(secrets=["short:secret"], level=logging.DEBUG)
    log = logging.getLogger("test")
    try:
        raise ValueError(TOKEN)
    except ValueError:
        log.exception("failed at %s with short:secret", f"/bot{TOKEN}/getMe")
    told = capsys.readouterr().err
    assert "failed at" in told
    assert "AAEexample" not in told
    assert "short:secret" not in told


def test_an_event_is_one_line_and_tells_the_kind_of_its_error(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs()
    try:
        raise KeyError("x")
    except KeyError:
        logging.getLogger("test").exception("first\nsecond")
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "first second (KeyError)" in told
