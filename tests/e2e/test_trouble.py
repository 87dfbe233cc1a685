"""Whatever is wrong around the bot, a person reads one clear sentence, and never a traceback."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import yaml

from bot.standin import Standin, World

TOKEN = "987654321:end-to-end-tests-need-no-real-token"
pytestmark = pytest.mark.slow
NOWHERE = "http://127.0.0.1:9"
"""The discard port: nothing listens there."""


def configured(place: Path, address: str, *, token: str = TOKEN, store: str = "sqlite:///trouble.db") -> Path:
    (place / "posts").mkdir(exist_ok=True)
    file = place / "config.yaml"
    config = {
        "telegram": {"token": token, "api_url": address},
        "sources": [{"kind": "folder", "where": "posts"}],
        "store": store,
    }
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    return file


@asynccontextmanager
async def running(config: Path) -> AsyncIterator[Callable[[str], "asyncio.Future[str]"]]:
    """Runs the bot; gives a function that waits until its log tells something, and gives all it told."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "-c", str(config), stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    stream, told = process.stderr, ""

    async def until(part: str) -> str:
        nonlocal told
        async with asyncio.timeout(20):
            while part not in told:
                line = (await stream.readline()).decode("utf-8")
                assert line, f"the bot ended without telling {part!r}: {told}"
                told += line
        return told

    try:
        yield lambda part: asyncio.ensure_future(until(part))
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            rest = (await process.communicate())[1].decode("utf-8")
    assert "Traceback" not in told + rest
    assert "Unclosed" not in told + rest, "a connection left open"
    assert process.returncode == 0


def ended(config: Path) -> subprocess.CompletedProcess[str]:
    """Runs a bot that cannot start, to its end."""
    command = [sys.executable, "-m", "bot", "run", "-c", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert "Traceback" not in done.stderr
    assert "Unclosed" not in done.stderr, "a connection left open"
    return done


async def test_a_token_telegram_refuses_ends_the_start_with_advice(tmp_path: Path) -> None:
    async with Standin(world=World(), token="1:another-token-than-the-configured").running() as address:
        done = await asyncio.to_thread(ended, configured(tmp_path, address))
    assert done.returncode == 2
    assert "Telegram refuses the token. Copy it again from @BotFather" in done.stderr
    assert TOKEN not in done.stderr


async def test_without_network_the_bot_says_so_and_tries_on_until_it_is_there(tmp_path: Path) -> None:
    async with running(configured(tmp_path, NOWHERE)) as until:
        told = await until("trying again")
    assert f"Telegram cannot be reached at {NOWHERE}" in told


async def test_a_token_refused_later_is_told_and_the_bot_hears_again_when_it_is_taken(tmp_path: Path) -> None:
    standin = Standin(world=World(), token=TOKEN)
    reader = standin.world.add_person(id=101).id
    standin.order_fault(kind="error", method="getUpdates", status=401, description="Unauthorized")
    async with standin.running() as address, running(configured(tmp_path, address)) as until:
        await until("Telegram refuses the token")
        standin.say(reader, "/help")
        async with asyncio.timeout(20):
            while not standin.outbox(reader):
                await asyncio.sleep(0.05)


async def test_a_webhook_set_while_the_bot_runs_is_taken_away_and_people_are_heard(tmp_path: Path) -> None:
    standin = Standin(world=World(), token=TOKEN)
    reader = standin.world.add_person(id=101).id
    async with standin.running() as address, running(configured(tmp_path, address)) as until:
        await until("The bot answers")
        standin.sim.updates.set_webhook({"url": NOWHERE, "secret": ""})
        await until("Somebody set a webhook")
        standin.say(reader, "/help")
        async with asyncio.timeout(20):
            while not standin.outbox(reader):
                await asyncio.sleep(0.05)


async def test_a_telegram_that_is_not_well_at_the_start_is_waited_for(tmp_path: Path) -> None:
    standin = Standin(world=World(), token=TOKEN)
    standin.order_fault(kind="flood", method="getMe", retry_after=1)
    async with standin.running() as address, running(configured(tmp_path, address)) as until:
        assert "(RetryAfter); trying again in 2 s" in await until("The bot answers")


async def test_the_bot_ends_at_once_while_telegram_only_fails(tmp_path: Path) -> None:
    standin = Standin(world=World(), token=TOKEN)
    standin.order_fault(kind="error", method="deleteWebhook", status=502, count=1000)
    async with standin.running() as address, running(configured(tmp_path, address)) as until:
        await until("posts are indexed")
        before = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - before < 4


async def test_the_bot_ends_soon_while_a_name_server_is_silent(tmp_path: Path) -> None:
    silent = "import socket, time\nsocket.getaddrinfo = lambda *_, **__: time.sleep(30)\n"
    (tmp_path / "sitecustomize.py").write_text(silent, encoding="utf-8")
    command = [sys.executable, "-m", "bot", "run", "-c", str(configured(tmp_path, "http://telegram.example"))]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE, env=environment)
    assert process.stderr is not None
    while b"posts are indexed" not in await process.stderr.readline():
        pass
    process.send_signal(signal.SIGTERM)
    try:
        async with asyncio.timeout(6):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()


async def test_a_missing_folder_is_told_before_the_start(tmp_path: Path) -> None:
    config = configured(tmp_path, NOWHERE)
    (tmp_path / "posts").rmdir()
    done = await asyncio.to_thread(ended, config)
    assert done.returncode == 2
    assert "sources.0.where: there is no folder" in done.stderr


async def test_a_folder_that_vanishes_is_told_and_watched_again_when_it_is_back(tmp_path: Path) -> None:
    async with (
        Standin(world=World(), token=TOKEN).running() as address,
        running(configured(tmp_path, address)) as until,
    ):
        await until("The bot answers")
        (tmp_path / "posts").rmdir()
        assert "There is no folder" in await until("trying again every few seconds")


@pytest.mark.parametrize(
    ("content", "part"), [(b"this is no database, only words " * 40, "is no Jianbao database"), (None, "is a folder")]
)
async def test_a_store_that_is_none_is_told(tmp_path: Path, content: bytes | None, part: str) -> None:
    config = configured(tmp_path, NOWHERE)
    file = tmp_path / "trouble.db"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    done = await asyncio.to_thread(ended, config)
    assert done.returncode in {1, 2}
    assert part in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's device that is always full")
async def test_output_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("一段文字。", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "bot", "read", "--json", str(file)]
        done = await asyncio.to_thread(
            subprocess.run, command, stdout=full, stderr=subprocess.PIPE, check=False, env=os.environ
        )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"space" in done.stderr


async def test_a_second_bot_with_the_same_token_is_told_to_the_first(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    async with (
        Standin(world=World(), token=TOKEN).running() as address,
        running(configured(tmp_path / "one", address)) as first,
    ):
        await first("The bot answers")
        async with running(configured(tmp_path / "two", address)):
            assert "Another program takes this bot's updates" in await first("Another program")


async def test_a_second_bot_on_the_same_database_ends_before_it_sends_anything_twice(tmp_path: Path) -> None:
    async with (
        Standin(world=World(), token=TOKEN).running() as address,
        running(configured(tmp_path, address)) as until,
    ):
        await until("The bot answers")
        done = await asyncio.to_thread(ended, configured(tmp_path, address))
    assert done.returncode == 1
    assert f"Another Jianbao runs on {tmp_path / 'trouble.db'}. Stop the other one" in done.stderr
