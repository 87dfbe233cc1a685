"""Which addresses Telegram takes as a link, and how it writes them back."""

import re
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "tg", "ton", "tonsite"})
SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.\-]*)://")
HOST = re.compile(r"^(?:[^\s:/@?#.]+\.)+[^\s:/@?#.]{2,}$")
ADDRESS = re.compile(r"^\[?[0-9a-fA-F:.]+\]?$")


def checked_link(url: str) -> str:
    """The link as Telegram keeps it; empty when it is none, and then the entity is silently dropped."""
    url = url.strip()
    scheme = SCHEME.match(url)
    if scheme and scheme[1].lower() not in SCHEMES:
        return ""
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return url
    return _web_link(url if scheme else f"http://{url}")


def is_web_link(url: str) -> bool:
    return bool(checked_link(url))


def _web_link(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if any(char.isspace() for char in parts.netloc) or not (
        HOST.match(host) or ADDRESS.match(host) or host == "localhost"
    ):
        return ""
    bare = not parts.path and not parts.query and not parts.fragment
    return f"{url}/" if bare else url
