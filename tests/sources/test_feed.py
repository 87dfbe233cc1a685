import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import FeedError, NoFeed
from bot.sources.feed import LONGEST, Entry, Feed, parse
from bot.sources.feeds.json_feed import MOST_ENTRIES

DATA = Path(__file__).parents[1] / "data/feeds"
FEEDS = sorted(file for file in DATA.iterdir() if not file.name.endswith(".expected.json"))
SHARED = Path(__file__).parents[2] / "../shared/data/feeds"

RSS = "<rss version='2.0'><channel><title>河湾网</title>{}</channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>"


def rss(items: str) -> Feed:
    return parse(RSS.format(items).encode(), "https://news.example/feed")


def item(inside: str) -> Entry:
    return rss(f"<item>{inside}</item>").entries[0]


def atom(inside: str) -> Entry:
    return parse(ATOM.format(f"<entry>{inside}</entry>").encode(), "https://news.example/feed").entries[0]


def told(value: object) -> object:
    """Gives a value as JSON can hold it, without what is empty."""
    match value:
        case datetime():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case tuple() | list():
            return [told(part) for part in value]
        case dict():
            return {key: told(part) for key, part in value.items() if part not in (None, "", (), 0, frozenset())}
        case _:
            return value


@pytest.mark.parametrize("file", FEEDS, ids=lambda file: file.name)
def test_a_feed_says_what_stands_in_it(file: Path) -> None:
    expected = json.loads((DATA / f"{file.name}.expected.json").read_text(encoding="utf-8"))
    assert told(dataclasses.asdict(parse(file.read_bytes(), f"https://feeds.example/{file.stem}/feed"))) == expected


def test_every_entry_and_field_of_real_feeds_is_found() -> None:
    if not (SHARED / "expected.json").exists():
        pytest.skip("the real feeds are not beside the repository")
    seen = right = 0
    for name, expected in json.loads((SHARED / "expected.json").read_text(encoding="utf-8")).items():
        entries = parse((SHARED / name).read_bytes(), "").entries
        assert len(entries) == expected["entries"], name
        for entry, fields in zip(entries, expected["items"], strict=False):
            ours = {
                "title": entry.title,
                "link": entry.link,
                "id": entry.id,
                "date": int(entry.published.timestamp()) if entry.published else None,
            }
            for field, value in fields.items():
                seen += value is not None
                right += value is not None and ours[field] == value
    assert right >= 0.995 * seen


# What a title is


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  河湾\n\n" + " " * 300 + "夜航 ", "河湾 夜航"),
        ("A &amp;amp; B", "A & B"),
        ("Caf&eacute;&nbsp;&#8220;Nord&#8221;", "Café “Nord”"),
        ("<![CDATA[A &lt; B &amp; <b>C</b>]]>", "A < B & C"),
        ("Use &lt;blink&gt; again", "Use <blink> again"),
        ("AT&T & sons", "AT&T & sons"),
        ("a\u200bb\ufeff", "ab"),
        ("don\x92t", "don’t"),
        ("<![CDATA[全镇有10<sup>6</sup>盏灯<sup>[1]</sup>]]>", "全镇有10⁶盏灯"),
        ("CO&lt;sub&gt;2&lt;/sub&gt; is &lt;s&gt;up&lt;/s&gt; down", "CO₂ is down"),
        ("&#x0;&#8;&#55357;x&#150;y", "\ufffdx–y"),
    ],
)
def test_a_plain_title_is_one_line_without_tags(written: str, read: str) -> None:
    assert item(f"<title>{written}</title>").plain_title.replace("\ufffd\ufffd", "\ufffd") == read


def test_a_title_of_elements_is_given_as_html_and_read_as_text() -> None:
    title = '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> &lt;3</div></title>'
    assert (atom(title).title, atom(title).plain_title) == ("One <b>two</b> &lt;3", "One two <3")


@pytest.mark.parametrize("kind", ["", ' type="text"', ' type="text/plain"'])
def test_a_title_that_is_text_keeps_the_tags_it_speaks_of(kind: str) -> None:
    entry = atom(f"<title{kind}>Use &lt;b&gt; and &lt;i&gt; in R&amp;D</title>")
    assert entry.plain_title == "Use <b> and <i> in R&D"
    assert atom(f"<title{kind}>Use &lt;b&gt;bold&lt;/b&gt; text</title>").plain_title == "Use bold text"
    assert parse(b'{"items": [{"title": "Use <b> and <i>"}]}', "").entries[0].plain_title == "Use <b> and <i>"


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("  First line\n second ", "First line\n second"),
        ("AT&amp;amp;T", "AT&amp;T"),
        ("<![CDATA[A <b>B</b>]]>", "A <b>B</b>"),
    ],
)
def test_a_title_is_given_as_the_feed_writes_it(written: str, given: str) -> None:
    assert item(f"<title>{written}</title>").title == given
    assert rss(f"<item><title>{written}</title></item>").entries[0].title == given


def test_the_title_of_a_picture_is_not_the_entrys() -> None:
    entry = item("<x:title xmlns:x='http://search.yahoo.com/mrss/'>A picture</x:title><title>The news</title>")
    assert entry.title == "The news"


# Links and identity


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://news.example/1", "https://news.example/1"),
        (" \n/1 ", "https://news.example/1"),
        ("2?a=1&amp;b=2", "https://news.example/2?a=1&b=2"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("https://news.example/新闻 1", "https://news.example/新闻%201"),
        ("javascript:alert(1)", None),
        ("tg://resolve?domain=x", None),
        ("mailto:a@b.example", None),
        ("http://[::1", None),
        ("//[::1", None),
        ("", None),
    ],
)
def test_a_link_is_an_absolute_address_of_the_web_or_none(written: str, read: str | None) -> None:
    assert item(f"<title>x</title><link>{written}</link>").link == read


def test_an_address_behind_an_empty_link_is_the_link() -> None:
    assert item("<title>x</title><link/>https://news.example/3<guid>a</guid>").link == "https://news.example/3"
    assert item("<title>x</title><link/> and more<guid>a</guid>").link is None


def test_a_guid_that_is_an_address_is_the_link_of_an_entry_without_one() -> None:
    assert item("<guid>https://news.example/7</guid>").link == "https://news.example/7"
    assert item("<guid isPermaLink='false'>https://news.example/7</guid>").link is None


def test_a_link_in_a_title_is_made_absolute() -> None:
    assert item("<title>&lt;a href='/x'&gt;x&lt;/a&gt;</title>").title == '<a href="https://news.example/x">x</a>'


def test_an_entry_without_a_guid_goes_by_its_link() -> None:
    assert item("<link>https://news.example/7</link>").id == "https://news.example/7"


def test_entries_that_share_a_guid_are_all_there() -> None:
    assert [entry.id for entry in rss("<item><guid>1</guid></item>" * 3).entries] == ["1", "1", "1"]


def test_links_of_a_feed_somebody_else_serves_belong_to_its_site() -> None:
    document = RSS.format("<link>https://paper.example/</link><item><link>/1</link></item>").encode()
    assert parse(document, "http://rsshub.example/paper").entries[0].link == "https://paper.example/1"


def test_links_and_pictures_of_the_text_are_made_absolute_and_the_rest_left_alone() -> None:
    html = "<p>src=\"x\" <img alt='a' src='i.png'> <a class=b href=/t?x=1&amp;y=2>t</a> <a href='https://o.example'>o</a></p>"
    assert item(f"<description><![CDATA[{html}]]></description>").content == (
        '<p>src="x" <img alt=\'a\' src="https://news.example/i.png"> '
        "<a class=b href=\"https://news.example/t?x=1&amp;y=2\">t</a> <a href='https://o.example'>o</a></p>"
    )


def test_a_base_that_is_no_address_or_endless_changes_nothing() -> None:
    for base in ("http://[::1", "a/" * 5000):
        document = ATOM.format(f"<entry xml:base='{base}'><id>1</id><link href='https://n.example/1'/></entry>")
        assert parse(document.encode(), "https://news.example/").entries[0].link == "https://n.example/1"


# Texts, pictures, people


def test_the_fullest_text_is_the_content_and_the_short_one_the_summary() -> None:
    entry = item(
        "<description>Short.</description>"
        "<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>&lt;p&gt;Long.&lt;/p&gt;</content:encoded>"
    )
    assert (entry.content, entry.summary) == ("<p>Long.</p>", "Short.")


def test_a_prefix_nobody_declared_is_understood() -> None:
    assert item("<content:encoded>Long.</content:encoded><dc:creator>Ann</dc:creator>").author == "Ann"


def test_plain_text_is_escaped_and_html_in_disguise_is_not() -> None:
    assert atom("<summary>3 &lt; 4 &amp; more</summary>").summary == "3 &lt; 4 &amp; more"
    assert atom("<summary>&lt;p&gt;One.&lt;/p&gt;</summary>").summary == "<p>One.</p>"


def test_base64_is_read_and_what_only_claims_to_be_it_is_kept() -> None:
    old = "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>{}</entry></feed>"
    document = old.format("<title mode='base64'>5rKz5rm+</title><content mode='base64' type='text/html'>!</content>")
    entry = parse(document.encode(), "").entries[0]
    assert (entry.title, entry.content) == ("河湾", "!")


def test_html_written_as_elements_is_given_as_html() -> None:
    assert item("<description>a <p class='x'>b<br/></p> c</description>").content == 'a <p class="x">b<br/></p> c'


@pytest.mark.parametrize(
    ("inside", "address"),
    [
        ("<enclosure url='/a.jpg' type='image/jpeg'/>", "https://news.example/a.jpg"),
        ("<enclosure url='/a.mp3' type='audio/mpeg'/>", None),
        ("<image><url>https://p.example/b.png</url></image>", "https://p.example/b.png"),
        ("<image>https://p.example/c.png</image>", "https://p.example/c.png"),
        (
            "<description>&lt;img src='data:x'&gt;&lt;img data-src='d.webp'&gt;</description>",
            "https://news.example/d.webp",
        ),
        ("<media:thumbnail url='https://p.example/t.png'/>", "https://p.example/t.png"),
        ("<media:content url='https://p.example/e.JPG?w=1'/>", "https://p.example/e.JPG?w=1"),
        ("<media:content url='https://p.example/e.mp4'/>", None),
    ],
)
def test_an_entry_is_shown_with_its_own_picture(inside: str, address: str | None) -> None:
    assert item(f"<title>x</title>{inside}").image == address


@pytest.mark.parametrize(
    ("inside", "author"),
    [
        ("<author>a@b.example (Ann Reed)</author>", "Ann Reed"),
        ("<author>Ann (north)</author>", "Ann (north)"),
        ("<author><name>Ann</name><email>a@b.example</email></author>", "Ann"),
        ("<itunes:author>Ann</itunes:author>", "Ann"),
    ],
)
def test_an_author_is_a_name(inside: str, author: str) -> None:
    assert item(f"<title>x</title>{inside}").author == author


def test_what_says_nothing_is_no_entry() -> None:
    assert rss("<item/><item></item><item><author>x</author></item>").entries == ()


def test_a_file_is_listed_once() -> None:
    files = item("<title>x</title>" + "<enclosure url='https://n.example/a.mp3' length='many'/>" * 2).enclosures
    assert [(file.address, file.length) for file in files] == [("https://n.example/a.mp3", 0)]


# The feed itself


def test_wishes_that_are_none_are_not_heard() -> None:
    feed = rss(
        "<ttl>-5</ttl><skipHours><hour>25</hour><hour>-1</hour></skipHours><skipDays><day>Funday</day></skipDays>"
        "<sy:updatePeriod>sometimes</sy:updatePeriod>"
    )
    assert (feed.ttl_minutes, feed.skip_hours, feed.skip_days, feed.update_seconds) == (
        None,
        frozenset(),
        frozenset(),
        None,
    )
    assert rss("<ttl>99999999</ttl>").ttl_minutes is None
    assert (
        rss("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>").update_seconds
        == 3600
    )


def test_a_vocabulary_nobody_knows_is_read_as_the_formats_own() -> None:
    document = b"<feed xmlns='http://example.org/mine#'><title>T</title><entry><title>x</title></entry></feed>"
    assert parse(document, "").entries[0].title == "x"


def test_an_empty_feed_has_no_entries() -> None:
    assert parse(RSS.format("").encode(), "").title == "河湾网"


# What is no feed


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<!DOCTYPE html><html><body>x", "web page"),
        (b"\n<html><head>", "web page"),
        (b"<p>Not found</p>", "web page"),
        (b"<!doctype html>\nhello", "web page"),
        (b"Not found", "no root of a feed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "<svg>"),
        (b"<opml><body/></opml>", "OPML"),
        (b"<!-- " * 1000, "no root"),
        (b"<!DOCTYPE rss [", "no root"),
        (b"{", "broken JSON"),
        (b"[" * 100_000, "broken JSON"),
        (b"[]", "no JSON Feed"),
        (b'{"items": {"a": 1}}', "no JSON Feed"),
        (b'{"items": [{"id": ' + b"9" * 6000 + b"}]}", "broken JSON"),
        (b"x" * (LONGEST + 1), "longer than 10 MB"),
    ],
)
def test_what_is_no_feed_is_told_in_a_sentence(document: bytes, said: str) -> None:
    with pytest.raises(FeedError, match=said):
        parse(document, "https://news.example/")


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (b"", NoFeed.EMPTY),
        (b"<html>", NoFeed.PAGE),
        (b"Not found", NoFeed.UNKNOWN),
        (b"<svg/>", NoFeed.OTHER_XML),
        (b"<opml><body/></opml>", NoFeed.LIST),
        (b"{", NoFeed.BROKEN_JSON),
        (b"[]", NoFeed.OTHER_JSON),
        (b"x" * (LONGEST + 1), NoFeed.LONG),
    ],
)
def test_what_is_no_feed_is_told_in_other_languages_too(document: bytes, why: NoFeed) -> None:
    with pytest.raises(FeedError) as told:
        parse(document, "https://news.example/")
    assert told.value.why is why


def test_a_json_feed_may_hold_bare_tabs_and_no_endless_list() -> None:
    assert parse(b'{"items": [{"title": "a\tb"}]}', "").entries[0].plain_title == "a b"
    many = b'{"items": [' + b'{"id":1},' * MOST_ENTRIES + b'{"id":1}]}'
    assert len(parse(many, "").entries) == MOST_ENTRIES


def test_wrong_types_in_a_json_feed_are_as_if_missing() -> None:
    strange = (
        '{"items": [1, null, [], {}, {"id": true, "title": ["x"], "url": 5, "tags": "a", "authors": {}, "attachments": '
        '[{}, {"url": "https://n.example/a", "size_in_bytes": 1e999}], "content_text": "T", "date_published": 5}]}'
    )
    (entry,) = parse(strange.encode(), "").entries
    assert (entry.title, entry.link, entry.content, entry.enclosures[0].length) == ("", None, "<p>T</p>", 0)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("河湾渡口恢复夜航\n山谷剧院今晚开门", "<p>河湾渡口恢复夜航<br>山谷剧院今晚开门</p>"),
        ("河湾\r\n山谷\r\n\r\n灯塔", "<p>河湾<br>山谷</p><p>灯塔</p>"),
        ("a &\n \n b\n\n\nc", "<p>a &amp;</p><p>b</p><p>c</p>"),
        ("The ferry sails again at\nnight, says the port of\nRiverbend.", None),
    ],
)
def test_the_lines_of_a_text_in_json_stay_apart_unless_they_were_only_wrapped(text: str, html: str | None) -> None:
    (entry,) = parse(json.dumps({"items": [{"id": "1", "content_text": text}]}).encode(), "").entries
    assert entry.content == (html or "<p>The ferry sails again at night, says the port of Riverbend.</p>")


def test_half_characters_in_json_do_no_harm() -> None:
    (entry,) = parse(b'{"items": [{"id": "1", "title": "a\\ud800b\\u0000c"}]}', "").entries
    assert entry.title == "abc"


def test_an_entry_changed_and_never_dated_counts_from_its_change() -> None:
    entry = atom("<id>1</id><updated>2026-11-01T00:00:00Z</updated>")
    assert entry.published == entry.updated == datetime(2026, 11, 1, tzinfo=UTC)


def test_an_entry_of_rdf_goes_by_the_name_rdf_gives_it() -> None:
    head = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    item = '<item rdf:about="http://quarry.example/1"><title>Granite</title><dc:identifier>doi:1</dc:identifier></item>'
    document = f'{head} xmlns:dc="http://purl.org/dc/elements/1.1/">{item}</rdf:RDF>'
    (entry,) = parse(document.encode(), "http://quarry.example/feed").entries
    assert entry.id == "http://quarry.example/1"
