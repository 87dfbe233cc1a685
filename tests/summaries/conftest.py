import json
from pathlib import Path
from typing import Any

import pytest

import summaries

ARTICLES = Path(__file__).parents[1] / "data" / "summaries"


@pytest.fixture(scope="session", autouse=True)
def _dictionary_loaded() -> None:
    """jieba's first cut takes a second, which a hypothesis deadline would blame on an example."""
    summaries.warm_up()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "article" in metafunc.fixturenames:
        files = sorted(ARTICLES.glob("*.json"))
        articles: list[Any] = [json.loads(file.read_text(encoding="utf-8")) for file in files]
        metafunc.parametrize("article", articles, ids=[file.stem for file in files])
