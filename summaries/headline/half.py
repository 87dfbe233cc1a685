"""Knows the runs that are half a thought though each of their clauses is fit: the weights were learned without it."""

import re

from summaries import words
from summaries.headline.fragments import is_fragment
from summaries.headline.runs import FEWEST_TOKENS, Cut, Run
from summaries.headline.trims import starts
from summaries.sentences import count_tokens

_IF = re.compile("如果|若|倘若|假如|要是|除非|只要|只有|一旦|即[使便]|哪怕|无论|不管|虽然|尽管")
_ALSO = re.compile("又|并|且|而且|或|同时|再")
_CALLED = re.compile("(?:同志|先生|女士|老师|院士|教授|博士|医生|烈士)$")
_DOES = re.compile(
    "[了过是有为获]|会见|举行|召开|启动|发布|实现|完成|推动|出席|访问|看望|悼念|纪念|授予|任命|当选|担任|致"
)
_NOBODY = re.compile(r"因[病伤公]|于[\d一二三四五六七八九十]|享年|不幸|经?抢救|医治|终年")
"""Begins what became of somebody whom the clause before names."""

_BYLINE = re.compile(
    "[一-鿿 ·-]{0,20}(?:记者|通讯员|编辑|特约撰稿)[ 　:：]+[一-鿿·]{2,5}(?:[ 　、]+[一-鿿·]{2,5})*"
    "(?:[ 　]*(?:报道|文))?$"
)
_TO_READER = re.compile(
    "(?:那?么?[，,]?)(?:你|您|大家|各位)们?(?:觉得|认为|怎么|会不会|有没有|喜欢|还|更)[^，。]*[？?]?$"
)
_ASKS_READER = re.compile("(?:[^“”「」？?]*[你您]|想知道 ?)[^“”「」？?]*[？?]$")
"""Matches any question to the reader; the one before, those that say nothing even where nothing else is a line."""

_ASKED_ALOUD = re.compile("[^？?]*(?:：|[问说道][我他她]?[，,]?[“「]).*[？?][”」]?$")
"""Matches a question that somebody asks somebody, and not the text its reader."""

_POINTS_LATER = re.compile(
    "(?:[^，。：；“”《》]{1,8}[上面里中下]|[^，。：；“”《》]{1,4})，(?:它|[他她](?![人国])|其(?![他它实中])|该)"
    r"|(?:没错|是的|不错)，这|\d{1,2}：(?!\d)|(?:标题|片名|题目|书名|名字)[叫是]|之[前后]，|结果(?:确实)?显示"
)
"""Matches a stand-in behind words that name nobody: 外观上，它…; 上周，他…"""

_TAKEN_BACK = re.compile(
    "(?:^|[，。；：])(?:在?(?:以前|从前|过去|曾经|当年|那时|早年|早先|原本|原先|起初|最初|一开始|小时候|此前|之前|很长一段时间(?:以?[来里内])?)"
    r"|理论上|按理说|原则上|表面上看?|看上去|看起来|听起来|名义上)(?:，|$)"
    r"|(?:^|[，。；：])[^，。]{0,4}1\d{3}年[^，。]{0,12}，?$"
)
"""Matches an opening without which something else is claimed: it was so long ago, or only seems so."""

_EMPTY = (
    # (what the news of a run may be alone, what it is)
    (
        "[^，。]*(?:说|称|表示|介绍|认为|透露|提到|写道|[问答说]道|坦言|直言|解释|爆料|补充道?|告诉[^，。]{2,12})$",
        "a speaker",
    ),
    ("[^，。]*(?:例行(?:新闻发布会|记者会)|答记者问)$", "where somebody will speak"),
    (
        "[^，。]{0,16}记者[^，。]{0,10}(?:走访|来到|探访|联系|致电|采访|咨询|拨打|查询|检索|搜索|注意到|走进|专访)[^，。]*$",
        "what a reporter did",
    ),
    ("[^，。]{0,20}(?:推出|播出|开设)[^，。]*(?:系列报道|特别报道|特别节目)[^，。]*$", "what will be on"),
)
_SAYS_NOTHING = re.compile("|".join(pattern for pattern, _ in _EMPTY))
_ABOUT = re.compile(
    "(?:对于|关于|一边(?!倒)|当(?![选地局日年天前下代晚事众作时])|(?:根据|基于|鉴于|出于|按照|依据|借着|即)(?![^，。]*[了是]))[^，。]*$"
)
"""Matches a clause that only names what the next one is about."""

_BOTH = re.compile("一方面|一部分人|一拨人|一[个家位种艘座]")
_TWIST = re.compile("没想到|不料|谁知|哪知|却发现|才发现|结果")
"""What came next is the news."""

_LOOKED = re.compile("[^，。]*(?:问|走访|采访|调查|查[阅询看]|翻|试|对比|统计|盘点|实测)[^，。]*$")
"""What somebody did to find out: what he found is the news."""

_BECAUSE = re.compile("[^，。]*(?<![原成起诱病])因(?![此而素子果特])[^，。]*$")
_BEFELL = re.compile("[已又竟却]?[被遭]|获(?!悉)|受到|不得不")
"""What came of it."""

_VERBAL = re.compile("[了过是有在将已被把为会将能可不没与对向从达同，：；？！《]")
_IDEOGRAPHS = re.compile("[一-鿿]{2}")
_WHOLE = frozenset("。！？!?…”’」』")
_NEEDLESS = ("office", "relative")
"""What a line always does without."""

_DAY = re.compile(r"[今昨明前][天日晚年]|当[天日地]|日前|近日|凌晨|[上下]午|\d{1,2}[日号]")
"""What stands behind an office instead of a name: then the office names who did it (美国总统昨天…)."""

_BODY = re.compile(
    "(?:研究[所院]|[物书术]馆|大学|学院|公司|集团|委员会|[一-鿿](?<![大格结布僵时全])局|法院|检察院|医院|协会|中心|银行|报社|出版社"
    "|(?:书记|总理|总统|主席|嫌疑人|校长|教授|导演|省长|市长|县长|首相|院士|负责人)[一-鿿·]{2,4})$"
)
_FEW_TOKENS = 8
"""A run of so few may be a thing in a list."""

_LONGEST_BODY = 8
"""So many characters hold whatever of it ends a line."""


def is_half(sentence: Cut, run: Run) -> bool:
    """Tells whether a run ends within a condition, only names somebody or what became of him, or is no news at all."""
    plain, start, stop = sentence.plain, run.start, run.stop
    return (
        _ends_in_condition(sentence, run)
        or (run.inside in _NEEDLESS and _DAY.match(plain, start) is not None)
        or _only_names(sentence, run)
        or _goes_on(sentence, run)
        or _is_one_of_two(sentence, run)
        or _is_empty(sentence, run)
        or is_fragment(sentence, run)
        or _is_wordy(sentence, run)
        or (run.first > 0 and _NOBODY.match(plain, start) is not None)
        or _TAKEN_BACK.search(plain, 0, start) is not None
        or any(
            pattern.match(plain, start, stop) is not None
            for pattern in (_POINTS_LATER, _BYLINE, _TO_READER, _ASKED_ALOUD)
        )
    )


def asks_reader(line: str) -> bool:
    """Tells whether a line asks its reader something: anything else tells more of the text."""
    return _ASKS_READER.match(line) is not None


def _is_wordy(sentence: Cut, run: Run) -> bool:
    """Tells whether a run begins with offices, or with where a thing stands or who made it, and is a line without."""
    plain = sentence.plain
    begins = starts(plain, run.start, sentence.clauses[run.first].stop, offices=sentence.offices, heads=sentence.heads)
    needless = (begin for begin, left_out in begins if left_out in _NEEDLESS and not _DAY.match(plain, begin))
    named = next(needless, run.stop)
    return count_tokens(plain[named : run.stop]) >= FEWEST_TOKENS


def _is_empty(sentence: Cut, run: Run) -> bool:
    """Tells whether a run only says that somebody spoke or will speak, or names a body, a person or a topic."""
    begun = max(run.start, sentence.clauses[run.last].start)
    if sentence.kinds[run.first : run.last].strip("fc"):
        return False
    if _SAYS_NOTHING.match(sentence.plain, begun, run.stop) is not None:
        return True
    is_heading = sentence.plain[-1] not in _WHOLE and run.last + 1 == len(sentence.clauses)
    return (
        is_heading
        or run.tokens <= _FEW_TOKENS
        or _BODY.search(sentence.plain, max(begun, run.stop - _LONGEST_BODY), run.stop) is not None
    ) and _is_name(sentence.plain[begun : run.stop])


def _is_name(line: str) -> bool:
    """Tells whether all words of a line name something: nothing is done and nothing is so."""
    if _VERBAL.search(line):
        return False
    found = [word for word in words.cut([line])[0] if _IDEOGRAPHS.match(word)]
    return bool(found) and all(
        words.kind(word) in ("name", "noun") or (words.kind(word) == "loose" and words.nounness(word) >= 0)
        for word in found
    )


def _goes_on(sentence: Cut, run: Run) -> bool:
    """Tells whether what a run begins (对于…, X因…) is told in the next clause."""
    if run.last + 1 == len(sentence.clauses) or sentence.clauses[run.last].mark != "，":
        return False
    plain, following = sentence.plain, sentence.clauses[run.last + 1].start
    begun = max(run.start, sentence.clauses[run.last].start)
    return bool(
        _TWIST.match(plain, following)
        or (plain.startswith("发现", following) and _LOOKED.match(plain, begun, run.stop))
        or (_BEFELL.match(plain, following) and _BECAUSE.match(plain, begun, run.stop))
        or (run.first == run.last and _ABOUT.match(plain, run.start, run.stop))
    )


def _is_one_of_two(sentence: Cut, run: Run) -> bool:
    """Tells whether a run is one half of what clauses set side by side: 一家…, 一家…"""
    half = _BOTH.match(sentence.plain, run.start)
    beside = sentence.clauses[max(0, run.first - 1) : run.last + 2]
    return half is not None and any(
        clause.start != run.start and sentence.plain.startswith((half[0], f"另{half[0]}"), clause.start)
        for clause in beside
    )


def _ends_in_condition(sentence: Cut, run: Run) -> bool:
    """Tells whether what follows a condition in a run only adds to it: 如果预算不高，又在意续航."""
    begun = sentence.kinds.rfind("i", run.first, run.last + 1)
    if begun < 0 or not _IF.match(sentence.plain, sentence.clauses[begun].start):
        return False
    later = sentence.clauses[begun + 1 : run.last + 1]
    return all(_ALSO.match(sentence.plain, clause.start) for clause in later)


def _only_names(sentence: Cut, run: Run) -> bool:
    """Tells whether a run is a person with his offices, whose deed or fate the next clause tells."""
    called = _CALLED.search(sentence.plain, run.start, run.stop)
    follows = run.first == run.last and sentence.clauses[run.last].mark == "，"
    return called is not None and follows and not _DOES.search(sentence.plain, run.start, called.start())
