"""Knows how much a sentence tells by itself: whether it is whole, says something, or counts a point of a list."""

import re
from functools import cache

from summaries.hints import hints
from summaries.hollow import is_hollow

_LONGEST_HEADING = 40
"""A line without an end mark is a heading up to here, and a sentence written carelessly beyond."""

_LONGEST_SPELT = 88
"""The same of a line in letters, which take more room to say as much."""

_CHINESE = "\u2e80"
_ENDS = "。！？!?…｡.؟।\u06d4"
_ENDED = re.compile(rf"[{_ENDS}]\W{{0,2}}(?:\[\d{{1,3}}\])*[”’」』）)\]】》\"'»]*(?:>+详情)?$")
_ENDED_MERRILY = re.compile("[~～♪♬^ㅠㅋ❤♥☀☁☺☹✀-➿\U0001f300-\U0001faff](?:\ufe0f|\\))?$")
_CLAUSE = re.compile("[，、,！!？?]|[다요](?=[ㅠㅋ^~])")
_LEAST_MERRY = 15
"""Characters; what is shorter, or has no clause, and ends with a picture is a heading."""

_HEADING = re.compile(r"【[^】]*】\W*$")
_LEADS_ON = re.compile(  # like `_SHOWN` it begins with a set, so that the search runs over all other characters
    r"[:：如下](?:(?<=[:：])[”’」』）)\]】》\"'»\s]*$|(?:(?<=如)下|(?<=下)[图表])(?:所示|显示)?[。：:]?$)"
)
_BROKEN_OFF = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|and|or|for|with|by|from|as|that|than|is|are|was|were|has|have)$"
)
"""Matches what only stops because a quotation or a list comes next."""
_BEGIN, _END = "“«「『（《【", "”»」』）》】"
_PAIRED = re.compile(f"[{_BEGIN}{_END}]")
_LEAST = 8
_INCH = re.compile(r'(?<=\d)"')
_ONLY_NAMES = re.compile(
    r"[^，,。：:；;！？!?]+、[^，,。：:；;！？!?]+…+$|(?:[^，,。：:；;、！？!?]{1,6}、){3,}[^，,。：:；;、！？!?]{1,6}。$"
)
"""Matches a list that breaks off, or of names alone: it says nothing of what it lists."""


def stands_alone(sentence: str) -> bool:
    """Tells whether a reader understands the sentence by itself: no heading, half a quote, or lead to a list."""
    length = len(sentence)
    if length < _LEAST or not (sentence[-1] in _ENDS or length > _longest(sentence) or _is_ended(sentence)):
        return False
    may_lead_on = "：" in sentence or ":" in sentence or "下" in sentence[-5:]
    if (may_lead_on and _LEADS_ON.search(sentence)) or (sentence[0] == "【" and _HEADING.match(sentence)):
        return False
    if sentence[-1].isalpha() and sentence[-1] < _CHINESE and _BROKEN_OFF.search(sentence, max(0, length - _LEAST)):
        return False
    if "、" in sentence and sentence[-1] in "…。" and _ONLY_NAMES.match(sentence):
        return False
    return _is_balanced(sentence)


def _is_ended(sentence: str) -> bool:
    """Tells whether a mark ends it, behind which something may stand."""
    return _ENDED.search(sentence) is not None or (
        len(sentence) >= _LEAST_MERRY
        and _CLAUSE.search(sentence) is not None
        and _ENDED_MERRILY.search(sentence) is not None
    )


_SWAPPED = str.maketrans("«»", "»«")
_OPENS_SWEDISH = re.compile(r"(?<![^\s(—:])”(?=\w)")
_OPENS_GERMAN = re.compile(r"(?<![^\s(—:])»(?=\w)")


def paired(text: str) -> str:
    """Gives „…“, „…”, ”…”, »…« and »…» as “…” and «…», each where it stood: so a mark only opens or only closes."""
    if "„" in text:
        if "“" not in text and "”" not in text:
            text = text.replace('"', "”")  # many pages close so
        text = text.replace("“", "”").replace("„", "“")
    elif "”" in text and "“" not in text:
        text = _OPENS_SWEDISH.sub("“", text)
    if "»" in text and _OPENS_GERMAN.search(text):
        text = text.translate(_SWAPPED) if "«" in text else _OPENS_GERMAN.sub("«", text)
    return text


def _is_balanced(sentence: str) -> bool:
    """Tells whether all that is quoted or bracketed is so to its end."""
    sentence = paired(sentence)
    if (straight := sentence.count('"')) % 2 and (straight - len(_INCH.findall(sentence))) % 2:
        return False
    if not _PAIRED.search(sentence):
        return True
    if point := _NUMBERED.match(sentence):
        sentence = sentence[point.end() :]
    if sentence.count("（") != sentence.count("）"):  # who types carelessly closes （ with )
        sentence = sentence.replace("(", "（").replace(")", "）")
    return [sentence.count(begin) for begin in _BEGIN] == [sentence.count(end) for end in _END]


def _longest(sentence: str) -> int:
    """Gives how long a heading may be that looks like this."""
    return _LONGEST_SPELT if sentence[-1] < _CHINESE and sentence[0] < _CHINESE else _LONGEST_HEADING


_QUOTES = '“「『‘"„«'
_ONLY_SAID = re.compile(rf"[{_QUOTES}][^“”「」『』„«»]*[”」』’\"“»][。.]?$")
_SAID = re.compile(r"[^，,。]{0,16}(?:表示|[称稱說说]道?|指出|认为|強調|强调|写道|问道|答道)[。.]?$")
_LONGEST_SAID = 20


@cache
def _step() -> re.Pattern[str]:
    """Matches a step of a reporter without what he found; a day and a place; a reporter with his first words."""
    return re.compile(  # it takes milliseconds
        r"(?:[^，,。]{1,6}，)?[^，,。]{0,16}记者[^，,。]{0,10}(?:联系|致电|拨打|咨询|来到|走访|探访)[^，,。]*"
        r"(?:，(?:了解(?!到)|核实(?![了到])|询问|求证|咨询)[^，,。：:]*)?。$"
        r"|[\d年月日号时點点分（）()\u4e00-\u9fff]{3,16}，[\u4e00-\u9fff]{2,8}。$(?<=[省市县区州镇村岛国地京津沪渝]。)"
        r"|[^，。：:]{0,10}记者[ \u3000][^，。：: ]{2,4}[：:]"
    )


_SHOWN = re.compile(r"[如上下左右见图](?:(?<=如)你所见|(?<=[如上下左右见])图|(?<=图)中)")


@cache
def _to_reader() -> re.Pattern[str]:
    return re.compile(  # it takes milliseconds
        r"(?:你|您|大家|读者|朋友|本文|下文|下面|接下来|我们)[^。]{0,20}(?:一起|就此展[开開]|看看|来看|聊聊|说说|盘点|解释一下|不妨)"
        r"|[让讓]我[们們](?!的)[^。]{0,4}(?:深入|了解|[开開]始)"
        r"|[给跟与和为带](?:大家|各位|你|您|读者)[^，。]{0,10}(?:分享|介绍|讲讲|科普|梳理|拆解|解读)"
        r"|(?:今天|本文|本期|这篇|这次)[^。]{0,40}(?:维度|角度|课题|话题)|我[来就再先]?举[一几]?个(?:例子|案例)"
    )


_GREETS = re.compile(
    r"(?:[^，,。：:？?“”]{1,12}[：:])?(?:[^，,。：:？?“”]{0,12}"
    r"(?:大家|各位|朋友[们們]?|主持人|老[师師]|[观觀听聽][众眾]|[网網]友[们們]?|先生|女士|您|你[们們]?)[早上中下晚午]{0,2}好[，。！,!]"
    r"|(?<=[：:])好的?[，,][谢謝])"
)
"""Matches a greeting, or thanks for an answer, that begins a short sentence."""

_LONGEST_GREETING = 40

_LISTED = """
如你所见 图 让我 讓我 一起 就此展 看看 来看 聊聊 说说 盘点 解释一下 不妨 举
分享 介绍 讲讲 科普 梳理 拆解 解读 维度 角度 课题 话题
"""
_MAY_BE_SHOWN = hints(_LISTED.split())
"""What one of the two before must hold: most sentences are known by this one look."""

_ANNOUNCES = re.compile(
    "(?:首先|我们|咱们|接下来|下面|那就|不妨|这里|今天)?[，,]?(?:我们|咱们)?(?:先来?|再来?|还是|回头|来(?=(?P<verb>[说聊看谈讲捋])(?:(?P=verb)|一)))"
    "(?:简单)?(?:说说?|聊聊?|看看?|谈谈?|讲讲?|捋捋?|梳理一下|说一下|看一下|说回|看回)(?![病望展演赛球戏好见到清明服判不恋遍])"
    "(?!一遍)(?![^。]*的[人游球观乘])[^。，？后]{0,22}[。：]$"
    "|来看[^。，？]{2,20}(?:的?(?:专访|采访|报道|视频|画面|详情)。|：)$"
)
"""Matches what only says what comes next: 先说说…。"""

_LONGEST_ANNOUNCEMENT = 40


@cache
def _formula() -> re.Pattern[str]:
    """Matches what begins with thanks, a wish, a word to the reader, nightfall, or with how little room there is."""
    return re.compile(  # it takes milliseconds
        r"(?:Many |Special )?[Tt]hank(?:s| you) (?:for|so|again|(?:to )?(?:every(?:one|body)|all|you|our|those))\b"
        r"|(?:首先|最[后後])?[，,]?(?:非常|十分|衷心|特[别別])?感[谢謝](?![信费費状狀])|祝[愿願]?(?:大家|各位|[你您])|[愿願](?:大家|各位|[你您我])"
        r"|(?:由于|[因受限]于?)?(?:本文|文章)?篇幅(?:有限|所限|限制|[关關][系係]|原因|[过過][长長])?，[^。]{0,12}(?:本文|文章|我|[笔筆]者|小[编編]|不再|[无無]法)"
        r"|大家都知道|(?:但|那么?)?，?你有[没沒]有(?:想[过過]|[发發][现現])|本文不(?:是|[构構]成)|夜幕降[临臨]|多年(?:以)?[后後]，"
        r"|(?:哈[喽啰嘍囉罗羅]|[嗨嘿])[，,！!～~ ]?(?:大家|各位|朋友[们們]|小[伙夥]伴|同[学學][们們])"
    )


_PROMISES = re.compile(
    r"[^，。]{0,6}有(?:这样)?(?:一?[个则句段]|过一个)[^，。]{0,16}(?:故事|笑话|段子|说法|细节|例子|老话|问题)。$"
)
_BEGINS_FROM = re.compile(
    r"(?:[^，,。：:]{0,24}[，,])?[^，,。：:]{0,12}[要得]先?[从從][^，,。：:]{1,30}[说說讲講谈談]起(?:。|[…。.]{2,})$"
)
"""Both match what only says that something will be told."""

_BEGINS_FORMULA = frozenset("大但那你本夜多TtMS首最非十衷特感祝愿願由因受限本文篇哈嗨嘿")
_PROMISED = ("故事。", "笑话。", "段子。", "说法。", "细节。", "例子。", "老话。", "问题。")

_MOST_DOTS = 8
"""Characters at the end of a sentence, the last of its story's 说起 and the dots that draw the reader on."""

_LEADS_AWAY = re.compile(r"(?:https?://|www\.)[!-~]+$")


def tells_little(sentence: str) -> bool:
    """Tells whether it only asks, greets, promises or announces, only names who spoke, or is said by nobody named."""
    if asks(sentence) or greets(sentence) or _announces(sentence) or is_hollow(sentence):
        return True
    if _MAY_BE_SHOWN.found_in(sentence) and (_SHOWN.search(sentence) or _to_reader().search(sentence)):
        return True
    if sentence[:1] in _QUOTES and _ONLY_SAID.match(sentence):
        return True
    if (sentence[:1] in _BEGINS_FORMULA and _formula().match(sentence)) or _promises(sentence):
        return True
    if sentence[-1:].isascii() and _LEADS_AWAY.search(sentence):
        return True
    may_be_step = "记者" in sentence[:30] or sentence[:1].isdigit()
    return (may_be_step and _step().match(sentence) is not None) or (
        len(sentence) <= _LONGEST_SAID and _SAID.match(sentence) is not None
    )


def greets(sentence: str) -> bool:
    """Tells whether a sentence is a greeting."""
    return "好" in sentence and len(sentence) <= _LONGEST_GREETING and _GREETS.match(sentence) is not None


def _promises(sentence: str) -> bool:
    """Tells whether it only says that something will be told."""
    if sentence.endswith(_PROMISED) and _PROMISES.match(sentence):
        return True
    return "起" in sentence[-_MOST_DOTS:] and _BEGINS_FROM.match(sentence) is not None


def _announces(sentence: str) -> bool:
    return len(sentence) <= _LONGEST_ANNOUNCEMENT and _ANNOUNCES.match(sentence) is not None


def asks(sentence: str) -> bool:
    """Tells whether it is a question."""
    return sentence.rstrip("”’」』）)\"'»").endswith(("？", "?"))


POINT = r"[（(]?(?:\d{1,2}(?:[)）、]|[.\uff0e])(?!\d)|[①-⑳])"
"""The figure before a point of a list; “3、4号楼” holds none."""

_COUNTED = (
    "事件|步骤|问题|案例|方法|办法|原因|误区|反常|看点|亮点|技巧|建议|要点|启示|场景|阶段|观点|理由|趋势|变化|信号|条件|特点|优势|风险"
    "|挑战|结论|角度|维度|例子|故事|教训|错误|关键|谣言|疑问|线索"
)
_NUMBERED = re.compile(rf"{POINT}|\d{{1,2}}，(?=[一-鿿])|(?:{_COUNTED})[一二三四五六七八九十\d]{{1,2}}[：:](?!\d)")


def is_point(sentence: str) -> bool:
    """Tells whether the sentence begins with the number of a point in a list; notices count what they rule in words."""
    return _NUMBERED.match(sentence) is not None


_ITEM = re.compile(r"(?:【[^】]{2,60}】|[■●◆▶★☆◎▪•]\s*\S)\s*\S")


def opens_item(paragraph: str) -> bool:
    """Tells whether a paragraph begins with the heading of an item, as those of round-ups do."""
    return _ITEM.match(paragraph) is not None and not asks(paragraph)
