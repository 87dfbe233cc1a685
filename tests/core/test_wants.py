from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import wants
from bot.core.categories import UNSORTED
from bot.model import Category

PATHS = (
    ("金融",),
    ("编程",),
    ("新媒体",),
    ("金融", "新浪财经"),
    ("编程", "Hacker News"),
    ("新媒体", "国内"),
    ("新媒体", "C++"),
    ("新媒体", "C#"),
    ("金融", "新浪财经", "国内"),
    ("编程", "金融"),
)
IDS = {path: number for number, path in enumerate(PATHS, start=1)}
CATEGORIES = [Category(id=IDS[path], parent_id=IDS.get(path[:-1]), path=path) for path in PATHS]


def found(text: str) -> list[tuple[str, ...]]:
    return [category.path for category in wants.understand(text, CATEGORIES).found]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("新浪财经", ("金融", "新浪财经")),
        ("新浪財經", ("金融", "新浪财经")),
        ("  新浪财经  ", ("金融", "新浪财经")),
        ("hacker news", ("编程", "Hacker News")),
        ("HackerNews", ("编程", "Hacker News")),
        ("hacker-news", ("编程", "Hacker News")),
        ("新浪财经－國內", ("金融", "新浪财经", "国内")),
        ("金融/新浪财经/国内", ("金融", "新浪财经", "国内")),
        ("金融 › 新浪财经 › 国内", ("金融", "新浪财经", "国内")),
        ("新媒体 国内", ("新媒体", "国内")),
        ("c++", ("新媒体", "C++")),
        ("C#", ("新媒体", "C#")),
    ],
)
def test_a_category_is_found_however_it_is_written(text: str, path: tuple[str, ...]) -> None:
    assert found(text) == [path]


@pytest.mark.parametrize("text", ["金融/国内", "金融 › 国内", "金融 > 国內", "国内，金融/国内"])
def test_a_path_may_leave_out_names_on_its_way_and_takes_nothing_above_its_end(text: str) -> None:
    assert found(text)[-1:] == [("金融", "新浪财经", "国内")]
    assert ("金融",) not in found(text)


def test_paths_may_stand_in_a_list() -> None:
    paths = [("编程",), ("金融", "新浪财经", "国内"), ("编程", "Hacker News")]
    assert found("编程 金融/国内 编程/HackerNews") == paths
    assert found("编程、金融 / 国内，编程 / Hacker News") == paths


def test_what_commas_part_is_no_path() -> None:
    assert found("金融，新浪财经") == [("金融",), ("金融", "新浪财经")]
    commas = Category(id=99, parent_id=None, path=("吃、喝",))
    assert wants.understand("吃、喝", [*CATEGORIES, commas]).found == (commas,)


def test_a_path_that_leads_nowhere_is_asked_about_and_takes_none_of_its_names() -> None:
    wish = wants.understand("金融/体育", CATEGORIES)
    assert (wish.found, wish.unknown) == ((), "金融/体育")
    assert wish.near[0].path == ("金融",)


def test_a_name_several_bear_is_the_chats_own_where_it_has_chosen_one() -> None:
    own = [category for category in CATEGORIES if category.path == ("新媒体", "国内")]
    assert wants.understand("国内", CATEGORIES, own).found == tuple(own)


@pytest.mark.parametrize("text", ["Other", "其他"])
def test_our_own_categories_are_found_in_every_language(text: str) -> None:
    unsorted = Category(id=99, parent_id=None, path=(UNSORTED,))
    assert wants.understand(text, [*CATEGORIES, unsorted]).found == (unsorted,)


def test_a_name_of_the_top_level_goes_before_the_same_name_further_down() -> None:
    assert found("金融") == [("金融",)]


def test_several_names_are_found_in_their_order_and_once() -> None:
    assert found("编程，金融、编程") == [("编程",), ("金融",)]


@pytest.mark.parametrize("text", ["金融和编程", "金融 与 编程", "金融 & 编程", "金融 and 编程", "金融、编程和金融"])
def test_an_and_joins_names(text: str) -> None:
    assert found(text) == [("金融",), ("编程",)]


def test_an_and_within_a_name_belongs_to_it() -> None:
    peace = Category(id=99, parent_id=None, path=("战争与和平",))
    every = [*CATEGORIES, peace]
    assert wants.understand("战争与和平", every).found == (peace,)
    assert [c.path for c in wants.understand("编程和战争与和平", every).found] == [("编程",), ("战争与和平",)]


def test_an_and_between_other_words_joins_nothing() -> None:
    wish = wants.understand("金融和别的", CATEGORIES)
    assert (wish.found, wish.unknown) == ((), "金融和别的")


def test_a_name_that_several_bear_is_not_guessed() -> None:
    wish = wants.understand("国内", CATEGORIES)
    assert wish.ambiguous
    assert not wish.found
    assert {category.path for category in wish.near} == {("新媒体", "国内"), ("金融", "新浪财经", "国内")}


def test_what_was_not_understood_is_named_with_what_comes_near() -> None:
    wish = wants.understand("金融 编城", CATEGORIES)
    assert [category.path for category in wish.found] == [("金融",)]
    assert wish.unknown == "编城"
    assert [category.path for category in wish.near] == [("编程",)]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("编城", ("编程",)),
        ("hackernew", ("编程", "Hacker News")),
        ("新浪", ("金融", "新浪财经")),
        ("媒体", ("新媒体",)),
    ],
)
def test_a_slip_of_the_finger_is_understood(text: str, path: tuple[str, ...]) -> None:
    assert wants.nearest(text, CATEGORIES)[0].path == path


@pytest.mark.parametrize("text", ["", "   ", "完全无关", "🎮", "\0", "、、"])
def test_nothing_comes_near_words_that_have_nothing_in_common(text: str) -> None:
    wish = wants.understand(text, CATEGORIES)
    assert (wish.found, wish.near) == ((), ())


def test_a_name_is_heard_within_a_sentence_the_longest_first() -> None:
    named = wants.mentioned("想看新浪财经和编程的新闻", CATEGORIES)
    assert [category.path for category in named] == [("金融", "新浪财经"), ("编程",)]


@given(st.text(st.characters(), max_size=300))
def test_no_wish_raises(text: str) -> None:
    wish = wants.understand(text, CATEGORIES)
    assert len(wish.near) <= wants.SEVERAL
    assert all(category in CATEGORIES for category in (*wish.found, *wish.near, *wants.mentioned(text, CATEGORIES)))


@given(st.sampled_from(CATEGORIES))
def test_a_whole_path_is_always_found(category: Category) -> None:
    assert found("/".join(category.path)) == [category.path]


@settings(max_examples=300)
@given(st.text("abc金融编", max_size=8), st.text("abc金融编", max_size=8))
def test_the_distance_is_one(one: str, other: str) -> None:
    distance = wants._distance(one, other)
    assert distance == wants._distance(other, one)
    assert (distance == 0) is (one == other)
    assert abs(len(one) - len(other)) <= distance <= max(len(one), len(other))


def test_a_wish_among_thousands_of_categories_takes_no_time_a_person_would_notice() -> None:
    many = [Category(id=i, parent_id=None, path=(f"类别{i}新闻",)) for i in range(3000)]
    wants.understand("类别新闻", many)
    start = perf_counter()
    wants.understand("类别7新门" + "x" * 60_000, many)
    assert perf_counter() - start < 1
