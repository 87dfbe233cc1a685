"""What an entry says is found, wherever in it the feed writes it and however often it is packed."""

import pytest

from bot.sources.feed import Entry, parse

RSS = "<rss version='2.0'><channel><item>{}</item></channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><entry>{}</entry></feed>"
PICTURE = f"https://news.example/{'lamp' * 20}.png"


def item(inside: str) -> Entry:
    return parse(RSS.format(inside).encode(), "https://news.example/feed").entries[0]


def atom(inside: str) -> Entry:
    return parse(ATOM.format(inside).encode(), "https://news.example/feed").entries[0]


def test_the_article_is_not_given_up_for_a_line_with_a_long_picture() -> None:
    short, article = f'<div><img src="{PICTURE}">灯亮了。</div>', f"<p>{'河湾镇的路灯昨晚亮了。' * 2}</p>"
    entry = item(
        f"<description><![CDATA[{short}]]></description><content:encoded><![CDATA[{article}]]></content:encoded>"
    )
    assert (entry.content, entry.summary, entry.image) == (article, short, PICTURE)


def test_a_picture_with_its_words_below_keeps_them_both() -> None:
    entry = item(f"<description>灯亮了。</description><content:encoded>&lt;img src='{PICTURE}'&gt;</content:encoded>")
    assert (entry.content, entry.image) == ("灯亮了。", PICTURE)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("<img src='https://p.example/grey.png' data-src='https://p.example/late.png'>", "https://p.example/late.png"),
        ("<img src=https://p.example/late.png/>", "https://p.example/late.png"),
        ("<img src='https://p.example/stat' width='1' height='1'/>", PICTURE),
        ("<img height=1px src=https://p.example/stat>", PICTURE),
        ("<img class='wp-smiley' src='https://p.example/core/emoji/72x72/1f680.png'>", PICTURE),
        ("<img src='https://pixel.p.example/b.gif'><img src='https://p.example/_/stat?event=read'>", PICTURE),
    ],
)
def test_the_picture_is_the_first_that_shows_something(before: str, told: str) -> None:
    entry = item(f"<description><![CDATA[<p>灯{before}亮了。</p><img src='{PICTURE}'>]]></description>")
    assert entry.image == told


def test_the_whole_article_is_not_given_up_for_its_own_words_without_their_paragraphs() -> None:
    article = f"<p>{'河湾镇的路灯昨晚亮了。' * 9}</p>"
    plain = f"{'河湾镇的路灯昨晚亮了。' * 9} 阅读全文"
    assert item(f"<description>{plain}</description><content><![CDATA[{article}]]></content>").content == article


@pytest.mark.parametrize(
    ("inside", "link"),
    [
        ("<id>https://news.example/1</id>", "https://news.example/1"),
        ("<link rel='self' href='/1.atom'/><id>https://news.example/1</id>", "https://news.example/1"),
        (
            "<link rel='http://www.iana.org/assignments/relation/alternate' href='/2'/><id>1</id>",
            "https://news.example/2",
        ),
        ("<link rel='http://www.iana.org/assignments/relation/self' href='/2'/><id>tag:1</id>", None),
    ],
)
def test_an_entry_of_atom_leads_to_its_page(inside: str, link: str | None) -> None:
    assert atom(f"<title>x</title>{inside}").link == link


@pytest.mark.parametrize("attribute", ["isPermaLink='False'", "ispermalink='false'", "isPermaLink=' false '"])
def test_a_guid_that_is_said_to_be_no_address_is_none(attribute: str) -> None:
    assert item(f"<guid {attribute}>https://news.example/7</guid>").link is None


def test_a_category_is_called_as_people_call_it() -> None:
    entry = atom(
        "<title>x</title><category term='https://news.example/t/1' label='灯'/><category term='雨' label='Rain'/>"
    )
    assert entry.categories == ("灯", "雨")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Lamps lit&lt;br/&gt;again", "Lamps lit again"),
        ("&lt;p&gt;Lamps&lt;/p&gt;&lt;p class='b'&gt;lit&lt;/p&gt;", "Lamps lit"),
        ("&lt;![CDATA[灯亮了]]&gt;", "灯亮了"),
        ("灯&#55357;&#56832;亮<![CDATA[&#xD83D;&#xDE00;了]]>", "灯😀亮😀了"),
    ],
)
def test_a_title_packed_twice_or_set_in_lines_is_one_line(written: str, read: str) -> None:
    assert item(f"<title>{written}</title>").plain_title == read
