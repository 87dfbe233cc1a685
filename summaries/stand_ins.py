"""Knows the words that stand for somebody or something told of before, wherever in a sentence they are."""

import re

from summaries import words
from summaries.hints import hints
from summaries.stop_words import STOP_WORDS

_THAT = re.compile("(?<![应應活理合就早不])[该該](?=(?P<kind>[一-鿿]{1,2}))")
_SHORT_KINDS = frozenset("案县市区省镇村校院所局厂店馆站桥路机舰船车型起名位项款批剧书报社队")
"""Of what “that one” is said in one character."""

_THIS = re.compile(
    r"(?:[这這](?:一|[个個种種套道番场場轮輪款类類样樣]|[几幾些两兩]?[个個项項条條种種家座张張件])|[此这這]次)(?P<kind>[一-鿿]{1,2})"
)
_SUCH = re.compile(
    r"[这這](?:[两兩二三]者|[些类類](?:特[质質点點征徵]|人|[问問][题題]|做法|案例|[变變]化|布局|短板|因素)"
    r"|\d+[家个個名座人]|套?[“「]|(?<!的.)[句番席段][话話])|上述(?=[一-鿿])"
)
_AS_IF_NAMED = re.compile(
    r"[^，]{2,10}(?:表示|称|稱|说|說)，[这這]是|[^，。\d]{0,10}(?:那[会會][儿兒]|那[时時]候?(?!起))"
    r"|就?在(?:其(?![中他它])|那[里裡])"
    r"|(?:主[办辦]方|[评評][论論][区區]|家里的|[妈媽]{2}|爸爸|母[亲親](?![节節])|父[亲親](?![节節])|妻子|丈夫)(?=[一-鿿])"
)
"""Both match what speaks of somebody or something as if just told of; the second only where a sentence begins."""

_MAY_MEAN = hints(
    (*"这這此那区區妈媽母父", "上述", "在其", "主办", "主辦", "家里的", "爸爸", "妻子", "丈夫"),
)
"""One of these is in whatever `_SUCH`, `_AS_IF_NAMED` or `_THIS` matches."""

_ALL_AROUND = frozenset("世夏冬春秋暑寒周季假时時年月天日星周国國行社城")
"""What “this” needs nothing before it for: 这个世界, 这个夏天, 这个行业."""

_BEGINNING = 40
"""Characters; further on a sentence has mostly named what “this” is."""

_PERSONS = frozenset("长長员員者人师師家生手子女友星王总總郎娘爸妈媽哥姐弟妹")
_PRONOUN = re.compile(r"(?<![其吉])[他她它](?![人国國乡鄉山日杀殺])")
_SOONEST = 4
_LIKE_A_NAME = 2.0
_FEW_BEFORE = 20
"""Characters before a pronoun that hardly name whom it stands for."""

_THESE_WORDS = re.compile(r"的[这這]一?[句番段席][话話]")
_QUOTED_ENDS = ("”", "」", '"')


def holds_stand_in(sentence: str, quoted: str) -> bool:
    """Tells whether a sentence, of which `quoted` is the whole with its opening quotes, speaks of “this one” or “him”
    and has not said which or who.
    """
    if _means_this(sentence) or _names_nobody_before(sentence):
        return True
    if ("该" in sentence or "該" in sentence) and any(_points_at(that, sentence) for that in _THAT.finditer(sentence)):
        return True
    said = _THESE_WORDS.search(quoted) if "的这" in quoted or "的這" in quoted else None
    return said is not None and not quoted[: said.start()].endswith(_QUOTED_ENDS)


def _points_at(that: re.Match[str], sentence: str) -> bool:
    """Tells whether “that one” is of a kind that the sentence has not named before: 推动该委员会, but no 该怎么."""
    named, before = that["kind"], sentence[: that.start()]
    is_kind = named[0] in _SHORT_KINDS or words.kind(named) == "noun" or that[0][1:2] == "次"
    return is_kind and named[0] not in before and "”" not in before and "》" not in before


def _means_this(sentence: str) -> bool:
    """Tells whether a sentence says “this one” of a kind that it has not named: 没法回避这道题."""
    if not _MAY_MEAN.found_in(sentence):
        return False
    if _SUCH.search(sentence, 0, _BEGINNING) or _AS_IF_NAMED.match(sentence):
        return True
    return any(
        this["kind"][0] not in _ALL_AROUND and _is_told_of(this) and _points_at(this, sentence)
        for this in _THIS.finditer(sentence, 0, _BEGINNING)
    )


def _is_told_of(this: re.Match[str]) -> bool:
    """Tells whether “this” is a thing, or the time of something that was done (此次调解)."""
    return words.kind(this["kind"]) == "noun" or (this[0][1] == "次" and words.kind(this["kind"]) == "other")


def _names_nobody_before(sentence: str) -> bool:
    """Tells whether a sentence says he, she or it behind a few words that name nobody: 名单上有他的名字."""
    pronoun = _PRONOUN.search(sentence, 0, _FEW_BEFORE + 1)
    if not pronoun or not (pronoun.start() <= _SOONEST or sentence[pronoun.start() - 1] in "，：,"):
        return False
    return not any(map(_names_somebody, words.cut([sentence[: pronoun.start()]])[0]))


def _names_somebody(word: str) -> bool:
    """Tells whether a pronoun may stand for what a word names."""
    kind = words.kind(word)
    if word[0].isascii() or kind == "name":
        return True
    if word in STOP_WORDS or len(word) == 1:
        return False
    return word[-1] in _PERSONS or (kind == "loose" and words.nounness(word) >= _LIKE_A_NAME)
