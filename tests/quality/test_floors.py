"""Summary quality may rise and never fall: DEV scores per source and budget, measured with the shared scorer."""

import importlib.util
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any

import pytest

from summaries import summarize
from summaries.sentences import split

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "tools" / "score_summaries.py"
DEV = SHARED / "data" / "summaries-dev.jsonl"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
BUDGETS = ("k1", "k2", "k3", "char")
FLOOR_OF_AGREEMENT = 0.99
SAMPLE = 100
"""Articles of each source: enough to see a fall of a point, few enough for a fast suite."""

pytestmark = pytest.mark.slow
needs_data = pytest.mark.skipif(not DEV.exists(), reason="the articles to measure with lie beside the repository")
Scores = dict[str, dict[str, float]]


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_summaries", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sample(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    by_source: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_source[row["source"]].append(row)
    return [row for of_source in by_source.values() for row in of_source[:: len(of_source) // SAMPLE][:SAMPLE]]


def _means(rows: Sequence[dict[str, Any]], scored: dict[str, dict[str, tuple[float, ...]]]) -> Scores:
    means: Scores = defaultdict(dict)
    for source in {row["source"] for row in rows}:
        ids = [row["id"] for row in rows if row["source"] == source]
        for budget in BUDGETS:
            means[source][budget] = fmean(100 * fmean(scored[budget][i][:3]) for i in ids)
    return means


@pytest.fixture(scope="module")
def measured() -> tuple[Scores, Scores]:
    """Our scores and those of the first sentences, on the same articles."""
    scorer = _scorer()
    whole = scorer.load(str(DEV))
    budgets, rows = scorer.budgets(whole), _sample(whole)
    ours = [{"id": row["id"], "ranking": summarize(row["text"], title=row["title"]).ranked} for row in rows]
    lead = [{"id": row["id"], "order": range(len(scorer.split_sentences(row["text"])))} for row in rows]
    own, base = (scorer.score_system(rows, answers, budgets, BUDGETS) for answers in (ours, lead))
    return _means(rows, own), _means(rows, base)


@needs_data
@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("source", FLOORS)
def test_a_summary_is_as_good_as_it_was(measured: tuple[Scores, Scores], source: str, budget: str) -> None:
    ours, _ = measured
    assert ours[source][budget] >= FLOORS[source][budget]


@needs_data
@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("source", FLOORS)
def test_a_summary_is_never_worse_than_the_first_sentences(
    measured: tuple[Scores, Scores], source: str, budget: str
) -> None:
    ours, lead = measured
    assert ours[source][budget] >= lead[source][budget] - 1e-9


@needs_data
def test_our_sentences_are_those_the_scorer_finds() -> None:
    scorer = _scorer()
    rows = _sample(scorer.load(str(DEV)))
    theirs = [(row["id"], sentence) for row in rows for sentence in scorer.split_sentences(row["text"])]
    ours = {(row["id"], "".join(s.text.split())) for row in rows for s in split(row["text"])}
    agreed = fmean((i, "".join(sentence.split())) in ours for i, sentence in theirs)
    assert agreed >= FLOOR_OF_AGREEMENT
