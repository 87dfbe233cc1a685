import threading
import time
from typing import Any

import pytest
from bs4.element import NavigableString
from hypothesis import given
from hypothesis import strategies as st

from summaries import Summary, summarize, summarize_to, words
from summaries.sentences import count_tokens, split

NEWS = (
    "滨海市图书馆新馆今天正式对市民开放，藏书达到两百万册。新馆位于河东新区，共有六层，阅览座位三千个。"
    "馆长介绍，新馆每天开放到晚上十点，节假日不闭馆。市民凭身份证就可以进馆借书，一次最多借二十本。"
    "新馆还设有儿童阅览区和视障阅览室，由志愿者轮流讲解。老馆将改建为地方文献馆，预计明年底完工。"
    "为方便读者，公交公司新开了两条线路，直达新馆门口。有读者在留言簿上写道，这里像一座城市的客厅。"
)

_TEXTS = st.text(st.one_of(st.sampled_from("。！？.”“（）《》 \n，：今天新馆开放12a"), st.characters()), max_size=300)


def _in_order(chosen: tuple[str, ...], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(sentence in rest for sentence in chosen)


@given(
    _TEXTS, st.text(max_size=20), st.one_of(st.none(), st.integers(-1, 9)), st.one_of(st.none(), st.integers(-1, 400))
)
def test_a_summary_is_made_of_the_texts_own_sentences_in_order(
    text: str, title: str, sentences: int | None, chars: int | None
) -> None:
    summary = summarize(text, title=title, sentences=sentences, chars=chars)
    whole = [sentence.text for sentence in split(text)]
    assert _in_order(summary.sentences, whole)
    assert sorted(summary.ranked) == sorted(whole)
    assert summary.headline in text
    assert sentences is None or len(summary.sentences) <= max(0, sentences)
    if chars is not None and len(summary.sentences) > 1:
        assert sum(map(len, summary.sentences)) <= chars
    assert summary == summarize(text, title=title, sentences=sentences, chars=chars)


@given(_TEXTS, st.lists(st.integers(0, 400), max_size=4))
def test_a_longer_summary_holds_every_shorter_one(text: str, budgets: list[int]) -> None:
    by_length = dict(zip(budgets, summarize_to(text, budgets=budgets), strict=True))
    for short, long in zip(sorted(by_length), sorted(by_length)[1:], strict=False):
        assert _in_order(by_length[short].sentences, list(by_length[long].sentences))


def test_a_short_text_is_given_whole() -> None:
    text = "小镇的集市每逢周六开市。今天卖花的人最多。"
    assert summarize(text).sentences == ("小镇的集市每逢周六开市。", "今天卖花的人最多。")


def test_without_a_wish_a_summary_fits_a_glance() -> None:
    summary = summarize(NEWS)
    assert summary.sentences[0].startswith("滨海市图书馆新馆")
    assert 60 <= sum(map(len, summary.sentences)) <= 160


def test_one_sentence_is_given_even_if_it_is_too_long() -> None:
    assert summarize(NEWS, chars=5).sentences == (split(NEWS)[0].text,)
    assert summarize(NEWS, sentences=0).sentences == ()


def test_the_title_is_not_told_twice() -> None:
    title = "图书馆新馆今天开放"
    assert summarize(f"{title}！\n{NEWS}", title=title, sentences=1).sentences == (split(NEWS)[0].text,)
    alone = summarize(title, title=title)
    assert (alone.sentences, alone.ranked, alone.headline) == ((), (title,), "")


def test_the_same_news_is_not_told_twice() -> None:
    twice = "滨海市图书馆新馆今天正式对市民开放，藏书两百万册，环境优美。"
    assert twice not in summarize(f"{split(NEWS)[0].text}{twice}{NEWS[30:]}", sentences=3).sentences


def test_headings_and_half_quotes_are_no_filling() -> None:
    text = f"{split(NEWS)[0].text}\n新馆亮点\n共三点：\n" + NEWS
    chosen = summarize(text, sentences=4).sentences
    assert "新馆亮点" not in chosen
    assert "共三点：" not in chosen


@pytest.mark.parametrize(
    "page_talk",
    ["责任编辑：王小明", "（记者 李小红 文/图）", "点击查看更多精彩内容", "123 456 789", "长按识别二维码关注我们吧"],
)
def test_what_belongs_to_the_page_comes_last(page_talk: str) -> None:
    summary = summarize(f"{page_talk}\n{NEWS}", sentences=2)
    assert page_talk not in summary.sentences
    assert summary.ranked[-1] == page_talk


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\ud800",
        "\ud83d。\udc00",
        "\0" * 50,
        "。" * 500,
        "？！……”",
        "12 34 56",
        "🎉🎉🎉",
        "a",
        "\r\n\u2028\x85\x1c国",
    ],
)
def test_no_text_is_too_strange(text: str) -> None:
    for title in ("", text, "\r", "国\n家\r"):
        summarize(text, title=title)
        summarize_to([text, text], title=title, budgets=[10, 100])


@pytest.mark.parametrize(
    "piece",
    ["字", "a", "，", "“", "（", '。"', "a. ", "1234 ", "《", "一二三四。", "新馆开放，", "\ud800", "—", "Mr. B "],
)
def test_no_text_is_too_long(piece: str) -> None:
    begun = time.process_time()
    summarize(piece * (300_000 // len(piece)), title=piece * 1000)
    assert time.process_time() - begun < 5  # a hang would take minutes; a slow shared machine may take seconds


def test_summaries_can_be_made_in_many_threads() -> None:
    found: list[Summary] = []
    threads = [threading.Thread(target=lambda: found.append(summarize(NEWS))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {summarize(NEWS)}
    assert len(found) == len(threads)


def test_keywords_are_whole_telling_words() -> None:
    text = "梁启山今天到校。梁启山教了三十年书。学生们说，梁启山的课最好听。退休前，梁启山每天走五公里山路。"
    words = summarize(text, title="乡村教师梁启山的30公里").keywords
    assert "梁启山" in words
    assert all(len(word) > 1 for word in words)
    assert not {"今天", "学生们说", "启山"} & set(words)


def test_keywords_tell_a_figure_of_the_title() -> None:
    assert "5.3%" in summarize(NEWS, title="图书馆借阅量增长5.3%").keywords


HEADLINES = {
    "今天（3月5日），新桥在青河上正式通车，全长两公里。": "新桥在青河上正式通车，全长两公里",
    "据河东日报报道，青河两岸的六个村庄已经全部通上自来水。": "青河两岸的六个村庄已经全部通上自来水",
    "新华社青河3月5日电 青河大桥五日上午正式建成通车。": "青河大桥五日上午正式建成通车",
    "水利局负责人表示，青河水位正在缓慢下降。": "水利局负责人表示，青河水位正在缓慢下降",
    "展览“河流，与人”五日在青河博物馆开幕，展期两个月，观众可以免费入场参观并预约讲解服务。": (
        "展览“河流，与人”五日在青河博物馆开幕"
    ),
}


@pytest.mark.parametrize("sentence", HEADLINES)
def test_a_headline_is_a_run_of_the_sentences_own_clauses(sentence: str) -> None:
    assert summarize(sentence).headline == HEADLINES[sentence]


@given(_TEXTS)
def test_a_headline_fits_a_line(text: str) -> None:
    assert count_tokens(summarize(text).headline) <= 30


def test_an_article_is_told_as_expected(article: dict[str, Any]) -> None:
    summary = summarize(article["paragraphs"], title=article["title"], sentences=article.get("sentences"))
    for part in article["told"]:
        assert any(part in sentence for sentence in summary.sentences), (part, summary.sentences)
    for part in article["not_told"]:
        assert not any(part in sentence for sentence in summary.sentences), (part, summary.sentences)
    assert set(article["keywords"]) <= set(summary.keywords), summary.keywords
    assert article["headline"] in summary.headline


def test_the_sentence_a_title_was_cut_from_is_told_whole() -> None:
    lead = "7月4日消息，河口市十二家渔业合作社今天签下联合销售协议，统一品牌和冷链，首批三百吨海带下周发往内陆。"
    more = (
        "合作社理事长说，过去各家自己找车，一到旺季就互相抬价，去年光是等车就坏掉了将近二十吨，今年谁也不想再来一次。"
        * 3
    )
    summary = summarize([lead, more], title=f"{lead[:40]}...", chars=120)
    assert lead in summary.sentences


@pytest.mark.parametrize("count", [1, 2, 3])
def test_as_many_sentences_are_given_as_were_asked_for(count: int) -> None:
    assert len(summarize("今天的风很大。明天有雨。后天放晴，适合出门。", sentences=count).sentences) == count


@pytest.mark.parametrize(
    "talk", ["各位讀者大家好，歡迎收看本週的科技快訊。", "01", "（圖片來源：濱海日報）", "123 456\n大家早安！"]
)
def test_what_says_nothing_before_a_text_changes_neither_its_summary_nor_its_headline(talk: str) -> None:
    text = (
        "晶圓代工廠穹電科技今天宣布，將在台中后里興建第三座十二吋廠，總投資金額達新台幣一千二百億元，預計二〇二八年量產。"
        "穹電科技董事長周明德在法說會上說，新廠將生產車用與電源管理晶片，月產能四萬片，創造一千八百個工作機會。"
        "中科管理局局長許哲瑋表示，用水與用電都已核定，用地將在明年三月交付。環保團體要求穹電科技公開環評資料。"
        "穹電科技股價昨天上漲百分之四點二，收在三百一十五元。分析師認為，擴廠短期會壓低毛利率。"
    )
    alone, behind = summarize(text, chars=160), summarize(f"{talk}\n{text}", chars=160)
    assert behind.sentences == alone.sentences
    assert behind.headline == alone.headline
    assert behind.keywords == alone.keywords
    assert set(behind.ranked) > set(alone.ranked)


def test_a_text_that_says_nothing_at_all_is_told_as_it_is() -> None:
    assert summarize("大家好！", chars=99).sentences == ("大家好！",)


def test_a_text_as_parsers_of_pages_give_it_is_told_as_any_other() -> None:
    text, title = "青河大桥今天通车了。市民在桥上散步，市长说明年还要修一座。", "大桥通车"
    as_parsed = summarize(NavigableString(text), title=NavigableString(title), sentences=1)
    assert as_parsed == summarize(text, title=title, sentences=1)
    assert (as_parsed.headline, as_parsed.keywords) == (summarize(text).headline, summarize(text, title=title).keywords)
    assert words.cut([NavigableString(text)]) == words.cut([text])
    assert words.plain(NavigableString("臺灣")) == "台湾"
