import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import ConfigError, StoreError
from bot.model import Chat
from bot.store import Store, open_store
from bot.store.migrations import MIGRATIONS
from summaries import Length

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"


def at_version(path: Path, version: int) -> None:
    """Leaves a database as an older Jianbao would have."""
    with sqlite3.connect(path) as connection:
        for script in MIGRATIONS[:version]:
            connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def schema(path: Path) -> list[tuple[str, ...]]:
    with sqlite3.connect(path) as connection:
        found = connection.execute(SCHEMA).fetchall()
    connection.close()
    return found


async def run(store: Store, *statements: str) -> None:
    async with store.database.write() as transaction:
        for sql in statements:
            await transaction.run(sql)


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
async def test_a_database_of_any_age_becomes_one_of_today(tmp_path: Path, version: int) -> None:
    at_version(tmp_path / "old.db", version)
    for name in ("old.db", "new.db"):
        async with open_store(f"sqlite:///{tmp_path / name}"):
            pass
    assert schema(tmp_path / "old.db") == schema(tmp_path / "new.db")


async def test_what_an_old_database_holds_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    at_version(path, 1)
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "INSERT INTO source (id, kind, place) VALUES (1, 'folder', '/posts');"
            "INSERT INTO category (id, key, name) VALUES (1, '金融', '金融');"
            "INSERT INTO article VALUES (5, 1, 1, 'h', 50, 40, '{}', '{}'), (6, 1, 1, 'i', NULL, 41, '{}', '{}');"
            "INSERT INTO post_file VALUES (1, 'a.md', 3, 4, 'a', 1, 5);"
            "INSERT INTO chat VALUES (7, 'private', 'en', 'UTC', 'active', 1);"
            "INSERT INTO delivery (chat_id, what, lane, due_at) VALUES (7, 'article:5', 20, 1);"
        )
    connection.close()
    async with open_store(f"sqlite:///{path}") as store:
        file = (await store.sources.files_at(1, ["a.md"]))["a.md"]
        assert (file.mtime_ns, file.size, file.title_key, file.article_id) == (3, 4, "a", 5)
        assert await store.deliveries.count() == {"due": 1}
        rows = await store.database.rows("SELECT id FROM article ORDER BY shown_at DESC")
        assert rows == [(6,), (5,)], "a date in the future does not count"
        chat = await store.chats.get(7)
        assert chat is not None
        assert chat.length is Length.STANDARD, "who read before there were lengths reads on as before"


async def test_a_database_of_a_newer_version_is_left_alone(database_file: Path) -> None:
    at_version(database_file, 1)
    with sqlite3.connect(database_file) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreError, match=r"newer Jianbao.*Update Jianbao"):
        async with open_store(f"sqlite:///{database_file}"):
            pass


@pytest.mark.parametrize("url", ["postgres://somewhere/db", "sqlite:///", "jianbao.db"])
async def test_an_unknown_kind_of_store_is_told(url: str) -> None:
    with pytest.raises(ConfigError, match=r"sqlite:///jianbao\.db"):
        async with open_store(url):
            pass


@pytest.fixture
def diary(database_file: Path) -> Path:
    database_file.write_text("a diary, not a database\n" * 100)
    return database_file


async def test_a_file_that_is_no_database_is_told(diary: Path) -> None:
    with pytest.raises(StoreError, match=r"news\.db is no Jianbao database\. Name another file"):
        async with open_store(f"sqlite:///{diary}"):
            pass


async def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be opened\. Check that its folder exists"):
        async with open_store(f"sqlite:///{tmp_path / 'nowhere' / 'news.db'}"):
            pass


async def test_a_database_in_use_by_another_program_is_told(store: Store, database_file: Path, chat: Chat) -> None:
    await store.database._writer.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(database_file, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            await store.chats.set_language(chat.id, "en")
    finally:
        other.close()
    await store.chats.set_language(chat.id, "en")


async def test_a_full_disk_is_told_and_nothing_stored_is_lost(store: Store, chat: Chat) -> None:
    pages = (await store.database.rows("PRAGMA page_count"))[0][0]
    await store.database._writer.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match=r"news\.db is full\. Free some space"):
        await run(store, "UPDATE chat SET language = 'en'", f"UPDATE chat SET time_zone = '{'long' * 100_000}'")
    assert await store.chats.get(chat.id) == chat
    await store.chats.set_language(chat.id, "en")


async def test_a_database_that_may_not_be_written_is_told(store: Store, chat: Chat) -> None:
    await store.database._writer.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match=r"may not be written\. Give this user the right"):
        await store.chats.set_language(chat.id, "en")


async def test_a_failed_transaction_leaves_nothing_behind(store: Store, chat: Chat) -> None:
    with pytest.raises(StoreError, match="no such table"):
        await run(store, "UPDATE chat SET language = 'en'", "DELETE FROM nowhere")
    assert await store.chats.get(chat.id) == chat


async def test_a_broken_rule_is_no_trouble_of_the_database(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await run(store, "INSERT INTO subscription VALUES (1, 1, 0, NULL)")


@pytest.mark.parametrize("steps", range(6))
async def test_a_cancelled_writer_leaves_no_open_transaction(store: Store, chat: Chat, steps: int) -> None:
    async def write() -> None:
        async with store.database.write() as transaction:
            for _ in range(3):
                await transaction.run("UPDATE chat SET language = 'en'")
                await asyncio.sleep(0)
            await asyncio.sleep(10)

    task = asyncio.create_task(write())
    for _ in range(steps * 3):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()  # again, while it may be rolling back
    await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(5):
        await store.chats.set_language(chat.id, "zh-Hant")
    found = await store.chats.get(chat.id)
    assert found is not None
    assert found.language == "zh-Hant"


async def test_many_writers_at_once_take_turns(store: Store, chat: Chat) -> None:
    async with asyncio.timeout(10):
        await asyncio.gather(
            *(store.chats.set_language(chat.id, "en") for _ in range(50)),
            *(store.categories.ensure([("金融", f"第{n % 7}类")]) for n in range(50)),
            *(store.chats.get(chat.id) for _ in range(50)),
        )
    assert await store.categories.count() == 8


async def test_reading_does_not_wait_for_a_writer(store: Store, chat: Chat) -> None:
    async with store.database.write() as transaction:
        await transaction.run("UPDATE chat SET language = 'en'")
        async with asyncio.timeout(1):
            assert await store.chats.get(chat.id) == chat


async def test_half_a_surrogate_pair_does_not_stop_the_store(store: Store, chat: Chat) -> None:
    await store.chats.set_language(chat.id, "en\ud83d")
    found = await store.chats.get(chat.id)
    assert found is not None
    assert found.language == "en?"


@pytest.mark.slow
def test_a_killed_process_loses_nothing_it_had_stored(tmp_path: Path) -> None:
    script = (
        "import asyncio, os, signal, sys\n"
        "from datetime import datetime, UTC\n"
        "from bot.store import open_store\n"
        "async def main():\n"
        "    async with open_store(sys.argv[1]) as store:\n"
        "        await store.categories.ensure([('金融', '要闻')])\n"
        "        async with store.database.write() as transaction:\n"
        '            await transaction.run("DELETE FROM category")\n'
        "            os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    url = f"sqlite:///{tmp_path / 'news.db'}"
    done = subprocess.run([sys.executable, "-c", script, url], check=False, timeout=30)
    assert done.returncode == -9
    with sqlite3.connect(tmp_path / "news.db") as connection:
        assert connection.execute("SELECT count(*) FROM category").fetchone() == (2,)
    connection.close()
