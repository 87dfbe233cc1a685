"""HTML is read by Telegram's rules: the same text, the same entities, the same words when refused."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin.detect import detect
from bot.standin.entities import parse_html, utf16
from bot.standin.errors import ApiError
from bot.standin.formatted import trimmed

ACCEPTED = {
    "bold": ("<b>涨</b>停", [("bold", 0, 1)]),
    "another word for bold": ("<STRONG>涨</Strong>停", [("bold", 0, 1)]),
    "emoji counts two units": ("😀<i>涨</i>", [("italic", 2, 1)]),
    "nested, the longer first": ("<b>涨<i>停</i></b>", [("bold", 0, 2), ("italic", 1, 1)]),
    "anything is closed by </>": ("<b>涨</>停", [("bold", 0, 1)]),
    "an empty tag leaves nothing": ("<b></b>停", []),
    "folded quote": ("<blockquote expandable>涨</blockquote>", [("expandable_blockquote", 0, 1)]),
    "quote": ("<blockquote>涨</blockquote>", [("blockquote", 0, 1)]),
    "spoilers": (
        '<span class="tg-spoiler">涨</span><tg-spoiler>停</tg-spoiler>',
        [("spoiler", 0, 1), ("spoiler", 1, 1)],
    ),
    "code with its language": ('<pre><code class="language-py">x</code></pre>', [("pre", 0, 1)]),
    "nothing lives inside code": ("<code>a<b>b</b></code>", [("code", 0, 2)]),
    "link": ('<a href="https://e.com/?a=1&amp;b=2">x</a>', [("text_link", 0, 1)]),
    "a link without href reads its own text": ("<a>example.com</a>", [("text_link", 0, 11)]),
    "a bad link is dropped": ('<a href="javascript:alert(1)">x</a>', []),
    "own emoji": ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', [("custom_emoji", 0, 2)]),
    "time": ('<tg-time unix="1780000000" format="wDT">x</tg-time>', [("date_time", 0, 1)]),
}
TEXTS = {
    "a bare ampersand": ("R&D & Q&A", "R&D & Q&A"),
    "an unknown name": ("&nbsp;&copy;", "&nbsp;&copy;"),
    "the four names": ("&lt;&gt;&amp;&quot;", '<>&"'),
    "numbers": ("&#20013;&#x56FD;", "中国"),
    "a name without its semicolon": ("a &lt b", "a < b"),
    "no surrogates": ("&#xD800;", "&#xD800;"),
}
REFUSED = {
    "<h1>涨</h1>": 'Unsupported start tag "h1" at byte offset 0',
    "涨<h1>": 'Unsupported start tag "h1" at byte offset 3',
    "1 < 2": 'Unsupported start tag "" at byte offset 2',
    "<br/>": 'Unsupported start tag "br/" at byte offset 0',
    "涨<b": "Unclosed start tag at byte offset 3",
    "涨</b>": "Unexpected end tag at byte offset 3",
    "<b>涨</i>": 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"',
    "<b>涨": 'Can\'t find end tag corresponding to start tag "b"',
    "<b>涨</b": "Unclosed end tag at byte offset 6",
    "<a =x>y</a>": 'Empty attribute name in the tag "a" at byte offset 0',
    "<span>x</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<a href="x': "Unclosed start tag at byte offset 0",
    "<a href=x/y>z</a>": "Unexpected end of name token at byte offset 8",
    '<tg-emoji emoji-id="x">👍</tg-emoji>': "Invalid custom emoji identifier specified",
}


def spans(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize(("source", "expected"), ACCEPTED.values(), ids=ACCEPTED)
def test_every_tag_telegram_allows_becomes_its_entity(source: str, expected: list[tuple[str, int, int]]) -> None:
    assert spans(parse_html(source)[1]) == expected


@pytest.mark.parametrize(("source", "expected"), TEXTS.values(), ids=TEXTS)
def test_references_are_read_and_stray_ampersands_stay(source: str, expected: str) -> None:
    assert parse_html(source)[0] == expected


@pytest.mark.parametrize(("source", "words"), REFUSED.items())
def test_what_telegram_refuses_is_refused_in_its_own_words(source: str, words: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


def test_facts_of_links_code_and_times_are_kept() -> None:
    _, (link,) = parse_html('<a href="https://e.com/?a=1&amp;b=2">x</a>')
    _, (code,) = parse_html('<pre><code class="language-py">x</code></pre>')
    _, (time,) = parse_html('<tg-time unix="1780000000" format="wDT">x</tg-time>')
    assert link["url"] == "https://e.com/?a=1&b=2"
    assert code["language"] == "py"
    assert (time["unix_time"], time["date_time_format"]) == (1_780_000_000, "wDT")


@given(st.text(alphabet="<>&/ab i=\"';涨😀-tg", max_size=60))
def test_no_text_breaks_the_reading(source: str) -> None:
    with suppress(ApiError):
        text, entities = parse_html(source)
        assert all(0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16(text) for entity in entities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("请 /help@jianbao_bot", [("bot_command", 2, 17)]),
        ("和/或 a/b", []),
        ("看 https://e.com/a?b=c。好", [("url", 2, 19)]),
        ("😀 @xiaolin #半导体 #123", [("mention", 3, 8), ("hashtag", 12, 4)]),
        ("write a@e.com", [("email", 6, 7)]),
        ("3.5 和 v1.2", []),
    ],
)
def test_commands_links_and_names_are_found_in_typed_text(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert spans(detect(text)) == expected


def test_nothing_is_found_inside_code_or_a_link() -> None:
    text, entities = parse_html("<code>/start</code> <a href='e.com'>@xiaolin</a>")
    assert spans(detect(text, entities)) == [("code", 0, 6), ("text_link", 7, 8)]


def test_blanks_at_the_ends_are_cut_and_entities_with_them() -> None:
    text, entities = parse_html(" \n 涨<b>停 </b>\n")
    cut = trimmed(text, entities)
    assert (cut.text, spans(cut.entities)) == ("涨停", [("bold", 1, 1)])
