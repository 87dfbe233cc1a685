from hypothesis import given
from hypothesis import strategies as st

from summaries.rank.measures import is_dated
from summaries.sentences import Sentence, count_tokens
from tests.summaries.compiled.building import built

tokens = built("ranking")


@given(st.text(max_size=80) | st.text("1٣.,%a_ß桥か한²½·𠀀𝟙 ", max_size=30))
def test_as_many_tokens_are_counted_as_plain_python_counts(text: str) -> None:
    assert tokens.count_tokens(text) == count_tokens(text)


_DAYS = st.sampled_from(
    [*"今昨天日晚年近前目当地时间當時間截至将于月号5５١", "Yesterday", " on monday ", "青河" * 12, "。"]
)


@given(st.lists(_DAYS, min_size=1, max_size=12).map("".join))
def test_a_sentence_with_its_day_is_one_to_both(text: str) -> None:
    sentence = Sentence(text, 0, 0, 0, 0)
    assert tokens.dated(sentence) == is_dated(sentence)
