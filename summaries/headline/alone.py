"""Knows what a line may tell without who did it, who wants it or when it was: deeds, wishes, titles and known facts."""

import re
from collections.abc import Iterator

_PUBLIC = re.compile(
    # whose deeds are news by what was done
    r"中共|中央|国务院|国家|全国|主席|总理|书记|委员长|部长|[一-鿿]{2,10}(?:部|委|局|署|办公室|政府|人大|政协|法院|检察院|联合会|银行|委员会)"
)
_TITLED = re.compile(
    # a paper that is published: its title says all, and who publishes it may take half a line
    r"(?:印发|发布|公布|出台|发表|播发|播出|推出|通过|刊发|介绍|解读|编写|题目[是为])[^，。《》“”]{0,40}?(?P<title>(?:重要文章|重要讲话|题为)?(?P<name>《[^《》]{8,}》)(?:的(?:署名文章|说明|重要文章)|[白蓝绿]皮书|报告)?)(?:[（(][^（()）]*[）)])?$"
)
_TOPIC = re.compile(
    # what a briefing is about, or a meeting: it says what is in hand, and claims nothing
    r"(?:介绍|通报|解读|说明)了?(?:关于)?(?P<topic>[^，。；：“”‘’（）]{6,}?)(?:取得)?的?(?:新|有关|相关|基本|主要|总体|最新|具体|工作|政策|系列)*"
    r"(?:情况|内容|背景|进展|举措|措施|成效|安排)(?:和成效)?(?=。?$|，|并)"
)
_EVENT = re.compile(
    # the name of what is held says all but where and when
    r"(?:会议?|论坛|展|展览|仪式|活动|博览会|峰会|音乐会|晚会|演习|比赛|赛|节|周|年)(?=(?:[\d一二三四五六七八九十]{1,3}[日月]|[今昨明][天日]|[上下]午|近日|日前|当天|将?[在于])[^，的]*(?:举行|召开|开幕|闭幕|举办|启动|启幕)。?$)"
)
_DEED = re.compile(
    # what somebody did whose name and office leave no room for it
    r"(?<![在应由的时、和或已将未不被])(?:会见|会晤(?!、)|出席|主持召开|主持(?!人)|看望慰问|发表(?!的|声明|谈话)|发布(?!会|的|消息|公告)"
    r"|印发(?!的)|公布(?!的)|授予|启动|签署(?=国务院令|主席令|命令)|通报|复信|致电|赶赴|检查指导"
    r"|对(?=[^，]{4,40}进行[^，的]{2,8}$)|[同与](?=[^，]{4,40}会谈。?$)|向(?=[^，]{4,40}致[^，的]{2,4}$))"
)
_DEED_FIRST = re.compile(
    rf"{_DEED.pattern}|审议|介绍(?=[^，]{{6,}}(?:情况|政策)$)|举行(?=[^，]{{4,}})|召开|听取|参观|访问"
)
_DEED_BEGINS = frozenset("会出主看发印公授启签通复致赶检对同与向审介举召听参访")
_NO_DEED = re.compile("[：；“”《》不未没否]|如果|可能|或将|据")
_DUTY = re.compile(r"(?:我们)?要(?:求各地区?(?:和?各?(?:有关|相关)?部门)?)?(?=[一-鿿])")
_WISHES = re.compile(
    r"(?:强调|指出|要求|提出|(?:大家|群众|代表|委员|干部|学员|党员|师生|官兵|青年|职工|工作者)们?(?:一致|纷纷|均)?(?:表示|认为))$"
)
_DUTY_BEGINS = frozenset("我要")
_POLICY = re.compile(
    # begins a wish for what is to be done; a fact begins otherwise
    r"(?:坚持|推进|推动|加快|加强|加大|加力|建设|做好|做强|做优|做大|做实|提升|提高|促进|完善|健全|深化|强化|落实|抓好|抓住|抓紧|全面|全力|进一步|切实|着力|持续|扎实|确保|不断"
    r"|积极|大力|努力|充分|深入|统筹|严格|牢牢|牢记|始终|稳步|有力|有效|优化|巩固|拓展|扩大|构建|打造|发挥|发展|培育|营造|防范|筑牢|守住|守护|维护|聚焦|围绕|贯彻|弘扬|传承|激发|增强"
    r"|保障|改善|支持|鼓励|引导|创新|以(?![色军方])|把|更好|继续|高质量|高水平|高标准|因地制宜|一体|协同|精准|科学|主动|凝聚|践行|汇聚|锚定|突出|增进|携手|共同|开展|织密|压实|严防)"
)
_ABOUT = re.compile(
    rf"就(?P<topic>{_POLICY.pattern}[^，。；：“”‘’]{{4,}}?)(?:有关|相关)?(?:工作|问题|情况)?(?=进行|举行|召开|开展|作出|发表|答记者问|回答|接受|[同与向](?=[^，]*(?:会谈|交换|交流|讨论)))"
)
_NO_TOPIC = re.compile("各自|本[部市省县区]|其(?!他)|自己|[、和与及][一-鿿]{1,4}$|等$")
_DONE = re.compile(
    # what somebody was doing when he spoke, or what was over when the next thing happened
    r"(?<=[一-鿿》”）])(?:之后|(?<![之先落背幕最今此以战售会课饭身产病术事其])后|(?<![同小临])时(?:强调|指出|表示|说))$"
)
_DONE_LAST = frozenset("后调出示说")
_NOT_YET = re.compile("[将会要拟如若等待未]|计划|预计|可能|一旦|只有|除非")
_SPEAKS_THEN = re.compile("介绍|接受|回答|发言|致辞|讲话|采访|[谈问提]|^[在自从当随那此因据]")
_KNOWN = re.compile(
    rf"随着(?=[^，]*(?:[加推提增升扩改优壮成]|进入|来临|到来|启动|实施|深入|深化|临近|发展|落地|开通|普及))|为了?(?={_POLICY.pattern})"
)


def deed(plain: str, start: int, stop: int) -> int:
    """Gives where a clause that begins with its doer tells the deed; 0 where it is no deed that stands alone."""
    found = _DEED.search(plain, start + 2, stop)
    if found and _PUBLIC.search(plain, 0, found.start()) and not _NO_DEED.search(plain, start, found.start()):
        return found.start()
    return 0


def begins_with_deed(plain: str, start: int, stop: int) -> bool:
    """Tells whether a clause goes on with a deed that stands alone, of somebody in the clause before."""
    return (
        plain[start : start + 1] in _DEED_BEGINS
        and _DEED_FIRST.match(plain, start, stop) is not None
        and _PUBLIC.search(plain, 0, start) is not None
    )


def wants(plain: str, start: int, stop: int) -> bool:
    """Tells whether a clause announces what somebody wants done."""
    return _WISHES.search(plain, start, stop) is not None


def is_wish(plain: str, start: int) -> bool:
    """Tells whether words say what is to be done, and claim nothing."""
    return _POLICY.match(plain, start) is not None


def wish(plain: str, start: int, stop: int) -> int:
    """Gives where begins what is to be done; 0 where a clause wants nothing."""
    if plain[start : start + 1] not in _DUTY_BEGINS:
        return 0
    found = _DUTY.match(plain, start, stop)
    return found.end() if found and is_wish(plain, found.end()) else 0


def known(plain: str, start: int, stop: int) -> int:
    """Gives where begins what a clause takes for granted (随着…) or is meant to serve (为…); 0 where nothing is."""
    found = _KNOWN.match(plain, start, stop)
    return found.end() if found else 0


def may_brief(plain: str) -> bool:
    """Tells whether a sentence may name what a briefing or a meeting is about."""
    return "介绍" in plain or "就" in plain or "通报" in plain or "解读" in plain or "说明" in plain


def topic(plain: str, start: int, stop: int) -> tuple[int, int] | None:
    """Gives where begins and ends what a briefing or a meeting is about."""
    found = _TOPIC.search(plain, start, stop) or _ABOUT.search(plain, start, stop)
    return found.span("topic") if found and not _NO_TOPIC.search(found["topic"]) else None


def may_be_done(plain: str, stop: int) -> bool:
    """Tells by the last character whether a clause may tell when the next thing was."""
    return plain[stop - 1 : stop] in _DONE_LAST


def done(plain: str, start: int, stop: int) -> int:
    """Gives where ends what was done, in a clause that tells when the next thing was; 0 where it may not have been."""
    found = _DONE.search(plain, start, stop)
    if not found or _SPEAKS_THEN.search(plain[start : found.start()]):
        return 0
    to_come = plain[found.start()] in "之后" and _NOT_YET.search(plain, found.end())
    return 0 if to_come or _NOT_YET.search(plain, start, found.start()) else found.start()


def event(plain: str, start: int, stop: int) -> int:
    """Gives where ends the name of what is held, if a clause begins with it; 0 where nothing is held."""
    found = _EVENT.search(plain, start, stop)
    return found.end() if found else 0


def papers(plain: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Gives where begins and ends the title of a paper that is published, with what kind of paper it is and without."""
    if paper := _TITLED.search(plain.rstrip("。"), start, stop):
        yield paper.span("title")
        if paper.start("name") > paper.start("title"):
            yield paper.start("name"), paper.end("title")
