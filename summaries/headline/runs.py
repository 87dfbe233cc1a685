"""Gives the runs of clauses of a sentence that are fit to be a headline."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from summaries.headline.clauses import Clause, clauses
from summaries.headline.fit import begins_well, is_finished, is_named_before, lacks_doer, points_outside, unbalanced
from summaries.sentences import count_tokens, has_cjk

MOST_TOKENS = 30
FEWEST_TOKENS = 6
MOST_CLAUSES = 6
MOST_BEFORE = 4
"""Clauses of a sentence that may be left out before a run; what comes later is never its news."""

_FEWEST_LEFT = 6
"""Characters that stay of a clause whose opening is left out."""

_LONGEST_SPEAKER = 8
"""Characters of a clause at the end that only says who said all that: …，村民们说。"""

_MOST_TRIMMED = 14
"""Tokens that leaving out the end of the last clause may save."""

_BRACKETS = frozenset("）)")
_NEVER_LAST = frozenset(("claim", "paper", "frame", "credit"))
_NEEDS_MORE = frozenset(("if", "by"))
_PROMISES = frozenset(("：", ":", "——"))
"""Marks behind what only names or announces: what it is comes next."""
_SEPARATES = frozenset("；;。！？")
_QUOTES, _UNQUOTES = frozenset('“「『"'), frozenset('”」』"')
_GOES_ON = re.compile(
    r"(?:and|but|while|as|with|which|who|after|before|when|where|because|although|saying|making|\w+ing)\b"
)
_TIME = re.compile(
    # a day before the subject; what the day belongs to (24日的, 近日在) keeps it
    r"(?>(?:(?:当地|北京)时间)?\s*(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日|[今昨][天日晚]|今早|近日|日前|眼下|目前|当[天日前]"
    r"|连日来|这几天|近期|最近|如今|今年以来|近年来)(?:\s*[（(][^）)]{2,14}[）)])?"
    r"(?:凌晨|清晨|早[上晨]|上午|中午|下午|傍晚|晚上|晚间?|夜间|深夜)?(?:\d{1,2}[时点](?:\d{1,2}分)?(?:许|左右)?)?)"
    r"(?![起，,的是将已正仍在前后至到—、和与：:～~·./-])(?=[^\d（(])",
)
_TIME_FIRST = frozenset("当北今昨近日眼目连这最如 0123456789")
_BODY = r"(?:中共中央|中共|国家|国务院|中央|全国(?:人大(?:常委会)?|政协))"
_POST = (
    r"(?:总书记|副?主席|副?总理|副?委员长|军委(?:副?主席)?|政治局(?:常委|委员)|书记处书记|纪委书记|政法委书记|统战部部长"
    r"|宣传部部长|组织部部长|外办主任|办公厅主任|[一-鿿]{2,10}(?:团长|组长|特别代表|特使))"
)
_NO_NAME = r"(?:[的在将向和与今、同出会宣签已是表就]|[一-鿿]{2,3}(?:的(?!重要)|总书记|同志))"
_OFFICES = re.compile(
    # a line names the person everybody knows, not the offices
    r"(?:[^，,。：；“”不未没否]{0,50}?[的、])?"
    rf"(?>(?:(?:{_BODY}{_POST}|国务委员|外交部长|公安部长)[、兼]?)+)(?=[一-鿿])(?!{_NO_NAME})"
)
_OFFICE = re.compile(rf"{_BODY}{_POST}|国务委员|外交部长|公安部长")
_RELATIVE = re.compile(
    # what a thing is called, where it stands, who holds it: told before its name, not needed to understand the news
    r"(?:(?:被誉为|被称[为作]|位于|来自|地处|素有|有着|备受|为期|历时|时隔|总投资|全长|应邀|以[“《「])[^，,。：；]{1,36}?"
    r"|由[^，《“]{2,40}?(?:主办|承办|组成|研制|建设|制作|编写|举办|发起|出品|拍摄|开发)|有[^，]{2,16}之称)的(?=[^，,。：；]{8})"
)
_RELATIVE_FIRST = frozenset("被位来地素有备历时总全应以由为")
_THIS_YEAR = re.compile(r"今年(?=前|[一二三四]季度|[上下]半年|\d{1,2}(?:月|[至到—-]\d{1,2}月))")
_TITLED = re.compile(
    # a paper that is published: its title says all, and who publishes it may take half a line
    r"(?:印发|发布|公布|出台|发表)[^，。《》、“”]{0,16}(《[^《》]{8,}》)(?:[（(][^（()）]*[）)])?$"
)
_GUEST = re.compile(
    # whom a guest of such an office is, most readers would have to look up
    r"(?:会见|会晤|拜会|接见|宴请)[^，。：]*(?:总统|总理|首相|国王|女王|议长|主席|外长|部长|大臣|书记|国务卿|秘书长|总裁|特使|助理|省长|州长|市长|司令)"
    r"(?P<name>[一-鿿·]{1,16}?)(?:夫妇)?$"
)
_MAY_END = re.compile("[）)并]|会见|会晤|拜会|接见|宴请")
_NO_NAME_OF = re.compile("[候选办助使府务顾代团会级处局部厅委院员长]|夫人")
_NO_GUEST = re.compile("[和与及等、]|一行|代表|率")
_AND = re.compile(
    # a second deed of the same doer; the first one must be told to its end
    r"(?:(?<=[会式坛幕典谈])|(?<=活动|进攻|举行|召开|讲话|调研|考察|访问|报告))并(?=[一-鿿][^的，。]*$)(?![购网轨州非且不无未列存排重肩没])"
)


class Run(NamedTuple):
    """A run of clauses of one sentence, and what was left out inside its first clause."""

    start: int
    stop: int
    first: int
    last: int
    tokens: int
    inside: str
    trimmed: str = ""


class Cut(NamedTuple):
    """A sentence as the rules see it, cut into clauses."""

    plain: str
    clauses: list[Clause]
    kinds: str
    """The first letter of each clause's kind, `-` for the news itself."""
    counts: list[int]
    """The tokens of each clause."""
    pairs: tuple[str, ...]
    latin: bool
    offices: bool
    """Whether an office may stand before a name."""
    ends: bool
    """Whether the end of a clause may be left out."""


def cut(plain: str) -> Cut:
    """Cuts a plain, lowered sentence."""
    found = clauses(plain)
    kinds = "".join([clause.kind[:1] or "-" for clause in found])
    counts = [count_tokens(plain[clause.start : clause.stop]) for clause in found]
    latin = not has_cjk(plain)
    offices = not latin and _OFFICE.search(plain) is not None
    return Cut(plain, found, kinds, counts, unbalanced(plain), latin, offices, _MAY_END.search(plain) is not None)


def runs(sentence: Cut) -> Iterator[Run]:
    """Gives the fit runs of a sentence; none begins behind a claim or a condition that it would lose."""
    ends = _ends(sentence)
    for first, clause in enumerate(sentence.clauses[: MOST_BEFORE + 1]):
        if sentence.latin and first and not _may_follow(sentence.clauses[first - 1]):
            return
        if clause.kind != "credit" and any(ends[first : first + MOST_CLAUSES]):
            for start, inside in _starts(sentence, clause):
                if _may_begin(sentence, first, start):
                    yield from _from(sentence, ends, Run(start, clause.stop, first, first, 0, inside))
            yield from _titles(sentence, first)
        if clause.kind in ("claim", "if"):
            return


def _titles(sentence: Cut, number: int) -> Iterator[Run]:
    """Gives the title of a paper that a clause says is published."""
    clause = sentence.clauses[number]
    if sentence.counts[number] > MOST_TOKENS and (
        title := _TITLED.search(sentence.plain.rstrip("。"), clause.start, clause.stop)
    ):
        tokens = count_tokens(title[1])
        if tokens <= MOST_TOKENS:
            yield Run(title.start(1), title.end(1), number, number, tokens, "title")


def _ends(sentence: Cut) -> list[bool]:
    """Tells of each clause that a run could reach whether it may be a run's last."""
    found = sentence.clauses
    reached = min(len(found), MOST_BEFORE + MOST_CLAUSES)
    if not _is_claimed_behind(sentence):
        return [_may_end(sentence, last) for last in range(reached)]
    return [last + 1 == len(found) and _may_end(sentence, last) for last in range(reached)]


def _may_follow(before: Clause) -> bool:
    """Tells whether an English clause stands without the one before it."""
    return before.kind in ("frame", "credit") or before.mark == ";"


def _starts(sentence: Cut, clause: Clause) -> Iterator[tuple[int, str]]:
    plain, (start, stop, _, _) = sentence.plain, clause
    yield start, ""
    first = plain[start : start + 1]
    if first in _TIME_FIRST:
        time = _TIME.match(plain, start, stop) or _THIS_YEAR.match(plain, start, stop)
        if time and (stop - time.end() >= _FEWEST_LEFT or time[0] == "今年"):
            start = time.end()
            yield start, "time"
    if sentence.offices and (offices := _OFFICES.match(plain, start, stop)):
        yield offices.end(), "office"
    elif first in _RELATIVE_FIRST and (relative := _RELATIVE.match(plain, start, stop)):
        yield relative.end(), "relative"


def _may_begin(sentence: Cut, first: int, start: int) -> bool:
    plain, found = sentence.plain, sentence.clauses
    if not begins_well(plain, start) or points_outside(plain, start, found[first].stop):
        return False
    if not first or found[first - 1].kind in ("frame", "credit") or found[first - 1].mark in _SEPARATES:
        return True
    return not lacks_doer(plain, start)


def _from(sentence: Cut, ends: list[bool], begun: Run) -> Iterator[Run]:
    """Gives the runs that begin where this one does."""
    plain, found, latin = sentence.plain, sentence.clauses, sentence.latin
    start, _, first, _, _, inside, _ = begun
    own = count_tokens(plain[start : found[first].stop]) if inside else sentence.counts[first]
    counts = accumulate([own, *sentence.counts[first + 1 : first + MOST_CLAUSES]])
    for last, count in enumerate(counts, first):
        if count > MOST_TOKENS + _MOST_TRIMMED or last >= len(ends):
            return
        if last > first and found[last - 1].kind == "frame" and _speaks_of_before(plain, found[last]):
            return
        if not ends[last] or (latin and last > first and found[last].mark):
            continue
        for stop, trimmed in _stops(sentence, start, found[last]):
            tokens = count - count_tokens(plain[stop : found[last].stop]) if trimmed else count
            if FEWEST_TOKENS <= tokens <= MOST_TOKENS and _is_whole(sentence, start, stop):
                yield Run(start, stop, first, last, tokens, inside, trimmed)


def _speaks_of_before(plain: str, clause: Clause) -> bool:
    return is_named_before(plain, clause.start) or points_outside(plain, clause.start, clause.stop)


def _stops(sentence: Cut, start: int, clause: Clause) -> Iterator[tuple[int, str]]:
    """Gives where a run may end in its last clause, and what is then left out."""
    plain, begun, stop = sentence.plain, max(start, clause.start), clause.stop
    if plain[stop - 1] in "。. ":
        stop = start + len(plain[start:stop].rstrip("。. "))
    yield stop, ""
    if not sentence.ends:
        return
    if plain[stop - 1 : stop] in _BRACKETS:
        opened = max(plain.rfind("（", begun, stop), plain.rfind("(", begun, stop))
        if opened > begun:
            yield opened, "bracket"
    if (
        (guest := _GUEST.search(plain, begun, stop))
        and not _NO_GUEST.search(guest[0])
        and not _NO_NAME_OF.search(guest["name"])
    ):
        yield guest.start("name"), "name"
    if also := _AND.search(plain, begun, stop):
        yield also.start(), "and"


def _may_end(sentence: Cut, last: int) -> bool:
    plain, found, latin = sentence.plain, sentence.clauses, sentence.latin
    start, stop, kind, mark = found[last]
    if not mark:
        return kind not in ("frame", "credit") and not plain.endswith(("..", "…"), 0, stop)
    if kind in _NEVER_LAST or kind in _NEEDS_MORE or mark in _PROMISES:
        return False
    following = stop + len(mark)
    if latin and mark == ",":
        next_begins = found[last + 1].start if last + 1 < len(found) else following
        if not _GOES_ON.match(plain, next_begins):
            return False
    return is_finished(plain, start, stop, following)


def _is_claimed_behind(sentence: Cut) -> bool:
    """Tells whether the sentence says only at its end whose claim it is: …, officials said."""
    if sentence.kinds[-1:] != "c":
        return False
    end = sentence.clauses[-1]
    return end.kind == "claim" and (sentence.latin or end.stop - end.start <= _LONGEST_SPEAKER)


def _is_whole(sentence: Cut, start: int, stop: int) -> bool:
    plain = sentence.plain
    if plain[start] in _QUOTES and plain[stop - 1] in _UNQUOTES:
        return False  # somebody's words without the somebody
    if sentence.pairs and any(
        plain.count(pair[0], start, stop) != plain.count(pair[1], start, stop) for pair in sentence.pairs
    ):
        return False
    return '"' not in plain or plain.count('"', start, stop) % 2 == 0
