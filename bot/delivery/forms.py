"""How a call's parameters are written: as a form, or in parts when files go with them."""

import json
import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

File = tuple[str, bytes, str]
"""A file's name, content and kind."""

_TAMED = str.maketrans({'"': "'", "\\": "_", ";": ",", "\r": " ", "\n": " ", "\0": " "})
"""Telegram's server knows no escapes and ends a name at the first `;` (TDLib, `HttpReader.cpp`)."""


def form(parameters: Mapping[str, object]) -> bytes:
    """Writes parameters as a form, those that are None left out; text stays text, all else becomes JSON."""
    given = {name: _text(value) for name, value in parameters.items() if value is not None}
    return urlencode(given, errors="replace").encode()


def parts(parameters: Mapping[str, object], files: Mapping[str, File]) -> tuple[bytes, str]:
    """Writes parameters and files in parts; gives the body and its content type."""
    border = secrets.token_hex(16)
    body: list[bytes] = []
    for name, value in parameters.items():
        if value is not None:
            body += (_head(border, name), b"\r\n\r\n", _text(value).encode(errors="replace"), b"\r\n")
    for name, (filename, content, kind) in files.items():
        said = f'; filename="{_quoted(filename)}"\r\nContent-Type: {kind}\r\n\r\n'
        body += (_head(border, name), said.encode(errors="replace"), content, b"\r\n")
    return b"".join([*body, f"--{border}--\r\n".encode()]), f"multipart/form-data; boundary={border}"


def _head(border: str, name: str) -> bytes:
    return f'--{border}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'.encode()


def _quoted(name: str) -> str:
    return name.translate(_TAMED)


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
