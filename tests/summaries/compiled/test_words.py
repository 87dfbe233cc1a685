from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.stop_words import STOP_WORDS
from summaries.words import sorting
from tests.summaries.compiled.building import built

words = built("words")

HOLE = "\ue000"
DROPPED = words.known(STOP_WORDS)
WORD = st.sampled_from(["青河", "大桥", "的", "今天", "，", "我们", HOLE, "B", "通车"])
LINES = st.lists(st.lists(WORD, max_size=12), min_size=1, max_size=6)


@given(LINES)
def test_words_are_sorted_out_as_plain_python_sorts_them(lines: list[list[str]]) -> None:
    cut = [word for line in lines for word in (*line, "\n")][:-1]
    filling: list[sorting.Told] = [(("wi-fi", "6"), ("wi-fi",))] * cut.count(HOLE)
    said, tells = words.sort_out(cut, len(lines), filling, DROPPED, HOLE)
    assert (said, tells) == sorting.sort_out(cut, len(lines), filling, STOP_WORDS, HOLE)
    numbers, *counted = words.count(tells)
    assert [list(map(list, numbers)), *counted] == [*sorting.count(tells)]
    assert list(words.count(tells)[2]) == list(sorting.count(tells)[2]), "words in the order of their first mentions"


@pytest.mark.parametrize("module", [words, sorting])
def test_a_segmenter_that_swallows_a_line_break_is_found_out(module: ModuleType) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each says it in its own way
        module.sort_out(["青河", "大桥"], 2, [], module.known(STOP_WORDS), HOLE)


def test_a_line_break_beyond_the_last_line_is_a_word_of_it() -> None:
    cut = ["青河", "\n", "大桥", "\n"]
    assert words.sort_out(cut, 2, [], DROPPED, HOLE) == sorting.sort_out(cut, 2, [], STOP_WORDS, HOLE)


@given(
    st.text(st.one_of(st.sampled_from("青河·A1 \u3000\u200b—“”…ВкÉ。，\ue000ー가😀𠮷"), st.characters()), max_size=24)
)
def test_runs_of_other_scripts_are_those_that_plain_python_finds(text: str) -> None:
    assert words.holed(text, HOLE) == sorting.holed(text, HOLE)


@given(st.lists(st.text("青河\n\r\ue000A", max_size=4), max_size=4))
def test_lines_with_breaks_of_their_own_are_found_alike(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert words.is_clean(text, len(lines), HOLE) == sorting.is_clean(text, len(lines), HOLE)
