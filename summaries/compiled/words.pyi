from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

Told: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]

def known(words: AbstractSet[str]) -> AbstractSet[str]: ...  # for sort_out alone
def sort_out(
    words: list[str], lines: int, filling: list[Told], dropped: AbstractSet[str], hole: str
) -> tuple[list[list[str]], list[list[str]]]: ...
def is_clean(text: str, lines: int, hole: str) -> bool: ...
def holed(text: str, hole: str) -> tuple[str, list[str]]: ...
def count(lines: list[list[str]]) -> tuple[list[Sequence[int]], list[int], list[int], Counter[str]]: ...
