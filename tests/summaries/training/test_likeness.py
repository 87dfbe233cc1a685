from types import ModuleType
from typing import Any

import pytest

from tests.summaries.training.test_training import UNINSTALLED

RIVERS, SHOPS = ("青河", "白河"), ("书店", "茶馆")
WORDS = (*RIVERS, *SHOPS, "涨水", "决堤", "开门", "打烊", "昨夜")
TEXTS = [
    [[river, deed, "昨夜"] for river in RIVERS for deed in ("涨水", "决堤")],
    [[shop, deed, "昨夜"] for shop in SHOPS for deed in ("开门", "打烊")],
] * 5


@pytest.fixture(scope="module")
def learned() -> Any:  # noqa: ANN401 (a module that is there only where it can be used)
    for needed in ("numpy", "scipy"):
        pytest.importorskip(needed, reason=UNINSTALLED)
    return pytest.importorskip("summaries.training.likeness", reason=UNINSTALLED)


def test_words_that_stand_beside_the_same_words_are_alike(learned: ModuleType) -> None:
    rows = learned.likeness(TEXTS, {word: number for number, word in enumerate(WORDS)})
    near = rows @ rows.T
    one_river, other_river, one_shop, other_shop = range(4)
    assert near[one_river, other_river] > near[one_river, one_shop]
    assert near[one_shop, other_shop] > near[other_river, other_shop]


def test_the_same_texts_give_the_same_rows(learned: ModuleType) -> None:
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    assert learned.likeness(TEXTS, vocabulary).tobytes() == learned.likeness(TEXTS, vocabulary).tobytes()


@pytest.mark.parametrize("texts", [[], [[]], [[["青河"]]], [[["没有"]]]])
def test_texts_that_show_no_two_words_together_tell_nothing(learned: ModuleType, texts: list[list[list[str]]]) -> None:
    rows = learned.likeness(texts, {"青河": 0, "白河": 1})
    assert rows.shape[0] == 2
    assert not rows.any()
