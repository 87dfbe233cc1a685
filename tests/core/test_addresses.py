import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.addresses import canonical, without_scheme


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/a/b",
        "https://www.example.org/a/b/",
        "https://EXAMPLE.org/a/b",
        "https://example.org:443/a/b",
        "http://example.org:80/a/b#comments",
        "https://example.org/a/b?utm_source=rss&utm_medium=feed",
        " https://example.org/a/b?fbclid=x\n",
        "HTTPS://example.org/a/%62",
    ],
)
def test_a_page_has_one_key_however_its_address_is_written(other: str) -> None:
    assert canonical(other) == canonical("https://example.org/a/b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/a", "https://example.com/a"),
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/a", "https://example.org:8080/a"),
        ("https://example.org/#/a", "https://example.org/#/b"),
        ("https://example.org/#!a", "https://example.org/#!b"),
        ("https://example.org/A", "https://example.org/a"),
        ("magnet:?xt=a", "magnet:?xt=b"),
    ],
)
def test_pages_that_differ_have_keys_that_do(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_the_order_of_parameters_does_not_count() -> None:
    assert canonical("https://example.org/?a=1&b=") == canonical("https://example.org/?b=&a=1")


def test_a_chinese_path_is_the_same_quoted_or_not() -> None:
    assert canonical("https://example.org/%E6%96%B0%E9%97%BB") == canonical("https://example.org/新闻")


@pytest.mark.parametrize("broken", ["", "  ", "http://[", "https://example.org:port/", "//example.org/a", "no link"])
def test_what_is_no_link_stands_for_itself(broken: str) -> None:
    assert canonical(broken) == broken.strip()


@given(st.text())
def test_no_link_raises_and_its_scheme_never_counts(text: str) -> None:
    assert canonical(text) == canonical(text.strip())
    assert canonical(f"http://example.org/{text}") == canonical(f"https://www.example.org/{text}")


def test_a_guid_outlives_https_and_stays_opaque_otherwise() -> None:
    assert without_scheme("http://www.example.org/?p=1#x") == without_scheme("https://example.org/?p=1#x")
    assert without_scheme("tag:example.org,2026:1") == "tag:example.org,2026:1"
    assert without_scheme("https://example.org/a") != without_scheme("https://example.org/a/")
