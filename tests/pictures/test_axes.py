import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.pictures import axes


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(2, 6))
def test_round_numbers_hold_all_values_in_equal_steps(one: int, other: int, most: int) -> None:
    low, high = sorted((one, other))
    ticks = axes.ticks(low, high, most)
    assert ticks[0] <= low <= high <= ticks[-1]
    assert 2 <= len(ticks) <= most
    assert len({b - a for a, b in itertools.pairwise(ticks)}) == 1
    assert str(ticks[1] - ticks[0]).rstrip("0") in {"1", "2", "5"}


@given(st.integers(1, 400), st.integers(100, 1000))
def test_named_days_keep_apart_and_end_today(days: int, room: int) -> None:
    named = axes.named(days, room, 100)
    assert named[-1] == days - 1
    assert all((b - a) * room / days >= 99.9 for a, b in itertools.pairwise(named))


def test_layers_are_piled_up() -> None:
    assert axes.tops((1, 2), (3, 4)) == (4, 6)
