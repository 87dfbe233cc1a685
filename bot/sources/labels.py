"""What the label of an encoding means: older names stand for what grew out of them, as in browsers."""

import codecs
import re

BROWSERS = {
    "gb18030": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "cp949": "cseuckr csksc56011987 euc-kr iso-ir-149 korean "
    "ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "cp1252": "ansi_x3.4-1968 ascii cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
    "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252",
    "cp1254": "csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 l5 latin5 windows-1254",
    "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 utf8mb4 x-unicode20utf8",
}
"""What a label means to a browser, where that is not what its name says (encoding.spec.whatwg.org)."""
LABELS = {label: codec for codec, labels in BROWSERS.items() for label in labels.split()}
NO_TEXTS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "mbcs", "oem"})
"""Python's codecs that no document is written in: some take forever, others read markup out of plain letters."""


FOREIGN = 0.05
"""In Big5 read as GB18030 a quarter of the characters are nobody's, in any other text hardly one is."""
_NOBODYS = re.compile("[\ue000-\uf8ff]")
_OTHER = re.compile("[^\x00-\x7f]")
_SHORT = re.compile("[\x80-\u07ff]")
"""What UTF-8 writes in two bytes; two bytes of GBK can look like it, more cannot."""
_LONG = re.compile("[\u0800-\U0010ffff]")


def traditional(data: bytes, read: str) -> str | None:
    """Gives what bytes say as Big5, where GB18030 reads in them what nobody writes: letters of nobody's alphabet."""
    if len(_NOBODYS.findall(read)) <= FOREIGN * len(_OTHER.findall(read)):
        return None
    try:
        return codecs.getincrementaldecoder("big5hkscs")().decode(data)
    except UnicodeDecodeError:
        return None


def codec_of(label: str) -> str:
    """Gives Python's codec for a label as browsers understand it; empty for what no document is written in."""
    name = label.strip().lower()
    if name in LABELS:
        return LABELS[name]
    try:
        codec = codecs.lookup(name).name
        b"\0\0\0\0".decode(codec)  # raises where it makes no text
    except (LookupError, ValueError, UnicodeError):
        return ""
    return "" if codec.replace("-", "_") in NO_TEXTS or codec in NO_TEXTS else LABELS.get(codec, codec)


def utf8_despite(codec: str, data: bytes) -> str | None:
    """Gives the text of bytes that are UTF-8 though their label names another codec; None where that may be right.

    Servers and templates add labels nobody checks. Of 40,000 runs of five Chinese characters two look like UTF-8
    in GBK, and none like UTF-8 of which most is written in three bytes.
    """
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data)  # what breaks off within a character is no other
    except UnicodeDecodeError:
        return None
    if text.isascii():
        return None
    has_a_byte_for_each = len(data.decode(codec, "replace")) == len(data)
    return text if has_a_byte_for_each or len(_LONG.findall(text)) > len(_SHORT.findall(text)) else None
