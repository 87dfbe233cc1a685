"""Simulated servers: one far away that takes any number at once, and one that works through them one by one."""

import pytest

from bot.dispatch.width import FEWEST, Width

STEP = 0.01


def reached(width: Width, *, trip: float, capacity: float, rate: float, seconds: float) -> tuple[int, float]:
    """Keeps as many in flight as allowed; gives the width in the end and the rate of the last five seconds."""
    flying: list[float] = []
    late, served = 0, 0.0
    for tick in range(int(seconds / STEP)):
        now = tick * STEP
        served = min(served + capacity * STEP, float(len(flying)))
        through = [sent for sent in flying if sent + trip <= now][: int(served)]
        served -= len(through)
        flying = flying[len(through) :]
        for _ in through:
            width.landed()
        late += len(through) if now >= seconds - 5 else 0
        room = width.room(len(flying), rate=rate, now=now)
        flying += [now] * min(room, int(rate * STEP))
        width.room(len(flying), rate=rate, now=now)
    return width.width, late / 5


def test_a_server_far_away_is_sent_more_at_once_until_the_rate_is_reached() -> None:
    width, rate = reached(Width(128), trip=0.08, capacity=1e9, rate=1000, seconds=40)
    assert rate >= 850
    assert 70 <= width <= 128


def test_a_busy_server_is_not_sent_more_at_once_than_it_can_take() -> None:
    width, rate = reached(Width(128), trip=0.001, capacity=300, rate=1000, seconds=60)
    assert width <= FEWEST * 1.5
    assert rate == pytest.approx(300, rel=0.1)


def test_a_slow_rate_never_needs_more_than_the_fewest() -> None:
    assert reached(Width(128), trip=0.08, capacity=1e9, rate=100, seconds=20)[0] == FEWEST


def test_when_little_is_sent_the_stream_is_narrow_again() -> None:
    width = Width(128)
    reached(width, trip=0.08, capacity=1e9, rate=1000, seconds=40)
    for second in range(40, 80):
        width.room(0, rate=1000, now=float(second))
    assert width.width == FEWEST


def test_a_limit_below_the_fewest_holds() -> None:
    assert Width(4).room(1, rate=30, now=0.0) == 3
