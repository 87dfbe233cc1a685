"""What people said is remembered until it is done."""

from datetime import UTC, datetime, timedelta

from bot.store import Store

NOW = datetime(2026, 11, 29, tzinfo=UTC)


async def test_what_is_not_done_is_found_at_the_next_start_in_the_order_it_came(store: Store) -> None:
    await store.updates.keep({8: "b", 7: "a", 9: "c"}, now=NOW)
    await store.updates.keep({7: "again"}, now=NOW)
    await store.updates.done(8)
    assert await store.updates.left(now=NOW) == ["a", "c"]


async def test_what_ends_the_program_at_every_start_is_let_go_of(store: Store) -> None:
    await store.updates.keep({7: "a"}, now=NOW)
    assert [await store.updates.left(now=NOW) for _ in range(3)] == [["a"], ["a"], []]


async def test_nobody_is_answered_days_later(store: Store) -> None:
    await store.updates.keep({7: "a"}, now=NOW)
    assert await store.updates.left(now=NOW + timedelta(hours=25)) == []
