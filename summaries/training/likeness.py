"""Tells which words are used alike: those that stand beside the same words.

Of each pair of words, how much more often than by chance one stands near the other (positive pointwise mutual
information); of all these, the few directions that tell most (singular value decomposition). Texts need no editor's
word to teach this.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from summaries.training.network import Floats

NEAR = 5
"""Words so far away count, the nearer the more."""

DIRECTIONS = 64

WEIGHT = 0.6
"""How long each word's row is."""

_MORE_DIRECTIONS, _PASSES = 16, 6
"""While the directions are sought; more would bring them nearer to the true ones."""

_SMOOTHER = 0.75
"""Rare neighbours count a little less than chance would have them (Levy, Goldberg and Dagan, 2015)."""


def likeness(texts: Iterable[Sequence[Sequence[str]]], vocabulary: Mapping[str, int]) -> Floats:
    """Gives a row for each word; words used alike have like ones."""
    beside = _beside(texts, vocabulary)
    if not beside.nnz:
        return np.zeros((len(vocabulary), 0), dtype=np.float32)
    many = np.asarray(beside.sum(axis=1)).ravel()
    expected = many**_SMOOTHER
    expected *= many.sum() / expected.sum()
    pairs = beside.tocoo()
    more = np.log(pairs.data * many.sum() / (many[pairs.row] * expected[pairs.col]))
    told = more > 0
    table = sparse.csr_matrix((more[told], (pairs.row[told], pairs.col[told])), shape=beside.shape)
    rows = _in_few(table, min(DIRECTIONS, len(vocabulary)))
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    rows *= WEIGHT / np.maximum(length, np.finfo(np.float32).tiny)
    return rows.astype(np.float32)


def _in_few(table: sparse.csr_matrix, directions: int) -> NDArray[np.float64]:
    """Gives each row of a table in the directions that tell most of it (Halko, Martinsson and Tropp, 2011).

    ARPACK begins anew by chance where directions are equally strong, and then ends with other bytes each time.
    """
    found = np.random.default_rng(0).normal(size=(table.shape[1], directions + _MORE_DIRECTIONS))
    for _ in range(_PASSES):
        found, _ = np.linalg.qr(table.T @ (table @ found))
    rows, values, _ = np.linalg.svd(table @ found, full_matrices=False)
    few: NDArray[np.float64] = rows[:, :directions] * np.sqrt(values[:directions])
    return few


def _beside(texts: Iterable[Sequence[Sequence[str]]], vocabulary: Mapping[str, int]) -> sparse.csr_matrix:
    """Counts how often each word stands near each other one in a line."""
    none = len(vocabulary)
    lines = [[vocabulary.get(word, none) for word in line] + [none] * NEAR for text in texts for line in text]
    said = np.array([number for line in lines for number in line], dtype=np.int32)
    beside = sparse.csr_matrix((none, none), dtype=np.float64)
    for away in range(1, NEAR + 1):
        one, other = said[:-away], said[away:]
        both = (one != none) & (other != none)
        beside += sparse.csr_matrix((np.full(both.sum(), 1 / away), (one[both], other[both])), shape=beside.shape)
    return beside + beside.T
