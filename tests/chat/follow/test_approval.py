"""A feed of a reader may need the consent of an admin."""

from bot.core.categories import SHELF
from bot.model import ChatState
from bot.store import Store
from tests.chat.conftest import ADMIN, EMMA, READER, Talk
from tests.chat.follow.conftest import FEED, categories_of, others, under


async def test_with_approval_an_admin_agrees_and_the_reader_is_told(reader: Talk, store: Store) -> None:
    reader = under(reader, who="approval")
    admin = others(reader, ADMIN, is_admin=True)
    await admin.request()
    asked = await reader.say(f"/follow {FEED}")
    assert asked
    assert "要管理员同意" in asked.words
    assert "· 第5条" in asked.words
    assert await store.feeds.due(reader.now, limit=5) == []
    (note,) = asked.reply.elsewhere
    yes, no = note.messages[0].keyboard[0]
    assert (note.chat_id, yes.label, no.label) == (ADMIN, "✅ 同意", "❌ 不同意")
    repeated = await reader.say(f"/follow {FEED}")
    assert repeated
    assert repeated.reply.elsewhere == ()
    assert "不能用了" in (await reader.press(yes.data or "")).toast
    agreed = await admin.press(yes.data or "")
    assert [told.chat_id for told in agreed.reply.elsewhere] == [READER]
    assert await store.feeds.due(reader.now, limit=5)
    assert "处理过" in (await admin.press(no.data or "")).toast
    assert (await admin.press(yes.data or "")).reply.elsewhere == ()


async def test_all_who_wait_for_a_feed_hear_of_the_decision_and_ask_the_admins_once(reader: Talk, store: Store) -> None:
    reader = under(reader, who="approval")
    second, admin = others(reader, EMMA), others(reader, ADMIN, is_admin=True)
    await admin.request()
    for decision in (1, 0):
        asked = await reader.say(f"/follow {FEED}")
        also = await second.say(f"/follow {FEED}")
        again = await second.say(f"/follow {FEED}")
        assert asked
        assert also
        assert again
        assert (len(also.reply.elsewhere), again.reply.elsewhere) == (1, ())
        decided = await admin.press(asked.reply.elsewhere[0].messages[0].keyboard[0][decision].data or "")
        assert {told.chat_id for told in decided.reply.elsewhere} == {READER, EMMA}
    assert await categories_of(store, READER) == await categories_of(store, EMMA) == {(SHELF, "晨江新闻")}


async def test_who_asked_for_silence_meanwhile_keeps_it(reader: Talk, store: Store) -> None:
    reader = under(reader, who="approval")
    admin = others(reader, ADMIN, is_admin=True)
    await admin.request()
    asked = await reader.say(f"/follow {FEED}")
    assert asked
    await reader.say("/stop")
    await admin.press(asked.reply.elsewhere[0].messages[0].keyboard[0][0].data or "")
    chat = await store.chats.get(READER)
    assert chat
    assert chat.state is ChatState.PAUSED


async def test_a_wish_that_waits_can_be_agreed_to_from_its_card(reader: Talk, store: Store) -> None:
    await under(reader, who="approval").say(f"/follow {FEED}")
    (feed,) = await store.feeds.all()
    admin = others(reader, ADMIN, is_admin=True)
    card = await admin.press(f"v1:src:{feed.source_id}")
    agreed = await admin.press(card.buttons["✅ 同意"])
    assert [note.chat_id for note in agreed.reply.elsewhere] == [READER]
    assert await categories_of(store, READER) == {(SHELF, "晨江新闻")}


async def test_with_approval_a_refused_feed_is_forgotten(reader: Talk, store: Store) -> None:
    reader = under(reader, who="approval")
    admin = others(reader, ADMIN, is_admin=True)
    await admin.request()
    asked = await reader.say(f"/follow {FEED}")
    assert asked
    refused = await admin.press(asked.reply.elsewhere[0].messages[0].keyboard[0][1].data or "")
    assert [told.chat_id for told in refused.reply.elsewhere] == [READER]
    assert await store.feeds.all() == []


async def test_with_approval_wishes_count_against_the_limit(reader: Talk) -> None:
    reader = under(reader, who="approval", per_reader=1)
    await reader.say(f"/follow {FEED}")
    shown = await reader.say("/follow http://news.example/other.xml")
    assert shown
    assert "每人最多添加 1 个订阅源" in shown.words


async def test_where_only_admins_add_a_reader_is_told(reader: Talk) -> None:
    shown = await under(reader, who="admins").say(f"/follow {FEED}")
    assert shown
    assert "只有管理员可以添加" in shown.words


async def test_a_wish_for_a_feed_that_was_removed_is_past(reader: Talk, store: Store) -> None:
    reader = under(reader, who="approval")
    admin = others(reader, ADMIN, is_admin=True)
    await admin.request()
    asked = await reader.say(f"/follow {FEED}")
    assert asked
    (feed,) = await store.feeds.all()
    await store.feeds.remove(feed.source_id)
    for button in asked.reply.elsewhere[0].messages[0].keyboard[0]:
        assert "处理过" in (await admin.press(button.data or "")).toast
