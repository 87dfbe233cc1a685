"""Renders the tables and pictures of the documentation from the program itself: `python -m docs.generate [--check]`."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from docs.drawings import drawings
from docs.tables import TABLES

ROOT = Path(__file__).resolve().parent.parent
COMMAND = "python -m docs.generate"

_PLACE = re.compile(r"(?P<open><!-- generated: (?P<name>[a-z-]+) -->\n).*?(?P<close><!-- end -->)", re.DOTALL)


def pages(root: Path = ROOT) -> list[Path]:
    """Lists the pages that may hold generated tables."""
    return [root / "README.md", *sorted((root / "docs").rglob("*.md"))]


def rendered(page: str) -> str:
    """Gives a page with every table made anew; raises KeyError for a table nobody makes."""
    return _PLACE.sub(lambda place: f"{place['open']}{TABLES[place['name']]()}\n{place['close']}", page)


def stale(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Finds the files that do not say what the program does, with what they should say."""
    for file in files:
        page = file.read_text(encoding="utf-8")
        if (fresh := rendered(page)) != page:
            yield file, fresh


def stale_drawings() -> Iterator[tuple[Path, str]]:
    """Finds the pictures that do not show what the program does, with what they should show."""
    for file, fresh in drawings().items():
        if not file.exists() or file.read_text(encoding="utf-8") != fresh:
            yield file, fresh


def main(arguments: Sequence[str]) -> int:
    """Writes the tables and pictures, or with `--check` only tells which files are stale."""
    old = [*stale(pages()), *stale_drawings()]
    if "--check" in arguments:
        for file, _ in old:
            sys.stderr.write(f"{file.relative_to(ROOT)} is stale: run {COMMAND}\n")
        return 1 if old else 0
    for file, fresh in old:
        file.write_text(fresh, encoding="utf-8")
        sys.stdout.write(f"{file.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
