"""Looks at the picture's own pixels."""

from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.core import days
from bot.core.figures import Figures, Read, Written
from bot.pictures import looks
from bot.pictures.statistics import draw

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
LONG = "一个很长很长的类别名称" * 4
BIG = st.integers(0, 10**7)


def figures(count: int = 30, **changed: object) -> Figures:
    none = (0,) * count
    usual = {
        "days": days.last(count, now=NOW, zone=ZoneInfo("Asia/Shanghai")),
        "readers": none,
        "sent": none,
        "unreachable": none,
        "failed": none,
    }
    return Figures(**{**usual, **changed})  # type: ignore[arg-type]


def seen(drawn: bytes) -> Image.Image:
    picture = Image.open(BytesIO(drawn))
    picture.load()
    assert picture.format == "PNG"
    assert picture.width == looks.WIDTH
    return picture


def area(picture: Image.Image, colour: str) -> int:
    """Counts the pixels of a colour."""
    wanted = tuple(bytes.fromhex(colour[1:]))
    return sum(count for count, found in picture.getcolors(2**24) or () if found == wanted)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("count", [1, 7, 30, 90])
def test_with_nothing_to_tell_there_is_a_picture_all_the_same(language: str, count: int) -> None:
    picture = seen(draw(figures(count), language))
    assert area(picture, looks.INK) > 500
    assert area(picture, looks.RED) == 0


def test_bars_are_as_large_as_their_numbers() -> None:
    counts = (0, *[100] * 6)
    picture = seen(draw(figures(7, sent=counts, unreachable=tuple(n // 2 for n in counts)), "en"))
    other = seen(draw(figures(7, sent=counts), "en"))
    blue = area(picture, looks.BAR)
    assert area(picture, looks.AMBER) > 10_000
    assert area(other, looks.BAR) > blue
    assert area(other, looks.AMBER) < 1000


def test_a_single_failure_among_a_million_can_be_seen() -> None:
    without = seen(draw(figures(sent=(10**6,) * 30), "en"))
    with_one = seen(draw(figures(sent=(10**6,) * 30, failed=(*[0] * 29, 1)), "en"))
    assert area(with_one, looks.RED) > area(without, looks.RED) + 20


def test_the_line_goes_where_the_readers_go() -> None:
    picture = seen(draw(figures(7, readers=(10, 10, 10, 10, 10, 10, 90)), "en"))
    blue = bytes.fromhex(looks.BAR[1:])
    found = [
        (x, y) for y in range(picture.height) for x in range(looks.WIDTH) if picture.getpixel((x, y)) == tuple(blue)
    ]
    heights = dict(found)
    assert heights[min(heights)] > heights[max(heights)] + 50


def test_chinese_names_are_told_apart() -> None:
    """Empty boxes would all look alike."""
    drawn = {
        name: draw(figures(read=(Read(path=(name,), readers=3),)), "zh-Hans")
        for name in ("金融", "科技", "臺灣", "〓〓")
    }
    assert len(set(drawn.values())) == len(drawn)


def test_names_are_drawn_in_the_characters_of_their_reader() -> None:
    def drawn(name: str, language: str) -> bytes:
        counts = Written(name=name, articles=(1,) * 30)
        return draw(figures(read=(Read(path=(name, name), readers=3),), written=(counts,)), language)

    assert drawn("国际体育", "zh-Hant") == drawn("國際體育", "zh-Hant")
    assert drawn("国际体育", "zh-Hans") != drawn("國際體育", "zh-Hans")


def test_long_names_stay_clear_of_the_numbers() -> None:
    short = seen(draw(figures(read=(Read(path=("金融",), readers=12_345_678),)), "zh-Hans"))
    long = seen(draw(figures(read=(Read(path=(LONG, LONG), readers=12_345_678),)), "zh-Hans"))
    edge = (looks.WIDTH - looks.MARGIN - 200, 0, looks.WIDTH, short.height)
    assert short.size == long.size
    assert short.crop(edge).tobytes() == long.crop(edge).tobytes()


def test_nothing_is_drawn_over_the_pictures_edge() -> None:
    written = tuple(Written(name=LONG if place < 4 else "", articles=(10**6,) * 90) for place in range(5))
    read = tuple(Read(path=(LONG,), readers=10**9) for _ in range(8))
    heavy = figures(90, readers=(10**9,) * 90, sent=(10**9,) * 90, written=written, read=read)
    picture = seen(draw(heavy, "en"))
    for edge in ((0, 0, 10, picture.height), (looks.WIDTH - 10, 0, looks.WIDTH, picture.height)):
        assert {colour for _, colour in picture.crop(edge).getcolors() or ()} == {
            tuple(bytes.fromhex(looks.GROUND[1:]))
        }


@settings(max_examples=15)
@given(st.data(), st.integers(1, 90))
def test_no_figures_are_too_odd_to_draw(data: st.DataObject, count: int) -> None:
    def counts() -> tuple[int, ...]:
        return data.draw(st.tuples(*[BIG] * count))

    names = st.text(min_size=1, max_size=40)
    read = data.draw(st.lists(st.builds(Read, path=st.tuples(names, names), readers=st.integers(1, 10**7)), max_size=8))
    written = [Written(name=data.draw(names), articles=counts()) for _ in range(data.draw(st.integers(0, 5)))]
    odd = {"readers": counts(), "sent": counts(), "failed": counts(), "read": tuple(read), "written": tuple(written)}
    seen(draw(figures(count, **odd), "zh-Hans"))
