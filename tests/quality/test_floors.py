"""Summary quality may rise and never fall: scores per source and budget, with every segmenter that is installed."""

import os
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

import pytest

from summaries.sentences import split
from tests.quality import floors
from tests.quality.scoring import ABSENT, BUDGETS, DEV, articles, sample
from tests.quality.sharing import measured_once
from tests.quality.systems import installed_segmenters

FLOORS = floors.known()
SOURCES = [source for source in FLOORS if source != floors.OWN]
FLOOR_OF_AGREEMENT = 0.99

pytestmark = pytest.mark.slow
needs_data = pytest.mark.skipif(not DEV.exists(), reason=ABSENT)


class Measured:
    """What is measured of all articles, once in a run of the tests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ours(self, segmenter: str) -> floors.Floors:
        return self._once(segmenter, lambda: floors.measured(segmenter))

    def of_first_sentences(self) -> floors.Floors:
        return self._once("first", floors.of_first_sentences)

    def in_unknown_language(self) -> floors.Floors:
        return self._once("unknown", floors.in_unknown_language)

    def of_first_sentences_in_unknown_language(self) -> floors.Floors:
        return self._once("first-unknown", floors.of_first_sentences_in_unknown_language)

    def _once(self, name: str, measure: Callable[[], floors.Floors]) -> floors.Floors:
        return measured_once(self._folder / f"{name}.json", measure)


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    own = tmp_path_factory.getbasetemp()
    return Measured(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@needs_data
@pytest.mark.parametrize("segmenter", installed_segmenters())
@pytest.mark.parametrize("budget", [*BUDGETS, floors.HEADLINE])
@pytest.mark.parametrize("source", SOURCES)
def test_a_summary_is_as_good_as_it_was(measured: Measured, source: str, budget: str, segmenter: str) -> None:
    assert measured.ours(segmenter)[source][budget] >= FLOORS[source][budget]


@needs_data
@pytest.mark.parametrize("segmenter", installed_segmenters())
@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("source", SOURCES)
def test_a_summary_is_never_worse_than_the_first_sentences(
    measured: Measured, source: str, budget: str, segmenter: str
) -> None:
    assert measured.ours(segmenter)[source][budget] >= measured.of_first_sentences()[source][budget] - 1e-9


@needs_data
@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("source", SOURCES)
def test_nor_is_it_in_a_language_that_nobody_taught_the_program(measured: Measured, source: str, budget: str) -> None:
    first_sentences = measured.of_first_sentences_in_unknown_language()
    assert measured.in_unknown_language()[source][budget] >= first_sentences[source][budget] - 1e-9


@needs_data
def test_our_sentences_are_those_the_scorer_finds() -> None:
    few = sample(articles(), floors.SAMPLE)
    theirs = [(article.id, sentence) for article in few for sentence in article.sentences]
    ours = {(article.id, "".join(s.text.split())) for article in few for s in split(article.text)}
    agreed = fmean((i, "".join(sentence.split())) in ours for i, sentence in theirs)
    assert agreed >= FLOOR_OF_AGREEMENT
