"""One measured figure, and the posts that are measured on."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot import samples

ROOT = Path(__file__).parents[2]
SHARED_POSTS = ROOT.parent / "shared" / "data" / "posts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured, what was measured beside it in the same run, and the goal."""

    what: str
    value: str
    beside: str = ""
    goal: str = ""


def post_files() -> list[Path]:
    """Lists the posts to measure on: the shared collection when it is there, else our own samples many times."""
    if SHARED_POSTS.is_dir():
        return sorted(SHARED_POSTS.rglob("*.md"))
    return sorted(samples.posts().rglob("*.md")) * 50


def cpu_seconds(work: Callable[[], object]) -> float:
    """Gives the processor time of one call."""
    begun = time.process_time()
    work()
    return time.process_time() - begun
