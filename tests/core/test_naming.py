import pytest

from bot.core.categories import SHELF, UNSORTED, name_of
from bot.core.naming import written


@pytest.mark.parametrize(
    ("path", "language", "seen"),
    [
        ((UNSORTED,), "en", ("Other",)),
        ((SHELF, "晨江新闻"), "en", ("Feeds", "晨江新闻")),
        ((SHELF, "晨江新闻"), "zh-Hans", (SHELF, "晨江新闻")),
        ((SHELF, "晨江新闻"), "zh-Hant", ("訂閱源", "晨江新聞")),
        (("金融", "国内"), "zh-Hant", ("金融", "國內")),
        (("金融", UNSORTED), "en", ("金融", UNSORTED)),
    ],
)
def test_categories_are_called_as_readers_of_a_language_write(
    path: tuple[str, ...], language: str, seen: tuple[str, ...]
) -> None:
    assert written(path, language) == seen


def test_what_is_read_in_traditional_characters_can_be_typed_in_them() -> None:
    assert tuple(map(name_of, written(("发现", "里程", "干部"), "zh-Hant"))) == ("发现", "里程", "干部")
