"""Certificates: the name asked for is the name shown to the server and the name its certificate must bear."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.sources.fetching import Failed, Fetched, Kind, Request
from bot.sources.http import Limits
from tests.delivery.loopback import Talk, answer, heard, serving
from tests.sources.internet import FEED, Internet, hang, saying

NAME = "news.example"
ADDRESS = "93.184.216.34"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own making with its key, for one name."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("no openssl here to make a certificate with")
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(file)]
    made = ["-x509", "-days", "2", "-subj", "/CN=x", "-addext", f"subjectAltName=DNS:{NAME}", "-out", str(file)]
    subprocess.run([openssl, "req", *key, *made], check=True, capture_output=True)
    return file


@asynccontextmanager
async def secure(
    internet: Internet, talk: Talk, certificate: Path, host: str = NAME
) -> AsyncIterator[list[str | None]]:
    """A server behind TLS; gives the names visitors ask it for."""
    asked: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _socket, name, _context: asked.append(name)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=context)
    internet.names[host] = [(ADDRESS,)]
    internet.routes[ADDRESS, 443] = server.sockets[0].getsockname()[1]
    async with server:
        yield asked


def kind(answered: object) -> Kind | None:
    return answered.kind if isinstance(answered, Failed) else None


async def test_the_name_asked_for_is_shown_and_checked_though_an_address_is_dialled(certificate: Path) -> None:
    internet = Internet()
    heads: list[bytes] = []
    trusting = ssl.create_default_context(cafile=str(certificate))
    async with secure(internet, saying(answer(FEED), heads), certificate) as asked:
        fetched = await internet.web(tls=trusting).fetch(Request(url=f"https://{NAME}/rss"))
    assert isinstance(fetched, Fetched)
    assert (fetched.url, fetched.body, asked) == (f"https://{NAME}/rss", FEED, [NAME])
    assert b"\r\nHost: news.example\r\n" in heads[0]
    assert internet.dialled == [(ADDRESS, 443)]


async def test_a_certificate_nobody_vouches_for_or_for_another_name_is_not_taken(certificate: Path) -> None:
    internet = Internet()
    heads: list[bytes] = []
    async with secure(internet, saying(answer(FEED), heads), certificate):
        assert kind(await internet.web().fetch(Request(url=f"https://{NAME}/"))) is Kind.TLS
        trusting = internet.web(tls=ssl.create_default_context(cafile=str(certificate)))
        internet.names["other.example"] = [(ADDRESS,)]
        assert kind(await trusting.fetch(Request(url="https://other.example/"))) is Kind.TLS
        assert kind(await trusting.fetch(Request(url=f"https://{ADDRESS}/"))) is Kind.TLS
    assert heads == []


async def test_a_server_that_speaks_no_tls_or_never_finishes_its_greeting_is_told_apart() -> None:
    internet = Internet()
    async with internet.site("plain.example", saying(b""), port=443):
        plain = await internet.web(limits=Limits(total=0.5)).fetch(Request(url="https://plain.example/"))
    async with internet.site("mute.example", hang, port=443):
        mute = await internet.web(limits=Limits(total=0.5)).fetch(Request(url="https://mute.example/"))

    async def babble(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with internet.site("http.example", babble, port=443):
        http = await internet.web().fetch(Request(url="https://http.example/"))
    assert kind(plain) is Kind.TIMEOUT
    assert kind(mute) is Kind.TIMEOUT
    assert kind(http) is Kind.TLS


async def test_a_proxy_sees_the_name_and_nothing_of_what_is_said(certificate: Path) -> None:
    internet = Internet()
    heads: list[bytes] = []
    ended = asyncio.Event()

    async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head, _ = await heard(reader)
        heads.append(head)
        there, back = await asyncio.open_connection("127.0.0.1", internet.routes[ADDRESS, 443])
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(pipe(reader, back), pipe(there, writer), return_exceptions=True)
        await asyncio.gather(back.wait_closed(), writer.wait_closed(), return_exceptions=True)
        ended.set()

    async def pipe(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(9999):
                target.write(data)
        finally:
            target.close()

    trusting = ssl.create_default_context(cafile=str(certificate))
    request = Request(url=f"https://me:geheim@{NAME}/rss", is_configured=True)
    async with secure(internet, saying(answer(FEED)), certificate) as asked, serving(tunnel) as proxy:
        fetched = await internet.web(tls=trusting, proxy=proxy).fetch(request)
        await ended.wait()
    assert isinstance(fetched, Fetched)
    assert (fetched.body, asked, internet.dialled) == (FEED, [NAME], [])
    assert heads[0].startswith(b"CONNECT news.example:443 HTTP/1.1\r\n")
    assert b"Authorization" not in heads[0]
