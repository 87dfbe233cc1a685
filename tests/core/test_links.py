import pytest

from bot.core.links import link_of


@pytest.mark.parametrize(
    ("template", "path", "link"),
    [
        ("https://example.org/{path}", "金融/a b.md", "https://example.org/%E9%87%91%E8%9E%8D/a%20b"),
        ("https://example.org/{path}.html", "x/y.MARKDOWN", "https://example.org/x/y.html"),
        ("https://example.org/?q={title}", "x.md", "https://example.org/?q=%7Bpath%7D%2F1"),
        ("https://example.org/{title}/{path}#{title}", "x.md", "https://example.org/%7Bpath%7D%2F1/x#%7Bpath%7D%2F1"),
        ("https://example.org/{path}", "x/notes.txt", "https://example.org/x/notes.txt"),
        ("https://example.org/all", "x.md", "https://example.org/all"),
        ("https://example.org/{path}", "bad\udcff.md", "https://example.org/bad%FF"),
    ],
)
def test_a_link_is_made_from_the_template(template: str, path: str, link: str) -> None:
    assert link_of(template, path, "{path}/1") == link
