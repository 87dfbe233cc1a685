from hypothesis import given
from hypothesis import strategies as st

from bot.core.figures import MOST_READ, MOST_WRITTEN, Read, Written, most_read, most_written
from bot.model import Category

COUNTS = st.tuples(*[st.integers(0, 1000)] * 3)


def test_the_most_read_come_first_and_names_decide_between_equals() -> None:
    categories = [Category(id=i, parent_id=None, path=(name,)) for i, name in enumerate("甲乙丙丁")]
    found = most_read({3: 5, 1: 2, 0: 2, 2: 0, 99: 7}, categories)
    assert found == (Read(path=("丁",), readers=5), Read(path=("乙",), readers=2), Read(path=("甲",), readers=2))


def test_no_more_categories_are_named_than_fit() -> None:
    categories = [Category(id=i, parent_id=None, path=(str(i),)) for i in range(20)]
    assert len(most_read({i: i for i in range(20)}, categories)) == MOST_READ


def test_a_single_other_category_keeps_its_name() -> None:
    named = {str(i): (i, 0) for i in range(1, MOST_WRITTEN + 2)}
    assert [written.name for written in most_written(named)] == ["5", "4", "3", "2", "1"]


def test_several_others_stand_together_at_the_end() -> None:
    named = {str(i): (i, 1) for i in range(1, MOST_WRITTEN + 3)}
    assert most_written(named)[-1] == Written(name="", articles=(1 + 2, 2))


@given(st.dictionaries(st.text(min_size=1, max_size=5), COUNTS, max_size=12))
def test_no_article_is_lost_and_no_colour_is_missing(named: dict[str, tuple[int, ...]]) -> None:
    found = most_written(named)
    assert sum(sum(written.articles) for written in found) == sum(map(sum, named.values()))
    assert len(found) <= MOST_WRITTEN + 1
