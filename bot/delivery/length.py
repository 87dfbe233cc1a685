"""How long a message may be, and where a text may be cut: between sentences or words, never in a number."""

import re
import unicodedata
from collections.abc import Sequence

# Telegram counts code points, many clients UTF-16 units; units are never fewer, so they are right either way.
UNITS = 4096
CAPTION_UNITS = 1024
BYTES = 32_768
ENTITIES = 100
PAGE_UNITS = 2_800

_LINES = re.compile("\r\n?|[\u2028\u2029\x85]")
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
# Dots are tried once for a run of them: from each anew, a line of dots would take its length squared.
_SENTENCE_END = re.compile(r"[。！？…!?]+[”’」』）)\"']*|(?<!\.)\.++[”’)\"']*+(?=\s)")
_CLAUSE_END = re.compile(r"[，；：、]|[,;:](?=\s)")
# A number with the unit behind it, or a Latin word; in Chinese a unit is up to three characters.
_WHOLE = re.compile(
    r"[$¥€£+\u2212-]?\d[\d.,:/%‰-]*\s?[A-Za-z%℃°\u4e00-\u9fff]{0,3}|[^\W\d_\u2e80-\ua4cf\uac00-\ud7ff]+"
)
_REACH = 48


def clean(text: str) -> str:
    """Removes what no message may hold: control characters, direction overrides and broken halves of characters."""
    return _DROPPED.sub("", _LINES.sub("\n", text).replace("\t", " "))


def units(text: str) -> int:
    """Counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """Gives the text, or its beginning with … when it is longer than `limit` units."""
    if units(text) <= limit:
        return text
    return cut(text, limit - 1).rstrip() + "…"


def cut(text: str, limit: int) -> str:
    """Gives a beginning of at most `limit` units: up to a clause or word if one ends near, never into a number."""
    head = _within(text, limit)
    if len(head) == len(text):
        return text
    near = max(0, len(head) - _REACH)
    clauses = [match.end() for match in _CLAUSE_END.finditer(head, near)]
    if clauses:
        return head[: clauses[-1]]
    return text[: _outside_words(text, len(head))]


def pieces(paragraph: str, limit: int) -> list[str]:
    """Splits a paragraph into parts of at most `limit` units, between sentences where it can."""
    found: list[str] = []
    rest = paragraph.strip()
    while len(rest) > limit or units(rest) > limit:
        head = _within(rest, limit)
        ends = [match.end() for match in _SENTENCE_END.finditer(rest, 0, len(head))]
        # A cut far from the end of the room would make many small parts of one long sentence.
        end = ends[-1] if ends and ends[-1] * 3 > len(head) else len(cut(rest, limit))
        found.append(rest[:end].strip())
        rest = rest[end:].strip()
    return [part for part in (*found, rest) if part]


def pages(paragraphs: Sequence[str], limit: int = PAGE_UNITS) -> list[str]:
    """Puts paragraphs onto as few pages of at most `limit` units as hold them, each about as full as the others."""
    parts = [part for paragraph in paragraphs for part in pieces(clean(paragraph), limit)]
    fewest = _fill(parts, limit)
    if len(fewest) < 2:  # noqa: PLR2004 - one page needs no balance
        return fewest
    even = sum(units(page) for page in fewest) // len(fewest)
    for room in range(even, limit, max(1, limit // 20)):
        found = _fill(parts, room)
        if len(found) == len(fewest):
            return found
    return fewest


def _fill(parts: Sequence[str], room: int) -> list[str]:
    found: list[str] = []
    for part in parts:
        if found and units(found[-1]) + 2 + units(part) <= room:
            found[-1] += "\n\n" + part
        else:
            found.append(part)
    return found


def _within(text: str, limit: int) -> str:
    """Gives the longest beginning of at most `limit` units that ends between two characters as a reader sees them."""
    end = min(len(text), limit)
    while (over := units(text[:end]) - limit) > 0:
        end -= (over + 1) // 2
    whole = end
    while 0 < whole < len(text) and not _between(text, whole):
        whole -= 1
    return text[: whole or end]


def _between(text: str, place: int) -> bool:
    """Tells whether a new visible character begins at `place` (the common part of Unicode's UAX 29)."""
    before, after = text[place - 1], text[place]
    if unicodedata.category(after) in {"Mn", "Me", "Mc"} or "\u200d" in (before, after):
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f" or "\u1160" <= after <= "\u11ff":
        return False
    if not (_is_flag(before) and _is_flag(after)):
        return True
    start = place
    while start and _is_flag(text[start - 1]):
        start -= 1
    return (place - start) % 2 == 0


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _outside_words(text: str, end: int) -> int:
    for match in _WHOLE.finditer(text, max(0, end - _REACH), end + _REACH):
        if match.start() < end < match.end() and match.start() > 0:
            return match.start()
    return end
