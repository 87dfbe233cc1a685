"""Finds names in alphabets: capitalised runs of English text, Latin names among Chinese."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from summaries import words
from summaries.keywords.candidates import TITLE_COUNTS, Candidate, Scene
from summaries.keywords.common import COMMON, GERMAN, is_bent, is_german_adjective, is_office, names_nothing
from summaries.stop_words import STOP_WORDS, stop_words
from summaries.words.stems import stem

WEIGHT = 8.0
LATIN_TRIED = 12
TOPICS_TRIED = 60
LONGEST_NAME = 60
MOST_PARTS = 7
"""What is longer is an address, or a line that begins every word with a capital."""

_ACCENTED = "À-ÖØ-öø-ɏ\u1e00-\u1eff"
_IN_LATIN = rf"[A-Za-z0-9.+#&'’_{_ACCENTED}\u0300-\u036f-]"
_VERSION = r"\d{1,2}(?!\d|[.,]\d| ?[%年月日号时点分秒千万亿个名位家次款岁元人台辆倍种条])"
_NAME = rf"{_IN_LATIN}*(?: (?:[A-ZÀ-ÖØ-Þ]|{_VERSION}){_IN_LATIN}*)*"
_LATIN = re.compile(rf"[A-Za-z{_ACCENTED}]{_NAME}")
_FIGURE_LED = re.compile(r"[0-9][A-Za-z]")
_LATIN_OR_LED = re.compile(  # apart, for it takes four times as long
    rf"(?:(?<![\d.,])\d(?:[GDK](?![A-Za-z])|(?=[A-Za-z]{{3}}))|[A-Za-z{_ACCENTED}]){_NAME}"
)
"""Knows names that begin with a figure as well (5G, 3D, 4chan), but no figure with its unit."""

_GLUED = re.compile(r"(?<=[A-Za-z]{3})(?=\d+(?:\.\d+)?[万亿%])")
"""Stands between a name and the sum that a title writes behind it: Anthropic15亿美元."""

_FEWEST = 2
_UNITS = frozenset(
    (
        "GB",
        "MB",
        "TB",
        "KB",
        "km",
        "kg",
        "cm",
        "mm",
        "kWh",
        "GW",
        "MW",
        "GHz",
        "MHz",
        "mAh",
        "Mbps",
        "nm",
        "Hz",
        "kHz",
        "dB",
        "ml",
        "mL",
        "kW",
        "MPa",
        "bps",
        "Gbps",
        "fps",
        "Ltd",
        "Co",
        "Inc",
        "LLC",
        "Corp",
    )
)
_CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x590), *range(0x1E00, 0x2000)))))
_LETTER = rf"[\w{words.MARKS}]"
_UPPER = rf"(?:[a-z]?(?:[{_CAPITALS}]|[A-Z]\.)[\w{words.MARKS}'’&.-]*{_LETTER})"
_OF = "of|the|de|la|du|del|dos|das|do|da|di|della|dei|des|van|von|der|for"
_RUN = re.compile(
    rf"(?<![\w{words.MARKS}$£€]){_UPPER}"
    rf"(?:(?:(?: (?:{_OF}))* | [A-Z]\. (?:[A-Z]\. )*| (?:St|Mt|Ft)\. | d['’]){_UPPER}"
    rf"| \d+(?:\.\d+)*(?![\w%{words.MARKS}]|[,:–-]\d))*"
)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg")
_DAYS_LISTED = """
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober
dezember δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή mr mrs ms dr
feb apr jun jul aug sep sept oct nov dec okt dez mrd mio tue tues wed thu thur thurs fri mins hrs
mme mlle frau herr
"""
_GERMAN = frozenset(("der", "und", "nicht"))
_DAYS = frozenset(_DAYS_LISTED.split())
_VAGUE_LISTED = """
although though despite perhaps maybe instead meanwhile however therefore unlike without within whether never always
almost together enough something anything everything nothing someone anyone everyone nobody several various different
important recent responsible possible available able likely certain similar special whole real great good better best
easy hard difficult around across along among behind rather quite really simply just already again soon later today
tomorrow yesterday hence thus usually often sometimes less least much many because since until upon toward towards
"""
_VAGUE = frozenset(_VAGUE_LISTED.split())
"""What tells how, where or how much of any text; a sentence that begins so begins with no name."""

_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_SYLLABLES = 0.03
"""With so many of these letters a text is in Vietnamese, where a blank parts syllables, and one of them is no word."""

_LONGEST_BARE = 20
"""Characters; what stands longer between two blanks is a phrase, as in Thai."""

_SHORTEST_BARE = 4
_SHORTEST_KOREAN = 2

_OPENED = re.compile(
    r"(?:^|(?<!\b[A-Z])(?<!\b[MDS][rst])(?<!Mrs)(?<!Prof)(?<!Gen|Sen|Gov|Rep|Col)\.|[!?…])[”’\"')\]»]*[\s“\"'‘«„»¿¡(\[—•*-]*$"
)
"""Matches what stands before the first word of a sentence; a short one shares its line with the one before it."""

_OPENER = re.compile(r"(?:(?<=[.!?]\s)|^)([A-Z][a-z]{2,})(?= [a-z])", re.MULTILINE)
_OPENING = 8
"""Characters of it that are looked at."""

_PLURAL_OF = re.compile(r"[A-Z][a-zà-ÿ]+(?<!s)s (?:of|de|do|da|dos|das|del) ")
"""Matches what opens a sentence and is mostly no name."""

_OF_THE = re.compile(r" (?:der|des) (?=[A-ZÄÖÜ])")
"""Joins what is no name in German: Sprecher des Netzbetreibers."""

_INITIAL = re.compile(r"[A-Z]\.")
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]$")
_ROMAN = re.compile(r"[IVXLC]{2,}(?:e|er|ème|th)?")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_NO_NOUN = re.compile(r"(?:ed|ing|ly|est)$")
_WORD = re.compile(r"[^\W\d_]{4,}(?:[-'’][^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w-])(?=([^\W\d_A-Z]{3,} [^\W\d_A-Z]{4,})(?![\w-]))")
_DRAWN_TOGETHER = re.compile("['’](?:m|s|d|t|ve|re|ll)$")
TOGETHER = 0.6
"""A word that stands with another so often is half a name: memory card."""


def latin_runs(scene: Scene) -> list[str]:
    """Gives the runs of Latin words and numbers that may be names, each as often as it stands there."""
    text = _GLUED.sub(" ", scene.title) + scene.text[len(scene.title) :]
    pattern = _LATIN_OR_LED if _FIGURE_LED.search(text) else _LATIN
    return [run.rstrip(".-'’_&") for run in pattern.findall(text) if len(run) <= LONGEST_NAME]


def latin_names(scene: Scene, runs: Sequence[str]) -> Iterator[Candidate]:
    """Gives the Latin names among Chinese, each with the words that belong to it."""
    for name, times in Counter(runs).most_common()[:LATIN_TRIED] if runs else ():
        in_title = name in scene.title
        if len(name) < _FEWEST or name.lower() in STOP_WORDS or name.lstrip("0123456789") in _UNITS:
            continue
        if name.lower().endswith(_PICTURES):
            continue
        if not in_title and times < (_FEWEST + 1 if name.islower() else 1):
            continue
        yield -min(WEIGHT, words.rarity(name.lower())) * scene.count(name) ** 0.5, name, False


def capitalised(scene: Scene) -> list[Candidate]:
    """Gives the names and the commonest telling words of a text between whose words are blanks."""
    body = scene.body or scene.text
    lower = Counter(_WORD.findall(body))
    small = stop_words(set(_ANY_WORD.findall(body.lower()))) | _DAYS | _VAGUE
    is_german = small >= _GERMAN
    if is_german:
        small |= GERMAN
        body = _OF_THE.sub(";", body)
    names = Counter(name for sentence in body.split("\n") for name in _names(sentence, lower, small))
    names.update(_openers(scene, body, lower, small))
    if is_german:  # where every noun has a capital, one says little
        names = Counter(
            {name: times for name, times in names.items() if times >= _FEWEST or " " in name or name in scene.title}
        )
    found = [(-WEIGHT * scene.count(name) ** 0.5, name, False) for name, _ in names.most_common(LATIN_TRIED)]
    if is_german:
        return found
    pairs = _pairs(body, lower, small)
    if len(_VIETNAMESE.findall(body)) > _SYLLABLES * len(body):
        return [*found, *_caseless(scene)]
    return [*found, *_topics(scene, lower, pairs), *_caseless(scene)]


def _pairs(body: str, lower: Counter[str], small: AbstractSet[str]) -> dict[str, str]:
    """Gives for words that mostly stand beside another the two together."""
    pairs: dict[str, str] = {}
    empty = small | COMMON
    for pair, times in Counter(_PAIR.findall(body)).most_common(TOPICS_TRIED):
        one, other = pair.split(" ")
        if times < _FEWEST or not {one, other}.isdisjoint(empty) or _NO_NOUN.search(other) or is_bent(other):
            continue
        for word in (one, other):
            if times >= TOGETHER * lower[word]:
                pairs.setdefault(word, pair)
    return pairs


def _names(sentence: str, lower: Counter[str], small: AbstractSet[str]) -> Iterator[str]:
    """Gives the capitalised runs; a sentence's first word is none by its capital alone."""
    for match in _RUN.finditer(sentence):
        name = match[0].removesuffix("'s").removesuffix("’s").rstrip(".")
        parts = name.split(" ")
        first = _OPENED.search(sentence, max(0, match.start() - _OPENING), match.start()) is not None
        if first and _PLURAL_OF.match(name):
            parts, first = parts[2:], False  # Shares of Northern Steel
        while parts and (_is_small(parts[0], small) or (first and parts[0].lower() in lower)):
            parts.pop(0)
            first = False
        while parts and (parts[-1].islower() or _is_small(parts[-1], small)):
            parts.pop()
        over = (i for i, part in enumerate(parts[:-1]) if _INITIAL.fullmatch(part) and parts[i + 1].lower() in lower)
        parts = parts[: next(over, len(parts))]  # … Vitamin C. Doctors warn …
        if len(parts) > 1 and (is_office(parts[0]) or (first and is_german_adjective(parts[0]))):
            parts.pop(0)
        name = " ".join(parts)
        if _INITIALS.search(name) and sentence.startswith(f"{name}.", match.start()):
            name += "."  # U.S. and not U.S
        if (first and len(parts) == 1) or _ROMAN.fullmatch(name):
            continue
        if _FEWEST < len(name) <= LONGEST_NAME and len(parts) <= MOST_PARTS and not name[0].isdigit():
            yield name


def _openers(scene: Scene, body: str, lower: Counter[str], small: AbstractSet[str]) -> Iterator[str]:
    """Gives the words that the title has and that only open sentences, and more than one: Pebble is… Pebble has…"""
    for word, times in Counter(_OPENER.findall(body)).items():
        is_name = word in scene.title and not word.endswith("s") and word.lower() not in lower
        if times >= _FEWEST and is_name and not _is_small(word, small):
            yield word


def _is_small(word: str, small: AbstractSet[str]) -> bool:
    """Tells whether a word tells nothing, be it drawn together with another: I’ve, They’re."""
    return _DRAWN_TOGETHER.sub("", word.lower()) in small


def _topics(scene: Scene, lower: Counter[str], pairs: Mapping[str, str]) -> Iterator[Candidate]:
    """Gives the common words of the text that are said most, each in its commonest form."""
    frequency = scene.document.frequency
    seen: set[str] = set()
    for word, _ in lower.most_common(TOPICS_TRIED):
        base = stem(word.lower())
        if base in seen or not word.islower() or word in _VAGUE or _NO_NOUN.search(word) or names_nothing(word):
            continue
        seen.add(base)
        count = frequency[base] + (TITLE_COUNTS if base in scene.document.title_words else 0)
        if count >= _FEWEST:
            yield -min(WEIGHT, len(word) - 1) * 0.7 * count**0.5, pairs.get(word, word), False


def _caseless(scene: Scene) -> Iterator[Candidate]:
    """Gives the words said most of a script without capitals."""
    title = scene.document.title_words
    for word, said in scene.document.frequency.items():
        count = said + TITLE_COUNTS * (word in title)
        if count >= _FEWEST and _is_bare(word) and word in scene.text and word not in COMMON:
            yield -min(WEIGHT, len(word) - 1) * 0.7 * count**0.5, word, False


def _is_bare(word: str) -> bool:
    """Tells whether a word is long enough to tell something in a script that has no capitals."""
    if not word[0].isalpha() or word[0].islower():
        return False
    shortest = _SHORTEST_KOREAN if "\uac00" <= word[0] <= "\ud7a3" else _SHORTEST_BARE
    return shortest <= len(word) <= _LONGEST_BARE
