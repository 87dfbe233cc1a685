"""Holds many small signed numbers in one large integer, so that adding two integers adds all their numbers at once."""

from collections.abc import Callable, Iterable
from functools import cache
from struct import Struct

BITS = 16
BYTES = BITS // 8
_HALF = 1 << BITS - 1


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
    count = end - begin
    return [lane - _HALF for lane in parting(count)(lanes.to_bytes(count * BYTES, "little"))]


@cache
def parting(count: int) -> Callable[[bytes], tuple[int, ...]]:
    """Gives what takes so many positive numbers out of the bytes of an integer, the lowest first."""
    return Struct(f"<{count}H").unpack
