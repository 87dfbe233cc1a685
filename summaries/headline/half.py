"""Knows the runs that are half a thought though each of their clauses is fit: the weights were learned without it."""

import re

from summaries.headline.runs import Cut, Run

_IF = re.compile("如果|若|倘若|假如|要是|除非|只要|只有|一旦|即[使便]|哪怕|无论|不管|虽然|尽管")
_ALSO = re.compile("又|并|且|而且|或|同时|再")
_CALLED = re.compile("(?:同志|先生|女士|老师|院士|教授|博士|医生|烈士)$")
_DOES = re.compile(
    "[了过是有为获]|会见|举行|召开|启动|发布|实现|完成|推动|出席|访问|看望|悼念|纪念|授予|任命|当选|担任|致"
)
_NOBODY = re.compile(r"因[病伤公]|于[\d一二三四五六七八九十]|享年|不幸|经?抢救|医治|终年")
"""Begins what became of somebody whom the clause before names."""

_BYLINE = re.compile(
    "[一-鿿]{0,10}(?:记者|通讯员|编辑|特约撰稿)[ 　:：]+[一-鿿·]{2,5}(?:[ 　、]+[一-鿿·]{2,5})*(?:[ 　]*(?:报道|文))?$"
)
_TO_READER = re.compile(
    "(?:那?么?[，,]?)(?:你|您|大家|各位)们?(?:觉得|认为|怎么|会不会|有没有|喜欢|还|更)[^，。]*[？?]?$"
)
_POINTS_LATER = re.compile("[^，。：；“”《》]{1,8}[上面里中下]，(?:它|[他她](?![人国])|其(?![他它实中])|该)")
"""Matches a stand-in behind words that name nobody: 外观上，它…"""


def is_half(sentence: Cut, run: Run) -> bool:
    """Tells whether a run ends within a condition, only names somebody or what became of him, or is no news at all."""
    return (
        _ends_in_condition(sentence, run)
        or _only_names(sentence, run)
        or (run.first > 0 and _NOBODY.match(sentence.plain, run.start) is not None)
        or _POINTS_LATER.match(sentence.plain, run.start, run.stop) is not None
        or _BYLINE.match(sentence.plain, run.start, run.stop) is not None
        or _TO_READER.match(sentence.plain, run.start, run.stop) is not None
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
