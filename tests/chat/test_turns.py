import asyncio

from bot.chat.turns import MOST_WAITING, Turns


async def test_one_chat_is_served_in_its_order_while_another_does_not_wait() -> None:
    turns, done = Turns(), list[str]()
    gate = asyncio.Event()

    async def first() -> None:
        async with turns.of(1):
            await gate.wait()
            done.append("first")

    async def quick(chat_id: int, name: str) -> None:
        async with turns.of(chat_id):
            done.append(name)

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(first())
        await asyncio.sleep(0)
        second = tasks.create_task(quick(1, "second"))
        await tasks.create_task(quick(2, "other"))
        assert not second.done()
        gate.set()
    assert done == ["other", "first", "second"]


async def test_a_chat_that_floods_is_full_and_later_forgotten() -> None:
    turns = Turns()

    async def wait() -> None:
        async with turns.of(1):
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as tasks:
        for _ in range(MOST_WAITING):
            tasks.create_task(wait())
        await asyncio.sleep(0)
        assert turns.is_full(1)
        assert not turns.is_full(2)
    assert not turns.is_full(1)
    assert not turns._locks
