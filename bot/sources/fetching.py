"""What is asked of the web and what becomes of it: ordinary ends, told as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from http import HTTPStatus
from types import MappingProxyType

from bot.core.source_state import Validators

NOTHING_KNOWN = Validators()
EXPIRED = datetime.fromtimestamp(0, UTC)
"""Stands for `Expires: 0` and whatever else there is no date: the answer is old already (RFC 9111, 5.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be fetched, and for whom."""

    url: str
    validators: Validators = NOTHING_KNOWN
    accept: str = "*/*"
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The operator's own, such as a key; they go to the host of `url` alone."""
    limit_bytes: int | None = None
    """Fewer bytes than usual."""
    is_configured: bool = False
    """True for what the operator wrote himself: he may name places of his own network, a name and a password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a server wishes about the next visit, and where it wants to be found."""

    max_age: timedelta | None = None
    expires_at: datetime | None = None
    retry_after: timedelta | None = None
    permanent: str | None = None
    """Where a chain of nothing but moves for good (301, 308) led to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A document; `url` is where it was found after all redirects."""

    url: str
    status: int
    body: bytes = field(repr=False)
    came_at: datetime
    content_type: str = ""
    validators: Validators = NOTHING_KNOWN
    hints: Hints = Hints()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The document is the one of the validators; these are to be kept, with what the server says anew of them."""

    url: str
    validators: Validators = NOTHING_KNOWN
    hints: Hints = Hints()


class Reason(StrEnum):
    """Why a place is not visited."""

    MALFORMED = "malformed"
    """It is no address."""
    SCHEME = "scheme"
    """It is not http or https."""
    HOST = "host"
    """Its host is no name of the internet, such as `localhost`, `127.1` or `example.com.`."""
    LOGIN = "login"
    """It carries a name or a password."""
    PORT = "port"
    ADDRESS = "address"
    """It, or one of the addresses its name stands for, is not of the open internet."""
    DOWNGRADE = "downgrade"
    """It left https for http."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """We do not go there; nothing was sent to that place."""

    reason: Reason
    url: str
    """The place refused, without name and password."""
    is_redirect: bool = False
    """True when another place sent us there."""

    @property
    def key(self) -> str:
        """Names the sentence that tells people."""
        return f"fetch-refused-{self.reason}"


class Kind(StrEnum):
    """At which step a fetch failed."""

    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    PROXY = "proxy"
    TIMEOUT = "timeout"
    LOST = "lost"
    """The server hung up before it answered."""
    GARBLED = "garbled"
    """What came was no HTTP."""
    CUT_SHORT = "cut-short"
    """The answer broke off."""
    TOO_LARGE = "too-large"
    ENCODING = "encoding"
    """The answer was packed in a way that was not asked for, or cannot be unpacked."""
    REDIRECTS = "redirects"
    """Too many, in a circle, or to nowhere."""
    RESTING = "resting"
    """The site asked all of us to wait, so it was not even asked."""
    STATUS = "status"


_STATUS_KEYS: dict[int, str] = {
    HTTPStatus.UNAUTHORIZED: "forbidden",
    HTTPStatus.FORBIDDEN: "forbidden",
    HTTPStatus.NOT_FOUND: "missing",
    HTTPStatus.GONE: "gone",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "forbidden",
    HTTPStatus.TOO_MANY_REQUESTS: "resting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Nothing usable came; another time it may."""

    kind: Kind
    url: str
    """The place where it failed, without name and password."""
    status: int | None = None
    retry_after: timedelta | None = None

    @property
    def key(self) -> str:
        """Names the sentence that tells people; that of a status knows `{ $status }`."""
        if self.kind is not Kind.STATUS or self.status is None:
            return f"fetch-failed-{self.kind}"
        usual = "server" if self.status >= HTTPStatus.INTERNAL_SERVER_ERROR else "status"
        return f"fetch-failed-{_STATUS_KEYS.get(self.status, usual)}"


Answer = Fetched | Unchanged | Refused | Failed
