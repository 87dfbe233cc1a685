import json
from pathlib import Path

import pytest

from summaries.headline import read as sentences
from summaries.headline.score import scores, scoring
from summaries.headline.weights import load
from summaries.summary import Reading
from tests.quality.scoring import ABSENT, DEV
from tests.summaries.compiled.building import built

compiled = built("ranking")

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "summaries").iterdir())


def _assert_alike(text: str, title: str = "") -> int:
    reading = Reading(text, title)
    found = [read for sight in (reading.sight, None) for read in sentences(reading.document, reading.order, sight)]
    for read in found:
        assert scoring().scores(read) == scores(read, load())
    return len(found)


def test_lines_of_our_own_articles_are_scored_as_plain_python_scores_them() -> None:
    asked = [_assert_alike(file.read_text(encoding="utf-8")) for file in SAMPLES]
    assert sum(asked) > len(SAMPLES)


@pytest.mark.skipif(not DEV.exists(), reason=ABSENT)
def test_so_are_those_of_every_fifth_article_that_quality_is_measured_on() -> None:
    with DEV.open(encoding="utf-8") as lines:
        for line in [*lines][::5]:
            article = json.loads(line)
            _assert_alike(article["text"], article["title"])
