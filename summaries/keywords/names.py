"""Finds names that a text marks as such: stocks by their code, titles by their quotes, foreign people by their dot."""

import re
from collections.abc import Container, Iterable, Iterator

from summaries import words
from summaries.keywords.candidates import Candidate, Scene
from summaries.keywords.signs import JOINTS, SOUNDS, TAILS
from summaries.stop_words import STOP_WORDS

WEIGHT = 9.0
"""A marked name says more than the rarest word."""

_MARKET = r"(?:[Ss][HhZzSs]|[Bb][Jj]|[Hh][Kk])"
_EXCHANGE = r"(?:NASDAQ|Nasdaq|NYSE|AMEX|纳斯达克|纽交所|港交所|上交所|深交所|股票代码|证券代码|代码)"
_CODE = re.compile(
    r"[（(]\s?(?:股票代码|证券代码|代码)?[:：]?\s?("
    rf"{_MARKET}[:：.]?\d{{5,6}}|\d{{4,6}}\.(?:{_MARKET}|TW)|[036489]\d{{5}}(?=[）)])"
    rf"|{_EXCHANGE}[:：]\s?[A-Z0-9.]{{1,6}}|[A-Z]{{1,5}}\.(?:US|O|N))(?!\d)"
)
_BARE_CODE = re.compile(r"[sSbBhH][zZhHjJkK]\d{5,6}$")
_NAME_BEFORE = re.compile(
    r"(?:\*?ST)?[\u4e00-\u9fff]{2,6}(?:[-－]?[A-Z])?$|[A-Z][A-Za-z.&]*(?: [A-Z][A-Za-z.&]*){0,3}$"
)
TELLING = 4.0
TIMES_TITLED = 2
TIMES_QUOTED = 3
CODES = 2
USUAL_STOCK = 4
"""Chinese stocks are called by four characters."""

_TITLED = re.compile(r"《([^《》\n]{2,20})》")
_QUOTED = re.compile(r"[“「]([^“”「」，。！？；：、\n]{2,10}|[ -~]{2,30})[”」]")
_FOREIGN_NAME = 8
_DOTS = "·・‧-"
"""Between the parts of a foreign name; a hyphen (迪亚斯-卡内尔) stands between many other things, too."""

_DOT = re.compile(f"[{_DOTS}]")
_LONGEST_RUN = 40
_AND = "和与及或由对向让"
_PART = rf"(?:(?![{_AND}])[\u4e00-\u9fff]){{1,{_FOREIGN_NAME}}}"
_DOTTED = re.compile(rf"{_PART}(?:[{_DOTS}]{_PART})+")


def marked_names(scene: Scene) -> Iterator[Candidate]:
    """Gives the names with signs about them."""
    if "《" in scene.text:
        yield from _between(_TITLED, scene, enough=TIMES_TITLED)
    if scene.text.count("“") + scene.text.count("「") >= TIMES_QUOTED or "“" in scene.title or "「" in scene.title:
        yield from _between(_QUOTED, scene, enough=TIMES_QUOTED)
    yield from _people(scene)


def stocks(scene: Scene, runs: Iterable[str] = ()) -> Iterator[Candidate]:
    """Gives the firms with their codes, and the codes, bare ones among the Latin runs."""
    text = scene.text
    codes = [(match.start(), match[1]) for match in _CODE.finditer(text)] if "（" in text or "(" in text else []
    codes += [(text.find(run), run) for run in runs if _BARE_CODE.match(run)]
    seen: dict[str, str] = {}
    for start, code in codes:
        seen.setdefault(code, _company(scene, start))
    for code, name in sorted(seen.items(), key=lambda item: -scene.count(item[1] or item[0]))[:CODES]:
        score = WEIGHT * scene.count(name or code) ** 0.5
        yield -score * 0.9, code, False
        if name:
            yield -score, name, False


def _company(scene: Scene, end: int) -> str:
    """Gives the name that stands before a code, from where it begins."""
    match = _NAME_BEFORE.search(scene.text[max(0, end - 24) : end].rstrip("（( "))
    if not match:
        return ""
    name = match[0]
    if name[-1].isascii() or len(name) <= USUAL_STOCK:
        return name.lstrip(_AND)
    longer = [name[-n:] for n in (6, 5) if len(name) >= n]
    usual = scene.text.count(name[-USUAL_STOCK:])
    return next((n for n in longer if usual > 1 and scene.text.count(n) == usual), name[-USUAL_STOCK:])


def _between(pattern: re.Pattern[str], scene: Scene, *, enough: int) -> Iterator[Candidate]:
    for name in dict.fromkeys(pattern.findall(scene.text)):
        if (count := scene.count(name)) < enough or words.rarity(name) <= TELLING or name.lower() in STOP_WORDS:
            continue
        if pattern is _QUOTED and (name[0] in JOINTS or name[-1] in TAILS or words.kind(name) == "other"):
            continue
        yield -WEIGHT * 0.8 * count**0.5, name, False


def _people(scene: Scene) -> Iterator[Candidate]:
    vocabulary = scene.vocabulary
    for run in dict.fromkeys(_dotted(scene.text)):
        first, *_, last = _DOT.split(run)
        begins, ends = _last_sounds(first, vocabulary), _first_sounds(last, vocabulary)
        is_foreign = begins and ends and (begins[0] in SOUNDS or ends[0] in SOUNDS)
        if "-" in run and not SOUNDS.issuperset(begins + ends):
            continue
        if is_foreign and words.rarity(begins) > TELLING:  # 科技·成都 is none
            name = run[len(first) - len(begins) : len(run) - len(last) + len(ends)]
            yield -WEIGHT * 0.9 * (scene.count(name) + scene.count(ends)) ** 0.5, name, False


def _dotted(text: str) -> Iterator[str]:
    """Gives the runs with a dot inside; looked for about the dots, for the pattern alone tries every ideograph."""
    for dot in _DOTS:
        end = 0
        while (at := text.find(dot, end)) >= 0:
            end = at + 1
            if _is_between_ideographs(text, at):
                for run in _DOTTED.finditer(text, max(0, at - _FOREIGN_NAME), at + _LONGEST_RUN):
                    if run.start() < at < run.end():
                        yield run[0]
                        end = run.start() + run[0].rfind(dot) + 1  # a name may begin behind the last dot


def _is_between_ideographs(text: str, at: int) -> bool:
    return at > 0 and "\u4e00" <= text[at - 1] <= "\u9fff" and "\u4e00" <= text[at + 1 : at + 2] <= "\u9fff"


def _last_sounds(run: str, vocabulary: Container[str]) -> str:
    """Gives the end of a run that sounds foreign, or that is a word of the text."""
    sounds = len(run)
    while sounds and run[sounds - 1] in SOUNDS:
        sounds -= 1
    known = next((n for n in range(min(len(run), _FOREIGN_NAME), 1, -1) if run[-n:] in vocabulary), 0)
    length = max(len(run) - sounds, known)
    return run[-length:] if length else ""


def _first_sounds(run: str, vocabulary: Container[str]) -> str:
    sounds = next((i for i, character in enumerate(run) if character not in SOUNDS), len(run))
    while run[sounds - 1 : sounds + 1] in vocabulary:  # 博士 after 伊耶
        sounds -= 1
    known = next((n for n in range(min(len(run), _FOREIGN_NAME), 1, -1) if run[:n] in vocabulary), 0)
    return run[: max(sounds, known)] if known or sounds > 1 else ""
