"""Cuts a sentence into its clauses and tells what each is for: an opening, a claim, a condition, or the news itself."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SCAN = re.compile(
    # what is quoted, titled or in brackets is never cut; a colon between figures is a time or a score; every way begins
    # with a fixed character, which lets the scan leap to the next one
    r"“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉|（[^）]*）|\([^)]*\)|【[^】]*】|\[[^\]]*\]|\"[^\"]*\""
    r"|，|；|：(?!\d)|：(?<!\d：)|,(?=\s)|:(?=\s)|;(?=\s)|——| — | – "
    r"|。(?=[”’」』）)》】\s])|！(?=[”’」』）)》】\s])|？(?=[”’」』）)》】\s])",
)
_ASIDES = frozenset('“‘「『《〈（(【["')
_SENDER = re.compile(
    # who sent the news and from where, before its first word
    r"\s*(?:【[^】]{1,20}】\s*|\[[^\]]{1,20}\]\s*)?(?:"
    r"(?:本报|新华社|中新社|中新网|央视|人民网|中央社|[^，,。：“]{0,8}\d{1,2}月\d{1,2}日)[^，,。：“]{0,14}?"
    r"(?:讯(?!息|号)|电(?![影视力话子网动商池器站价车厂])|消息)\s*(?:[（(][^）)]{0,30}[）)])?[\s:：，,—-]*(?=\S)"
    r"|[（(][^）)]{0,16}记者[^）)]*[）)]\s*"
    r"|[a-z ,./\d]{2,40}\((?:reuters|ap|afp|upi|xinhua|bloomberg|cnn)\)\s*[—–-]+\s*)?"
    # and what it is filed under: 热点问答｜…, 导读：…
    r"(?:(?:题|导读|导语|摘要|编者按|核心提示|内容提要|原标题)[：:]\s*)?(?:[一-鿿]{2,8}[a-z\d+]{0,4}\s*[｜丨|]\s*(?=\S))?",
)

_DAY = (
    r"(?:[今昨明去][天日晚年]|日前|近日|当[天日]|[一二三四五六七八九十]+日|\d+[日月年]|凌晨|清晨|上午|中午|下午|傍晚|晚间?|夜间|\d[时分]许?|前夕"
    r"|周[一二三四五六日]|星期[一二三四五六日天])"
)
_FRAMES = (
    # (pattern of a whole clause, what it is): the news stands without it
    (
        r"另外?|又|再|此外|同[时日]|其中|目前|眼下|当[前下]|如今|现在|这几天|近期|最近|连日来|近年来|(?:不久|前不久)前?|总[的体]来看",
        "a join",
    ),
    (rf".{{0,12}}{_DAY}(?:[（(].{{0,12}}[）)])?(?:起|以?来|前后|左右|期间|至今)?", "a day"),
    (
        r".{0,8}(?:[上下]半年|[一二三四]季度|(?:过去|[前近]).{1,3}(?:个?月|年|周|天|季度)|\d月份|“[^”]{2,6}”时期)(?:以?来|里|间|期间)?",
        "a span",
    ),
    (r"(?:在|正值|值此|适逢|时值|当).{1,40}(?:之际|期间|之后|之前|时|中|后|前|下|上|里|现场)", "an occasion"),
    (r".{1,16}(?:时节|时分|之际|期间|以来|伊始|到来|来临|背景下|会上|仪式上)", "a season"),
    (r"(?:截至|截止到?).{1,24}|[从自].{1,20}(?:看|上讲|起|以来)|对于?.{1,12}(?:来说|而言)", "a span"),
    (r"(?:按照|根据|依据|经).{1,24}(?:计划|安排|规定|部署|同意|批准|方案|授权|预案)", "by whom"),
    (r"(?:按照|根据|依据|依照).{1,60}(?:方案|预案|条例|办法|意见|通知|协议|规划)", "by what paper"),
    (r"初步(?:核算|统计)|受.{1,24}影响", "a circumstance"),
    (
        r"(?:on|in|at|by|since|as of|earlier|last|late|early|this|during|until|as|when|while|after|before)\b.{1,60}",
        "an occasion",
    ),
    (r"meanwhile|however|separately|also|today|yesterday|overall|in addition|for example|now|so far", "a join"),
)
_CREDITS = (
    # who gathered the news, or at whose wish it came to be; who claims it is never one of them
    (r"(?:另)?据.{0,30}(?:报道|消息|悉|了解|介绍)|.{0,12}总台记者.{0,30}", "a report"),
    (r"(?:根据|据|按照|依据).{0,40}(?:统计|数据|通报|公告|规定|测算|估算)", "a source"),
    (r"(?:.{0,16}记者)?.{0,20}(?:获悉|了解到|注意到)", "a source"),
    (
        r".{2,24}(?:部|委|局|署|院|办公室|行|总局)(?:有关|相关)?(?:司局)?(?:负责(?:人|同志)|(?:新闻)?发言人)介绍说?|.{0,14}(?:发布会|吹风会)上?介绍",
        "a briefing",
    ),
    (
        r".{0,30}(?:发布|公布|最新|统计|显示的?)?.{0,8}(?:数据|统计|监测|调度|预报|测定|普查|公报|通报)(?:显示|表明)?",
        "data",
    ),
    (r".{2,24}(?:最新发布|发布消息|对外发布|发布公告)", "a notice"),
    (r"应.{2,60}邀请|根据.{2,30}(?:指示|指示精神|要求|嘱托)|受.{2,24}(?:嘱托|委托)", "at whose wish"),
    (r"according to (?:reuters|the associated press|ap|afp|bloomberg|xinhua|media reports)", "a report"),
)
_PAPER = re.compile(
    r".{0,12}《[^》]+》(?:还)?(?:明确|提出|规定|要求)|.{0,10}(?:会议|公报|通知|方案|条例|规划)(?:明确|提出|规定|要求|部署|决定)"
)
_FRAME = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _FRAMES))
_CREDIT = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _CREDITS))

_CLAIMED = (
    *(
        "表示",
        "称",
        "说",
        "发表声明",
        "表态",
        "发文",
        "说道",
        "写道",
        "问道",
        "答道",
        "报道",
        "指出",
        "强调",
        "认为",
        "宣布",
        "显示",
        "表明",
        "透露",
        "介绍",
        "提到",
        "要求",
        "警告",
    ),
    *(
        "指责",
        "声明中",
        "回应",
        "证实",
        "否认",
        "呼吁",
        "批评",
        "主张",
        "看来",
        "发现",
        "提出",
        "建议",
        "告诉记者",
        "解释",
        "坦言",
        "直言",
        "预计",
    ),
    *(
        "预测",
        "估计",
        "相信",
        "希望",
        "据传",
        "传闻",
        "怀疑",
        "明确",
        "规定",
        "决定",
        "获悉",
        "谈到",
        "重申",
        "确认",
        "反驳",
        "保证",
        "承诺",
        "猜测",
        "承认",
    ),
    *("said", "says", "saying", "claimed", "claims", "added", "warned", "reported", "told reporters"),
)
_CLAIMED_FIRST = ("according to ", "he said", "she said", "they said", "it said", "据称", "据传", "传闻")
_CONDITIONS = (
    *(
        "如果",
        "若",
        "倘若",
        "假如",
        "除非",
        "只要",
        "只有",
        "一旦",
        "即使",
        "即便",
        "哪怕",
        "无论",
        "不管",
        "虽然",
        "尽管",
        "不仅",
        "不但",
        "不只",
    ),
    *("不是", "并非", "既", "与其", "要么", "if ", "unless ", "although ", "though ", "whether ", "even ", "once "),
)
_CLAIMED_LAST = frozenset(words[-1] for words in _CLAIMED)
_OPENS = frozenset(words[0] for words in (*_CONDITIONS, *_CLAIMED_FIRST)) | frozenset("从围由因随为除作面针聚依通以但")
_CIRCUMSTANCES = re.compile(
    r"从|围绕|由于|因(?![此而素子果特])|随着|但为了|为(?:更好|进一步|切实|加快|深入|了|确保|保障|庆祝|纪念|帮助|防止|避免|解决)|除|作为|面对|针对|聚焦|依托|通过(?!了)|以(?![军色方总来外媒往及便“《「])"
)
_FRAME_ENDS = frozenset(
    "外又再时日中前下今在天来近久年晚月晨午夜间分许夕起后右）)度期里上场际节临始景排划定署意准案权算计看说讲底周一二三四五六言份响讯例法见知议"
)
_CREDIT_ENDS = frozenset("道息悉解绍说计据报告定算到示明布度测查请神求托")


class Clause(NamedTuple):
    """A clause and where it stands in its sentence."""

    start: int
    stop: int
    kind: str
    """`credit`, `paper` (who rules), `claim`, `frame`, `if`, `by` (a circumstance), or empty for the news itself."""
    mark: str
    """What ends it; empty at the sentence's end."""


def clauses(sentence: str) -> list[Clause]:
    """Gives a plain, lowered sentence's clauses in order, without the line that names the sender."""
    return list(_clauses(sentence))


def _clauses(sentence: str) -> Iterator[Clause]:
    begun = _SENDER.match(sentence).end()  # type: ignore[union-attr]  # it may match nothing, but does match
    for match in _SCAN.finditer(sentence, begun):
        mark = match[0]
        if mark[0] not in _ASIDES:
            stop = match.start()
            yield Clause(begun, stop, _kind(sentence, begun, stop), mark.strip())
            begun = match.end()
            if sentence.startswith(" ", begun):
                begun += 1
    if begun < len(sentence):
        yield Clause(begun, len(sentence), _kind(sentence, begun, len(sentence)), "")


def _kind(sentence: str, start: int, stop: int) -> str:
    """Tells what a clause is for; its first and last character say which of the slow patterns may match at all."""
    last, opens = sentence[stop - 1 : stop], sentence[start : start + 1] in _OPENS
    if opens and sentence.startswith(_CONDITIONS, start, stop):
        return "if"
    if last in _CREDIT_ENDS and _CREDIT.fullmatch(sentence, start, stop):
        return "credit"
    if (last in _CLAIMED_LAST and sentence.endswith(_CLAIMED, start, stop)) or (
        opens and sentence.startswith(_CLAIMED_FIRST, start, stop)
    ):
        return "paper" if _PAPER.fullmatch(sentence, start, stop) else "claim"
    if (last in _FRAME_ENDS or last.isascii()) and _FRAME.fullmatch(sentence, start, stop):
        return "frame"
    return "by" if opens and _CIRCUMSTANCES.match(sentence, start, stop) else ""
