from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.training.rouge import Reference

TOKENS = st.lists(st.sampled_from("甲乙丙丁"), max_size=12)


def longest_common(one: list[str], other: list[str]) -> int:
    """The textbook's table."""
    best = dict.fromkeys(product(range(len(one) + 1), range(len(other) + 1)), 0)
    for i, j in product(range(len(one)), range(len(other))):
        same = one[i] == other[j]
        best[i + 1, j + 1] = best[i, j] + 1 if same else max(best[i, j + 1], best[i + 1, j])
    return best[len(one), len(other)]


def test_the_same_text_scores_all_and_another_one_nothing() -> None:
    reference = Reference(list("大桥通车"))
    assert reference.score(list("大桥通车")) == pytest.approx(1.0)
    assert reference.score(list("苹果丰收")) == 0.0


def test_words_pairs_and_order_count_a_third_each() -> None:
    # of 4 and 2 tokens: 2 words, 1 pair, and a common run of 2; against the same words the other way round
    assert Reference(list("大桥通车")).score(list("大桥")) == pytest.approx((4 / 6 + 2 / 4 + 4 / 6) / 3)
    assert Reference(list("大桥通车")).score(list("桥大")) == pytest.approx((4 / 6 + 0 + 2 / 6) / 3)


def test_a_word_said_more_often_than_by_the_editor_counts_no_more() -> None:
    assert Reference(list("桥")).score(list("桥桥桥")) == pytest.approx((2 / 4 + 0 + 2 / 4) / 3)


@pytest.mark.parametrize(("said", "wanted"), [("", "桥"), ("桥", ""), ("", "")])
def test_nothing_scores_nothing(said: str, wanted: str) -> None:
    assert Reference(list(wanted)).score(list(said)) == 0.0


@given(TOKENS, TOKENS)
def test_the_longest_common_run_is_that_of_the_textbook(said: list[str], wanted: list[str]) -> None:
    assert Reference(wanted)._longest(said) == longest_common(said, wanted)


@given(TOKENS, TOKENS)
def test_a_score_lies_between_nothing_and_all_whichever_text_is_the_editors(one: list[str], other: list[str]) -> None:
    score = Reference(one).score(other)
    assert 0 <= score <= 1 + 1e-9
    assert score == pytest.approx(Reference(other).score(one))
