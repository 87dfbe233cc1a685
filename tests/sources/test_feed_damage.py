"""Feeds that are broken, cut off or hostile: what is whole in them is read, and nothing takes long or raises."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FeedError
from bot.sources.feed import Entry, Feed, parse
from bot.sources.feeds.tree import grown

DATA = Path(__file__).parents[1] / "data/feeds"
FEEDS = sorted(file for file in DATA.iterdir() if not file.name.endswith(".expected.json"))
RSS = "<rss version='2.0'><channel><title>河湾网</title>{}</channel></rss>"


def rss(items: str) -> Feed:
    return parse(RSS.format(items).encode(), "https://news.example/feed")


def item(inside: str) -> Entry:
    return rss(f"<item>{inside}</item>").entries[0]


def test_xml_that_gives_nothing_at_all_is_told() -> None:
    with pytest.raises(FeedError, match="cannot be read"):
        grown("")


def test_one_broken_entry_hurts_no_other() -> None:
    entries = rss(
        "<item><title>a</title><description><b>bold<br></description><link>https://n.example/1</link></item>"
        "<item><title>b</title></item>"
    ).entries
    assert [(entry.title, entry.link) for entry in entries] == [("a", "https://n.example/1"), ("b", None)]
    assert entries[0].content == "<b>bold<br>"


def test_a_document_that_breaks_off_gives_what_is_whole() -> None:
    whole = RSS.format("".join(f"<item><title>n{n}</title><guid>{n}</guid></item>" for n in range(5)))
    assert [entry.title for entry in parse(whole[:-40].encode(), "").entries] == ["n0", "n1", "n2", "n3"]
    assert parse(RSS.format("<item><title>only")[:-16].encode(), "").entries[0].title == "only"


def test_entries_that_are_never_closed_are_all_there() -> None:
    assert [entry.title for entry in rss("<item><title>a</title><item><title>b</title>").entries] == ["a", "b"]


def test_entries_behind_the_end_are_found() -> None:
    document = RSS.format("") + "<item><title>late</title></item>"
    assert parse(document.encode(), "").entries[0].title == "late"


def test_entries_within_comments_and_cdata_are_none() -> None:
    fakes = "<!-- <item><title>no</title></item> --><item/><item><title><![CDATA[<item>x</item>]]></title><b></item>"
    assert [entry.title for entry in rss(fakes).entries] == ["<item>x</item>"]


def test_what_looks_like_an_entry_within_a_text_is_only_words() -> None:
    (entry,) = rss("<item><title>a</title><description><item><title>no</title></item></description></item>").entries
    assert (entry.title, entry.content) == ("a", "<item><title>no</title></item>")
    nested = "<item><title>a</title><item><title>b</title></item></item>"
    assert [entry.title for entry in rss(nested).entries] == ["a", "b"]


@pytest.mark.parametrize("mark", ["<![CDATA[", "<!--"])
def test_a_mark_that_nobody_closed_swallows_no_entries(mark: str) -> None:
    others = "".join(f"<item><title>n{n} &amp; m</title></item>" for n in range(3))
    entries = rss(f"<item><title>{mark}a</title></item>{others}").entries
    assert [entry.title for entry in entries] == ["a", "n0 & m", "n1 & m", "n2 & m"]
    # Where the document breaks off, it may be just the end that is missing.
    cut = RSS.format(f"{others}<item><title>{mark}<item><title>no</title></item>").removesuffix("</channel></rss>")
    assert [entry.title for entry in parse(cut.encode(), "").entries] == ["n0 & m", "n1 & m", "n2 & m"]


@pytest.mark.parametrize("root", ['<rss versi"2.0">', "<rss version=2.0>", "<rss version='2.0", "<RSS>"])
def test_a_damaged_root_costs_no_entry(root: str) -> None:
    document = f"{root}<channel><item><title>a</title></item><item><title>b<b></title></item></channel></rss>"
    assert [entry.plain_title for entry in parse(document.encode(), "").entries] == ["a", "b"]


def test_tags_in_capitals_are_read() -> None:
    document = RSS.format("<item><title>a</title></item>").upper()
    assert [entry.title for entry in parse(document.encode(), "").entries] == ["A"]


def test_warnings_of_the_server_above_a_feed_are_passed_over() -> None:
    feed = RSS.format("<item><title>x</title></item>")
    for warning in (
        "Notice: x\n<?xml version='1.0'?>",
        "<br />\n<b>Warning</b>: y<br />\n<?xml version='1.0'?>",
        "Oops. ",
    ):
        assert parse((warning + feed).encode(), "").entries[0].title == "x"
    with pytest.raises(FeedError, match="web page"):
        parse(b"<p>To begin, write <?xml version='1.0'?><p>", "")


def test_attributes_without_quotes_are_read() -> None:
    assert item("<title>x</title><enclosure url=https://n.example/a.mp3 length=5></item>").enclosures[0].length == 5


def test_no_entity_is_expanded_and_no_file_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 20))
    head = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}<!ENTITY f SYSTEM '{secret.as_uri()}'>]>"
    (entry,) = parse((head + RSS.format("<item><title>&l19; &f;</title></item>")).encode(), "").entries
    assert entry.title == "&l19; &f;"


@given(st.sampled_from(FEEDS), st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=8))))
def test_no_damage_to_a_feed_raises_anything_unexpected(file: Path, damages: list[tuple[int, int, bytes]]) -> None:
    data = file.read_bytes()
    for at, length, put in damages:
        data = data[:at] + put + data[at + length :]
    with contextlib.suppress(FeedError):
        parse(data, "https://feeds.example/feed")


def test_no_number_is_too_long_for_a_character() -> None:
    digits = "9" * 5_000
    entry = item(f"<title>&#{digits};</title><description>&lt;img src='/&amp;#{digits};'&gt;</description>")
    assert entry.title == f"&#{digits};"


def test_nothing_unseen_changes_how_a_title_or_an_address_looks() -> None:
    entry = item("<title>\u202eexe.\u061ctxt\u2066\x07</title><link>https://n.example/\u202egpj.exe\u3000新</link>")
    assert (entry.plain_title, entry.link) == ("exe.txt", "https://n.example/%E2%80%AEgpj.exe%E3%80%80新")


HOSTILE: dict[str, Callable[[int], str]] = {
    "comments": lambda n: RSS.format("<!--" * n),
    "comments in a text": lambda n: RSS.format(f"<item><description>{'&lt;!--' * n}</description></item>"),
    "nesting": lambda n: RSS.format("<a>" * n),
    "entries in entries": lambda n: RSS.format("<item>" * n + "</item>" * n),
    "CDATA in CDATA": lambda n: RSS.format("<![CDATA[" * n),
    "titles in titles": lambda n: RSS.format("<item>" + "<title><link>" * n + "</item>"),
    "one attribute": lambda n: RSS.format(f"<item a='{'x' * 20 * n}'>y"),
    "attributes": lambda n: RSS.format("<item " + " ".join(f"a{m}=1" for m in range(n)) + "><title>x<b></item>"),
    "links in a tag": lambda n: RSS.format(f"<item><description>&lt;a {'href= ' * n}</description></item>"),
    "open tags": lambda n: RSS.format(f"<item><title>{'&lt;b ' * n}</title></item>"),
    "blanks": lambda n: RSS.format(f"<item><title>{' ' * 20 * n}x</title></item>"),
    "document types": lambda n: "<!DOCTYPE [" * n,
    "declarations": lambda n: "<a><?xml?>" * n,
    "instructions": lambda n: "<?a?>" * n + RSS.format(""),
    "a huge root": lambda n: f"<rss a='{'x' * 5 * n}'>" + "<item><title>x<b></title></item>" * (n // 50),
    "bases": lambda n: f"<feed xml:base='http://e.example/{'a/' * n}'>" + "<entry><link href='x'/></entry>" * (n // 50),
    "dates": lambda n: RSS.format(f"<item><title>x</title><pubDate>{'Mon, ' * n}</pubDate></item>"),
    "namespaces of the root": lambda n: (
        "<feed xmlns='http://www.w3.org/2005/Atom' "
        + " ".join(f"xmlns:a{m}='urn:{m}'" for m in range(n // 50))
        + f"><entry><content type='xhtml'>{'<p>x</p>' * n}</content></entry></feed>"
    ),
    "codec": lambda n: "<?xml version='1.0' encoding='idna'?>" + RSS.format("<item><title>" + "x" * n),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_feed_is_read_or_refused(kind: str) -> None:
    # Each of them takes minutes where any step of ours looks again at what it has seen.
    try:
        feed = parse(HOSTILE[kind](50_000).encode(), "https://news.example/feed")
    except FeedError:
        return
    assert len(feed.entries) <= 1_000


def test_an_endless_address_keeps_nobody_waiting() -> None:
    quotes = '"' * 1_500_000
    began = time.process_time()
    assert item(f"<title>x</title><link>{quotes}</link>").link is None
    assert time.process_time() - began < 2


def test_a_feed_of_many_entries_is_read_whole() -> None:
    assert len(rss("".join(f"<item><guid>{n}</guid></item>" for n in range(20_000))).entries) == 20_000


def test_dates_out_of_this_world_are_none() -> None:
    for date in (
        "-1",
        "9" * 20,
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "Thu, 99 Foo 9999 99:99:99 +9999",
    ):
        assert item(f"<title>x</title><pubDate>{date}</pubDate>").published is None
