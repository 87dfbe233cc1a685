import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.pasted import bare_link, is_surely_bare, links


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://news.example/1", ["https://news.example/1"]),
        ("看看这个 http://news.example/a?b=1。", ["http://news.example/a?b=1"]),
        ("【标题】https://news.example/1，来自某某", ["https://news.example/1"]),
        ("(https://news.example/a_(b))", ["https://news.example/a_(b)"]),
        ("<https://news.example/>", ["https://news.example/"]),
        ("https://a.example https://a.example", ["https://a.example"]),
        ("https://a.example https://b.example", ["https://a.example", "https://b.example"]),
        ("https://news.example/1 关注 https://t.me/news", ["https://news.example/1"]),
        ("https://t.me/news", ["https://t.me/news"]),
        ("news.example", []),
        ("金融", []),
    ],
)
def test_the_links_of_a_text_are_found(text: str, found: list[str]) -> None:
    assert list(links(text)) == found


@pytest.mark.parametrize("text", ["news.example/feed", "新闻.example", " news.example:8080 "])
def test_where_an_address_is_meant_it_needs_no_scheme(text: str) -> None:
    assert bare_link(text) == text.strip()


@pytest.mark.parametrize("text", ["http://news.example", "金融", "1.2", "a b.example", ""])
def test_other_texts_are_no_address(text: str) -> None:
    assert bare_link(text) is None


def test_a_name_with_a_dot_is_not_taken_for_an_address() -> None:
    assert not is_surely_bare("Node.js")
    assert is_surely_bare("www.news.example")
    assert is_surely_bare("news.example/1")


@given(st.text())
def test_no_text_raises(text: str) -> None:
    links(f"https://{text}")
    bare_link(text)
    is_surely_bare(text)
