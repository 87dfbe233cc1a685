import gzip
import json
from pathlib import Path

import pytest

from summaries.training.articles import Labelled, read_articles

WHOLE = {"source": "河东日报", "title": "大桥通车", "text": "大桥今天通车。\n车程五分钟。", "summary": "大桥通车了"}
BARE = {"text": "苹果丰收了。", "summary": "苹果丰收"}
EXPECTED = [
    Labelled(source="河东日报", title="大桥通车", text="大桥今天通车。\n车程五分钟。", summary="大桥通车了"),
    Labelled(source="", title="", text="苹果丰收了。", summary="苹果丰收"),
]


def lines(*rows: dict[str, str]) -> bytes:
    return "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def test_a_packed_file_and_a_plain_one_hold_the_same_articles(tmp_path: Path) -> None:
    plain, packed = tmp_path / "articles.jsonl", tmp_path / "articles.jsonl.gz"
    plain.write_bytes(lines(WHOLE, BARE))
    packed.write_bytes(gzip.compress(lines(WHOLE, BARE)))
    assert read_articles(plain) == read_articles(packed) == EXPECTED


@pytest.mark.parametrize("empty", ["text", "summary"])
def test_an_article_without_text_or_summary_teaches_nothing_and_is_left_out(tmp_path: Path, empty: str) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(lines(WHOLE, {**BARE, empty: " \n"}))
    assert read_articles(file) == EXPECTED[:1]
