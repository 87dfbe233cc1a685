"""`make bench`: our figures side by side with their yardsticks, measured in one run."""

import asyncio
import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.table import Table

from tests.benchmarks import (
    asking,
    delivering,
    feeds,
    indexing,
    killing,
    matching,
    pacing,
    polling,
    reading,
    sending,
    starting,
    summarising,
)
from tests.benchmarks.figures import Figure

PARTS: dict[str, Callable[[], list[Figure]]] = {
    "reading": reading.figures,
    "feeds": feeds.figures,
    "summarising": summarising.figures,
    "starting": lambda: asyncio.run(starting.figures()),
    "matching": lambda: asyncio.run(matching.figures()),
    "delivering": lambda: asyncio.run(delivering.figures()),
    "pacing": lambda: asyncio.run(pacing.figures()),
    "sending": sending.figures,
    "killing": lambda: asyncio.run(killing.figures()),
    "polling": polling.figures,
    "asking": asking.figures,
    "indexing": lambda: asyncio.run(indexing.figures()),
}


def main() -> None:
    """Measures the parts named on the command line, or all of them."""
    console = Console(width=120)
    table = Table("what", "figure", "beside it", "goal", title="Jianbao, measured in one run")
    for figure in _measured(sys.argv[1:] or list(PARTS)):
        table.add_row(figure.what, figure.value, figure.beside, figure.goal)
    console.print(table)


def _measured(names: list[str]) -> Iterator[Figure]:
    for name in names:
        print(f"measuring {name} …", file=sys.stderr)
        yield from PARTS[name]()


main()
