"""Knows the sentences that belong to a page rather than to its story, and those that need another to be understood."""

import re
from collections.abc import Sequence

_ROLES = (
    "责任编辑|责编|编辑|校对|审核|作者|撰文|文|图|图片|供图|摄影|拍摄|来源|稿源|记者|通讯员"
    "|监制|策划|编审|美编|值班|主编"
)
_BYLINE = "|".join(rf"{role}[^\w\n]{{0,3}}[:：|丨/ ]" for role in _ROLES.split("|"))

_EMPTY_TALK = (
    # (pattern, what every such sentence holds: all of it begins with a plain character, what it is)
    (rf"^\W*(?:{_ROLES})\W{{0,3}}[:：|丨/].{{0,60}}$", _BYLINE, "a byline"),
    (rf"^[（(【\[].{{0,12}}(?:{_ROLES})[:： ].{{0,40}}[）)】\]]$", _BYLINE, "a byline in brackets"),
    (r"点击.{0,12}(?:查看|阅读|下载|进入|关注|播放|链接|此处)|阅读原文", "点击|阅读原文", "a call to click"),
    (r"扫.{0,8}二维码|长按.{0,8}识别|扫码", "二维码|长按|扫码", "a call to scan"),
    (
        r"^.{0,20}(?:关注.{0,12}公众号|下载.{0,12}客户端|欢迎.{0,10}(?:关注|订阅|投稿|转发|留言))",
        "公众号|客户端|欢迎",
        "a call to follow",
    ),
    (
        r"^.{0,20}(?:未经.{0,12}(?:授权|许可|同意).{0,6}(?:不得|禁止|严禁|请勿|转载)|版权(?:所有|归)|转载请)",
        "未经|版权|转载请",
        "a notice of rights",
    ),
    (
        r"^(?:早前|此前|相关|更多|延伸|推荐)(?:报道|阅读|新闻)(?:\W|$)",
        r"早前(?:报道|阅读|新闻)|此前(?:报道|阅读|新闻)|相关(?:报道|阅读|新闻)|更多(?:报道|阅读|新闻)|延伸|推荐",
        "a pointer to another article",
    ),
    (
        r"不构成.{0,12}(?:投资|理财|操作|任何).{0,6}(?:建议|意见)|投资有风险|市场有风险",
        "不构成|有风险",
        "a notice of risk",
    ),
    (r"^\W*(?:风险提示|免责声明|特别声明)[:：]", "风险提示|免责声明|特别声明", "its heading"),
    (
        r"^(?:本文|文章).{0,20}(?:不代表|仅代表|首发于|来自|转载自).{0,40}$",
        r"本文.{0,20}(?:代表|首发于|来自|转载自)|文章.{0,20}(?:代表|首发于|来自|转载自)",
        "a disclaimer",
    ),
    (
        r"^\W*(?:标签|關鍵[词詞]|关键[词詞字]|标籤|標籤|分类|分類)[:：]",
        "标签|关键|關鍵|标籤|標籤|分类|分類",
        "what it is filed under",
    ),
    (r"仅代表作者.{0,4}(?:观点|本人)", "仅代表", "another"),
    (r"\d{4}[,，;] ?\d{1,3} ?\(\d{1,3}\)[:：] ?\d", r"\(\d{1,3}\)[:：]", "a paper that is cited"),
    (
        r"欢迎[^，。]{0,4}评论区|不妨[^，。]{0,4}评论区|可以[^，。]{0,4}评论区|评论区(?:见|聊聊|告诉)|你怎么看[呢？?。]|你觉得呢",
        "评论区|怎么看|觉得呢",
        "a call for comments",
    ),
    (
        r"^(?:资料图|图为|图源|图片来源|题图|▲|△|▼|图\s?\d+[:： ]).{0,80}$",
        r"资料图|图为|图源|图片来源|题图|▲|△|▼|图\s?\d",
        "a caption",
    ),
)
_ENGLISH = (
    (r"^(?:(?:click|tap) here|read more|sign up|subscribe|share this|advertisement)", "a call to click in English"),
    (r"^(?:all rights reserved|©|photo(?:graph)?:|image:|source:)", "rights and captions in English"),
    (r"^(?:tags|filed under|posted in|categor(?:y|ies)|keywords|labels|topics): ", "what it is filed under"),
    (r"^[^:|]{1,24}: [^|]{1,60}(?: \| [^:|]{1,24}: [^|]{1,60})+$", "a row of facts"),
    (r"^1 \| ", "the numbered lines of a program"),
)
_CREDIT = re.compile(
    r"[（(【\[]?[^，。：:|丨/ ]{0,8}?(?:图片|图源|图|供图|摄影|拍摄)[^，。：:|丨/]{0,4}[:：|丨/ ].{1,30}$"
)
_LONGEST_CAPTION = 60
_ONLY_SIGNS = re.compile(r"[\W\d_]*$")
"""Matches a table's row, a date, a rule."""

_BEGINS = re.compile("|".join(pattern for pattern, _, _ in _EMPTY_TALK if pattern.startswith("^")))
# All of these begin with a plain character, without a group around, so that the search runs over all others in no time.
_HOLDS = re.compile("|".join(pattern for pattern, _, _ in _EMPTY_TALK if not pattern.startswith("^")))
_HINTS = re.compile("|".join(dict.fromkeys(hint for _, hint, _ in _EMPTY_TALK)))
_IN_ENGLISH = re.compile("|".join(pattern for pattern, _ in _ENGLISH), re.IGNORECASE)
_LONGEST = 100
"""Whatever is longer says something besides."""

_REFERENCES = re.compile(
    r"\n(?:参考(?:资料|文献)|參考(?:資料|文獻)|[资資]料[来來]源|延伸[阅閱][读讀]"
    r"|references?|bibliography|works cited|further reading|sources|see also|footnotes)[:：]?\n",
    re.IGNORECASE,
)
_BODY = 1 / 3
"""The least share of a text before its list of references; a heading further ahead is one of many."""

_LONGEST_HEADING = 40
"""A line without an end mark is a heading up to here, and a sentence written carelessly beyond."""

_LONGEST_SPELT = 88
"""The same of a line in letters, which take more room to say as much."""


def is_empty_talk(sentence: str) -> bool:
    """Tells whether a reader would miss nothing without this sentence."""
    return len(sentence) <= _LONGEST and (_is_talk(sentence) or _is_signs_or_english(sentence))


def is_caption(sentence: str, after: str) -> bool:
    """Tells whether the sentence describes a picture whose maker is named behind it."""
    return len(sentence) <= _LONGEST_CAPTION and _CREDIT.match(after) is not None


def _is_talk(sentence: str) -> bool:
    return _BEGINS.match(sentence) is not None or _HOLDS.search(sentence) is not None


def _is_signs_or_english(sentence: str) -> bool:
    """Tells what only a sentence may be that begins with something else than an ideograph."""
    return _ONLY_SIGNS.match(sentence) is not None or _IN_ENGLISH.match(sentence) is not None


def empty_talk(sentences: Sequence[str]) -> frozenset[int]:
    """Gives the numbers of the sentences that are empty talk; one look at all of them tells of which to ask more."""
    found = {
        i
        for i, sentence in enumerate(sentences)
        if not "\u4e00" <= sentence[:1] <= "\u9fff" and len(sentence) <= _LONGEST and _is_signs_or_english(sentence)
    }
    line = counted = 0
    text = "\n".join(sentences)
    for hint in _HINTS.finditer(text):
        line += text.count("\n", counted, hint.start())
        counted = hint.start()
        if len(sentences[line]) <= _LONGEST and _is_talk(sentences[line]):
            found.add(line)
    if references := _REFERENCES.search(text, int(len(text) * _BODY)):
        found.update(range(text.count("\n", 0, references.end()), len(sentences)))
    return frozenset(found)


_CHINESE = "\u2e80"
_ENDS = "。！？!?…｡.؟।\u06d4"
_ENDED = re.compile(rf"[{_ENDS}]\W{{0,2}}[”’」』）)\]】》\"'»]*(?:>+详情)?$")
_HEADING = re.compile(r"【[^】]*】\W*$")
_LEADS_ON = re.compile(  # like `_SHOWN` it begins with a set, so that the search runs over all other characters
    r"[:：如下](?:(?<=[:：])[”’」』）)\]】》\"'»\s]*$|(?:(?<=如)下|(?<=下)[图表])(?:所示|显示)?[。：:]?$)"
)
_BROKEN_OFF = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|and|or|for|with|by|from|as|that|than|is|are|was|were|has|have)$"
)
"""Matches what only stops because a quotation or a list comes next."""
_BEGIN, _END = "“「『（《【", "”」』）》】"
_PAIRED = re.compile(f"[{_BEGIN}{_END}]")
_LEAST = 8
_ONLY_NAMES = re.compile(r"[^，,。：:；;！？!?]+、[^，,。：:；;！？!?]+…+$")
"""Matches a list that breaks off and says nothing of what it lists."""


def stands_alone(sentence: str) -> bool:
    """Tells whether a reader understands the sentence by itself: no heading, half a quote, or lead to a list."""
    length = len(sentence)
    if length < _LEAST or not (sentence[-1] in _ENDS or length > _longest(sentence) or _ENDED.search(sentence)):
        return False
    may_lead_on = "：" in sentence or ":" in sentence or "下" in sentence[-5:]
    if (may_lead_on and _LEADS_ON.search(sentence)) or (sentence[0] == "【" and _HEADING.match(sentence)):
        return False
    if sentence[-1].isalpha() and sentence[-1] < _CHINESE and _BROKEN_OFF.search(sentence, max(0, length - _LEAST)):
        return False
    if sentence[-1] == "…" and _ONLY_NAMES.match(sentence):
        return False
    return _is_balanced(sentence)


def _is_balanced(sentence: str) -> bool:
    """Tells whether all that is quoted or bracketed is so to its end."""
    if '"' in sentence and sentence.count('"') % 2:
        return False
    if not _PAIRED.search(sentence):
        return True
    return [sentence.count(begin) for begin in _BEGIN] == [sentence.count(end) for end in _END]


def _longest(sentence: str) -> int:
    """Gives how long a heading may be that looks like this."""
    return _LONGEST_SPELT if sentence[-1] < _CHINESE and sentence[0] < _CHINESE else _LONGEST_HEADING


_POINTERS = (
    # (how a sentence begins, what it takes for told); in no group around, so that the first character tells at once
    (
        r"此外|另外|除此之外|[与與](?:此同[时時]|之)|另一|(?:几乎|幾乎)?同(?:[时時]|一[时時])|不[过過]|然而|但|而(?!且慢)|可是?[，是]|于是|於是|因此|所以|因而|由此|[对對]此|其中",
        "a join",
    ),
    (
        r"[并並]且|而且|[况況]且|[尽儘]管如此|即便如此|相比之下|相反|反之|否[则則]|[换換]句[话話][说說]|[换換]言之|也就|[总總]之|例如|比如|譬如|以上|上述|[当當]然，|[毕畢]竟|更(?:有|[^，。]{1,8}的[，,]?是)",
        "a join",
    ),
    (
        r"[结結]果(?:就?是|[，,])|如此(?:[看一]|[来來])|正因|[为為]此|[据據]此|至此|更?具[体體](?:[来來而][说說言]|[来來][说說讲講看])|[简簡][单單](?:[来來][说說讲講])|[说說]白了|[举舉](?:例|[个個]例子)|同[样樣](?:地|的?[，,])|反[过過][来來]",
        "a join",
    ),
    (
        r"[还還](?:有(?!望)|[会會要在是能可])|又(?:比如|[如一有是把被在])|也(?![门門许許])|甚至|更?何[况況]|再(?:加上|[说說者比])|好在|所幸|不料|[谁誰]知|不[仅僅]如此|一[时時][间間][，,]|自此|[从從]此|之[后後][，,]|只(?:不[过過]|是[，,])",
        "a join that goes on",
    ),
    (r"是的[，,]|[没沒][错錯][，,]|[对對好来來][，,]|好了[，,]|你[没沒][听看聽][错錯]", "a word to who listens"),
    (
        r"言[外下]之意|(?:原因|理由|目的|答案|意思)(?:就?是|就?在[于於])|之所以|究其|因[为為]|[归歸]根[结結到]|[说說]到底|总[的而]",
        "what explains the one before",
    ),
    (
        r"[这這](?!一(?:天|年|届)|[届屆])|那(?!曲|些年|年)|此(?![前次])|[该該]|其(?![实實]|他|它|[余餘])|它|[他她](?![人国國乡鄉山日杀殺])",
        "a stand-in",
    ),
    (r"本(?:公司|人|校|馆|館|院|店|司)|我(?:公司|校|馆|館|院|司)", "who speaks of himself"),
    (r"[对對双雙]方(?!案)|[两兩二][人者国國]|[前后後]者|前述", "a stand-in for two"),
    (
        r"[在从由对從對](?:[这這此该該]|其(?!中|他|它|[余餘]))|(?:如果|只要|要是|假如|若)(?:[这這该該他她它]|其(?!中|他|它|[余餘]))|(?:由[于於]|[随隨][着著]|[关關][于於]|除了?)(?:[这這此该該]|其(?!中|他|它|[余餘]))",
        "a stand-in after a preposition",
    ),
    (
        r"首先|其次|再次|再是|最[后後]|第[一二三四五六七八九十](?:件事|[点點层層步类類种種])?[则則也]?(?:[，,：:]|[点點]|是)|第[一二三四五六七八九十][个個道种種条條大重](?!五年)[^，,。：:]{0,6}[，,：:是在]|[一二三四五六七八九十]是|然[后後]|接[着著]|随后|隨後|[后後][来來]",
        "a place in a row",
    ),
    (
        r"同一天|同[年月日](?![级級本])|次[日年月]|翌[日年]|隔天|第二[天年](?![气氣])|[当當](?:[时時](?![间間])|天(?![气氣空])|日(?!本)|年(?![轻輕])|晚|月)|[紧緊]接着|[随隨]即|不久(?:之?[后後]|[，,])|事(?:[后後]|[发發](?![当當地]))",
        "a time named before",
    ),
    (
        r"[一两兩二三几幾半数數多\d][十多个個]{0,2}(?:[天周年月]|小[时時]|分[钟鐘]|星期)之?[后後][，,]",
        "a time reckoned from one before",
    ),
)
_STAND_INS = (
    "it|that|them|these|those|him|her|the (?:former|latter)"
    "|this(?! (?:article|post|paper|study|guide|tutorial|year|week|month|season|summer|winter))"
)
_POINTERS_IN_ENGLISH = (
    (
        r"(?:however|but|and|so|then|yet|also|still|moreover|meanwhile|instead|otherwise|therefore|thus|besides|both|others?|another)\b",
        "a join",
    ),
    (
        r"(?:in addition|in the meantime|in fact|in other words|on the other hand|of course)\b",
        "a join of several words",
    ),
    (r"(?:at the same time|as a result|for (?:example|instance)|which (?:is|was|means|made))\b", "another"),
    (r"(?:first|second|third|fourth|last|final|again|next)(?:ly)?,", "a place in a row"),
    (
        rf"(?:in|of|for|with|from|to|about|after|by|at|on|despite|like|unlike) (?:{_STAND_INS})\b",
        "a stand-in behind it",
    ),
    (r"(?:on |by )?the (?:same|next|following) (?:day|night|morning|week|month|year)\b", "a time named before"),
    (r"(?:he|she|it|they|this|that|these|those|his|her|their|its|such)\b", "a stand-in"),
    (r"(?:most|some|many|all|none|one|each) of (?:them|these|those)\b", "some of what stands there"),
    (r"(?:if|when|because) (?:it|they|he|she|this|these)\b", "a stand-in in a condition"),
)
_POINTS = re.compile("|".join(pattern for pattern, _ in _POINTERS))
_POINTS_IN_ENGLISH = re.compile("|".join(pattern for pattern, _ in _POINTERS_IN_ENGLISH), re.IGNORECASE)
_STAND_IN_SOON = re.compile(
    r"[^，,。、：:；;“”《》]{1,6}[这這](?:[两兩三四几幾些]|[句类類])"
    r"|[^，,。、：:；;“”《》]{2,12}(?:(?:随|隨)[后後]|(?<![规規原法否准準细細守总總通附一两兩二三几幾这這那该該数數每])[则則])"
    r"|[^，,。、：:；;“”《》]{1,8}[方局司院部府署校][当當][晚天](?![气氣空])"
    r"|[对對][^，,。]{1,8}[来來][说說][，,](?:[这這那]|它|是)"
    r"|[^，,。、：:；;“”《》]{1,12}也是?(?:同理|如此|这样|這樣|一样|一樣)[。，]"
)
"""Matches a stand-in behind few words (我觉得这两句话, 校方当晚, 北岸则…); of one alone (这个) more is often said."""

_THESE_WORDS = re.compile(r"的[这這]一?[句番段席][话話]")
_QUOTED_ENDS = ("”", "」", '"')

_MAY_STAND_IN_SOON = re.compile("[这這则則随隨当當对對也]")
_SOON = 16
"""Characters among which one of these must be."""

_OPENED = (
    # (what a sentence may open with and name nobody, and how long that is at most)
    (r"[\d今去昨近目前上本过過][^，,。：:；;“”《》]{0,12}[年月日天晚时時后後前初底来來间間期]", "a time"),
    (r"(?:据|根据|面对|作为|除了|为了|针对|按照|因为|由于)[^，,。：:；;“”《》]{1,16}", "its circumstances"),
    (r"(?:據|根據|面對|作為|為了|針對|因為|由於)[^，,。：:；;“”《》]{1,16}", "the same in traditional characters"),
)
_STAND_IN_LATER = re.compile(
    rf"(?=[\d今去昨近目前上本过過据根面作除为针按因由據為針])(?:{'|'.join(pattern for pattern, _ in _OPENED)})"
    "[，,](?:[他她](?![人国國])|[这這](?!一(?:天|年|届))|它|其(?![中实實他它余餘])|[该該]|此[举舉事人类類])"
)
"""Matches a stand-in behind words that name nobody it could stand for: 近日，该馆…; 作为馆长，他…"""

_SPEAKS = (
    "[还還也又并並]"
    "(?:表示|[称稱说說]|指出|明[确確]|提出|要求|[强強][调調]|介[绍紹]|透露|提到|[认認][为為]|[补補]充|[规規]定)"
)
_SPEAKS_ON = re.compile(_SPEAKS)
_SPEAKER = 12
_SPEAKS_AGAIN = re.compile(rf"[“\"'‘「『（(]*[^，,。：:]{{1,{_SPEAKER}}}{_SPEAKS}")
"""Matches where one is said to go on who must have spoken before; the search for the verb is quicker."""

_SPOKE = re.compile(
    r"[^。“”「」《》：:？！]{2,60}(?:(?<![小传傳学學游遊据據多解演评評])[说說]|[说說写寫问問答笑忏懺解回][道]|(?:回忆|回憶|介绍|介紹|解释|解釋|忏悔|懺悔)道|感[叹嘆慨]|坦言|直言)。"
    r"|[^。“”「」：:？！]{2,40}(?:告诉|告訴)[^，。“”「」：:]{1,20}。"
)
"""Matches who said what stands before: 多位船工告诉本报。"""
_SPOKE_ENDS = ("说。", "說。", "道。", "叹。", "嘆。", "慨。", "言。")
_LONGEST_SPOKE = 66

_OPENERS = "“\"'‘「『（("


def points_back(sentence: str) -> bool:
    """Tells whether the sentence begins with what only the one before it explains."""
    begun = sentence.lstrip(_OPENERS)
    points = _POINTS_IN_ENGLISH if begun[:1].isalpha() and begun < _CHINESE else _POINTS
    if points.match(begun) or _STAND_IN_LATER.match(begun) or _names_who_spoke(sentence):
        return True
    if _MAY_STAND_IN_SOON.search(begun, 0, _SOON) and _STAND_IN_SOON.match(begun):
        return True
    said = _THESE_WORDS.search(sentence) if "的这" in sentence or "的這" in sentence else None
    if said and not sentence[: said.start()].endswith(_QUOTED_ENDS):
        return True
    end = len(sentence) - len(begun) + _SPEAKER + len("还表示")
    return _SPEAKS_ON.search(sentence, 0, end) is not None and _SPEAKS_AGAIN.match(sentence) is not None


def _names_who_spoke(sentence: str) -> bool:
    """Tells whether the sentence only names the speaker of the one before."""
    may = len(sentence) <= _LONGEST_SPOKE and (
        sentence.endswith(_SPOKE_ENDS) or "告诉" in sentence or "告訴" in sentence
    )
    return may and _SPOKE.match(sentence) is not None


_QUOTES = '“「『‘"„«'
_ONLY_SAID = re.compile(rf"[{_QUOTES}][^“”「」『』„«»]*[”」』’\"“»][。.]?$")
_SAID = re.compile(r"[^，,。]{0,16}(?:表示|[称稱說说]|指出|认为|強調|强调|写道|问道|答道)[。.]?$")
_LONGEST_SAID = 20
_SHOWN = re.compile(r"[如上下左右见图](?:(?<=如)你所见|(?<=[如上下左右见])图|(?<=图)中)")
_TO_READER = re.compile(
    r"(?:你|您|大家|读者|朋友|本文|下文|下面|接下来|我们)[^。]{0,20}(?:一起|就此展[开開]|看看|来看|聊聊|说说|盘点|解释一下|不妨)"
    r"|[给跟与和为带](?:大家|各位|你|您|读者)[^，。]{0,10}(?:分享|介绍|讲讲|科普|梳理|拆解|解读)"
    r"|(?:今天|本文|本期|这篇|这次)[^。]{0,40}(?:维度|角度|课题|话题)|大家[上中下晚]?[午上]?好[，。！]|我[来就再先]?举[一几]?个(?:例子|案例)"
)
_MAY_BE_SHOWN = re.compile(
    "如你所见|图|一起|就此展|看看|来看|聊聊|说说|盘点|解释一下|不妨"
    "|我.?举|分享|介绍|讲讲|科普|梳理|拆解|解读|维度|角度|课题|话题|好[，。！]"
)
"""Matches what one of the two before must hold: most sentences are known by this one search."""

_WISHES = re.compile(
    r"(?:首先|最[后後])?[，,]?(?:非常|十分|衷心|特[别別])?感[谢謝](?![信费費状狀])|祝[愿願]?(?:大家|各位|[你您])|[愿願](?:大家|各位|[你您我])"
)
_PROMISES = re.compile(
    r"[^，。]{0,6}有(?:这样)?(?:一?[个则句段]|过一个)[^，。]{0,16}(?:故事|笑话|段子|说法|细节|例子|老话|问题)。$"
)
"""Matches what only says that something will be told."""

_WISHING = frozenset("首最非十衷特感祝愿願")
_PROMISED = ("故事。", "笑话。", "段子。", "说法。", "细节。", "例子。", "老话。", "问题。")

_LEADS_AWAY = re.compile(r"(?:https?://|www\.)[!-~]+$")


def tells_little(sentence: str) -> bool:
    """Tells whether the sentence only asks, only names who said something, or is said by nobody named."""
    if _asks(sentence):
        return True
    if _MAY_BE_SHOWN.search(sentence) and (_SHOWN.search(sentence) or _TO_READER.search(sentence)):
        return True
    if sentence[:1] in _QUOTES and _ONLY_SAID.match(sentence):
        return True
    if (sentence[:1] in _WISHING and _WISHES.match(sentence)) or (
        sentence.endswith(_PROMISED) and _PROMISES.match(sentence)
    ):
        return True
    if sentence[-1:].isascii() and _LEADS_AWAY.search(sentence):
        return True
    return len(sentence) <= _LONGEST_SAID and _SAID.match(sentence) is not None


def _asks(sentence: str) -> bool:
    return sentence.rstrip("”’」』）)\"'»").endswith(("？", "?"))


_TAGGED = re.compile(r"[^，,。：:？?“”]{1,12}[：:](?!\d)")


def answers(sentence: str, before: str) -> bool:
    """Tells whether the sentence is a speaker's answer to the question before it."""
    return _asks(before) and (_TAGGED.match(sentence) or _TAGGED.match(before)) is not None


_ONE_OF_A_ROW = re.compile(r"其一|一是|第一[，,：:是]|一方面")
_NEXT_OF_A_ROW = re.compile(r"其二|二是|第二[，,：:是点點]|另一方面")
"""Not the steps of a how-to (首先, 然后): the first of them says what to do."""


def breaks_off(sentence: str, after: str) -> bool:
    """Tells whether a row the sentence begins (“有两点，一是…”) goes on in the next one: half of it reads as all."""
    return _NEXT_OF_A_ROW.match(after) is not None and _ONE_OF_A_ROW.search(sentence) is not None


_NUMBERED = re.compile(r"[（(]?(?:\d{1,2}(?:[)）、]|[.\uff0e](?!\d))|[①-⑳])")


def is_point(sentence: str) -> bool:
    """Tells whether the sentence begins with the number of a point in a list; notices count what they rule in words."""
    return _NUMBERED.match(sentence) is not None


_ITEM = re.compile(r"(?:【[^】]{2,60}】|[■●◆▶★☆◎▪•]\s*\S)\s*\S")


def opens_item(paragraph: str) -> bool:
    """Tells whether a paragraph begins with the heading of an item, as those of round-ups do."""
    return _ITEM.match(paragraph) is not None and not _asks(paragraph)
