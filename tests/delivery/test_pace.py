import math
from bisect import bisect_left

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.delivery.pace import Pace

NEWS, OTHER, GROUP = 1, 2, -1


def _pace(per_second: float = 30) -> Pace:
    return Pace(per_second=per_second, chance=lambda: 0.0)


def _sent_within(pace: Pace, seconds: float, *, step: float = 0.004) -> list[float]:
    """Sends to ever new chats as fast as the pace lets, looking every few milliseconds."""
    sent: list[float] = []
    for tick in range(int(seconds / step)):
        now = tick * step
        for _ in range(pace.room(now)):
            pace.take(len(sent) + 1, now)
            sent.append(now)
    return sent


def test_thirty_a_second_are_nearly_all_used_and_never_exceeded() -> None:
    sent = _sent_within(_pace(), 20.0)
    assert len(sent) >= 0.97 * 30 * 20
    assert _most_within(sent, 1.0) <= 30
    assert _most_within(sent, 0.1) <= 3


@example(per_second=2.75, step=0.125)
@given(st.floats(min_value=0.05, max_value=1000), st.floats(min_value=0.001, max_value=0.3))
@settings(max_examples=40)
def test_no_rate_is_ever_exceeded(per_second: float, step: float) -> None:
    sent = _sent_within(_pace(per_second), step * 300, step=step)
    assert _most_within(sent, 1.0) <= math.ceil(per_second)
    assert sent


@given(st.lists(st.floats(min_value=0, max_value=2), max_size=40))
def test_waiting_as_long_as_told_is_enough(gaps: list[float]) -> None:
    pace, now = _pace(5), 0.0
    for number, gap in enumerate(gaps):
        now += gap
        pace.take(number, now)
        if number % 3 == 0:
            pace.flooded(number, 1.0, now)
        assert (pace.wait(now) == 0) == (pace.room(now) > 0)
        assert _room_after_waiting(pace, now)


def test_nothing_is_delivered_before_a_persons_answer_that_waits() -> None:
    pace = _pace()
    for reader in range(3):
        pace.take(reader, 0.0)
    assert pace.gap(0.0) == pytest.approx(0.1)
    with pace.person():
        assert pace.room(0.2) == 0
        assert pace.gap(0.2) == 0
        assert pace.wait(0.2) > 0, "nobody looks again and again meanwhile"
    assert pace.room(0.2) == 3


def test_a_person_does_not_wait_until_telegram_is_well() -> None:
    pace = _pace()
    pace.stumbled(NEWS, 0.0, everywhere=True)
    assert pace.wait(0.0) > 0
    assert pace.gap(0.0) == 0


def test_one_reader_gets_one_message_a_second() -> None:
    pace = _pace()
    pace.take(NEWS, 10.0)
    assert pace.resting(10.9) == {NEWS}
    pace.arrived(NEWS, 10.5)
    assert pace.resting(11.4) == {NEWS}
    assert pace.next_rested(11.4) == 11.5
    assert not pace.resting(11.5)
    assert pace.next_rested(11.5) is None


def test_after_a_burst_of_answers_news_waits_for_as_long_as_they_were_worth() -> None:
    pace = _pace()
    for _ in range(3):
        pace.take(NEWS, 0.0)
    assert NEWS in pace.resting(2.9)
    assert NEWS not in pace.resting(3.1)
    assert OTHER not in pace.resting(0.0)


def test_a_person_who_asks_on_and_on_still_gets_news() -> None:
    pace = _pace()
    for _ in range(100):
        pace.take(NEWS, 0.0)
    assert NEWS not in pace.resting(6.1)


def test_a_group_gets_less_than_twenty_a_minute_answers_included() -> None:
    pace, sent = _pace(), []
    for tick in range(18000):
        now = tick * 0.01
        if GROUP not in pace.resting(now) or tick % 3000 == 0:
            pace.take(GROUP, now)
            sent.append(now)
    assert _most_within(sent, 60.0) <= 20
    assert len(sent) >= 45


def test_idle_groups_are_forgotten() -> None:
    pace = _pace(1000)
    for number in range(1, 5000):
        pace.take(-number, float(number))
    assert len(pace._groups) < 100


def test_one_chats_flood_stops_no_other() -> None:
    pace = _pace()
    assert pace.flooded(NEWS, 30.0, 100.0) == 130.0
    assert pace.room(100.0) == 3
    assert pace.resting(129.9) == {NEWS}
    assert not pace.resting(130.0)


def test_floods_of_several_chats_slow_all_down_for_a_while() -> None:
    pace = _pace()
    pace.flooded(NEWS, 5.0, 100.0)
    pace.flooded(OTHER, 8.0, 100.1)
    assert pace.room(105.0) == 0
    assert pace.wait(105.0) == pytest.approx(3.1)
    assert pace.room(108.2) == 2
    assert pace.room(130.0) == 3


def test_people_wait_for_floods_and_not_for_failing_servers() -> None:
    pace = _pace()
    pace.flooded(NEWS, 5.0, 100.0)
    assert (pace.banned(NEWS, 101.0), pace.banned(OTHER, 101.0), pace.gap(101.0)) == (4.0, 0.0, 0.0)
    pace.flooded(OTHER, 8.0, 100.0)
    assert (pace.gap(101.0), pace.edit_gap(101.0)) == (7.0, 7.0)
    assert pace.banned(NEWS, 105.0) == 0.0


def test_readers_who_press_faster_than_telegram_grants_slow_nobody_else_down() -> None:
    pace = _pace()
    for reader in (NEWS, OTHER):
        for _ in range(3):
            pace.take(reader, 100.0)
        pace.flooded(reader, 5.0, 100.1)
    assert pace.gap(101.0) == 0.0
    assert pace.room(101.0) == 3


def test_edits_keep_to_the_rate_too_and_take_no_place_of_messages() -> None:
    pace = _pace()
    for _ in range(3):
        pace.take_edit(0.0)
    assert pace.edit_gap(0.0) == pytest.approx(0.1)
    assert pace.room(0.0) == 3


def test_floods_far_apart_are_each_chats_own() -> None:
    pace = _pace()
    pace.flooded(NEWS, 5.0, 100.0)
    pace.flooded(OTHER, 5.0, 111.0)
    assert pace.room(111.0) == 3


def test_a_flood_of_hours_is_asked_about_every_minute() -> None:
    pace = _pace()
    pace.flooded(NEWS, 40_000.0, 100.0)
    pace.flooded(OTHER, 40_000.0, 100.0)
    assert pace.wait(100.0) == 60.0


def test_one_failing_chat_stops_no_other_but_several_make_all_wait_longer_and_longer() -> None:
    pace = _pace()
    pace.stumbled(NEWS, 100.0)
    assert pace.room(100.0)
    assert pace.is_well
    pace.stumbled(OTHER, 100.0)
    assert pace.wait(100.0) == 1.0
    pace.stumbled(OTHER, 100.5)
    pace.stumbled(OTHER, 101.0)
    assert pace.wait(101.0) == 2.0
    pace.arrived(NEWS, 103.0)
    assert pace.is_well
    pace.stumbled(OTHER, 103.0)
    assert pace.room(103.0)


def test_a_missing_connection_makes_all_wait_at_once() -> None:
    pace = _pace()
    pace.stumbled(NEWS, 100.0, everywhere=True)
    assert pace.wait(100.0) == 1.0


def _room_after_waiting(pace: Pace, now: float) -> int:
    for _ in range(3):
        now += pace.wait(now) + 0.001
    return pace.room(now)


def _most_within(sent: list[float], seconds: float) -> int:
    return max((bisect_left(sent, start + seconds - 1e-9) - place for place, start in enumerate(sent)), default=0)


def test_what_is_paid_for_takes_no_place_of_the_others() -> None:
    pace = Pace(per_second=30, paid_per_second=1000, chance=lambda: 0.0)
    for number in range(1, 101):
        pace.take(number, 0.0, paid=True)
    assert (pace.paid_room(0.0), pace.room(0.0)) == (0, 3)
    assert pace.paid_wait(0.0) == pytest.approx(0.1)
    assert pace.wait(0.0) == 0
    with pace.person():
        assert pace.paid_room(0.2) == 100, "and people take none of its places"


def test_without_payment_nothing_is_sent_as_paid() -> None:
    pace = _pace()
    assert pace.paid_room(0.0) == 0
    assert pace.paid_wait(0.0) == math.inf


def test_floods_slow_down_what_is_paid_for_too() -> None:
    pace = Pace(per_second=30, paid_per_second=1000, chance=lambda: 0.0)
    pace.flooded(1, 1.0, 0.0)
    pace.flooded(2, 1.0, 0.0)
    assert pace.paid_room(0.5) == 0
    assert pace.rate(1.5, paid=True) == pytest.approx(701.5)
