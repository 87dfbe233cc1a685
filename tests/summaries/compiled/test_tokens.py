from hypothesis import given
from hypothesis import strategies as st

from summaries.sentences import count_tokens
from tests.summaries.compiled.building import built

tokens = built("ranking")


@given(st.text(max_size=80) | st.text("1٣.,%a_ß桥か한²½·𠀀𝟙 ", max_size=30))
def test_as_many_tokens_are_counted_as_plain_python_counts(text: str) -> None:
    assert tokens.counted(text) == count_tokens(text)
