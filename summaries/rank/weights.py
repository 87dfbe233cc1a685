"""Keeps what the ranker learned in two files of the package: a table of words, and tables and trees."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from summaries.rank.features import ARTICLE, CHOICE, SENTENCE
from summaries.rank.forest import Forest, Tree
from summaries.rank.keeping import Keeping

WEIGHTS = Path(__file__).parents[1] / "weights"
_WORDS, _TREES = "ranker.words.txt", "ranker.json"
_GROUPS = ("first", "next")


FIRST, NEXT = 0, 1
"""The forest's groups: how well a sentence tells the article alone, and how well beside those already chosen."""


class Weights(NamedTuple):
    """All that was learned."""

    keeping: Keeping
    forest: Forest


@cache
def load() -> Weights:
    """Reads the weights, once."""
    words: dict[str, float] = {}
    for line in _read(_WORDS).splitlines():
        odds, *of_odds = line.split()
        words.update(dict.fromkeys(of_odds, float(odds)))
    learned = json.loads(_read(_TREES))
    forest = Forest(
        [list(map(_tree, learned.pop(name))) for name in _GROUPS], len(ARTICLE) + len(SENTENCE) + len(CHOICE)
    )
    return Weights(Keeping(words=words, **{name: tuple(values) for name, values in learned.items()}), forest)


@cache
def trees(group: int) -> list[Tree]:
    """Reads the trees of a group again, once: only who explains a choice walks down them, and they are large."""
    return list(map(_tree, json.loads(_read(_TREES))[_GROUPS[group]]))


def _read(name: str) -> str:
    return files("summaries").joinpath(f"weights/{name}").read_text(encoding="utf-8")


def _tree(written: dict[str, list[Any]]) -> Tree:
    return Tree(**{name: tuple(values) for name, values in written.items()})


def save(folder: Path, keeping: Keeping, forests: Mapping[str, Sequence[Tree]]) -> None:
    """Writes the weights; the same ones give the same bytes."""
    by_odds = sorted(keeping.words.items(), key=lambda entry: (entry[1], entry[0]))
    lines = [
        " ".join([f"{odds:g}", *(word for word, _ in entries)]) for odds, entries in groupby(by_odds, lambda e: e[1])
    ]
    (folder / _WORDS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    learned = {name: getattr(keeping, name) for name in ("placed", "titled", "sized")}
    trees = {name: [asdict(tree) for tree in forest] for name, forest in forests.items()}
    written = json.dumps(learned | trees, separators=(",", ":"))
    (folder / _TREES).write_text(written + "\n", encoding="utf-8")
