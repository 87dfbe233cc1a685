"""An admin asks for the figures of the whole bot."""

from collections.abc import Callable
from typing import Any

READER, ADMIN = 101, 103
Life = Any
Json = dict[str, Any]


async def test_what_was_delivered_stands_on_the_admins_picture(
    life: Life, news_post: Callable[..., str], news_story: Callable[[int], tuple[str, ...]]
) -> None:
    life.write("老消息", news_post("老消息", *news_story(1)))
    await life.start_bot()
    await life.say(READER, "/subscribe 金融")
    life.write("集市开幕", news_post("集市开幕", *news_story(2)))
    await life.until(lambda: life.news(READER, "集市开幕"))

    async def told() -> Json | None:
        shown = await life.say(ADMIN, "/stats")
        assert shown["photo"]
        return shown if "送达 1 · 无法送达 0 · 失败 0" in shown["caption"] else None

    shown = await life.until(told)  # the delivery is settled a moment after it arrives
    assert "1. 金融  1" in shown["caption"]
    assert "读者 2 位" in shown["caption"]


async def test_a_reader_who_asks_for_the_figures_gets_no_hint(life: Life) -> None:
    await life.start_bot()
    answer = await life.say(READER, "/stats")
    assert "photo" not in answer
    assert "/stats" not in (await life.say(READER, "/help"))["text"]
