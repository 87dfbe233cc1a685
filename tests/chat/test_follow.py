"""A link in a chat becomes what it holds at once, and a source for whoever wants it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot import publish
from bot.broadcast.terms import Terms
from bot.chat.services import Services
from bot.follow import pasted
from bot.follow.adding import SHELF, Following
from bot.follow.looks import A_MINUTE, Looks
from bot.model import ChatKind
from bot.store import Store
from summaries import Length
from tests.chat.conftest import ADMIN, EMMA, GROUP, NOW, READER, Shop, Talk
from tests.delivery.loopback import answer
from tests.follow import sites
from tests.sources.internet import Internet, by_path

FEED = "http://news.example/feed.xml"
PAGES = {
    "/1": sites.article(),
    "/both": sites.article(head=sites.LINKED),
    "/second": sites.article("第二篇"),
    "/": sites.front(),
    "/two": sites.front(sites.LINKED + sites.LINKED.replace("feed.xml", "other.xml").replace("晨江新闻", "评论")),
    "/feed.xml": sites.feed(),
    "/other.xml": sites.feed("晨江新闻"),
    "/empty": sites.front(head=""),
    "/silent": sites.front(sites.LINKED.replace("feed.xml", "none.xml")),
    "/none.xml": sites.feed("空", count=0),
    "/liar": sites.front(sites.LINKED.replace("feed.xml", "empty")),
    "/broken": sites.front(sites.LINKED.replace("feed.xml", "down")),
    "/down": answer(b"", "503 Busy"),
}


@pytest.fixture
async def web() -> AsyncIterator[Looks]:
    internet = Internet()
    async with internet.site("news.example", by_path(PAGES)):
        yield Looks(internet.web())


@pytest.fixture
def services(shop: Shop, web: Looks) -> Services:
    return shop.services(following=Following(looks=web), terms=Terms(admins=(ADMIN,)))


@pytest.fixture
def reader(shop: Shop, services: Services) -> Talk:
    return Talk(shop, services)


def others(reader: Talk, person_id: int, **changes: Any) -> Talk:  # noqa: ANN401 - any field
    return replace(reader, chat_id=person_id, person_id=person_id, **changes)


def under(reader: Talk, **changes: Any) -> Talk:  # noqa: ANN401 - any field
    """The same person under other rules."""
    following = replace(reader.services.following, **changes)
    return replace(reader, services=replace(reader.services, following=following))


async def categories_of(store: Store, chat_id: int) -> set[tuple[str, ...]]:
    names = {category.id: category.path for category in await store.categories.all()}
    return {names[number] for number in await store.subscriptions.of(chat_id)}


async def test_a_link_alone_brings_its_article_with_working_buttons(reader: Talk) -> None:
    shown = await reader.say("看看 http://news.example/1。")
    assert shown
    assert shown.words.startswith("港口新航线今日开通")
    assert [label for row in shown.rows for label in row] == ["全文", "依据", "原文"]
    full = await reader.press(shown.buttons["全文"])
    assert "第11天的客流" in full.words
    assert (await reader.press(full.buttons["收起"])).words == shown.words
    assert (await reader.press(shown.buttons["依据"])).words


async def test_an_article_comes_in_the_readers_length(reader: Talk, store: Store) -> None:
    await reader.request()
    await store.chats.set_length(READER, Length.LINE)
    shown = await reader.say("http://news.example/1")
    assert shown
    assert shown.words.count("\n") == 1
    assert "摘要" in shown.buttons


async def test_only_the_newest_pasted_articles_are_kept(
    reader: Talk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasted, "MOST", 1)
    first = await reader.say("http://news.example/1")
    await reader.say("http://news.example/second")
    assert first
    assert await store.articles.count() == 1
    assert "找不到了" in (await reader.press(first.buttons["全文"])).toast


async def test_a_pasted_article_is_nobody_elses_news(reader: Talk, store: Store) -> None:
    await reader.say("http://news.example/1")
    await reader.say("http://news.example/1")
    assert await store.articles.count() == 1
    latest = await others(reader, EMMA).say("/latest")
    assert latest
    assert "港口新航线" not in latest.words
    tree = await reader.say("/categories")
    assert tree
    assert not [label for row in tree.rows for label in row if "links" in label]
    stored = await store.articles.get(1)
    assert stored
    assert await publish.announce(store, 1, stored.category_id, now=NOW) == 0


async def test_a_feed_is_offered_with_its_newest_and_followed_at_a_press(reader: Talk) -> None:
    shown = await reader.say(FEED)
    assert shown
    assert shown.words == "📡 订阅源「晨江新闻」\n最新：\n· 第5条\n· 第4条\n· 第3条"
    assert shown.rows == [["➕ 关注 晨江新闻"]]
    followed = await reader.press(shown.buttons["➕ 关注 晨江新闻"])
    assert "✅ 已关注「晨江新闻」" in followed.words
    assert "· 第5条" in followed.words
    assert await categories_of(reader.shop.store, READER) == {(SHELF, "晨江新闻")}


async def test_a_page_that_names_a_feed_offers_it(reader: Talk) -> None:
    shown = await reader.say("http://news.example/")
    assert shown
    assert "· 第5条" in shown.words
    assert shown.rows == [["➕ 关注 晨江新闻"]]
    both = await reader.say("http://news.example/both")
    assert both
    assert both.rows[-1] == ["➕ 关注 晨江新闻"]
    assert "全文" in both.buttons


async def test_a_page_with_two_feeds_asks_which(reader: Talk) -> None:
    shown = await reader.say("/follow http://news.example/two")
    assert shown
    assert shown.words == "这个网页有订阅源，想关注哪一个？\n晨江新闻\n· 第5条\n· 第4条\n· 第3条"
    assert shown.rows == [["➕ 关注 晨江新闻"], ["➕ 关注 评论"]]
    assert "✅ 已关注「晨江新闻」" in (await reader.press(shown.buttons["➕ 关注 评论"])).words


async def test_follow_adds_a_feed_that_is_due_at_once(reader: Talk, store: Store) -> None:
    told = list[str]()
    reader = under(reader, poll_soon=lambda: told.append("soon"))
    shown = await reader.say("/follow news.example/feed.xml".replace("news", "http://news"))
    assert shown
    assert "✅ 已关注「晨江新闻」" in shown.words
    (feed,) = await store.feeds.due(reader.now, limit=5)
    assert (feed.place, feed.title, feed.category, feed.added_by) == (FEED, "晨江新闻", (SHELF, "晨江新闻"), READER)
    assert told == ["soon"]
    mine = await reader.say("/mine")
    assert mine
    assert [f"✖️ {SHELF} \u203a 晨江新闻"] in mine.rows


async def test_a_feed_somebody_follows_is_asked_once_for_all(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    emma = under(others(reader, EMMA), per_reader=0)
    again = await emma.say(f"/follow {FEED}?utm_source=x")
    assert again
    assert "✅ 已关注「晨江新闻」" in again.words
    assert len(await store.feeds.all()) == 1
    twice = await reader.say(f"/follow {FEED}")
    assert twice
    assert "早已关注了" in twice.words


async def test_a_configured_feed_is_followed_in_its_own_category(reader: Talk, store: Store) -> None:
    await store.feeds.register(FEED, title="晨江", category=("金融", "晨江"), now=NOW)
    shown = await under(reader, who="admins").say(f"/follow {FEED}")
    assert shown
    assert await categories_of(store, READER) == {("金融", "晨江")}


async def test_a_configured_feed_of_many_categories_leads_to_them(reader: Talk, store: Store) -> None:
    await store.feeds.register(FEED, title="晨江", now=NOW)
    shown = await reader.say(f"/follow {FEED}")
    assert shown
    assert "「晨江」已经是来源" in shown.words
    assert shown.rows == [["📚 全部类别"]]


async def test_two_feeds_of_one_name_have_categories_of_their_own(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    await reader.say("/follow http://news.example/other.xml")
    assert [feed.category for feed in await store.feeds.all()] == [(SHELF, "晨江新闻"), (SHELF, "晨江新闻 2")]


async def test_a_reader_has_a_limit_and_admins_none(reader: Talk) -> None:
    reader = under(reader, per_reader=1)
    await reader.say(f"/follow {FEED}")
    shown = await reader.say("/follow http://news.example/other.xml")
    assert shown
    assert "每人最多添加 1 个订阅源" in shown.words
    admin = await others(reader, ADMIN, is_admin=True).say("/follow http://news.example/other.xml")
    assert admin
    assert "✅ 已关注" in admin.words


async def test_unfollowing_lets_a_feed_rest_until_somebody_comes_back(reader: Talk, store: Store) -> None:
    reader = under(reader, per_reader=1)
    await reader.say(f"/follow {FEED}")
    ended = await reader.say("/unsubscribe 晨江新闻")
    assert ended
    assert await store.feeds.due(reader.now, limit=5) == []
    (feed,) = await store.feeds.all()
    assert feed.is_resting
    await reader.press(ended.buttons["↩️ 撤销"])
    assert await store.feeds.due(reader.now, limit=5)


async def test_a_feed_with_another_reader_goes_on(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    await others(reader, EMMA).say(f"/follow {FEED}")
    await reader.say("/unsubscribe 晨江新闻")
    assert await store.feeds.due(reader.now, limit=5)


async def test_a_feed_that_was_gone_and_answers_again_is_taken_up(reader: Talk, store: Store) -> None:
    feed, _ = await store.feeds.register(FEED, title="晨江", category=("金融", "晨江"), now=NOW)
    await store.feeds.save(feed.source_id, replace(feed.state, gone=True))
    await reader.say(f"/follow {FEED}")
    assert await store.feeds.due(reader.now, limit=5)


async def test_what_an_admin_paused_no_reader_wakes(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    (feed,) = await store.feeds.all()
    await store.feeds.pause(feed.source_id)
    await reader.say("/unsubscribe 晨江新闻")
    shown = await reader.say(f"/follow {FEED}")
    assert shown
    assert "管理员暂停了这个来源" in shown.words
    assert await store.feeds.due(reader.now, limit=5) == []


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("http://news.example/empty", "没有找到文章"),
        ("http://news.example/down", "网站出错（503）"),
        ("http://127.0.0.1/", "在内部网络里"),
        ("http://nobody.example/", "找不到这个域名"),
        ("/follow http://news.example/1", "没有订阅源"),
        ("/follow http://news.example/empty", "没有订阅源"),
        ("/follow http://news.example/down", "网站出错（503）"),
        ("/follow http://news.example/liar", "没有订阅源"),
        ("/follow http://news.example/broken", "网站出错（503）"),
        ("http://news.example/silent", "这个网页有订阅源"),
        ("http://news.example/none.xml", "还没有文章"),
        ("/follow", "在 /follow 后面写网址"),
        ("/follow 金融", "在 /follow 后面写网址"),
    ],
)
async def test_what_cannot_be_done_is_told_in_a_sentence(reader: Talk, typed: str, said: str) -> None:
    shown = await reader.say(typed)
    assert shown
    assert said in shown.words


async def test_too_many_links_are_answered_politely(reader: Talk) -> None:
    for _ in range(A_MINUTE):
        await reader.say("http://news.example/1")
    shown = await reader.say("http://news.example/1")
    assert shown
    assert "慢一点" in shown.words
    assert "慢一点" in ((await reader.say(f"/follow {FEED}")) or shown).words


async def test_a_button_of_before_a_restart_asks_for_the_link_again(reader: Talk) -> None:
    assert "再发一次" in (await reader.press("v1:fwadd:123")).toast


async def test_a_bot_that_looks_at_no_links_takes_them_for_words(talk: Talk) -> None:
    shown = await talk.say("http://news.example/1")
    assert shown
    assert "发一个类别的名称给我" in shown.words
    off = await talk.say(f"/follow {FEED}")
    assert off
    assert off.words == "现在还不能关注网址。"


async def test_in_a_group_its_admins_follow_and_links_are_left_alone(reader: Talk, store: Store) -> None:
    group = replace(reader, chat_id=GROUP, kind=ChatKind.SUPERGROUP)
    assert await group.say("http://news.example/1", addressed=False) is None
    refused = await group.say(f"/follow {FEED}")
    assert refused
    assert "只有群管理员" in refused.words

    async def everybody(_chat_id: int, _person_id: int) -> bool:
        return True

    group = replace(group, services=replace(group.services, is_group_admin=everybody))
    await group.say(f"/follow {FEED}")
    assert await categories_of(store, GROUP) == {(SHELF, "晨江新闻")}


async def test_the_help_speaks_of_links_where_they_are_looked_at(reader: Talk, talk: Talk) -> None:
    with_links, without = await reader.say("/help"), await talk.say("/help")
    assert with_links
    assert without
    assert "发来一个链接" in with_links.words
    assert "发来一个链接" not in without.words


async def test_a_page_with_one_feed_is_followed_by_its_own_address(reader: Talk, store: Store) -> None:
    shown = await reader.say("/follow http://news.example/")
    assert shown
    assert "✅ 已关注「晨江新闻」" in shown.words
    assert [feed.place for feed in await store.feeds.all()] == [FEED]


async def test_who_reads_all_of_the_shelf_reads_a_new_feed_already(reader: Talk, store: Store) -> None:
    await others(reader, EMMA).say("/follow http://news.example/other.xml")
    await reader.say(f"/subscribe {SHELF}")
    shown = await reader.say(f"/follow {FEED}")
    assert shown
    assert f"「{SHELF}」已包含「晨江新闻 2」" in shown.words
    assert len(await store.feeds.due(reader.now, limit=5)) == 2


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


async def test_a_press_in_a_group_follows_only_for_its_admins(reader: Talk) -> None:
    offered = await reader.say(FEED)
    assert offered
    group = replace(reader, chat_id=GROUP, kind=ChatKind.SUPERGROUP)
    assert "只有群管理员" in (await group.press(offered.buttons["➕ 关注 晨江新闻"])).toast


async def test_too_many_presses_are_answered_politely(reader: Talk) -> None:
    offered = await reader.say(FEED)
    assert offered
    for _ in range(A_MINUTE):
        pressed = await reader.press(offered.buttons["➕ 关注 晨江新闻"])
    assert pressed.toast == "慢一点，稍后再点"
