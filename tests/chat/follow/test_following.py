"""A feed becomes a source for whoever wants it."""

from dataclasses import replace

from bot.core.categories import SHELF
from bot.follow.looks import A_MINUTE
from bot.model import Article, ChatKind, Digest
from bot.store import Store
from tests.chat.conftest import ADMIN, EMMA, GROUP, NOW, READER, Answer, Talk
from tests.chat.follow.conftest import FEED, categories_of, others, under


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
    (feed,) = await store.feeds.all()
    assert len(await store.feeds.due(reader.now, limit=5)) == 1
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


async def test_an_admin_hears_that_a_followed_feed_is_everybodys(reader: Talk) -> None:
    mine = await reader.say(f"/follow {FEED}")
    public = await others(reader, ADMIN, is_admin=True).say("/follow http://news.example/other.xml")
    assert mine
    assert public
    assert "所有人都能看到和订阅" in public.words
    assert "所有人" not in mine.words


async def test_what_an_admin_paused_no_reader_wakes(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    (feed,) = await store.feeds.all()
    await store.feeds.pause(feed.source_id)
    await reader.say("/unsubscribe 晨江新闻")
    shown = await reader.say(f"/follow {FEED}")
    assert shown
    assert "管理员暂停了这个来源" in shown.words
    assert await store.feeds.due(reader.now, limit=5) == []


async def test_a_button_of_before_a_restart_asks_for_the_link_again(reader: Talk) -> None:
    assert "再发一次" in (await reader.press("v1:fwadd:123")).toast


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


async def test_who_reads_all_of_the_shelf_reads_what_an_admin_adds_already(reader: Talk, store: Store) -> None:
    admin = others(reader, ADMIN, is_admin=True)
    await admin.say("/follow http://news.example/other.xml")
    await reader.say(f"/subscribe {SHELF}")
    await admin.say(f"/follow {FEED}")
    shown = await reader.say(f"/follow {FEED}")
    assert shown
    assert f"「{SHELF}」已包含「晨江新闻 2」" in shown.words
    assert len(await store.feeds.due(reader.now, limit=5)) == 2


async def test_to_subscribe_to_the_shelf_wakes_what_rests_on_it_for_all_and_nobodys_own(
    reader: Talk, store: Store
) -> None:
    admin = others(reader, ADMIN, is_admin=True)
    await admin.say(f"/follow {FEED}")
    await admin.say("/unsubscribe 晨江新闻")
    await others(reader, EMMA).say("/follow http://news.example/other.xml")
    await others(reader, EMMA).say("/unsubscribe 晨江新闻 2")
    await reader.say(f"/subscribe {SHELF}")
    assert [feed.address for feed in await store.feeds.due(reader.now, limit=5)] == [FEED]


# A reader's own feed is nobody else's


async def test_what_a_reader_follows_is_shown_to_no_other_reader(reader: Talk) -> None:
    await reader.say(f"/follow {FEED}")
    other = others(reader, EMMA)
    for asked in (
        "/categories",
        "/subscribe",
        "/latest",
        "/mine",
        "/subscribe 晨江新闻",
        "晨江新闻",
        f"/subscribe {SHELF}",
    ):
        shown = await other.say(asked)
        assert shown
        assert SHELF not in str(shown.rows), asked
        assert "晨江新闻" not in str(shown.rows), asked
    assert SHELF in str((await shown_to(reader, "/categories")).rows)


async def test_no_press_leads_into_what_another_reader_follows(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    (category,) = [one for one in await store.categories.all() if one.owner]
    other = others(reader, EMMA)
    for press in (f"v1:add:{category.id}", f"v1:flip:{category.id}:0", f"v1:latest:{category.id}"):
        await other.press(press)
    assert await store.subscriptions.of(EMMA) == []


async def test_no_press_opens_an_article_of_anothers_feed_or_link(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    await reader.say("http://news.example/1")
    (category,) = [one for one in await store.categories.all() if one.owner]
    shop = reader.shop
    shop.categories[category.path] = category.id
    own, pasted = await shop.article(category.path), 1
    other = others(reader, EMMA)
    for article_id in (own, pasted):
        for press in (
            f"v1:full:{article_id}:0",
            f"v1:news:{article_id}",
            f"v1:open:{article_id}",
            f"v1:why:{article_id}:0",
        ):
            assert "找不到了" in (await other.press(press)).toast
            assert not (await reader.press(press)).toast


async def test_what_is_left_of_a_removed_feed_is_nobodys(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    (feed,) = await store.feeds.all()
    (category,) = [one for one in await store.categories.all() if one.owner]
    await store.articles.add(
        Article(path="1", title="旧闻"),
        Digest(),
        source_id=feed.source_id,
        category_id=category.id,
        content_hash="1",
        now=NOW,
    )
    await others(reader, ADMIN, is_admin=True).press(f"v1:srcdropgo:{feed.source_id}")
    assert SHELF not in str((await shown_to(reader, "/categories")).rows)
    other = others(reader, EMMA)
    assert "晨江新闻 2" in (await shown_to(other, "/follow http://news.example/other.xml")).words
    assert "旧闻" not in (await shown_to(other, "/latest")).words
    assert "晨江新闻」" in (await shown_to(reader, f"/follow {FEED}")).words


async def test_a_group_that_becomes_a_supergroup_keeps_what_it_follows(reader: Talk, store: Store) -> None:
    group = replace(reader, chat_id=GROUP, kind=ChatKind.GROUP, is_admin=False)
    group = replace(group, services=replace(group.services, is_group_admin=everybody))
    await group.say(f"/follow {FEED}")
    await group.say("/unsubscribe 晨江新闻")
    await store.chats.move(GROUP, -100_777)
    moved = replace(group, chat_id=-100_777, kind=ChatKind.SUPERGROUP)
    assert "✅" in (await shown_to(moved, "/subscribe 晨江新闻")).words


async def everybody(_chat_id: int, _person_id: int) -> bool:
    return True


async def test_the_newest_of_the_shelf_holds_nothing_of_others(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    other = others(reader, EMMA)
    await other.say("/follow http://news.example/other.xml")
    shop = reader.shop
    for category in [one for one in await store.categories.all() if one.owner]:
        shop.categories[category.path] = category.id
        await shop.article(category.path, f"{category.owner}的文章")
    shown = await shown_to(other, f"/latest {SHELF}")
    assert f"{EMMA}的文章" not in shown.words
    assert f"{READER}的文章" not in shown.words
    assert f"{READER}的文章" not in (await shown_to(other, "/latest")).words


async def test_who_unfollows_a_feed_of_their_own_still_finds_it(reader: Talk) -> None:
    await reader.say(f"/follow {FEED}")
    await reader.say("/unsubscribe 晨江新闻")
    shown = await shown_to(reader, "/subscribe 晨江新闻")
    assert "晨江新闻" in shown.words
    assert "✅" in shown.words


async def test_two_readers_of_one_feed_both_have_it(reader: Talk, store: Store) -> None:
    await reader.say(f"/follow {FEED}")
    other = others(reader, EMMA)
    await other.say(f"/follow {FEED}")
    assert "晨江新闻" in str((await shown_to(other, "/mine")).rows)
    assert len(await store.feeds.all()) == 1


async def shown_to(reader: Talk, said: str) -> Answer:
    shown = await reader.say(said)
    assert shown
    return shown


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
