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
