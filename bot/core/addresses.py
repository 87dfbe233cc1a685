"""One spelling for a link, so that the same page is known again however a feed writes its address."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

_TRACKERS = re.compile(r"utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|spm|share_token", re.IGNORECASE)
_ROUTE = re.compile(r"[/!]")
_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"https?://(www\.)?", re.IGNORECASE)


@lru_cache(maxsize=16_384)  # a document lists the same links at every poll
def canonical(link: str) -> str:
    """Gives a link without what differs between two spellings of it: a key to compare by, not an address to open.

    Scheme and `www.` go, for sites change both together and never mean another article by it. Parameters are sorted
    and trackers left out; a fragment counts only where it names a page (`#/` or `#!`).
    """
    link = link.strip()
    try:
        parts = urlsplit(link)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return link
    if parts.scheme not in _PORTS or not host:
        return link
    place = host if port in {None, _PORTS[parts.scheme]} else f"{host}:{port}"
    query = _kept(parts.query) if parts.query else ""
    route = f"#{parts.fragment}" if _ROUTE.match(parts.fragment) else ""
    return f"{place}{unquote(parts.path).rstrip('/')}{query}{route}"


def _kept(query: str) -> str:
    """Gives the parameters that name a page, in one order."""
    asked = sorted(pair for pair in parse_qsl(query, keep_blank_values=True) if not _TRACKERS.fullmatch(pair[0]))
    return f"?{'&'.join(f'{name}={value}' for name, value in asked)}" if asked else ""


def door(link: str) -> str:
    """Gives the host and the port of a link, as an operator opens them."""
    parts = urlsplit(link)
    host = parts.hostname or ""
    return f"{f'[{host}]' if ':' in host else host}:{parts.port or _PORTS.get(parts.scheme, 80)}"


def without_scheme(guid: str) -> str:
    """Gives a guid as it stays when its site turns to https or drops `www.`; everything else of it is opaque."""
    return _SCHEME.sub("", guid.strip(), count=1)
