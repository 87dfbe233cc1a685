"""Learns which words editors keep: of each word, and of where and how often it is said, how much it speaks for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from summaries.document import Document
from summaries.rank.keeping import COUNTS, FIRSTS, SIZES, STEPS, Keeping, place, size_place
from summaries.sentences import has_cjk, tokens

ROUNDS = 8
LONGEST_STEP = 1.5
DOUBT = 0.5
"""How strongly a word that few articles hold is drawn to the mean."""

SLIGHT_DOUBT = 1e-6
"""The same for what every article has: a cell that none falls into stays as it is."""

FEWEST_ARTICLES = 10
LONGEST_WORD = 11
"""What is longer is an address."""

ROUGHLY = 4
"""Log-odds of words are rounded to so many steps; nobody sees the difference, and the file is small."""

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """One row for each word of each article: the cells of its log-odds, and whether the editor kept it."""

    vocabulary: dict[str, int]
    article: Ints
    cells: tuple[Ints, Ints, Ints, Ints]
    """Of `Keeping.placed`, `.titled`, `.sized` and `.words`."""
    kept: NDArray[np.bool_]
    weight: Floats


def examples(documents: Sequence[Document], summaries: Sequence[str], weights: Sequence[float]) -> Examples:
    """Gives the rows of articles."""
    vocabulary: dict[str, int] = {}
    rows: list[tuple[int, int, int, int, int, bool]] = []
    for number, (document, summary) in enumerate(zip(documents, summaries, strict=True)):
        said = tokens(summary)
        whole, single = "".join(said), frozenset(said)
        titled, size = bool(document.title_words), document.frequency.total()
        for word, i in _first_mentions(document).items():
            cell = place(titled=titled, first=i, count=document.frequency[word], opens=document.sentences[i].place == 0)
            of_word = vocabulary.setdefault(word, len(vocabulary))
            kept = word in whole if has_cjk(word) else word in single
            rows.append((number, cell, word in document.title_words, size_place(i, size), of_word, kept))
    table = np.array(rows, dtype=np.int64)
    return Examples(
        vocabulary=vocabulary,
        article=table[:, 0],
        cells=(table[:, 1], table[:, 2], table[:, 3], table[:, 4]),
        kept=table[:, 5].astype(bool),
        weight=np.asarray(weights, dtype=np.float64)[table[:, 0]],
    )


def _first_mentions(document: Document) -> dict[str, int]:
    """Gives the sentence in which each telling word is first said."""
    first: dict[str, int] = {}
    for i in range(document.read - 1, -1, -1):
        first.update(dict.fromkeys(document.words[i], i))
    return first


def fit(rows: Examples, learned: NDArray[np.bool_]) -> Keeping:
    """Learns from the marked rows: logistic regression, one table after the other by Newton's step, a few rounds."""
    cells = [column[learned] for column in rows.cells]
    kept, weight = rows.kept[learned].astype(np.float64), rows.weight[learned]
    tables = [np.zeros(size) for size in (2 * FIRSTS * COUNTS * 2, 2, SIZES * FIRSTS, len(rows.vocabulary))]
    tables[0][:] = np.log(kept.mean() / (1 - kept.mean()))
    for _ in range(ROUNDS):
        for table, cell in zip(tables, cells, strict=True):
            chance = 1 / (1 + np.exp(-sum(t[c] for t, c in zip(tables, cells, strict=True))))
            doubt = DOUBT if table is tables[-1] else 0.0
            slope = np.bincount(cell, weight * (kept - chance), len(table)) - doubt * table
            bend = np.bincount(cell, weight * chance * (1 - chance), len(table)) + (doubt or SLIGHT_DOUBT)
            table[:] += np.clip(slope / bend, -LONGEST_STEP, LONGEST_STEP)
    articles = np.bincount(cells[3], minlength=len(rows.vocabulary))
    return Keeping(
        words=_words(rows.vocabulary, tables[3], articles),
        placed=_steps(tables[0]),
        titled=_steps(tables[1]),
        sized=_steps(tables[2]),
    )


def fit_also(rows: Examples, learned: NDArray[np.bool_], also: NDArray[np.bool_]) -> Keeping:
    """Learns from the marked rows, and the words that they do not know from others, which say less of what is kept."""
    keeping = fit(rows, learned)
    return replace(keeping, words={**fit(rows, also).words, **keeping.words}) if also.any() else keeping


def _steps(odds: Floats) -> tuple[int, ...]:
    return tuple((odds * STEPS).round().astype(int).tolist())


def _words(vocabulary: dict[str, int], odds: Floats, articles: Ints) -> dict[str, int]:
    rounded = (odds * STEPS / ROUGHLY).round().astype(int) * ROUGHLY
    return {
        word: int(rounded[number])
        for word, number in vocabulary.items()
        if articles[number] >= FEWEST_ARTICLES and rounded[number] and len(word) <= LONGEST_WORD
    }
