import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.links import MAX_LINK, safe_link


@pytest.mark.parametrize(
    ("link", "safe"),
    [
        ("https://news.example.com/a?b=1&c=2#d", "https://news.example.com/a?b=1&c=2#d"),
        ("HTTP://Example.com", "http://example.com"),
        ("https://example.com:8443/x", "https://example.com:8443/x"),
        ("https://example.com/新闻", "https://example.com/%E6%96%B0%E9%97%BB"),
        ("https://example.com/%E6%96%B0", "https://example.com/%E6%96%B0"),
        ("https://新闻.com/", "https://xn--efvy88h.com/"),
        (" https://example.com/a ", "https://example.com/a"),
        ('https://example.com/"><b>', "https://example.com/%22%3E%3Cb%3E"),
    ],
)
def test_a_good_address_stays_usable(link: str, safe: str) -> None:
    assert safe_link(link) == safe


@pytest.mark.parametrize(
    "link",
    [
        None,
        "",
        "example.com/a",
        "ftp://example.com/a",
        "javascript:alert(1)",
        "tg://user?id=1",
        "http://localhost/a",
        "http://127.0.0.1/a",
        "http://[::1]/a",
        "http://[broken",
        "http://user:secret@example.com/",
        "https://exa mple.com/",
        "https://example.com/a b",
        "https://-bad-.com/",
        "https://example.com:99999/",
        "https://a..com/",
        "https://example.com/" + "a" * MAX_LINK,
    ],
)
def test_what_telegram_would_refuse_is_no_link(link: str | None) -> None:
    assert safe_link(link) is None


@given(st.one_of(st.text(), st.text().map("https://example.com/".__add__), st.text().map("http://".__add__)))
def test_nothing_a_source_writes_as_a_link_breaks_anything(link: str) -> None:
    safe = safe_link(link)
    assert safe is None or (safe.isascii() and safe.startswith("http") and len(safe) <= MAX_LINK)
