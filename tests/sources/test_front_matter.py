"""Front matter is read however badly it is written, and nothing in it is taken for more than text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UnreadablePostError
from bot.sources import front_matter
from bot.sources.front_matter import MAX_SIZE


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a\n---\nb",
        "\n---\ntitle: a\n---\nb",
        "\ufeff\n\n---  \ntitle: a\n---\nb",
        "\n\n \n---\ntitle: a\n---\nb",
        "\n\ufeff\n---\ntitle: a\n---\nb",
        "-----\ntitle: a\n-----\nb",
        "title: a\n---\nb",
    ],
)
def test_front_matter_is_found_below_blank_lines_and_byte_order_marks(text: str) -> None:
    source, body = front_matter.split(text)
    assert (source, body) == ("title: a\n", "\nb")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: a",
        "Read: a\n---\n",
        "-----\ntitle: a\n---\n",
        "<p>--- a</p>",
        "---\ntitle: a\n",
        "---\ntitle: " + "x" * MAX_SIZE + "\n---\n",
    ],
)
def test_a_post_without_an_end_of_its_front_matter_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePostError):
        front_matter.split(text)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("007", "007"),
        ("yes", "yes"),
        ("1_000", "1_000"),
        ("2021-01-01", "2021-01-01"),
        ("null", "null"),
        ("'1.50'", "1.50"),
        ("'\"绿灯\"亮了'", '"绿灯"亮了'),
        ('"It\'s open"', "It's open"),
        ('"It\'s "open" now"', 'It\'s "open" now'),
        ("'两行\n    标题'", "两行 标题"),
        ("'&#123;a&#125;'", "{a}"),
        ("灯 &amp; 桥：&quot;夜&quot; &lt;1&gt; &#39;&amp;x; &hellip;", '灯 & 桥："夜" <1> \'&x; …'),
        ("Ask: why: not", "Ask: why: not"),
        ("'tags: 不是键\n   第二行'", "tags: 不是键 第二行"),
        ("[unclosed", "[unclosed"),
        ("*alias", "*alias"),
        ("'a\u200bb\x07'", "ab"),
    ],
)
def test_a_title_stays_the_text_it_is(written: str, title: str) -> None:
    assert front_matter.read(f"title: {written}\ncategories: \n - a\nauthor: b\n").title == title


@pytest.mark.parametrize(
    "written",
    [
        "categories: \n - 新媒体\n - 河湾网\n - 资讯\n",
        "categories:\n    - 新媒体\n    - 河湾网\n    - 资讯\n\nauthor: b\n",
        "categories: \n - 新媒体\n - 河湾网\n - | 资讯\n",
        "categories: [新媒体, 河湾网, 资讯]\n",
        "categories:\n - [新媒体, 河湾网, 资讯]\n",
        "categories: \n - '新媒体'\n - \"河湾网\"\n -   资讯  \n",
    ],
)
def test_categories_are_read_in_every_way_they_are_written(written: str) -> None:
    assert front_matter.read("title: a\n" + written).categories == ("新媒体", "河湾网", "资讯")


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("[[体育, 足球], [河湾, 球队]]", ("体育", "足球")),
        ("\n- [体育, 足球]\n- [河湾, 球队]\n- 要闻", ("体育", "足球")),
        ("\n- - 体育\n  - 足球\n- 河湾", ("体育", "足球")),
        ("\n- 河湾\n- [体育, 足球]", ("河湾",)),
        ("\n- name: 金融\n  id: 3\n- name: 航运", ("金融", "航运")),
        ("\n- 财经: 股市", ("财经: 股市",)),
        ("null", ()),
        ("[[]]", ()),
        ("\n- []\n- []", ()),
        ("\n- - - []", ()),
        ("\n-\n- ~\n- 资讯 # 首页", ("资讯",)),
        ("&c [金融]\ntags: *c", ("金融",)),
    ],
)
def test_of_several_paths_the_first_is_taken_and_nothing_is_no_category(written: str, path: tuple[str, ...]) -> None:
    text = f"title: a\ncategories: {written}\n"
    assert front_matter.read(text).categories == path
    assert front_matter.glance(f"---\n{text}---\n").categories == path


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("title: Rust 1.90: 新特性\npermalink: rust-190", "Rust 1.90: 新特性"),
        ("title: '河湾 \"绿灯\" it's on'\ntoc: true", '河湾 "绿灯" it\'s on'),
        ("title: '两行: 标题\nlamp: 第二行'\nauthor: @lin\nmathjax: true", "两行: 标题 lamp: 第二行"),
        ("title: 灯亮了\ndescription: 摘要: 说明\ncover: /a.png", "灯亮了"),
        ("subtitle: 副题: 甲\ntitle: &t 灯亮了", "灯亮了"),
    ],
)
def test_what_yaml_refuses_costs_the_other_keys_nothing(written: str, title: str) -> None:
    text = f"{written}\ndate: 2026-11-19 18:30:00\ntop: 1\ncategories: [金融, 航运]\nabbrlink: 4a17\n"
    said = front_matter.read(text)
    assert (said.title, said.date, said.categories) == (title, "2026-11-19 18:30:00", ("金融", "航运"))


@pytest.mark.parametrize("written", ["~", "", "&t"])
def test_a_title_that_is_nothing_is_none(written: str) -> None:
    assert front_matter.read(f"title: {written}\nauthor: b\n").title == ""


@pytest.mark.parametrize("written", ["categories: 资讯", "category: 资讯", "categories:\ncategory: [资讯]"])
def test_one_category_needs_no_list_and_no_plural(written: str) -> None:
    assert front_matter.read(f"{written}\n").categories == ("资讯",)
    assert front_matter.glance(f"---\ntitle: a\n{written}\n---\n").categories == ("资讯",)


def test_front_matter_in_json_is_read() -> None:
    text = (
        ';;;\n"title": "\\u706f: 亮了",\n"categories": ["金融", "航运"],\n"date": "2026-11-19", "top": 1\n;;;\n正文。'
    )
    said = front_matter.read(front_matter.split(text)[0])
    assert (said.title, said.categories, said.date) == ("灯: 亮了", ("金融", "航运"), "2026-11-19")
    assert front_matter.glance(text) == said


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: still here\n",
        "a: " + "[" * 50_000 + "\ntitle: still here\n",
        "a: " + "{a: " * 30 + "b" + "}" * 30 + "\ntitle: still here\n",
        "? [a, b]\n: c\ntitle: still here\n",
        "a: !!python/object/apply:os.system [ls]\ntitle: still here\n",
    ],
)
def test_a_bomb_is_only_text(bomb: str) -> None:
    assert front_matter.read(bomb).title == "still here"


def test_the_first_of_two_equal_keys_counts() -> None:
    assert front_matter.read("title: a\ntitle: b\n").title == "a"


def test_pictures_are_found_where_mirrors_and_themes_keep_them() -> None:
    assert front_matter.read("thumbnail: 'http://a/b.png'\n").images == ("http://a/b.png",)
    told = "banner_img: c\nphotos: [b1, b2]\ncover:\n  image: a\n  alt: x\nheadimg: ''\n"
    assert front_matter.read(told).images == ("a", "x", "b1", "b2", "c")


@given(st.text())
def test_no_front_matter_is_too_broken_to_read(text: str) -> None:
    assert isinstance(front_matter.read(text).title, str)


@given(st.dictionaries(st.sampled_from(["title", "author", "date"]), st.text(max_size=60), max_size=3))
def test_what_a_yaml_writer_wrote_comes_back(values: dict[str, str]) -> None:
    said = front_matter.read(yaml.safe_dump(values, allow_unicode=True))
    assert {key: front_matter.clean(values[key]) for key in values} == {key: getattr(said, key) for key in values}


def test_a_glance_tells_what_reading_tells() -> None:
    text = "\n---\ntitle: 'a_b\n   &#123;c'\ncategories: \n    - x\n    - | y\ndate: 2021-01-02\n---\n"
    glanced = front_matter.glance(text)
    assert (glanced.title, glanced.categories, glanced.date) == ("a_b {c", ("x", "y"), "2021-01-02")


@pytest.mark.parametrize(
    "written",
    [
        "title: 甲\ncategories: [金融, 航运]\ndate: 2026-11-01",
        "date: 2026-11-01\ntitle: 甲\ntags: [x]\ncategories:\n  - 金融\n  - 航运",
        "categories:\n- 金融\n- 航运\ntitle: 甲\ndate: 2026-11-01",
        "title: 甲 # 一\ncategories:\n- 金融 # 二\n- '航运'\ndate: 2026-11-01 # 三",
        "title: 甲\ncategories:\n# 一\n- 金融\n# 二\n- 航运\ndate: 2026-11-01",
        "title: &t 甲\ncategories:\n- 金融\n\n- 航运\n\ndate: 2026-11-01",
        "title: >-\n  甲\ncategories:\n  - name: 金融\n  - name: 航运\ndate: 2026-11-01",
    ],
)
def test_a_glance_tells_the_same_however_the_front_matter_is_laid_out(written: str) -> None:
    glanced = front_matter.glance(f"---\n{written}\n---\n正文。")
    assert (glanced.title, glanced.categories, glanced.date) == ("甲", ("金融", "航运"), "2026-11-01")


@pytest.mark.parametrize(
    "written",
    [
        "title: #甲\ncategories:\n- 金融\ndate: 2026-11-01",
        "title: \n# 甲\ncategories:\n- 金融",
        'title: "\ncategories:\n- 金融\nauthor: "',
        "title: 甲\ncategories:\n- 金融\ndate: '2026-11-01\u200b'",
        "title: 甲\ncategories:\n- 金融\ndate: 2026-11-01\u200b",
    ],
)
def test_a_glance_is_fooled_by_nothing_that_reading_sees_through(written: str) -> None:
    glanced, said = front_matter.glance(f"---\n{written}\n---\n正文。"), front_matter.read(written)
    assert (glanced.title, glanced.categories, glanced.date) == (said.title, said.categories, said.date)


@pytest.mark.parametrize(
    ("written", "is_public"),
    [
        ("published: false", False),
        ("published: 'False' # bald", False),
        ("published: no", False),
        ("published: true", True),
        ("published:", True),
        ("published: 2026-11-30", True),
        ("published_at: false", True),
        ("draft: true", False),
        ("draft: false", True),
        ("hidden: true", False),
        ("hidden:", True),
        ("hide: yes", False),
        ("password: 1234", False),
        ("password: ''", True),
        ("password: null", True),
    ],
)
@pytest.mark.parametrize("broken", ["", "\nauthor: @lin"])
def test_a_post_that_its_site_does_not_show_to_everybody_is_not_public(
    written: str, broken: str, *, is_public: bool
) -> None:
    text = f"title: 甲\ncategories:\n- 金融\n{written}{broken}\n"
    assert front_matter.read(text).is_public is is_public
    assert front_matter.glance(f"---\n{text}---\n正文。").is_public is is_public


def test_json_that_says_so_is_not_public_either() -> None:
    assert not front_matter.glance(';;;\n"title": "甲",\n"published": false\n;;;\n正文。').is_public


@pytest.mark.parametrize(
    "head", ["---\ntitle:" + " " * 4096, "title: a\ncategories:\ndate:" + " " * 4096 + "b", "title: x\n" * 500]
)
def test_a_post_of_blanks_is_glanced_at_at_once(head: str) -> None:
    assert front_matter.glance(head).categories == ()


def test_a_glance_at_anything_else_tells_nothing() -> None:
    assert front_matter.glance("<html>") == front_matter.FrontMatter()
