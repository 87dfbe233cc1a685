"""Where a fetch may go: how an address is read, and what an operator opens of his own network."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Self
from urllib.parse import quote

from yarl import URL

from bot.sources.addresses import Address, is_open, literal
from bot.sources.fetching import Reason

USUAL_PORTS = frozenset({80, 443})
_SCHEMES = frozenset({"http", "https"})
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""A last part that makes browsers and systems read the whole host as an address (WHATWG URL, "ends in a number")."""
_LOCAL = ("localhost", "localdomain")
_OPENED = re.compile(r"(?P<host>\[[0-9a-fA-F:.]+(?:/\d+)?\]|[^\s:\[\]]+)(?::(?P<ports>\d+(?:,\d+)*))?")
_ASCII = bytes(range(0x21, 0x7F)).decode()


@dataclass(frozen=True, slots=True)
class Place:
    """An address that can be visited, without its name and password."""

    url: URL
    login: tuple[str, str] | None = None

    @property
    def host(self) -> str:
        return self.url.raw_host or ""

    @property
    def port(self) -> int:
        return self.url.port or 0

    @property
    def address(self) -> Address | None:
        """The address the host is written as, if it is no name."""
        return literal(self.host)

    @property
    def origin(self) -> tuple[str, str, int]:
        """What must be the same for secrets to be told."""
        return self.url.scheme, self.host, self.port

    def __str__(self) -> str:
        return str(self.url)


def read_place(text: str) -> Place | Reason:
    """Reads an address a person or a configuration gave."""
    try:
        return _checked(_parsed(text.strip()))
    except ValueError:  # its words may hold the address
        return Reason.MALFORMED


def next_place(location: bytes, here: Place) -> Place | Reason:
    """Reads where an answer sends us to; a login in there is not ours to use."""
    try:
        place = _checked(here.url.join(_parsed(_told(location))))
    except ValueError:
        return Reason.MALFORMED
    if isinstance(place, Place) and here.url.scheme == "https" and place.url.scheme == "http":
        return Reason.DOWNGRADE
    return Reason.LOGIN if isinstance(place, Place) and place.login else place


def _told(location: bytes) -> str:
    """Makes text of a header as browsers do: UTF-8, or else its bytes as they are."""
    try:
        return location.decode().strip()
    except UnicodeDecodeError:
        return quote(location.strip(), safe=_ASCII)


def _parsed(text: str) -> URL:
    text.encode()  # half a surrogate pair would be left out silently
    if any(mark in text for mark in "\r\n\t\0"):
        raise ValueError("a control character")
    try:
        return URL(text)
    except IndexError as error:  # yarl looks for a host in `http://[]@/`
        raise ValueError("no host") from error


def _checked(url: URL) -> Place | Reason:
    if url.scheme not in _SCHEMES:
        return Reason.SCHEME if url.scheme else Reason.MALFORMED
    if not url.raw_host:
        return Reason.MALFORMED
    login = None if url.user is None and url.password is None else (url.user or "", url.password or "")
    bare = url.with_user(None).with_fragment(None)
    if bare.raw_path == "/":  # also of an address without any: two forms of one would hide a circle
        bare = bare.with_path("/", keep_query=True)
    place = Place(bare, login)
    return place if place.address or _is_name(place.host) else Reason.HOST


def _is_name(host: str) -> bool:
    last = host.rpartition(".")[2]
    return bool(_NAME.fullmatch(host)) and not _NUMBER.fullmatch(last)


@dataclass(frozen=True, slots=True)
class Opened:
    """A host by its name, or a network, that an operator opens to his own sources at some ports."""

    host: str
    ports: frozenset[int]
    network: IPv4Network | IPv6Network | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """Reads `rsshub:1200`, `10.0.0.0/8:80,1200`, `[fd00::/8]:1200`; raises ValueError for anything else."""
        found = _OPENED.fullmatch(text.strip())
        if not found:
            raise ValueError("must be written like rsshub.lan:1200, 192.168.1.0/24:1200 or [fd00::/8]:1200")
        ports = frozenset(map(int, found["ports"].split(","))) if found["ports"] else USUAL_PORTS
        if not all(0 < port < 2**16 for port in ports):
            raise ValueError("a port lies between 1 and 65535")
        host = found["host"].strip("[]").lower()
        if "/" in host or literal(host):
            return cls(host, ports, ip_network(host))
        url = URL.build(scheme="http", host=host)
        if not _is_name(url.raw_host or ""):
            raise ValueError("is no host, no address and no network")
        return cls(url.raw_host or "", ports)

    def holds(self, place: Place) -> bool:
        """Tells whether a place is opened; a network opens addresses only, never what a name may stand for."""
        if place.port not in self.ports:
            return False
        if self.network is None:
            return place.host == self.host
        return place.address is not None and place.address in self.network


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where fetches may go."""

    ports: frozenset[int] = USUAL_PORTS
    opened: tuple[Opened, ...] = ()

    def opens(self, place: Place) -> bool:
        """Tells whether an operator opened a place of his own network."""
        return any(opened.holds(place) for opened in self.opened)

    def objection(self, place: Place) -> Reason | None:
        """Tells why a place is not visited, before its name is looked up."""
        if place.address and not is_open(place.address):
            return Reason.ADDRESS
        if place.address is None and ("." not in place.host or place.host.rpartition(".")[2] in _LOCAL):
            return Reason.HOST
        return None if place.port in self.ports else Reason.PORT


def all_open(addresses: Iterable[str]) -> bool:
    """Tells whether every address a name stands for is one of the open internet; one bad one spoils them all."""
    return all((address := literal(text)) is not None and is_open(address) for text in addresses)
