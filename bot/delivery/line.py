"""One line to a server: says a request over aiohttp and hears the answer; a failure tells what may have arrived."""

import asyncio
import select
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Self

import aiohttp
from aiohttp.connector import Connection

from bot import __version__

FORM = "application/x-www-form-urlencoded"
MOST_BYTES = 32 * 2**20
"""No answer of Telegram's is nearly as long; a server that never stops talking must not fill the memory."""
PART_BYTES = 64 * 1024
"""What is longer is written in parts, each within the time for writing; less than that the system takes at once."""
KEPT_SECONDS = 15.0
"""A connection unused for longer is not used again: servers close theirs, and a message sent into that is in doubt."""

_HEADERS = {"User-Agent": f"jianbao/{__version__}", "Accept-Encoding": "identity"}


class LineError(Exception):
    """A request without an answer; neither its words nor its cause hold the address, and with it the token."""

    def __init__(self, reason: str, *, late: bool = False) -> None:
        super().__init__(reason)
        self.late = late
        """True when a limit of time was reached."""


class NotSentError(LineError):
    """Nothing of the request reached the server."""


class ClosedError(NotSentError):
    """The line was closed by us before the request could go."""


class LostError(LineError):
    """The request may have arrived; its answer did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How many seconds each step of a request may take; None is without limit."""

    pool: float | None = 30.0
    connect: float | None = 5.0
    write: float | None = 5.0
    """For each part of a long request."""
    read: float | None = 20.0
    total: float | None = None


USUAL = Patience()


@lru_cache(maxsize=64)
def _limits(patience: Patience) -> aiohttp.ClientTimeout:
    steps = (patience.pool, patience.connect)
    connect = None if None in steps else sum(step for step in steps if step is not None)
    return aiohttp.ClientTimeout(
        total=patience.total, connect=connect, sock_connect=patience.connect, sock_read=patience.read
    )


class Line:
    """Keeps connections to a server, opened with the first request and again after `open`, until `close`."""

    def __init__(self, *, connections: int = 64, proxy: str | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._connections = connections
        self._proxy = proxy
        self._most = most_bytes
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    async def __aenter__(self) -> Self:
        self.open()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

    def open(self) -> None:
        """Lets requests through again after `close`."""
        self._closed = False

    async def close(self) -> None:
        """Ends every request: those in flight as lost, those that wait for a connection and later ones as closed."""
        self._closed = True
        session, self._session = self._session, None
        if session:
            await session.close()

    async def post(self, url: str, body: bytes, *, kind: str = FORM, patience: Patience = USUAL) -> tuple[int, bytes]:
        """Posts a body and gives the status and the body of the answer; raises nothing but `LineError`."""
        if len(body) <= PART_BYTES:
            return await self._ask("POST", url, body, {"Content-Type": kind}, patience)
        headers = {"Content-Type": kind, "Content-Length": str(len(body))}
        try:
            async with asyncio.timeout(None) as limit:
                return await self._ask("POST", url, _in_parts(body, limit, patience.write), headers, patience)
        except TimeoutError:
            late = LostError("the request could not be written in time", late=True)
        raise late

    async def get(self, url: str, *, patience: Patience = USUAL) -> tuple[int, bytes]:
        """Gets what stands at an address, as `post` does."""
        return await self._ask("GET", url, None, None, patience)

    async def _ask(
        self,
        method: str,
        url: str,
        body: bytes | AsyncIterator[bytes] | None,
        headers: Mapping[str, str] | None,
        patience: Patience,
    ) -> tuple[int, bytes]:
        session = self._opened()
        try:
            # A redirect would carry the message, and the token in its address, to another server.
            async with session.request(
                method, url, data=body, headers=headers, timeout=_limits(patience), allow_redirects=False
            ) as response:
                return response.status, await self._whole(response.content)
        except TimeoutError:
            trouble = LostError("no answer in time", late=True)
        except (aiohttp.ClientError, aiohttp.http.HttpProcessingError, OSError, ValueError) as error:
            trouble = LostError(f"the answer was lost ({type(error).__name__})")
        raise trouble  # here, not above: the library's error holds the address and would hang on ours

    def _opened(self) -> aiohttp.ClientSession:
        if self._closed:
            raise ClosedError("the line is closed")
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=_Connector(self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=_HEADERS,
                proxy=self._proxy,
                trust_env=False,
            )
        return self._session

    async def _whole(self, content: aiohttp.StreamReader) -> bytes:
        parts = []
        size = 0
        async for part in content.iter_any():
            size += len(part)
            if size > self._most:
                raise LostError("the answer does not end")
            parts.append(part)
        return b"".join(parts)


class _Connector(aiohttp.TCPConnector):
    """Connects; all that goes wrong up to that is known to have left nothing at the server."""

    def __init__(self, connections: int) -> None:
        super().__init__(limit=connections, keepalive_timeout=KEPT_SECONDS)
        self._used: weakref.WeakSet[object] = weakref.WeakSet()

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[aiohttp.tracing.Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - the library's signature
    ) -> Connection:
        try:
            return await self._fresh(partial(super().connect, req, traces, timeout))
        except TimeoutError:
            trouble: NotSentError = NotSentError("no connection in time", late=True)
        except asyncio.CancelledError:
            # Closing the connector cancels those who wait in it, although nobody cancelled their tasks.
            task = asyncio.current_task()
            if not self.closed or (task and task.cancelling()):
                raise
            trouble = ClosedError("the line was closed")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            trouble = NotSentError(f"no connection came about ({type(error).__name__})")
        raise trouble

    async def _fresh(self, connect: Callable[[], Awaitable[Connection]]) -> Connection:
        """Gives a connection that the server has not ended, be it that nobody has noticed yet."""
        while True:
            connection = await connect()
            if connection.protocol not in self._used:
                self._used.add(connection.protocol)
                return connection
            if not _has_ended(connection):
                return connection
            connection.close()


def _has_ended(connection: Connection) -> bool:
    """Tells whether something waits on a connection where nothing was asked: its end, or what belongs to no request."""
    socket = connection.transport.get_extra_info("socket") if connection.transport else None
    if socket is None or socket.fileno() < 0:
        return True
    poll = select.poll()
    poll.register(socket.fileno(), select.POLLIN)
    return bool(poll.poll(0))


async def _in_parts(body: bytes, limit: asyncio.Timeout, seconds: float | None) -> AsyncIterator[bytes]:
    loop = asyncio.get_running_loop()
    for start in range(0, len(body), PART_BYTES):
        limit.reschedule(None if seconds is None else loop.time() + seconds)
        yield body[start : start + PART_BYTES]
    limit.reschedule(None)
