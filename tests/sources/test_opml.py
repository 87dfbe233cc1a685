from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FeedError
from bot.sources.opml import LONGEST, Outline, read_opml, write_opml

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>mine</title></head><body>
<outline text="News &amp; more">
  <outline text="河湾网" title="x" type="rss" xmlUrl="https://news.example/feed" htmlUrl="https://news.example/"/>
  <outline title="Deep"><outline text="Deeper & down" xmlURL="feed://deep.example/rss"/></outline>
</outline>
<outline text="Old" type="rss" url="feed:https://old.example/rss"/>
<outline text="A note"/>
<outline text="A page" type="link" url="https://page.example/"/>
<outline text="again" xmlUrl="https://news.example/feed"/>
<outline text="bad" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def test_a_list_gives_its_feeds_with_the_headings_above_them() -> None:
    assert read_opml(LIST.encode()) == (
        Outline(
            address="https://news.example/feed", title="河湾网", site="https://news.example/", folder=("News & more",)
        ),
        Outline(address="http://deep.example/rss", title="Deeper & down", folder=("News & more", "Deep")),
        Outline(address="https://old.example/rss", title="Old"),
    )


def test_a_list_is_read_in_its_own_encoding() -> None:
    (outline,) = read_opml(
        '<?xml version="1.0" encoding="gb2312"?><opml><body><outline text="镕" xmlUrl="http://r.example/"/></body></opml>'.encode(
            "gb18030"
        )
    )
    assert outline.title == "镕"


@pytest.mark.parametrize("data", [b"", b"<rss/>", b"<html>", b"{}", b"x" * (LONGEST + 1)])
def test_what_is_no_list_is_told(data: bytes) -> None:
    with pytest.raises(FeedError):
        read_opml(data)


def test_attributes_nobody_asked_for_take_no_time() -> None:
    # All of them at once take minutes.
    many = " ".join(f"a{number}='1'" for number in range(100_000))
    (outline,) = read_opml(f"<opml><body><outline {many} xmlUrl='https://a.example/'/></body></opml>".encode())
    assert outline.address == "https://a.example/"


def test_a_written_list_is_well_formed_and_names_a_feed_without_a_title_by_its_address() -> None:
    root = ET.fromstring(write_opml([Outline(address="https://a.example/?x=1&y=2")], title="A < B\0", created=NOW))
    assert root.findtext("head/title") == "A < B"
    assert root.findtext("head/dateCreated") == "Sat, 28 Nov 2026 12:00:00 +0000"
    (outline,) = root.iter("outline")
    assert outline.attrib == {
        "text": "https://a.example/?x=1&y=2",
        "type": "rss",
        "xmlUrl": "https://a.example/?x=1&y=2",
    }


words = st.text("河湾 abc<>&\"'", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(st.tuples(words, st.lists(words, max_size=3)), max_size=8))
def test_what_is_written_is_read_again(feeds: list[tuple[str, list[str]]]) -> None:
    outlines = [
        Outline(
            address=f"https://f{number}.example/feed",
            title=title,
            site=f"https://f{number}.example/",
            folder=tuple(folder),
        )
        for number, (title, folder) in enumerate(feeds)
    ]
    read = read_opml(write_opml(outlines, title="t", created=NOW).encode())
    assert {outline.address: outline for outline in read} == {outline.address: outline for outline in outlines}
