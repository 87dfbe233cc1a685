"""Knows the runs that lack a part: a verb, the doer, what was said, the other half, or what they point at."""

import re

from summaries import words
from summaries.headline.runs import Cut, Run

_POINTS = re.compile(
    # what only the text before it names; each way begins with a fixed character
    r"这[份番句幕笔批座支张架艘辆](?!天)|那[个份位次款](?!时)|就此(?!别|打住|止步)|类似的?(?:问题|情况|事件|案例|做法)|我[校院厂馆](?!长)"
    r"|本(?:基金会|公司|平台|频道|栏目|公众号)"
)
_POINTS_FIRST = re.compile(
    r"第[一二三四五六七八九十](?:，|[个种条类])|(?:事件|事故)?发生后|事发|借此|[震灾]区(?!域)|(?:视频|画面)中"
    r"|(?:当[天日晚](?!地)|同日|同一天|次日|翌日|[两二三四]人(?![制份]))(?=[，一-鿿])"
)
_WITHOUT_DOER = re.compile(
    # deeds and measures of what the clause before names
    r"成功(?![率者学])|持续(?![性的])|全面(?!战争|小康)|大幅(?!度)|先(?![生进锋后驱例天]|行[者区])|曾(?:经?[在是遭任为获]|获)|结果(?![显表]|公布|出炉)|最终(?![版稿])"
    r"|因为|由于|启动|取消|强化|突击|拘捕|背后[有是]|方能|才能|意外[成引得获]|触碰|在(?:一[家个名]|视频|会上)"
    r"|几乎|直接(?!融资|税|经济|原因)|远[超高低]|接近(?!尾声)|逼近|短到|大到|小到|多到|推动(?!者)|促进|驱车|走进(?!来)|打开(?!方式)|废除|等同于|相当于|不仅"
)
_BARE = re.compile(r"在一[家个名]|方能|曾(?:经?[在是遭任为获]|获)|[短大小多]到|几乎|不仅|远[超高低]|等同于|相当于")
"""The same at the beginning of a sentence."""

_MEANT = re.compile("计划|拟|决定|打算|准备|宣布|将")
"""An opening that says who will do something is more than an opening."""

_UNTOLD = re.compile(
    r"(?:披露|公布|提示|通报|(?<![行了开])(?:磋商|商讨)|联系[我他她]们?|(?:感叹|感慨|直呼|惊呼|发问|调侃|吐槽|自嘲|喊话|宣称|放话|断言|强调|讽刺|嘲讽|讥讽|戏称|认定|说)[说道]?|裁[定决]|为(?:借口|名|幌子|前提|条件))$"
)
"""Ends what somebody said, without what it was."""

_LEADS_ON = re.compile(
    r"[^，]*(?:依托|借助|围绕|针对|按照|依据|根据)[^，了]{2,24}(?:行动|平台|会议|活动|机制|方案|规定|要求|安排|部署|精神|优势|需求)$"
    r"|[^，]*要(?:解释|回答|理解|弄清)[^，]*$|(?:要[谈说论]|[谈说提]起|谈到|说到|[谈论]及)[^，]*$|(?:因为|由于|既然|就算|即便|纵使|鉴于)[^，]*$"
)
"""Matches a clause that only says by what, about what or why."""

_AT = re.compile(r"(?<![住设坐建定落放存活死生留呆停站躺埋印写处现正实潜])在(?:本[届次]|此次|今年)?([^，在了]{2,10})$")
"""Matches who is where, and not what he does there."""

_HELD = re.compile("举[行办]|召开|成立|[开闭]幕|会[谈见]")
_ONLY_WHEN = re.compile(
    r"(?:截至|直到)[^，]*$|[^，]*(?:之前|前夕|前不久|之前不久|没多久)$|[\d年月日上中下旬点时分]+$"
    r"|[^，了在被将把到]*(?:[楼门墙馆院]外|门口)$"
    r"|[^，]*(?:已经?|刚刚?|才)过去[^，]{0,6}$|[^，]*(?:走进|来到)[^，]*$|[^，]*我(?:见到|来到|走进|遇到)[^，]*$"
)
"""Matches when it was, or where somebody came, and nothing of what was then."""

_TURNS = re.compile(
    "(?:[^，。]{1,6})?却|缓刑|并不意味|其实|事实上|实则|随后又?[回跌降]|这(?:在[^，。]{1,4}上)?(?:并不|无法)"
)
_TURNED = re.compile(r"(?:以为|看似|原本想|讽刺|嘲讽|调侃|戏称|讥讽)$")
"""The clause before takes back what the run says."""

_IS = re.compile("就是|便是|显然|则是|无论|不管|还是(?!在)")
_AGED = re.compile(r"\d岁$")
"""The clause before only names what these tell of."""

_ALL_OF_THEM = re.compile(r"全部|均(?!衡|价)|都(?![市江匀]|会区)|皆|悉数|一律|统统|无一|给[^，]{1,12}[带注]")
"""Says of the clause before what became of it."""

_HALVES = (
    # (how a clause ends, how the next one begins that it needs)
    (
        re.compile(r"[^，是了有]*(?:的|作为一?[种个名款])[^，的是了有]{1,16}$"),  # X的做法，对…
        re.compile(
            r"不?是|在于|对(?!此)|有(?!人|网友|报道|消息|专家)|意外|成了|成为|让|使|令|都(?!市)|均|[三两][类者]|实实在在|基本[^，]{0,2}是"
            r"|并非|却|则|跟|与|也(?!门)"
        ),
    ),
    (
        re.compile(r"[^，]*(?:借助|使用|利用|凭借|靠着|经)[^，]*$"),
        re.compile("首次|完成|实现|去|来|以便?|从而|成功|锁定|终于"),
    ),
)

_SOON = 14
"""Characters; the other half of 越…越… comes within so many."""

_ASKS = re.compile("为什么|为何|凭什么|怎么会")
"""Begins a question that goes on to the end of its sentence."""

_RATHER = re.compile(r"(?:(?!没有|不是|并非|不再|不在|不会|不只|绝非|不)[^。])*，而是")
"""Matches what something is, without what it is not: 没有…，[用闭源成品争夺入口，而是…]"""

_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]。?$")
_ONE_SIDE = re.compile("一边(?!倒)|一面|有的")
_NUMBERED = re.compile(r"\d{1,2} (?=\S)|>")
_ONLY_LISTS = re.compile(r"(?:[^，。、：；]{1,6}、){3,}[^，。、：；]{1,6}$")
"""Matches names alone, of which nothing is told."""

_VERBS = re.compile(
    "[是有在将已被把为会能可不没对向从达了过着：？！]|[公发]布|公开|曝光|流出|拍|展示|记录|执行|完成|承担|下达|启动|开展|接受|交付|播出|出现"
    "|审理|宣判|[侦告]破|破获|披露|通报|判决|发生|涉嫌|查处|办理|立案"
)
_HEADS = re.compile(
    "(?:画面|镜头|场景|任务|[简意地]图|组合拳|名单|一览|株式会社(?:（[^）]*）)?|(?<![方答提图草])案|[副]?教授[一-鿿]{2,3})$"
)
"""Ends what only names something."""

_LEAST_NOUNNESS = -2
"""An unlisted word that looks less like a noun is a deed."""

_LIGHT = frozenset("与和及、的最更新旧老大小“”《》")
_LONGEST_NAME = 10
_ONE_OF = re.compile("又?一(?:个|家|种|段|位|名|条|场|份|款|座|群)")


def is_fragment(sentence: Cut, run: Run) -> bool:
    """Tells whether a run lacks what makes it a sentence or makes it clear."""
    plain, start, stop = sentence.plain, run.start, run.stop
    begun = max(start, sentence.clauses[run.last].start)
    return (
        _POINTS.search(plain, start, stop) is not None
        or _POINTS_FIRST.match(plain, start) is not None
        or _NUMBERED.match(plain, start) is not None
        or _ONLY_LISTS.match(plain, start, stop) is not None
        or _lacks_doer(sentence, run)
        or _goes_on(sentence, run, begun)
        or len(_ONE_SIDE.findall(plain, start, stop)) == 1
        or _IN_BRACKETS.match(plain, start, stop) is not None
        or _RATHER.match(plain, start, stop) is not None
        or (not sentence.kinds[run.first : run.last].strip("fc") and _is_phrase(plain[begun:stop]))
    )


def _lacks_doer(sentence: Cut, run: Run) -> bool:
    """Tells whether a run begins with a deed, and the doer or what is measured stands in the clause before."""
    plain = sentence.plain
    if run.inside in ("deed", "duty") or not run.first:
        return _BARE.match(plain, run.start) is not None
    begun, stop, kind, mark = sentence.clauses[run.first - 1]
    if _TURNED.search(plain, begun, stop):
        return True
    if mark not in "，：" or (kind in ("frame", "credit") and not _MEANT.search(plain, begun, stop)):
        return False
    return _WITHOUT_DOER.match(plain, run.start) is not None


def _goes_on(sentence: Cut, run: Run, begun: int) -> bool:
    """Tells whether the next clause tells what a run only leads to, or takes it back."""
    plain, stop = sentence.plain, run.stop
    is_only = not sentence.kinds[run.first : run.last].strip("fc")
    if _LEADS_ON.match(plain, begun, stop) or (is_only and _ONLY_WHEN.match(plain, begun, stop)):
        return True
    if run.last + 1 == len(sentence.clauses) or sentence.clauses[run.last].mark != "，":
        return False
    following = sentence.clauses[run.last + 1].start
    if _ASKS.match(plain, run.start) or _UNTOLD.search(plain, begun, stop) or _is_half_of_pair(plain, run, following):
        return True
    if any(goes_on.match(plain, following) for goes_on in (_IS, _TURNS, _ALL_OF_THEM)):
        return True
    is_half = any(ends.match(plain, begun, stop) and goes_on.match(plain, following) for ends, goes_on in _HALVES)
    if is_half or (is_only and _AGED.search(plain, begun, stop)):
        return True
    at = _AT.search(plain, begun, stop)
    return at is not None and not _HELD.search(at[1]) and _is_named(words.cut([at[1]])[0])


def _is_half_of_pair(plain: str, run: Run, following: int) -> bool:
    """Tells whether the other half of 越…越… is told next."""
    return plain.count("越", run.start, run.stop) == 1 and "越" in plain[following : following + _SOON]


def _is_phrase(line: str) -> bool:
    """Tells whether a line is a name with what describes it: nothing is done and nothing is so."""
    one = _ONE_OF.match(line)
    if _VERBS.search(line) and not one:
        return False
    if _HEADS.search(line):
        return True
    said = words.cut([line])[0]
    if "的" not in said:
        return False
    last = len(said) - 1 - said[::-1].index("的")
    described, named = said[:last], said[last + 1 :]
    if one:
        is_described = len(described) > 1 and words.kind(described[1]) == "other"
        return is_described and sum(map(len, named)) <= _LONGEST_NAME and not _VERBS.search("".join(named))
    return bool(named) and _is_named(named) and _is_named(described[:-1])  # its last word describes: the greatest


def _is_named(said: list[str]) -> bool:
    """Tells whether each word names something, counts it, or joins names."""
    return all(
        words.kind(word) in ("name", "noun")
        or word in _LIGHT
        or word[0].isascii()
        or word[-1] in "年月日"
        or (words.kind(word) == "loose" and len(word) > 1 and words.nounness(word) >= _LEAST_NOUNNESS)
        for word in said
    )
