"""Makes text of bytes from the web, as a browser would."""

import codecs
import re

from bot.sources.labels import codec_of, traditional, utf8_despite

PRESCAN = 4096
"""Browsers look for a declaration in 1,024 bytes; Chinese pages often put more before it."""
_USUAL = ("utf-8", "gb18030")
FEW = 0.002
"""So many wrong characters are damage; more say that the declaration is wrong."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED = (
    (re.compile(rb"(?:[\t-~]\0){2}"), "utf-16-le"),
    (re.compile(rb"(?:\0[\t-~]){2}"), "utf-16-be"),
)
"""How a text in two bytes a character begins whose mark is lost: no other text has bytes of nothing."""
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE)


def decode(data: bytes, *, content_type: str = "", declared: str | None = None) -> str:
    """Gives the text of bytes, by their mark, the server's word, `declared`, their own, or what fits; never raises."""
    found = _CHARSET.search(content_type)
    said = (codec_of(found[1] if found else ""), codec_of(declared or ""), _declared(data))
    chosen = next((name for name in said if name), None)
    return guessed(data) if chosen is None or _marked(data) else _believed(data, chosen)


def guessed(data: bytes) -> str:
    """Gives the text of bytes nothing is said about, by how they begin or by what fits, be they cut in a character."""
    mark = _marked(data)
    if mark:
        return data[len(mark[0]) :].decode(mark[1], "replace")
    wide = next((codec for begin, codec in _UNMARKED if begin.match(data)), None) if b"\0" in data[:2] else None
    if wide:
        return data.decode(wide, "replace")
    return _strictly(data) or min((data.decode(codec, "replace") for codec in _USUAL), key=_wrong)


def certain(data: bytes) -> str | None:
    """Gives the text of bytes nothing is said about, or nothing where none of the usual encodings fits all of them."""
    mark = _marked(data)
    if not mark:
        return _strictly(data)
    try:
        return data[len(mark[0]) :].decode(mark[1])
    except UnicodeDecodeError:
        return None


def lines(data: bytes) -> str:
    """Gives the text of bytes nothing is said about, whatever ends its lines."""
    return guessed(data).replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next((mark for mark in _MARKS if data.startswith(mark[0])), None)


def _declared(data: bytes) -> str:
    """Gives the codec a page or a feed names in its own head; what could be read so far cannot be UTF-16."""
    found = _XML.match(data) or _META.search(data, 0, PRESCAN)
    codec = codec_of(found[1].decode("ascii", "replace")) if found else ""
    return "utf-8" if codec.startswith("utf-16") else codec


def _believed(data: bytes, codec: str) -> str:
    """Decodes as declared, unless it is UTF-8 or makes so much rubbish that another way without any is the truth."""
    if (known := utf8_despite(codec, data)) is not None:
        return known
    text = data.decode(codec, "replace")
    return text if _wrong(text) <= max(1, FEW * len(text)) else _strictly(data) or text


def _wrong(text: str) -> int:
    return text.count("\ufffd")


def _strictly(data: bytes) -> str | None:
    """Decodes as the first of the two usual encodings that fits; a cut within the last character is no fault."""
    for codec in _USUAL:
        try:
            text = codecs.getincrementaldecoder(codec)().decode(data)
        except UnicodeDecodeError:
            continue
        return text if codec == "utf-8" else traditional(data, text) or text
    return None
