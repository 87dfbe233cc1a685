"""The floors of quality: what is measured for them, and what was reached before."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

import summaries
from summaries.words import segmenters
from tests.quality import own_texts
from tests.quality.disguise import disguised
from tests.quality.scoring import BUDGETS, Article, Scores, articles, by_source, order_of, sample, scores, text_score
from tests.quality.systems import Rank, lead, ours

FILE = Path(__file__).parent / "floors.json"
SAMPLE = 1_000
"""Articles of each source: all of them, for a hundred swing by a point from one sample to another."""

FEWER = 150
"""The same where what is measured is rough."""

HEADLINE = "headline"
OWN = "own texts"
WISHES = "wishes met"

Floors = dict[str, dict[str, float]]
"""By source and by budget, in per cent."""


def known() -> Floors:
    """Reads what was reached before."""
    floors: Floors = json.loads(FILE.read_text(encoding="utf-8"))
    return floors


def measured(segmenter: str) -> Floors:
    """Measures our rankings and headlines on a few articles of each source."""
    found: Floors = {}
    for source, group in by_source(sample(articles(), SAMPLE)).items():
        with segmenters.using(segmenter):
            told = [summaries.summarize(article.text, title=article.title) for article in group]
        pairs = [*zip(group, told, strict=True)]
        found[source] = means(scores(article, order_of(article, summary.ranked)) for article, summary in pairs)
        found[source][HEADLINE] = fmean(text_score(article, summary.headline)[0] for article, summary in pairs)
    return found


def measured_on_own(segmenter: str) -> float:
    """Tells how many of the editors' wishes for our own texts are met, in per cent."""
    with segmenters.using(segmenter):
        return 100 * fmean(met for text in own_texts.read() for met in own_texts.met(text))


def of_first_sentences() -> Floors:
    """Measures the sentences as they come, on the same articles."""
    return _of(lead, sample(articles(), SAMPLE))


def in_unknown_language() -> Floors:
    """Measures our rankings on articles in a language nobody taught the program."""
    return _of(ours("jieba"), _strange())


def of_first_sentences_in_unknown_language() -> Floors:
    """Measures the sentences as they come, on the same articles."""
    return _of(lead, _strange())


def _strange() -> list[Article]:
    return [disguised(article) for article in sample(articles(), FEWER)]


def _of(rank: Rank, few: Iterable[Article]) -> Floors:
    groups = by_source(few)
    return {source: means(scores(article, rank(article)) for article in group) for source, group in groups.items()}


def means(scored: Iterable[Scores]) -> Scores:
    """Gives the mean at each budget."""
    rows = list(scored)
    return {budget: fmean(row[budget] for row in rows) for budget in BUDGETS}


def lowest(found: Sequence[Floors]) -> Floors:
    """Gives the lower figure of each cell."""
    return {
        source: {budget: min(one[source][budget] for one in found) for budget in row}
        for source, row in found[0].items()
    }


def raised(old: Mapping[str, Mapping[str, float]], found: Mapping[str, Mapping[str, float]], margin: float) -> Floors:
    """Gives floors a little below what was found, where that is higher than before; nothing is lowered or left out."""
    floors = {source: dict(row) for source, row in old.items()}
    for source, row in found.items():
        for budget, value in row.items():
            reached = int((value - margin) * 10) / 10
            floors.setdefault(source, {})
            floors[source][budget] = max(reached, floors[source].get(budget, reached))
    return floors
