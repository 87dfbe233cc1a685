from hypothesis import given
from hypothesis import strategies as st

from bot.core import tree
from bot.core.tree import Mark
from bot.model import Category

TOPS = [Category(id=i, parent_id=None, path=(f"类{i}",), posts=99 - i) for i in range(1, 20)]
BELOW = [Category(id=100 + i, parent_id=10, path=("类10", f"下{i}")) for i in range(3)]
DEEP = [Category(id=200, parent_id=100, path=("类10", "下0", "底"))]
EVERY = [*TOPS, *BELOW, *DEEP]


def test_the_top_level_comes_in_pages_of_what_fits_a_phone() -> None:
    pages = [tree.page(EVERY, (), 0, number) for number in range(3)]
    assert [len(page.rows) for page in pages] == [8, 8, 3]
    assert [row.category for page in pages for row in page.rows] == TOPS
    assert {page.total for page in pages} == {3}


def test_below_a_category_its_children_stand_with_the_way_back_to_its_page() -> None:
    page = tree.page(EVERY, (), 10, 0)
    assert [row.category for row in page.rows] == BELOW
    assert [row.has_children for row in page.rows] == [True, False, False]
    assert page.back == (0, 1)
    assert tree.page(EVERY, (), 100, 0).back == (10, 0)


def test_what_is_chosen_is_marked_and_all_below_it_comes_along() -> None:
    assert [row.mark for row in tree.page(EVERY, (10, 101), 10, 0).rows] == [Mark.COVERED, Mark.CHOSEN, Mark.COVERED]
    assert [row.mark for row in tree.page(EVERY, (10,), 100, 0).rows] == [Mark.COVERED]
    assert [row.mark for row in tree.page(EVERY, (100,), 10, 0).rows] == [Mark.CHOSEN, Mark.OPEN, Mark.OPEN]


def test_a_category_that_is_gone_leads_to_the_top() -> None:
    page = tree.page(EVERY, (), 4711, 5)
    assert (page.parent, page.number, page.back) == (None, 0, None)


def test_an_empty_tree_has_one_empty_page() -> None:
    page = tree.page([], (), 0, 3)
    assert (page.rows, page.number, page.total) == ((), 0, 1)


@given(st.integers(0, 300), st.integers(0, 10**15), st.sets(st.integers(0, 300)))
def test_any_page_can_be_asked_for(parent_id: int, number: int, chosen: set[int]) -> None:
    page = tree.page(EVERY, chosen, parent_id, number)
    assert 0 <= page.number < page.total
    assert len(page.rows) <= tree.ROWS
