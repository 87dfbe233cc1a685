"""Does heavy work beside the loop, few at a time, so that people are answered meanwhile."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


async def beside(turn: asyncio.Semaphore, work: Callable[..., _Result], *values: object) -> _Result:
    """Gives what work on a thread gives, or raises what it raises, once it had its turn."""
    async with turn:
        return await asyncio.to_thread(_done, work, values)


def _done(work: Callable[..., _Result], values: tuple[object, ...]) -> _Result:
    try:
        return work(*values)
    except StopIteration as error:  # a future cannot hold it: whoever waits would wait for ever
        raise RuntimeError("The work came to the end of what it went through.") from error
