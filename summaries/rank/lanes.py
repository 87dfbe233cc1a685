"""Holds many small signed numbers in one large integer, so that adding two integers adds all their numbers at once."""

import sys
from collections.abc import Iterable
from functools import cache

BITS = 16
_HALF = 1 << BITS - 1
_LITTLE = sys.byteorder == "little"


def packed(numbers: Iterable[int]) -> int:
    """Gives the integer of numbers between -32,768 and 32,767, the first in its lowest bits."""
    return sum([number << BITS * place for place, number in enumerate(numbers)])


@cache
def halves(count: int) -> int:
    """Gives what, added to a sum, makes each of its numbers positive."""
    return packed([_HALF] * count)


def unpacked(total: int, begin: int, end: int) -> list[int]:
    """Gives some of the numbers of a sum; one that has gone over its bounds comes back from the other end."""
    lanes = ((total + halves(end)) >> BITS * begin) % (1 << BITS * (end - begin))
    return [lane - _HALF for lane in read(lanes, end - begin)]


def read(lanes: int, count: int) -> "memoryview[int]":
    """Gives the numbers of an integer whose numbers are all positive."""
    view = memoryview(lanes.to_bytes(count * BITS // 8, sys.byteorder)).cast("H")
    return view if _LITTLE else view[::-1]
