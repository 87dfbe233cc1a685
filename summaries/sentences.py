"""Cuts a text into paragraphs and sentences, each a verbatim run of the text."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

LONGEST = 600
"""A run without any sentence end is cut at a softer border before this length, so that it fits a message."""

SHORTEST_TOKENS = 4
"""A shorter piece (“好！”) says nothing alone and stays with the sentence before it."""

_IDEOGRAPHS = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ebef\u3040-\u30ff\uac00-\ud7af"
_OTHERS = (
    r"\d+(?:[.,]\d+)*%?"
    r"|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]+"
)
_TOKENS = re.compile(rf"([{_IDEOGRAPHS}]++)[，。、“”；：！？（）《》…—·「」『』,:;!?()\"' ]*+|{_OTHERS}")
"""Finds runs of ideographs, a token each, or nothing where one other token stands: a fifth of the steps. The signs that
mostly follow are passed over at once."""

CJK = re.compile(r"[\u3040-\u9fff]+")
_KANA = re.compile("[\u3041-\u30fa]")
_MARK = b"c"
_MARKED = b"\0" * 0x31 + _MARK * (0xA0 - 0x31) + b"\0" * (0x100 - 0xA0)
"""By the high byte of a character; what begins with 0x30 may be a sign."""

_CLOSERS = r"”’」』）)\]】》\"'"
# The first character of a scan is a set of its own: so the search runs over all others in no time.
_CHINESE_SCAN = re.compile(
    r"[“「『（(《。！？!?…｡.](?:"
    rf"(?<=[。！？!?…｡])[。！？!?…｡]*[{_CLOSERS}]*|(?<=[\u4e00-\u9fff]\.)(?=\s|$)"
    # a short quote, bracket or title as a whole
    r"|((?<=“)[^“”]{0,60}”|(?<=「)[^「」]{0,60}」|(?<=『)[^『』]{0,60}』"
    r"|(?<=（)[^（）]{0,60}）|(?<=\()[^()]{0,60}\)|(?<=《)[^《》]{0,60}》))"
)
_ENDS = frozenset("。！？!?…｡")
_LATIN_SIGN = r"[.!?…؟।\u06d4]"
# A run of signs is looked at once, from its first one: a page may hold thousands in a row.
_LATIN_END = re.compile(rf"{_LATIN_SIGN}(?<!{_LATIN_SIGN}.){_LATIN_SIGN}*+[{_CLOSERS}»]*+(?=\s)", re.DOTALL)
_SOFT_BORDERS = (
    re.compile(r"[；;，、：]|[,:](?!\d)|\s"),
    re.compile(r"(?<![\d.,:])|(?![\d.,:%])"),  # anywhere, but in no number
)
_BRACKETS = frozenset("）)")
_ENDED = re.compile(rf"[。！？!?…｡][{_CLOSERS}]*$")
_OF_THE_SAME = re.compile("的(?![确確士话話哥姐])")
"""What belongs to the words before it, whatever they end with: “…是谁？”的评论."""

_NOT_AFTER_END = frozenset("，、；：,;:）)》」』”。！？!?…｡")
_SURELY_ENOUGH = re.compile(r"[\u4e00-\u9fff]{4}|(?<!\S)[^\W_]\S*+(?:\s++[^\W_]\S*+){3}")
"""Four ideographs in a row, or four words with blanks between: `SHORTEST_TOKENS` without counting."""

_ABBREVIATIONS = """
mr mrs ms dr prof st sr jr gen col lt sgt rev hon gov sen rep pres no nos vol vs fig eq ch pp ed eds al cf ca inc ltd
co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mt ft
bzw ca evtl ggf inkl mio mrd nr str vgl sra srta dra ud uds pág núm mm mme mlle sig dott dhr mevr им ул tp ths
"""
_SHORTENED = frozenset(_ABBREVIATIONS.split())
"""A full stop after these shortens a word and ends nothing."""

_LETTERS = re.compile(r"[^\W\d_]{1,2}(?:\.-?[^\W\d_]{1,2})+")
"""U.S, e.g, J.P, EE.UU, J.-C: the last full stop of these belongs to them."""

_OPENS = re.compile(
    r"(?:A|An|And|As|At|But|For|He|Her|His|However|I|If|In|It|Its|On|She|So|That|The|Their|There|These|They|This|We|When|While|With)\b"
)
"""What begins most English sentences, and hardly a name."""

_MAY_END = frozenset(("u.s", "u.k", "u.n", "d.c", "a.m", "p.m", "inc", "ltd", "co", "corp", "jr", "sr"))
"""Shortened words that sentences end with as well."""

_ORDINAL = re.compile(
    r"\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)
"""In German a full stop makes a number the first, the second…"""

_BEFORE_ORDINAL = re.compile(r"\b(?:de[rmns]|das|die|zu[mr]|vom|beim) \d{1,2}$")


class Sentence(NamedTuple):
    """A sentence and where it stands: `text` is `block[start : start + len(text)]` of the block it came from."""

    # A tuple is made in a third of the time of a frozen dataclass, and a text holds dozens.
    text: str
    paragraph: int
    place: int
    """Which of its paragraph's sentences it is, from 0."""
    block: int
    """Which of the given pieces of text it came from; 0 where a single one was given."""
    start: int


def count_tokens(text: str) -> int:
    """Counts ideographs, Latin words and numbers as a reader would."""
    found = _TOKENS.findall(text)
    return len("".join(found)) + found.count("")


def tokens(text: str) -> list[str]:
    """Gives them, in the form in which the same one is equal."""
    return [token.replace(",", "") for token in _token().findall(normalize("NFKC", text).lower())]


def token_starts(text: str) -> list[int]:
    """Gives where each of them begins."""
    return [match.start() for match in _token().finditer(text)]


@cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"[{_IDEOGRAPHS}]|{_OTHERS}")  # it takes milliseconds, and a summary does without


def has_cjk(text: str) -> bool:
    """Tells whether there is anything a Chinese word dictionary could know."""
    return CJK.search(text) is not None


def split(text: str | Sequence[str]) -> tuple[Sentence, ...]:
    """Gives all sentences in order; joined, they are the text again up to white space."""
    blocks: Iterable[str] = (text,) if isinstance(text, str) else text
    found: list[Sentence] = []
    number = 0
    for block, given in enumerate(blocks):
        begun = 0
        marks = _marks(given)
        for line in given.splitlines(keepends=True):  # a line break ends a paragraph
            if paragraph := line.strip():
                start = begun if line[0] == paragraph[0] else begun + line.index(paragraph[0])
                marked = marks.count(_MARK, start, start + len(paragraph))
                for place, (sentence, offset) in enumerate(_sentences(paragraph, marked)):
                    found.append(Sentence(sentence, number, place, block, start + offset))
                number += 1
            begun += len(line)
    return tuple(found)


def split_paragraph(paragraph: str) -> list[str]:
    """Gives a paragraph's sentences."""
    return [sentence for sentence, _ in _sentences(paragraph)]


def _marks(text: str) -> bytes:
    """Gives a byte for each character, marked where it is surely Chinese: nothing else counts those as quickly."""
    marks = text.encode("utf-16-le", "surrogatepass")[1::2].translate(_MARKED)
    return marks if len(marks) == len(text) else b""  # two bytes for one character would shift all others


def _sentences(paragraph: str, marked: int = 0) -> list[tuple[str, int]]:
    """Gives a paragraph's sentences and where each begins; so many characters are known for Chinese."""
    length = len(paragraph)
    in_chinese = marked * 4 >= length or is_chinese(paragraph)
    ends = _chinese_ends(paragraph) if in_chinese else _latin_ends(paragraph)
    if not ends or ends[-1] != length:
        ends.append(length)
    if len(ends) > 1:
        ends = _glued(paragraph, ends)
    if length > LONGEST:
        ends = _bounded(paragraph, ends)
    found: list[tuple[str, int]] = []
    start = 0
    for end in ends:
        piece = paragraph[start:end]
        if sentence := piece.strip():
            found.append((sentence, start if len(sentence) == len(piece) else paragraph.index(sentence[0], start)))
        start = end
    return found


def is_japanese(text: str) -> bool:
    """Tells whether a tenth or more is kana, which no other language has."""
    return len(_KANA.findall(text)) * 10 > len(text)


def is_chinese(text: str) -> bool:
    """Tells whether a quarter or more is Chinese."""
    return not text.isascii() and len("".join(CJK.findall(text))) * 4 >= len(text)


def _chinese_ends(paragraph: str) -> list[int]:
    ends: list[int] = []
    counted, straight_quotes = 0, 0
    for match in _CHINESE_SCAN.finditer(paragraph):
        end = match.end()
        last = paragraph[end - 1]
        if match.lastindex and (last == "》" or paragraph[end - 2] not in _ENDS):
            continue  # several sentences inside a short quote or bracket stay together: half a quote reads as broken
        if match.lastindex and last in _BRACKETS and _is_aside(paragraph, match.start(), end):
            continue
        if last == '"':
            straight_quotes += paragraph.count('"', counted, end)
            counted = end
            end -= straight_quotes % 2  # an odd one opens the next sentence
        following = paragraph[end : end + 1]
        if following == "的" and _OF_THE_SAME.match(paragraph, end):
            continue
        if following not in _NOT_AFTER_END and not (following and _goes_on(match[0], following)):
            ends.append(end)
    return ends


def _is_aside(paragraph: str, start: int, end: int) -> bool:
    """Tells whether a bracket asks or exclaims within a sentence: 有了数百万（数百万！）个设计."""
    return paragraph[end - 2] != "。" and _ENDED.search(paragraph, max(0, start - 4), start) is None


def _goes_on(mark: str, following: str) -> bool:
    """Tells whether the sentence goes on after what looks like its end: “来吗？”， does by the comma alone."""
    if mark[-1] == "》" and not following.isspace():
        return True  # 《谁是英雄？》
    return mark in "!?" and following.isascii() and following.isalnum()  # page?id=7, Yahoo!Japan


def _latin_ends(paragraph: str) -> list[int]:
    ends: list[int] = []
    for match in _LATIN_END.finditer(paragraph):
        rest = paragraph[match.end() : match.end() + 12].lstrip().lstrip("\"“„‘«»([¿¡'")
        if not rest or not rest[0].isalnum() or rest[0].islower():
            continue
        if not (match[0] == "." and _shortens(paragraph, match.start(), rest)):
            ends.append(match.end())
    return ends


def _shortens(paragraph: str, stop: int, rest: str) -> bool:
    """Tells whether the full stop at `stop` belongs to an abbreviation, an initial or a number; `rest` comes next."""
    before = paragraph[max(0, stop - 12) : stop].rsplit(maxsplit=1)
    shown = before[-1].lstrip('"“„‘«([') if before else ""
    word = shown.lower()
    if word in _SHORTENED or _LETTERS.fullmatch(word):
        return not (word in _MAY_END and _OPENS.match(rest))
    if len(word) == 1 and word.isalpha():
        is_unit = shown.islower() and before[0][-1:].isdigit()  # 24 m. The next one…
        return not is_unit and word != "i"
    if not word.isdigit():
        return False
    return stop == len(word) or _is_ordinal(paragraph, stop - len(word), stop)


def _is_ordinal(paragraph: str, start: int, stop: int) -> bool:
    return (
        _ORDINAL.match(paragraph, start) is not None
        or _BEFORE_ORDINAL.search(paragraph, max(0, start - 6), stop) is not None
    )


def _glued(paragraph: str, ends: list[int]) -> list[int]:
    """Gives the ends that are left where pieces too short to stand alone are joined to the one before them."""
    left = ends[:1]
    begun = ends[0]
    for end in ends[1:]:
        if _SURELY_ENOUGH.search(paragraph, begun, end) or count_tokens(paragraph[begun:end]) >= SHORTEST_TOKENS:
            left.append(end)
        else:
            left[-1] = end
        begun = end
    return left


def _bounded(paragraph: str, ends: list[int]) -> list[int]:
    """Gives the ends with softer ones between those too far apart."""
    bounded: list[int] = []
    start = 0
    for end in ends:
        while end - start > LONGEST:
            start = _soft_border(paragraph, start)
            bounded.append(start)
        bounded.append(end)
        start = end
    return bounded


def _soft_border(paragraph: str, start: int) -> int:
    """Gives the last border between half the longest length and all of it, of the best kind there is."""
    last = start + LONGEST
    for border in _SOFT_BORDERS:
        found = border.finditer(paragraph, start + LONGEST // 2, last + 1)  # one more, to see what comes next
        if ends := [match.end() for match in found if match.end() <= last]:
            return ends[-1]
    return last
