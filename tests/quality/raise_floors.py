"""Raises the floors to what is reached today, never lowers one: `python -m tests.quality.raise_floors`."""

import json
import sys
from collections.abc import Iterator

from tests.quality import floors
from tests.quality.scoring import ABSENT, DEV
from tests.quality.systems import installed_segmenters

MARGIN = 0.2
"""Points below what was measured: room for a change that means nothing."""


def main() -> int:
    """Measures with every segmenter that is installed, and writes the floors that rise."""
    old, found = floors.known(), _found()
    new = floors.raised(old, found, MARGIN)
    floors.FILE.write_text(json.dumps(new, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for line in _told(old, new, found):
        print(line)
    return int(any(found[source][cell] < floor for source in found for cell, floor in old.get(source, {}).items()))


def _found() -> floors.Floors:
    names = installed_segmenters()
    own = {floors.OWN: {floors.WISHES: min(map(floors.measured_on_own, names))}}
    if not DEV.exists():
        print(f"{ABSENT} Only our own texts are.")
        return own
    return floors.lowest([floors.measured(name) for name in names]) | own


def _told(old: floors.Floors, new: floors.Floors, found: floors.Floors) -> Iterator[str]:
    for source, row in found.items():
        for cell, value in row.items():
            before, after = old.get(source, {}).get(cell), new[source][cell]
            if before is not None and value < before:
                yield f"{source} {cell}: {value:.2f} is below its floor {before}, which stays"
            elif before != after:
                yield f"{source} {cell}: {before} → {after} (measured {value:.2f})"


if __name__ == "__main__":
    sys.exit(main())
