import gzip
import json
import random
import threading
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.sources.encoding import decode
from bot.sources.page import MAX_BYTES, Page, read_page
from tests.sources.pages import SENTENCES, TEXT, URL, read

PAGES = Path(__file__).parents[1] / "data" / "pages"
NAMES = sorted(file.stem for file in PAGES.glob("*.html"))


def expected_of(name: str) -> dict[str, object]:
    expected: dict[str, object] = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return expected


def page_of(name: str) -> Page:
    return read_page((PAGES / f"{name}.html").read_bytes(), str(expected_of(name)["url"]))


def told(page: Page) -> dict[str, object]:
    facts = asdict(page) | {"published": page.published.isoformat() if page.published else None}
    values: dict[str, object] = json.loads(json.dumps(facts))
    return values


def packed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_what_a_reader_sees_in_it(name: str) -> None:
    facts = told(page_of(name))
    expected = {field: value for field, value in expected_of(name).items() if field != "url"}
    assert {field: facts[field] for field in expected} == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_stands_in_the_page_word_for_word(name: str) -> None:
    seen = packed(BeautifulSoup(decode((PAGES / f"{name}.html").read_bytes()), "lxml").get_text())
    assert [text for text in page_of(name).paragraphs if packed(text) not in seen] == []


def test_a_page_without_anything_is_no_article() -> None:
    assert read_page(b"", URL) == Page(link=URL)


def test_a_file_of_another_kind_is_no_article() -> None:
    noise = random.Random(1).randbytes(100_000)
    for data in (noise, b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj stream\n" + noise, gzip.compress(noise)):
        page = read_page(data, "https://n.example/a.html", "text/html")
        assert (page.is_article, page.title, page.paragraphs) == (False, "", ())


def test_a_film_within_an_article_takes_nothing_below_it_away() -> None:
    page = read(f"<article>{TEXT}<embed src='film.swf'>{TEXT}<p>灯亮到了天明，没有人舍得回家。</p></article>")
    assert page.paragraphs[-1] == "灯亮到了天明，没有人舍得回家。"


def test_an_address_that_is_none_is_not_given_on() -> None:
    assert read_page(b"<p>x", "javascript:alert(1)").link == ""


def test_a_page_may_not_call_another_sites_address_its_own() -> None:
    assert read(TEXT, head='<link rel=canonical href="https://other.example/x">').link == URL


def test_a_page_may_not_call_its_houses_front_page_its_own_address() -> None:
    assert read(TEXT, head='<link rel=canonical href="https://news.example/">').link == URL


def test_a_site_may_move_an_address_to_its_other_host() -> None:
    page = read(TEXT, head='<link rel=canonical href="https://www.news.com.cn/a">', url="https://m.news.com.cn/a?x=1")
    assert page.link == "https://www.news.com.cn/a"


def test_links_start_from_the_base_the_page_names() -> None:
    head = '<base href="https://cdn.example/x/"><link rel=alternate type=application/feed+json href=feed.json title=F>'
    assert read(TEXT, head=head).feeds == (("F", "https://cdn.example/x/feed.json"),)


def test_a_feed_is_offered_once_and_never_with_a_scheme_that_is_no_web_address() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="{}">'
    head = link.format("/f") * 2 + link.format("javascript:x") + link.format("feed://x/f")
    assert read(TEXT, head=head).feeds == (("", "https://news.example/f"),)


@pytest.mark.parametrize("picture", ["/static/logo.png", "data:image/png;base64,AA", "/img/qrcode_1.png"])
def test_a_logo_or_a_code_is_no_picture_of_an_article(picture: str) -> None:
    assert read(TEXT, head=f'<meta property="og:image" content="{picture}">').image is None


def test_the_first_picture_of_the_text_stands_in_for_one_the_page_does_not_name() -> None:
    lazy = '<p><img src="data:image/gif;base64,R0" data-original="//i.example/a.jpg"></p>'
    assert read(lazy + TEXT).image == "https://i.example/a.jpg"
    assert read('<p><img src="/b.gif" width=1 height=1></p>' + lazy + TEXT).image == "https://i.example/a.jpg"


@pytest.mark.parametrize(
    "words",
    [
        '<span class="time">2024-05-03 09:20</span>',
        "<p>2024年5月3日 09:20 来源：湖畔日报</p>",
        "<script>var publish_time = '2024-05-03 09:20';</script>",
        '<script>var ct = "1714699200";</script>',
        '<time datetime="2024-05-03T09:20+08:00">gestern</time>',
    ],
)
def test_a_date_without_a_zone_on_a_chinese_page_is_shanghais(words: str) -> None:
    page = read(words + "<p>" + "新华湖畔的七座旧粮仓本周重新开放，市民可以免费参观到月底。" * 4 + "</p>")
    assert page.published == datetime(2024, 5, 3, 1, 20, tzinfo=UTC)


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    assert read(TEXT, url="https://news.example/2024/05/03/x").published == datetime(2024, 5, 3, tzinfo=UTC)


def test_an_impossible_date_is_no_date() -> None:
    assert read("<p>2024-13-45 99:99</p>" + TEXT).published is None


def test_a_link_to_the_same_page_is_no_next_page() -> None:
    assert read(TEXT + f'<a href="{URL}#top">下一页</a><a href="http://[">下一页</a>').next_page is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Granary reopens | News | The Lane</title>", "Granary reopens"),
        ("<title>旧粮仓重新开放_社会_晨湖网</title>", "旧粮仓重新开放"),
        ("<title>旧粮仓重新开放，免费参观到月底-湖畔区人民政府</title>", "旧粮仓重新开放，免费参观到月底"),
        ("<title>Bread - and where it comes from in the old town</title>",) * 2,
        ("<title> - The Lane</title>", "- The Lane"),
        ("<title>_晨湖网</title>", "_晨湖网"),
        ('<meta property="og:title" content="Mill: a story"><title>x</title>', "Mill: a story"),
        ("<title>Granary reopens - news</title>", "Granary reopens"),
    ],
)
def test_a_title_comes_without_the_names_of_its_house(head: str, title: str) -> None:
    if "<title>" in title:
        title = title.removeprefix("<title>").removesuffix("</title>")
    assert read(TEXT, head=head).title == title


def test_the_houses_name_above_the_page_is_not_the_title() -> None:
    assert read("<h1>Mill</h1>" + TEXT, head="<title>Granary reopens at the mill</title>").title == (
        "Granary reopens at the mill"
    )


def test_the_author_is_no_address_no_number_and_not_the_house() -> None:
    head = '<meta name=author content="104363"><meta property="article:author" content="https://x.example/a">'
    house = '<meta property="og:site_name" content="The Lane"><meta name=byl content="The Lane">'
    assert read('<p class="byline">By: Ruth Alder</p>' + TEXT, head=head + house).author == "Ruth Alder"


def test_several_authors_are_all_named() -> None:
    told = json.dumps({"@graph": [[{"@type": ["NewsArticle"], "author": ["Ruth Alder", {"name": "Tom Reed"}]}]]})
    assert (
        read(TEXT + f'<script type="application/ld+json"><![CDATA[{told}]]></script>').author == "Ruth Alder, Tom Reed"
    )


def test_data_that_is_none_is_passed_over() -> None:
    assert read(TEXT + '<script type="application/ld+json">{"@type": </script>').paragraphs == SENTENCES


@pytest.mark.parametrize("url", ["", "http://[::1", "x:[", "//news.example/a", "mailto:a@b.example"])
def test_a_page_from_a_strange_address_is_read_all_the_same(url: str) -> None:
    page = read(TEXT + '<link rel=canonical href="/c"><a href="b">next page</a><img src="http://[">', url=url)
    assert page.paragraphs == SENTENCES


def test_another_articles_page_is_not_taken_for_the_next_page() -> None:
    assert read(TEXT + '<a href="/b/7.html">下一页</a>').next_page is None


HOSTILE = {
    "deeply nested": "<div>" * 300_000,
    "deeply nested, with text": "<div>a, b. " * 100_000,
    "misnested": "<b><i>text. " * 100_000,
    "one line": "a, b. " * 500_000,
    "many paragraphs": "<p>A text, a sentence. </p>" * 100_000,
    "many attributes": f"<a {' '.join(f'x{n}' for n in range(300_000))}>x</a>",
    "a long attribute": f'<div class="{"comment " * 300_000}">text</div>',
    "scripts": "<script>" * 300_000,
    "comments": "<!--" * 500_000,
    "entities": "&#x" * 500_000 + "&#0;&#1;&#xd800;&#x110000;",
    "brackets": "<" * 2_000_000,
    "half tags": "<a" * 1_000_000,
    "strange names": '<a"b:c x:y="1" 1=2 \x01>text, a sentence.</a"b:c>' * 1000,
    "tables": "<table><tr><td>" * 100_000,
    "nested data": f'<script type="application/ld+json">{"[" * 200_000}</script>',
    "much data": '<script type="application/ld+json">{"@type":"Article","author":[[{}]],"image":[{}]}</script>' * 5_000,
    "odd data": '<script type="application/ld+json">{"@type":"Article","headline":1,"author":{}}</script>' + TEXT,
    "headings": "<h1>abc def</h1>" * 50_000,
    "a title of marks": f"<title>{' - ' * 300_000}</title>",
    "blanks": f"<p>{' ' * 1_000_000}a, b.</p>",
    "parts around a text": f"<h1>a</h1>{'<div class=a>text, a. </div>' * 10_000}<div class=a>{'a, b. ' * 80_000}</div>",
    "articles": f"<title>a</title>{'<article class=a><h1>a</h1>' * 6_000}",
    "articles side by side": f"<title>a</title>{'<article class=a><h1>a</h1>text, a.</article>' * 6_000}",
    "boxes between lines": "text, a. <div class=comment>b</div>" * 12_000,
    "zero bytes": "\0" * 1_000_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_page_hangs_or_raises(kind: str) -> None:
    done: list[Page] = []
    reading = threading.Thread(target=lambda: done.append(read(HOSTILE[kind])), daemon=True)
    reading.start()
    reading.join(60)
    assert done, "still reading after a minute"


@pytest.mark.parametrize(
    "body",
    [
        "灯亮了，<link>" * 12_000,
        " " * 400_000 + "<br>" * 11_000 + "灯亮了。",
        " " * 400_000 + "<br> " * 11_000 + "灯亮了。",
        "<p>灯亮了，" + "<b></i>" * 90_000,
        "<b>" * 900 + "<p>灯亮了，</u>" * 90_000,
    ],
)
def test_thousands_of_tags_keep_nobody_waiting(body: str) -> None:
    began = time.process_time()
    assert read(body)
    assert time.process_time() - began < 3


def test_what_lies_behind_the_limit_is_not_read() -> None:
    data = (
        f"<meta charset=utf-8>{TEXT}<!--".encode() + b"x" * MAX_BYTES + b"--><p>Behind it, a last sentence stands.</p>"
    )
    assert read_page(data, URL).paragraphs == SENTENCES


@given(st.binary(max_size=2000), st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_bytes_raise(data: bytes, url: str, kind: str) -> None:
    read_page(data, url, kind)


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div class=content>", "<div class='comment'>", "</div>", "<table><tr><td>", "</table>"),
            *("<article>", "</article>", "<h1>", "</h1>", "<br>", "<a href=/x>", "</a>", "<img src=/i.jpg>", "<form>"),
            *("<li>", "<ul>", "</ul>", "<time>2024-02-30</time>", "<script>", "</script>", "<!--", "-->", "<title>"),
            *("</title>", "<meta property=og:title content=x>", "&nbsp;", "责任编辑：张三", "相关阅读", "下一页"),
            *SENTENCES,
            "新华湖畔的七座旧粮仓本周重新开放，市民可以免费参观到月底。",
        ]
    ),
    max_size=40,
)


@given(MARKUP)
@example(["<a href=/x>", "责任编辑：张三", "<p>", "相关阅读", "</a>", SENTENCES[0]])
@settings(max_examples=150, deadline=None)
def test_every_paragraph_of_any_page_stands_in_it_word_for_word(pieces: list[str]) -> None:
    body = "".join(pieces)
    page = read(body)
    shown = BeautifulSoup(body, "lxml")
    for unseen in shown(["title", "script"]):  # what stands before and behind them stands together for a reader
        unseen.decompose()
    seen = packed(shown.get_text() + BeautifulSoup(body, "lxml").get_text() + body)
    for paragraph in page.paragraphs:  # a table's cells are parted by a mark of ours
        assert all(packed(cell.strip(" |")) in seen for cell in paragraph.split(" | "))


def test_a_pdf_is_no_article_whatever_its_server_calls_it() -> None:
    data = b"%PDF-1.4\n" + b"The ferry runs again at night, the company says in its report. " * 200
    for kind in ("application/octet-stream", "text/html", ""):
        assert not read_page(data, "http://news.example/1", kind).paragraphs
