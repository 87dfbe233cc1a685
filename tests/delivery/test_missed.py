from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.delivery import length, missed
from bot.delivery.render import html
from bot.markup import plain
from bot.model import Chat, ChatKind, StoredArticle
from bot.texts import LANGUAGES

NOW = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)
Make = Callable[..., StoredArticle]


def reader(language: str = "zh-Hans") -> Chat:
    return Chat(id=7, kind=ChatKind.PRIVATE, language=language, time_zone="Asia/Shanghai")


def many(stored: Make, count: int, **parts: object) -> list[StoredArticle]:
    return [
        replace(stored(**{"title": f"第{number}条消息今天发布"} | parts), id=number) for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_says_how_many_were_missed_and_lists_them_with_links(stored: Make, language: str) -> None:
    shown = missed.digest(5, many(stored, 4), reader(language), now=NOW)
    told = plain(shown.text)
    assert "4" in told.split("\n")[0]
    assert [f"{number}. 第{number}条消息今天发布" in told for number in range(1, 5)] == [True] * 4
    assert html(shown.text).count('<a href="https://news.example.com/1">') == 4
    assert [[button.data for button in row] for row in shown.keyboard] == [[f"v1:open:{n}" for n in range(1, 5)]]


def test_a_long_list_has_pages_and_every_article_its_button(stored: Make) -> None:
    articles, seen = many(stored, 23), []
    for page in range(3):
        shown = missed.digest(5, articles, reader(), now=NOW, page=page)
        seen += [b.data for row in shown.keyboard for b in row if (b.data or "").startswith("v1:open")]
        assert shown.keyboard[-1][bool(page)].label == f"{page + 1}/3"
    assert seen == [f"v1:open:{number}" for number in range(1, 24)]


@pytest.mark.parametrize("page", [-1, 3, 10**14])
def test_a_page_that_is_not_there_becomes_the_nearest(stored: Make, page: int) -> None:
    shown = missed.digest(5, many(stored, 23), reader(), now=NOW, page=page)
    assert shown == missed.digest(5, many(stored, 23), reader(), now=NOW, page=0 if page < 0 else 2)


def test_the_longest_titles_fit_into_a_message(stored: Make) -> None:
    shown = missed.digest(5, many(stored, 10, title="很长的标题" * 200, author="名" * 300), reader(), now=NOW)
    assert length.units(plain(shown.text)) <= length.UNITS
