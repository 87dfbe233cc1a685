"""Knows the lines that can be read alone and yet tell little: they stand behind the news, beside it, or hint at it."""

import re
from collections.abc import Callable

from summaries.headline.runs import Cut, Run

_ASKS = re.compile(r"[？?][”」』]?$")
_ASKED = re.compile("为什么|为何|如何|怎[么样]|是否|什么|到底|究竟|能不能|会不会|吗$")
"""What asks, though a run leaves the mark of its sentence out."""

_BEHIND = (
    # (how the background begins, what it is)
    (r"此前|之前|早前|早在|过去|以前|曾经|当年|长期以来|多年来|近年来|这些年", "what was so before"),
    (r"众所周知|大家都知道|诚然|固然|的确", "what everybody knows"),
    (r"(?:[一二三四五六七八九十两几]|\d{1,3})年前|自?从[^，]*以来", "when it began"),
    (r"(?:在)?[^，]{1,14}(?:爆发|诞生|成立|问世|走红|兴起)以来", "since when"),
    (r"与[^，]{1,10}(?:一样|不同|类似)|(?:按照|根据)[^，]{0,6}(?:现行|规定|惯例|设计)", "what it is compared with"),
    (r"首次[^，]{1,6}发生在|上一?次|这是继", "an earlier time"),
    (r"至此|反观|测试中|其间|结论是|答案是", "where something has led to"),
)
_BACKGROUND = re.compile("|".join(pattern for pattern, _ in _BEHIND))
_FORMER = re.compile("此前|之前|早前|早在|过去(?!几)|以前|曾经|当年|众所周知")
"""What a sentence begins with, be it left out of the line, whose news is what came of it."""

_HINTS = (
    # (what a line may end in or hold that says no more than that something is spoken of, what it is)
    (
        r"(?:引发|引起|受到|备受|遭到|招致|掀起)了?(?:[^，]{0,8})(?:争议|关注|热议|质疑|讨论|瞩目|猜测|反响|共鸣|风波|担忧)$",
        "a stir",
    ),
    (r"(?:持续|不断|再度|迅速)发酵$|[引激]起[^，]*(?:争论|浪)$|[冲登]上[^，]{0,6}热搜$|刷屏$", "a stir"),
    (r"(?:注意到|关注到)(?:了|有关|相关|这一)*(?:情况|报道|消息|事件)$", "a formula"),
    (r"(?:公布完毕|落下帷幕|落幕|尘埃落定|如期举行|正式出炉|终于来了|终于出手了?|信息量很大)$", "that it is over"),
    (r"是[^，]{1,24}之一$|被认为是|被视为|被誉为|无疑是|绕不开", "an opinion of it"),
    (r"是[^，]{2,24}(?:教授|院士|科学家|创始人|学者|研究员|总经理|发起人)$|今年\d{2}岁", "who somebody is"),
    (
        r"(?:分|分为|分成|有|包括)(?:以下|这样)?[两三四五六七八几]个?(?:阶段|原因|方面|步骤|层面|部分|问题|特点|条件|好处)$",
        "a list that comes next",
    ),
    (r"(?:口头禅|代名词|必答题|必修课|分水岭|里程碑|缩影|写照)$", "a figure of speech"),
    (r"曾[^，]{0,4}(?:刊文|报道|介绍|透露)|(?:其实|确实|当然)[^，]{0,3}(?:不是|没有|不在)", "what it is not"),
    (r"这件事[^，]{0,4}(?:离谱|神奇|有意思|奇怪|可怕|复杂)$", "a judgement"),
)
_HINT = re.compile("|".join(pattern for pattern, _ in _HINTS))

_BESIDE = (
    # (how a line begins that tells something else than the news, what it is)
    (
        r"[^，]{1,14}(?:还(?:警告|表示|称|说|指出|要求|透露|补充|提到)|似乎也是|[也亦](?:有自己的|致电|表示))",
        "an addition",
    ),
    (
        r"(?:[^，]{1,12}，)?(?:[^，]{2,16}(?:贴|摆|挂|站|坐|躺|堆|停|放)着|[^，]*(?:灯火通明|愣了|拨通|端起|品尝))",
        "the picture that a story begins with",
    ),
    (r"镜头前|夜幕|清晨的", "another"),
    (r"请注意|注意，|要知道", "a word to the reader"),
    (r"(?:[^，]{0,6})记者[^，]{0,8}(?:抵近|抵达|赶到|赶赴|来到|联系|采访)", "what a reporter did"),
    (r"[^，\d]*(?:才能|必须|总要)[^，\d]*$|[^，]*越[^，]{1,8}，?越[^，]*$", "a maxim"),
)
_BESIDE_IT = re.compile("|".join(pattern for pattern, _ in _BESIDE))

_VERBS = "[将已被在于与和对向从以称表净现曾聚获也均]|牵头|表示"
_UNNAMED = (
    # (who or what does something, and nobody knows who or what it is, what it is)
    (r"夫妻俩|[两二三四]人|[两三四]个人|一家人|双方|众人|违者|当事人|[她他它](?![们国])", "people"),
    (rf"(?:公司|团队|集团|学校|医院|节目|会议|协会|女子|男子|老人|司机|对方)(?={_VERBS})", "one of many"),
    (rf"案件|本案|此案|该[一-鿿]{{2,4}}|相关[一-鿿]{{2,4}}(?={_VERBS})", "what the text named before"),
    (r"有(?:人|网友|市民|读者|专家|媒体|靠|的|不少)", "somebody"),
    (
        r"一(?:些|名|位|个|拨|部分|群)[^，]{0,12}(?:人|国家|女孩|男孩|女子|男子|企业|地方|网友|公司)",
        "one or some",
    ),
    (r"第[一二三四五六七八九十]+(?:句话|点|件|层|个|类|种|条|块)", "one of a list"),
    (r"(?:立即|迅速|随即|随后|第一时间|缓步|当场|连夜|竟然?)(?=[一-鿿])|[一-鿿]{1,3}了自己", "a deed of nobody"),
)
_NOBODY = re.compile(f"(?:[^，]{{1,12}}，)?(?:{'|'.join(pattern for pattern, _ in _UNNAMED)})")
_OUTSIDE = re.compile(r"我[区县市省院馆校会局](?!长)|(?:向|给|对|跟|为)[她他](?!们?国)|[这那]档")
"""Matches whom or what only who writes knows."""

_BREAKS_OFF = re.compile(
    r"(?:告诉(?:[她他]|记者|[一-鿿]{2,3})|发布了?(?:公告|声明|通报|消息|情况说明)|达成(?:一项|一致|初步)*(?:协议|共识)"
    r"|(?:回应|宣布|表示|指出|大声说|说道|认为)|接受了?[^，]{2,14}(?:专访|采访))[：:]?$"
)
"""Matches what ends before what was said, agreed or published."""

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_OPENING = 20
_LONG_AGO = 5
"""Years; what was so long before the newest year that the text names is no news."""


def is_weak(sentence: Cut, run: Run, text: Callable[[], str]) -> bool:
    """Tells whether a run is background, a hint, a scene, or about nobody that it names; `text` gives the
    whole of which the sentence is a part.
    """
    plain, goes_on = sentence.plain, run.last + 1 < len(sentence.clauses)
    line = plain[run.start : run.stop].rstrip("。 ")
    return bool(
        _BACKGROUND.match(line)
        or (run.start and _FORMER.match(plain))
        or _HINT.search(line)
        or _BESIDE_IT.match(line)
        or _NOBODY.match(line)
        or _OUTSIDE.search(line)
        or (goes_on and _BREAKS_OFF.search(line))
        or _is_old(plain[: run.start + _OPENING], text)
    )


def asks(sentence: Cut, run: Run) -> bool:
    """Tells whether a run is a question: its answer tells more."""
    line = sentence.plain[run.start : run.stop].rstrip("。 ")
    is_last = run.last + 1 == len(sentence.clauses)
    return _ASKS.search(line) is not None or (
        is_last and sentence.plain.endswith(("？", "?")) and _ASKED.search(line) is not None
    )


def _is_old(opening: str, text: Callable[[], str]) -> bool:
    """Tells whether a line tells of a year that is long over."""
    years = _YEAR.findall(opening)
    return bool(years) and int(min(years)) <= max(map(int, _YEAR.findall(text())), default=0) - _LONG_AGO
