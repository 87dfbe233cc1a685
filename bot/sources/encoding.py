"""Makes text of bytes from the web, as a browser would."""

import codecs
import re

LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-2": "iso8859-2",
    "iso-8859-5": "iso8859-5",
    "iso-8859-7": "iso8859-7",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "iso-8859-9": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "windows-1258": "cp1258",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
}
"""What a label of the web means (encoding.spec.whatwg.org): older names stand for what grew out of them. Nothing else
is tried, for some of Python's codecs are no encodings of text and one takes quadratic time."""

PRESCAN = 4096
"""Browsers look for a declaration in 1,024 bytes; Chinese pages often put more before it."""
FEW = 0.002
"""So many wrong characters are damage; more say that the declaration is wrong."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE)


def decode(data: bytes, *, content_type: str = "", declared: str | None = None) -> str:
    """Gives the text of bytes, by their mark, the server's word, `declared`, their own, or what fits; never raises."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    found = _CHARSET.search(content_type)
    said = (_codec(found[1] if found else ""), _codec(declared or ""), _declared(data))
    chosen = next((name for name in said if name), None)
    return _guessed(data) if chosen is None else _believed(data, chosen)


def _codec(label: str) -> str | None:
    return LABELS.get(label.strip().lower())


def _declared(data: bytes) -> str | None:
    """Gives the codec a page or a feed names in its own head; what could be read so far cannot be UTF-16."""
    found = _XML.match(data) or _META.search(data, 0, PRESCAN)
    codec = _codec(found[1].decode("ascii", "replace")) if found else None
    return "utf-8" if codec and codec.startswith("utf-16") else codec


def _believed(data: bytes, codec: str) -> str:
    """Decodes as declared, unless that makes so much rubbish that another way without any is the truth."""
    text = data.decode(codec, "replace")
    return text if text.count("\ufffd") <= max(1, FEW * len(text)) else _strictly(data) or text


def _guessed(data: bytes) -> str:
    return _strictly(data) or data.decode("utf-8", "replace")


def _strictly(data: bytes) -> str | None:
    """Decodes as the first of the two usual encodings that fits; a cut within the last character is no fault."""
    for codec in ("utf-8", "gb18030"):
        try:
            return codecs.getincrementaldecoder(codec)().decode(data)
        except UnicodeDecodeError:
            continue
    return None
