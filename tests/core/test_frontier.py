from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.core.frontier import Frontier


def test_many_feeds_of_one_site_leave_room_for_the_first_feed_of_another() -> None:
    frontier = Frontier(at_once=4, at_a_site=2)
    for number in range(500):
        frontier.offer(number, "slow.example")
    frontier.offer(900, "quick.example")
    assert [frontier.take() for _ in range(4)] == [0, 900, 1, None]
    assert frontier.under_way == {0, 1, 900}


def test_a_site_gets_its_next_feed_when_one_of_its_feeds_was_asked() -> None:
    frontier = Frontier(at_once=4, at_a_site=1)
    for number in range(3):
        frontier.offer(number, "a.example")
    assert [frontier.take(), frontier.take()] == [0, None]
    frontier.done(0)
    assert [frontier.take(), frontier.take()] == [1, None]


def test_a_feed_that_waits_or_is_being_asked_is_not_taken_twice() -> None:
    frontier = Frontier(at_once=4, at_a_site=2)
    frontier.offer(1, "a.example")
    frontier.offer(1, "a.example")
    assert frontier.take() == 1
    frontier.offer(1, "b.example")
    assert frontier.take() is None
    frontier.done(1)
    frontier.offer(1, "b.example")
    assert frontier.take() == 1


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5))), st.integers(1, 8), st.integers(1, 3))
def test_every_feed_is_taken_once_and_never_more_than_there_is_room_for(
    offers: list[tuple[int, int]], at_once: int, at_a_site: int
) -> None:
    frontier, sites = Frontier(at_once=at_once, at_a_site=at_a_site), dict[int, int]()
    taken: list[int] = []
    for number, site in offers:
        sites.setdefault(number, site)
        frontier.offer(number, str(site))
        assert not frontier.under_way
    while True:
        before = len(taken)
        while (one := frontier.take()) is not None:
            taken.append(one)
        under_way = sorted(frontier.under_way)
        assert len(under_way) <= at_once
        assert max(Counter(sites[number] for number in under_way).values(), default=0) <= at_a_site
        if len(taken) == before and not under_way:
            break
        for number in under_way[:1]:
            frontier.done(number)
    assert sorted(taken) == sorted(sites)
