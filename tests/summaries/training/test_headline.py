from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from summaries import document
from summaries.document import Document
from summaries.headline import read
from summaries.headline.score import scores
from summaries.headline.weights import Weights, save
from summaries.rank import ranking
from summaries.rank.learned import look
from summaries.rank.weights import load
from tests.summaries.training.test_training import UNINSTALLED, article

for needed in ("numpy", "scipy", "rjieba"):
    pytest.importorskip(needed, reason=UNINSTALLED)

headline = pytest.importorskip("summaries.training.headline", reason=UNINSTALLED)

ARTICLES = 60
OFTEN = 30
"""Sixty articles are less than a step of learning; to see them again and again is enough for a test."""


def _document(number: int) -> Document:
    return document.read(article(number)["text"], title=article(number)["title"])


def _examples() -> list[tuple[float, list[Any]]]:
    return [
        (1.0, headline.examples(_document(number), article(number)["summary"], load())) for number in range(ARTICLES)
    ]


def _texts() -> list[Sequence[Sequence[str]]]:
    return [_document(number).said for number in range(ARTICLES)]


def _saved(weights: Weights, folder: Path) -> dict[str, bytes]:
    save(folder, weights)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_same_articles_give_the_same_weights_to_the_byte(tmp_path: Path) -> None:
    once, again = (_saved(headline.learn(_examples(), _texts()), tmp_path / name) for name in ("once", "again"))
    assert once == again
    assert len(once) == len({*once.values()}) == 3


def test_the_runs_picked_by_what_was_learned_are_nearer_to_the_headlines_than_most() -> None:
    examples = _examples()
    weights = headline.learn(examples * OFTEN, _texts())
    for number, (_, runs) in enumerate(examples):
        text = _document(number)
        order = ranking(text)
        sentences = read(text, order, look(text))
        answers = [answer for sentence in sentences for answer in scores(sentence, weights)]
        picked = runs[answers.index(max(answers))].nearness
        assert picked >= sum(run.nearness for run in runs) / len(runs)


def test_an_article_without_a_fit_line_teaches_nothing() -> None:
    assert headline.examples(document.read("他说，今天很好。"), article(0)["summary"], load()) == []
