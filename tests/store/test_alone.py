"""One database, one running bot."""

import asyncio
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import held


async def test_a_second_bot_on_the_same_database_is_told(database_file: Path) -> None:
    url = f"sqlite:///{database_file}"
    async with held(url):
        with pytest.raises(StoreError, match=r"Another Jianbao runs on .*news\.db\. Stop the other one"):
            async with held(url, patience=0):
                pass
    async with held(url, patience=0):
        pass


async def test_whoever_takes_the_place_of_one_that_ends_waits_for_it(database_file: Path) -> None:
    url, order = f"sqlite:///{database_file}", list[str]()

    async def follow() -> None:
        async with held(url):
            order.append("second")

    async with held(url):
        second = asyncio.create_task(follow())
        await asyncio.sleep(0)
        order.append("first")
    await second
    assert order == ["first", "second"]


async def test_a_folder_that_is_not_there_is_left_to_whoever_opens_the_database(tmp_path: Path) -> None:
    async with held(f"sqlite:///{tmp_path / 'nowhere' / 'news.db'}"):
        pass
