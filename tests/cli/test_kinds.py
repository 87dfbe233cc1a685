import pytest

from bot.cli.kinds import is_markup, is_post


@pytest.mark.parametrize("head", [b"---\ntitle: a\n", b"\xef\xbb\xbf\n-----\r\ntitle: a\n", b';;;\n"title": "a"\n'])
def test_what_hexo_takes_for_a_post_is_read_as_one(head: bytes) -> None:
    assert is_post(head)
    assert not is_markup(head)


@pytest.mark.parametrize("head", [b"-- a dialogue\n", b"--- said he\n", b";;\n", b"<!doctype html>", b""])
def test_plain_texts_and_pages_are_no_posts(head: bytes) -> None:
    assert not is_post(head)
