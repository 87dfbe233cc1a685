"""Knows the sentences that another must be told with, for they point back to it, answer it or go on in it."""

import re
from collections.abc import Sequence
from functools import cache

from summaries.stand_ins import holds_stand_in
from summaries.telling import asks

_CHINESE = "\u2e80"
_POINTERS = (
    # (how a sentence begins, what it takes for told); in no group around, so that the first character tells at once
    (
        r"此外|另外|除此之外|[与與](?:此同[时時]|之)|另一|(?:几乎|幾乎)?同(?:[时時]|一[时時])|不[过過]|然而|但|而(?!且慢)|可是?[，是]|于是|於是|因此|所以|因而|由此|[对對]此|其中",
        "a join",
    ),
    (
        r"[并並]且|而且|[况況]且|[尽儘]管如此|即便如此|相比之下|相反|反之|否[则則]|[换換]句[话話][说說]|[换換]言之|也就|[总總]之|[简簡]而?言之|一言以蔽之|值得(?:注意|一提)的是，(?:其中|[这這该該此])|例如|比如|譬如|以上|上述|[当當]然，|[毕畢]竟|更(?:有|[^，。]{1,8}的[，,]?是)",
        "a join",
    ),
    (
        r"[结結]果(?:就?是|[，,])|如此(?:[看一]|[来來])|正因|[为為]此|[据據]此|至此|更?具[体體](?:[来來而][说說言]|[来來][说說讲講看])|[简簡][单單](?:[来來][说說讲講])|[说說]白了|[举舉](?:例|[个個]例子)|同[样樣](?:地|是|在|的?[，,])|反[过過][来來]",
        "a join",
    ),
    (
        r"[还還](?:有(?!望)|[会會要在是能可])|又(?:比如|[如一有是把被在])|也(?![门門许許])|甚至|更?何[况況]|再(?:加上|[说說者比])|好在|所幸|不料|[谁誰]知|不[仅僅]如此|一[时時][间間][，,]|自此|[从從]此|之[后後][，,]|只(?:不[过過]|是[，,])",
        "a join that goes on",
    ),
    (
        r"不[难難](?:看出|看到|[发發][现現]|想[象像见見])|(?:可以|能[够夠]?)(?:看出|(?:看到|[发發][现現])[，,]|想[象像见見])|可[见見](?![光度性])|足[见見]|看[来來][，,]",
        "what follows from it",
    ),
    (r"要知道(?![^，。]{0,14}(?:是否|怎[么麼]|如何|[吗嗎]))|至[于於]", "what it has to be seen beside"),
    (
        r"(?:即便|[尽儘]管|[虽雖]然|哪怕|[虽雖][说說]|[诚誠]然|就算)，?[^，。；：但仍也还還却卻都]*[。！]$",
        "a concession of one clause",
    ),
    (r"是的[，,]|[没沒][错錯][，,]|[对對好来來][，,]|好了[，,]|你[没沒][听看聽][错錯]", "a word to who listens"),
    (
        r"言[外下]之意|(?:原因|理由|目的|答案|意思)(?:就?是|就?在[于於])|之所以|究其|因[为為]|[归歸]根[结結到]|[说說]到底|总[的而]",
        "what explains the one before",
    ),
    (
        r"[这這](?!一(?:天|年|届)|[届屆])|那(?!曲|些年)|此(?![前次])|[该該]|其(?![实實]|他|它|[余餘])|它|[他她](?![人国國乡鄉山日杀殺])",
        "a stand-in",
    ),
    (r"本(?:公司|人|校|馆|館|院|店|司)|我(?:公司|校|馆|館|院|司)", "who speaks of himself"),
    (r"(?:近|日前|[今昨]天)日?[，,]?(?:本(?:公司|校|馆|館|院|店)|我(?:公司|校|馆|館|院))", "the same behind a day"),
    (r"上面的|下面是(?![^。]*如何)|(?:以下|下列)(?:命令|代[码碼]|[输輸]出|截[图圖])", "what stands above or below"),
    (r"[对對双雙]方(?!案)|[两兩二][人者国國]|[前后後]者|前述", "a stand-in for two"),
    (
        r"[在从由对從對](?:[这這此该該]|其(?!中|他|它|[余餘]))|(?:如果|只要|要是|假如|若)(?:[这這该該他她它]|其(?!中|他|它|[余餘]))|(?:由[于於]|[随隨][着著]|[关關][于於]|除了?)(?:[这這此该該]|其(?!中|他|它|[余餘]))",
        "a stand-in after a preposition",
    ),
    (
        r"首先|其次|再次|再是|最[后後]|第[一二三四五六七八九十](?:件事|[点點层層步类類种種])?[则則也]?(?:[，,：:]|[点點]|是)|第[一二三四五六七八九十][个個道种種条條大重](?!五年)[^，,。：:]{0,6}[，,：:是在]|[一二三四五六七八九十]是|[二三四五六七八九十][要则則]|排在第|[紧緊][随隨]其[后後]|然[后後]|接[着著]|随后|隨後|[后後][来來]",
        "a place in a row",
    ),
    (
        r"除[^，]{2,12}(?:[变變]化|因素)外|第[二三四五六七八][块塊][，：]|[可但]?(?:[现現][实實]|事[实實])[是却卻]|随之而[来來]|[随隨]之[^，。]{0,6}的?(?:[还還]有|是)|[紧緊][随隨]其[后後]|反[观觀]|尤其|特[别別]是(?![^，。]{1,6}[的地])|另[一外]?[个個位名家]",
        "what it adds to",
    ),
    (r"以[^，。]{2,10}[为為]例[，,]|[从從][^，。]{2,5}(?:端|[侧側]|方面|[层層]面)看", "an example, or one side of it"),
    (r"[^，。：:]{1,6}的是[：:]|(?:炸?死|[伤傷])的(?:人)?是", "who or what it was"),
    (
        r"(?:事情|事[发發]|事件|事故|爆炸|大火|拆分|收[购購]|合[并併])(?:[发發]生)?之?[后後][，,]|[当當]地(?![时時][间間])|(?:新法|法案|《[报報]告》|通稿)(?=[一-鿿])",
        "what was told of before",
    ),
    (
        r"(?:[两兩][地省国國者]|[两兩二三]人|[二三]者|[两兩三四几幾](?:件事|[条條]路|[场場次][一-鿿]{2,4}，|[种種][说說]法))(?![一二三四五六七八九十])",
        "so many that were named",
    ),
    (
        r"同一天|同[年月日](?![级級本])|次[日年月]|翌[日年]|隔天|第二[天年](?![气氣])|[当當](?:[时時](?![间間])|天(?![气氣空])|日(?!本)|年(?![轻輕])|晚|月)|[紧緊]接着|[随隨]即|不久(?:之?[后後]|[，,])|事(?:[后後]|[发發](?![当當地]))",
        "a time named before",
    ),
    (
        r"[一两兩二三四五六七八九几幾半数數多\d][十多个個]{0,2}(?:[天周年月]|小[时時]|分[钟鐘]|星期)之?[后後][，,]",
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


@cache
def _points_in_english() -> re.Pattern[str]:
    return re.compile("|".join(pattern for pattern, _ in _POINTERS_IN_ENGLISH), re.IGNORECASE)  # it takes milliseconds


@cache
def _stand_in_soon() -> re.Pattern[str]:
    """Matches a stand-in behind few words (我觉得这两句话, 北岸则…); of one alone (这个) more is often said."""
    return re.compile(  # it takes milliseconds
        r"[^，,。、：:；;“”《》]{1,6}[这這](?:[两兩三四几幾些]|[句类類份番])"
        r"|[^，,。、：:；;“”《》]{2,12}(?:(?:随|隨)[后後]|(?<![规規原法否准準细細守总總通附一两兩二三几幾这這那该該数數每])[则則])"
        r"|[^，,。、：:；;“”《》]{1,8}[方局司院部府署校][当當][晚天](?![气氣空])"
        r"|[对對][^，,。]{1,8}[来來][说說][，,](?:[这這那]|它|是)"
        r"|[^，,。、：:；;“”《》]{1,12}也是?(?:同理|如此|这样|這樣|一样|一樣|同一[个個])"
        r"|[^，。：；]{1,12}，(?:[两兩二三]人|[两兩二]者|[俩倆]人)(?=[一-鿿])"
        r"|[^，。：；“”]{1,12}第[二三四五][个個点點][^，。]{1,6}(?:在[于於]|是)"
        r"|[^，。：；]{1,20}(?:[紧緊][随隨]其[后後]|表[达達]了(?:相似|[类類]似|同[样樣])的|[类類]似的(?:[实實][验驗]|做法|[观觀][点點]|[问問][题題]))"
    )


_MAY_STAND_IN_SOON = re.compile("[这這则則随隨当當对對也两兩二三俩倆第紧緊达達类類]")
_SOON = 24
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

_ADVERBS = (
    "事[实實]上|[实實][际際]上|其[实實]|不幸的是|幸[运運]的是|[遗遺]憾的是|有趣的是|有意思的是|奇怪的是|[讽諷]刺的是|[尴尷]尬的是|毫[无無]疑[问問]"
    "|很?[显顯]然|很明[显顯]|[毕畢]竟|可以[说說]|[总總](?:的[来來][说說]|[体體]而言|[体體][来來]看)|整[体體][来來]看|更?重要的是|更[关關][键鍵]的是|[问問][题題](?:是|在[于於])"
    "|[换換]个角度看|[说說]到底|坦[率白]地?[说說]|老[实實][说說]|[严嚴]格[来來][说說]|[确準准][切确確][来地][说說]|[简簡][单單][来來][说說]|表面上看?|理[论論]上|本[质質]上"
    "|在?(?:某[种種](?:意[义義]|程度)|一定程度|很大程度)上|就此而言|在(?:我|[笔筆]者)看[来來]|不可否[认認](?:的是)?|不得不[说說]|[应應][该該][说說]|不出意外"
    "|[渐漸慢][渐漸慢]地?|久而久之|很快|最[终終]|[后後][来來]|[当當](?:下|[时時])|彼[时時]|如今|[现現]在|目前|眼下|[过過]去"
)
_ADVERB_BEGINS = frozenset(
    "事实實其不幸遗遺有奇讽諷尴尷毫显顯很毕畢可总總整更重问問换換说說坦老严嚴确準准简簡表理本某一在就应應渐漸慢久最后後当當彼如现現目眼过過"
)
_MAY_STAND_IN_BESIDE = re.compile("[这這该該此它其]")
_BESIDE = 12
"""Characters among which one of these must be."""


@cache
def _stand_in_beside() -> re.Pattern[str]:
    """Matches a stand-in behind an adverb: 事实上，这…"""
    return re.compile(  # it takes milliseconds
        rf"(?:{_ADVERBS})，?(?:[这這](?!一(?:天|年|[届屆]|次|刻|切|代)|[天年届屆代两兩里裡边邊儿兒]|[几幾][年天]|段[时時][间間])"
        r"|[该該](?![不如怎去由给給来來做]|[^，。]{0,4}[吗嗎？])(?=[一-鿿]{2})|此(?:[举舉]|事)|它(?!山)|其(?![中实實他它余餘一二三四]))"
    )


_SPEAKS = (
    "(?:[还還也又并並亦]|同[时時])(?:反[复復]|曾|明[确確]|致[电電])?"
    "(?:表示|[称稱说說]|指出|明[确確]|提出|要求|[强強][调調]|介[绍紹]|透露|提到|[认認][为為]|[补補]充|[规規]定)"
)
_JUDGES = (
    "[还還也](?:坦言|直言|呼[吁籲]|宣布|回[应應]|警告|解[释釋]|承[认認]|[证證][实實]|建[议議]|重申|披露|[预預]计|提醒|告[诉訴]|否[认認]"
    "|[质質]疑|主[张張]|批[评評]|[称稱][赞讚]|回[忆憶]|感[叹嘆慨]|[写寫]道|[谈談][到及])"
)
"""Several may do so at once (甲、乙也警告)."""

_SPEAKS_ON = re.compile(f"{_SPEAKS}|{_JUDGES}")
_SPEAKER = 12


@cache
def _speaks_again() -> re.Pattern[str]:
    """Matches where one is said to go on who must have spoken before; the search for the verb is quicker."""
    return re.compile(  # it takes milliseconds
        rf"[“\"'‘「『（(]*(?:[^，,。：:]{{1,{_SPEAKER}}}{_SPEAKS}|(?![^还還也]*(?:[被了]|至今))[^，,。：:、]{{1,{_SPEAKER}}}{_JUDGES})"
    )


@cache
def _spoke() -> re.Pattern[str]:
    """Matches who said what stands before: 多位船工告诉本报。"""
    return re.compile(  # it takes milliseconds
        r"[^。“”「」：:？！]{2,60}(?:(?<![小传傳学學游遊据據多解演评評])[说說]|[说說写寫问問答笑忏懺解回][道]|(?:回忆|回憶|介绍|介紹|解释|解釋|忏悔|懺悔)道|感[叹嘆慨]|坦言|直言)。"
        r"|[^。“”「」：:？！]{2,40}(?:告诉|告訴)[^，。“”「」：:]{1,20}。|[^，。“”「」：:？！]{2,40}(?<![未不愿願有绝絕何作])(?:表示|透露|补充道|補充道|总结道|總結道)。"
    )


_SPOKE_ENDS = ("说。", "說。", "道。", "叹。", "嘆。", "慨。", "言。", "表示。", "透露。")
_LONGEST_SPOKE = 66

_OPENERS = "“\"'‘「『（("


def points_back(sentence: str) -> bool:
    """Tells whether the sentence begins with what only the one before it explains."""
    begun = sentence.lstrip(_OPENERS)
    points = _points_in_english() if begun[:1].isalpha() and begun < _CHINESE else _POINTS
    if points.match(begun) or _STAND_IN_LATER.match(begun) or _names_who_spoke(sentence):
        return True
    if (
        begun[:1] in _ADVERB_BEGINS
        and _MAY_STAND_IN_BESIDE.search(begun, 1, _BESIDE)
        and _stand_in_beside().match(begun)
    ):
        return True
    if _MAY_STAND_IN_SOON.search(begun, 0, _SOON) and _stand_in_soon().match(begun):
        return True
    if holds_stand_in(begun, sentence):
        return True
    end = len(sentence) - len(begun) + _SPEAKER + len("还表示")
    return _SPEAKS_ON.search(sentence, 0, end) is not None and _speaks_again().match(sentence) is not None


def _names_who_spoke(sentence: str) -> bool:
    """Tells whether the sentence only names the speaker of the one before."""
    may = len(sentence) <= _LONGEST_SPOKE and (
        sentence.endswith(_SPOKE_ENDS) or "告诉" in sentence or "告訴" in sentence
    )
    return may and _spoke().match(sentence) is not None


_GOES_ON_IN_ROW = re.compile(
    r"其次|再次|再是|最[后後]|第[二三四五六七八九十]|[二三四五六七八九十]是|然[后後]|接[着著]|随后|隨後"
    r"|(?:[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[Tt]hen|[Nn]ext)(?:ly)?,? "
)


def goes_on_in_row(sentence: str) -> bool:
    """Tells whether the sentence is the next of a row, so that the one before it may not be left out between."""
    return _GOES_ON_IN_ROW.match(sentence.lstrip(_OPENERS)) is not None


_TAGGED = re.compile(r"[^，,。：:？?“”]{1,12}[：:](?!\d)")


def answers(sentence: str, before: str) -> bool:
    """Tells whether the sentence is a speaker's answer to the question before it."""
    return asks(before) and (_TAGGED.match(sentence) or _TAGGED.match(before)) is not None


_ONE_OF_A_ROW = re.compile(r"其一|一是|第一[，,：:是]|一方面")
_NEXT_OF_A_ROW = re.compile(r"其二|二是|第二[，,：:是点點]|另一方面")
"""Not the steps of a how-to (首先, 然后): the first of them says what to do."""


@cache
def _first_of_its_kind() -> re.Pattern[str]:
    return re.compile(  # it takes milliseconds
        "第一(?P<kind>[条條种種步件点點项項招][：:，、]|[条條种種步件点點项項招][一-鿿]{2})"
    )


_THEN = re.compile(
    r"(?:最初|起初|一[开開]始|原本|以前|[过過]去|早些年|[一二三四五六七八九十两兩几幾]年前|(?:很多|不少|多[数數])人(?:都)?以[为為]|表面上?看|看上去|[^，。]{1,12}，?看上去)"
)
_NOW = re.compile(
    r"(?:但|而|可)?(?:是|如今|[现現]在|今天|[这這]几年|在[^，。]{1,10}，)|[后後][来來]|如今|[现現]在|[一二三四五六七八九十两兩几幾]年[后後]"
    r"|但|然而|可是|[这這]是[误誤][读讀解]|其[实實]|[并並]非|事[实實]上"
)
"""What was once, or seems so, and what is now: half of it misleads."""


def is_taken_back(sentence: str, following: str) -> bool:
    """Tells whether the next sentence says that what this one tells is over, or only seems so."""
    return _THEN.match(sentence) is not None and _NOW.match(following) is not None


def breaks_off(sentence: str, following: Sequence[str]) -> bool:
    """Tells whether a row the sentence begins (“有两点，一是…”) goes on in one of the next: half of it reads as all."""
    if following and is_taken_back(sentence, following[0]):
        return True
    if "一" in sentence and _ONE_OF_A_ROW.search(sentence) is not None and any(map(_NEXT_OF_A_ROW.match, following)):
        return True
    first = _first_of_its_kind().match(sentence) if sentence.startswith("第一") else None
    return first is not None and any(each.startswith(f"第二{first['kind']}") for each in following)
