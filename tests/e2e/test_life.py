"""The whole path: a post becomes a message in a chat, once, whatever happens on the way."""

import asyncio
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

READER, EMMA, ADMIN = 101, 102, 103
CALM = 1.0
"""Seconds in which a message that must not come would have come several times over."""

Post = Callable[..., str]
Story = Callable[[int], tuple[str, ...]]
Life = Any


@pytest.fixture
async def reading(life: Life, news_post: Post, news_story: Story) -> Life:
    """A bot with one old post and a reader of 金融."""
    life.write("old", news_post("去年的旧闻", *news_story(1)))
    await life.start_bot()
    await life.say(READER, "/start")
    await life.say(READER, "/subscribe 金融")
    return life


async def test_a_dropped_post_arrives_within_a_second_or_so_and_once(
    reading: Life, news_post: Post, news_story: Story
) -> None:
    reading.write("new", news_post("晨江集市今天开幕", *news_story(2)))
    (message,) = await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))
    assert "第2次集市" in message["text"]
    assert [b["text"] for row in message["reply_markup"]["inline_keyboard"] for b in row]
    await asyncio.sleep(CALM)
    assert len(await reading.news(READER, "晨江集市今天开幕")) == 1


async def test_nothing_old_is_announced_but_latest_has_it(reading: Life) -> None:
    assert await reading.news(READER, "去年的旧闻") == []
    await reading.sim("send", chat_id=READER, text="/latest 金融")
    assert await reading.until(lambda: reading.news(READER, "去年的旧闻"))


@pytest.mark.slow
async def test_a_restart_sends_nothing_twice(reading: Life, news_post: Post, news_story: Story) -> None:
    reading.write("new", news_post("晨江集市今天开幕", *news_story(2)))
    await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))
    await reading.stop_bot()
    await reading.start_bot()
    await reading.say(READER, "/mine")
    await asyncio.sleep(CALM)
    assert len(await reading.news(READER, "晨江集市今天开幕")) == 1


@pytest.mark.slow
async def test_a_post_written_while_the_bot_was_away_arrives_after_its_start(
    reading: Life, news_post: Post, news_story: Story
) -> None:
    await reading.stop_bot()
    reading.write("new", news_post("晨江集市今天开幕", *news_story(2)))
    await reading.start_bot()
    assert await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))


@pytest.mark.slow
async def test_after_an_outage_a_reader_gets_one_list_instead_of_a_flood(
    reading: Life, news_post: Post, news_story: Story
) -> None:
    await reading.stop_bot()
    for number in range(6):
        reading.write(f"missed-{number}", news_post(f"第{number}号集市今天开幕", *news_story(number)))
    await reading.start_bot(ahead=timedelta(hours=2))
    (message,) = await reading.until(lambda: reading.news(READER, "没看到的 6 条"))
    assert all(f"第{number}号集市" in message["text"] for number in range(6))
    told = [await reading.news(READER, f"第{number}号集市") for number in range(6)]
    assert [len(found) for found in told] == [1] * 6, "in the list alone"
    await reading.press(message, "3")
    assert await reading.until(lambda: reading.news(READER, "摊位"))


@pytest.mark.slow
async def test_what_was_missed_for_days_is_not_sent_at_all(reading: Life, news_post: Post, news_story: Story) -> None:
    await reading.stop_bot()
    reading.write("missed", news_post("晨江集市今天开幕", *news_story(2)))
    await reading.start_bot(ahead=timedelta(days=2))
    await reading.say(READER, "/mine")
    await asyncio.sleep(CALM)
    assert await reading.news(READER, "晨江集市今天开幕") == []
    await reading.sim("send", chat_id=READER, text="/latest 金融")
    assert await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))


@pytest.mark.slow
async def test_a_recrawl_that_changes_picture_and_date_sends_nothing(
    reading: Life, news_post: Post, news_story: Story
) -> None:
    reading.write("new", news_post("晨江集市今天开幕", *news_story(2)))
    await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))
    for number in range(3):
        again = news_post(
            "晨江集市今天开幕",
            *news_story(2),
            image=f"https://picsum.photos/400/300?random={number + 50}",
            date=f"Fri, 20 Nov 2026 0{number}:00:00 GMT",
        )
        reading.write("new", again)
        await asyncio.sleep(CALM / 2)
    assert len(await reading.news(READER, "晨江集市今天开幕")) == 1


@pytest.mark.slow
async def test_a_renamed_folder_sends_nothing(reading: Life, news_post: Post, news_story: Story) -> None:
    reading.write("here/new", news_post("晨江集市今天开幕", *news_story(2)))
    await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))
    shutil.move(reading.folder / "here", reading.folder / "there")
    await asyncio.sleep(CALM)
    assert len(await reading.news(READER, "晨江集市今天开幕")) == 1


@pytest.mark.slow
async def test_a_broken_post_stops_nobody(reading: Life, news_post: Post, news_story: Story) -> None:
    (reading.folder / "broken.md").write_bytes(b"\xff\xfe\x00not a post")
    (reading.folder / "empty.md").touch()
    os.mkfifo(reading.folder / "pipe.md")
    (reading.folder / "folder.md").mkdir()
    (reading.folder / "nowhere.md").symlink_to("/etc/hostname")
    reading.write("new", news_post("晨江集市今天开幕", *news_story(2)))
    assert await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))

    async def status() -> bool:
        told: str = (await reading.say(ADMIN, "/status"))["text"]
        return all(name in told for name in ("broken.md", "empty.md", "pipe.md", "folder.md", "nowhere.md"))

    assert await reading.until(status)


@pytest.mark.slow
async def test_a_reader_who_blocks_gets_nothing_and_who_returns_gets_the_next(
    reading: Life, news_post: Post, news_story: Story
) -> None:
    await reading.sim("block", chat_id=READER)
    await asyncio.sleep(CALM / 4)
    reading.write("away", news_post("读者不在时的消息", *news_story(3)))
    await asyncio.sleep(CALM)
    await reading.sim("unblock", chat_id=READER)
    await asyncio.sleep(CALM / 4)
    reading.write("back", news_post("读者回来后的消息", *news_story(4)))
    assert await reading.until(lambda: reading.news(READER, "读者回来后的消息"))
    assert await reading.news(READER, "读者不在时的消息") == []


@pytest.mark.slow
async def test_only_readers_of_the_category_get_a_post(reading: Life, news_post: Post, news_story: Story) -> None:
    await reading.say(EMMA, "/start")
    reading.write("new", news_post("晨江集市今天开幕", *news_story(2)))
    await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))
    await asyncio.sleep(CALM / 2)
    assert await reading.news(EMMA, "晨江集市今天开幕") == []


async def test_the_full_text_opens_in_place_and_closes_again(reading: Life, news_post: Post, news_story: Story) -> None:
    paragraphs = [p for number in range(2, 12) for p in news_story(number)]
    reading.write("long", news_post("晨江集市全记录", *paragraphs))
    (message,) = await reading.until(lambda: reading.news(READER, "晨江集市全记录"))

    async def text() -> str:
        return str((await reading.message(READER, message["message_id"]))["text"])

    await reading.press(message, "全文")
    opened = await reading.until(lambda: _changed(text, message["text"]))
    assert "第3次集市" in opened
    await reading.press(await reading.message(READER, message["message_id"]), "收起")
    assert await reading.until(lambda: _changed(text, opened)) == message["text"]
    assert (await reading.report())["unanswered"] == 0


async def test_one_line_unfolds_to_the_summary_and_the_summary_to_its_evidence(
    reading: Life, news_post: Post, news_story: Story
) -> None:
    asked = await reading.say(READER, "/length")
    await reading.press(asked, "一行")
    paragraphs = [p for number in range(2, 6) for p in news_story(number)]
    reading.write("long", news_post("晨江集市全记录", *paragraphs))
    (message,) = await reading.until(lambda: reading.news(READER, "晨江集市全记录"))
    assert "次集市" not in message["text"]

    async def text() -> str:
        return str((await reading.message(READER, message["message_id"]))["text"])

    seen = [message["text"]]
    for label in ("摘要", "依据", "收起", "收起"):
        await reading.press(await reading.message(READER, message["message_id"]), label)
        seen.append(await reading.until(lambda: _changed(text, seen[-1])))
    assert "次集市" in seen[1]
    assert "全文 16 句，选了这" in seen[2]
    assert seen[3:] == [seen[1], seen[0]]
    assert (await reading.report())["unanswered"] == 0


async def _changed(look: Callable[[], Any], before: str) -> str:
    found: str = await look()
    return found if found != before else ""


@pytest.mark.slow
async def test_muting_under_a_message_ends_that_category(reading: Life, news_post: Post, news_story: Story) -> None:
    reading.write("new", news_post("晨江集市今天开幕", *news_story(2)))
    (message,) = await reading.until(lambda: reading.news(READER, "晨江集市今天开幕"))
    await reading.press(message, "不再看")
    await asyncio.sleep(CALM / 2)
    mine = await reading.say(READER, "/mine")
    assert "✅ 金融" not in str(mine)


@pytest.mark.slow
async def test_an_admins_headline_reaches_readers_after_the_preview_once(reading: Life) -> None:
    await reading.say(EMMA, "/start")
    await reading.say(ADMIN, "/headline @金融 今晚八点直播晨江集市")
    preview = await reading.until(lambda: reading.asked(ADMIN))
    assert await reading.news(ADMIN, "今晚八点直播晨江集市")
    assert await reading.news(READER, "今晚八点直播") == []
    await reading.press(preview, "✅")
    await reading.press(preview, "✅")
    assert await reading.until(lambda: reading.news(READER, "今晚八点直播"))
    await asyncio.sleep(CALM)
    assert len(await reading.news(READER, "今晚八点直播")) == 1
    assert await reading.news(EMMA, "今晚八点直播") == []


async def test_a_reader_who_types_an_admins_command_gets_no_hint(reading: Life) -> None:
    hidden = await reading.say(READER, "/headline 假消息")
    unknown = await reading.say(READER, "/nosuchcommand 假消息")
    assert hidden["text"].replace("headline", "") == unknown["text"].replace("nosuchcommand", "")


async def test_the_english_reader_is_greeted_in_english(reading: Life) -> None:
    greeting = await reading.say(EMMA, "/start")
    assert "Jianbao" in greeting["text"]
    assert not any("\u4e00" <= c <= "\u9fff" for c in greeting["text"].replace("简报", ""))
