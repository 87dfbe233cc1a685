"""A category has one name, however a source writes it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.categories import MAX_DEPTH, MAX_NAME, SHELF, UNSORTED, name_of, path_of, stated
from bot.model import key_of


@pytest.mark.parametrize(
    "raw", ["河湾财经－国內", "河湾财经-国内", "河湾财经 — 国内", "河湾财经–国內 ", "| 河湾财经－国内"]
)
def test_dashes_blanks_and_scripts_make_no_second_category(raw: str) -> None:
    assert name_of(raw) == "河湾财经-国内"


def test_a_channel_is_shown_without_its_sources_name() -> None:
    assert path_of(["金融", "河湾财经", "河湾财经－国內"]) == ("金融", "河湾财经", "国内")


def test_a_name_repeated_below_itself_is_one_place() -> None:
    assert path_of(["河湾", "河湾", "资讯"]) == ("河湾", "资讯")


def test_a_post_without_a_category_has_a_place_all_the_same() -> None:
    assert path_of([]) == path_of(["", " - "]) == (UNSORTED,)


@pytest.mark.parametrize("raw", [[SHELF, "晨江新闻"], ["訂閱源", " 订阅源 ", "晨江新闻"]])
def test_no_article_states_a_place_among_the_feeds_that_people_added(raw: list[str]) -> None:
    assert stated(raw) == ("晨江新闻",)
    assert stated(raw[:1]) == (UNSORTED,)


def test_an_article_that_states_the_word_for_no_category_states_none() -> None:
    assert stated(["未分類"]) == stated(["Uncategorized"]) == stated([]) == (UNSORTED,)
    assert stated(["未分类", "河湾"]) == ("未分类", "河湾")


def test_a_name_that_is_too_long_shows_that_it_was_cut_and_remains_the_same_category() -> None:
    name = name_of("远洋航运与港口物流及大宗商品" * 3)
    assert name == ("远洋航运与港口物流及大宗商品" * 3)[:40] + "…"
    assert key_of([name]) == key_of([name[:40]]), "stores know it without the mark"
    assert name_of("0" * 40) == "0" * 40


@example(["0" * 39 + " 0"])
@example(["0" * 39 + "－0"])
@given(st.lists(st.text(max_size=80), max_size=9))
def test_a_path_is_never_empty_too_deep_or_too_long(raw: list[str]) -> None:
    path = path_of(raw)
    assert 0 < len(path) <= MAX_DEPTH
    assert all(0 < len(name) <= MAX_NAME and name == name.strip() for name in path)


@example("0" * 39 + " 00")
@example("0" * 38 + " ...")
@example("0" * 37 + "-...")
@example("0" * 60 + "…")
@given(st.text(max_size=80))
def test_a_name_keeps_its_spelling_when_it_is_read_again(raw: str) -> None:
    assert name_of(name_of(raw)) == name_of(raw)
