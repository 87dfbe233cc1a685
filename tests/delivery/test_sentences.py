import pytest

from bot.delivery import length
from bot.delivery.sentences import in_paragraphs, joined, within


@pytest.mark.parametrize(
    ("given", "together"),
    [
        (("一。", "二。"), "一。二。"),
        (("One.", "Two."), "One. Two."),
        (("他说：“好。”", "然后走了。"), "他说：“好。”然后走了。"),
        (("GDP rose.", "“Good,” he said."), "GDP rose. “Good,” he said."),
        (("增长。", "GDP rose."), "增长。GDP rose."),
        (("하나입니다.", "둘입니다."), "하나입니다. 둘입니다."),
        ((" ", "一。"), "一。"),
    ],
)
def test_sentences_are_joined_as_their_language_does(given: tuple[str, ...], together: str) -> None:
    assert joined(given) == together


def test_sentences_that_do_not_fit_are_left_out_whole() -> None:
    assert within(["第一句话。", "第二句话。", "第三句话。"], 12) == "第一句话。第二句话。"
    assert in_paragraphs(["第一句话。", "第二句话。"], ["第一句话。", "第二句话。"], room=8) == "第一句话。"


def test_one_sentence_longer_than_all_the_room_is_cut_or_left_out() -> None:
    assert length.units(within(["很长的一句话" * 90], 100)) <= 100
    assert in_paragraphs(["很长的一句话" * 90], [], room=100) == ""


def test_every_paragraph_of_the_article_has_a_line_of_its_own() -> None:
    paragraphs = ["甲说一。甲说二。", "乙说三。"]
    assert in_paragraphs(["甲说一。", "甲说二。", "乙说三。"], paragraphs, room=99) == "甲说一。甲说二。\n乙说三。"
    assert in_paragraphs(["甲说二。", "乙说三。"], paragraphs, room=99, between="\n\n") == "甲说二。\n\n乙说三。"
