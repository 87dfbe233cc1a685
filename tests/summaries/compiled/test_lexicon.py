from hypothesis import given
from hypothesis import strategies as st

from tests.summaries.compiled.building import built

lexicon = built("ranking")
WORDS = st.text(max_size=4)


@given(st.sets(WORDS), st.sets(WORDS))
def test_every_word_is_found_under_its_number_and_no_other_is(words: set[str], others: set[str]) -> None:
    numbered = list(words)
    found = lexicon.Lexicon(numbered)
    assert [found.number(word) for word in numbered] == list(range(len(numbered)))
    assert {found.number(word) for word in others - words} <= {-1}


def test_words_of_the_same_bytes_are_told_apart() -> None:
    assert hash("慢") == hash("ba"), "Python hashes the bytes that a word takes"
    assert lexicon.Lexicon(["慢"]).number("ba") == -1
