import re
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.delivery import length


@pytest.mark.parametrize(("text", "units"), [("", 0), ("新闻", 2), ("a", 1), ("😀", 2), ("👨‍👩‍👧", 8), ("\ud800", 1)])
def test_emoji_count_as_telegram_clients_count_them(text: str, units: int) -> None:
    assert length.units(text) == units


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("一\r\n二\r三", "一\n二\n三"),
        ("一\t二", "一 二"),
        ("a\x00b\x1fc\x7f", "abc"),
        ("坏\ud83d的", "坏的"),
        ("\u202eabc\u202c", "abc"),
        ("一\u2028二", "一\n二"),
        ("👩‍🚀", "👩‍🚀"),
    ],
)
def test_what_no_message_may_hold_is_removed(raw: str, shown: str) -> None:
    assert length.clean(raw) == shown


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_a_beginning_is_the_texts_own_and_fits(text: str, limit: int) -> None:
    head = length.cut(text, limit)
    assert text.startswith(head)
    assert length.units(head) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "head"),
    [
        ("全年营收12.34亿元同比增长", 8, "全年营收"),
        ("全年营收12.34亿元同比增长", 14, "全年营收12.34亿元同比增"),
        ("利润增长5.6%再创新高", 7, "利润增长"),
        ("first second third", 9, "first "),
        ("第一部分，第二部分，第三部分", 9, "第一部分，"),
        ("a👍🏽b", 3, "a"),
        ("🇨🇳🇫🇷", 6, "🇨🇳"),
        ("e\u0301e\u0301", 3, "e\u0301"),
    ],
)
def test_a_cut_breaks_no_number_word_or_character(text: str, limit: int, head: str) -> None:
    assert length.cut(text, limit) == head


@given(st.text("12.5%亿元增长，。 ab", min_size=1, max_size=80), st.integers(min_value=20, max_value=80))
def test_a_cut_never_splits_a_number(text: str, limit: int) -> None:
    head = length.cut(text, limit)
    rest = text[len(head) :]
    whole = re.search(r"[\d.]*$", head)
    assert not (whole and len(whole[0]) < 20 and head[-1].isdigit() and rest and rest[0].isdigit())


def test_a_cut_always_comes_to_an_end_even_in_a_pile_of_accents() -> None:
    assert length.cut("e" + "\u0301" * 100, 10)


@given(st.lists(st.text(max_size=400), max_size=12), st.integers(min_value=20, max_value=400))
@example(["甲" * 5000], 100)
@example(["1" * 500], 50)
@example(["\n\n", " "], 50)
def test_pages_hold_every_letter_once_and_in_order(paragraphs: list[str], limit: int) -> None:
    found = length.pages(paragraphs, limit)
    assert _letters("".join(found)) == _letters("".join(map(length.clean, paragraphs)))
    assert all(0 < length.units(page) <= limit for page in found)


def test_a_page_ends_between_paragraphs_when_it_can() -> None:
    paragraphs = ["第一段。" * 20, "第二段。" * 20, "第三段。" * 20]
    assert length.pages(paragraphs, 170) == ["\n\n".join(paragraphs[:2]), paragraphs[2]]


def test_a_long_paragraph_is_cut_between_its_sentences() -> None:
    paragraph = "这是一个完整的句子。" * 100
    assert all(page.endswith("。") for page in length.pages([paragraph], 300))


def test_pages_are_about_equally_full() -> None:
    sizes = [length.units(page) for page in length.pages(["一段二十个字的文字一段二十个字的文字。"] * 101, 1000)]
    assert min(sizes) > 0.8 * max(sizes)


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("part", [".", ".” ", ".”", "。”", "字"])
def test_an_endless_line_is_put_onto_pages_in_no_time(part: str) -> None:
    line = part * (60_000 // len(part))
    begun = process_time()
    parted = length.pages([line])
    assert process_time() - begun < 1
    assert re.sub(r"\s", "", "".join(parted)) == line.replace(" ", "")
