"""Finds the words of a Chinese text that may tell what it is about."""

import re
from collections.abc import Iterator
from functools import lru_cache

from summaries import words
from summaries.keywords.candidates import TITLE_COUNTS, Candidate, Scene
from summaries.keywords.signs import AMOUNTS, COUNTS, EMPTY, INSIDE, JOINTS, PARTICLES, POINTERS, SURNAMES, VAGUE
from summaries.stop_words import STOP_WORDS
from summaries.words.rarities import RAREST, Rarity

LEAD_SENTENCES = 3
LONG = 12
"""Sentences; in a longer text, what the lead says and nothing comes back to is an aside."""

TELLING = 4.0
"""Commoner nouns (社会, 发展) name nothing, unless the title has them."""

TELLING_AGAIN = 3.0
"""Or it is said often (铁路)."""

TELLING_IN_TITLE = 2.5

RATHER_A_NOUN = 1.0
SURELY_A_NOUN = 3.0
RATHER_NO_NOUN = -0.5
HARDLY_A_NOUN = -1.5
NO_NOUN = -4.0

TIMES = 2
OFTEN, VERY_OFTEN = 4, 8
FLASH = 3
"""Sentences; in so short a text a noun need not be said twice."""

PERSON = 3
SHORT = 2
_CHINESE = "\u2e80"
_NO_PART = "".join(sorted(JOINTS | PARTICLES | {word for word in STOP_WORDS if len(word) == 1}))
_PAIR = re.compile(rf"(?<= )(?![{_NO_PART}])([\u4e00-\u9fff]) (?=(?![{_NO_PART}])([\u4e00-\u9fff]) )")
LEADING = frozenset("于使驻")
"""An unknown word that begins so tells when, whom or where: 于本周."""

ALIASES = frozenset("君")
"""Who writes a column calls himself so: 硬糖君."""

TOGETHER = 0.7
"""So often of all times two characters of a name must stand together."""

NAMES, COMMON_NOUNS = 1.25, 0.85
"""How much more a name tells than a noun as rare, and how much less a noun that is rather common."""

COMMON = 5.5


def telling_words(scene: Scene) -> list[Candidate]:
    """Gives the words that may tell what the text is about; `names_something` says of each whether it does."""
    document, vocabulary, rarity = scene.document, scene.vocabulary, words.rarities().get
    title, lead = document.title_words, frozenset[str]().union(*document.words[:LEAD_SENTENCES])
    first, counts_once = lead | title, len(document.sentences) < LONG
    found = [
        (-(said**0.5) * _weighed(word, tells), word, True)
        for word, said in vocabulary.items()
        if said >= TIMES
        and word >= _CHINESE
        and word not in first
        and (tells := rarity(word, RAREST)) >= (TELLING_AGAIN if said >= OFTEN else TELLING)
    ]
    for word in first:
        if word < _CHINESE or (tells := rarity(word, RAREST)) < TELLING_IN_TITLE:
            continue
        said, titled = vocabulary.get(word, 0), word in title
        if titled or tells >= (TELLING_AGAIN if said >= OFTEN else TELLING):
            count = said + (word in lead and (said >= TIMES or counts_once)) + TITLE_COUNTS * titled
            found.append((-(count**0.5) * _weighed(word, tells), word, True))
    found.extend(_of_single_characters(scene))
    return found


def _weighed(word: str, tells: float) -> float:
    """Gives how much a word tells, more of a name: that is what people look for."""
    kind = tells.kind if isinstance(tells, Rarity) else "loose"
    is_name = kind == "name" or (len(word) == PERSON and word[0] in SURNAMES and kind == "loose")
    return tells * (NAMES if is_name else COMMON_NOUNS if tells < COMMON else 1.0)


def _of_single_characters(scene: Scene) -> Iterator[Candidate]:
    """Gives the names that every cut takes to pieces (极 氪): two characters of the title or the lead that are often
    said, and only together.
    """
    document, count = scene.document, scene.text.count
    cut = "  ".join([" ".join(line) for line in (document.title_said, *document.said[:LEAD_SENTENCES])])
    for one, other in dict.fromkeys(_PAIR.findall(cut)):
        times = count(one + other)
        if times >= OFTEN and times >= TOGETHER * max(count(one), count(other)):
            yield -(scene.count(one + other) ** 0.5) * RAREST, one + other, False


def is_aside(name: str, scene: Scene) -> bool:
    """Tells whether a name is a noun, or two characters that nobody knows, which a longer text says once by the way; or
    what its writer calls himself.
    """
    if len(name) == PERSON and name[-1] in ALIASES and name[0] not in SURNAMES:
        return True
    is_weak = words.kind(name) == "noun" or (len(name) == SHORT and words.kind(name) == "loose")
    once = is_weak and name not in scene.title and len(scene.document.sentences) > FLASH
    return once and scene.vocabulary.get(name, 0) < TIMES and scene.text.count(name) < TIMES


def names_something(word: str, scene: Scene) -> bool:
    """Tells whether a word is a name or a noun that says something by itself."""
    worth = _worth(word)
    if worth in ("surely", "nothing"):
        return worth == "surely"
    said, titled = scene.vocabulary.get(word, 0), word in scene.document.title_words
    match worth:
        case "again":
            return said + titled >= TIMES
        case "topic":
            return titled or said > TIMES
        case "hardly":
            return titled or said >= OFTEN
        case "other":  # a verb, mostly
            return said >= OFTEN if titled else said >= VERY_OFTEN and words.nounness(word) >= RATHER_NO_NOUN
    return _may_name(word, said, titled=titled)


@lru_cache(maxsize=1 << 14)
def _worth(word: str) -> str:
    """Tells what a word is worth in any text: it names something `surely`, if said `again`, if it is a `topic`…"""
    kind, nounness = words.kind(word), words.nounness(word)
    counts = word[0] in COUNTS and len(word) <= SHORT and kind != "name"
    amounts = word[0] in AMOUNTS and kind in ("loose", "other")
    if (
        counts
        or amounts
        or _is_doubled(word)
        or word in EMPTY
        or word in VAGUE
        or word[0] in POINTERS
        or (kind == "noun" and word[-1] in INSIDE)
    ):
        return "nothing"
    match kind:
        case "loose" | "other":
            return kind
        case "name":
            return "surely" if nounness >= 0 else "again"
    if nounness <= HARDLY_A_NOUN:
        return "hardly"
    rather = "again" if len(word) > SHORT else "topic"  # the dictionary calls many a short verb a noun
    return "surely" if nounness >= RATHER_A_NOUN else rather


def _is_doubled(word: str) -> bool:
    """Tells whether a word only paints (细细长长)."""
    return len(word) == len("细细长长") and word[0] == word[1] and word[2] == word[3]


def _may_name(word: str, said: int, *, titled: bool) -> bool:
    """Tells whether a word that nobody knows is rather a name than a miscut or a verb."""
    if len(word) == PERSON and word[0] in SURNAMES:
        return True
    if word[0] in LEADING and words.kind(word[:PERSON]) != "name":
        return False
    times, nounness = said + titled, words.nounness(word)
    if times < TIMES:
        return len(word) >= PERSON and nounness >= SURELY_A_NOUN and word[0] not in JOINTS
    if word[0] in JOINTS:
        return nounness >= (RATHER_A_NOUN if times >= OFTEN else 2 * RATHER_A_NOUN)
    if times >= OFTEN:
        return nounness >= (NO_NOUN if titled else HARDLY_A_NOUN)
    return nounness >= (0 if titled else RATHER_A_NOUN / 2 if len(word) > PERSON else RATHER_A_NOUN)
