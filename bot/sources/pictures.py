"""Chooses the picture an article is shown with: what is a real picture, at its real address."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

_PROXY = re.compile(r"https?://cors\.zfour\.workers\.dev/\?", re.IGNORECASE)
"""The writer fetches http pictures through it; readers need the picture's own address."""

NO_PICTURES = (
    (re.compile(r"://picsum\.photos/"), "a random picture for posts without one, another one at every crawl"),
    (re.compile(r"/343233024\.png"), "the QR code of Sina's app"),
    (re.compile(r"/200/w500h500/"), "a broker's QR code at Sina"),
    (re.compile(r"qr[-_]?code|erweima|二维码", re.IGNORECASE), "a QR code"),
    (re.compile(r"/emoji/|/smil(?:ey|ie)s?/", re.IGNORECASE), "one that stands for a letter"),
    (re.compile(r"://(?:pixel|stats?|analytics)\.|/_/stat\?", re.IGNORECASE), "counts who reads"),
    (re.compile(r"/(?:blank|spacer|placeholder|loading|pixel)\.(?:gif|png)", re.IGNORECASE), "a placeholder"),
)
LONGEST = 2048
ADDRESSES = ("data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-url", "src")
"""Where a picture's tag has its address; one that is fetched late has a placeholder as its `src`."""

_DOT = re.compile(r"\s{0,9}[0-2](?:px)?\s{0,9}", re.IGNORECASE)


def picture_of(addresses: Iterable[str]) -> str | None:
    """Gives the first address that shows something of the article."""
    return next((found for found in map(_picture, addresses) if found), None)


def is_dot(*sizes: str) -> bool:
    """Tells whether a picture shows nothing by its width or height: such a one counts who reads."""
    return any(map(_DOT.fullmatch, sizes))


def web_address(text: str) -> str | None:
    """Gives an http or https address with a host, and nothing else."""
    address = text.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        parts = urlsplit(address)
        named = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        return None
    return address if named and len(address) <= LONGEST and not re.search(r"[\s<>\"\x00-\x1f]", address) else None


def _picture(text: str) -> str | None:
    proxied = _PROXY.match(text.strip())
    address = web_address(
        unquote(text.strip()[proxied.end() :])
        if proxied and "%3A%2F%2F" in text.upper()
        else _PROXY.sub("", text.strip())
    )
    if address is None or any(pattern.search(address) for pattern, _ in NO_PICTURES):
        return None
    return address
