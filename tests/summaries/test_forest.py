import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.rank.features import ARTICLE, CHOICE, SENTENCE
from summaries.rank.forest import Forest, Tree, changes
from summaries.rank.weights import FIRST, NEXT, load, trees

FEATURES = len(ARTICLE) + len(SENTENCE) + len(CHOICE)
FIRST_TREES, NEXT_TREES = trees(FIRST), trees(NEXT)
FIVE = Tree(
    features=(0, 1, 0, 2),
    thresholds=(1.0, 5.0, 3.0, 0.5),
    left=(1, -1, 3, -3),
    right=(2, -2, -5, -4),
    values=(0.1, 0.2, 0.4, 0.8, 1.6),
    means=(0.5, 0.15, 0.9, 0.6),
)


def _walked(tree: Tree, values: list[float]) -> float:
    node = 0
    while node >= 0:
        left = values[tree.features[node]] <= tree.thresholds[node]
        node = (tree.left if left else tree.right)[node]
    return tree.values[-1 - node]


@given(st.lists(st.floats(-2, 7), min_size=3, max_size=3))
def test_a_forest_answers_as_walking_down_every_tree_does(values: list[float]) -> None:
    forest = Forest([[FIVE], [FIVE, FIVE, FIVE]], 3)
    left = forest.narrow(forest.everything, values, 0)
    assert forest.add_up(left, 0) == pytest.approx(_walked(FIVE, values))
    assert forest.add_up(left, 1) == pytest.approx(3 * _walked(FIVE, values))


@given(st.lists(st.floats(-3, 300), min_size=FEATURES, max_size=FEATURES), st.integers(0, FEATURES))
def test_the_learned_forests_do_too_in_whatever_parts_the_values_come(values: list[float], cut: int) -> None:
    forest = load().forest
    left = forest.narrow(forest.narrow(forest.everything, values[:cut], 0), values[cut:], cut)
    for number, group in enumerate([FIRST_TREES, NEXT_TREES]):
        assert forest.add_up(left, number) == pytest.approx(sum(_walked(tree, values) for tree in group))


@given(st.lists(st.floats(-2, 7), min_size=3, max_size=3))
def test_the_changes_on_the_way_down_add_up_to_the_answer(values: list[float]) -> None:
    assert FIVE.means[0] + sum(change for _, change in changes([FIVE], values)) == pytest.approx(_walked(FIVE, values))
