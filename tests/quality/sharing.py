"""Lets the workers of a run of the tests measure a thing once: one measures, the others wait for its file."""

import json
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from pathlib import Path

from tests.quality.floors import Floors


def measured_once(file: Path, measure: Callable[[], Floors]) -> Floors:
    """Gives what the file holds; who comes first measures it."""
    with file.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not file.exists():
            file.write_text(json.dumps(measure()), encoding="utf-8")
        found: Floors = json.loads(file.read_text(encoding="utf-8"))
        return found
