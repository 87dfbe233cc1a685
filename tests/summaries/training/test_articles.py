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


TEXT = [
    "河东大桥今天上午通车，两岸居民的车程由四十分钟缩短到五分钟。",
    "大桥全长三公里，双向六车道，总投资二十八亿元，工程历时四年，是河东市近十年来最大的交通工程。",
    "通车仪式上，市民代表乘坐第一班公交车驶过大桥，车厢里不时响起掌声。点心铺的老板照常开门，她说桥通了客人会多一些。",
    "下一步，河东市还将为大桥增加三条公交线路，并把两岸的滨江步道连成一体，方便市民散步和骑行，预计明年夏天完工。",
    "交通部门提醒，通车首日车流较大，请司机按照标志行驶，注意避让行人，遇到拥堵时可以绕行北岭隧道。",
]
READ = {"title": "河东大桥通车两岸车程缩短到五分钟", "paragraphs": TEXT, "link": "", "categories": []}


def test_an_article_as_it_is_read_teaches_by_its_title(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text(json.dumps(READ, ensure_ascii=False))
    (article,) = read_articles(file)
    assert (article.title, article.summary, article.text) == ("", READ["title"], "\n".join(TEXT))


def test_a_sentence_that_only_repeats_the_title_is_not_left_in_to_be_found(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text(json.dumps({**READ, "paragraphs": [f"{READ['title']}。", *TEXT]}, ensure_ascii=False))
    (article,) = read_articles(file)
    assert article.text == "\n".join(TEXT)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "财经早报 3月5日"},
        {"paragraphs": TEXT[:2]},
        {"paragraphs": ["Only English here. And more of it."] * 9},
    ],
    ids=["a title that tells nothing", "a text too short for a choice", "another language"],
)
def test_what_leaves_nothing_to_learn_is_left_out(tmp_path: Path, changes: dict[str, object]) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text(json.dumps({**READ, **changes}, ensure_ascii=False))
    assert read_articles(file) == []


def test_a_title_beside_a_summary_teaches_as_well_and_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    both, read = tmp_path / "articles.jsonl", tmp_path / "posts.jsonl"
    row = {"source": "河东日报", "title": READ["title"], "text": "\n".join(TEXT), "summary": "桥通了"}
    both.write_text(json.dumps(row, ensure_ascii=False))
    read.write_text(json.dumps({**READ, "title": "河东人盼了四年的大桥今天通车"}, ensure_ascii=False))
    summaries = [(article.source, article.title, article.summary) for article in read_articles(both, read)]
    assert summaries == [
        ("河东日报", READ["title"], "桥通了"),
        ("titled", "", "河东人盼了四年的大桥今天通车"),
        ("河东日报, titled", "", READ["title"]),
    ]


def test_the_same_story_read_twice_teaches_once(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text("\n".join([json.dumps(READ, ensure_ascii=False)] * 2))
    assert len(read_articles(file)) == 1


@pytest.mark.parametrize("row", [{"text": "只有正文。"}, {"title": "只有标题"}, {"url": "https://example.org"}])
def test_a_line_that_teaches_nothing_is_named_with_its_place(tmp_path: Path, row: dict[str, str]) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(lines(WHOLE, row))
    with pytest.raises(SystemExit, match=r"articles\.jsonl, line 3: neither text and summary"):
        read_articles(file)
