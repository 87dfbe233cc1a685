"""What an entry of a feed becomes."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model import Article
from bot.sources.entry import completed, leads_on, listed, read_entry
from bot.sources.feeds.values import Entry
from bot.sources.page import Page
from tests.sources.internet import NOW

FIRST = "晨江市集今天上午在老码头开幕，共有一百二十个摊位参加。"
SECOND = "首日入场人数超过三千四百人，主办方临时增开了两个入口。"
ENTRY = Entry(
    title="晨江市集开幕",
    link="https://news.example/1",
    id="urn:1",
    published=NOW,
    updated=NOW + timedelta(hours=1),
    author="林记者",
    categories=("财经", "本地"),
    content=f"<p>{FIRST}</p><img src='https://img.example/a.jpg'><p>{SECOND}</p>",
    summary="<p>短</p>",
)


def test_an_entry_becomes_an_article_with_all_it_says() -> None:
    assert read_entry(ENTRY, source="晨江财经") == Article(
        path="urn:1",
        title="晨江市集开幕",
        paragraphs=(FIRST, SECOND),
        categories=("财经", "本地"),
        category=("财经", "本地"),
        published=NOW,
        author="晨江财经",
        link="https://news.example/1",
        image="https://img.example/a.jpg",
    )


def test_what_an_entry_leaves_out_is_found_elsewhere_in_it() -> None:
    bare = replace(ENTRY, id="", published=None, content="", image="https://img.example/b.jpg")
    article = read_entry(bare, source="")
    assert (article.path, article.published, article.author) == (bare.link, bare.updated, "林记者")
    assert (article.paragraphs, article.image) == (("短",), "https://img.example/b.jpg")


def test_an_entry_without_a_title_gets_none_that_could_cut_a_number() -> None:
    text = "晨江港务局今天公布，" + "今年前三季度进出口总额保持增长，" * 5 + "预计将达到1234567.8亿元。"
    article = read_entry(Entry(content=f"<p>{text}</p>"), source="晨江财经")
    assert (article.title, article.paragraphs) == ("", (text,))


@pytest.mark.parametrize("title", ["Fix foo_bar and baz_qux", "灯塔 _ 河湾_山谷_", "release_2026_11_19", 'A"B"C'])
def test_an_entry_keeps_the_title_its_feed_gives(title: str) -> None:
    assert read_entry(replace(ENTRY, title=title), source="").title == title


@pytest.mark.parametrize(
    "end",
    [
        "<p><a href='https://news.example/1'>阅读全文</a></p>",
        "<br/><a href='https://news.example/1'>Continue&nbsp;reading <span>&rarr;</span></a>",
        "<p>第二天……</p><p>The post <a href='/1'>晨江市集开幕</a> appeared first on <a href='/'>Example</a>.</p>",
        "<div>Read the full article at <a href='/'>Example</a>.</div>\n",
    ],
)
def test_an_entry_that_leads_to_its_page_is_known_though_its_article_does_not_say_so(end: str) -> None:
    teaser = replace(ENTRY, content=f"<p>{FIRST * 9}</p>{end}")
    assert leads_on(teaser)
    assert len(read_entry(teaser, source="").paragraphs) <= 2


@pytest.mark.parametrize("end", ["", "<p>阅读原文</p>", "<p>The post <a>X</a> appeared first on <a>Y</a>.</p>"])
def test_an_entry_that_is_whole_leads_nowhere(end: str) -> None:
    assert not leads_on(replace(ENTRY, content=f"<p>{FIRST * 9}</p>{end}"))
    assert not leads_on(Entry())


def test_a_page_that_says_more_takes_the_place_of_a_teaser() -> None:
    teaser = read_entry(replace(ENTRY, published=None, updated=None, content="<p>开幕……</p>"), source="")
    page = Page(paragraphs=(FIRST, SECOND), is_article=True, published=NOW, image="https://img.example/p.jpg")
    whole = completed(teaser, page)
    assert whole == replace(teaser, paragraphs=page.paragraphs, published=NOW, image=page.image)


def test_a_teaser_keeps_its_own_date_and_picture() -> None:
    teaser = read_entry(replace(ENTRY, content="<p>开幕……</p>", image="https://img.example/t.jpg"), source="")
    page = Page(
        paragraphs=(FIRST, SECOND), is_article=True, published=NOW - timedelta(days=1), image="https://x.example/"
    )
    assert completed(teaser, page) == replace(teaser, paragraphs=page.paragraphs)


def test_a_list_a_wall_and_a_page_that_says_no_more_leave_the_teaser_as_it_is() -> None:
    teaser = read_entry(ENTRY, source="")
    assert completed(teaser, Page(paragraphs=(FIRST * 9,))) is teaser
    assert completed(teaser, Page(paragraphs=(FIRST, SECOND), is_article=True)) is teaser


def test_an_entry_is_told_by_its_words_whatever_its_markup() -> None:
    other = replace(ENTRY, content=f"<div><p>{FIRST}</p><img src='https://ads.example/9.gif'><p>{SECOND}</p></div>")
    assert listed(ENTRY) == listed(other)
    assert listed(ENTRY) != listed(replace(ENTRY, content=f"<p>{FIRST}</p>"))
    assert (listed(ENTRY).guid, listed(ENTRY).link, listed(ENTRY).published) == ("urn:1", ENTRY.link, NOW)


def test_entries_of_nothing_but_a_picture_are_told_by_it() -> None:
    pictures = [listed(Entry(content=f"<img src='https://img.example/{number}.jpg'>")) for number in range(2)]
    assert pictures[0] != pictures[1]
    assert listed(Entry(summary="<b>短</b>")).text == "短"


def test_a_title_of_nothing_but_marks_keeps_nobody_waiting() -> None:
    text = '"\n' * 60_000
    began = time.process_time()
    read_entry(Entry(title=text, content=text), source="河湾网")
    assert time.process_time() - began < 3
