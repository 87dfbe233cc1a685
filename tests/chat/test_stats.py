from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.chat.commands import stats as command
from bot.markup import plain
from bot.model import ChatKind

READER, ADMIN = 1001, 1002
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
Talk = Any
Shop = Any
Live = Any


async def tally(shop: Shop, state: str, count: int, *, days_ago: int = 0) -> None:
    hour = int((NOW - timedelta(days=days_ago)).timestamp()) // 3600
    async with shop.store.database.write() as transaction:
        await transaction.run("INSERT INTO tally (hour, lane, state, count) VALUES (?, 20, ?, ?)", (hour, state, count))


def caption(answer: Any) -> str:  # noqa: ANN401 - the tests' own answer
    (upload,) = answer.reply.uploads
    return plain(upload.caption.text)


async def test_an_admin_gets_a_picture_with_the_figures_below_it(admin: Talk, talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 金融")
    await shop.article(("金融", "新浪财经", "国内"), age=1)
    for state, count in (("sent", 12345), ("gone", 6), ("failed", 7), ("dropped", 8)):
        await tally(shop, state, count)
    answer = await admin.say("/stats")
    assert caption(answer) == (
        "近 30 天\n读者 2 位（含群组），30 天内 +2\n送达 12,345 · 无法送达 6 · 失败 7\n文章 1 篇，平均每天 0.0 篇\n\n"
        "最多人订阅\n1. 金融  1"
    )
    (upload,) = answer.reply.uploads
    assert upload.name == "stats.png"
    assert Image.open(BytesIO(upload.data)).width == 1080


async def test_buttons_ask_for_other_spans(admin: Talk, shop: Shop) -> None:
    await tally(shop, "sent", 5, days_ago=10)
    (upload,) = (await admin.say("/stats")).reply.uploads
    buttons = {button.label: button.data for row in upload.caption.keyboard for button in row}
    assert list(buttons) == ["7 天", "30 天", "90 天"]
    assert "送达 0 ·" in caption(await admin.press(buttons["7 天"]))
    assert "送达 5 ·" in caption(await admin.press(buttons["90 天"]))


@pytest.mark.parametrize("days", [0, 8, 999_999_999_999_999])
async def test_a_span_nobody_offers_is_the_usual_one(admin: Talk, days: int) -> None:
    assert caption(await admin.press(f"v1:stats:{days}")).startswith("近 30 天")


async def test_a_reader_gets_no_hint_of_it(talk: Talk) -> None:
    assert (await talk.say("/stats")).words.startswith("不认识 /stats")
    assert (await talk.press("v1:stats:30")).toast == (await talk.press("v1:nonsense:30")).toast
    assert "/stats" not in (await talk.say("/help")).words


async def test_in_a_group_an_admin_is_a_reader(admin: Talk) -> None:
    admin.chat_id, admin.kind = -1_001_000_000_002, ChatKind.SUPERGROUP
    assert not (await admin.say("/stats")).reply.uploads
    assert not (await admin.press("v1:stats:30")).reply.uploads


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Readers, groups included: 1, +1 in 30 days"), ("zh-Hant", "讀者 1 位（含群組），30 天內 +1")],
)
async def test_the_figures_are_told_in_the_admins_language(admin: Talk, language: str, words: str) -> None:
    admin.language = language
    assert words in caption(await admin.say("/stats"))


async def test_the_longest_names_leave_room_for_all_figures(admin: Talk, shop: Shop) -> None:
    paths = [("类" * 60, "别" * 60, str(number)) for number in range(8)]
    await shop.stock(paths)
    await admin.request()
    for path in paths:
        await shop.store.subscriptions.add(ADMIN, shop.categories[path], now=NOW)
    said = caption(await admin.say("/stats"))
    assert len(said) <= 1024
    assert said.count("…") == 8


async def test_without_a_font_the_figures_come_alone(admin: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise OSError("cannot open resource")

    monkeypatch.setattr(command, "draw", broken)
    answer = await admin.say("/stats")
    assert answer.words.startswith("近 30 天")
    assert not answer.reply.uploads


async def test_a_broken_time_zone_counts_as_utc(admin: Talk, shop: Shop) -> None:
    await admin.request()
    async with shop.store.database.write() as transaction:
        await transaction.run("UPDATE chat SET time_zone = 'Mars/Olympus' WHERE id = ?", (ADMIN,))
    assert caption(await admin.say("/stats")).startswith("近 30 天")


async def test_the_picture_arrives_in_telegram_and_a_press_brings_another(live: Live) -> None:
    [shown] = await live.say(ADMIN, "/stats")
    assert shown["photo"]
    assert shown["caption"].startswith("近 30 天\n读者 1 位")
    assert live.keyboard(ADMIN) == [["7 天", "30 天", "90 天"]]
    await live.press(ADMIN, "7 天")
    await live.until(lambda: len(live.standin.outbox(ADMIN)) == 2)
    assert live.standin.outbox(ADMIN)[-1]["caption"].startswith("近 7 天")
