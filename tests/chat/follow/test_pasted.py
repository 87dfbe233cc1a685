"""A link in a chat becomes what it holds at once."""

import asyncio

import pytest

from bot import publish
from bot.chat.bridge.bursts import Bursts, Limit
from bot.follow import pasted
from bot.follow.adding import Following
from bot.follow.looks import A_MINUTE, Looks
from bot.store import Store
from summaries import Length
from tests.chat.conftest import EMMA, NOW, READER, Shop, Talk, talking
from tests.chat.follow.conftest import FEED, others
from tests.delivery.loopback import heard
from tests.follow import sites
from tests.sources.internet import Internet


async def test_a_link_alone_brings_its_article_with_working_buttons(reader: Talk) -> None:
    shown = await reader.say("看看 http://news.example/1。")
    assert shown
    assert shown.words.startswith("港口新航线今日开通")
    assert [label for row in shown.rows for label in row] == ["全文", "依据", "原文"]
    full = await reader.press(shown.buttons["全文"])
    assert "第11天的客流" in full.words
    assert (await reader.press(full.buttons["收起"])).words == shown.words
    assert (await reader.press(shown.buttons["依据"])).words


async def test_a_link_needs_no_scheme_and_a_site_no_https(reader: Talk) -> None:
    shown = await reader.say("news.example/1")
    assert shown
    assert shown.words.startswith("港口新航线今日开通")


async def test_a_bare_domain_is_offered_like_a_link_but_a_category_of_that_name_goes_first(
    reader: Talk, shop: Shop
) -> None:
    shown = await reader.say("news.example")
    assert shown
    assert "➕ 关注 晨江新闻" in shown.buttons
    await shop.stock([("编程", "news.example")])
    named = await reader.say("news.example")
    assert named
    assert "关于「编程 › news.example」" in named.words


@pytest.mark.parametrize("words", ["关注 news.example", "請幫我訂閱news.example", "Please follow news.example"])
async def test_a_bare_domain_behind_a_word_for_following_is_offered_too(reader: Talk, words: str) -> None:
    shown = await reader.say(words)
    assert shown
    assert "➕ 关注 晨江新闻" in shown.buttons


async def test_a_domain_that_begins_like_such_a_word_is_taken_whole(reader: Talk) -> None:
    shown = await reader.say("stop-news.example")
    assert shown
    assert shown.words.startswith("打不开 stop-news.example")


async def test_a_forwarded_post_whose_words_lead_to_its_article_brings_it(reader: Talk) -> None:
    hidden = "http://news.example/1 https://t.me/harbour"
    shown = await reader.say_request(args="港口开通\n阅读原文 | 订阅频道", hidden=hidden)
    assert shown
    assert shown.words.startswith("港口新航线今日开通")
    several = await reader.say_request(args="今天天气不错", hidden="http://news.example/1 http://news.example/second")
    assert several
    assert "没听懂" in several.words


async def test_words_that_say_nothing_get_told_of_links_where_they_are_looked_at(reader: Talk) -> None:
    shown = await reader.say("今天天气不错")
    assert shown
    assert "发来一个链接" in shown.words


async def test_several_links_are_asked_for_one_by_one(reader: Talk) -> None:
    shown = await reader.say("http://news.example/1 http://news.example/second")
    assert shown
    assert "一次只发一个链接" in shown.words


async def test_nobody_is_led_to_the_address_somebody_else_pasted(reader: Talk) -> None:
    shown = await reader.say("http://news.example/1")
    copy = await others(reader, EMMA).say("http://news.example/copy")
    assert shown
    assert copy
    links = [
        button.url for answer in (shown, copy) for row in answer.shown[-1].keyboard for button in row if button.url
    ]
    assert links == ["http://news.example/1", "http://news.example/copy"]


async def test_who_waits_for_a_slow_site_is_answered_meanwhile(shop: Shop) -> None:
    internet, goes_on = Internet(), asyncio.Event()

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        await goes_on.wait()
        writer.write(sites.article())

    async with internet.site("news.example", slow):
        looks = Looks(internet.web())
        at_once = Bursts(private=Limit(burst=1000, seconds=0.001))
        async with talking(shop, at_once, flood=False, following=Following(looks=looks)) as live:
            live.standin.say(READER, "http://news.example/1")
            (meanwhile,) = await live.say(READER, "/mine")
            assert "订阅" in meanwhile["text"]
            goes_on.set()
            await live.until(lambda: "港口新航线今日开通" in live.standin.outbox(READER)[-1]["text"])


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("http://news.example/empty", "没有找到文章"),
        ("http://news.example/down", "打不开 http://news.example/down：网站出错（503）。"),
        ("http://127.0.0.1/", "打不开 http://127.0.0.1/：这个地址在内部网络里，不会访问。"),
        ("http://nobody.example/", "打不开 http://nobody.example/：找不到这个域名。"),
        ("nobody.example", "打不开 nobody.example：找不到这个域名。"),
        ("/follow http://news.example/1", "没有订阅源"),
        ("/follow http://news.example/empty", "没有订阅源"),
        ("/follow http://news.example/down", "打不开 http://news.example/down：网站出错（503）。"),
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


async def test_a_bot_that_looks_at_no_links_takes_them_for_words(talk: Talk) -> None:
    shown = await talk.say("http://news.example/1")
    assert shown
    assert "发一个类别的名称给我" in shown.words
    off = await talk.say(f"/follow {FEED}")
    assert off
    assert off.words == "现在还不能关注网址。"
