"""Finds the words of a Chinese text that may tell what it is about."""

from functools import lru_cache

from summaries import words
from summaries.keywords.candidates import TITLE_COUNTS, Candidate, Scene
from summaries.keywords.signs import AMOUNTS, COUNTS, EMPTY, INSIDE, JOINTS, POINTERS, SURNAMES, VAGUE
from summaries.words.rarities import RAREST

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
HARDLY_A_NOUN = -1.5
NO_NOUN = -4.0

TIMES = 2
OFTEN = 4
PERSON = 3
SHORT = 2
_CHINESE = "\u2e80"


def telling_words(scene: Scene) -> list[Candidate]:
    """Gives the words that may tell what the text is about; `names_something` says of each whether it does."""
    document, vocabulary, rarity = scene.document, scene.vocabulary, words.rarities().get
    title, lead = document.title_words, frozenset[str]().union(*document.different[:LEAD_SENTENCES])
    first, counts_once = lead | title, len(document.sentences) < LONG
    found = [
        (-(said**0.5) * tells, word, True)
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
            found.append((-(count**0.5) * tells, word, True))
    return found


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
            return titled and said >= OFTEN
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
    times, nounness = said + titled, words.nounness(word)
    if times < TIMES:
        return len(word) >= PERSON and nounness >= SURELY_A_NOUN and word[0] not in JOINTS
    if word[0] in JOINTS:
        return nounness >= (RATHER_A_NOUN if times >= OFTEN else 2 * RATHER_A_NOUN)
    if times >= OFTEN:
        return nounness >= (NO_NOUN if titled else HARDLY_A_NOUN)
    return nounness >= (0 if titled else RATHER_A_NOUN / 2 if len(word) > PERSON else RATHER_A_NOUN)
