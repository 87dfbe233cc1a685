"""Tells a teaser from an article: what a feed brings only to lead people to its page."""

import re
from collections.abc import Sequence

SHORT = 160
"""A text with fewer characters is taken for a teaser; where words are spelt a character says a third as much."""
SPELT = 3
MORE = 1.3
"""So many times as much as the teaser a page must say to take its place."""

BELOW = 3
"""So many lines that are no text may stand below the place where a text breaks off."""
LINE = 60
"""A longer line is text."""
END = 200
"""Characters at the end of a line among which its mark of breaking off stands."""

_WHOLE = "(?:full|rest|whole|entire|complete)"
_MARKS = (
    r"…|\.{3}",
    r"(?:[阅閱][读讀]|查看|展[开開])(?:全文|更多)|[继繼][续續][阅閱][读讀]|全文[链鏈連][接結结]",
    r"(?:read|continue|learn|keep) (?:more|reading|on)",
    rf"(?:read|view|see) (?:the )?{_WHOLE} (?:article|story|post|text|entry)",
)
_CUT_OFF = re.compile(rf"(?:{'|'.join(_MARKS)})[\s>»→\])】）.]*$", re.IGNORECASE)
_ONWARD = re.compile(
    rf"\W*(?:(?:read|view|see) (?:the )?{_WHOLE}\b.{{0,80}}|{_WHOLE} (?:story|article|text|post)\W*)", re.IGNORECASE
)
"""A line of its own that leads to the page."""
_APPENDED = re.compile(r"the post .{1,200} (?:appeared first|first appeared) on .{1,80}", re.IGNORECASE)
"""What blogs put below every entry, one that is whole too."""
_ADDRESS = re.compile(r"https?://\S+")
_SENTENCE_END = re.compile(r"[。！？!?.][”’」』\"')）]*$")
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_teaser(paragraphs: Sequence[str]) -> bool:
    """Tells whether a text breaks off, or is so short that its page probably says more."""
    return not paragraphs or breaks_off(paragraphs) or weight(paragraphs) < SHORT


def breaks_off(lines: Sequence[str]) -> bool:
    """Tells whether a text breaks off, or leads to its page, at its end or above a few lines that are no text."""
    for line in reversed(lines[-BELOW - 1 :]):
        if _CUT_OFF.search(line[-END:]) or _ONWARD.fullmatch(line):
            return True
        if not _is_appended(line):
            return False
    return False


def _is_appended(line: str) -> bool:
    """Tells whether a line can stand below a text without being of it."""
    if _APPENDED.fullmatch(line):
        return True
    bare = _ADDRESS.sub("", line)
    return len(bare) <= LINE and not _SENTENCE_END.search(bare)


def says_more(page: Sequence[str], teaser: Sequence[str]) -> bool:
    """Tells whether a page's text is worth taking in the place of a feed's."""
    return weight(page) > MORE * weight(teaser)


def weight(paragraphs: Sequence[str]) -> float:
    """Gives how much a text says, in Chinese characters."""
    text = "".join(paragraphs)
    han = len(_HAN.findall(text))
    return han + (len(text) - han) / SPELT
