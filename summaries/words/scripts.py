"""Brings a text's characters to one form for comparing: simplified, half-width, lower case; never another length."""

from functools import cache

from summaries.hints import hints
from summaries.tables import read_table

_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_OTHER_FORMS = hints(
    (
        "這個們國來時過後還說會對學實現進開關與為從將發經動長無業產兩電點臺灣區體種萬億報導記員機車門問間東書樂號處義議設計該認許"
        "當應種樣讓給總統選舉應黨軍戰爭華達單變買賣錢銀財務價漲億標準證驗觀覺見視親話語請談論調護資費質貨運遠遲際陽陳雙難雲預領題風飛馬"
    )
    + "".join(map(chr, _FULL_WIDTH))
)
"""Characters of the traditional script that one meets in every second sentence, and full-width letters and digits."""

MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u109f\u1780-\u17d3"
"""Signs above, below and beside letters, without which the words of many scripts fall apart."""


def plain(text: str) -> str:
    """Gives the text in simplified and half-width characters, each where it stood."""
    return text.translate(_table()) if _OTHER_FORMS.found_in(text) else text


def lowered(text: str) -> str:
    """Gives the text in lower case, each letter where it stood (İ alone would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@cache
def _table() -> dict[int, int]:
    traditional, simplified = read_table("words.scripts.txt").splitlines()
    return str.maketrans(traditional, simplified) | _FULL_WIDTH
