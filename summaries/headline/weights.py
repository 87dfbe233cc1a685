"""Keeps what was learned of headlines in three files of the package: words, what each adds, and all tables."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summaries.rank.lanes import BITS, packed, unpacked
from summaries.rank.net import Head, Net, Parts, Table
from summaries.rank.weights import of_bytes, to_bytes, with_borders

WEIGHTS = Path(__file__).parents[1] / "weights"
_WORDS, _ROWS, _TABLES = "headline.words.txt", "headline.rows.bin", "headline.json"

Key = tuple[str, *tuple[str | int, ...]]
"""The name of a table and where to look in it."""


class Weights(NamedTuple):
    """All that was learned."""

    net: Net
    rows: Mapping[Key, int]
    """What each key adds to the network."""
    promise: tuple[float, ...]
    """What each of the signs of a promising sentence adds to the answer that its best run may get."""


@cache
def load() -> Weights:
    """Reads the weights, once."""
    learned = json.loads((WEIGHTS / _TABLES).read_text(encoding="utf-8"))
    speaks = tuple(learned["speaks"])
    tables = [Table(with_borders(borders), tuple(map(packed, rows))) for borders, rows in learned["numbers"]]
    words = (WEIGHTS / _WORDS).read_text(encoding="utf-8").split()
    rows = of_bytes((WEIGHTS / _ROWS).read_bytes(), len(speaks))
    net = Net(tables, dict(zip(words, rows, strict=True)), Parts(len(speaks), 0), [Head(0, speaks)])
    looked_up: dict[Key, int] = {
        (name, *parts): packed(row) for name, table in learned["tables"].items() for *parts, row in table
    }
    looked_up |= {
        (name, *parts): weight << BITS * len(speaks)
        for name, table in learned["adding"].items()
        for *parts, weight in table
    }
    return Weights(net, looked_up, tuple(learned["promise"]))


def save(folder: Path, weights: Weights) -> None:
    """Writes the weights; the same ones give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    (head,) = weights.net.heads
    many = len(head.weights)
    words = sorted(weights.net.words)
    (folder / _WORDS).write_text("\n".join(words) + "\n", encoding="utf-8")
    (folder / _ROWS).write_bytes(to_bytes([weights.net.words[word] for word in words], many))
    looked_up = sorted(weights.rows.items(), key=lambda one: repr(one[0]))
    of_keys = {key: unpacked(row, 0, many + 1) for key, row in looked_up}
    learned = {
        "speaks": head.weights,
        "promise": weights.promise,
        "numbers": [[borders, [unpacked(row, 0, many + 1) for row in rows]] for borders, rows in weights.net.tables],
        "tables": _tables({key: row for key, row in of_keys.items() if any(row[:-1])}),
        "adding": _tables({key: row[-1] for key, row in of_keys.items() if not any(row[:-1])}),
    }
    text = json.dumps(learned, ensure_ascii=False, separators=(",", ":"))
    (folder / _TABLES).write_text(text + "\n", encoding="utf-8")


def _tables(rows: Mapping[Key, object]) -> dict[str, list[Sequence[object]]]:
    """Gives tables by name, in them rows of where to look and what is there."""
    tables: dict[str, list[Sequence[object]]] = {}
    for (name, *parts), row in rows.items():
        tables.setdefault(name, []).append([*parts, row])
    return tables
