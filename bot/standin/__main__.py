"""Runs the stand-in alone: `python -m bot.standin --port 8081`."""

import argparse
import asyncio
import sys
from contextlib import suppress
from pathlib import Path

from bot.standin import Drops, Standin
from bot.standin.standin import TOKEN


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.standin", description="A local stand-in for the Bot API.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--no-flood", action="store_true", help="never answer 429")
    parser.add_argument("--spec", type=Path, help="hold every call against this list of methods and types")
    parser.add_argument("--samples", type=Path, help="posts that can be dropped")
    parser.add_argument("--into", type=Path, help="the folder they are dropped into")
    parser.add_argument("--pictures", type=Path, help="pictures of the samples")
    return parser.parse_args()


async def _serve(options: argparse.Namespace) -> None:
    drops = None
    if options.samples and options.into:
        drops = Drops(options.samples, options.into, options.pictures)
    standin = Standin(token=options.token, flood=not options.no_flood, spec=options.spec, drops=drops)
    async with standin.running(options.host, options.port) as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(_options()))
