"""The log: one event a line on stderr, and never a secret in it."""

import logging
import re
import sys
from collections.abc import Iterable

_TOKEN = re.compile(r"(bot)?\d{3,20}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
_KEY = re.compile(
    r"\b([\w.-]{0,30}(?:key|code|token|secret|password|passwd|pwd|auth|signature|sign|sig))=[^&\s\"']+", re.IGNORECASE
)
_LOGIN = re.compile(r"(https?://)[^/?#@\s]*@", re.IGNORECASE)
_CHATTY = ("httpx", "httpcore", "telegram", "aiohttp.access", "watchfiles", "asyncio")
HIDDEN = "[hidden]"


class _Discreet(logging.Formatter):
    """Writes a record as one line, secrets hidden, without tracebacks unless asked for."""

    def __init__(self, secrets: Iterable[str], *, tracebacks: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = tuple(secret for secret in secrets if secret)
        self._tracebacks = tracebacks

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info and not self._tracebacks:
            kind = record.exc_info[0]
            record = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
            record.msg, record.args = f"{record.getMessage()} ({kind.__name__ if kind else 'error'})", ()
        line = super().format(record)
        return self.hide(line if self._tracebacks else " ".join(line.splitlines()))

    def hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = _LOGIN.sub(rf"\1{HIDDEN}@", text)
        return _KEY.sub(rf"\1={HIDDEN}", _TOKEN.sub(HIDDEN, text))


def set_up_logs(*, secrets: Iterable[str] = (), level: int = logging.INFO) -> None:
    """Sends the log to stderr; with DEBUG, tracebacks are told too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Discreet(secrets, tracebacks=level <= logging.DEBUG))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)  # httpx tells the address, and with it the token, at INFO


def hide_secrets(text: str, secrets: Iterable[str] = ()) -> str:
    """Tells a text without tokens, keys and passwords, for errors shown to a person."""
    return _Discreet(secrets, tracebacks=True).hide(text)
