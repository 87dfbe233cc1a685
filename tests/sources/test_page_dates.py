from datetime import UTC, datetime

import pytest

from bot.sources.page_dates import date_in

NOON = datetime(2024, 5, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-03T12:00:00Z",
        "2024-05-03T12:00:00.000+00:00",
        "2024/5/3 14:00 +0200",
        "May 3, 2024 12:00 p.m. GMT",
        "Fri, May 3rd, 2024 at 8:00 AM EDT",
        "3 May 2024, 13:00 BST",
        "Fri, 03 May 2024 12:00:00 GMT",
        "1714737600",
        "1714737600000",
        "May. 3, 2024 7:00AM -0500",
        "2024-05-03 14:00 Europe/Berlin",
        "Fri May 03 12:00:00 UTC 2024",
    ],
)
def test_a_date_with_a_zone_is_that_instant(text: str) -> None:
    assert date_in(text, chinese=False) == NOON
    assert date_in(text, chinese=True) == NOON


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月3日 20:00",
        "2024-05-03 20:00:00",
        "发布时间：2024年05月03日20时00分",
        "2024-05-03 20:00 CST",
        "发布：2024-05-03 20:00 CST",
        "发布于 2024年5月3日 星期五 晚上8:00",
        "2024年5月3日（周五）下午 8点00分 河湾网",
        "Fri May 03 20:00:00 CST 2024",
    ],
)
def test_a_chinese_date_without_a_zone_is_shanghais(text: str) -> None:
    assert date_in(text, chinese=True) == NOON


def test_midnight_may_be_written_as_twelve_in_the_morning() -> None:
    assert date_in("May 3, 2024 12:30 am", chinese=False) == datetime(2024, 5, 3, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2024-02-30",
        "2024-05-03 25:00",
        "May 32, 2024",
        "1024-05-03",
        "9999999999",
        "Room 3 2024",
        "2024",
        "2024-05",
        "3 may",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert date_in(text, chinese=True) is None
