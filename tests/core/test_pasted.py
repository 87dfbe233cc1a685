import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.pasted import named_link, only_link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://news.example/1", "https://news.example/1"),
        ("看看这个 http://news.example/a?b=1。", "http://news.example/a?b=1"),
        ("【标题】https://news.example/1，来自某某", "https://news.example/1"),
        ("(https://news.example/a_(b))", "https://news.example/a_(b)"),
        ("<https://news.example/>", "https://news.example/"),
        ("https://a.example https://a.example", "https://a.example"),
        ("https://a.example https://b.example", None),
        ("news.example", None),
        ("金融", None),
    ],
)
def test_the_one_link_of_a_text_is_found(text: str, link: str | None) -> None:
    assert only_link(text) == link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("news.example/feed", "https://news.example/feed"),
        ("新闻.example", "https://新闻.example"),
        ("news.example:8080", "https://news.example:8080"),
        ("http://news.example", "http://news.example"),
        ("金融", None),
        ("1.2", None),
        ("a b.example", None),
        ("", None),
    ],
)
def test_where_an_address_is_meant_it_needs_no_scheme(text: str, link: str | None) -> None:
    assert named_link(text) == link


@given(st.text())
def test_no_text_raises(text: str) -> None:
    only_link(f"https://{text}")
    named_link(text)
