"""Each library is used through one door, so that what it does, and what replaces it, is found in one place."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

DOORS = {
    "PIL": ("bot/pictures/",),
    "aiohttp": ("bot/delivery/line.py", "bot/sources/http.py", "bot/standin/"),
    "aiosqlite": ("bot/store/database.py",),
    "bs4": ("bot/sources/body.py", "bot/sources/body_tags.py"),
    "fluent": ("bot/texts/",),
    "jieba": ("summaries/words/segmenters.py",),
    "lxml": ("bot/sources/feeds/tree.py", "bot/sources/page_tree.py"),
    "markdown_it": ("bot/sources/markdown.py",),
    "numpy": ("summaries/training/",),
    "scipy": ("summaries/training/likeness.py", "summaries/training/network.py"),
    "opencc": ("bot/core/scripts.py", "summaries/training/words.py"),
    "publicsuffixlist": ("bot/sources/domains.py",),
    "pydantic": ("bot/config/",),
    "pyroaring": ("bot/store/roaring.py",),
    "rich": ("bot/cli/",),
    "rjieba": ("summaries/words/segmenters.py",),
    "sqlite3": ("bot/store/database.py",),
    "telegram": ("bot/app/telegram.py", "bot/chat/bridge/", "bot/delivery/"),
    "typer": ("bot/cli/",),
    "watchfiles": ("bot/sources/events.py",),
    "yarl": ("bot/sources/places.py",),
    "yaml": ("bot/config/reading.py", "bot/sources/yaml_text.py"),
}
"""Where a library may be imported; a folder ends in a slash."""


def libraries(file: Path) -> Iterator[str]:
    """Names what a file imports, wherever in it: the first part of each name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        yield from (name.partition(".")[0] for name in names)


USED = {
    file.relative_to(ROOT).as_posix(): frozenset(libraries(file))
    for package in ("bot", "summaries")
    for file in sorted((ROOT / package).rglob("*.py"))
}


@pytest.mark.parametrize("library", DOORS)
def test_a_library_is_imported_behind_its_door_alone(library: str) -> None:
    users = {path for path, used in USED.items() if library in used}
    assert {path for path in users if not path.startswith(DOORS[library])} == set()
    assert [door for door in DOORS[library] if not any(path.startswith(door) for path in users)] == [], "a door unused"


def test_every_library_of_the_project_has_a_door() -> None:

    others = {name for used in USED.values() for name in used} - {"bot", "summaries"} - set(sys.stdlib_module_names)
    assert others - DOORS.keys() == set()
