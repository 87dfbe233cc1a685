"""Admins see how every source is, and bring, try, pause and remove feeds."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.chat.bridge.bursts import Bursts, Limit
from bot.chat.request import Attached
from bot.chat.services import Services
from bot.core.categories import SHELF
from bot.core.source_state import Outcome
from bot.errors import NoFeed
from bot.follow.adding import Following
from bot.follow.listing import MOST_IMPORTED
from bot.follow.looks import Looks
from bot.model import Article, Digest
from bot.sources.opml import Outline, read_opml, write_opml
from bot.store import Store
from bot.store.feeds import PENDING, RESTING, Admission, StoredFeed
from bot.texts import LANGUAGES, keys
from tests.chat.conftest import ADMIN, NOW, READER, Shop, Talk, talking
from tests.delivery.loopback import answer
from tests.follow import sites
from tests.sources.internet import Internet, by_path

FEED = "http://news.example/feed.xml"
PAGES = {"/feed.xml": sites.feed(), "/1": sites.article(), "/gone": answer(b"", "410 Gone")}


@pytest.fixture
async def web() -> AsyncIterator[Looks]:
    internet = Internet()
    async with internet.site("news.example", by_path(PAGES)):
        yield Looks(internet.web())


@pytest.fixture
def services(shop: Shop, web: Looks) -> Services:
    return shop.services(following=Following(looks=web))


@pytest.fixture
def boss(shop: Shop, services: Services) -> Talk:
    return Talk(shop, services, chat_id=ADMIN, person_id=ADMIN, is_admin=True)


async def added(store: Store, place: str = FEED, **changes: Any) -> StoredFeed:  # noqa: ANN401 - any field
    known = {"title": "晨江新闻", "category": (SHELF, "晨江新闻"), "added_by": READER, "now": NOW}
    feed, _ = await store.feeds.register(place, **{**known, **changes})
    return feed


async def set_state(store: Store, feed: StoredFeed, **changes: Any) -> None:  # noqa: ANN401 - any field
    await store.feeds.save(feed.source_id, replace(feed.state, **changes))


async def test_the_list_tells_of_every_source_how_it_is(boss: Talk, store: Store) -> None:
    well = await added(store, "http://a.example/1", title="好的")
    await set_state(store, well, read_at=NOW - timedelta(hours=1), weekly=12.4)
    failing = await added(store, "http://a.example/2", title="坏的")
    await set_state(
        store, failing, failures=3, first_failure_at=NOW - timedelta(days=2), problem=Outcome.MISSING, read_at=NOW
    )
    paused = await added(store, "http://a.example/3", title="停的")
    await store.feeds.pause(paused.source_id)
    gone = await added(store, "http://a.example/4", title="没的")
    await set_state(store, gone, gone=True)
    await added(store, "http://a.example/5", title="歇的", admission=Admission(left_alone=RESTING))
    await added(store, "http://a.example/6", title="等的", admission=Admission(left_alone=PENDING))
    shown = await boss.say("/sources")
    assert shown
    lines = shown.words.splitlines()
    assert lines[0] == "来源（6 个订阅源）"
    assert "✅ posts：1,203 篇" in lines
    told = {title: words.strip() for title, words in pairwise(lines)}
    assert told["✅ 好的"] == "正常 · 上次成功 15:00 · 每周约 12 篇"
    assert told["⚠️ 坏的"].startswith("11月20日 16:00 起出错：页面不存在（404）")
    assert told["⏸ 停的"] == "已暂停"
    assert told["✖️ 没的"] == "已经撤销，不再检查（410）"
    assert told["⏸ 歇的"] == "没有人在读，先不检查"
    assert told["🕓 等的"] == "等管理员同意"


@pytest.mark.parametrize("outcome", set(Outcome) - {Outcome.CHANGED, Outcome.UNCHANGED, Outcome.SAME})
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_has_its_words(outcome: Outcome, language: str) -> None:
    assert f"feed-problem-{outcome}" in keys(language)


async def test_what_came_instead_of_a_feed_is_told(boss: Talk, store: Store) -> None:
    page = await added(store)
    await set_state(store, page, failures=1, first_failure_at=NOW, problem=Outcome.UNREADABLE, why=NoFeed.PAGE)
    assert "起出错：这是网页，不是订阅源" in (await boss.press(f"v1:src:{page.source_id}")).words


async def test_a_long_list_has_pages(boss: Talk, store: Store) -> None:
    for number in range(7):
        await added(store, f"http://a.example/{number}", title=f"源{number}")
    shown = await boss.say("/sources")
    assert shown
    assert shown.rows[-2] == ["1/2", "下一页 ›"]
    second = await boss.press(shown.buttons["下一页 ›"])
    assert second.is_edit
    assert second.rows[-2] == ["‹ 上一页", "2/2"]
    assert second.rows[0] == ["🕓 源6"]


async def test_a_configured_feed_that_never_loaded_is_named_after_its_category(boss: Talk, store: Store) -> None:
    await added(store, title="", category=("编程", "周刊"), added_by=None)
    await added(store, "http://b.example/rss", title="", category=(), added_by=None)
    shown = await boss.say("/sources")
    assert shown
    assert shown.rows[:2] == [["🕓 周刊 · news.example"], ["🕓 http://b.example/rss"]]


async def test_an_empty_list_says_what_to_do(boss: Talk) -> None:
    shown = await boss.say("/sources")
    assert shown
    assert "还没有订阅源" in shown.words
    assert shown.rows == [["📥 导入 OPML", "📤 导出 OPML"]]


async def test_a_card_tells_all_of_a_feed(boss: Talk, store: Store) -> None:
    feed = await added(store)
    await store.categories.ensure([feed.category])
    await set_state(store, feed, read_at=NOW, next_check_at=NOW + timedelta(hours=3), moved_to="http://b.example/f")
    card = await boss.press(f"v1:src:{feed.source_id}")
    assert card.words.splitlines() == [
        "晨江新闻",
        "✅ 正常",
        FEED,
        "已迁到 http://b.example/f",
        f"类别：{SHELF} › 晨江新闻",
        "读者 0 位",
        "上次成功 16:00 · 每周约 28 篇 · 下次检查 19:00",
        f"添加者：{READER}",
    ]
    assert card.rows == [["⏸ 暂停", "🔍 立即测试"], ["🗑 删除", "‹ 返回"]]


async def test_a_feed_is_paused_and_taken_up_again(boss: Talk, store: Store) -> None:
    feed = await added(store)
    paused = await boss.press(f"v1:srcpause:{feed.source_id}")
    assert (paused.toast, paused.rows[0][0]) == ("⏸ 已暂停", "▶️ 恢复")
    assert await store.feeds.due(boss.now, limit=5) == []
    resumed = await boss.press(paused.buttons["▶️ 恢复"])
    assert (resumed.toast, resumed.rows[0][0]) == ("▶️ 已恢复", "⏸ 暂停")
    assert await store.feeds.due(boss.now, limit=5)


@pytest.mark.parametrize(
    ("path", "said"),
    [("feed.xml", "🔍 读到 5 篇"), ("1", "是个网页，不是订阅源"), ("gone", "页面已永久删除（410）")],
)
async def test_a_test_tells_what_came_and_changes_nothing(boss: Talk, store: Store, path: str, said: str) -> None:
    feed = await added(store, f"http://news.example/{path}")
    tried = await boss.press(f"v1:srctest:{feed.source_id}")
    assert said in tried.words
    assert await store.feeds.get(feed.source_id) == feed


async def test_a_feed_is_removed_after_a_second_question(boss: Talk, store: Store) -> None:
    reader = Talk(boss.shop, boss.services)
    await reader.say(f"/follow {FEED}")
    (feed,) = await store.feeds.all()
    asked = await boss.press(f"v1:srcdrop:{feed.source_id}")
    assert asked.words == "删除「晨江新闻」吗？它有 1 位读者。已有的文章会留下。"
    removed = await boss.press(asked.buttons["🗑 确定删除"])
    assert removed.toast == "🗑 已删除「晨江新闻」"
    assert await store.feeds.all() == []
    assert await store.subscriptions.of(READER) == []
    assert "没有了" in (await boss.press(f"v1:src:{feed.source_id}")).toast
    again = await reader.say(f"/follow {FEED}")
    assert again
    assert "✅ 已关注「晨江新闻」" in again.words


async def test_a_list_is_brought_once_and_taken_along_again(boss: Talk, store: Store) -> None:
    await added(store)
    outlines = [
        Outline(address="http://a.example/rss", title="甲", folder=("科技",)),
        Outline(address="https://www.a.example/rss/", title="甲又来", folder=("科技",)),
        Outline(address="http://b.example/rss", title="甲", folder=("科技",)),
        Outline(address=FEED, title="晨江"),
        Outline(address="http://me:secret@c.example/rss", title="私"),
    ]
    shown = await boss.say(write_opml(outlines, title="我的", created=NOW))
    assert shown
    assert "新添 2 个，已有 2 个" in shown.words
    assert "1 个网址用不了" in shown.words
    feeds = await store.feeds.all()
    assert [feed.category for feed in feeds[1:]] == [(SHELF, "科技", "甲"), (SHELF, "科技", "甲 2")]
    exported = await boss.press("v1:srcout")
    (file,) = exported.reply.uploads
    assert file.name == "jianbao-2026-11-22.opml"
    kept = read_opml(file.data)
    assert [(one.address, one.folder) for one in kept] == [
        (FEED, ()),
        ("http://a.example/rss", ("科技",)),
        ("http://b.example/rss", ("科技",)),
    ]


async def test_a_list_too_long_is_taken_as_far_as_it_may(boss: Talk, store: Store) -> None:
    outlines = [Outline(address=f"http://a.example/{number}") for number in range(MOST_IMPORTED + 3)]
    data = write_opml(outlines, title="长", created=NOW).encode()

    async def download(_file_id: str) -> bytes:
        return data

    boss = replace(boss, services=replace(boss.services, download=download))
    shown = await boss.say_request(odd="media", attached=Attached(file_id="1", name="a.opml", size=len(data)))
    assert shown
    assert f"新添 {MOST_IMPORTED} 个" in shown.words
    assert "还有 3 个超出" in shown.words
    assert len(await store.feeds.all()) == MOST_IMPORTED


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (Attached(file_id="1", name="a.pdf", size=10), "这不是 OPML"),
        (Attached(file_id="1", name="a.opml", size=2_000_000), "文件太大"),
        (Attached(file_id="1", name="a.opml", size=10), "文件没有取到"),
    ],
)
async def test_a_file_that_is_no_list_is_told_so(boss: Talk, file: Attached, said: str) -> None:
    shown = await boss.say_request(odd="media", attached=file)
    assert shown
    assert said in shown.words


async def test_a_pasted_list_that_is_broken_is_told_so(boss: Talk) -> None:
    shown = await boss.say("<html><opml")
    assert shown
    assert "这不是 OPML" in shown.words
    how = await boss.press("v1:srcin")
    assert "最多 500 个" in how.words


async def test_readers_do_not_learn_of_the_list(talk: Talk, store: Store) -> None:
    feed = await added(store)
    assert "不认识" in ((await talk.say("/sources")) or await talk.press("")).words
    for press in (f"v1:src:{feed.source_id}", f"v1:srcdropgo:{feed.source_id}", "v1:srcout"):
        assert "不能用了" in (await talk.press(press)).toast
    listed = await talk.say(write_opml([Outline(address="http://a.example/rss")], title="a", created=NOW))
    assert listed
    assert len(await store.feeds.all()) == 1


async def test_in_telegram_a_link_becomes_an_article_and_a_file_becomes_sources(shop: Shop, web: Looks) -> None:
    at_once = Bursts(private=Limit(burst=1000, seconds=0.001), group=Limit(burst=1000, seconds=0.001))
    async with talking(shop, at_once, flood=False, following=Following(looks=web)) as live:
        (shown,) = await live.say(READER, "http://news.example/1")
        assert shown["text"].startswith("港口新航线今日开通")
        await live.press(READER, "全文")
        await live.until(lambda: "第11天" in live.standin.outbox(READER)[-1]["text"])
        (offer,) = await live.say(READER, FEED)
        assert "第5条" in offer["text"]
        await live.press(READER, "➕ 关注 晨江新闻")
        await live.until(lambda: "已关注" in live.standin.outbox(READER)[-1]["text"])
        listed = write_opml([Outline(address="http://a.example/rss", title="甲")], title="a", created=NOW)
        live.standin.attach(ADMIN, "feeds.opml", listed.encode())
        await live.until(lambda: live.standin.outbox(ADMIN))
        assert "新添 1 个" in live.standin.outbox(ADMIN)[-1]["text"]
        await live.press(ADMIN, "查看来源")
        await live.until(lambda: "来源（2 个订阅源）" in live.standin.outbox(ADMIN)[-1]["text"])
        await live.press(ADMIN, "导出")
        sent = await live.until(lambda: [one for one in live.standin.outbox(ADMIN) if "document" in one])
        assert sent[0]["document"]["file_name"].endswith(".opml")


async def test_no_password_and_no_key_of_an_address_is_shown_or_taken_along(boss: Talk, store: Store) -> None:
    secret = "https://me:hidden-word@a.example/rss?access_key=hidden-key"
    feed = await added(store, secret, title="", added_by=None)
    await added(store, "https://open.example/rss", title="公开")
    for shown in (await boss.say("/sources"), await boss.press(f"v1:src:{feed.source_id}"), await boss.say("/status")):
        assert shown
        assert "a.example" in shown.words
        assert "hidden-" not in shown.words
        assert "hidden-" not in str(shown.rows)
    exported = (await boss.press("v1:srcout")).reply.uploads[0].data
    assert [outline.address for outline in read_opml(exported)] == ["https://open.example/rss"]


async def test_a_feed_the_configuration_names_no_more_says_so(boss: Talk, store: Store) -> None:
    feed = await added(store, added_by=None)
    await store.feeds.leave_out(feed.source_id)
    assert "配置文件里已经没有" in (await boss.press(f"v1:src:{feed.source_id}")).words
    await store.feeds.configure(feed.source_id, category=(), full_text=True)
    assert await store.feeds.due(NOW, limit=5)


async def test_a_feed_whose_entries_name_their_categories_has_the_readers_of_these(boss: Talk, store: Store) -> None:
    feed = await added(store, category=(), added_by=None)
    ids = await store.categories.ensure([("体育", "足球")])
    article = Article(path="1", title="决赛今晚开赛")
    await store.articles.add(
        article, Digest(), source_id=feed.source_id, category_id=ids["体育", "足球"], content_hash="1", now=NOW
    )
    await replace(boss, chat_id=READER, person_id=READER, is_admin=False).say("/subscribe 体育")
    assert "读者 1 位" in (await boss.press(f"v1:src:{feed.source_id}")).words
