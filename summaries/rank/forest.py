"""Adds up a learned forest of small trees quickly: every tree has at most sixteen leaves, two bytes of one number."""

import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from operator import getitem
from typing import NamedTuple

LEAVES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A tree whose node asks whether a feature is at most a threshold; a child below 0 is leaf `-1 - child`."""

    features: tuple[int, ...]
    thresholds: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    values: tuple[float, ...]
    """Of the leaves, numbered from left to right."""
    means: tuple[float, ...]
    """The mean of the answers under each node."""


class Test(NamedTuple):
    """What one feature's value rules out: `masks[k]` where it is above the first k thresholds."""

    thresholds: tuple[float, ...]
    masks: tuple[int, ...]


class Forest:
    """Groups of trees over the same features, kept as one test for each (the QuickScorer of Lucchese et al., 2015)."""

    def __init__(self, groups: Sequence[Sequence[Tree]], features: int) -> None:
        trees = [tree for group in groups for tree in group]
        self._values = [[tree.values + (0.0,) * (LEAVES - len(tree.values)) for tree in group] for group in groups]
        begins = [0, *accumulate(map(len, groups))]
        self._places = [slice(begin, end) for begin, end in pairwise(begins)]
        self._tests = [_test(trees, feature) for feature in range(features)]
        self._size = LEAVES // 8 * len(trees)
        self._lowest = _lowest()
        self.everything = (1 << 8 * self._size) - 1

    def narrow(self, left: int, values: Sequence[float], begin: int) -> int:
        """Rules out leaves by the values of the features from number `begin` on."""
        for (thresholds, masks), value in zip(self._tests[begin : begin + len(values)], values, strict=True):
            left &= masks[bisect_left(thresholds, value)]
        return left

    def add_up(self, left: int, group: int) -> float:
        """Gives the sum of the leaves that are left in a group, one for each of its trees."""
        leaves = memoryview(left.to_bytes(self._size, "little")).cast("H")[self._places[group]]
        return sum(map(getitem, self._values[group], map(self._lowest.__getitem__, leaves)))


def changes(trees: Sequence[Tree], values: Sequence[float]) -> Iterator[tuple[int, float]]:
    """Gives each feature asked on the way down every tree, and by how much its answer changed the outlook."""
    for tree in trees:
        node = 0
        while node >= 0:
            feature, expected = tree.features[node], tree.means[node]
            children = tree.left if values[feature] <= tree.thresholds[node] else tree.right
            node = children[node]
            reached = tree.means[node] if node >= 0 else tree.values[-1 - node]
            yield feature, reached - expected


def _leaves(tree: Tree, node: int) -> list[int]:
    if node < 0:
        return [-1 - node]
    return _leaves(tree, tree.left[node]) + _leaves(tree, tree.right[node])


def _test(trees: Sequence[Tree], feature: int) -> Test:
    ruled_out: dict[float, int] = {}
    for number, tree in enumerate(trees):
        for node, asked in enumerate(tree.features):
            if asked == feature:
                leaves = sum(1 << leaf for leaf in _leaves(tree, tree.left[node]))
                threshold = tree.thresholds[node]
                ruled_out[threshold] = ruled_out.get(threshold, 0) | leaves << LEAVES * number
    thresholds = tuple(sorted(ruled_out))
    masks = [-1]
    for threshold in thresholds:
        masks.append(masks[-1] & ~ruled_out[threshold])
    return Test(thresholds, tuple(masks))


@cache
def _lowest() -> bytes:
    """Gives the lowest bit set in any two bytes: the leftmost of the leaves that no test ruled out is the answer."""
    lowest = bytes([0, *((bits & -bits).bit_length() - 1 for bits in range(1, 1 << LEAVES))])
    if sys.byteorder == "little":
        return lowest
    return bytes(lowest[bits >> 8 | (bits & 0xFF) << 8] for bits in range(1 << LEAVES))
