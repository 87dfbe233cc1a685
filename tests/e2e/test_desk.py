"""A whole life of a broadcast, pressed through by an admin; and a restart in each of its states."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.config import Broadcasting, Delivery
from bot.model import Chat, ChatKind
from bot.standin import World
from bot.store import open_store

Life = Any
Json = dict[str, Any]
ADMIN, OTHER, AWAY = 103, 104, 1005
READERS = range(1001, 1031)
FRESH = 4.5
pytestmark = pytest.mark.slow


@pytest.fixture
def world() -> World:
    """Two admins and thirty readers, one of whom blocks the bot."""
    world = World()
    world.add_person("阿简", id=ADMIN, role="admin")
    world.add_person("小王", id=OTHER, role="admin")
    for number in READERS:
        world.add_person(f"读者{number}", id=number)
    world.rooms[AWAY].blocked = True
    return world


@pytest.fixture
async def desk(life: Life) -> Life:
    """The bot running, with an admin's draft yet to be opened; it sends slowly, so that there is time to press."""
    changes = {
        "admins": (ADMIN, OTHER),
        "delivery": Delivery(per_second=8),
        "broadcast": Broadcasting(undo_seconds=4),
    }
    life.config = life.config.model_copy(update=changes)
    async with open_store(life.config.store) as store:
        for number in (ADMIN, OTHER, *READERS):
            chat = Chat(id=number, kind=ChatKind.PRIVATE, language="zh-Hans", time_zone="Asia/Shanghai")
            await store.chats.add(chat, now=datetime(2026, 11, 1, tzinfo=UTC))
    await life.start_bot()
    return life


async def card(life: Life, part: str, label: str = "", chat_id: int = ADMIN) -> Json:
    """Waits until the newest message that has such a text and such a button is there."""

    async def look() -> Json | None:
        messages: list[Json] = await life.messages(chat_id)
        for message in reversed(messages):
            rows = message.get("reply_markup", {}).get("inline_keyboard", ())
            labels = [button["text"] for row in rows for button in row]
            if part in message.get("text", "") and (not label or any(label in one for one in labels)):
                return message
        return None

    found: Json = await life.until(look)
    return found


async def press(life: Life, part: str, label: str, chat_id: int = ADMIN) -> None:
    """Presses a button of a card, which may move below newer messages between a look and a press."""

    async def done() -> bool:
        try:
            await life.press(await card(life, part, label, chat_id), label)
        except AssertionError as refused:
            if "has no message" in str(refused):
                return False
            raise
        return True

    await life.until(done)


async def restart(life: Life) -> None:
    """Lets the bot begin anew, when Telegram grants a fresh burst: what it said before it does not know any more."""
    await life.stop_bot()
    await asyncio.sleep(FRESH)
    await life.start_bot()


def received(life: Life, part: str) -> int:
    """Counts the readers' messages that hold a text."""
    every = [message for number in READERS for message in life.standin.outbox(number)]
    return sum(part in message.get("text", message.get("caption", "")) for message in every)


async def drafted(life: Life, text: str = "今晚停水") -> None:
    await life.say(ADMIN, "/broadcast")
    await life.sim("send", chat_id=ADMIN, text=text)
    await card(life, "草稿", "✅ 发送")


async def sent(life: Life) -> None:
    await press(life, "草稿", "✅ 发送")
    await press(life, "确认发送吗", "✅ 确认发送")


async def test_a_broadcast_from_its_draft_to_its_recall(desk: Life) -> None:
    await desk.say(ADMIN, "/broadcast")
    bold = [{"type": "bold", "offset": 3, "length": 4}]
    await desk.sim(
        "send", chat_id=ADMIN, text="💧 今晚停水，请备水", entities=bold, photo="https://example.org/water.jpg"
    )
    await press(desk, "草稿", "🔗 按钮")
    await card(desk, "每行一个按钮")
    await desk.sim("send", chat_id=ADMIN, text="看详情 | https://example.org/water")
    await press(desk, "1 个按钮", "👥 受众")
    await press(desk, "点一下选择", "私聊")
    await press(desk, "私聊：32 个聊天", "返回")
    await press(desk, "草稿", "👁 预览")
    seen = (await desk.until(lambda: pictures(desk)))[0]
    assert seen["caption"] == "💧 今晚停水，请备水"
    assert seen["caption_entities"] == bold
    assert seen["photo"]
    assert seen["reply_markup"]["inline_keyboard"] == [[{"text": "看详情", "url": "https://example.org/water"}]]

    await press(desk, "草稿", "🧮 试算")
    await press(desk, "什么也没有发", "返回")
    await sent(desk)
    await press(desk, "现在还能收回", "↩️ 收回再改")
    await card(desk, "草稿", "✅ 发送")
    assert received(desk, "今晚停水") == 0
    await sent(desk)
    await press(desk, "进行中", "⏸ 暂停")
    await card(desk, "已暂停", "▶️ 继续")
    before = received(desk, "今晚停水")
    assert before < 29
    await restart(desk)
    assert received(desk, "今晚停水") - before <= 8, "only what was on its way arrives"
    await press(desk, "已暂停", "▶️ 继续")
    done = await card(desk, "已完成", "✏️ 更正")
    assert "已送达 31 · 已屏蔽 1" in done["text"]
    assert received(desk, "今晚停水") == 29

    await press(desk, "已完成", "📄 失败名单")
    files = await desk.until(lambda: documents(desk, ADMIN))
    assert files[0]["file_name"] == "broadcast-1.csv"
    await press(desk, "已完成", "✏️ 更正")
    await card(desk, "把改好的正文发给我")
    await desk.sim("send", chat_id=ADMIN, text="明晚停水")
    await press(desk, "✏️ 更正 #2", "✅ 更正")
    await press(desk, "换成改好的", "✅ 确认更正")
    await card(desk, "已更正 31")
    assert (received(desk, "今晚停水"), received(desk, "明晚停水")) == (0, 29)

    await press(desk, "📣 群发 #1", "🗑 撤回全部")
    await press(desk, "31 个聊天里删掉", "🗑 全部撤回")
    await card(desk, "已撤回 31")
    assert received(desk, "停水") == 0


async def pictures(life: Life) -> list[Json]:
    return [message for message in life.standin.outbox(ADMIN) if "photo" in message]


async def documents(life: Life, chat_id: int) -> list[Json]:
    return [message["document"] for message in await life.messages(chat_id) if "document" in message]


async def test_a_draft_and_what_it_awaits_survive_a_restart(desk: Life) -> None:
    await desk.say(ADMIN, "/broadcast")
    await restart(desk)
    await desk.sim("send", chat_id=ADMIN, text="今晚停水")
    await card(desk, "📝 今晚停水", "✅ 发送")
    await press(desk, "草稿", "🕗 时间")
    await press(desk, "什么时候开始", "✍️ 输入时间")
    await card(desk, "例如 20:30", "取消输入")
    await restart(desk)
    await desk.sim("send", chat_id=ADMIN, text="+2h")
    await card(desk, "📝 今晚停水", "✅ 发送")


async def test_what_is_scheduled_begins_after_a_restart(desk: Life) -> None:
    await drafted(desk)
    await sent(desk)
    await card(desk, "现在还能收回")
    await restart(desk)
    await card(desk, "已完成")
    assert received(desk, "今晚停水") == 29


async def test_what_runs_goes_on_after_a_restart_in_the_same_card(desk: Life) -> None:
    await drafted(desk)
    await sent(desk)
    running = await card(desk, "进行中")
    await restart(desk)
    done = await card(desk, "已完成")
    assert done["message_id"] == running["message_id"]
    assert received(desk, "今晚停水") == 29


async def test_a_proposal_waits_for_the_second_admin_over_a_restart(desk: Life) -> None:
    await desk.stop_bot()
    desk.config = desk.config.model_copy(update={"broadcast": Broadcasting(second_admin_above=10, undo_seconds=0)})
    await desk.start_bot()
    await drafted(desk)
    await sent(desk)
    await card(desk, "等待同意")
    await card(desk, "想群发上面的内容", "✅ 同意", OTHER)
    await restart(desk)
    assert received(desk, "今晚停水") == 0
    await press(desk, "想群发上面的内容", "✅ 同意", OTHER)
    await card(desk, "已完成")
    assert received(desk, "今晚停水") == 29
    await press(desk, "📣 群发 #1", "🔄 刷新", OTHER)
    await press(desk, "📣 群发 #1 · 已完成", "🕓 记录", OTHER)
    await card(desk, "阿简  起草", chat_id=OTHER)  # who has not spoken since the restart


async def test_a_message_a_reader_has_deleted_counts_as_recalled(desk: Life) -> None:
    await drafted(desk)
    await sent(desk)
    await card(desk, "已完成")
    sim = desk.standin.sim
    for number in (1001, 1002):
        room = sim.world.room(number)
        for message_id in list(room.messages):
            sim.remove(room, message_id)
    await press(desk, "已完成", "🗑 撤回全部")
    await press(desk, "31 个聊天里删掉", "🗑 全部撤回")
    done = await card(desk, "已撤回 31")
    assert "失败" not in done["text"]
    assert received(desk, "停水") == 0


async def test_what_is_paid_for_goes_beside_what_is_free(desk: Life) -> None:
    await desk.stop_bot()
    changes = {"delivery": Delivery(per_second=8, paid_per_second=100), "broadcast": Broadcasting(undo_seconds=0)}
    desk.config = desk.config.model_copy(update=changes)
    await desk.start_bot()
    await drafted(desk)
    await press(desk, "草稿", "⭐ 加速")
    await press(desk, "约 3 Stars", "⭐ 付费加速")
    await press(desk, "付费加速", "✅ 发送")
    await press(desk, "约 3 Stars", "✅ 确认发送")
    await desk.say(OTHER, "/headline 明早停电")
    await press(desk, "读者会看到这样一条", "✅ 发送", OTHER)
    await card(desk, "已完成", chat_id=ADMIN)
    await card(desk, "📣 群发 #2 · 已完成", chat_id=OTHER)
    assert (received(desk, "今晚停水"), received(desk, "明早停电")) == (29, 29)
    assert desk.standin.sim.flood.paid_sends == 31, "the readers and both admins, and nothing else"
