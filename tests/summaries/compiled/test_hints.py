"""What is compiled finds the lines that plain Python finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import hints as plain
from tests.summaries.compiled.building import built

compiled = built("hints")

WORDS, ROLES = ("点击", "点我", "扫", "|", "图1"), ("文", "图", "记者")
_TEXTS = st.lists(st.sampled_from([*WORDS, *ROLES, *"点击记者丨：_ 1a文图\n\n", "\ud800", "😀", ":"]), max_size=16)


@given(_TEXTS.map("".join))
def test_the_lines_are_those_of_plain_python(text: str) -> None:
    ours, theirs = compiled.Hints(WORDS, ROLES), plain.PlainHints(WORDS, ROLES)
    assert ours.lines(text) == theirs.lines(text)
    assert ours.found_in(text) == theirs.found_in(text) == bool(theirs.lines(text))


@pytest.mark.parametrize("kind", [plain.PlainHints, compiled.Hints])
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲\n点击这里\n乙\n扫码，点我\n", [1, 3]),
        ("文：李岚\n文化\n文\n图丨王长河\n记者 陈桥\n新闻记者", [0, 3, 4]),
        ("", []),
    ],
)
def test_lines_with_a_word_or_a_role_before_a_sign_are_found(
    kind: type[plain.PlainHints], text: str, lines: list[int]
) -> None:
    assert kind(WORDS, ROLES).lines(text) == lines
