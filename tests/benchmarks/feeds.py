"""How many feeds one core reads in a second, beside the readers everybody takes."""

import warnings
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from bot.sources.feed import parse
from tests.benchmarks.figures import ROOT, Figure, cpu_seconds

SHARED_FEEDS = ROOT.parent / "shared" / "data" / "feeds"
OWN_FEEDS = ROOT / "tests" / "data" / "feeds"
OTHERS: dict[str, dict[str, bool]] = {"feedparser": {"sanitize_html": False}, "fastfeedparser": {}}
NO_FEEDS = (".md", ".expected.json", "expected.json")


def figures() -> list[Figure]:
    """Reads every feed three times, turn by turn with the others; the best turn counts."""
    feeds = [file.read_bytes() for file in _files()]
    xml = [data for data in feeds if not data.startswith(b"{")]
    beside = [f"{name} {_speed(reader, xml)}" for name, reader in _others()]
    return [
        Figure(
            what=f"feeds read per second and core ({len(feeds)} feeds)",
            value=_speed(lambda data: parse(data, "https://feeds.example/"), feeds),
            beside=", ".join(beside) or "feedparser is not installed",
            goal="≥ 150",
        ),
    ]


def _files() -> list[Path]:
    folder = SHARED_FEEDS if SHARED_FEEDS.is_dir() else OWN_FEEDS
    return [file for file in sorted(folder.iterdir()) if not file.name.endswith(NO_FEEDS)]


def _others() -> list[tuple[str, Callable[[bytes], object]]]:
    """Gives the readers to compare with, as far as they are installed; feedparser without its sanitizer."""
    readers: list[tuple[str, Callable[[bytes], object]]] = []
    for name, options in OTHERS.items():
        try:
            module = import_module(name)
        except ImportError:
            continue
        readers.append((name, partial(module.parse, **options)))
    return readers


def _speed(read: Callable[[bytes], object], feeds: Sequence[bytes]) -> str:
    return f"{len(feeds) / min(cpu_seconds(lambda: _all(read, feeds)) for _ in range(3)):,.0f}"


def _all(read: Callable[[bytes], object], feeds: Sequence[bytes]) -> None:
    for data in feeds:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                read(data)
            except Exception:  # noqa: BLE001 - what another reader cannot read costs its time all the same
                continue
