from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.rank.lanes import packed, unpacked
from summaries.rank.net import WORD, Head, Net, Parts
from tests.summaries.training.test_training import UNINSTALLED

ROWS = {"桥": (90, -7), "开": (-128, 3), "水": (1, 127)}
WORDS = [*ROWS]
NET = Net([], {word: packed(row) for word, row in ROWS.items()}, Parts(2, 0), [Head(0, (1.0, 1.0))])


@pytest.fixture(scope="module")
def network() -> Any:  # noqa: ANN401 (a module that is there only where it can be used)
    for needed in ("numpy", "scipy"):
        pytest.importorskip(needed, reason=UNINSTALLED)
    return pytest.importorskip("summaries.training.network", reason=UNINSTALLED)


@given(said=st.lists(st.integers(0, 2), max_size=60))
def test_words_are_as_loud_to_who_learns_as_to_who_asks(network: ModuleType, said: list[int]) -> None:
    (learned,) = network.as_loud(network.table([said], len(WORDS))) @ [*ROWS.values()] * WORD
    asked = unpacked(NET.of_sentences([[WORDS[word] for word in said]])[0], 0, 2)
    assert asked == pytest.approx(list(learned), rel=1e-3, abs=2)
