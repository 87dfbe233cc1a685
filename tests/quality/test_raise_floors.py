"""The floors rise with what is reached, and nothing lowers them."""

from tests.quality.floors import lowest, raised


def test_a_floor_rises_to_what_is_reached_and_is_never_lowered() -> None:
    old = {"news": {"k1": 30.0, "k2": 20.0}, "gone": {"k1": 9.0}}
    found = {"news": {"k1": 32.57, "k2": 18.0, "char": 25.0}, "new": {"k1": 7.05}}
    assert raised(old, found, 0.2) == {
        "news": {"k1": 32.3, "k2": 20.0, "char": 24.8},
        "gone": {"k1": 9.0},
        "new": {"k1": 6.8},
    }


def test_a_floor_holds_for_the_weaker_segmenter() -> None:
    assert lowest([{"news": {"k1": 3.0}}, {"news": {"k1": 2.0}}]) == {"news": {"k1": 2.0}}
    assert lowest([{"news": {"k1": 3.0}}]) == {"news": {"k1": 3.0}}
