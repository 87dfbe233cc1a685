import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summaries import summarize
from summaries.document import read
from summaries.rank import weights
from summaries.rank.learned import _look
from summaries.rank.plain import PlainSight

UNINSTALLED = "what make train needs (numpy, scipy, rjieba) is not installed"
ARTICLES = 240
PLACES = "河东", "北岭", "南湖", "西山", "东港"
THINGS = "大桥", "水厂", "铁路", "码头", "书店", "灯塔"
EVENTS = "通车", "开工", "扩建", "停业", "重开", "搬迁", "验收"
FILES = "ranker.json", "ranker.rows.bin", "ranker.words.txt"


def article(number: int) -> dict[str, str]:
    """An article of our own making, each a little different."""
    place, thing, event = (words[number % len(words)] for words in (PLACES, THINGS, EVENTS))
    first = f"{place}{thing}今天{event}，惠及{number + 10}万居民。"
    scene = f"清晨的{place}下着小雨，路上没有几个人。"
    rest = [
        f"工程历时{number % 7 + 1}年，总投资{number + 3}亿元。",
        f"{place}居民说，{thing}{event}以后日子不一样了。",
        "点心铺的老板照常开门。",
        f"下一步，{place}将为{thing}增加{number % 5 + 2}条公交线路。",
    ]
    opening = [scene, first] if number % 3 == 0 else [first, scene]
    return {
        "source": "晚报" if number % 4 else "早报",
        "title": f"{thing}的一天" if number % 5 == 0 else "",
        "text": "\n".join([*opening, *rest]),
        "summary": f"{place}{thing}{event}惠及{number + 10}万居民",
    }


@pytest.fixture(scope="module")
def ranker() -> Any:  # noqa: ANN401 (a module that is there only where it can be used)
    for needed in ("numpy", "scipy", "rjieba"):
        pytest.importorskip(needed, reason=UNINSTALLED)
    return pytest.importorskip("summaries.training.ranker", reason=UNINSTALLED)


@pytest.fixture(scope="module")
def trained(ranker: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The weights learned from the same articles twice."""
    home = tmp_path_factory.mktemp("training")
    rows = [json.dumps(article(number), ensure_ascii=False) for number in range(ARTICLES)]
    (home / "articles.jsonl").write_text("\n".join(rows), encoding="utf-8")
    folders = [home / once / "weights" for once in ("first", "second")]
    for folder in folders:
        folder.mkdir(parents=True)
        ranker.main(str(home / "articles.jsonl"), to=folder)
    return folders


@pytest.fixture
def in_use(trained: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Puts what was just learned in the place of the packaged weights."""
    kept = (weights.load, _look)
    monkeypatch.setattr(weights, "WEIGHTS", trained[0])
    for once in kept:
        once.cache_clear()
    yield
    for once in kept:
        once.cache_clear()


@pytest.mark.parametrize("name", FILES)
def test_learning_twice_from_the_same_articles_gives_the_same_bytes(trained: list[Path], name: str) -> None:
    once, again = ((folder / name).read_bytes() for folder in trained)
    assert once == again
    assert once.strip()


@pytest.mark.usefixtures("in_use")
def test_what_was_learned_from_articles_of_ones_own_ranks_the_next_one() -> None:
    text = article(3 * ARTICLES)["text"]
    summary = summarize(text, sentences=1)
    assert sorted(summary.ranked) == sorted(text.split("\n"))
    document = read(text)
    best = next(
        iter(PlainSight(document, weights.load()).alone)
    )  # what it is sure of: few articles make no text familiar
    assert "惠及" in document.sentences[best].text, "the sentence all editors took, not the scene before it"
    assert summary.evidence[0].reasons


def test_titles_alone_are_refused_with_what_is_missing(ranker: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text(json.dumps({"title": "河东大桥今天通车", "paragraphs": ["短。"]}, ensure_ascii=False))
    with pytest.raises(SystemExit, match="add articles with a summary"):
        ranker.main(str(file), to=tmp_path)
