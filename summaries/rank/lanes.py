"""Holds many small signed numbers in one large integer, so that adding two integers adds all their numbers at once."""

from collections.abc import Callable, Iterable
from functools import cache
from struct import Struct

BITS = 16
BYTES = BITS // 8
_HALF = 1 << BITS - 1


def packed(numbers: Iterable[int]) -> int:
    """Gives the integer of numbers between -32,768 and 32,767, the first in its lowest bits."""
    positive = [number + _HALF for number in numbers]
    count = len(positive)
    return int.from_bytes(_lanes(count).pack(*positive), "little") - halves(count)


@cache
def halves(count: int) -> int:
    """Gives what, added to a sum, makes each of its numbers positive."""
    return sum([_HALF << BITS * place for place in range(count)])


def unpacked(total: int, begin: int, end: int) -> list[int]:
    """Gives some of the numbers of a sum; one that has gone over its bounds comes back from the other end."""
    lanes = ((total + halves(end)) >> BITS * begin) % (1 << BITS * (end - begin))
    count = end - begin
    return [lane - _HALF for lane in parting(count)(lanes.to_bytes(count * BYTES, "little"))]


def parting(count: int) -> Callable[[bytes], tuple[int, ...]]:
    """Gives what takes so many positive numbers out of the bytes of an integer, the lowest first."""
    return _lanes(count).unpack


@cache
def _lanes(count: int) -> Struct:
    return Struct(f"<{count}H")
