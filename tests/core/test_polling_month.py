"""A month of polling two hundred feeds: what their servers think of it, and what readers get of it."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.core.entries import SINGLY
from bot.core.source_state import Notice, Wishes
from tests.benchmarks.feed_month import AGENT, Reader, month
from tests.benchmarks.feed_server import BEGIN, DAY, HOUR, FeedServer, Nature, Spell, natures

NORMAL = {"User-Agent": AGENT, "Accept-Encoding": "gzip"}


@pytest.fixture(scope="module")
def readers() -> list[Reader]:
    return month(natures(60))  # `make bench` asks two hundred


@pytest.mark.slow
def test_all_ten_checks_of_a_well_behaved_reader_hold_for_every_feed_and_nothing_unwished_is_asked(
    readers: list[Reader],
) -> None:
    assert {reader.server.nature.number: +reader.server.faults for reader in readers if +reader.server.faults} == {}
    assert sum(reader.server.replies.total() for reader in readers) > 20_000, "the month was polled"


@pytest.mark.slow
def test_no_entry_of_the_month_is_announced_twice_also_where_all_guids_change(readers: list[Reader]) -> None:
    assert any(reader.server.nature.renamed_at for reader in readers)
    assert [title for reader in readers for title, count in reader.announced.items() if count > 1] == []


@pytest.mark.slow
def test_what_is_moved_or_gone_ends_where_it_should(readers: list[Reader]) -> None:
    for reader in readers:
        nature = reader.server.nature
        if nature.gone_at:
            assert reader.state.gone
            assert reader.notices.count(Notice.GONE) == 1
        elif nature.moved_at:
            assert reader.state.moved_to == reader.server.new_address
            assert reader.notices.count(Notice.MOVED) == 1


@pytest.mark.slow
def test_a_feed_read_often_enough_loses_nothing_in_a_month(readers: list[Reader]) -> None:
    for reader in readers:
        nature = reader.server.nature
        if nature.weekly > 20 or nature.window < 20 or nature.spells or nature.gone_at:
            continue
        first = sum(born <= BEGIN + timedelta(hours=1) for born in reader.server.born)
        last = sum(born <= BEGIN + timedelta(days=22) for born in reader.server.born)
        expected = {f"{nature.number}号来源的第{number}则消息" for number in range(first, last)}
        assert expected <= reader.announced.keys(), nature


@pytest.mark.slow
def test_dead_feeds_are_told_once_in_the_month(readers: list[Reader]) -> None:
    told = [Counter(reader.notices) for reader in readers]
    assert any(one[Notice.DEAD] for one in told)
    assert max(one[Notice.DEAD] for one in told) == 1
    assert max(one[Notice.FAILING] for one in told) == 1


def conditional(server: FeedServer) -> dict[str, str]:
    document = server.seen.document
    assert document is not None
    return {**NORMAL, "If-None-Match": document.etag}


@pytest.mark.parametrize(
    ("check", "headers", "after"),
    [
        (1, {}, 2 * DAY),
        (2, {"If-None-Match": "1-20"}, 2 * HOUR),
        (3, {"If-None-Match": '"invented"'}, 2 * HOUR),
        (4, None, HOUR / 2),
        (5, {"Cookie": "a=b"}, 2 * HOUR),
        (6, {"User-Agent": "python"}, 2 * HOUR),
        (9, {"Accept-Encoding": "br"}, 2 * HOUR),
    ],
)
def test_a_reader_that_misbehaves_is_found_out(check: int, headers: Mapping[str, str] | None, after: timedelta) -> None:
    server = FeedServer(Nature(number=1))
    server.answer(server.address, NORMAL, BEGIN)
    server.answer(server.address, conditional(server), BEGIN + DAY)
    assert +server.faults == Counter()
    asked = conditional(server) if headers is None else {**NORMAL, **headers}
    server.answer(server.address, asked, BEGIN + DAY + after)
    assert server.faults[check] == 1


def test_a_reader_that_is_too_early_after_a_429_a_restart_or_a_wish_is_found_out() -> None:
    limited = FeedServer(Nature(number=1, spells=(Spell(start=BEGIN, end=BEGIN + DAY, status=429, retry_after=DAY),)))
    wishing = FeedServer(Nature(number=2, wishes=Wishes(ttl=3 * HOUR)))
    restarted = FeedServer(Nature(number=3))
    for server in (limited, wishing, restarted):
        server.answer(server.address, NORMAL, BEGIN)
        server.seen.restarted = server is restarted
        server.answer(server.address, NORMAL, BEGIN + (HOUR / 2 if server is restarted else 2 * HOUR))
    assert (limited.faults[8], wishing.faults[0], restarted.faults[10]) == (1, 1, 1)


def test_a_304_that_is_forgotten_is_found_out() -> None:
    server = FeedServer(Nature(number=1, weekly=0.001))
    server.answer(server.address, NORMAL, BEGIN)
    reply = server.answer(server.address, conditional(server), BEGIN + 2 * HOUR)
    assert reply.status == 304
    server.answer(server.address, NORMAL, BEGIN + 2 * DAY)
    assert server.faults[7] == 1


@pytest.mark.parametrize("number", [7, 11])
def test_of_a_flood_at_most_five_entries_are_announced_singly(number: int) -> None:
    quiet = Spell(start=BEGIN + DAY, end=BEGIN + 8 * DAY, status=0)
    (reader,) = month([Nature(number=number, weekly=100, window=50, spells=(quiet,))])
    assert Notice.FLOOD in reader.notices
    assert reader.most_singly == SINGLY
    assert max(reader.announced.values()) == 1
