"""A post written in Markdown is read as Hexo shows it, word for word, and one that is HTML stays what it is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Article
from bot.sources.markdown import LONGEST, as_html
from bot.sources.post import read_post


def read(body: str) -> Article:
    return read_post(f"---\ntitle: 河湾的灯\n---\n{body}\n".encode(), "a.md")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("## 第一节\n\n路灯**昨晚**又*亮*了。", ["第一节", "路灯昨晚又亮了。"]),
        ("##第一节\n路灯亮了。", ["第一节", "路灯亮了。"]),
        ("见[镇上的公告](https://a.example/1 'x')和`lamp`。", ["见镇上的公告和lamp。"]),
        ("灯亮了。\n\n![桥边的灯](https://a.example/a.png)\n\n雨停了。", ["灯亮了。", "雨停了。"]),
        ("过去一年，我们换了全镇的灯，\n电费下降了 40%。", ["过去一年，我们换了全镇的灯，电费下降了 40%。"]),
        ("The lamps of the\ntown are lit.", ["The lamps of the town are lit."]),
        ("灯亮了。\n雨停了。\n责任编辑：林小满", ["灯亮了。", "雨停了。"]),
        ("- 灯亮了。\n- 雨停了。\n\n1. 甲\n2. 乙", ["灯亮了。", "雨停了。", "甲", "乙"]),
        ("> 灯亮了，\n> 雨停了。", ["灯亮了，雨停了。"]),
        ("灯这样亮：\n\n```python\nlamp.light()\n```\n\n全镇都来看。", ["灯这样亮：", "全镇都来看。"]),
        ("| 街 | 灯 |\n| --- | :-: |\n| 东街 | 30 |", ["街 | 灯", "东街 | 30"]),
        ("灯亮了[^1]。\n\n[^1]: 据镇上统计。\n    另见公告。\n\n雨停了。", ["灯亮了。", "雨停了。"]),
        (
            "灯亮了[^1]。\n\n  [^1]: 据统计。\n\n    另见公告。\n\n\n    也见旧闻。\n\n雨停了。",
            ["灯亮了。", "雨停了。"],
        ),
        ("> 灯亮了[^甲]。\n>\n> [^甲]: 据统计。\n\n雨停了。", ["灯亮了。", "雨停了。"]),
        ("灯亮了^[据镇上统计]，雨停了^[见[公告](https://a.example)]。", ["灯亮了，雨停了。"]),
        ("用`[^0-9]`找灯，用`^[0-9]`找雨。", ["用[^0-9]找灯，用^[0-9]找雨。"]),
        ("- [x] 灯亮了\n- [ ] 雨停了\n\n1. [X] 人散了", ["灯亮了", "雨停了", "人散了"]),
        ("> [!NOTE]\n> 灯亮了。\n\n::: tip 提示\n雨停了。\n:::", ["灯亮了。", "雨停了。"]),
        ("## 第一节 {#first}\n\n路灯亮了。\n{: .lead id=x}", ["第一节", "路灯亮了。"]),
        ("![灯](https://a.example/a.png){width=50%}\n\n设 {a=1}", ["设 {a=1}"]),
        ("灯的光是：\n\n$$\na_1 * b_2 = c\n$$\n\n价是 $5 和 $6。", ["灯的光是：", "价是 $5 和 $6。"]),
        ("由 $a*b*c$ 得 $$x_{1}*y_{2}$$，写作`$a*b*c$`。", ["由 $a*b*c$ 得 $$x_{1}*y_{2}$$，写作$a*b*c$。"]),
        (r"由 \(x_1*y*z\) 和 \\(a_{1}*b*c\\) 得 $\{x, y\}$。", [r"由 \(x_1*y*z\) 和 \(a_{1}*b*c\) 得 $\{x, y\}$。"]),
        ("<p>设 $a*b*c$。</p>\n\n又 $p_{i}*q*r$。", ["设 $a*b*c$。", "又 $p_{i}*q*r$。"]),
        ("价是 $5 和*涨到*的 $6，美元$和*强调*的$符号。", ["价是 $5 和涨到的 $6，美元$和强调的$符号。"]),
        (r"灯\(注\)是：" + "\n\n\\[\na_1*b*c\n\\]\n\n\\\\[ a = b \\\\]\n\n亮的。", ["灯(注)是：", "亮的。"]),
        ("板长 3*4*5 米，写作`3*4*5`。", ["板长 3*4*5 米，写作3*4*5。"]),
        (
            "{% label 重要 red %}的是{% span red, 安全 %}，{% u 夜里 %}{% hideInline 灯,看看,#fff %}亮。",
            ["重要的是安全，夜里灯亮。"],
        ),
        ("{% echarts 400 '85%' %}\n{ \"title\": {} }\n{% endecharts %}\n灯亮了。", ["灯亮了。"]),
        ("这是==重要=={{ x }}的=={灯}==，a==b==c。", ["这是重要{{ x }}的灯，a==b==c。"]),
        ("![[灯.png|300]]见[[旧闻|上一篇]]和[[别处]]，另见[[1]](https://a.example)。", ["见上一篇和别处，另见[1]。"]),
        ("写作`[[ -f 灯 ]]`。", ["写作[[ -f 灯 ]]。"]),
        ("一、灯亮了；\n二、雨停了；\n（1）甲\n①乙", ["一、灯亮了；", "二、雨停了；", "（1）甲", "①乙"]),
        ("时间：今晚八点\n地点：北岸", ["时间：今晚八点", "地点：北岸"]),
        ("**时间**: 20:00\n**地点**: 北岸 B2\n**主办**：河湾镇", ["时间: 20:00", "地点: 北岸 B2", "主办：河湾镇"]),
        ("**一、灯**\n昨晚灯亮了，\n全镇都来看。", ["一、灯", "昨晚灯亮了，全镇都来看。"]),
        ("> 灯亮了\n> 雨停了", ["灯亮了", "雨停了"]),
        ("**问：** 灯亮了吗？\n**答：** 亮了。\n*完*", ["问： 灯亮了吗？", "答： 亮了。"]),
        ("- 灯亮了\n  雨停了\n- 人散了\n天亮了", ["灯亮了", "雨停了", "人散了", "天亮了"]),
        ("{% ruby 河湾|héwān %}的灯亮了。", ["河湾的灯亮了。"]),
        ("{{< figure src='https://a.example/a.png' >}}\n{{% notice tip %}}\n灯亮了。\n{{% /notice %}}", ["灯亮了。"]),
        (
            '!!! note "提示"\n    灯亮了。\n\n??? tip\n    雨停了。\n\n!!! 灯亮了！',
            ["提示", "灯亮了。", "雨停了。", "!!! 灯亮了！"],
        ),
        ("共 10^6^ 盏，H~2~O，30~40~50 元，a^b^。", ["共 10⁶ 盏，H₂O，30~40~50 元，a^b^。"]),
        ("\\begin{align*}\na &= b\n\\end{align*}\n灯亮了，又 \\begin{x}。", ["灯亮了，又 \\begin{x}。"]),
        ("[[toc]]\n\n灯亮了。", ["灯亮了。"]),
        (
            "| 街 | 灯 |\n| --- | --- |\n| 东街 | 灯 |\n\n街 | 灯\n--- | ---\n东 | 灯\n西 | 灯",
            ["街 | 灯", "东街 | 灯", "街 | 灯", "东 | 灯", "西 | 灯"],
        ),
        ("灯亮了。\n\n<!-- more -->\n\n雨停了。", ["灯亮了。", "雨停了。"]),
        ("灯价\\*不变\\*，2\\_3 盏。", ["灯价*不变*，2_3 盏。"]),
        ("他~~被捕~~获释。", ["他获释。"]),
        ("这是**“绿灯”**工程，也是**“亮灯”**。", ["这是“绿灯”工程，也是“亮灯”。"]),
        ("**灯亮了，\n雨停了。**人散了。", ["灯亮了，雨停了。人散了。"]),
        ("人散了，***“天亮了”***才走。", ["人散了，“天亮了”才走。"]),
        ("2**3 是 8。", ["2**3 是 8。"]),
        ("    缩进的一段，写它的人只是按了空格。", ["缩进的一段，写它的人只是按了空格。"]),
        ("灯亮了。\n\n***\n\n雨停了。\n\n---\n\n[TOC]", ["灯亮了。", "雨停了。"]),
        ("{% asset_img a.png 灯 %}\n{% raw %}\n灯亮了。\n{% endraw %}", ["灯亮了。"]),
        ("{% codeblock lang:py %}\nlamp.light()\n{% endcodeblock %}\n灯亮了。", ["灯亮了。"]),
        ("{% blockquote 林小满 %}\n灯亮了。\n{% endblockquote %}", ["灯亮了。"]),
        ("见{% post_link lamps 上一篇 %}。", ["见上一篇。"]),
        ("见{%post_link lamps  那 true 一篇  true %}和{% post_link lamps true %}。", ["见那 true 一篇和。"]),
        (
            "见{% link 镇上 公告 https://a.example/%E5 true %}，附{% asset_link a.pdf 全文 %}。",
            ["见镇上 公告，附全文。"],
        ),
        ("这是{% label success@重要 %}的{# 待查 #}消息。", ["这是重要的消息。"]),
        ("{%code%}\nlamp.light()\n{%endcode%}\n灯亮了。", ["灯亮了。"]),
        (
            "灯亮了。\n\n雨停了。\n<p>人散了。</p>\n\n    <p>天亮了。</p>",
            ["灯亮了。", "雨停了。", "人散了。", "天亮了。"],
        ),
        ("写 `<p>` 的人。\n\n灯亮了。", ["写 <p> 的人。", "灯亮了。"]),
        ("<center>灯</center>\n\n**雨**停了。\n\n<center>完工</center>", ["灯", "雨停了。", "完工"]),
        ("当 a<b 且 c>d 时灯亮。", ["当 a<b 且 c>d 时灯亮。"]),
        ("# 河湾的灯\n\n灯亮了。", ["灯亮了。"]),
    ],
)
def test_markdown_is_read_as_it_is_shown(written: str, told: list[str]) -> None:
    assert list(read(written).paragraphs) == told


@pytest.mark.parametrize(
    "written",
    [
        "灯亮了。\n\n![灯](https://a.example/a.png '灯')",
        "灯亮了。\n\n![灯](https://a.example/a.png =300x200)",
        "灯亮了。\n\n{% img left https://a.example/a.png 300 200 %}",
        '<img src="https://a.example/a.png">\n\n灯亮了。',
    ],
)
def test_the_picture_of_a_post_in_markdown_is_found(written: str) -> None:
    assert read(written).image == "https://a.example/a.png"


def test_a_picture_whose_address_has_blanks_is_no_text() -> None:
    article = read("灯亮了。\n\n![桥边 的灯](https://a.example/the lamp 1.png '灯 一')")
    assert (article.image, article.paragraphs) == ("https://a.example/the%20lamp%201.png", ("灯亮了。",))


def test_a_link_to_the_original_is_found_in_markdown() -> None:
    article = read("灯亮了。\n\n[阅读原文](https://a.example/1)")
    assert (article.link, article.paragraphs) == ("https://a.example/1", ("灯亮了。",))


@pytest.mark.parametrize(
    "body",
    [
        "\n<div>   \n<p>1. *甲*_乙_</p>\n\n\n    <p># 丙</p>\n\n**丁**\n</div>\n            ",
        "<p>*甲*</p>\n\n<p>_乙_</p>",
        "<!-- 灯 --><p>甲<p>*乙*<br>",
        "<p>甲</p><img src='a'>",
        "x" * (LONGEST + 1),
    ],
)
def test_a_body_that_is_html_stays_as_it_is(body: str) -> None:
    assert as_html(body) == body


@pytest.mark.parametrize(
    "mark",
    [
        "[",
        "![",
        "**a",
        "{% code %}",
        "{% img ",
        "[^",
        "[^1]:",
        "**“中”**",
        "- a\n",
        "> ",
        "|a|\n|-|\n",
        "`a",
        "<!--",
        "{%",
        "^[",
        "^[[a]",
        "[^1]: a\n\n",
        "- [x] ",
        "{#",
        "{a=b ",
        "$$\n",
        "$$ a\n",
        "![](a b ",
        "{% link a ",
        "{% label @",
        "$a",
        "$a_",
        "$$a",
        "\\(",
        "\\(_",
        "\\[",
        "\\[=",
        "\n\\[=",
        "\n\\[=\n",
        "1*",
        "==",
        "==a",
        "[[a",
        "[[a|",
        "![[",
        "{% span a,",
        "{% hideInline ",
        "{% echarts %",
        "灯\n",
        "一、灯\n",
        "时间：灯\n",
        "> 灯\n",
        "\n\\begin{a}",
        "\n\\begin{a}\\end{a}x",
        "{{<",
        '!!! a "',
        "a^1",
        "a~1",
    ],
)
@pytest.mark.parametrize("first", ["灯", "<b>", ""])
def test_no_markdown_keeps_anybody_waiting(first: str, mark: str) -> None:
    began = time.process_time()
    as_html(first + mark * (30_000 // len(mark)))
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("first", "mark", "last"),
    [
        ("灯", "{%code%}", "{% endraw %}"),
        ("{% post_link a", " ", ""),
        ("{% post_link a", " true", ""),
        ("灯", "{% post_link a", " "),
        ("`" * 50_000, "灯", ""),
    ],
)
def test_marks_that_nothing_ends_keep_nobody_waiting(first: str, mark: str, last: str) -> None:
    began = time.process_time()
    as_html(first + mark * ((LONGEST - 30 - len(first)) // len(mark)) + last)
    assert time.process_time() - began < 2


@given(st.text(alphabet=st.sampled_from(list("*_`[]()!<>#-+|~^:{}%&;\\\"' \n\t\r1a灯。“”\x00\u2028")), max_size=300))
def test_no_markdown_raises(body: str) -> None:
    assert isinstance(as_html(body), str)


@given(st.lists(st.text(alphabet="灯雨亮停人散了，", min_size=1, max_size=40), min_size=1, max_size=5))
def test_plain_paragraphs_come_back_word_for_word(texts: list[str]) -> None:
    lines = [f"街上{text}。" for text in texts]
    assert "".join(read("\n\n".join(lines)).paragraphs) == "".join(lines)
