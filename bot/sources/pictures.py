"""Chooses the picture an article is shown with: what is a real picture, at its real address."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    (re.compile(r"equation\?tex=|latex\.codecogs\.|/math/render/"), "a formula"),
    (re.compile(r"://(?:img\.shields\.io|badgen\.net|badge\.)", re.IGNORECASE), "a badge"),
    (re.compile(r"\.svg(?:$|[?#])", re.IGNORECASE), "a drawing of lines, which Telegram shows nobody"),
    (re.compile(r"/(?:blank|spacer|placeholder|loading|pixel)\.(?:gif|png)", re.IGNORECASE), "a placeholder"),
)
LONGEST = 2048
LATE = (
    *("data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-url", "data-lazyload", "data-lazy"),
    *(
        "data-echo",
        "data-original-src",
        "data-ks-lazyload",
        "lazy-src",
        "original",
        "real_src",
        "_src",
        "zoomfile",
        "file",
    ),
)
"""Where the tag of a picture that is fetched late has its address; then its `src` is a placeholder."""
IMAGES = ("img", "amp-img")
ADDRESSES = (*LATE, "data-srcset", "src", "srcset")
SETS = frozenset({"data-srcset", "srcset"})
"""They hold several addresses, each with its width or density."""
WIDTH = 1280
"""Of several the one nearest to this many dots is shown, on a phone as on a screen."""

_NO_BLANK = re.compile(r"(\s\d[\d.]{0,9}[wxh]),(?=\S)")
_SIZE = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)([wx])")
_DOT = re.compile(r"\s{0,9}[0-2](?:px)?\s{0,9}", re.IGNORECASE)
_ICON = re.compile(r"\s{0,9}(?:[1-5]?\d|6[0-4])(?:px)?\s{0,9}", re.IGNORECASE)


def picture_of(addresses: Iterable[str]) -> str | None:
    """Gives the first address that shows something of the article."""
    return next((found for found in map(_picture, addresses) if found), None)


def addresses_in(told: Callable[[str], object]) -> Iterator[str]:
    """Gives what may be a picture's address, the likeliest first, by what its tag tells under each name."""
    for name in ADDRESSES:
        said = told(name)
        if isinstance(said, str) and (name not in LATE or "/" in said or "." in said) and said.strip():
            yield _fitting(said) if name in SETS else said


def each_address(several: str) -> list[list[str]]:
    """Gives the addresses of a `srcset`, each with its size if it has one."""
    parts = (part.split()[:2] for part in re.split(r",\s+", _NO_BLANK.sub(r"\1, ", several)))
    return [[part[0].strip(","), *part[1:]] for part in parts if part]


def _fitting(several: str) -> str:
    found = each_address(several) or [[""]]
    return min(found, key=lambda part: abs(_width(part[1:]) - WIDTH))[0]


def _width(size: Sequence[str]) -> float:
    found = _SIZE.fullmatch(size[0].strip(",")) if size else None
    if found is None:
        return WIDTH
    return float(found[1]) if found[2] == "w" else float(found[1]) * WIDTH


def is_tiny(width: str, height: str) -> bool:
    """Tells whether a picture shows nothing of an article by its size: it counts who reads, or is an icon or a face."""
    return any(map(_DOT.fullmatch, (width, height))) or all(map(_ICON.fullmatch, (width, height)))


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
