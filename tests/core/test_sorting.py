import pytest

from bot.core.categories import UNSORTED
from bot.core.sorting import BEGINNING, Rule, sorted_in

POWER = Rule(("停水", "停電"), ("民生", "水电"))
AI = Rule(("ai", "C++"), ("科技",))


def placed(
    *rules: Rule, configured: tuple[str, ...] = (), said: tuple[str, ...] = (), title: str = "", text: str = ""
) -> tuple[str, ...]:
    return sorted_in(configured, rules, said=said, title=title, text=text, source="晨江财经")


def test_a_rule_goes_before_the_configuration_and_that_before_the_entry() -> None:
    said = ("财经",)
    assert placed(POWER, configured=("金融",), said=said, title="今晚停水") == ("民生", "水电")
    assert placed(POWER, configured=("金融",), said=said, title="集市") == ("金融",)
    assert placed(POWER, said=said, title="集市") == ("财经", "晨江财经")


def test_the_first_rule_that_fits_counts() -> None:
    assert placed(AI, POWER, title="AI 预测停水") == ("科技",)
    assert placed(POWER, AI, title="AI 预测停水") == ("民生", "水电")


@pytest.mark.parametrize("title", ["城东停电", "城東停電", "城东　停电", "【停水】"])
def test_a_rule_reads_both_scripts(title: str) -> None:
    assert placed(POWER, title=title) == ("民生", "水电")


@pytest.mark.parametrize("title", ["AI芯片降价", "国产ＡＩ", "What AI said", "ai", "学C++的人"])
def test_a_word_of_letters_is_found_whatever_its_case_and_width(title: str) -> None:
    assert placed(AI, said=("要闻",), title=title) == ("科技",)


@pytest.mark.parametrize("title", ["He said so", "Taiwan", "AI2 raises money", "Maître d'hôtel: aïoli", "C+"])
def test_a_word_of_letters_is_not_found_within_another(title: str) -> None:
    assert placed(AI, said=("要闻",), title=title) == ("要闻", "晨江财经")


def test_a_rule_looks_at_the_beginning_of_the_text_only() -> None:
    assert placed(POWER, text="新" * (BEGINNING - 2) + "停水") == ("民生", "水电")
    assert placed(POWER, text="新" * BEGINNING + "停水") == (UNSORTED, "晨江财经")


def test_the_words_of_a_rule_do_not_meet_across_title_and_text() -> None:
    assert placed(POWER, title="车停", text="水边") == (UNSORTED, "晨江财经")


def test_an_empty_word_fits_nothing_and_an_empty_category_is_passed_over() -> None:
    assert placed(Rule(("", " "), ("科技",)), said=(" ", "-", "要闻"), title="任何") == ("要闻", "晨江财经")


def test_what_names_no_category_stands_among_the_others_below_its_source() -> None:
    assert placed() == (UNSORTED, "晨江财经")
    assert placed(said=("晨江财经",)) == ("晨江财经",)


@pytest.mark.parametrize("none", ["Uncategorized", "未分类", "未分類", "默认分类"])
def test_the_word_a_program_has_for_no_category_is_none(none: str) -> None:
    assert placed(said=(none,)) == (UNSORTED, "晨江财经")
    assert placed(said=(none, "天气")) == ("天气", "晨江财经")
    assert placed(configured=(none,)) != (UNSORTED,)


def test_a_configured_category_is_spelt_as_readers_see_it() -> None:
    assert placed(configured=("新浪财经", "新浪财经－國内")) == ("新浪财经", "国内")
