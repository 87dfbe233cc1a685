"""Decides which of an article's sentences a message tells: all of a short one, the best of a long one."""

from bot.core.novelty import title_key
from bot.model import Article, Digest
from summaries import summarize_to

SHORT = 160
LONGER = 500


def digest_of(article: Article) -> Digest:
    """Gives the summary in both lengths; empty when the body says no more than the title."""
    paragraphs = article.paragraphs
    if not paragraphs or title_key("".join(paragraphs)) == title_key(article.title):
        return Digest()
    short, longer = summarize_to(paragraphs, title=article.title, budgets=(SHORT, LONGER))
    brief = paragraphs if sum(map(len, paragraphs)) <= SHORT else short.sentences
    more = longer.sentences if brief is not paragraphs and len(longer.sentences) > len(brief) else ()
    return Digest(short=tuple(brief), longer=more, headline=short.headline, keywords=short.keywords)
