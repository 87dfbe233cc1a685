"""The best that choosing sentences can reach: greedy orders that have seen the editor's text."""

from tests.quality.scoring import Article, rouge, taken

DEEPEST = 3
"""The largest number of sentences that is measured."""


def oracle_for_sentences(article: Article) -> list[int]:
    """Gives the order whose first, second and third sentence each bring the most."""
    order: list[int] = []
    while len(order) < min(DEEPEST, len(article.sentences)):
        order.append(_best(article, order, f"k{len(order) + 1}"))
    return _completed(article, order)


def oracle_for_room(article: Article) -> list[int]:
    """Gives the order whose sentences bring the most into the budget `char`, the last one cut."""
    order: list[int] = []
    while len(order) < len(article.sentences) and sum(len(article.tokens[i]) for i in order) < article.room:
        order.append(_best(article, order, "char"))
    return _completed(article, order)


def _best(article: Article, order: list[int], budget: str) -> int:
    rest = [i for i in range(len(article.sentences)) if i not in order]
    return max(rest, key=lambda i: rouge(article, taken(article, [*order, i], budget)))


def _completed(article: Article, order: list[int]) -> list[int]:
    return order + [i for i in range(len(article.sentences)) if i not in order]
