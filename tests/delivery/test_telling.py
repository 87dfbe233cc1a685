"""What a message of each length says of an article."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery import render
from bot.delivery.buttons import rows
from bot.delivery.telling import telling, title
from bot.markup import Button, Message, Span, Style, plain, runs
from bot.model import Chat, ChatKind, Digest, StoredArticle
from summaries import Length

Make = Callable[..., StoredArticle]

LEAD = "央行今日宣布下调存款准备金率，自12月5日起执行。"
NEXT = "市场普遍欢迎。"
LAST = "分析人士预计年内还有一次。"
CUT = "央行今日宣布下调存款准备金率"


def _chat(wanted: Length) -> Chat:
    return Chat(id=7, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai", length=wanted)


def _at(wanted: Length, stored: StoredArticle) -> Message:
    return render.news(stored, _chat(wanted))


def _buttons(message: Message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.keyboard]


def _folded(message: Message) -> list[str]:
    return [part.text for part in runs(message.text) if isinstance(part, Span) and part.style is Style.EXPANDABLE]


def test_one_line_is_the_title_and_where_it_is_from(stored: Make) -> None:
    message = _at(Length.LINE, stored(image="https://img.example.com/1.jpg"))
    assert plain(message.text) == "保障房建设提速\n新浪财经 · 国内 · 10月19日 20:12"
    assert _buttons(message) == [["摘要", "全文"], ["原文", "不再看此类"]]
    assert message.picture is None, "a picture would be larger than the line"


def test_one_line_opens_to_the_standard_message_with_a_way_back(stored: Make) -> None:
    article = stored(link=None)
    opened, standard = render.unfolded(article, _chat(Length.LINE)), _at(Length.STANDARD, article)
    assert (opened.text, opened.picture) == (standard.text, standard.picture)
    assert _buttons(opened) == [["收起", "全文"], ["依据", "不再看此类"]]
    assert opened.keyboard[0][0].data == "v1:news:7"


def test_one_line_that_is_all_there_is_offers_nothing_to_open(stored: Make) -> None:
    flash = stored(title="今晚八点起停水两小时", paragraphs=("今晚八点起停水两小时。",), digest=Digest(), link=None)
    assert _buttons(_at(Length.LINE, flash)) == [["不再看此类"]]


def test_a_short_article_opens_from_one_line_with_one_button(stored: Make) -> None:
    whole = ("今晚八点起停水两小时，请提前储水。", "消防用水不受影响。")
    message = _at(Length.LINE, stored(paragraphs=whole, digest=Digest(short=whole), link=None))
    assert _buttons(message) == [["摘要", "不再看此类"]]


def test_a_flash_in_one_line_is_the_headline_it_carries(stored: Make) -> None:
    told = "【晨江口岸今天恢复通关】11月22日消息，晨江口岸于上午九点恢复通关，首日放行货车三百辆。"
    flash = stored(title=told[:20] + "...", paragraphs=(told,), digest=Digest(short=(told,)), link=None)
    message = _at(Length.LINE, flash)
    assert plain(message.text).startswith("晨江口岸今天恢复通关\n")
    assert _buttons(message) == [["摘要", "不再看此类"]]
    assert plain(render.unfolded(flash, _chat(Length.LINE)).text).startswith(told)


def test_the_detailed_message_has_everything_open_by_paragraphs(stored: Make) -> None:
    message = _at(Length.DETAILED, stored())
    assert plain(message.text) == (
        "保障房建设提速\n\n今年前三季度，全市新开工保障房三万套。其中九成已经封顶。\n\n"
        "明年计划再建两万套。\n\n资金由市级财政承担。\n\n新浪财经 · 国内 · 10月19日 20:12"
    )
    assert _folded(message) == []
    assert [button.data for row in message.keyboard for button in row][1] == "v1:why:7:2"


def test_a_summary_stored_before_there_were_lengths_is_told_at_each(stored: Make) -> None:
    article = stored(paragraphs=(LEAD + NEXT + LAST,), digest=Digest(short=(LEAD,)))
    for wanted in (Length.STANDARD, Length.DETAILED):
        assert LEAD in plain(_at(wanted, article).text)
    assert plain(_at(Length.LINE, article).text).startswith("保障房建设提速\n")


@pytest.mark.parametrize("wanted", Length)
def test_a_missing_title_gives_way_to_a_headline_of_the_articles_own_words(stored: Make, wanted: Length) -> None:
    digest = Digest(short=(LEAD,), longer=(LEAD, NEXT), headline=CUT)
    message = _at(wanted, stored(title="", paragraphs=(LEAD + NEXT + LAST,), digest=digest))
    assert plain(message.text).startswith(CUT + "\n")


@pytest.mark.parametrize("wanted", Length)
def test_where_no_headline_can_be_cut_the_first_chosen_sentence_is_the_heading(stored: Make, wanted: Length) -> None:
    digest = Digest(short=(NEXT,), longer=(NEXT, LAST))
    message = _at(wanted, stored(title="", paragraphs=(LEAD + NEXT + LAST,), digest=digest))
    assert plain(message.text).startswith(NEXT)
    assert plain(message.text).count(NEXT) == 1


def test_a_title_that_says_only_what_kind_of_piece_it_is_stays_as_a_small_line(stored: Make) -> None:
    digest = Digest(short=(LEAD,), longer=(LEAD, NEXT), headline=CUT)
    article = stored(title="快讯", paragraphs=(LEAD + NEXT,), digest=digest)
    assert runs(_at(Length.STANDARD, article).text)[:3] == (Span(CUT, Style.BOLD), "\n", Span("快讯", Style.ITALIC))
    assert "快讯" not in plain(_at(Length.LINE, article).text)
    assert title(article, "zh-Hans") == "快讯", "over its full text an article has its own title"


def test_the_beginning_of_a_headline_is_not_told_below_it_again(stored: Make) -> None:
    article = stored(title=CUT[:8] + "…", paragraphs=(NEXT, LEAD), digest=Digest(short=(NEXT,), headline=CUT))
    assert telling(article, Length.STANDARD, "zh-Hans").name == ""


def test_a_headline_that_is_the_whole_first_sentence_is_told_once(stored: Make) -> None:
    digest = Digest(short=(NEXT, LEAD), longer=(NEXT, LEAD, LAST), headline="市场普遍欢迎")
    article = stored(title="", paragraphs=(NEXT + LEAD + LAST,), digest=digest)
    for wanted in (Length.STANDARD, Length.DETAILED):
        assert plain(_at(wanted, article).text).count("市场普遍欢迎") == 1


@pytest.mark.parametrize("wanted", [Length.STANDARD, Length.DETAILED])
def test_a_short_note_without_a_title_is_told_once_and_whole(stored: Make, wanted: Length) -> None:
    note = (f"{CUT}，释放资金1234567.8亿元。{NEXT}",)
    article = stored(title="", paragraphs=note, digest=Digest(short=note, headline=CUT))
    assert plain(_at(wanted, article).text).startswith(note[0] + "\n")
    assert plain(_at(wanted, article).text).count(CUT) == 1


@pytest.mark.parametrize("wanted", list(Length))
@pytest.mark.parametrize("note", [LEAD, f"{CUT}，释放资金1234567.8亿元。{NEXT}", f"【晨江桥今早通车】{LEAD}"])
def test_a_short_note_without_a_title_that_is_told_whole_is_plain_text_with_its_link(
    stored: Make, wanted: Length, note: str
) -> None:
    message = _at(wanted, stored(title="", paragraphs=(note,), digest=Digest(short=(note,))))
    if plain(message.text).startswith(note):
        assert not [part for part in runs(message.text) if isinstance(part, Span) and part.style is Style.BOLD]
    assert any("原文" in row for row in _buttons(message))


def test_a_note_that_is_its_own_title_has_it_in_bold(stored: Make) -> None:
    named = stored(title=LEAD, paragraphs=(LEAD,), digest=Digest(short=(LEAD,)))
    assert runs(_at(Length.STANDARD, named).text)[0] == Span(LEAD, Style.BOLD)


def test_a_note_without_a_title_stands_in_lists_and_over_its_text_by_its_headline(stored: Make) -> None:
    note = (f"{CUT}，释放资金1234567.8亿元。{NEXT}",)
    article = stored(title="", paragraphs=note, digest=Digest(short=note, headline=CUT))
    assert plain(_at(Length.LINE, article).text).startswith(CUT + "\n")
    assert title(article, "zh-Hans") == CUT


def test_a_flash_without_a_title_stands_over_its_text_by_the_headline_it_carries(stored: Make) -> None:
    told = ("【晨江口岸今天恢复通关】11月22日消息，晨江口岸于上午九点恢复通关，首日放行货车三百辆。",)
    article = stored(title="", paragraphs=told, digest=Digest(short=told, headline="首日放行货车三百辆"))
    assert title(article, "zh-Hans") == "晨江口岸今天恢复通关"


def test_a_detailed_sentence_longer_than_a_message_is_cut_not_lost(stored: Make) -> None:
    endless = "很长很长的一句话" * 900
    message = _at(Length.DETAILED, stored(paragraphs=(endless,), digest=Digest(short=(endless,))))
    assert "很长很长的一句话" in plain(message.text)


@given(st.integers(0, 6))
def test_no_row_has_more_than_three_buttons(count: int) -> None:
    made = rows([Button(label=str(number), data="v1:x") for number in range(count)])
    assert [button.label for row in made for button in row] == [str(number) for number in range(count)]
    assert all(len(row) <= 3 for row in made)
