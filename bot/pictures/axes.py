"""What stands beside a chart: round numbers up its side, days along its foot."""

from collections.abc import Sequence
from datetime import date
from itertools import count

STEPS = (1, 2, 5)


def ticks(low: int, high: int, most: int = 5) -> tuple[int, ...]:
    """Gives at most so many round numbers in equal steps, the first not above `low`, the last not below `high`."""
    for power in count():
        for step in (base * 10**power for base in STEPS):
            first, last = low // step, -(-high // step)
            if last - first < most:
                return tuple(number * step for number in range(first, max(last, first + 1) + 1))
    raise AssertionError  # one of all steps is large enough


def named(days: int, room: float, width: float) -> tuple[int, ...]:
    """Chooses which of so many days to name below a chart, the last always, so that names keep apart."""
    most = max(1, int(room // width))
    step = max(1, -(-days // most))
    return tuple(reversed(range(days - 1, -1, -step)))


def day(of: date) -> str:
    return f"{of.month}/{of.day}"


def whole(number: int) -> str:
    return f"{number:,}"


def tops(*layers: Sequence[int]) -> tuple[int, ...]:
    """Gives the height of each pile when layers lie on each other."""
    return tuple(map(sum, zip(*layers, strict=True)))
