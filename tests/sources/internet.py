"""A small internet on loopback: names and open addresses lead to servers of a test, and every connection is counted."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.sources.domains import Domains
from bot.sources.http import Limits, Ways, Web, agent
from bot.sources.places import Bounds, Opened
from tests.delivery.loopback import Talk, answer, heard, serving

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
BYTES = 200_000
FEED = "<rss>新闻</rss>".encode()
URL = "http://news.example/rss"
LIMITS = Limits(connect=20, total=20, bytes=BYTES)


@dataclass
class Internet:
    """What a fetcher sees of the world."""

    names: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    """The answers for a name, one after the other; the last one stays."""
    routes: dict[tuple[str, int], int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    dialled: list[tuple[str, int]] = field(default_factory=list)
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.domains = Domains(lambda: self.now)

    async def addresses(self, host: str) -> tuple[str, ...]:
        self.asked.append(host)
        answers = self.names.get(host)
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def dial(self, family: int) -> socket.socket:
        return _Rewired(self, family)

    def web(
        self,
        *opened: str,
        limits: Limits = LIMITS,
        ports: tuple[int, ...] = (),
        proxy: str | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> Web:
        """Makes a fetcher that lives in here."""
        bounds = Bounds(ports=frozenset({80, 443, *ports}), opened=tuple(map(Opened.read, opened)))
        return Web(
            domains=self.domains,
            bounds=bounds,
            ways=Ways(names=self, dial=self.dial, proxy=proxy, tls=tls),
            agent=agent("https://jianbao.example/bot"),
            limits=limits,
        )

    @asynccontextmanager
    async def site(self, host: str, talk: Talk, *, port: int = 80, address: str = "") -> AsyncIterator[None]:
        """Gives a name an open address where a server talks."""
        address = address or f"93.184.216.{len(self.routes) + 1}"
        self.names.setdefault(host, [(address,)])
        async with serving(talk) as url:
            self.routes[address, port] = int(url.rpartition(":")[2])
            yield

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class _Rewired(socket.socket):
    """Leads a connection to an open address to a server on loopback, and one to any other address nowhere."""

    def __init__(self, internet: Internet, family: int) -> None:
        super().__init__(family)
        self._internet = internet

    def connect(self, address: Any) -> None:  # noqa: ANN401 - the standard library's signature
        place = (address[0], address[1])
        self._internet.dialled.append(place)
        if place not in self._internet.routes:
            raise ConnectionRefusedError("nobody is there")
        super().connect(("127.0.0.1", self._internet.routes[place]))


def saying(reply: bytes, heads: list[bytes] | None = None) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head, _ = await heard(reader)
        if heads is not None:
            heads.append(head)
        writer.write(reply)

    return talk


def moved(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, f"Location: {location}\r\n")


def zipped(data: bytes, more: str = "", encoding: str = "gzip") -> bytes:
    return answer(data, more=f"Content-Encoding: {encoding}\r\n{more}")


def by_path(replies: dict[str, bytes], heads: list[bytes] | None = None) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head, _ = await heard(reader)
        if heads is not None:
            heads.append(head)
        writer.write(replies[head.split()[1].decode()])

    return talk


async def hang(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()
    await reader.read()
