"""Cuts a text into paragraphs and sentences, each a verbatim run of the text."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from summaries.shortened import hardly_ends, shortens

LONGEST = 600
"""A run without any sentence end is cut at a softer border before this length, so that it fits a message."""

GLANCE = 16
"""Characters of a beginning that tell whether two are the same."""

SHORTEST_TOKENS = 4
"""A shorter piece (“好！”) says nothing alone and stays with the sentence before it."""

_IDEOGRAPHS = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ebef\u3040-\u30ff\uac00-\ud7af"
_OTHERS = (
    r"\d+(?:[.,]\d+)*%?"
    r"|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]+"
)


@cache
def _tokens() -> re.Pattern[str]:
    """Finds runs of ideographs, a token each, or nothing where one other token stands: a fifth of the steps.

    The signs that mostly follow are passed over at once.
    """
    return re.compile(  # it takes milliseconds
        rf"([{_IDEOGRAPHS}]++)[，。、“”；：！？（）《》…—·「」『』,:;!?()\"' ]*+|{_OTHERS}"
    )


CJK = re.compile(r"[\u3040-\u9fff]+")
_KANA = re.compile("[\u3041-\u30fa]")
_MARK = b"c"
_MARKED = b"\0" * 0x31 + _MARK * (0xA0 - 0x31) + b"\0" * (0x100 - 0xA0)
"""By the high byte of a character; what begins with 0x30 may be a sign."""

_CHINESE = "\u2e80"
CLOSERS = r"”’」』）)\]】》\"'"
# The first character of a scan is a set of its own: so the search runs over all others in no time.
_CHINESE_SCAN = re.compile(
    r"[“「『（(《。！？!?…｡.](?:"
    rf"(?<=[。！？!?…｡])[。！？!?…｡]*[{CLOSERS}]*(?:\[\d{{1,3}}\])*"
    r"|(?<=[\u4e00-\u9fff]\.)(?=\s|$)|(?<=[%）)”\"A-Za-z]\.)(?=\s++[\u4e00-\u9fff])"
    # a short quote, bracket or title as a whole
    r"|((?<=“)[^“”]{0,60}”|(?<=「)[^「」]{0,60}」|(?<=『)[^『』]{0,60}』"
    r"|(?<=（)[^（）]{0,60}）|(?<=\()[^()]{0,60}\)|(?<=《)[^《》]{0,60}》))"
)
_SHORTEST_BEFORE = 8
"""Characters; 图2. and 第1章. end no sentence."""

_DOTTED = re.compile(r"[A-Za-z\d]\.[A-Za-z\d.]*\.$")
_FULL_WIDTH = re.compile("[。！？｡]")
_QUOTES_CHINESE = re.compile(r"\s++[^\u4e00-\u9fff]")
"""Matches what goes on behind a blank in the language that only quotes Chinese."""

WITHOUT_MARKS = 60
"""A longer paragraph without any mark has blanks for marks."""

_ANY_MARK = re.compile("[，。！？；：,!?;:…｡]")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")  # it takes milliseconds


_GATHERED = 30
"""So many characters between such blanks are a sentence."""

ENDS = frozenset("。！？!?…｡")
_LATIN_SIGN = r"[.!?…؟।\u06d4]"
# A run of signs is looked at once, from its first one: a page may hold thousands in a row.
_LATIN_END = re.compile(
    rf"(?P<sign>{_LATIN_SIGN}(?<!{_LATIN_SIGN}.){_LATIN_SIGN}*+[{CLOSERS}»]*+)(?:\[\d{{1,3}}\]|[¹²³⁴-⁹⁰])*+(?=\s)",
    re.DOTALL,
)
_CARELESS = re.compile(r"[^\W\d_A-Z]+(?=[\s,.])")
_CAREFUL = re.compile(r"[.!?]\s[A-Z]")
"""Who begins a text with a small letter and no other sentence with a large one begins all of them so."""

_BEFORE_FIRST_LETTER = "\"“”„‘’«»([¿¡' \t\u00a0\u202f"
_SOFT_BORDERS = (
    re.compile(r"[；;，、：]|[,:](?!\d)|\s"),
    re.compile(r"(?<![\d.,:])|(?![\d.,:%])"),  # anywhere, but in no number
)
BRACKETS = frozenset("）)")
_MAY_BE_LAST = frozenset("了吗嗎吧呢啊")
"""A sentence ends with these; what stands in brackets behind them is no aside."""

_ENDED = re.compile(rf"[。！？!?…｡][{CLOSERS}]*$")
OF_THE_SAME = re.compile('(?<=[”」』）)》"…])的(?![确確士话話哥姐黎里的])')
"""Matches what belongs to a quotation, whatever that ends with: “…是谁？”的评论."""

NOT_AFTER_END = frozenset("，、；：,;:）)》」』”。！？!?…｡")
_SURELY_ENOUGH = re.compile(r"[\u4e00-\u9fff]{4}|(?<!\S)[^\W_]\S*+(?:\s++[^\W_]\S*+){3}")
"""Four ideographs in a row, or four words with blanks between: `SHORTEST_TOKENS` without counting."""


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
    found = _tokens().findall(text)
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
                for place, (sentence, offset) in enumerate(sentences_of(paragraph, marked)):
                    found.append(Sentence(sentence, number, place, block, start + offset))
                number += 1
            begun += len(line)
    return tuple(found)


def is_strange(text: str, wanted: str, room: int) -> bool:
    """Tells whether the title lacks more ideographs near the beginning."""
    for character in text[:GLANCE]:
        if character not in wanted and "\u4e00" <= character <= "\u9fff":
            room -= 1
            if room < 0:
                return True
    return False


def with_colons(sentences: Sequence[Sentence], within: int) -> list[int]:
    """Gives those that have a colon among so many of their first characters."""
    return [
        i for i, sentence in enumerate(sentences) if "：" in sentence.text[:within] or ":" in sentence.text[:within]
    ]


def split_paragraph(paragraph: str) -> list[str]:
    """Gives a paragraph's sentences."""
    return [sentence for sentence, _ in sentences_of(paragraph)]


def _marks(text: str) -> bytes:
    """Gives a byte for each character, marked where it is surely Chinese: nothing else counts those as quickly."""
    marks = text.encode("utf-16-le", "surrogatepass")[1::2].translate(_MARKED)
    return marks if len(marks) == len(text) else b""  # two bytes for one character would shift all others


def sentences_of(paragraph: str, marked: int = 0) -> list[tuple[str, int]]:
    """Gives a paragraph's sentences and where each begins; so many characters are known for Chinese."""
    length = len(paragraph)
    in_chinese = marked * 4 >= length or is_chinese(paragraph)
    ends = _chinese_ends(paragraph) if in_chinese else _latin_ends(paragraph)
    if not in_chinese and not paragraph.isascii() and _FULL_WIDTH.search(paragraph):
        ends = _also_full_width(paragraph, ends)
    if in_chinese and not ends and length > WITHOUT_MARKS and not _ANY_MARK.search(paragraph):
        ends = _blank_ends(paragraph)
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


def _also_full_width(paragraph: str, ends: list[int]) -> list[int]:
    """Gives the ends with those of Chinese: a post may hold so many names in letters that it looks like another."""
    chinese = [
        end
        for end in _chinese_ends(paragraph)
        if _FULL_WIDTH.search(paragraph, max(0, end - 3), end) and not _QUOTES_CHINESE.match(paragraph, end)
    ]
    return sorted({*ends, *chinese})


def _blank_ends(paragraph: str) -> list[int]:
    """Gives the ends where somebody who writes no marks leaves a blank."""
    ends: list[int] = []
    begun = 0
    for blank in _blank().finditer(paragraph):
        if blank.end() - begun > _GATHERED:
            begun = blank.end()
            ends.append(begun)
    return ends


def is_japanese(text: str) -> bool:
    """Tells whether a tenth or more is kana, which no other language has."""
    return len(_KANA.findall(text)) * 10 > len(text)


def is_chinese(text: str) -> bool:
    """Tells whether a quarter or more is Chinese."""
    return not text.isascii() and len("".join(CJK.findall(text))) * 4 >= len(text)


def _chinese_ends(paragraph: str) -> list[int]:
    ends: list[int] = []
    counted, straight_quotes = 0, 0
    has_full_stops = "。" in paragraph
    for match in _CHINESE_SCAN.finditer(paragraph):
        end = match.end()
        last = paragraph[end - 1]
        if last == "." and paragraph[end - 2] < _CHINESE and (has_full_stops or ends_too_early(paragraph, end)):
            continue  # 30%. and macOS. end a sentence only where no 。 does
        if match.lastindex and (last == "》" or paragraph[end - 2] not in ENDS):
            continue  # several sentences inside a short quote or bracket stay together: half a quote reads as broken
        if match.lastindex and last in BRACKETS and is_aside(paragraph, match.start(), end):
            continue
        if last == '"':
            straight_quotes += paragraph.count('"', counted, end)
            counted = end
            end -= straight_quotes % 2  # an odd one opens the next sentence
        following = paragraph[end : end + 1]
        if following == "的" and OF_THE_SAME.match(paragraph, end):
            continue
        if following not in NOT_AFTER_END and not (following and goes_on(match[0], following)):
            ends.append(end)
    return ends


def ends_too_early(paragraph: str, end: int) -> bool:
    """Tells whether a full stop stands too early, in a name (config.yaml.), or behind what it shortens."""
    return (
        end < _SHORTEST_BEFORE
        or _DOTTED.search(paragraph, max(0, end - 24), end) is not None
        or shortens(paragraph, end - 1, "")
    )


def is_aside(paragraph: str, start: int, end: int) -> bool:
    """Tells whether a bracket asks or exclaims within a sentence: 有了数百万（数百万！）个设计."""
    is_over = paragraph[start - 1 : start] in _MAY_BE_LAST or _ENDED.search(paragraph, max(0, start - 4), start)
    return paragraph[end - 2] != "。" and not is_over


def goes_on(mark: str, following: str) -> bool:
    """Tells whether the sentence goes on after what looks like its end: “来吗？”， does by the comma alone."""
    if mark[-1] == "》" and not following.isspace():
        return True  # 《谁是英雄？》
    return mark in "!?" and following.isascii() and following.isalnum()  # page?id=7, Yahoo!Japan


def _latin_ends(paragraph: str) -> list[int]:
    ends: list[int] = []
    is_careless = _CARELESS.match(paragraph) is not None and not _CAREFUL.search(paragraph)
    for match in _LATIN_END.finditer(paragraph):
        end = match.end()
        if paragraph[end + 1 : end + 2] == "»" and _closes(paragraph, end):  # « Oui. » Et…
            end += 2
        rest = paragraph[end : end + 12].lstrip(_BEFORE_FIRST_LETTER)
        if not rest or not rest[0].isalnum():
            continue
        if rest[0].islower() and not (is_careless and _ends_word(paragraph, match)):
            continue
        if not (match["sign"] == "." and shortens(paragraph, match.start(), rest)):
            ends.append(end)
    return ends


def _ends_word(paragraph: str, end: re.Match[str]) -> bool:
    """Tells whether a single sign stands behind letters that it does not shorten."""
    sign = end.start()
    if end["sign"] not in (".", "!", "?") or not paragraph[max(0, sign - 2) : sign].isalpha():
        return False
    return not hardly_ends(paragraph, sign)


def _closes(paragraph: str, end: int) -> bool:
    """Tells whether the » behind an end closes a quotation (« Oui. »), and opens none (»Ja.« »Nein.«)."""
    begin = max(0, end - LONGEST)
    return not paragraph[end + 2 : end + 3].isalnum() and paragraph.rfind("«", begin, end) > paragraph.rfind(
        "»", begin, end
    )


def _glued(paragraph: str, ends: list[int]) -> list[int]:
    """Gives the ends that are left where pieces too short to stand alone are joined to the one before them."""
    left = ends[:1]
    begun = ends[0]
    for end in ends[1:]:
        if is_enough(paragraph, begun, end):
            left.append(end)
        else:
            left[-1] = end
        begun = end
    return left


def is_enough(paragraph: str, begin: int, end: int) -> bool:
    """Tells whether a piece of a paragraph is long enough to stand alone."""
    is_long = _SURELY_ENOUGH.search(paragraph, begin, end) is not None
    return is_long or count_tokens(paragraph[begin:end]) >= SHORTEST_TOKENS


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
