"""Summary quality may rise and never fall: scores per source and budget, with every segmenter that is installed."""

from functools import cache
from statistics import fmean

import pytest

from summaries.sentences import split
from tests.quality import floors
from tests.quality.scoring import ABSENT, BUDGETS, DEV, articles, sample
from tests.quality.systems import installed_segmenters

FLOORS = floors.known()
SOURCES = [source for source in FLOORS if source != floors.OWN]
FLOOR_OF_AGREEMENT = 0.99

pytestmark = pytest.mark.slow
needs_data = pytest.mark.skipif(not DEV.exists(), reason=ABSENT)
measured = cache(floors.measured)
of_first_sentences = cache(floors.of_first_sentences)
in_unknown_language = cache(floors.in_unknown_language)


@needs_data
@pytest.mark.parametrize("segmenter", installed_segmenters())
@pytest.mark.parametrize("budget", [*BUDGETS, floors.HEADLINE])
@pytest.mark.parametrize("source", SOURCES)
def test_a_summary_is_as_good_as_it_was(source: str, budget: str, segmenter: str) -> None:
    assert measured(segmenter)[source][budget] >= FLOORS[source][budget]


@needs_data
@pytest.mark.parametrize("segmenter", installed_segmenters())
@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("source", SOURCES)
def test_a_summary_is_never_worse_than_the_first_sentences(source: str, budget: str, segmenter: str) -> None:
    assert measured(segmenter)[source][budget] >= of_first_sentences()[source][budget] - 1e-9


@needs_data
@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("source", SOURCES)
def test_nor_is_it_in_a_language_that_nobody_taught_the_program(source: str, budget: str) -> None:
    ours, first_sentences = in_unknown_language()
    assert ours[source][budget] >= first_sentences[source][budget] - 1e-9


@needs_data
def test_our_sentences_are_those_the_scorer_finds() -> None:
    few = sample(articles(), floors.SAMPLE)
    theirs = [(article.id, sentence) for article in few for sentence in article.sentences]
    ours = {(article.id, "".join(s.text.split())) for article in few for s in split(article.text)}
    agreed = fmean((i, "".join(sentence.split())) in ours for i, sentence in theirs)
    assert agreed >= FLOOR_OF_AGREEMENT
