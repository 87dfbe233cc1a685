import pytest

from bot.core.categories import name_of
from bot.core.rsshub import ROUTES, route_of


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://rsshub.app/sina/finance/stock", "新浪财经"),
        ("https://rsshub.app/sina/tousu", "新浪"),
        ("https://my-rsshub.example:1200/zhihu/hot/", "知乎热榜"),
        ("http://rsshub/36kr/newsflashes?limit=5", "36氪快讯"),
        ("https://rsshub.app/nobody/knows", None),
        ("https://rsshub.app/", None),
        ("https://example.org/sina/finance", None),
        ("http://[broken/sina", None),
    ],
)
def test_a_route_is_known_by_the_longest_beginning_of_its_path(url: str, name: str | None) -> None:
    found = route_of(url)
    assert (found.name if found else None) == name


def test_the_operators_own_rsshub_may_be_called_anything() -> None:
    found = route_of("http://10.0.0.5:1200/cls/telegraph", is_own=True)
    assert found
    assert (found.name, found.category) == ("财联社电报", "金融")


def test_every_route_has_a_name_and_a_category_as_readers_see_them() -> None:
    assert all(route.name.strip() and name_of(route.category) == route.category for route in ROUTES.values())
