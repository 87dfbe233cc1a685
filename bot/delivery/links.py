"""Which addresses may be put under a button or beside a message."""

import re
from urllib.parse import quote, urlsplit

MAX_LINK = 2048

_HOST = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[\w-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"


def safe_link(link: str | None) -> str | None:
    """Gives an http(s) address with a public-looking host as Telegram takes it, or None."""
    address = (link or "").strip()
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme.casefold() not in {"http", "https"} or parts.username is not None:
        return None
    if _BLANK.search(address) or not _HOST.match(host):
        return None
    # Telegram takes raw UTF-8, but some clients break such links; what is encoded already stays as it is.
    rest = quote(address.split(parts.netloc, 1)[1], safe=_KEPT, errors="ignore")
    found = f"{parts.scheme.casefold()}://{host}{port}{rest}"
    return found if len(found) <= MAX_LINK else None
