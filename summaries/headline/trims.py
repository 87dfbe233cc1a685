"""Knows what a line does without at the start and at the end of a clause: days, offices, names few readers know."""

import re
from collections.abc import Iterator

from summaries.telling import POINT

_LONGEST_JOIN = 14
_FEWEST_LEFT = 6
"""Characters that stay of a clause whose opening is left out."""

_BRACKETS = frozenset("）)")
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
    r"(?:[^，,。：；“”不未没否致向给受由被据对与同]{0,50}?[的、]|中国)??"
    rf"(?>(?:(?:{_BODY}{_POST}|国务委员|外交部长|公安部长)[、兼]?)+)(?=[一-鿿])(?!{_NO_NAME})"
)
_OFFICE = re.compile(rf"{_BODY}{_POST}|国务委员|外交部长|公安部长")
_HEAD = re.compile(
    # neither does it say what those are whose names are in the news every week
    r"(?:[一-鿿]{2,6}?)(?:总统|总理|首相)(?=[一-鿿·]{2,6}?(?:\d{1,2}日|在|当天|今天|日前|近日|表示|说|称|宣布|签署|发表|强调|警告|重申|会见|访问|抵达))(?![府候的及和夫与])"
)
_RELATIVE = re.compile(
    # what a thing is called, where it stands, who holds it: told before its name, not needed to understand the news
    r"(?:(?:被誉为|被称[为作]|位于|来自|地处|素有|有着|备受|为期|历时|时隔|总投资|全长|应邀|以[“《「])[^，,。：；]{1,36}?"
    r"|(?:发生|停靠|驻扎|停泊|坐落|矗立|分布|生活)在[^，]{1,24}?|正在[^，。：；“《的]{2,24}?(?:举行|举办|召开|进行|建设|服役|访问)"
    r"|由[^，《“]{2,40}?(?:主办|承办|组成|研制|建设|制作|编写|举办|发起|出品|拍摄|开发)|有[^，]{2,16}之称)的(?=[^，,。：；]{8})"
)
_RELATIVE_FIRST = frozenset("被位来地素有备历时总全应以由为发停驻坐矗分生正在")
_THIS_YEAR = re.compile(r"今年(?=前|[一二三四]季度|[上下]半年|\d{1,2}(?:月|[至到—-]\d{1,2}月))")
_GUEST = re.compile(
    # whom a guest of such an office is, most readers would have to look up
    r"(?:会见|会晤|拜会|接见|宴请|欢迎)[^，。：]*(?:总统|总理|首相|国王|女王|王储|亲王|大公|埃米尔|领导人|议长|主席|会长|外长|部长|大臣|书记|国务卿"
    r"|秘书长|总干事|总裁|董事长|行长|特使|助理|省长|州长|市长|司令|元首|王后|太后|领袖|局长|院长|校长|总经理|首席执行官|大使|公使|副[一-鿿]{1,3}长)"
    r"(?P<name>[一-鿿·-]{1,24}?)(?:夫妇)?(?:对(?:我国|中国)进行[一-鿿]{0,6}访问|[来访]华[一-鿿]{0,6})?$"
)
_MAY_END = re.compile("[）)并]|会见|会晤|拜会|接见|宴请|欢迎")
_NO_NAME_OF = re.compile("[的候选办助使府务顾代团会级处局部厅委院员长]|夫人|访问|参观|到访|出席")
_NO_GUEST = re.compile("[和与及等、]|一行|代表|率")
_AND = re.compile(
    # a second deed of the same doer; the first one must be told to its end
    r"(?:(?<=[会式坛幕典谈])|(?<=活动|进攻|举行|召开|讲话|调研|考察|访问|报告))并(?=[一-鿿][^的，。]*$)(?![购网轨州非且不无未列存排重肩没])"
    r"|(?<=[一-鿿》])(?<![合兼一吞])并(?=(?:致辞|讲话|发表|作(?!为)|宣布|回答|[对向同与](?=[^，]*(?:进行|举行|致|会[见谈]|访问))|赴|看望|考察|访问|接受|签署|见证|参观|出席|主持|回赠|实施|宣读)[^的，。]*$)"
)
_SHORT = re.compile(
    # what a paper is called for short, and when it is in force
    r"(?:公布|印发|发布|出台)[^，。]*?》(?P<short>[（(](?:以下)?简称[^）)]*[）)][^，。]*)$"
)


_NUMERALS = "一二三四五六七八九十"
NUMBER = re.compile(
    # of a point in a list
    rf"(?:{POINT}|[（(]?[{_NUMERALS}]{{1,3}}[)）、](?![{_NUMERALS}]))\s*"
)
NUMBER_FIRST = frozenset(f"（(0123456789{_NUMERALS}①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_TAIL = re.compile(
    # what an English line does without: when and why it was, and what was before
    r" (?:after|following|amid|because|while|although|despite|ahead of|as part of|including|compared (?:with|to)"
    r"|(?:up|down) from)\b"
)
_JOINED_TO_TAIL = re.compile(
    r"\b(?:only|even|just|not|soon|shortly|long|immediately|and|or|but|,|hours?|days?|weeks?|months?|years?|minutes?|\w+ly)$"
)
"""Matches words that belong to what follows: only after, two days after."""


def has_offices(plain: str) -> bool:
    """Tells whether an office may stand before a name."""
    return _OFFICE.search(plain) is not None


def has_heads(plain: str) -> bool:
    """Tells whether the head of a state may be named behind the office."""
    return "总统" in plain or "总理" in plain or "首相" in plain


def has_ends(plain: str) -> bool:
    """Tells whether the end of a clause may be left out."""
    return _MAY_END.search(plain) is not None


def has_tails(plain: str) -> bool:
    """Tells the same of an English one."""
    return _TAIL.search(plain) is not None


def starts(plain: str, start: int, stop: int, *, offices: bool, heads: bool) -> Iterator[tuple[int, str]]:
    """Gives where a clause may begin, and what was left out; later ones leave out more."""
    yield start, ""
    first = plain[start : start + 1]
    if first in NUMBER_FIRST and (number := NUMBER.match(plain, start, stop)):
        start = number.end()
        yield start, "number"
        first = plain[start : start + 1]
    if first in _TIME_FIRST:
        time = _TIME.match(plain, start, stop) or _THIS_YEAR.match(plain, start, stop)
        if time and (stop - time.end() >= _FEWEST_LEFT or time[0] == "今年"):
            start = time.end()
            yield start, "time"
    if offices and (office := _OFFICES.match(plain, start, stop)):
        yield office.end(), "office"
    elif heads and (head := _HEAD.match(plain, start, stop)):
        yield head.end(), "office"
    elif first in _RELATIVE_FIRST and (relative := _RELATIVE.match(plain, start, stop)):
        yield relative.end(), "relative"


def stops(plain: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Gives where a clause may end before its end, and what is then left out."""
    if plain[stop - 1 : stop] in _BRACKETS:
        opened = max(plain.rfind("（", start, stop), plain.rfind("(", start, stop))
        if opened > start:
            yield opened, "bracket"
    if (
        (guest := _GUEST.search(plain, start, stop))
        and not _NO_GUEST.search(guest[0])
        and not _NO_NAME_OF.search(guest["name"])
    ):
        yield guest.start("name"), "name"
    if "简称" in plain and (short := _SHORT.search(plain, start, stop)):
        yield short.start("short"), "bracket"
    if also := _AND.search(plain, start, stop):
        yield also.start(), "and"


def tails(plain: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Gives where an English clause may end before its end."""
    for tail in _TAIL.finditer(plain, start, stop):
        if not _JOINED_TO_TAIL.search(plain, max(start, tail.start() - _LONGEST_JOIN), tail.start()):
            yield tail.start(), "tail"
