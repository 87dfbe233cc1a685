import pytest

from bot.core.digest import digest_of, room
from bot.model import Article
from summaries import Length


def test_a_short_article_is_told_whole() -> None:
    paragraphs = ("码头今天起改在北岸停靠。", "旧站台拆除。")
    assert digest_of(Article(path="a", title="渡船改线", paragraphs=paragraphs)).short == paragraphs


def test_a_long_article_is_told_in_two_lengths() -> None:
    paragraphs = tuple(
        f"第{n}号站台在2026年完成了改造，负责人说整个过程用了{n + 2}个月，参与的有{n * 37}人。" for n in range(30)
    )
    digest = digest_of(Article(path="a", title="站台改造", paragraphs=paragraphs))
    assert set(digest.short) < set(digest.longer)
    assert sum(map(len, digest.short)) <= room(paragraphs, Length.STANDARD) < 200
    assert 200 < sum(map(len, digest.longer)) <= room(paragraphs, Length.DETAILED)
    text = "".join(paragraphs)
    assert all(sentence in text for sentence in digest.longer)


@pytest.mark.parametrize("paragraphs", [(), ("“渡船”改线",)])
def test_an_article_that_is_its_title_has_no_summary(paragraphs: tuple[str, ...]) -> None:
    assert not digest_of(Article(path="a", title="渡船改线", paragraphs=paragraphs)).short
