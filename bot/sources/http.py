"""The one door to the outside: fetches what a source or a reader names, and nothing from inside a network."""

import asyncio
import logging
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot import __version__
from bot.core.source_state import Validators
from bot.sources.addresses import literal
from bot.sources.domains import Domains
from bot.sources.fetching import Answer, Failed, Fetched, Kind, Reason, Refused, Request, Unchanged
from bot.sources.hints import Head, header, hints, retry_after, validators
from bot.sources.names import Names, SystemNames
from bot.sources.places import Bounds, all_open
from bot.sources.trail import MOVES, Trail, begin, onward
from bot.sources.unpacking import Body, UnpackingError

_GOOD = frozenset({HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION})

MOST_TRIED = 6
"""Addresses of a name; one that stands for thousands would have us knock at thousands of doors."""

log = logging.getLogger(__name__)


def agent(contact: str = "") -> str:
    """Says who we are; `contact` is an address of the operator's, of a page or of mail."""
    name = f"jianbao/{__version__}"
    return f"{name} (+{contact})" if contact else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a fetch may cost; seconds do not count while it waits for its turn at a site."""

    connect: float = 10.0
    total: float = 30.0
    bytes: int = 5 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How the outside is reached."""

    names: Names = field(default_factory=SystemNames)
    proxy: str | None = None
    """It looks the names up once more by itself, so what it connects to cannot be held to our rule."""
    tls: ssl.SSLContext | None = None
    """Whom to trust, if not whom the system trusts."""
    dial: Callable[[int], socket.socket] = socket.socket
    """Makes a socket of an address family."""


class Web:
    """Fetches; nothing is kept between two fetches but what `domains` remembers."""

    def __init__(
        self,
        *,
        domains: Domains,
        bounds: Bounds | None = None,
        ways: Ways | None = None,
        agent: str,
        limits: Limits | None = None,
    ) -> None:
        self._domains = domains
        self._bounds = bounds or Bounds()
        self._ways = ways or Ways()
        self._agent = agent
        self._limits = limits or Limits()

    async def fetch(self, request: Request) -> Answer:
        """Fetches a document; whatever goes wrong is an answer, and only cancellation is raised."""
        step: Trail | Answer = begin(request, self._bounds)
        left = self._limits.total
        while isinstance(step, Trail):
            async with self._domains.turn(step.place.host) as rest:
                if rest:
                    return Failed(kind=Kind.RESTING, url=str(step.place), retry_after=rest)
                began = asyncio.get_running_loop().time()
                step = await self._in_time(request, step, left)
                left -= asyncio.get_running_loop().time() - began
        return step

    async def _in_time(self, request: Request, trail: Trail, seconds: float) -> Trail | Answer:
        try:
            async with asyncio.timeout(max(seconds, 0)):
                return await self._visit(request, trail)
        except Exception as error:  # noqa: BLE001 - whatever a server makes the library stumble over
            return Failed(kind=_kind(error), url=str(trail.place))

    async def _visit(self, request: Request, trail: Trail) -> Trail | Answer:
        try:
            addresses = await self._addresses(trail)
        except OSError:
            return Failed(kind=Kind.DNS, url=str(trail.place))
        if not trail.is_opened and not all_open(addresses):
            return Refused(reason=Reason.ADDRESS, url=str(trail.place), is_redirect=len(trail.seen) > 1)
        proxy = None if trail.is_opened else self._ways.proxy
        connector = self._proxied() if proxy else self._direct(addresses[:MOST_TRIED], trail.place.port)
        async with (
            self._session(connector) as session,
            session.get(
                trail.place.url, headers=self._headers(request, trail), proxy=proxy, allow_redirects=False
            ) as response,
        ):
            return await self._heard(response, request, trail)

    async def _addresses(self, trail: Trail) -> tuple[str, ...]:
        if trail.place.address:
            return (trail.place.host,)
        found = await self._ways.names.addresses(trail.place.host)
        if not found:
            raise OSError("the name has no address")
        return found

    def _headers(self, request: Request, trail: Trail) -> dict[str, str]:
        known = request.validators
        headers = {"Accept": request.accept, "Accept-Encoding": "gzip", "User-Agent": self._agent, **known.headers()}
        if trail.is_home:
            if trail.start.login:
                headers["Authorization"] = f"Basic {b64encode(':'.join(trail.start.login).encode()).decode()}"
            own = {name.lower() for name in request.headers}
            headers = {name: value for name, value in headers.items() if name.lower() not in own} | dict(
                request.headers
            )
        return headers

    def _session(self, connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, connect=self._limits.connect, sock_connect=self._limits.connect),
            trust_env=False,
            auto_decompress=False,
            middlewares=(_once,),
        )

    def _direct(self, addresses: tuple[str, ...], port: int) -> aiohttp.TCPConnector:
        """Makes connections to the addresses that were checked and to no other."""
        checked = frozenset(map(literal, addresses))

        def dial(info: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
            if literal(str(info[4][0])) not in checked or info[4][1] != port:
                raise PermissionError("not the address that was checked")
            return self._ways.dial(info[0])

        return aiohttp.TCPConnector(
            resolver=_Known(addresses),
            socket_factory=dial,
            use_dns_cache=False,
            force_close=True,
            ssl=self._ways.tls or True,
        )

    def _proxied(self) -> aiohttp.TCPConnector:
        """Makes connections to the proxy, whose address is the operator's choice."""
        return aiohttp.TCPConnector(
            resolver=_Asking(self._ways.names), use_dns_cache=False, force_close=True, ssl=self._ways.tls or True
        )

    async def _heard(self, response: aiohttp.ClientResponse, request: Request, trail: Trail) -> Trail | Answer:
        head, status, url, now = response.raw_headers, response.status, str(trail.place), self._domains.now()
        if status in MOVES:
            location = next((value for name, value in head if name.lower() == b"location"), b"")
            if not location:
                return Failed(kind=Kind.REDIRECTS, url=url, status=status)
            return onward(trail, status, location, self._bounds)
        if status == HTTPStatus.NOT_MODIFIED and request.validators:
            return _unchanged(request, trail, head, now)
        if status not in _GOOD:
            wait = retry_after(head, now=now)
            if status == HTTPStatus.TOO_MANY_REQUESTS:
                wait = self._domains.hush(trail.place.host, wait or None)  # "at once" tells no time to a crowd
            return Failed(kind=Kind.STATUS, url=url, status=status, retry_after=wait)
        return Fetched(
            url=url,
            status=status,
            body=await self._body(response, request),
            came_at=now,
            content_type=header(head, b"content-type") or "",
            validators=validators(head),
            hints=hints(head, now=now, permanent=trail.permanent),
        )

    async def _body(self, response: aiohttp.ClientResponse, request: Request) -> bytes:
        limit = self._limits.bytes if request.limit_bytes is None else min(request.limit_bytes, self._limits.bytes)
        body = Body(response.headers.get("Content-Encoding", ""), limit)
        if (response.content_length or 0) > limit:
            raise UnpackingError(Kind.TOO_LARGE)
        async for data in response.content.iter_any():
            body.take(data)
        return body.whole()


def _unchanged(request: Request, trail: Trail, head: Head, now: datetime) -> Unchanged:
    old, new = request.validators, validators(head)
    kept = Validators(etag=new.etag or old.etag, last_modified=new.last_modified or old.last_modified)
    return Unchanged(url=str(trail.place), validators=kept, hints=hints(head, now=now, permanent=trail.permanent))


class _LostError(Exception):
    """The connection ended before an answer came."""


async def _once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Asks once: aiohttp would repeat a GET at a server that hung up, and the server did not wish for that."""
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise _LostError from error


_KINDS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Kind], ...] = (
    (TimeoutError, Kind.TIMEOUT),
    ((aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError, ssl.SSLError), Kind.TLS),
    ((aiohttp.ClientProxyConnectionError, aiohttp.ClientHttpProxyError), Kind.PROXY),
    (aiohttp.ClientConnectorError, Kind.CONNECT),
    (aiohttp.ClientPayloadError, Kind.CUT_SHORT),
    ((_LostError, aiohttp.ClientConnectionError), Kind.LOST),
    (aiohttp.ClientResponseError, Kind.GARBLED),
)
"""What the library's errors mean; the first row that fits counts."""


def _kind(error: Exception) -> Kind:
    if isinstance(error, UnpackingError):
        return error.kind
    for known, kind in _KINDS:
        if isinstance(error, known):
            return kind
    log.warning("A fetch failed in a way nobody knows (%s)", type(error).__name__)
    return Kind.GARBLED


class _Known(AbstractResolver):
    """Answers with the addresses that were found and checked; nobody is asked a second time."""

    def __init__(self, addresses: tuple[str, ...]) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in self._addresses
        ]

    async def close(self) -> None:
        """Has nothing to close."""


class _Asking(_Known):
    """Asks for the address of a proxy."""

    def __init__(self, names: Names) -> None:
        super().__init__(())
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        return await _Known(await self._names.addresses(host)).resolve(host, port, family)
