"""Tells how like a headline a run is: a small network, learned from the lines that editors set above texts."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, repeat
from typing import NamedTuple

from summaries.headline import weights
from summaries.headline.features import KNOWN, UNSEEN, USUAL_TOKENS, Read, echoes, keys, of_run, standing, within
from summaries.headline.runs import MOST_TOKENS
from summaries.headline.weights import Weights
from summaries.rank.net import WORD


def promising(known: Sequence[float]) -> list[float]:
    """Gives what tells of a sentence, before it is cut, how like a headline the best of its runs may be."""
    number, rank, _, size, kept_in, _, density, own, *_ = known
    seen = own > UNSEEN
    line = 2 * kept_in / (min(size, MOST_TOKENS) + USUAL_TOKENS)
    return [1.0, number == 0, rank == 0, seen, own if seen else 0.0, kept_in, density, line]


class Scoring(NamedTuple):
    """What was learned, ready to be asked."""

    scores: Callable[[Read], list[float]]
    """Gives for each run of a sentence how like a headline it is; the highest of an article is its headline."""
    promise: Sequence[float]
    """What each of the signs of a promising sentence adds to the answer that its best run may get."""


@cache
def scoring() -> Scoring:
    """Loads what was learned, once."""
    learned = weights.read()
    try:
        from summaries.compiled.ranking import Scorer  # noqa: PLC0415 - only there where a compiler was

        return Scoring(Scorer(learned).scores, learned.promise)
    except ImportError:  # or it was compiled for other numbers
        in_plain_python = weights.load()
        return Scoring(lambda read: scores(read, in_plain_python), learned.promise)


def scores(read: Read, weights: Weights) -> list[float]:
    """Reckons in plain Python what `summaries.compiled.ranking` does."""
    net, rows, _ = weights
    get, nothing = rows.get, repeat(0)
    said = [0, *accumulate(map(net.words.get, read.words.words, nothing))]
    shared = net.total(read.known) + sum(map(get, standing(read.place), nothing))
    of_numbers = net.sums(len(KNOWN), list(zip(*[of_run(run, read) for run in read.runs], strict=True)))
    totals: list[int] = []
    for run, numbers in zip(read.runs, of_numbers, strict=True):
        inner = within(read.words, run)
        looked_up = sum(map(get, keys(run, read.cut, read.place, echoes(run, read.words)), nothing))
        totals.append(shared + numbers + looked_up + (said[inner.stop] - said[inner.start]) * WORD)
    return net.answers(0, totals)
