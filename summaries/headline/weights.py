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
    """All that was learned, as plain Python reckons with it."""

    net: Net
    rows: Mapping[Key, int]
    """What each key adds to the network."""
    promise: tuple[float, ...]
    """What each of the signs of a promising sentence adds to the answer that its best run may get."""


class Learned(NamedTuple):
    """All that was learned, as it is written down."""

    tables: Sequence[tuple[Sequence[float], Sequence[Sequence[int]]]]
    """Of each number: borders, and the rows between them."""
    parts: Parts
    heads: Sequence[Head]
    words: Sequence[str]
    rows: bytes
    """What each word adds, a byte for each unit: 128 for nothing."""
    looked_up: Mapping[Key, Sequence[int]]
    """What each key adds to the network."""
    adding: Mapping[Key, int]
    """What a key adds past the units."""
    promise: tuple[float, ...]


@cache
def load() -> Weights:
    """Gives the weights, made ready once."""
    learned = read()
    many = learned.parts.sentence
    tables = [Table(with_borders(borders), tuple(map(packed, rows))) for borders, rows in learned.tables]
    words = dict(zip(learned.words, of_bytes(learned.rows, many), strict=True))
    rows = {key: packed(row) for key, row in learned.looked_up.items()}
    rows |= {key: weight << BITS * many for key, weight in learned.adding.items()}
    return Weights(Net(tables, words, learned.parts, learned.heads), rows, learned.promise)


def read() -> Learned:
    """Reads the weights; whoever makes something else of them keeps that alone."""
    tables = json.loads((WEIGHTS / _TABLES).read_text(encoding="utf-8"))
    speaks = tuple(tables["speaks"])
    looked_up, adding = (
        {(name, *parts): added for name, table in tables[kind].items() for *parts, added in table}
        for kind in ("tables", "adding")
    )
    return Learned(
        tables=tables["numbers"],
        parts=Parts(len(speaks), 0),
        heads=[Head(0, speaks)],
        words=(WEIGHTS / _WORDS).read_text(encoding="utf-8").split(),
        rows=(WEIGHTS / _ROWS).read_bytes(),
        looked_up=looked_up,
        adding=adding,
        promise=tuple(tables["promise"]),
    )


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
