from bisect import bisect_left
from collections.abc import Sequence
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.rank.features import ARTICLE, CHOICE, SENTENCE
from summaries.rank.lanes import packed, unpacked
from summaries.rank.net import MOST_WORDS, SCALE, UNIT, WORD, Head, Net, Parts, Table, whole
from summaries.rank.weights import FIRST, NEXT, load

FEATURES = len(ARTICLE) + len(SENTENCE) + len(CHOICE)
NUMBERS = st.lists(st.integers(-800, 800), min_size=5, max_size=5)
HEADS = [Head(0, (0.5, -2.0)), Head(3, (1.5,))]
SMALL = Net(
    [
        Table((1.0, 3.0), tuple(map(packed, ([10, -20, 5, 7, 0], [300, 4, -5, -7, 9], [-1, 0, 2, 700, -90])))),
        Table((0.5,), tuple(map(packed, ([0, 60, 0, -8, 1], [-512, 512, 100, 8, 3])))),
    ],
    {"桥": packed([3, -4, 100]), "开": packed([-1, 2, 9])},
    Parts(1, 2),
    HEADS,
)


def _answered(head: Head, rows: Sequence[int]) -> float:
    """Answers number by number, as the packed sums must."""
    end = head.begin + len(head.weights) + 1
    sums: list[int] = [sum(unit) for unit in zip(*(unpacked(row, head.begin, end) for row in rows), strict=True)]
    spoken = sum(weight * max(0, unit) for weight, unit in zip(whole(head.weights), sums, strict=False))
    return (spoken / SCALE + sums[-1]) / UNIT


@given(st.lists(NUMBERS, min_size=1, max_size=30))
def test_adding_integers_adds_all_the_numbers_they_hold(rows: list[list[int]]) -> None:
    added = sum(map(packed, rows))
    assert unpacked(added, 0, 5) == [sum(unit) for unit in zip(*rows, strict=True)]
    assert unpacked(added, 1, 3) == [sum(unit) for unit in zip(*rows, strict=True)][1:3]


@given(st.lists(st.floats(-2, 7), min_size=2, max_size=2))
def test_a_network_answers_as_its_units_do_one_by_one(values: list[float]) -> None:
    rows = [rows[bisect_left(borders, value)] for (borders, rows), value in zip(SMALL.tables, values, strict=True)]
    total = SMALL.sums(0, [[value] for value in values])[0]
    for number, head in enumerate(HEADS):
        assert SMALL.answers(number, [total])[0] == pytest.approx(_answered(head, rows))


@given(st.lists(st.floats(-3, 3000), min_size=FEATURES, max_size=FEATURES), st.text("，。的了桥开通", max_size=60))
def test_the_learned_network_does_too(values: list[float], words: str) -> None:
    net = load().net
    rows = [rows[bisect_left(borders, value)] for (borders, rows), value in zip(net.tables, values, strict=True)]
    rows += net.of_sentences([words])
    total = sum(rows)
    for number in (FIRST, NEXT):
        assert net.answers(number, [total])[0] == pytest.approx(_answered(net.heads[number], rows))


@pytest.mark.parametrize("count", [-1, 0, 1, 2, 3, 4, 200, 1_024, 1_025, 40_000, True])
def test_a_count_adds_the_same_however_often_it_was_met(count: int) -> None:
    borders = (0, 2, 3)
    table = Table(borders, tuple(map(packed, ([1, -2, 0, 0, 0], [3, 4, 0, 0, 0], [-5, 6, 0, 0, 0], [7, 8, 0, 0, 0]))))
    net = Net([table], {}, Parts(1, 2), HEADS)
    assert net.rows(0, [[count, count]]) == [[table.rows[bisect_left(borders, count)]] * 2]


def test_words_speak_to_the_units_of_their_sentence_or_of_the_title_alone() -> None:
    said = ["桥", "开", "桥", "nobody knows"]
    louder = 2  # for three known words where twelve are usual
    assert unpacked(SMALL.of_sentences([said])[0], 0, 5) == [5 * WORD * louder, 0, 0, 0, 0]
    assert unpacked(SMALL.of_title(said), 0, 5) == [0, -6 * WORD, 209 * WORD, 0, 0]


def test_four_times_as_many_words_are_twice_as_loud_up_to_the_sixtieth() -> None:
    few, more, most, endless = SMALL.of_sentences([["桥"] * 3, ["桥"] * 12, ["桥"] * 60, iter(["桥"] * 10_000)])
    assert [few, more] == [3 * 3 * WORD * 2, 12 * 3 * WORD]
    assert most == endless


def test_as_many_words_of_the_loudest_kind_as_speak_go_over_the_bounds_of_no_number() -> None:
    loudest = Net([], {"桥": packed([127, -127])}, Parts(2, 0), [Head(0, (1.0, 1.0))])
    for many in range(1, MOST_WORDS + 1):
        up, down = unpacked(loudest.of_sentences([["桥"] * many])[0], 0, 2)
        assert (up, down) == pytest.approx(
            (127 * WORD * (12 * many) ** 0.5, -127 * WORD * (12 * many) ** 0.5), rel=1e-3
        )


@given(st.lists(st.tuples(st.floats(-2, 7), st.floats(-2, 7)), min_size=2, max_size=6), st.sampled_from((FIRST, NEXT)))
def test_what_lifts_each_place_adds_up_to_how_far_it_stands_above_the_mean_of_all(
    places: list[tuple[float, float]], head: int
) -> None:
    shared = packed([40, -30, 0, 5, 0])
    rows = SMALL.rows(0, list(zip(*places, strict=True)))
    shares = SMALL.shares(head, shared, rows)
    alike = [
        fmean(unit) for unit in zip(*(unpacked(sum(r) + shared, 0, 5) for r in zip(*rows, strict=True)), strict=True)
    ]
    of_head = HEADS[head]
    middle = alike[of_head.begin : of_head.begin + len(of_head.weights) + 1]
    spoken = sum(weight * max(0.0, unit) for weight, unit in zip(of_head.weights, middle, strict=False))
    usual = (spoken + middle[-1]) / UNIT
    for place, share in enumerate(shares):
        assert sum(share) == pytest.approx(SMALL.answers(head, [shared + sum(row[place] for row in rows)])[0] - usual)
