import pytest

from bot.cli.kinds import is_markup, is_post


@pytest.mark.parametrize(
    "head",
    [
        b"---\ntitle: a\n",
        b"\xef\xbb\xbf\n-----\r\ntitle: a\n",
        b';;;\n"title": "a"\n',
        b"title: a\ndate: 2026-11-30\n---\n",
        b"\r\ntitle: a\r\n---\r\nb",
        b'+++\ntitle = "a"\n',
        "---\ntitle: 灯\n".encode("utf-16"),
        "---\ntitle: 灯\n".encode("utf-16-le"),
    ],
)
def test_what_hexo_takes_for_a_post_is_read_as_one(head: bytes) -> None:
    assert is_post(head)
    assert not is_markup(head)


@pytest.mark.parametrize(
    "head",
    [
        b"-- a dialogue\n",
        b"--- said he\n",
        b";;\n",
        b"+++ more\n",
        b"title: a\ndate: b\n",
        b"titles: a\n---\n",
        b"<!doctype html>",
        b"",
    ],
)
def test_plain_texts_and_pages_are_no_posts(head: bytes) -> None:
    assert not is_post(head)


@pytest.mark.parametrize(
    "head",
    [
        b"<!doctype html>",
        b"\xef\xbb\xbf\n<rss version='2.0'>",
        b"<!-- saved from url=(0024)https://a.example/ -->\n<html>",
        '<?xml version="1.0"?><feed>'.encode("utf-16"),
        "<html><title>灯</title>".encode("utf-16-le"),
        b'{"version": "https://jsonfeed.org/version/1.1"}',
    ],
)
def test_a_saved_page_or_feed_is_known_by_its_beginning(head: bytes) -> None:
    assert is_markup(head)
    assert not is_post(head)


@pytest.mark.parametrize("head", [b"<!-- a note -->\nwords", b"<p>words", b"{}", b""])
def test_a_text_that_begins_with_a_bracket_is_no_page(head: bytes) -> None:
    assert not is_markup(head)
