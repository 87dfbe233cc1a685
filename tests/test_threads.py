"""Work on a thread has its turn, and always comes to an end for whoever waits."""

import asyncio
import threading

import pytest

from bot.threads import beside


async def test_work_gives_its_result_from_another_thread() -> None:
    turn = asyncio.Semaphore(1)
    assert await beside(turn, divmod, 7, 3) == (2, 1)
    assert await beside(turn, threading.get_ident) != threading.get_ident()


async def test_an_iterator_that_is_at_its_end_hangs_nobody() -> None:
    async with asyncio.timeout(5):
        with pytest.raises(RuntimeError) as raised:
            await beside(asyncio.Semaphore(1), next, iter(()))
    assert isinstance(raised.value.__cause__, StopIteration)


async def test_no_more_is_done_at_once_than_there_are_turns() -> None:
    turn, meeting = asyncio.Semaphore(1), threading.Barrier(2)
    met = await asyncio.gather(*(beside(turn, meeting.wait, 0.1) for _ in range(2)), return_exceptions=True)
    assert [type(one) for one in met] == [threading.BrokenBarrierError] * 2
