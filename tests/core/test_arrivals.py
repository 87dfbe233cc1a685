from datetime import datetime

import pytest

from bot.core import arrivals
from bot.core.arrivals import UNTOLD, Arrival
from bot.core.digest import digest_of
from bot.core.links import link_of
from bot.core.newest import Newest
from bot.model import Article, PostFile


def file(path: str = "a.md", *, mtime: int = 1, article_id: int | None = None) -> PostFile:
    return PostFile(path=path, mtime_ns=mtime, size=1, title_key="a", category_id=1, article_id=article_id)


@pytest.mark.parametrize(
    ("known", "reading", "news"),
    [
        (None, True, True),
        (file(mtime=0), False, False),  # indexed and never read
        (file(mtime=0, article_id=5), True, False),  # changed
        (file("old.md", article_id=5), False, False),  # only moved
        (file(mtime=UNTOLD, article_id=5), True, True),  # a crash came before the announcement
    ],
)
def test_only_what_is_new_is_news(known: PostFile | None, *, reading: bool, news: bool) -> None:
    arrival = Arrival(file=file(), known=known)
    assert arrivals.needs_reading(arrival) is reading
    assert (reading and arrivals.is_news(known)) is news


def test_a_file_that_moved_tells_from_where() -> None:
    assert Arrival(file=file(), known=file("old.md")).moved_from == "old.md"
    assert Arrival(file=file(), known=file()).moved_from is None
    assert Arrival(file=file()).moved_from is None


def test_a_disk_that_comes_or_goes_is_told_from_posts_that_do() -> None:
    assert arrivals.is_a_disk_coming(known=0, listed=2000)
    assert not arrivals.is_a_disk_coming(known=0, listed=3)
    assert not arrivals.is_a_disk_coming(known=1, listed=2000)
    assert arrivals.is_a_disk_missing(known=1000, gone=900)
    assert not arrivals.is_a_disk_missing(known=1000, gone=300)
    assert not arrivals.is_a_disk_missing(known=10, gone=10)


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


def test_the_newest_of_each_kind_are_kept_the_oldest_first() -> None:
    newest: Newest[str, int] = Newest(2)
    for number, (kind, age) in enumerate([("a", 5), ("a", 9), ("b", 1), ("a", 7), ("a", 2), ("b", 1), ("b", 1)]):
        newest.offer(kind, age, number)
    assert list(newest) == [5, 2, 3, 1]


def test_a_short_article_is_told_whole() -> None:
    paragraphs = ("码头今天起改在北岸停靠。", "旧站台拆除。")
    assert digest_of(Article(path="a", title="渡船改线", paragraphs=paragraphs)).short == paragraphs


def test_a_long_article_is_told_in_two_lengths(now: datetime) -> None:
    paragraphs = tuple(
        f"第{n}号站台在{now.year}年完成了改造，负责人说整个过程用了{n + 2}个月，参与的有{n * 37}人。" for n in range(30)
    )
    digest = digest_of(Article(path="a", title="站台改造", paragraphs=paragraphs))
    assert set(digest.short) < set(digest.longer)
    assert sum(map(len, digest.short)) <= 160
    assert 160 < sum(map(len, digest.longer)) <= 500
    text = "".join(paragraphs)
    assert all(sentence in text for sentence in digest.longer)


@pytest.mark.parametrize("paragraphs", [(), ("“渡船”改线",)])
def test_an_article_that_is_its_title_has_no_summary(paragraphs: tuple[str, ...]) -> None:
    assert not digest_of(Article(path="a", title="渡船改线", paragraphs=paragraphs)).short


@pytest.fixture
def now() -> datetime:
    return datetime.fromisoformat("2026-03-01T08:00:00+00:00")
