from time import process_time

import pytest

from bot.core.teaser import MORE, SHORT, breaks_off, is_teaser, says_more, weight

LONG = "晨江市集今天上午在老码头开幕，" * 20


@pytest.mark.parametrize(
    "end",
    ["……", "...", "…… 阅读全文 »", "閱讀更多", "[…]", "查看更多>", "Read more →", "Continue reading", "（…）"],
)
def test_a_text_that_breaks_off_is_a_teaser_however_long(end: str) -> None:
    assert is_teaser([LONG, LONG + end])
    assert not is_teaser([LONG + end, LONG])


@pytest.mark.parametrize(
    "below",
    [
        ["The post Market opens appeared first on Example."],
        ["The post Market opens first appeared on Example.", "Comments"],
        ["原文链接：https://news.example/2026/11/30/market-opens-at-the-old-quay-with-one-hundred-stalls"],
        ["阅读原文"],
        ["来源：晨江日报", "责任编辑：王小明"],
        ["Tags: market, quay", "3 comments"],
    ],
)
def test_lines_that_are_no_text_do_not_hide_that_a_text_breaks_off_above_them(below: list[str]) -> None:
    assert is_teaser([LONG, f"{LONG}……", *below])
    assert not is_teaser([LONG, f"{LONG}。", *below])


@pytest.mark.parametrize("end", [["他说：“就这样。”"], ["“真的吗？”"], [LONG], ["一", "二", "三", "四"]])
def test_a_text_that_goes_on_after_a_pause_is_whole(end: list[str]) -> None:
    assert not is_teaser([LONG, f"{LONG}……", *end])


@pytest.mark.parametrize(
    "line",
    [
        "Read the full article at Example.",
        "Full story",
        "View full post on Example",
        "繼續閱讀",
        "[阅读全文]",
        "全文链接",
    ],
)
def test_a_line_that_leads_to_the_page_tells_a_teaser(line: str) -> None:
    assert breaks_off([f"{LONG}。", line])
    assert breaks_off([f"{LONG}。", line, "Comments"])


@pytest.mark.parametrize("line", ["", "原文链接", "Read the report carefully, he said.", "A full story of the quay."])
def test_a_line_that_leads_nowhere_or_to_where_a_text_is_from_tells_none(line: str) -> None:
    assert not breaks_off([f"{LONG}。", line])


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


@pytest.mark.parametrize("sign", list(".…»! "))
def test_an_endless_line_is_judged_in_no_time(sign: str) -> None:
    begun = process_time()
    breaks_off([f"…{sign * 40_000}x"])
    assert process_time() - begun < 1
