"""Writes Chinese in one script or the other."""

from functools import cache
from typing import Protocol


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _to(form: str) -> _Converter:
    from opencc import OpenCC  # noqa: PLC0415 - its dictionaries are files, and nothing is read at import

    converter: _Converter = OpenCC(form)
    return converter


def simplified(text: str) -> str:
    """Writes a text in simplified characters."""
    return _to("t2s").convert(text)


def traditional(text: str) -> str:
    """Writes a text in traditional characters, as Taiwan has them."""
    return _to("s2tw").convert(text)
