"""Writes Chinese in one script or the other."""

from functools import cache
from typing import Protocol


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def _written(form: str, text: str) -> str:
    try:
        return _to(form).convert(text)
    except UnicodeEncodeError:  # half a character, which Python holds in a text and no other language does
        return _to(form).convert(text.encode("utf-8", "replace").decode("utf-8"))


@cache
def _to(form: str) -> _Converter:
    from opencc import OpenCC  # noqa: PLC0415 - its dictionaries are files, and nothing is read at import

    converter: _Converter = OpenCC(form)
    return converter


def simplified(text: str) -> str:
    """Writes a text in simplified characters."""
    return _written("t2s", text)


def traditional(text: str) -> str:
    """Writes a text in traditional characters, as Taiwan has them."""
    return _written("s2tw", text)
