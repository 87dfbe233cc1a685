"""Knows the full stops that shorten a word or count something, and end no sentence."""

import re
from functools import cache

_LISTED = """
mr mrs ms dr prof st sr jr gen col lt sgt rev hon gov sen rep pres no nos vol vs fig eq ch pp ed eds al cf ca inc ltd
co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mt ft
capt cmdr adm supt insp atty messrs blvd assn figs
hr frl gebr inh hrsg abt anm abb kap ziff nrn bd exkl zzgl bzgl sog tsd ehem insb insbes stellv verw okt
mgr tél réf éd env bât boul bd cie ets janv févr juil déc
sres dña lic arq profa gral cnel tte sgto pdte excmo ilmo mons sto sta hno hnos avda pza ctra dpto depto cía aprox máx
mín págs nro tlf apdo ee rr abr dic
sigg avv geom pag pagg artt
srs exmo pça ltda fev
проф акад доц стр табл гл пом нач зав обл кв просп пер пл гг янв фев авг сент окт нояб дек напр св ср
bzw ca evtl ggf inkl mio mrd nr str vgl sra srta dra ud uds pág núm mm mme mlle sig dott dhr mevr им ул tp ths
"""
_SHORTENED = frozenset(_LISTED.split())
"""A full stop after these shortens a word and ends nothing."""

_LISTED_BEFORE_FIGURES = """
tel tlf тел рис abs ext pos kl rn az ref min max std ago ст пп вып изд макс мин
"""
_BEFORE_FIGURES = frozenset(_LISTED_BEFORE_FIGURES.split())
"""The same of words that are words as well: only before a figure."""

_OF_LAW = frozenset(("art", "arts", "chap", "para", "sec", "tab"))
_OF_LAW_NUMBERED = re.compile(
    r"\d{1,4}(?!\w)(?!\s+[^\W\d_A-Z])|\d{1,4}[a-z]?\s+(?:of|and|or|to|de|del|des|da|do|der|bis|al|et|y|e)\b"
)
"""Matches the number of an article of law, and not how many there are: art. 7 of the rules, but art. 12 paintings."""

_LISTED_BEFORE_SMALL = "etc usw ecc itd itp tzw incl excl max min prod resp vs"
_BEFORE_SMALL = frozenset(_LISTED_BEFORE_SMALL.split())

_LETTERS = re.compile(r"[^\W\d_]{1,2}(?:\.-?[^\W\d_]{1,2})+")
"""U.S, e.g, J.P, EE.UU, J.-C: the last full stop of these belongs to them."""

_OPENS = re.compile(
    r"(?:A|An|And|As|At|But|For|He|Her|His|However|I|If|In|It|Its|On|She|So|That|The|Their|There|These|They|This|We|When|While|With)\b"
)
"""What begins most English sentences, and hardly a name."""

_MAY_END = frozenset(("u.s", "u.k", "u.n", "d.c", "a.m", "p.m", "inc", "ltd", "co", "corp", "jr", "sr"))
"""Shortened words that sentences end with as well."""

_ORDINAL = re.compile(
    r"\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)
"""In German a full stop makes a number the first, the second…"""


@cache
def _before_ordinal() -> re.Pattern[str]:
    return re.compile(  # it takes milliseconds
        r"\b(?<!\bI )(?:de[rmns]|das|die|zu[mr]|[ai]m|vom|beim|ins|ab|seit|bis|[msd]?ein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?"
        r"|unser(?:e[nmrs]?)?|jede[nmrs]?|diese[nmrs]?) \d{1,2}$",
        re.IGNORECASE,
    )


_BEFORE = 8
"""So long is the longest of these with its blank."""

_OPENS_IN_GERMAN = re.compile(
    r"(?:Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Er|Sie|Es|Wir|Ich|Ihr|Man|In|Im|Am|An|Auf|Aus|Bei|Beim|Mit|Nach"
    r"|Von|Vom|Vor|Zu|Zum|Zur|Für|Um|Unter|Über|Seit|Bis|Durch|Gegen|Ohne|Auch|Aber|Doch|Und|Oder|Dann|Danach|Dort|Dabei|Damit"
    r"|Hier|Jetzt|Nun|Noch|Nur|So|Da|Wer|Was|Wie|Wo|Wenn|Weil|Als|Ob|Dass|Diese[rsnm]?|Alle|Viele|Kein\w*|Sein\w*|Ihre\w*)\b"
)


def shortens(paragraph: str, stop: int, rest: str) -> bool:
    """Tells whether the full stop at `stop` belongs to an abbreviation, an initial or a number; `rest` comes next."""
    before = paragraph[max(0, stop - 12) : stop].rsplit(maxsplit=1)
    shown = before[-1].lstrip('"“„‘«([') if before else ""
    word = shown.lower()
    if rest[:1].isdigit() and (word in _BEFORE_FIGURES or (word in _OF_LAW and _OF_LAW_NUMBERED.match(rest))):
        return True
    if word in _SHORTENED or _LETTERS.fullmatch(word):
        return not (word in _MAY_END and _OPENS.match(rest))
    if len(word) == 1 and word.isalpha():
        is_unit = shown.islower() and before[0][-1:].isdigit()  # 24 m. The next one…
        return not is_unit and word != "i"
    if not word.isdigit():
        return False
    return stop == len(word) or _is_ordinal(paragraph, stop - len(word), stop, rest)


def hardly_ends(paragraph: str, stop: int) -> bool:
    """Tells whether a sentence hardly ends with the word before `stop`, where all begin with small letters."""
    before = paragraph[max(0, stop - 12) : stop].rsplit(maxsplit=1)
    return bool(before) and before[-1].lower() in _BEFORE_SMALL


def _is_ordinal(paragraph: str, start: int, stop: int, rest: str) -> bool:
    if _ORDINAL.match(paragraph, start):
        return True
    before = _before_ordinal().search(paragraph, max(0, start - _BEFORE), stop)
    return before is not None and not (_OPENS_IN_GERMAN.match(rest) or _OPENS.match(rest))
