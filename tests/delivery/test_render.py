from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import texts
from bot.delivery import length, render, telling
from bot.markup import Message, Span, Style, Text, bold, plain, runs
from bot.model import Article, Chat, ChatKind, Digest, StoredArticle
from bot.standin.entities import parse_html
from summaries import Length

Make = Callable[..., StoredArticle]
ZONE = "Asia/Shanghai"

anything = st.text(st.characters(), max_size=300)
spans = st.builds(Span, anything, st.one_of(st.none(), st.sampled_from(Style)), st.one_of(st.none(), anything))
articles = st.builds(
    Article,
    path=anything,
    title=st.one_of(anything, st.text(min_size=300, max_size=5000)),
    paragraphs=st.lists(anything, max_size=5).map(tuple),
    category=st.lists(anything, min_size=1, max_size=3).map(tuple),
    author=anything,
    link=st.one_of(st.none(), anything),
    image=st.one_of(st.none(), anything),
    published=st.one_of(st.none(), st.datetimes(timezones=st.just(UTC), min_value=datetime(1900, 1, 1))),  # noqa: DTZ001 - bounds of moments are naive
)
digests = st.builds(
    Digest,
    short=st.lists(st.one_of(anything, st.text(min_size=300, max_size=5000)), max_size=4).map(tuple),
    longer=st.lists(st.one_of(anything, st.text(min_size=300, max_size=5000)), max_size=12).map(tuple),
)


def _chat(language: str = "zh-Hans", zone: str = ZONE, wanted: Length = Length.STANDARD) -> Chat:
    return Chat(id=7, kind=ChatKind.PRIVATE, language=language, time_zone=zone, length=wanted)


def _news(stored: StoredArticle, language: str = "zh-Hans", zone: str = ZONE, now: datetime | None = None) -> Message:
    return render.news(stored, _chat(language, zone), now=now)


def _at(wanted: Length, stored: StoredArticle) -> Message:
    return render.news(stored, _chat(wanted=wanted))


def _buttons(message: Message) -> list[str]:
    return [button.label for row in message.keyboard for button in row]


def test_a_news_message_has_title_summary_folded_version_and_origin(stored: Make) -> None:
    text, entities = parse_html(render.html(_news(stored()).text))
    assert text == (
        "保障房建设提速\n\n今年前三季度，全市新开工保障房三万套。其中九成已经封顶。\n"
        "明年计划再建两万套。\n资金由市级财政承担。\n"
        "新浪财经 · 国内 · 10月19日 20:12"
    )
    assert [entity["type"] for entity in entities] == ["bold", "expandable_blockquote"]


def test_buttons_lead_to_the_full_text_the_evidence_the_source_and_silence(stored: Make) -> None:
    above, below = _news(stored()).keyboard
    assert [(button.label, button.data, button.url) for button in (*above, *below)] == [
        ("全文", "v1:full:7:1", None),
        ("依据", "v1:why:7:1", None),
        ("原文", None, "https://news.example.com/1"),
        ("不再看此类", "v1:mute:3:7", None),
    ]
    assert len(above) == len(below)


def test_there_is_no_full_text_and_no_evidence_button_when_the_summary_is_all_of_it(stored: Make) -> None:
    whole = "今年前三季度，全市新开工保障房三万套。"
    for told_whole in (
        stored(paragraphs=(whole,), digest=Digest(short=(whole,))),
        stored(paragraphs=("保障房建设提速",), digest=Digest()),
    ):
        assert _buttons(_news(told_whole)) == ["原文", "不再看此类"]


@pytest.mark.parametrize("link", [None, "/relative", "http://localhost/x", "javascript:alert(1)"])
def test_there_is_no_source_button_without_a_usable_link(stored: Make, link: str | None) -> None:
    assert _buttons(_news(stored(link=link))) == ["全文", "依据", "不再看此类"]


def test_the_picture_is_shown_only_with_a_usable_address(stored: Make) -> None:
    assert _news(stored(image="https://img.example.com/1.jpg")).picture == "https://img.example.com/1.jpg"
    assert _news(stored(image="data:image/png;base64,xx")).picture is None


def test_a_post_whose_title_is_its_only_sentence_says_it_once(stored: Make) -> None:
    message = _news(stored(title="今日无事", paragraphs=("今日无事。",), digest=Digest(short=("今日无事。",))))
    assert plain(message.text).count("今日无事") == 1


def test_of_a_flash_only_the_headline_is_bold(stored: Make) -> None:
    flash = "【青河大桥通车】11月22日消息，青河大桥今天通车，两岸车程缩短到五分钟。"
    message = _news(stored(title=flash, paragraphs=(flash,), digest=Digest(short=(flash,))))
    headline, rest, *_ = runs(message.text)
    assert headline == bold("【青河大桥通车】")
    assert not isinstance(rest, Span)
    assert plain(message.text).startswith(flash)


def test_a_title_the_source_cut_off_is_replaced_by_the_whole_sentence(stored: Make) -> None:
    digest = Digest(short=("央行今日宣布下调存款准备金率。", "市场普遍欢迎。"))
    message = _news(stored(title="央行今日宣布下调…", digest=digest))
    assert runs(message.text)[0] == bold("央行今日宣布下调存款准备金率。")
    assert plain(message.text).count("央行") == 1


def test_when_the_summary_became_the_title_the_next_sentence_stands_open(stored: Make) -> None:
    longer = ("央行今日宣布下调存款准备金率。", "市场普遍欢迎。", "新规下月起施行。")
    message = _news(stored(title="央行今日宣布下调…", digest=Digest(short=longer[:1], longer=longer)))
    assert plain(message.text).startswith("央行今日宣布下调存款准备金率。\n\n市场普遍欢迎。\n新规下月起施行。")
    assert [part.text for part in runs(message.text) if isinstance(part, Span) and part.style is Style.EXPANDABLE] == [
        longer[2]
    ]


def test_the_folded_version_is_left_out_when_it_tells_no_more(stored: Make) -> None:
    whole = ("今年前三季度，全市新开工保障房三万套。", "其中九成已经封顶。")
    message = _news(stored(digest=Digest(short=whole, longer=whole)))
    assert "blockquote" not in render.html(message.text)


def test_a_folded_version_too_long_loses_whole_sentences(stored: Make) -> None:
    sentences = tuple(f"第{number}项指标增长{number}.{number}%，高于预期水平。" for number in range(1, 400))
    message = _news(stored(paragraphs=sentences, digest=Digest(short=sentences[:1], longer=sentences)))
    (quote,) = (part.text for part in runs(message.text) if isinstance(part, Span) and part.style is Style.EXPANDABLE)
    assert all(line in sentences for line in quote.split("\n"))
    assert quote.count("\n") > 100


def test_a_title_over_many_lines_and_pages_becomes_one_line(stored: Make) -> None:
    title = runs(_news(stored(title="特稿｜\n" + "漫长的季节，" * 900)).text)[0]
    assert isinstance(title, Span)
    assert title.text.endswith("…")
    assert "\n" not in title.text
    assert length.units(title.text) <= telling.TITLE_UNITS


@pytest.mark.parametrize(
    ("language", "zone", "shown"),
    [
        ("zh-Hans", "Asia/Shanghai", "10月19日 20:12"),
        ("zh-Hant", "Asia/Taipei", "10月19日 20:12"),
        ("en", "Europe/London", "19 Oct 13:12"),
        ("en", "No/Such_Zone", "19 Oct 12:12"),
        ("en", "../etc", "19 Oct 12:12"),
    ],
)
def test_the_time_is_the_readers(stored: Make, language: str, zone: str, shown: str) -> None:
    assert plain(_news(stored(), language, zone).text).endswith(" · " + shown)


def test_another_year_is_told(stored: Make) -> None:
    message = _news(stored(), now=datetime(2027, 1, 2, tzinfo=UTC))
    assert plain(message.text).endswith("2026年10月19日 20:12")


def test_an_article_without_a_date_tells_when_it_was_collected(stored: Make) -> None:
    assert plain(_news(stored(published=None)).text).endswith("收录 10月19日 21:00")


def test_the_author_is_told_once(stored: Make) -> None:
    assert "新华社 · 新浪财经 · 国内" in plain(_news(stored(author="新华社")).text)
    assert "\n新浪財經 · 國內" in plain(_news(stored(author="新浪财经"), "zh-Hant").text)


def test_the_full_text_can_be_paged_and_closed(stored: Make) -> None:
    long = stored(paragraphs=tuple(f"第{number}段。" + "正文内容很长很长。" * 30 for number in range(40)))
    pages = [render.full_text(long, page, language="zh-Hans") for page in range(6)]
    assert pages[0] == pages[1]
    assert _buttons(pages[1]) == ["1/4", "›", "收起", "原文"]
    assert _buttons(pages[2]) == ["‹", "2/4", "›", "收起", "原文"]
    assert _buttons(pages[4]) == ["‹", "4/4", "收起", "原文"]
    assert pages[5] == pages[4]
    assert [button.data for row in pages[2].keyboard for button in row][:4] == [
        "v1:full:7:1",
        "v1:full:7:2",
        "v1:full:7:3",
        "v1:news:7",
    ]
    assert all(runs(page.text)[0] == bold("保障房建设提速") for page in pages)


def test_a_short_full_text_has_no_pages_to_turn(stored: Make) -> None:
    assert _buttons(render.full_text(stored(), 1, language="en")) == ["Close", "Source"]


def test_a_text_with_too_many_long_links_is_sent_without_them() -> None:
    link = "https://example.com/" + "a" * 1900
    text = tuple(Span(f"第{number}条", None, link) for number in range(60))
    assert render.html(text) == render.words(text)


def test_what_is_longer_than_a_message_ends_in_dots_and_what_follows_is_left_out() -> None:
    text: Text = (bold("长" * 5000), "尾")
    assert render.words(text) == "长" * (length.UNITS - 1) + "…"
    assert render.html(text) == f"<b>{render.words(text)}</b>"


def test_a_blank_between_styles_stays_a_blank() -> None:
    assert render.html((bold("一"), bold(" "), bold(""), bold("二"))) == "<b>一</b> <b>二</b>"


def test_a_link_leads_where_it_says_and_a_bad_one_is_only_words() -> None:
    text: Text = (Span("好", Style.BOLD, "https://example.com/?a=1&b=2"), Span("坏", None, "javascript:x"))
    assert render.html(text) == '<a href="https://example.com/?a=1&amp;b=2"><b>好</b></a>坏'


def test_a_message_is_never_empty(stored: Make) -> None:
    message = _news(stored(title=" \n", paragraphs=(), digest=Digest()))
    assert runs(message.text)[0] == bold("（无标题）")


@given(st.lists(st.one_of(anything, spans), max_size=140))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_text_becomes_html_that_telegram_takes_and_reads_back_the_same(parts: list[Span | str]) -> None:
    text: Text = tuple(parts)
    written = render.html(text)
    read, entities = parse_html(written)
    assert read.strip(" \n") == render.words(text).strip(" \n")
    assert len(written.encode()) <= length.BYTES
    assert length.units(read) <= length.UNITS
    assert len(entities) <= length.ENTITIES


@given(articles, digests, st.sampled_from(texts.LANGUAGES))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_article_becomes_messages_that_fit(article: Article, digest: Digest, language: str) -> None:
    kept = StoredArticle(
        id=2**40,
        source_id=1,
        category_id=2**40,
        article=article,
        digest=digest,
        content_hash="",
        collected_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    chats = [_chat(language, wanted=wanted) for wanted in Length]
    messages = [render.news(kept, chat) for chat in chats]
    messages += [render.unfolded(kept, chats[0]), *(render.full_text(kept, page, language=language) for page in (1, 3))]
    for message in messages:
        read, _ = parse_html(render.html(message.text))
        assert read.strip()
        assert length.units(read) <= length.UNITS
        assert all(len((button.data or "").encode()) <= 64 for row in message.keyboard for button in row)
        assert all(1 <= len(row) <= 3 for row in message.keyboard if "/" not in row[0].label)
        assert render.words(message.text) == "".join(map(length.clean, map(_words, runs(message.text))))


def _words(part: Span | str) -> str:
    return part if isinstance(part, str) else part.text
