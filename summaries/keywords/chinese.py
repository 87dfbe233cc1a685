"""Finds the words of a Chinese text that may tell what it is about."""

from functools import lru_cache

from summaries import words
from summaries.keywords.candidates import TITLE_COUNTS, Candidate, Scene
from summaries.keywords.signs import COUNTS, EMPTY, INSIDE, JOINTS, POINTERS, SURNAMES
from summaries.words.rarities import RAREST

LEAD_SENTENCES = 3

TELLING = 4.0
"""Commoner nouns (社会, 发展) name nothing, unless the title has them."""

TELLING_IN_TITLE = 2.5

RATHER_A_NOUN = 1.0
SURELY_A_NOUN = 2.5
"""Longer ones may be phrases."""

HARDLY_A_NOUN = -1.5

TIMES = 2
PERSON = 3
SHORT = 2
_CHINESE = "\u2e80"


def telling_words(scene: Scene) -> list[Candidate]:
    """Gives the words that may tell what the text is about; `names_something` says of each whether it does."""
    rarities, title = words.rarities(), scene.document.title_words
    return [
        (-(count**0.5) * rarity, word, True)
        for word, count in _counts(scene).items()
        if (rarity := rarities.get(word, RAREST)) >= TELLING_IN_TITLE
        and (rarity >= TELLING or word in title)
        and word >= _CHINESE
    ]


def names_something(word: str, scene: Scene) -> bool:
    """Tells whether a word is a name or a noun that says something by itself."""
    match _worth(word):
        case "nothing":
            return False
        case "loose":
            return _may_name(word, scene)
        case "surely":
            return True
        case "topic" if scene.vocabulary[word] > TIMES:
            return True
    return word in scene.document.title_words


@lru_cache(maxsize=1 << 12)
def _worth(word: str) -> str:
    """Tells what a word is worth in any text: it names something `surely`, if it is a `topic` or in the `title`."""
    kind = words.kind(word)
    if kind == "other" or word in EMPTY or word[0] in POINTERS or (word[0] in COUNTS and len(word) <= SHORT):
        return "nothing"
    if kind == "loose":
        return "loose"
    if kind == "noun" and word[-1] in INSIDE:
        return "nothing"
    nounness = words.nounness(word)
    if nounness <= HARDLY_A_NOUN:
        return "title"
    surely = kind == "name" or len(word) > SHORT or nounness >= RATHER_A_NOUN
    return "surely" if surely else "topic"  # the dictionary calls many a short verb a noun


def _may_name(word: str, scene: Scene) -> bool:
    """Tells whether a word that nobody knows is rather a name than a miscut or a verb."""
    if len(word) == PERSON and word[0] in SURNAMES:
        return True
    if word[0] in JOINTS:
        return False
    in_title = word in scene.document.title_words
    often = scene.vocabulary[word] + in_title >= TIMES
    needed = SURELY_A_NOUN if len(word) > PERSON else RATHER_A_NOUN
    return often and words.nounness(word) >= (0 if in_title else needed)


def _counts(scene: Scene) -> dict[str, int]:
    """Counts the words said twice, in the title or in the lead; the latter two weigh more."""
    document = scene.document
    frequency = document.frequency
    counts = {word: count for word, count in frequency.items() if count >= TIMES}
    for word in set[str]().union(*document.words[:LEAD_SENTENCES]):
        counts[word] = frequency[word] + 1
    for word in document.title_words:
        counts[word] = counts.get(word, 0) + TITLE_COUNTS
    return counts
