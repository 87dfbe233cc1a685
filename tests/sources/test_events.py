"""Promises about hearing of changes while new folders appear."""

import asyncio
from pathlib import Path

from bot.sources.events import Events

ROUNDS, PLACES = 30, 100


async def test_no_post_is_missed_while_new_folders_appear_beside_it(tmp_path: Path) -> None:
    old = [tmp_path / f"old{number}" / "deep" for number in range(PLACES)]
    for place in old:
        place.mkdir(parents=True)
    events = Events(str(tmp_path))
    await events.open()
    heard: set[str] = set()

    async def listen() -> None:
        async for posts in events.posts():
            heard.update(posts)

    listening = asyncio.create_task(listen())
    expected = set()
    for number in range(ROUNDS):
        for place in (tmp_path / f"new{number}" / "deep", *old[number % 7 :: 7]):
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{number}.md").write_text("post")
            expected.add((place / f"{number}.md").relative_to(tmp_path).as_posix())
            await asyncio.sleep(0.004)
    async with asyncio.timeout(10):
        while not expected <= heard:
            await asyncio.sleep(0.02)
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    events.close()
