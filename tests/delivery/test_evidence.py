"""The message behind “依据”."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import texts
from bot.core.evidence import Case, Grounds
from bot.delivery import length, render
from bot.delivery.evidence import REASONS, evidence, no_choice, reasons
from bot.markup import Message, Span, Style, plain, runs
from bot.model import Chat, ChatKind, StoredArticle
from bot.standin.entities import parse_html
from summaries import Length, Reason

Make = Callable[..., StoredArticle]

CHAT = Chat(id=7, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
FIRST = Grounds(
    sentence="今年前三季度，全市新开工保障房三万套。",
    paragraph=1,
    number=1,
    reasons=(Reason.OPENS, Reason.CONCISE),
)
LATER = Grounds(sentence="资金由市级财政承担。", paragraph=3, number=1)

grounds = st.builds(
    Grounds,
    sentence=st.one_of(st.text(max_size=60), st.text(min_size=400, max_size=5000)),
    paragraph=st.integers(0, 10**6),
    number=st.integers(0, 10**6),
    reasons=st.lists(st.sampled_from(Reason), max_size=3).map(tuple),
)


def _labels(message: Message) -> dict[str, str | None]:
    return {button.label: button.data for row in message.keyboard for button in row}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_reason_has_its_words_in_every_language(language: str) -> None:
    assert set(REASONS) == set(Reason), "a new reason needs its words"
    assert set(REASONS.values()) <= texts.keys(language)
    said = [reasons([reason], language) for reason in Reason]
    assert len(set(said)) == len(Reason)
    assert all(0 < len(words) <= 60 for words in said)


def test_each_sentence_stands_with_its_place_and_its_reasons(stored: Make) -> None:
    message = evidence(stored(), Length.STANDARD, Case(grounds=(FIRST, LATER), total=5), CHAT)
    assert plain(message.text) == (
        "保障房建设提速\n\n全文 5 句，选了这 2 句：\n"
        "今年前三季度，全市新开工保障房三万套。\n第 1 段第 1 句 · 在开头，新闻先说要事；话不长，内容多\n"
        "资金由市级财政承担。\n第 3 段第 1 句\n"
    )
    quotes = [part.text for part in runs(message.text) if isinstance(part, Span) and part.style is Style.QUOTE]
    assert quotes == [FIRST.sentence, LATER.sentence]


def test_the_way_back_leads_to_the_message_one_came_from(stored: Make) -> None:
    case = Case(grounds=(FIRST,), total=5)
    assert _labels(evidence(stored(), Length.STANDARD, case, CHAT)) == {
        "收起": "v1:news:7",
        "全文": "v1:full:7:1",
        "原文": None,
    }
    reads_lines = replace(CHAT, length=Length.LINE)
    assert _labels(evidence(stored(), Length.STANDARD, case, reads_lines))["收起"] == "v1:unfold:7"
    assert _labels(no_choice(stored(), Length.STANDARD, CHAT))["收起"] == "v1:news:7"


def test_a_sentence_the_article_no_longer_holds_is_told_as_such(stored: Make) -> None:
    message = evidence(stored(), Length.STANDARD, Case(grounds=(Grounds(sentence="旧句子。"),), total=5), CHAT)
    assert "旧句子。\n原文后来改过，这句已找不到\n" in plain(message.text)


def test_a_heading_that_is_a_chosen_sentence_is_told_once(stored: Make) -> None:
    article = stored(title="今年前三季度，全市新开工…")
    message = evidence(article, Length.STANDARD, Case(grounds=(FIRST, LATER), total=5), CHAT)
    assert plain(message.text).count(FIRST.sentence) == 1


def test_what_does_not_fit_is_counted(stored: Make) -> None:
    many = tuple(replace(FIRST, sentence="很长的一句话" * 40, number=number) for number in range(1, 40))
    words = plain(evidence(stored(), Length.DETAILED, Case(grounds=many, total=50), CHAT).text)
    shown = words.count("第 1 段第")
    assert 5 < shown < 39
    assert words.endswith(f"还有 {39 - shown} 句，这里放不下了。")
    assert length.units(words) <= length.UNITS


@given(st.lists(grounds, max_size=150).map(tuple), st.sampled_from(texts.LANGUAGES), st.sampled_from(Length))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    max_examples=60,
)
def test_any_case_fits_a_message(stored: Make, found: tuple[Grounds, ...], language: str, shown: Length) -> None:
    chat = replace(CHAT, language=language)
    message = evidence(stored(), shown, Case(grounds=found, total=10**6), chat)
    read, _ = parse_html(render.html(message.text))
    assert length.units(read) <= length.UNITS
    assert render.words(message.text) == length.clean(plain(message.text)), "nothing was cut"
