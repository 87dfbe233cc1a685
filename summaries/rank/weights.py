"""Keeps what the ranker learned in three files of the package: words, what each adds to the network, and all tables."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from summaries.rank.keeping import Keeping
from summaries.rank.lanes import packed, unpacked
from summaries.rank.net import Head, Net, Parts, Table, width

WEIGHTS = Path(__file__).parents[1] / "weights"
_WORDS, _ROWS, _TABLES = "ranker.words.txt", "ranker.rows.bin", "ranker.json"

FIRST, NEXT = 0, 1
"""The network's heads: how well a sentence tells the article alone, and how well beside those already chosen."""

_HALF = 128


class Weights(NamedTuple):
    """All that was learned, as plain Python reckons with it."""

    keeping: Keeping
    net: Net


class Learned(NamedTuple):
    """All that was learned, as it is written down."""

    keeping: Keeping
    """Without its words, whose odds are told beside them."""
    tables: Sequence[tuple[Sequence[float], Sequence[Sequence[int]]]]
    """Borders, and the rows between them."""
    parts: Parts
    heads: Sequence[Head]
    words: Sequence[str]
    """Those that add something to the network come first."""
    odds: Sequence[int]
    """The log-odds of each to be kept, 0 where they are not known."""
    rows: bytes
    """What each of the first words adds to the network, a byte for each unit: 128 for nothing."""

    @property
    def adding(self) -> int:
        """Gives how many of the words add something to the network."""
        return len(self.rows) // sum(self.parts)


@cache
def load() -> Weights:
    """Gives the weights, made ready once."""
    learned = read()
    words = {word: odds for word, odds in zip(learned.words, learned.odds, strict=True) if odds}
    rows = dict(zip(learned.words[: learned.adding], of_bytes(learned.rows, sum(learned.parts)), strict=True))
    tables = [Table(with_borders(borders), tuple(map(packed, of_table))) for borders, of_table in learned.tables]
    return Weights(replace(learned.keeping, words=words), Net(tables, rows, learned.parts, learned.heads))


def read() -> Learned:
    """Reads the weights; whoever makes something else of them keeps that alone."""
    tables = json.loads(_read(_TABLES))
    lines = [line.split(" ") for line in _read(_WORDS).decode().splitlines()]
    return Learned(
        keeping=Keeping(words={}, **{name: tuple(tables[name]) for name in ("placed", "titled", "sized")}),
        tables=tables["tables"],
        parts=Parts(*tables["parts"]),
        heads=[Head(begin, tuple(weights)) for begin, weights in tables["heads"]],
        words=[word for line in lines for word in line[1:]],
        odds=[odds for line in lines for odds in [int(line[0])] * (len(line) - 1)],
        rows=_read(_ROWS),
    )


def _read(name: str) -> bytes:
    return (WEIGHTS / name).read_bytes()


def with_borders(borders: Sequence[float]) -> tuple[float, ...]:
    """Gives the borders of a table, of counts as whole numbers: to compare these takes half the time."""
    whole = tuple(map(int, borders))
    return whole if whole == tuple(borders) else tuple(borders)


def of_bytes(content: bytes, units: int) -> Iterator[int]:
    """Gives what each word adds; a byte for each unit, 128 for nothing."""
    spread = bytearray(2 * units)
    nothing = packed([_HALF] * units)
    for begin in range(0, len(content), units):
        spread[::2] = content[begin : begin + units]
        yield int.from_bytes(spread, "little") - nothing


def to_bytes(rows: Iterable[int], units: int) -> bytes:
    """Gives the bytes that `of_bytes` reads."""
    return bytes([_HALF + number for row in rows for number in unpacked(row, 0, units)])


def save(folder: Path, keeping: Keeping, net: Net) -> None:
    """Writes the weights; the same ones give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    odds = {**dict.fromkeys(net.words, 0), **keeping.words}
    adding = sorted(net.words, key=lambda word: (odds[word], word))
    others = sorted(odds.keys() - net.words.keys(), key=lambda word: (odds[word], word))
    lines = [
        " ".join([str(of_line), *of_words])
        for words in (adding, others)
        for of_line, of_words in groupby(words, odds.__getitem__)
    ]
    (folder / _WORDS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / _ROWS).write_bytes(to_bytes([net.words[word] for word in adding], sum(net.parts)))
    tables = [[table.borders, [unpacked(row, 0, width(net.heads)) for row in table.rows]] for table in net.tables]
    learned = {"parts": net.parts, "heads": net.heads, "tables": tables}
    learned |= {name: getattr(keeping, name) for name in ("placed", "titled", "sized")}
    (folder / _TABLES).write_text(json.dumps(learned, separators=(",", ":")) + "\n", encoding="utf-8")
