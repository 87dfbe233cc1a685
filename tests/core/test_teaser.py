import pytest

from bot.core.teaser import MORE, SHORT, is_teaser, says_more, weight

LONG = "晨江市集今天上午在老码头开幕，" * 20


@pytest.mark.parametrize(
    "end",
    ["……", "...", "…… 阅读全文 »", "閱讀更多", "[…]", "查看更多>", "Read more →", "Continue reading", "（…）"],
)
def test_a_text_that_breaks_off_is_a_teaser_however_long(end: str) -> None:
    assert is_teaser([LONG, LONG + end])
    assert not is_teaser([LONG + end, LONG])


def test_a_short_text_is_a_teaser_and_a_long_one_is_none() -> None:
    assert is_teaser([])
    assert is_teaser([""])
    assert is_teaser(["字" * (SHORT - 1)])
    assert not is_teaser(["字" * SHORT])
    assert not is_teaser(["字" * (SHORT // 2)] * 2)


def test_where_words_are_spelt_a_character_says_less() -> None:
    assert weight(["word " * 3]) == 5
    assert weight(["字字", "abc"]) == 3
    assert is_teaser(["words " * (SHORT // 2 - 1)])
    assert not is_teaser(["words " * (SHORT // 2)])


def test_a_page_takes_the_place_of_a_teaser_only_where_it_says_clearly_more() -> None:
    teaser = ["字" * 100]
    assert says_more(["字" * int(100 * MORE + 1)], teaser)
    assert not says_more(["字" * int(100 * MORE)], teaser)
    assert not says_more([], [])
    assert says_more(["字"], [])
