"""The paragraphs of a page are what a reader would call the article, however broken the page is."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources import article
from bot.sources.body import MAX_BLOCKS, MAX_TAGS, read_page
from bot.sources.rule import Where
from bot.sources.rules import RULES, matching

SENTENCE = "河湾镇的路灯昨晚亮了，全镇的人都出来看。"
FILLER = "".join(f"<p>第{number}段：{SENTENCE}</p>" for number in range(30))


def paragraphs(markup: str, title: str = "标题") -> list[str]:
    return list(article.paragraphs(read_page(markup).blocks, title=title))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>　　甲<span id='stock_sz000001'><a class='keyword'>乙</a></span>丙</p>", ["甲乙丙"]),
        ("<p>the <b>old</b> lamp\n of <i>the</i>town</p>", ["the old lamp of thetown"]),
        ("<p>灯\n亮了</p>", ["灯亮了"]),
        ("<p>甲&nbsp;&nbsp;乙\u200b\ufeff</p><p>　</p><p></p>", ["甲 乙"]),
        ("<p>甲<br>乙<br/><br/>丙</p>", ["甲", "乙", "丙"]),
        ("甲\n乙<br>丙", ["甲", "乙", "丙"]),
        ("<ul><li>甲</li><li><p>乙</p></li></ul>", ["甲", "乙"]),
        ("<blockquote>甲<p>乙</p></blockquote>", ["甲", "乙"]),
        ("<table><tr><td>甲</td><td>1</td></tr></table>", ["甲 | 1"]),
        ("<table><tr><td><p>甲</p><p>" + SENTENCE * 9 + "</p></td></tr></table>", ["甲", SENTENCE * 9]),
        ("<h2>题</h2><p>文</p>", ["题", "文"]),
        ("<h2>题<a href='#t'>#</a></h2><p>文，见<a href='#t'>上文</a>。</p>", ["题", "文，见上文。"]),
        ("<ul><li><a href='#a'>一</a><ul><li><a href='#b'>二</a></li></ul></li></ul><p>文</p>", ["文"]),
        (
            "<p>到2023年<a class='footnote-anchor' href='#n-1'>1</a>，见图<a href='#pic'>2</a>。</p>",
            ["到2023年，见图2。"],
        ),
        ("<p>灯亮了。</p><div class='subscription-widget-wrap'><p>Subscribe!</p></div>", ["灯亮了。"]),
        ("<h1>标题</h1><p>标题</p><p>灯亮了。</p>", ["灯亮了。"]),
        ("<p><a href='#a'>一</a></p><h2 id='a'>一</h2><p>文</p>", ["一", "文"]),
        (
            "<p><a href='#'>整段话都在一个链接里</a></p><p><a href='#a'>这也是一句话。</a></p>",
            ["整段话都在一个链接里", "这也是一句话。"],
        ),
        ("<ul><li><a href='#a'>一</a>，文</li></ul>", ["一，文"]),
        ("<p>设<img src='https://z.example/equation?tex=x' alt='x^2'>为<img eeimg=1 alt='y'>。</p>", ["设x^2为y。"]),
        ("<p>设<math alttext='{\\displaystyle x^{2}}'><mi>x</mi></math>。</p>", ["设x^{2}。"]),
        ("<p>设<math alttext='x^2'><mi>x</mi></math>为<math><mi>y</mi></math>。</p>", ["设x^2为。"]),
        (
            "<p>共<span class=katex-mathml><math><mn>106</mn><annotation encoding='application/x-tex'>10^6</annotation>\
</math></span><span class=katex-html>10<span>6</span></span>盏。</p>",
            ["共10^6盏。"],
        ),
        (f"<form action='/'><p>{SENTENCE}</p><input></form>", [SENTENCE]),
        (f"<noscript><p>{SENTENCE}</p></noscript>", [SENTENCE]),
        (f"<p>{SENTENCE}</p><form>订阅<input></form><noscript>请打开脚本</noscript>", [SENTENCE]),
        ("<p>风雨送春归，</p><p>飞雪迎春到。</p>", ["风雨送春归，飞雪迎春到。"]),
        ("<p>a</p><!-- b --><!--article_adlist[<p>c</p>]article_adlist--><p>d</p>", ["a", "d"]),
        ("<p>a</p><!--article_adlist[<p c--><p>d</p>", ["a", "d"]),
        ("<p>a</p><!-- open <p>b</p>", ["a", "open", "b"]),
        ("<style>p &#123;&#125;</style><script>x</script><p>a</p><video>b</video>", ["a"]),
        ("<p>a</p><!-- news_keyword_pub,stock, --><p>b</p>", ["a"]),
        ("<p>a<p>b<div>c", ["a", "b", "c"]),
        ("<p>a\x00b</p>", ["ab"]),
        ("<p>a\ud800灯</p>", ["a灯"]),
        ("https://a.example/lamp", ["https://a.example/lamp"]),
        ("<?xml version='1.0'?><p>a</p>", ["a"]),
        ("<p>a</p>[<a href='https://a.example/1'>原文链接</a>]<p>b</p>", ["a", "b"]),
        ("灯亮了。[<a href='https://a.example/1'>原文链接</a>]", ["灯亮了。"]),
        ("<p> <img src='a'> </p>\n<p>a</p>", ["a"]),
        ("<figure><img src='a'><figcaption>桥边的灯</figcaption></figure><p>a</p>", ["a"]),
        ("<section><section><span>甲</span></section><section>乙</section></section>", ["甲", "乙"]),
        ("甲<p>乙</p>丙", ["甲", "乙", "丙"]),
        ("&lt;p&gt;灯亮了。&lt;/p&gt;&lt;p&gt;全镇都来看。&lt;/p&gt;", ["灯亮了。", "全镇都来看。"]),
        ("<p>6月\u200d\u200d30日👨\u200d👩\u200d👧来看灯</p>", ["6月30日👨\u200d👩\u200d👧来看灯"]),
    ],
)
def test_a_page_is_read_as_its_paragraphs(markup: str, expected: list[str]) -> None:
    assert paragraphs(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<p>灯亮了。</p><embed src='a.swf'><p>雨停了。</p><p>人散了。</p>",
        "<p>灯亮了。</p><embed src='a.swf'/><embed src='b.swf'></embed><p>雨停了。</p><p>人散了。</p>",
        "<html><body><p>灯亮了。</p></body></html><p>雨停了。</p>人散了。",
        "<p>灯亮了。</p><div>雨停了。</div></body></html></div><p>人散了。</p>",
        "<![CDATA[<p>灯亮了。</p><p>雨停了。</p>]]><p>人散了。</p>",
        "<p>灯亮了。</p><audio src='a.mp3'><p>雨停了。</p><p>人散了。</p>",
        "<p>灯亮了。</p><video>无法播放</video><video src='a.mp4'><p>雨停了。</p><div>人散了。</div>",
        "<form action='/'><p>灯亮了。</p><svg><path d='x'/><p>雨停了。</p><figure><figcaption></figure><p>人散了。</p>",
    ],
)
def test_no_stray_tag_takes_the_rest_of_the_article_with_it(markup: str) -> None:
    assert paragraphs(markup) == ["灯亮了。", "雨停了。", "人散了。"]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("全镇有10<sup>6</sup>盏灯，多了30%<sup>1</sup>。", "全镇有10⁶盏灯，多了30%。"),
        ("多了3km<sup>2</sup>和5米<sup>2</sup>，误差10<sup>−6</sup>。", "多了3km²和5米²，误差10⁻⁶。"),
        ("灯亮了。<sup>2</sup>雨停了<sup>[3]</sup>，人散了<sup>1,2</sup>。", "灯亮了。雨停了，人散了。"),
        ("灯亮了<sup><a href='#note'>12</a></sup>，雨停了<a href='#note'><sup>13</sup></a>。", "灯亮了，雨停了。"),
        ("The lamps <sup>3</sup>are lit.<sup>4</sup>", "The lamps are lit."),
        ("The 4<sup>th</sup> lamp of Tidelamp<sup>®</sup>", "The 4th lamp of Tidelamp®"),
        ("CO<sub>2</sub>和Ca<sup>2+</sup>，用<sup>14</sup>C测年", "CO₂和Ca²⁺，用¹⁴C测年"),
        ("加2<sup>1</sup>/<sub>2</sub>升油", "加2¹/₂升油"),
        ("灯<sup>是去年秋天全镇的人一起装上去的</sup>亮", "灯是去年秋天全镇的人一起装上去的亮"),
        ("变量x<sub>灯</sub>", "变量x灯"),
    ],
)
def test_no_number_grows_by_a_power_or_by_the_mark_of_a_note(markup: str, told: str) -> None:
    assert paragraphs(f"<p>{markup}</p>") == [told]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("灯&#55357;&#56832;亮&#xD83D;&#xDE00;了&#xD83D;&#55357;。", "灯😀亮😀了。"),
        ("A&amp;amp;B&amp;nbsp;说&amp;ldquo;灯&amp;#39;亮&amp;rdquo;&amp;hellip;", "A&B 说“灯'亮”…"),
        ("&amp;lt;b&amp;gt; &amp;nbsp", "&lt;b&gt; &nbsp"),
        ("写 <code>&amp;nbsp;</code>，不写 &amp;amp;。", "写 &nbsp;，不写 &amp;。"),
    ],
)
def test_characters_that_were_halved_or_escaped_twice_are_read_as_they_were_meant(markup: str, told: str) -> None:
    assert paragraphs(f"<p>{markup}</p>") == [told]


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_what_is_struck_is_not_told_as_a_fact(tag: str) -> None:
    assert paragraphs(f"<p>他<{tag}>被捕</{tag}>获释，罚款<ins>80元</ins>。</p>") == ["他获释，罚款80元。"]


def test_lines_that_are_set_as_lines_are_told_apart() -> None:
    assert paragraphs("<pre>第一行公告\n第二行公告\n\n金额：100\n50元</pre>") == [
        "第一行公告",
        "第二行公告",
        "金额：100",
        "50元",
    ]


def test_a_mail_wrapped_at_the_margin_keeps_its_sentences() -> None:
    mail = "The council of the town says that all lamps will be\nchanged before winter.\n\nNobody objected."
    assert paragraphs(f"<pre>{mail}</pre>") == [
        "The council of the town says that all lamps will be changed before winter.",
        "Nobody objected.",
    ]


@pytest.mark.parametrize(
    "listing",
    [
        "<pre><code>import lamps\nlamps.light(3)</code></pre>",
        "<figure class='highlight py'><table><tr><td><pre>1</pre></td><td><pre>x()</pre></td></tr></table></figure>",
    ],
)
def test_a_listing_of_a_program_is_no_text(listing: str) -> None:
    assert paragraphs(f"<p>灯这样亮：</p>{listing}<p class='highlight'>全镇都来看。</p>") == [
        "灯这样亮：",
        "全镇都来看。",
    ]


def test_a_paragraph_nobody_sees_is_not_told() -> None:
    hidden = "<p style='color: red; display: none'>甲</p><p hidden>乙</p>"
    assert paragraphs(f"<p>灯亮了。</p>{hidden}<div hidden><p>全镇都来看。</p></div>") == ["灯亮了。", "全镇都来看。"]


def test_words_somebody_said_keep_their_quotes() -> None:
    assert paragraphs("<p>他说<q>灯亮了</q>。</p>") == ["他说“灯亮了”。"]


def test_stock_codes_are_kept_once_each() -> None:
    assert read_page("<p>a</p><!-- news_keyword_pub,stock,sz000001&sh600519&sz000001 -->").stocks == (
        "sz000001",
        "sh600519",
    )


def test_a_machine_lead_goes_even_when_a_heading_stands_between() -> None:
    text = "<p>导语</p><p>灯亮了。</p><p>全镇的人都出来看，<b>孩子们</b>数着灯，一盏，两盏。</p>"
    body = f"灯亮了。全镇 的人都出来看，孩子们数着灯......{text}"
    assert paragraphs(body) == ["导语", "灯亮了。", "全镇的人都出来看，孩子们数着灯，一盏，两盏。"]


def test_a_lead_that_says_something_else_stays() -> None:
    assert paragraphs("编者按里写着别的事情，与下文无关......<p>灯亮了。</p>")[0].startswith("编者按")


def test_a_heading_whose_words_come_again_is_no_machine_lead() -> None:
    assert paragraphs("<section>河湾的灯</section><section>河湾的灯昨夜亮了。</section>")[0] == "河湾的灯"


def test_headlines_of_other_articles_go_with_their_heading() -> None:
    others = "<ul><li><a href='/1'>河湾镇换灯记</a></li><li><a href='/2'>山谷停电三天，谁来负责？</a></li></ul>"
    assert paragraphs(f"<p>{SENTENCE}</p><p>相关阅读：</p>{others}<p>责任编辑：林小满</p>") == [SENTENCE]


def test_what_is_told_below_such_a_heading_stays() -> None:
    assert paragraphs(f"<p>灯亮了。</p><p>延伸阅读</p><p>换灯记</p><p>{SENTENCE}</p>") == [
        "灯亮了。",
        "换灯记",
        SENTENCE,
    ]


def test_a_body_that_is_only_the_title_gives_nothing() -> None:
    assert paragraphs("  灯：亮了\n 下  ", "灯_亮了 下") == []
    assert paragraphs("<p>灯亮了</p><p>正文。</p>", "灯亮了") == ["正文。"]


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：林小满 SF055",
        "编辑 | 何青 校对 | 丁一",
        "审 核：丁 伟",
        "作者丨周也",
        "（总台央视记者 王小禾）",
        "河湾新闻首席记者 吕一帆 实习生 郑小雨",
        "新华社记者王小禾 陈一叶",
        "【文/河湾网 王小禾】",
        "河湾卫视王小禾、陈一叶 山谷报道",
        "来源：河湾新闻、山谷发布",
        "（综合河湾日报、山谷晚报等报道）",
        "原标题：灯亮了",
        "原标题 “灯亮了”",
        "《河湾日报》（2026年08月20日 第 03 版）",
        "本文来自微信公众号： 河湾食记 ，作者：周也，题图来自：AI生成",
        "本文来自微信公众号 “河湾社”（ID：hewan），作者：周也，36氪经授权发布。",
        "本内容由作者授权发布，观点仅代表作者本人，不代表本站立场。",
        "*题图来源于Unsplash。",
        "（图源：受访者）",
        "△河湾路的夜市",
        "（声明：本文仅作为信息交流，不构成任何投资建议。）",
        "*个人观点，仅供参考",
        "长按识别二维码关注河湾食记",
        "欢迎关注公众号“河湾食记”",
        "海量资讯、精准解读，尽在新浪财经APP",
        "（完）",
        "-END-",
        "#灯#夜#河湾",
        "延伸阅读",
        "Comments on Hacker News | Source",
    ],
)
def test_a_line_about_the_article_is_not_the_article(line: str) -> None:
    assert line not in paragraphs(f"{FILLER}<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "记者：您等过最久的一次是多久？",
        "市民可以扫码登记，领取路灯的认养牌。",
        "设计：采用全新的灯罩，比旧灯省电三成。",
        "请大家关注河湾镇的变化，他表示称这只是开始。",
        "镇政府声明，路灯将在明年全部换新。",
        "编辑部的人说，稿子是昨夜写完的。",
        "来源不明的灯有三盏。",
        "河湾队的记者招待会在下午举行，教练表示满意。",
        "未经授权进入灯塔的人会被劝离，镇上称。",
        "综合来看，这是河湾镇最好的一年。",
        "更多的人关注的是电费，不是灯。他们说。",
        "图书馆的灯也换了。",
        SENTENCE,
    ],
)
def test_the_same_words_in_a_sentence_stay(line: str) -> None:
    assert line in paragraphs(f"{FILLER}<p>{line}</p>")


def test_a_reporters_line_within_the_text_stays() -> None:
    assert "河湾新闻记者 吕一帆" in paragraphs(f"{FILLER}<p>河湾新闻记者 吕一帆</p>{FILLER}")


def test_every_rule_has_a_reason_and_a_place() -> None:
    assert all(rule.reason and rule.lines and rule.longest for rule in RULES)
    assert {rule.where for rule in RULES} == set(Where)


@pytest.mark.parametrize(
    "text", ["编辑 张三 " * 8, "（" * 90, "记者 " * 30, "综合" * 50, "点赞、" * 40, "摄影/" * 24 + "：", "#a" * 100]
)
def test_no_line_makes_a_rule_slow(text: str) -> None:
    for _ in range(50):
        matching(text)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 10_000 + "灯",
        "<span><br>灯" * 9_000,
        "<p>灯</p>" * (MAX_TAGS + 1),
        "灯\n" * 50_000,
        "<!--" * 50_000 + "灯",
        "<!-- news_keyword_pub," * 5_000 + "灯",
        "<style>" * 20_000 + "</b>" * 20_000,
        "<style>" * 20_000 + "</style" + "<style>" * 20_000,
        "<table><tr><td>" * 6_000 + "灯",
        "<" * 100_000 + "灯",
    ],
    ids=["deep", "climbing", "many", "lines", "comments", "keywords", "styles", "ended", "tables", "brackets"],
)
def test_a_hostile_page_is_read_in_no_time(markup: str) -> None:
    began = time.process_time()
    assert len(read_page(markup).blocks) <= MAX_BLOCKS
    assert time.process_time() - began < 3


@pytest.mark.parametrize("around", ["{}", "&lt;div&gt;{}&lt;/div&gt;", "<b>" * (MAX_TAGS + 1) + "{}"])
def test_a_number_no_character_has_is_left_as_it_is_written(around: str) -> None:
    assert "灯" in read_page(around.format(f"灯&#{'9' * 5_000};")).blocks[0].text


@given(st.text(alphabet=st.sampled_from(list("<>/!-pbdivatr spn\"'=&;#x0灯\n\x00\u200b")), max_size=300))
def test_paragraphs_hold_no_control_characters_and_no_blanks_around(markup: str) -> None:
    for text in paragraphs(markup):
        assert text == text.strip() != ""
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b]", text)


def test_the_gold_posts_are_read_as_people_read_them(corpus: Path) -> None:
    for line in (corpus / "gold_posts_dev.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        body = (corpus / gold["path"]).read_text(encoding="utf-8").split("\n---\n", 2)[-1]
        optional = {"".join(text.split()) for text in gold["optional"]}
        found = ["".join(text.split()) for text in paragraphs(body, gold["title_in_post"])]
        wanted = ["".join(text.split()) for text in gold["body_paragraphs"]]
        assert [text for text in found if text not in optional] == wanted, gold["path"]
