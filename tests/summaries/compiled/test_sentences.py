"""What is compiled cuts a text as plain Python does."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summaries import sentences as plain
from tests.quality import own_texts
from tests.quality.scoring import ABSENT, DEV
from tests.summaries.compiled.building import built

compiled = built("sentences")

_PIECES = st.sampled_from(
    [
        *(
            "青河大桥通车了",
            "他说",
            "图",
            "第3章",
            "macOS",
            "AT&T",
            "3.5%",
            "page?id=7",
            "Yahoo!Japan",
            "U.S",
            "Mr",
            "的",
            "了",
            "話",
        ),
        *"“”「」『』（）()《》【】[]\"'’»«。！？!?…｡．.，、；：,;: \n\r\t\u3000",
        *(
            "。”",
            "？》",
            "！”的",
            "？）",
            "[12]",
            "[1234]",
            ". ",
            ".\n",
            "。\r\n",
            "??",
            "。。。",
            "……",
            "数百万（数百万！）个",
        ),
        *(
            "Hello there. It is",
            "z.B",
            "¿Qué?",
            "اليوم؟",
            "か。",
            "가다.",
            "\ud800",
            "😀",
            "𠮷",
            "\u2028",
            "\x1c",
            "\x85",
        ),
        *("长" * 70, "“" + "长" * 59, "字" * 601, "甲，乙 " * 40, "word " * 130, "١٢"),
    ]
)


@given(st.lists(_PIECES, max_size=24).map("".join))
@example("他说：“来吗？”的评论。《谁是英雄？》上映。有了数百万（数百万！）个设计。用macOS. 好。图2. 好")
@example('"好。"他说。"不好。"她说。"')
def test_a_text_is_cut_as_plain_python_cuts_it(text: str) -> None:
    assert compiled.split(text) == plain.split(text)


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_and_any_pieces_are_cut_alike(text: str, pieces: list[str]) -> None:
    assert compiled.split(text) == plain.split(text)
    assert compiled.split(pieces) == plain.split(pieces)


def test_our_own_texts_are_cut_alike() -> None:
    for text in own_texts.read():
        assert compiled.split(text.text) == plain.split(text.text)


@pytest.mark.skipif(not DEV.exists(), reason=ABSENT)
def test_articles_are_cut_alike() -> None:
    with DEV.open(encoding="utf-8") as lines:
        for text in [json.loads(line)["text"] for line in lines]:
            assert compiled.split(text) == plain.split(text)


@given(st.text("青河大桥A1。", max_size=20), st.text("青河大桥通车", max_size=8), st.integers(0, 3))
def test_what_is_strange_to_a_title_is_so_to_both(text: str, wanted: str, room: int) -> None:
    assert compiled.is_strange(text, wanted, room) == plain.is_strange(text, wanted, room)


@given(st.text(st.one_of(st.sampled_from("青かカ A가"), st.characters()), max_size=12))
def test_a_language_is_told_alike(text: str) -> None:
    assert compiled.is_chinese(text) == plain.is_chinese(text)
    assert compiled.is_japanese(text) == plain.is_japanese(text)


@given(st.lists(st.text("甲：:A", max_size=5), max_size=5))
def test_sentences_with_colons_are_found_alike(texts: list[str]) -> None:
    sentences = [plain.Sentence(text, 0, 0, 0, 0) for text in texts]
    assert compiled.with_colons(sentences, 3) == plain.with_colons(sentences, 3)


def test_each_sentence_knows_its_place() -> None:
    (first, second) = compiled.split(["甲乙丙丁戊。", " 己庚辛壬癸。"])
    assert (first.text, first.paragraph, second.block, second.start) == ("甲乙丙丁戊。", 0, 1, 1)
    assert isinstance(first, plain.Sentence)
