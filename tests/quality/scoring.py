"""Scores rankings with the scorer beside the repository, article by article, so that systems compare in pairs."""

import importlib.util
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "tools" / "score_summaries.py"
DEV = SHARED / "data" / "summaries-dev.jsonl"
ABSENT = f"The scorer ({SCORER}) or the articles to measure with ({DEV}) are not here, so nothing can be measured."
BUDGETS = ("k1", "k2", "k3", "char")

Scores = dict[str, float]
"""By budget: the mean of ROUGE-1, -2 and -L, F1 in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text, cut into the scorer's sentences, which every system ranks, and what an editor wrote about it."""

    id: str
    source: str
    title: str
    text: str
    sentences: tuple[str, ...]
    tokens: tuple[list[str], ...]
    """Of each sentence."""
    summary: str
    """What the editor wrote."""
    reference: list[str]
    """Its tokens."""
    room: int
    """How many tokens the budget `char` has: the mean length of the source's references."""


@cache
def scorer() -> Any:  # noqa: ANN401 (a module read from its file)
    """Loads the shared scorer."""
    spec = importlib.util.spec_from_file_location("score_summaries", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(file: Path = DEV) -> list[Article]:
    """Reads the articles of a file of JSON lines: text and summary, and if known id, title and source."""
    rows = scorer().load(str(file))
    rows = [{"id": f"{n}", "title": "", "source": "own"} | row for n, row in enumerate(rows)]
    room = scorer().budgets(rows)
    return [_article(row, room[row["source"]]) for row in rows]


def _article(row: dict[str, str], room: int) -> Article:
    sentences = tuple(scorer().split_sentences(row["text"]))
    return Article(
        id=row["id"],
        source=row["source"],
        title=row["title"],
        text=row["text"],
        sentences=sentences,
        tokens=tuple(scorer().tokens(sentence) for sentence in sentences),
        summary=row["summary"],
        reference=scorer().tokens(row["summary"]),
        room=room,
    )


def by_source(known: Iterable[Article]) -> dict[str, list[Article]]:
    """Gives the articles of each source, in their order."""
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in known:
        groups[article.source].append(article)
    return dict(groups)


def sample(known: Iterable[Article], most: int) -> list[Article]:
    """Gives at most so many articles of each source, evenly spread, always the same ones."""
    groups = by_source(known).values()
    return [article for group in groups for article in group[:: max(1, len(group) // most)][:most]]


def order_of(article: Article, ranking: Sequence[str]) -> list[int]:
    """Finds ranked sentences among the scorer's, white space aside; those it does not know are left out."""
    order: list[int] = scorer().rel_order({"ranking": ranking}, article.sentences)
    return order


def scores(article: Article, order: Sequence[int]) -> Scores:
    """Scores an order, best first, of the article's sentences at each budget."""
    return {budget: rouge(article, taken(article, order, budget)) for budget in BUDGETS}


def taken(article: Article, order: Sequence[int], budget: str) -> list[str]:
    """Gives the tokens of the sentences that an order brings into a budget."""
    pick = scorer().pick_budget if budget == "char" else scorer().pick_k
    tokens: list[str] = pick(article.tokens, order, article.room if budget == "char" else int(budget[1:]))
    return tokens


def rouge(article: Article, tokens: Sequence[str]) -> float:
    """Scores tokens against the editor's."""
    return 100 * fmean(scorer().rouge(tokens, article.reference))


def text_score(article: Article, text: str) -> tuple[float, int]:
    """Scores a text as it is, and tells its tokens."""
    tokens = scorer().tokens(text)
    return rouge(article, tokens), len(tokens)
