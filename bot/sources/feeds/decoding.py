"""Turns the bytes of a document into text as a browser would, and never fails."""

import codecs
import re
from collections.abc import Iterator

from bot.sources.labels import codec_of, traditional, utf8_despite

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UNMARKED = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How a document without a byte order mark gives its two or four bytes a character away (XML 1.0, appendix F)."""
EBCDIC = b"Lo\xa7\x94"
"""`<?xml` as mainframes write it; any of their code pages reads the rest of the declaration."""

LATIN = "cp1252"
WIDE = ("utf-16", "utf-32")
MOST_SLIPS = 20
"""A document with more undecodable places is not in the encoding it claims."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s;\"']+)", re.IGNORECASE)
_DECLARED = re.compile(rb"\s*<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([^\"'<>]{1,40})[\"']", re.IGNORECASE)
_HEAD = 1024


def text_of(data: bytes, content_type: str = "") -> str:
    """Gives a document's text: by its byte order mark, the server's charset, its own declaration, or what fits."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    labels = [label for label in _labels(data, content_type) if label]
    said = labels[0] if labels else ""
    # Servers add their default charset to documents that know better.
    if said == LATIN and "utf-8" in labels:
        said = "utf-8"
    return _decoded(data, said or "utf-8")


def _labels(data: bytes, content_type: str) -> Iterator[str]:
    """Names the codecs a document claims, the one that counts first."""
    codec = codec_of(found[1]) if (found := _CHARSET.search(content_type)) else ""
    if not codec.startswith(WIDE) or b"\0" in data[:4]:
        yield codec
    for start, codec in UNMARKED:
        if data.startswith(start):
            yield codec
            return
    head = data[:_HEAD]
    if head.startswith(EBCDIC):
        head = head.decode("cp037").encode("ascii", "replace")
    if found_bytes := _DECLARED.match(head):
        codec = codec_of(found_bytes[1].decode("ascii", "replace"))
        # A declaration that could be read byte by byte is not in two bytes a character.
        yield "utf-8" if codec.startswith(WIDE) else codec


def _decoded(data: bytes, codec: str) -> str:
    """Decodes by what was said, by what fits when that does not, and otherwise leaves marks where it does not."""
    if not codec.startswith(WIDE) and (known := utf8_despite(codec, data)) is not None:
        return known
    for attempt in dict.fromkeys((codec,) if codec.startswith(WIDE) else (codec, "utf-8")):
        try:
            return data.decode(attempt)
        except (UnicodeError, ValueError):
            continue
    text = data.decode(codec, "replace")
    if text.count("\ufffd") <= MOST_SLIPS and codec != "utf-8":
        return text
    return _guessed(data, text)


def _guessed(data: bytes, text: str) -> str:
    """Tries what Chinese sites forget to declare, and what everybody else does."""
    if 0 < text.count("\ufffd") * 10 <= len(re.findall(r"[^\x00-\x7f\ufffd]", text)):
        return text
    try:
        read = data.decode("gb18030")
    except UnicodeDecodeError:
        return text if len(re.findall(r"[^\x00-\x7f\ufffd]", text)) else data.decode(LATIN, "replace")
    return traditional(data, read) or read
