"""Jobs beside a block: a failing job ends the block, and the block's end ends the jobs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def background(*jobs: Any) -> AsyncIterator[None]:  # noqa: ANN401 - coroutines of any result
    """Runs jobs beside the block; a failing job ends the block, and the block's end ends the jobs."""
    try:
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(job) for job in jobs]
            try:
                yield
            finally:
                for task in running:
                    task.cancel()
    except BaseExceptionGroup as group:
        raise _first(group) from None  # one trouble is enough to tell, and what ends the program is that trouble


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
