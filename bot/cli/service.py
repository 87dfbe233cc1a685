"""`jianbao demo`, `jianbao run` and `jianbao check`: the bot itself."""

import asyncio
import logging
import os
import threading
from pathlib import Path
from typing import Annotated

import typer

from bot.checks import load_checked
from bot.config import Config
from bot.logs import hide_secrets, set_up_logs

ENDING_SECONDS = 1.0
"""So long the program waits for its threads once the bot has ended."""

ConfigFile = Annotated[Path, typer.Option("--config", "-c", help="The configuration file.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Log everything, tracebacks too.")]


def demo(
    *,
    posts: Annotated[Path | None, typer.Option(help="A folder of posts to use instead of the samples.")] = None,
    host: Annotated[str, typer.Option(help="Address to serve the chat page on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; when taken, the next free one.")] = 8765,
    verbose: Verbose = False,
) -> None:
    """Chat with the bot in the browser: the real bot against a local stand-in for Telegram; no token needed."""
    from bot.demo import run_demo  # noqa: PLC0415 - `--help` answers at once

    set_up_logs(level=logging.DEBUG if verbose else logging.WARNING)
    asyncio.run(run_demo(posts=posts, host=host, port=port, tell=typer.echo))


def run(*, config: ConfigFile = Path("config.yaml"), verbose: Verbose = False) -> None:
    """Run the bot on Telegram, from config.yaml."""
    loaded = _load(config, verbose=verbose)
    asyncio.run(_run(loaded))


async def _run(config: Config) -> None:
    from bot.app import run_bot  # noqa: PLC0415 - a mistake in the configuration is told before all of this is loaded

    await run_bot(config)
    # All is written and closed. What Python would still wait for is a thread that asks a silent name server.
    ending = threading.Timer(ENDING_SECONDS, os._exit, (0,))
    ending.daemon = True
    ending.start()


def check(
    *,
    config: ConfigFile = Path("config.yaml"),
    online: Annotated[
        bool, typer.Option("--online", help="Then ask every source once; exit status 1 when one is not well.")
    ] = False,
) -> None:
    """Check the configuration and the environment; tells all mistakes at once, exit status 2."""
    loaded = _load(config, verbose=False)
    places = [*(str(source.where) for source in loaded.folders), *(source.url for source in loaded.feeds)]
    told = ", ".join(map(hide_secrets, places))
    typer.echo(f"{config} is fine. Sources: {told}. Admins: {len(loaded.admins)}. Store: {loaded.store}.")
    if not online:
        return
    from bot.cli.online import look  # noqa: PLC0415 - mistakes in the configuration are told before all of this is loaded

    if not asyncio.run(look(loaded, tell=typer.echo)):
        raise typer.Exit(1)


def _load(path: Path, *, verbose: bool) -> Config:
    loaded = load_checked(path, os.environ)
    level = logging.DEBUG if verbose else logging.INFO
    set_up_logs(secrets=[loaded.telegram.token.get_secret_value()], level=level)
    return loaded
