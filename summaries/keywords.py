"""Finds the few words and names a text is about."""

import re
from collections import Counter
from collections.abc import Iterator

from summaries import words
from summaries.document import LONGEST_TITLE, Document
from summaries.sentences import has_cjk

MOST = 8
CONSIDERED = 24

TITLE_COUNTS = 3
"""A title's word weighs as if it stood this often more in the text."""

LEAD_COUNTS = 1
LEAD_SENTENCES = 3

TELLING = 3.5
"""Words commoner than this in general Chinese (社会, 发展) name nothing, unless the title has them."""

LONGEST_NAME = 6
TIMES = 2
"""How often a name must stand in the text before the character always beside it is taken for a part of it."""

SHORT_NAME = 2
TIMES_OF_SHORT = 3
_ENDINGS = frozenset("省市县区州镇")
"""Ends of place names: never the beginning of a name."""

_JOINTS = frozenset(
    "的了和是相在与及对为将被把让向从到于以之其也都就而或等但有不这那我你他她它说称并个年月日时中上下里外前后"
)
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟龙段钱汤尹黎贺龚庞樊殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:%|[万亿]+元?|亿?美元|[元人吨级倍度]|公里|平方米)")


def keywords(document: Document) -> tuple[str, ...]:
    """Gives up to eight words, the most telling first."""
    counts = _counts(document)
    text = "\n".join([document.title[:LONGEST_TITLE], *(s.text for s in document.sentences[: document.read])])
    scored = sorted(((-(count**0.5) * words.rarity(word), word) for word, count in counts.most_common(CONSIDERED)))
    whole = (_whole_name(word, text) for _, word in scored if _names(word, document, text))
    figures = _FIGURE.findall(document.title[:LONGEST_TITLE])[:1]
    return (*_without_parts(whole, MOST - len(figures)), *figures)


def _counts(document: Document) -> Counter[str]:
    counts = Counter(dict(document.frequency.most_common(CONSIDERED)))
    for word in document.title_words:
        counts[word] += TITLE_COUNTS
    for word in {word for sentence in document.words[:LEAD_SENTENCES] for word in sentence}:
        counts[word] += LEAD_COUNTS
    return Counter({word: count for word, count in counts.items() if word[0].isalpha()})


def _names(word: str, document: Document, text: str) -> bool:
    """Tells whether a word is one: known and not too common, or unknown and said often enough to be no miscut."""
    if not words.is_known(word):
        return text.count(word) >= (TIMES if len(word) > SHORT_NAME else TIMES_OF_SHORT)
    return word in document.title_words or words.rarity(word) >= TELLING


def _whole_name(word: str, text: str) -> str:
    """Gives back the characters a cut took from a name (建章 always follows 梁: 梁建章), or nothing for a miscut."""
    times = text.count(word)
    if not has_cjk(word):
        shown = re.search(rf"\b{re.escape(word)}\w*", text, re.IGNORECASE)
        return shown[0] if shown else ""
    if times < TIMES:
        return word
    if words.is_known(word):
        surname = text[max(0, (start := text.find(word)) - 1) : start]
        return surname + word if surname in _SURNAMES and text.count(surname + word) == times else word
    name = word
    while longer := _longer(name, text, times):
        if len(longer) > LONGEST_NAME:
            return ""  # a phrase said twice, of which the cut made words by chance
        name = longer
    return name


def _longer(name: str, text: str, times: int) -> str:
    """Gives the name with the character that stands beside it every time, if there is one."""
    start = text.find(name)
    before, after = text[max(0, start - 1) : start], text[start + len(name) : start + len(name) + 1]
    if _is_part(before) and before not in _ENDINGS and text.count(before + name) == times:
        return before + name
    return name + after if _is_part(after) and text.count(name + after) == times else ""


def _is_part(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" and character not in _JOINTS


def _without_parts(best: Iterator[str], most: int) -> list[str]:
    """Leaves out words that a better word holds already."""
    kept: list[str] = []
    for word in filter(None, best):
        if len(kept) == most:
            break
        if not any(word in other or other in word for other in kept):
            kept.append(word)
    return kept
