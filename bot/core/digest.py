"""Decides which of an article's sentences a message tells: all of a short one, the best of a long one."""

from collections.abc import Sequence

from bot.core.novelty import title_key
from bot.model import Article, Digest
from summaries import Length, Summary, budget, summarize_to

NEARLY = 1.25
"""An article at most so many times as long as its summary may be is told whole: a sentence less saves no time."""
_SAMPLE = 2_000
"""Characters looked at to tell letters from ideographs."""
_FIRST_IDEOGRAPH = "\u2e80"


def digest_of(article: Article) -> Digest:
    """Gives the summary in all lengths; empty when the body says no more than the title."""
    paragraphs = article.paragraphs
    if not paragraphs or title_key("".join(paragraphs)) == title_key(article.title):
        return Digest()
    short, longer = summaries_of(article)
    is_short = sum(map(len, paragraphs)) <= NEARLY * room(paragraphs, Length.STANDARD)
    brief = paragraphs if is_short else short.sentences
    more = longer.sentences if brief is not paragraphs and len(longer.sentences) > len(brief) else ()
    return Digest(short=tuple(brief), longer=more, headline=short.headline, keywords=short.keywords)


def summaries_of(article: Article) -> tuple[Summary, Summary]:
    """Summarises an article to the standard and to the detailed length; the second holds the first."""
    rooms = [room(article.paragraphs, length) for length in (Length.STANDARD, Length.DETAILED)]
    short, longer = summarize_to(article.paragraphs, title=article.title, budgets=rooms)
    return short, longer


def room(paragraphs: Sequence[str], length: Length) -> int:
    """Gives the characters a summary of this length may take: more of a long article, more where words are spelt."""
    return budget(length, sum(map(len, paragraphs)), latin=_is_spelt(paragraphs))


def _is_spelt(paragraphs: Sequence[str]) -> bool:
    letters = [character for character in "".join(paragraphs)[:_SAMPLE] if character.isalpha()]
    return sum(letter < _FIRST_IDEOGRAPH for letter in letters) * 2 > len(letters)
