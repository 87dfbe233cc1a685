"""Cuts one line out of a sentence: a run of its clauses, word for word, without the openings that tell no news."""

import re
from collections.abc import Iterable, Iterator

from summaries.sentences import count_tokens

MOST_TOKENS = 30
ENOUGH_TOKENS = 18
"""Once a run has so many, another clause is taken no more: a line is read at a glance."""

FEWEST_TOKENS = 8
SENTENCES_TRIED = 5
"""Of how many sentences, best first, a caller should have a line tried."""

_PARTS = re.compile(
    # never cut inside quotes, titles and brackets
    r"“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|（[^）]*）|\([^)]*\)|【[^】]*】|\"[^\"]*\""
    r"|(?P<border>[，；：]|[,;:](?=\s)|——)",
)
_CREDIT = re.compile(
    # who sent the news and from where, before its first word
    r"^\s*(?:[【\[][^】\]]{1,20}[】\]])?(?:[^，。：“]{0,12}(?:讯|电)\s*(?:[（(][^）)]{0,30}[）)])?[:：\s]*(?=\S)|[（(][^）)]{0,12}记者[^）)]*[）)])",
)
_CREDITED = re.compile(r"^(?:本报|新华社|中新社|中新网|央视|人民网|[^，]{2,8}\d{1,2}月\d{1,2}日)")

_DAY = r"[今昨明][天日晚]|日前|近日|当天|当日|\d日|\d月|\d年|凌晨|上午|下午|晚间?|时许?|\d分许?"
_OPENINGS = (
    # (pattern of a whole clause, what it is); 据…称 is none of them: it says whose claim follows
    (r"据.{0,24}(?:报道|消息|悉|了解|介绍)", "a credit"),
    (r"(?:根据|据|按照|依据).{0,40}(?:统计|数据|通报|公告|规定|测算|估算)", "a credit"),
    (r"(?:.{0,12}记者)?.{0,20}(?:获悉|了解到|注意到)", "a credit"),
    (r"(?:另|又|再|此外|同时|同日|其中|目前|当前|近期|最近|近年来|不久前|前不久|一段时间以来)", "a join"),
    (rf".{{0,10}}(?:{_DAY})(?:[（(].{{0,12}}[）)])?.{{0,4}}", "a day"),
    (r".{0,8}(?:[上下]半年|[一二三四]季度|(?:过去|[前近]).{1,3}(?:年|月|周|天|季度))(?:来|里|间)?", "a span"),
    (r"(?:在|正值|值此|适逢).{1,40}(?:之际|期间|之后|之前|时|中|后|前|下|会上|仪式上)", "an occasion"),
    (r"受.{1,24}影响", "a circumstance"),
    (r"(?:as|when|while|after|before|on|in|at|according to)\b.{1,60}", "an occasion"),
)
_OPENING = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _OPENINGS), re.IGNORECASE)
_ATTRIBUTION = re.compile(
    r"(?:表示|称|说|(?<!报)道|指出|强调|认为|宣布|显示|透露|写道|介绍|提到|要求|警告|said|says)(?:[“「].*)?$"
)
_OFFICES = re.compile(
    # a line names the person, not the offices
    r"^(?:(?:中共中央|国家|国务院|中央|全国(?:人大常委会|政协))(?:总书记|副?主席|副?总理|委员长|军委(?:副?主席)"
    r"|政治局(?:常委|委员)|书记处书记|纪委书记|政法委书记|外办主任)|国务委员(?:兼?外交部长)?|外交部长|[、兼])+(?=[\u4e00-\u9fff])",
)
_HALF = re.compile(
    r"^(?:从|围绕|虽然|尽管|如果|由于|因为|随着|为了?|当|除了|只要|即使|不仅|一旦|作为|自从|although|if|because)|(?:期间|之际|以来|背景下|的?同时|之后|方面)$"
)
_REFERS = re.compile(r"[这该其此他她它但而也还并]|(?:he|she|it|they|this|that|but|and)\b", re.IGNORECASE)
_OPEN_MARKS = (("“", "”"), ("「", "」"), ("《", "》"), ("（", "）"))


def headline(sentences: Iterable[str]) -> str:
    """Gives a run of clauses of the first of the sentences that has one fit for a line, else nothing."""
    return next((line for sentence in sentences if (line := _line(sentence))), "")


def _line(sentence: str) -> str:
    clauses = list(_clauses(sentence))
    first = 0
    while first < len(clauses) - 1 and _is_opening(_text(sentence, clauses[first])):
        first += 1
    run = _run(sentence, clauses[first:])
    fits = FEWEST_TOKENS <= count_tokens(run) <= MOST_TOKENS
    return run if fits and _is_whole(run) and not _REFERS.match(run) else ""


def _is_opening(clause: str) -> bool:
    return _OPENING.fullmatch(clause) is not None and _ATTRIBUTION.search(clause) is None


def _run(sentence: str, clauses: list[tuple[int, int]]) -> str:
    best = ""
    for number, (_, stop) in enumerate(clauses, 1):
        run = _OFFICES.sub("", sentence[clauses[0][0] : stop].strip())
        if count_tokens(run) > MOST_TOKENS:
            break
        if number == len(clauses) or not _is_half(sentence, clauses[number - 1]):
            best = run
            if count_tokens(best) >= ENOUGH_TOKENS:
                break
    return best.rstrip("。.")


def _is_half(sentence: str, clause: tuple[int, int]) -> bool:
    """Tells whether a run that ends with this clause promises more: who speaks, when, on what condition."""
    text = _text(sentence, clause)
    colon = sentence[clause[1]] in "：:"
    return colon or any((_ATTRIBUTION.search(text), _HALF.search(text), _OPENING.fullmatch(text)))


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    begun = _after_credit(sentence)
    for match in _PARTS.finditer(sentence, begun):
        if match["border"]:
            yield begun, match.start()
            begun = match.end()
    if begun < len(sentence):
        yield begun, len(sentence)


def _after_credit(sentence: str) -> int:
    credit = _CREDIT.match(sentence)
    return credit.end() if credit and _CREDITED.match(credit[0].strip("【[")) else 0


def _text(sentence: str, clause: tuple[int, int]) -> str:
    return sentence[clause[0] : clause[1]].strip()


def _is_whole(run: str) -> bool:
    return all(run.count(opening) == run.count(closing) for opening, closing in _OPEN_MARKS)
