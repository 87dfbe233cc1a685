"""What counts as the same title and the same content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.novelty import content_hash, likeness, title_key


@pytest.mark.parametrize(
    "other",
    ["河湾_灯火_18.0%", "河湾“灯火” 18.0％", "河湾「灯火」１８．０%", "河湾\n 灯火：180"],
)
def test_titles_that_differ_in_marks_and_widths_have_one_key(other: str) -> None:
    assert title_key(other) == "河湾灯火180"


def test_letters_are_compared_without_case() -> None:
    assert title_key("DeepSeek-V4") == title_key("deepseek v4")


def test_a_hash_ignores_white_space_only() -> None:
    assert content_hash("题", ["甲 乙", "丙"]) == content_hash(" 题", ["甲乙", "丙\n"])
    assert content_hash("题", ["甲乙", "丙"]) != content_hash("题", ["甲", "乙丙"])
    assert content_hash("题", ["甲。"]) != content_hash("题", ["甲！"])


@given(st.text(), st.lists(st.text()))
def test_a_hash_is_32_hex_digits_of_any_text(title: str, paragraphs: list[str]) -> None:
    assert len(content_hash(title, paragraphs)) == 32
    assert int(content_hash(title, paragraphs), 16) >= 0


@pytest.mark.parametrize(
    ("before", "now", "least", "most"),
    [
        (["渡船今起改停北岸。"], ["渡船今起", "改停北岸。"], 1, 1),
        (["渡船今起改停北岸。"], ["黄金价格上涨。"], 0, 0),
        (["河湾汇率中间价为7.0754元，上调22点。"], ["河湾汇率中间价为7.0733元，上调21点。"], 0.3, 0.7),
        (["甲"], ["乙"], 0, 0),
        ([], [], 0, 0),
    ],
)
def test_two_texts_are_alike_by_what_they_say_in_the_same_words(
    before: list[str], now: list[str], least: float, most: float
) -> None:
    assert least <= likeness(before, now) <= most
    assert likeness(before, now) == likeness(now, before)
