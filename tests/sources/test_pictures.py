"""The picture of an article is found in whatever way its tag tells it: in a post, in a feed, on a page."""

import time

import pytest

from bot.sources.body import read_page as read_body
from bot.sources.entry import read_entry
from bot.sources.feed import parse
from bot.sources.page import read_page
from bot.sources.pictures import picture_of

TEXT = "<p>青河大桥今天通车，两岸居民走上桥面，孩子们数着灯，老人说等了四十年，渡船从今天起停航。</p>" * 5
SHOWN = "https://a.example/桥.jpg"

TAGS = (
    f'<img srcset="{SHOWN}">',
    f'<img srcset="https://a.example/s.jpg 320w, {SHOWN} 1200w,https://a.example/l.jpg 4000w">',
    f'<img srcset="{SHOWN} 1x, https://a.example/l.jpg 2x">',
    f'<img src="data:image/gif;base64,R0" data-srcset="{SHOWN} 800w, https://a.example/s.jpg 80w">',
    f'<img src="https://a.example/grey.gif" data-lazy="{SHOWN}">',
    f'<img src="https://a.example/grey.gif" real_src="{SHOWN}">',
    f'<img src="static/none.gif" file="{SHOWN}">',
    f'<img data-lazy="true" src="{SHOWN}">',
    f'<amp-img src="{SHOWN}" width="600" height="400"></amp-img>',
    f'<img class="lazy" src="data:image/gif;base64,R0"><noscript><img src="{SHOWN}"></noscript>',
    f'<picture><source srcset="https://a.example/桥.avif" type="image/avif"><img src="{SHOWN}"></picture>',
    f'<picture><source srcset="{SHOWN} 800w"><img alt="桥"></picture>',
)


@pytest.mark.parametrize("tag", TAGS)
def test_the_picture_of_a_text_is_found(tag: str) -> None:
    assert picture_of(read_body(tag + TEXT).pictures) == SHOWN


@pytest.mark.parametrize("tag", TAGS)
def test_the_picture_of_a_page_is_found(tag: str) -> None:
    page = f"<title>青河大桥通车</title><h1>青河大桥通车</h1><div>{tag}{TEXT}</div>"
    assert read_page(page.encode(), "https://news.example/1.html").image == SHOWN


@pytest.mark.parametrize("tag", TAGS)
def test_the_picture_of_an_entry_is_found(tag: str) -> None:
    item = f"<item><title>桥</title><description><![CDATA[{tag}{TEXT}]]></description></item>"
    feed = f"<rss><channel>{item}</channel></rss>"
    (entry,) = parse(feed.encode(), "https://news.example/rss").entries
    assert read_entry(entry, source="河湾网").image == SHOWN


def test_a_face_beside_a_name_is_not_the_articles_picture() -> None:
    face = '<img src="https://a.example/face.png" width="32" height="32px">'
    banner = f'<img src="{SHOWN}" width="600" height="48">'
    assert picture_of(read_body(face + TEXT).pictures) is None
    assert picture_of(read_body(face + banner + TEXT).pictures) == SHOWN


def test_of_several_relative_addresses_each_is_made_absolute_and_words_are_left_alone() -> None:
    told = '<img srcset="/s.jpg 1x, l.jpg 2x"><p>写 srcset="/s.jpg" 的人。</p>'
    feed = f"<rss><channel><item><description><![CDATA[{told}]]></description></item></channel></rss>"
    (entry,) = parse(feed.encode(), "https://news.example/d/rss").entries
    assert entry.image == "https://news.example/s.jpg"
    assert '"https://news.example/s.jpg 1x, https://news.example/d/l.jpg 2x"' in entry.content
    assert 'srcset="/s.jpg" 的人' in entry.content


@pytest.mark.parametrize("unit", ["a 1x,", "a,", ",", " ", "1x ", "a 1x, "])
def test_an_endless_list_of_addresses_keeps_nobody_waiting(unit: str) -> None:
    began = time.process_time()
    read_body(f'<img srcset="{unit * (500_000 // len(unit))}">')
    assert time.process_time() - began < 2
