import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import Length, budget


@pytest.mark.parametrize(
    ("length", "characters", "expected"),
    [
        (Length.LINE, 5_000, 0),
        (Length.STANDARD, 300, 160),
        (Length.STANDARD, 2_000, 240),
        (Length.STANDARD, 9_000, 260),
        (Length.DETAILED, 300, 400),
        (Length.DETAILED, 2_000, 600),
        (Length.DETAILED, 9_000, 800),
    ],
)
def test_a_long_article_gets_more_but_never_too_much(length: Length, characters: int, expected: int) -> None:
    assert budget(length, characters) == expected


@given(st.integers(0, 100_000), st.sampled_from(Length))
def test_words_in_letters_get_more_room(characters: int, length: Length) -> None:
    assert budget(length, characters, latin=True) >= budget(length, characters)


@given(st.integers(0, 100_000), st.integers(0, 1_000), st.sampled_from(Length))
def test_a_longer_article_never_gets_less(characters: int, more: int, length: Length) -> None:
    assert budget(length, characters + more) >= budget(length, characters)


@given(st.integers(0, 100_000))
def test_the_detailed_length_is_longer_than_the_standard(characters: int) -> None:
    assert budget(Length.DETAILED, characters) > budget(Length.STANDARD, characters) > budget(Length.LINE, characters)
