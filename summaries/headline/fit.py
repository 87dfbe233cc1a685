"""Tells which runs of clauses can be read aloud alone: nothing points outside, nothing is promised and not said."""

import re

from summaries.headline.trims import NUMBER, NUMBER_FIRST

_POINTS = (
    # words that point at what was said before, or join to it; what else they may begin is spared
    r"[这该]|那(?!曲|波里|不勒)|其(?!他|它|中国)|此(?!前)|[他她它](?!国|山)|但(?!丁|泽)|而(?!立)|也(?!门)|还(?!原)|并(?!购|网|轨|州)|因此|所以|因而|然而|不过|于是|则|却"
    r"|就(?![业医职])|才(?!能|华|艺)|又|再(?![生保制贷])|均(?!衡)|都(?![市江匀]|会[区圈])|及(?!时|第)|和(?![平田谐解睦美])|与(?!会)|或(?!许)|从而|进而|以便|以及|甚至|尤其|特别是"
    r"|比如|例如|如(?![果何今意])|包括|譬如|诸如|同比|环比|增长|增幅|降幅|比(?!亚迪|利时|特|赛|尔|分)|较|占(?!领|有|据)|已(?!故)|将(?![军领来])|正(?![月式确义在常规])|仍|使|让|被|把|令(?!人)"
    r"|可(?![再持燃])|能(?![源够量耗力登])|会(?![议员谈见计场长展])|应(?![急用届对])|需(?!求)|达|成为|超过|为(?!何|什|[^，]{2,20}(?:注入|贡献|增添|赋能|护航))|是|不|没有|等(?!待|级)|以(?:此|帮助|期|确保|防|避免|满足|应对)|对此|要知道|的|地(?![方区震球铁处理上下点])"
    r"|得(?!州|克|梅)|着(?![力眼])|了(?!解)|且|同时|另外|下同|以[下上]|上述|前者|后者|对方|双方|当地(?!时间)|我(?![国军省市区驻])|咱|大家|希望|相信|造成|导致|致(?!敬|辞|公|癌|远|力)|首先|其次|再次|最[后後]|然[后後]|接[着著]|随后|[后後][来來]|先是|"
    r"[一二三四五六七八九]是|一方面|另一方面|换言之|总之|可见|当然|事实上|实际上|更(?!新|换|名|好[支服满推促保])|至于|等等|[、）)”’」』》】]"
)
_POINTS_LATIN = (
    r"(?:and|or|but|so|he|she|it|they|this|that|these|those|his|her|its|their|him|them|which|who|whose|where|when|then|also|there|here|such|another|both|thus"
    r"|we|our|i|i'm|i've|my|as|with|to|of|for|because)\b"
)
_POINTING = re.compile(rf"[“「‘『]?(?:{_POINTS}|{_POINTS_LATIN})")
_POINTING_FIRST = frozenset(re.sub(r"\(\?[!:][^)]*\)|[|\[\]]", "", _POINTS) + "“「‘『")
_POINTING_WITHIN = re.compile(
    # each way begins with a fixed character, which lets the search leap
    r"该(?!死)|他们|她们|它们|上述|前述|这(?:一|些|次|个|项|种|名|位|家|场|起|条|所|款|是|里|样)|那(?:些|里|位)|此次|此举|对此|(?<![耳尤极])其(?![他它实])|对方|后者|前者|当地(?!时间)|贵[国方]"
    # at whose meeting?
    r"|(?:参加|出席|主持)(?:了?上述)?(?:会见|会谈|座谈会?|会议|大会|论坛|活动|讨论|仪式|[开闭]幕[式会])(?=[。，并]|$)"
)
_PRONOUN = re.compile(r"[这该它]|那(?!曲|波里|不勒)|其(?!他|它|中|实)|此(?!前)|[他她](?!国|山)")
_UNFINISHED = re.compile(
    # promises more: who, when, on what condition
    r"(?:期间|之际|以来|一道|为(?:主题|题|契机|重点|抓手|主线|目标|代表|例)|背景下|的?同时|方面|其中|包括|例如|比如|等|的|(?<![小瓦同及准即按临平届农])时|(?<![落先背])后|(?<![集心其空环国])中|(?<![以向网线])上"
    r"|(?<![以天旗])下|(?<![公千万])里|(?:天|周|月|年|小时|分钟|时间|日|期)内|(?<![目提向在])前|通过[^，。]{0,12}(?:形式|方式|途径|渠道|手段|措施|平台|机制|模式|改造|办法)|以[^，。]{2,12}身份|按照?[^，。]{2,12}计|与|和|及|或|在|(?<![应面针相核绝反敌配])对|从|于|把|将|向|为|是|由|并|来|到|、)$"
    r"|\b(?:the|a|an|of|to|in|on|at|and|or|for|with|by|from|as|that|is|are|was|were|has|have)$"
)
_UNFINISHED_LAST = frozenset(
    "份计式径渠段施台制造法道题机点手线标表例间际来下时面中括如等的后上里内前与和及或在对从于把将向为是由并到、"
)
_SUBJECT = re.compile(r"的[^，的]{1,14}$")
_JOINED = re.compile(
    r"一个|另一|是(?!否|不是)|以及|和|及|与|或"
    r"|到底|究竟|为什么|为何|怎[么样]|如何|能不能|会不会|是不是|是否|能否|该不该"
)
"""What follows belongs to the words before it: the comma stands inside a list, between a subject and what it is, or in
a question."""

_AND_MORE = re.compile("以及|及")
_DONE = re.compile("了|[对就].{2,20}(?:进行|实施|发动|作出|表示)")
"""What was done is told: the list behind it only goes on."""

_NOT_ALONE = re.compile("虽然|尽管|不仅|不但|不只(?!是)|不光|不是|并非|除了|既(?!然|定|往|有)|一方面")
_MORE = re.compile("但|还|更|也|而|并|反|甚至|却|又|同时|另一方面")
"""The second half of what such words begin."""

_PREDICATE = re.compile(
    r"目前|近日|日前|今天|昨天|正|已|将|是|一直|曾|成功|在|于|也|都|均|则|竟|检出|成了|成为|还在|如(?![果何今])"
    r"|[一二三四五六七八九十两几\d]+(?:年|天|周|个月)[之以]?后"
)
_ACTS = re.compile(
    r"[了过是有]|会见|举行|召开|启动|发布|实现|增长|达到|突破|完成|提供|推进|推动|加强|加快|提升|提高|促进|保持|展现|成为"
)
_DEEDS = (
    # verbs that want somebody who does it: without the clause before them nobody is there
    *(
        "讨论",
        "提出",
        "看到",
        "谴责",
        "研究",
        "听取",
        "审议",
        "打击",
        "袭击",
        "击落",
        "摧毁",
        "拦截",
        "控制",
        "发射",
        "使用",
        "引发",
        "签署",
        "会见",
        "出席",
        "参加",
        "结合",
        "进行",
    ),
    *(
        "设置",
        "安装",
        "运行",
        "检查",
        "查看",
        "写",
        "看",
        "带",
        "拿",
        "走",
        "来到",
        "前往",
        "要求",
        "呼吁",
        "批评",
        "反对",
        "支持",
        "敦促",
        "警告",
        "指责",
        "抗议",
        "决定",
    ),
    *(
        "公布",
        "发布",
        "宣布",
        "通过",
        "收到",
        "获得",
        "获",
        "夺得",
        "赢得",
        "拥有",
        "具有",
        "包含",
        "涵盖",
        "涉及",
        "覆盖",
        "位居",
        "位列",
        "创",
        "刷新",
        "高于",
        "低于",
    ),
    *(
        "下降",
        "上升",
        "上涨",
        "下跌",
        "减少",
        "增加",
        "累计",
        "约",
        "平均",
        "预计",
        "计划",
        "准备",
        "打算",
        "开始",
        "继续",
        "负责",
        "担任",
        "抵达",
        "离开",
        "返回",
    ),
    *(
        "发现",
        "发生",
        "出现",
        "产生",
        "形成",
        "变成",
        "用于",
        "来",
        "去",
        "给",
        "受到",
        "遭",
        "引起",
        "带动",
        "带来",
        "同",
        "向",
        "对",
        "在此",
        "当选",
        "数次",
        "多次",
        "接连",
        "提供了",
        "随后",
        "之后",
        "一次",
        "分",
    ),
    *(
        "认为",
        "表示",
        "说",
        "称",
        "指出",
        "告诉",
        "介绍",
        "解释",
        "承认",
        "否认",
        "证实",
        "拒绝",
        "同意",
        "允许",
        "禁止",
        "帮助",
        "确保",
        "避免",
        "防止",
        "逮捕",
        "杀害",
    ),
    *(
        "自己",
        "凭借",
        "宣称",
        "始于",
        "历经",
        "靠着",
        "视为",
        "冲着",
        "遇到",
        "回应了",
        "一度",
        "正式开启",
        "转头",
        "转而",
        "反映",
        "详细",
        "亲自",
        "算得",
        "算是",
        "意味着",
        "等于",
        "堪称",
        "属于",
    ),
)
_DEEDS_FIRST = frozenset(deed[0] for deed in _DEEDS)
_DOER_BEFORE = re.compile(
    # a day, a number or a maker, of what the clause before names
    r"由[^，的]*(?:出版|发行|主办|承办|举办|负责|组成)|共(?![谱享建商筑绘迎庆度议祝护话赴创促育]|同(?!出席|会见|参加|主持|观看|签署|见证|举行))|[一二三四五六七八九十两几\d]+(?:年|天|周|个月|小时)[之以]?后(?=[一-鿿])|(?:目前|近日|日前|今天|昨天|如今|现在|现|随即|至今|当天)(?:也|都|均|又|还)?[已将正仍曾被在由获从]"
)
_DOER_BEFORE_FIRST = frozenset("目近日今昨如现随至当共由一二三四五六七八九十两几0123456789")

_BULLETS = frozenset("█■□◆◇●○▲△★☆◎▶►▪▸·-—~")
"""They head a part of a text, whose news stands below them."""

PAIRS = ("“”", "‘’", "「」", "『』", "《》", "〈〉", "（）", "()", "【】", "[]")
_MARK = re.compile(f"[{re.escape(''.join(PAIRS))}]")


def begins_well(sentence: str, start: int) -> bool:
    """Tells whether a run may begin here: with nothing that points or joins to what stood before."""
    first = sentence[start : start + 1]
    if first in _BULLETS or (first in NUMBER_FIRST and NUMBER.match(sentence, start)):
        return False
    return not (first in _POINTING_FIRST or first.isascii()) or _POINTING.match(sentence, start) is None


def lacks_doer(sentence: str, start: int) -> bool:
    """Tells whether words behind another clause begin with a deed whose doer stands in that clause."""
    first = sentence[start : start + 1]
    if first in _DEEDS_FIRST and sentence.startswith(_DEEDS, start):
        return True
    return first in _DOER_BEFORE_FIRST and _DOER_BEFORE.match(sentence, start) is not None


def points_outside(sentence: str, start: int, stop: int) -> bool:
    """Tells whether words speak of something only the text before them names."""
    return _POINTING_WITHIN.search(sentence, start, stop) is not None


def is_named_before(sentence: str, start: int) -> bool:
    """Tells whether a clause speaks of something by a pronoun, which an opening (会议上，这…) does not name."""
    return _PRONOUN.match(sentence, start) is not None


def is_finished(sentence: str, start: int, stop: int, following: int) -> bool:
    """Tells whether a run may end here though its sentence goes on with what begins at `following`."""
    last = sentence[stop - 1]
    if _MORE.match(sentence, following) and _NOT_ALONE.search(sentence, start, stop):
        return False
    if (last in _UNFINISHED_LAST or last.isascii()) and _UNFINISHED.search(sentence, max(0, stop - 18), stop):
        return False
    joined = _JOINED.match(sentence, following) and not (
        _AND_MORE.match(sentence, following) and _DONE.search(sentence, start, stop)
    )
    return not (joined or _is_subject(sentence, start, stop, following))


def _is_subject(sentence: str, start: int, stop: int, following: int) -> bool:
    """Tells whether a clause only names what the next one tells of: 停在港口的白鹭号，目前已…"""
    if not _PREDICATE.match(sentence, following):
        return False
    name = _SUBJECT.search(sentence, start, stop)
    return name is not None and _ACTS.search(sentence, name.start(), stop) is None


def unbalanced(sentence: str) -> tuple[str, ...]:
    """Gives the pairs of marks that could stand half in a run."""
    if _MARK.search(sentence) is None:
        return ()
    return tuple(pair for pair in PAIRS if pair[0] in sentence or pair[1] in sentence)
