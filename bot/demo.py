"""The demo: the real bot against the stand-in for Telegram, with a chat page in the browser and no token."""

import asyncio
import errno
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot import samples
from bot.app import run_bot
from bot.config import Broadcasting, Config, Defaults, FolderSource, Telegram
from bot.errors import ConfigError, JianbaoError
from bot.standin import Drops, Standin, demo_world

TOKEN = "20261122:the-demo-needs-no-token-of-yours"  # noqa: S105 - opens nothing but the stand-in in this process
PORTS_TRIED = 50
UNDO_SECONDS = 5
"""Long enough to try the button, short enough to see the headline arrive."""


async def run_demo(*, posts: Path | None, host: str, port: int, tell: Callable[[str], object]) -> None:
    """Serves the chat page and runs the bot behind it until Ctrl-C; tells the one address to open."""
    with tempfile.TemporaryDirectory(prefix="jianbao-demo-") as place:
        watched, folders = _folders(Path(place), posts)
        drops = Drops(samples=samples.drops(), into=watched, pictures=samples.pictures())
        standin = Standin(world=demo_world(), token=TOKEN, drops=drops)
        async with standin.running(host=host, port=await _free_port(host, port)) as address:
            admins = tuple(person.id for person in standin.world.people.values() if person.role == "admin")
            await _run(_config(address, Path(place), folders, admins), address, tell)


def _folders(place: Path, posts: Path | None) -> tuple[Path, list[Path]]:
    """Gives the folder that samples are dropped into, and all folders to watch; a person's own is only read."""
    watched = place / "posts"
    if posts is None:
        shutil.copytree(samples.posts(), watched)
        return watched, [watched]
    if not posts.is_dir():
        raise ConfigError(f"There is no folder {posts}.", subject="--posts", advice="Name a folder of posts.")
    watched.mkdir()
    return watched, [posts, watched]


def _config(address: str, place: Path, folders: list[Path], admins: tuple[int, ...]) -> Config:
    return Config(
        telegram=Telegram(token=TOKEN, api_url=address),
        admins=admins,
        sources=tuple(FolderSource(kind="folder", where=folder.resolve()) for folder in folders),
        store=f"sqlite:///{place / 'demo.db'}",
        broadcast=Broadcasting(undo_seconds=UNDO_SECONDS),
        defaults=Defaults(),
    )


async def _run(config: Config, address: str, tell: Callable[[str], object]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)

    def ready() -> None:
        private = "Nothing leaves this computer, unless you paste a link."
        tell(f"\n  简报 Jianbao: open  {address}\n\n  Ctrl-C ends it. {private}\n")

    await run_bot(config, stop=stop, ready=ready)


async def _free_port(host: str, port: int) -> int:
    """Gives the first free port from `port` on."""
    if port == 0:
        return 0
    for number in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            server = await asyncio.start_server(lambda _, writer: writer.close(), host, number)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            why = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error.strerror)
            advice = "Name an address of this computer with --host, or another port with --port."
            raise JianbaoError(
                f"{host}:{number} cannot be served: {why.lower()}.", subject="--host", advice=advice
            ) from error
        server.close()
        await server.wait_closed()
        return number
    raise JianbaoError(f"No port from {port} on is free.", subject="--port", advice="Name another with --port.")
