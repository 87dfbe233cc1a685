"""Runs the systems over articles, each beside the bare segmenter, and compares their scores in pairs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from time import process_time
from typing import TypeVar

from tests.quality.scoring import BUDGETS, Article, Scores, scorer, scores
from tests.quality.systems import BASE, System, by_jieba

BLOCK = 50
"""Articles that are ranked in a row before jieba has its turn: a busy machine slows both alike."""

_Done = TypeVar("_Done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a system reached and took, by article."""

    scores: dict[str, Scores]
    seconds: dict[str, float]
    of_jieba: dict[str, float]
    """What cutting the same text into words took, measured turn by turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A mean, and how far it lies from that of the first sentences, with the 95 % interval of the paired difference."""

    mean: float
    difference: float
    low: float
    high: float

    @property
    def is_certain(self) -> bool:
        """Tells whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def run(system: System, known: Sequence[Article]) -> Run:
    """Ranks and scores the articles; what a first call loads is not counted."""
    rank = system.load()
    rank(known[0])
    by_jieba(known[0])
    result = Run(scores={}, seconds={}, of_jieba={})
    for begin in range(0, len(known), BLOCK):
        block = known[begin : begin + BLOCK]
        ranked = [_timed(rank, article) for article in block]
        if system.is_timed:
            result.seconds.update((article.id, taken) for article, (_, taken) in zip(block, ranked, strict=True))
            result.of_jieba.update((article.id, _timed(by_jieba, article)[1]) for article in block)
        result.scores.update(
            (article.id, scores(article, order)) for article, (order, _) in zip(block, ranked, strict=True)
        )
    return result


def _timed(work: Callable[[Article], _Done], article: Article) -> tuple[_Done, float]:
    begun = process_time()
    return work(article), process_time() - begun


def compared(runs: Mapping[str, Run], name: str, ids: Sequence[str]) -> dict[str, Score]:
    """Compares a system with the first sentences at each budget, by bootstrap over the articles named."""
    own, base = runs[name].scores, runs[BASE].scores
    differences = [[own[i][budget] - base[i][budget] for i in ids] for budget in BUDGETS]
    intervals = scorer().boot(differences)
    return {
        budget: Score(mean=fmean(own[i][budget] for i in ids), difference=middle, low=low, high=high)
        for budget, (middle, low, high) in zip(BUDGETS, intervals, strict=True)
    }


def speed(run: Run, ids: Sequence[str]) -> tuple[float, float] | None:
    """Tells the articles a second and how many times as long as jieba alone they took, if the system was timed."""
    if not run.seconds:
        return None
    seconds = sum(run.seconds[i] for i in ids)
    return len(ids) / seconds, seconds / sum(run.of_jieba[i] for i in ids)
