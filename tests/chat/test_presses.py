from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.chat import boards
from bot.chat.commands import ACTIONS
from bot.chat.request import MOST_BYTES, data, pressed
from bot.model import Category, ChatKind, Lane
from bot.subscriptions import Shelf

Talk = Any
Shop = Any
READER, NOW = 1001, datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
NEWS = ("编程", "Hacker News")
STALE = "这个按钮不能用了，发 /help 看看能做什么"

numbers = st.integers(0, 10**16 - 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(name=st.sampled_from([action.name for action in ACTIONS]), given_numbers=st.lists(numbers, max_size=5))
async def test_no_button_with_made_up_numbers_raises(admin: Talk, name: str, given_numbers: list[int]) -> None:
    answer = await admin.press(data(name, *given_numbers))
    assert answer.toast or answer.shown or answer.reply.uploads


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(st.text(max_size=64) | st.text("v1:tree0123456789-٣", max_size=40))
async def test_no_made_up_button_raises(talk: Talk, text: str) -> None:
    answer = await talk.press(text)
    assert answer.toast or answer.shown


@pytest.mark.parametrize(
    "hostile",
    [
        "v1:full:99999999999999999999999:1",
        "v1:full:-1:1",
        "v1:full:٣:1",
        "v1:full:1",
        "v1:full:1:1:1",
        "v1:full:1:1:1:1",
        "v1:full::",
        "v1:FULL:1:1",
        "v1:nothing",
        "v2:full:1:1",
        "v1:full:1:1\n",
        "v1:why:1",
        "v1:length:3",
        "v1:length:999999999999999",
        "v1:full:1:1; DROP TABLE chat",
        "v1",
        "",
    ],
)
async def test_hostile_buttons_get_a_polite_line(talk: Talk, hostile: str) -> None:
    assert (await talk.press(hostile)).toast == STALE


@given(st.sampled_from([action.name for action in ACTIONS]), st.lists(numbers, max_size=5))
def test_what_fits_on_a_button_is_read_back(name: str, given_numbers: list[int]) -> None:
    written = data(name, *given_numbers)
    assume(len(written) <= MOST_BYTES)
    press = pressed(written)
    assert press
    assert (press.action, list(press.numbers)) == (name, given_numbers)


@pytest.mark.parametrize("press", ["full:99:1", "news:99", "unfold:99", "why:99:1", "open:99", "missed:99:0"])
async def test_a_button_of_a_vanished_article_says_so(talk: Talk, press: str) -> None:
    assert (await talk.press(f"v1:{press}")).toast == "这篇文章找不到了"


async def test_a_number_of_what_was_missed_opens_its_article_and_the_pages_turn(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe hackernews")
    for number in range(12):
        article = await shop.article(NEWS, f"第{number}条新闻今天发布")
        long_ago = NOW - timedelta(hours=1)
        await shop.store.deliveries.reserve(f"article:{article}", Lane.NEWS, [READER], due=long_ago, born=long_ago)
    (claimed,) = await shop.store.deliveries.claim(9, now=NOW, lease=timedelta(minutes=2))
    second = await talk.press(f"v1:missed:{claimed.subject_id}:1")
    assert second.is_edit
    assert [label for label, data in second.buttons.items() if data.startswith("v1:open")] == ["11", "12"]
    opened = await talk.press(second.buttons["12"])
    assert not opened.is_edit
    assert "第0条新闻今天发布" in opened.words


@pytest.mark.parametrize("press", ["flip:99:0", "add:99", "drop:99", "keep:99", "end:99:0", "mute:99:1", "unmute:99:1"])
async def test_a_button_of_a_vanished_category_says_so(talk: Talk, press: str) -> None:
    assert (await talk.press(f"v1:{press}")).toast == "这个类别已经没有了"


async def test_muting_ends_the_subscription_and_the_way_back_stands_in_its_place(talk: Talk, shop: Shop) -> None:
    article = await shop.article(NEWS)
    await talk.say("/subscribe hackernews")
    news = await talk.say("/latest")
    muted = await talk.press(news.buttons["不再看此类"])
    assert (muted.toast, muted.is_edit) == ("已退订「Hacker News」", True)
    assert "不再看此类" not in muted.buttons
    assert await talk.subscribed() == set()
    back = await talk.press(muted.buttons["↩️ 撤销"])
    assert back.buttons["不再看此类"] == f"v1:mute:{shop.categories[NEWS]}:{article}"
    assert await talk.subscribed() == {NEWS}


async def test_muting_drops_what_waits_from_there_and_nothing_else(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe hackernews、金融")
    muted, kept = await shop.article(NEWS), await shop.article(("金融", "新浪财经", "国内"), "另一条")
    await shop.reserve(muted, NEWS)
    await shop.reserve(kept, ("金融", "新浪财经", "国内"))
    await talk.press(f"v1:mute:{shop.categories[NEWS]}:{muted}")
    assert await shop.store.deliveries.count() == {"dropped": 1, "due": 1}
    assert await shop.store.deliveries.count(f"article:{kept}") == {"due": 1}


async def test_muting_what_a_category_above_brings_offers_to_end_that_one(talk: Talk, shop: Shop) -> None:
    article = await shop.article(NEWS)
    await talk.say("/subscribe 编程")
    asked = await talk.press(f"v1:mute:{shop.categories[NEWS]}:{article}")
    assert not asked.is_edit
    assert "订阅的是「编程」，它包含「编程 › Hacker News」" in asked.words
    assert await talk.subscribed() == {("编程",)}
    await talk.press(asked.buttons["退订 编程"])
    assert await talk.subscribed() == set()


async def test_muting_what_two_subscriptions_bring_ends_none_before_it_is_answered(talk: Talk, shop: Shop) -> None:
    article = await shop.article(NEWS)
    await talk.say("/subscribe hackernews")
    await talk.say("/subscribe 编程")
    asked = await talk.press(f"v1:mute:{shop.categories[NEWS]}:{article}")
    assert "要退订整个「编程」吗" in asked.words
    await talk.press(asked.buttons["保留"])
    assert await talk.subscribed() == {NEWS, ("编程",)}
    ended = await talk.press(asked.buttons["退订 编程"])
    assert ended.words == "已退订「编程 › Hacker News、编程」。"
    assert await talk.subscribed() == set()


async def test_muting_what_is_not_subscribed_says_so_and_offers_to_subscribe(talk: Talk, shop: Shop) -> None:
    article = await shop.article(NEWS)
    answer = await talk.press(f"v1:mute:{shop.categories[NEWS]}:{article}")
    assert answer.toast == "没有订阅「Hacker News」"
    await talk.press(answer.buttons["➕ 订阅此类"])
    assert await talk.subscribed() == {NEWS}


async def test_under_what_is_not_subscribed_stands_the_way_to_subscribe(talk: Talk, shop: Shop) -> None:
    article = await shop.article(NEWS)
    shown = await talk.say("/latest 编程")
    for answer in (shown, await talk.press(f"v1:news:{article}"), await talk.press(f"v1:unfold:{article}")):
        assert "不再看此类" not in answer.buttons
        assert "➕ 订阅此类" in answer.buttons
    begun = await talk.press(shown.buttons["➕ 订阅此类"])
    assert (begun.toast, begun.is_edit) == ("✅ 已订阅「Hacker News」", True)
    assert "不再看此类" in begun.buttons
    assert "不再看此类" in (await talk.say("/latest 编程")).buttons


async def test_the_newest_of_several_categories_are_of_those_and_no_others(talk: Talk, shop: Shop) -> None:
    await shop.article(("新媒体", "国内"), "自己订阅的消息")
    await shop.article(NEWS, "编程的消息", age=1)
    await shop.article(("金融", "新浪财经", "国内"), "金融的消息", age=2)
    await talk.say("/subscribe 新媒体")
    answer = await talk.say("我想看编程和金融的新闻")
    newest = await talk.press(answer.buttons["看最新"])
    assert [message.text[0].text for message in newest.reply.messages] == ["金融的消息", "编程的消息"]


def test_no_button_is_shown_that_could_not_hold_what_it_asks_for() -> None:
    many = tuple(Category(id=100_000 + number, parent_id=None, path=(f"类别{number}",)) for number in range(10))
    assert boards.latest("zh-Hans", many[:7])
    assert boards.latest("zh-Hans", many) == ()
    shelf = Shelf(categories=many, chosen=tuple(category.id for category in many))
    for row in boards.own(shelf, "zh-Hans", 0):
        assert all(len(button.data or "") <= 64 for button in row)


async def test_muting_under_a_vanished_article_still_mutes(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe hackernews")
    assert (await talk.press(f"v1:mute:{shop.categories[NEWS]}:99")).toast == "已退订「Hacker News」"
    assert (await talk.press(f"v1:unmute:{shop.categories[NEWS]}:99")).toast == "✅ 已订阅「Hacker News」"


async def test_subscribing_by_a_tap_after_a_stop_resumes(talk: Talk, shop: Shop) -> None:
    await talk.say("/stop")
    assert (await talk.press(f"v1:flip:{shop.categories['编程',]}:0")).toast == "✅ 已订阅「编程」，推送已恢复"


async def test_the_newest_of_one_category_or_of_the_own_is_a_press_away(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    answer = await talk.say("/subscribe 编程")
    assert "港口新航线今日开通" in (await talk.press(answer.buttons["看最新"])).words
    assert "港口新航线今日开通" in (await talk.press("v1:latest:0")).words
    assert (await talk.press("v1:latest:99")).toast == "这个类别已经没有了"


async def test_in_a_group_only_its_admins_change_what_it_reads(talk: Talk, shop: Shop) -> None:
    talk.kind, talk.chat_id = ChatKind.SUPERGROUP, -100
    article = await shop.article(NEWS)
    number = shop.categories[NEWS]
    for press in ("lang:2", "length:0"):
        assert (await talk.press(f"v1:{press}")).toast == "只有群管理员可以更改设置"
    for press in (f"flip:{number}:0", f"add:{number}", f"drop:{number}", f"end:{number}:0", "resume"):
        assert (await talk.press(f"v1:{press}")).toast == "只有群管理员可以更改订阅"
    for press in (f"mute:{number}:{article}", f"unmute:{number}:{article}"):
        assert (await talk.press(f"v1:{press}")).toast == "只有群管理员可以更改订阅"
    for command in ("/subscribe 金融", "/unsubscribe 金融", "/stop", "/stop 金融", "/length 详细", "/language 简体"):
        assert "只有群管理员" in (await talk.say(command)).words
        assert "只有群管理员" not in (await talk.say(command, as_chat=True)).words
    for press in (f"full:{article}:1", f"why:{article}:1", f"unfold:{article}"):
        assert (await talk.press(f"v1:{press}")).is_edit
