from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.commands import COMMANDS
from bot.markup import Span, Style
from bot.model import ChatKind, ChatState
from bot.texts import LANGUAGES

Talk = Any
Shop = Any
READER = 1001
NEWS = ("编程", "Hacker News")

EVERY_COMMAND = [(command.name, language) for command in COMMANDS for language in LANGUAGES]


@pytest.mark.parametrize(("name", "language"), EVERY_COMMAND)
@pytest.mark.parametrize("args", ["", " 金融", " 从没听过"])
async def test_every_command_answers_in_every_language(admin: Talk, name: str, language: str, args: str) -> None:
    admin.language = language
    answer = await admin.say(f"/{name}{args}")
    assert answer.words.strip()


@pytest.mark.parametrize(
    ("language", "hello"), [("zh-Hans", "一字不改"), ("zh-Hant", "一字不改"), ("en", "word for word")]
)
async def test_start_greets_and_shows_the_categories(talk: Talk, shop: Shop, language: str, hello: str) -> None:
    talk.language = language
    await shop.index(("金融", "新浪财经", "国内"), 1203)
    answer = await talk.say("/start")
    assert hello in answer.words
    assert answer.rows[0] == ["金融 (1,203)", "›"]


async def test_start_before_the_first_reading_says_that_categories_will_come(talk: Talk, shop: Shop) -> None:
    await shop.store.database._writer.execute("DELETE FROM category")
    await shop.store.database._writer.commit()
    for command, words in (("/start", "新闻还在整理"), ("/categories", "还没有类别"), ("/subscribe 金融", "没有找到")):
        answer = await talk.say(command)
        assert words in answer.words
        assert answer.rows == [["📚 全部类别"]]
    for command in ("/mine", "/latest", "/help", "金融"):
        assert await talk.say(command)


async def test_subscribing_by_name_tells_what_was_done(talk: Talk) -> None:
    answer = await talk.say("/subscribe 金融")
    assert answer.words == "✅ 已订阅「金融」，有新文章就发来。"
    assert await talk.subscribed() == {("金融",)}
    again = await talk.say("/subscribe 金融")
    assert again.words == "✅ 「金融」早已订阅了。"


async def test_several_categories_are_subscribed_at_once_and_the_unknown_one_is_asked_about(talk: Talk) -> None:
    first, second = (await talk.say("/subscribe 金融、编城")).reply.messages
    assert await talk.subscribed() == {("金融",)}
    assert "".join(map(_text, first.text)) == "✅ 已订阅「金融」，有新文章就发来。"
    assert "".join(map(_text, second.text)) == "没有找到「编城」，是不是这些？"
    assert second.keyboard[0][0].label == "订阅 编程"


async def test_traditional_writing_and_other_dashes_mean_the_same_category(talk: Talk) -> None:
    await talk.say("/subscribe 新浪財經－國內")
    assert await talk.subscribed() == {("金融", "新浪财经", "国内")}


async def test_a_name_that_several_categories_bear_is_asked_about(talk: Talk) -> None:
    answer = await talk.say("/subscribe 国内")
    assert "有几个类别都叫「国内」" in answer.words
    await talk.press(answer.buttons["订阅 新媒体 › 国内"])
    assert await talk.subscribed() == {("新媒体", "国内")}


async def test_a_category_below_a_subscribed_one_needs_no_subscription_of_its_own(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    answer = await talk.say("/subscribe 金融/新浪财经")
    assert answer.words == "「金融」已包含「金融 › 新浪财经」，不必另订。"
    assert await talk.subscribed() == {("金融",)}


async def test_unsubscribing_by_name_can_be_taken_back(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    answer = await talk.say("/unsubscribe 金融")
    assert answer.words == "已退订「金融」。"
    assert await talk.subscribed() == set()
    undone = await talk.press(answer.buttons["↩️ 撤销"])
    assert undone.is_edit
    assert await talk.subscribed() == {("金融",)}


async def test_several_subscriptions_end_at_once(talk: Talk) -> None:
    await talk.say("/subscribe 金融、编程")
    answer = await talk.say("/unsubscribe 编程 金融")
    assert answer.words == "已退订「编程、金融」。"
    assert answer.rows == [["我的订阅"]]
    assert await talk.subscribed() == set()


async def test_a_path_that_leaves_out_a_name_subscribes_to_its_end_alone(talk: Talk) -> None:
    answer = await talk.say("/subscribe 编程 金融/国内")
    assert answer.words == "✅ 已订阅「编程、金融 › 新浪财经 › 国内」，有新文章就发来。"
    assert await talk.subscribed() == {("编程",), ("金融", "新浪财经", "国内")}


@pytest.mark.parametrize("named", ["新浪财经", "金融/新浪财经", "金融 › 新浪财经 › 国内", "金融/国内"])
async def test_unsubscribing_below_a_subscription_says_which_one_brings_it(talk: Talk, named: str) -> None:
    await talk.say("/subscribe 金融")
    answer = await talk.say(f"/unsubscribe {named}")
    assert await talk.subscribed() == {("金融",)}
    assert "要退订整个「金融」吗" in answer.words
    kept = await talk.press(answer.buttons["保留"])
    assert kept.words == "好的，「金融」照常推送。"
    await talk.press(answer.buttons["退订 金融"])
    assert await talk.subscribed() == set()


async def test_unsubscribing_tells_when_another_subscription_still_brings_it(talk: Talk) -> None:
    await talk.say("/subscribe 金融/新浪财经")
    await talk.say("/subscribe 金融")
    answer = await talk.say("/unsubscribe 新浪财经")
    assert "「金融」还订着" in answer.words


async def test_unsubscribing_from_several_answers_for_each(talk: Talk) -> None:
    await talk.say("/subscribe 编程、金融")
    answer = await talk.say("/unsubscribe 编程 新浪财经 新媒体 啥啥")
    assert answer.words.splitlines() == [
        "已退订「编程」。",
        "订阅的是「金融」，它包含「金融 › 新浪财经」。要退订整个「金融」吗？",
        "没有订阅「新媒体」。",
        "没有找到「啥啥」。",
    ]
    assert await talk.subscribed() == {("金融",)}


async def test_what_ends_together_is_not_said_to_come_still(talk: Talk) -> None:
    await talk.say("/subscribe 新浪财经")
    await talk.say("/subscribe 金融")
    assert (await talk.say("/unsubscribe 金融、新浪财经")).words == "已退订「金融、金融 › 新浪财经」。"


async def test_of_several_namesakes_the_subscribed_one_ends(talk: Talk) -> None:
    await talk.say("/subscribe 新媒体/国内")
    assert (await talk.say("/unsubscribe 国内")).words == "已退订「新媒体 › 国内」。"
    assert (await talk.say("/unsubscribe 国内")).words == "没有找到「国内」。"


async def test_an_old_offer_to_unsubscribe_never_tells_of_what_did_not_end(talk: Talk, shop: Shop) -> None:
    offer = f"v1:drop:{shop.categories['金融', '新浪财经']}"
    assert (await talk.press(offer)).words == "没有订阅「金融 › 新浪财经」。"
    await talk.say("/subscribe 金融")
    assert "要退订整个「金融」吗" in (await talk.press(offer)).words


async def test_unsubscribing_from_what_was_not_subscribed_is_told(talk: Talk) -> None:
    assert (await talk.say("/unsubscribe 编程")).words == "没有订阅「编程」。"
    assert (await talk.say("/unsubscribe 什么呀")).words == "没有找到「什么呀」。"


async def test_unsubscribe_without_a_name_lists_what_can_be_ended(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    await talk.say("/subscribe 编程")
    answer = await talk.say("/unsubscribe")
    assert answer.rows[:2] == [["✖️ 金融"], ["✖️ 编程"]]
    ended = await talk.press(answer.buttons["✖️ 金融"])
    assert (ended.toast, ended.rows[:2]) == ("已退订「金融」", [["↩️ 金融"], ["✖️ 编程"]])
    assert (await talk.press(answer.buttons["✖️ 金融"])).toast == "没有订阅「金融」"


async def test_what_is_ended_in_the_list_stays_in_its_place_and_comes_back_with_a_press(talk: Talk) -> None:
    for name in ("金融", "编程", "新媒体"):
        await talk.say(f"/subscribe {name}")
    board = await talk.say("/mine")
    for name in ("编程", "新媒体", "金融"):
        board = await talk.press(board.buttons[f"✖️ {name}"])
    assert board.rows[:3] == [["↩️ 金融"], ["↩️ 编程"], ["↩️ 新媒体"]]
    assert await talk.subscribed() == set()
    board = await talk.press(board.buttons["↩️ 编程"])
    assert (board.toast, board.rows[1]) == ("✅ 已订阅「编程」", ["✖️ 编程"])
    assert await talk.subscribed() == {("编程",)}


async def test_taking_back_what_was_ended_leaves_a_pause_as_it_is(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 金融")
    await talk.say("/stop")
    ended = await talk.press((await talk.say("/mine")).buttons["✖️ 金融"])
    await talk.press(ended.buttons["↩️ 金融"])
    assert (await shop.store.chats.get(READER)).state is ChatState.PAUSED


async def test_mine_without_subscriptions_offers_the_categories(talk: Talk) -> None:
    answer = await talk.say("/mine")
    assert "还没有订阅" in answer.words
    assert ["金融", "›"] in answer.rows


async def test_mine_turns_pages_when_there_is_much(talk: Talk, shop: Shop) -> None:
    names = [f"类别{number}" for number in range(11)]
    await shop.stock([(name,) for name in names])
    for name in names:
        await talk.say(f"/subscribe {name}")
    first = await talk.say("/mine")
    assert len(first.rows) == 8 + 2
    second = await talk.press(first.buttons["下一页 ›"])
    assert second.is_edit
    assert [row for row in second.rows if row[0].startswith("✖️")] == [["✖️ 类别8"], ["✖️ 类别9"], ["✖️ 类别10"]]


async def test_the_tree_turns_pages_and_marks_what_is_subscribed(talk: Talk, shop: Shop) -> None:
    await shop.stock([(f"类别{number:02}",) for number in range(20)])
    await talk.say("/subscribe 类别09")
    pages = [await talk.press(f"v1:tree:0:{number}") for number in range(3)]
    assert [page.rows[-1] for page in pages] == [
        ["1/3", "下一页 ›"],
        ["‹ 上一页", "2/3", "下一页 ›"],
        ["‹ 上一页", "3/3"],
    ]
    assert any("✅ 类别09" in row for page in pages for row in page.rows)
    assert all(len(page.rows) <= 9 for page in pages)


async def test_below_a_subscribed_category_everything_is_marked_as_coming_along(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    top = (await talk.press("v1:tree:0:0")).buttons["›"]
    below = next(a for a in [await talk.press(d) for d in await _insides(talk)] if "金融" in a.words)
    assert below.rows[0][0].startswith("☑️ ")
    assert top
    pressed = await talk.press(below.buttons["☑️ 新浪财经"])
    assert pressed.toast == "「金融」已包含「新浪财经」，不必另订"
    assert await talk.subscribed() == {("金融",)}


async def _insides(talk: Talk) -> list[str]:
    answer = await talk.say("/categories")
    rows = answer.reply.messages[0].keyboard
    return [button.data for row in rows for button in row if button.label == "›"]


async def test_latest_gives_the_newest_three_of_what_the_chat_reads(talk: Talk, shop: Shop) -> None:
    for age in range(5):
        await shop.article(NEWS, f"第{age}条消息今天发布", age=age)
    await shop.article(("新媒体", "国内"), "别处的消息")
    await talk.say("/subscribe 编程")
    answer = await talk.say("/latest")
    assert [message.text[0].text for message in answer.reply.messages] == [
        f"第{age}条消息今天发布" for age in (2, 1, 0)
    ]


async def test_latest_of_a_named_category_needs_no_subscription(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    assert "港口新航线今日开通" in (await talk.say("/latest hackernews")).words
    assert "「金融」还没有新文章" in (await talk.say("/latest 金融")).words
    assert "看最新的编程" in (await talk.say("/latest 编城")).buttons


async def test_latest_tells_which_name_it_did_not_understand(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    news, unclear = (await talk.say("/latest 编程 从没听过")).reply.messages
    assert news.text[0].text == "港口新航线今日开通"
    assert "".join(map(_text, unclear.text)) == "没有找到「从没听过」。"


async def test_latest_goes_on_with_older_articles_until_there_is_none(talk: Talk, shop: Shop) -> None:
    for age in range(7):
        await shop.article(NEWS, f"第{age}条消息今天发布", age=age)
    pages, answer = [], await talk.say("/latest 编程")
    while "更早 ›" in answer.buttons:
        pages.append(answer)
        await shop.article(("新媒体", "国内"), f"别处的消息{len(pages)}")
        answer = await talk.press(answer.buttons["更早 ›"])
    told = [[message.text[0].text[1] for message in page.reply.messages] for page in (*pages, answer)]
    assert told == [["2", "1", "0"], ["5", "4", "3"], ["6"]]
    assert all("更早 ›" not in row for message in pages[0].reply.messages[:-1] for row in message.keyboard)


async def test_what_was_older_and_is_forgotten_is_told(talk: Talk) -> None:
    assert (await talk.press("v1:older:99:0")).words == "没有更早的文章了。"


async def test_latest_for_a_newcomer_shows_the_newest_of_all(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    assert "港口新航线今日开通" in (await talk.say("/latest")).words


async def test_stop_silences_at_once_and_can_be_taken_back(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 编程")
    article = await shop.article(NEWS)
    await shop.reserve(article, NEWS)
    stopped = await talk.say("/stop")
    assert await shop.store.deliveries.count() == {"dropped": 1}
    assert await shop.reserve(await shop.article(NEWS, "另一条"), NEWS) == 0
    assert "推送已暂停" in (await talk.say("/mine")).words
    resumed = await talk.press(stopped.buttons["▶️ 恢复推送"])
    assert resumed.words == "▶️ 推送已恢复。"
    assert await shop.reserve(await shop.article(NEWS, "第三条"), NEWS) == 1
    assert await talk.subscribed() == {("编程",)}


async def test_stopping_one_category_leaves_the_others_on(talk: Talk, shop: Shop) -> None:
    await talk.say("/subscribe 金融、编程")
    assert (await talk.say("/stop 金融")).words == "已退订「金融」。"
    assert "是不是这些" in (await talk.say("/stop 编城")).words
    assert (await shop.store.chats.get(READER)).state is ChatState.ACTIVE
    assert await talk.subscribed() == {("编程",)}
    assert "不再推送了" in (await talk.say("/stop 全都不要了")).words


@pytest.mark.parametrize("wish", ["/start", "/subscribe 金融"])
async def test_whoever_asks_for_news_after_a_stop_gets_it_again(talk: Talk, shop: Shop, wish: str) -> None:
    await talk.say("/stop")
    assert "推送已恢复" in (await talk.say(wish)).words
    assert (await shop.store.chats.get(READER)).state is ChatState.ACTIVE


async def test_a_paused_group_stays_paused_until_one_of_its_admins_says_start(talk: Talk, shop: Shop) -> None:
    talk.kind, talk.chat_id = ChatKind.SUPERGROUP, -100
    await talk.say("/stop", as_chat=True)
    by_a_member = await talk.say("/start")
    assert "推送已暂停" in by_a_member.words
    assert by_a_member.rows[0] == ["▶️ 恢复推送"]
    assert (await shop.store.chats.get(-100)).state is ChatState.PAUSED
    assert "推送已恢复" in (await talk.say("/start", as_chat=True)).words
    assert (await shop.store.chats.get(-100)).state is ChatState.ACTIVE


async def test_the_language_can_be_chosen_and_stays(talk: Talk) -> None:
    asked = await talk.say("/language")
    assert asked.rows == [["✅ 简体中文"], ["繁體中文"], ["English"]]
    assert (await talk.press(asked.buttons["English"])).words == "All right, English from now on."
    assert "Categories" in (await talk.say("/categories")).words
    assert (await talk.press("v1:lang:7")).toast.startswith("This button no longer works")


@pytest.mark.parametrize("named", ["English", "英语", "英文", "英語", "EN"])
async def test_a_language_can_be_named_at_once(talk: Talk, shop: Shop, named: str) -> None:
    assert (await talk.say(f"/language {named}")).words == "All right, English from now on."
    assert (await shop.store.chats.get(READER)).language == "en"


async def test_a_language_nobody_speaks_here_is_told_with_those_there_are(talk: Talk) -> None:
    answer = await talk.say("/language 火星文")
    assert answer.words.startswith("没有「火星文」可选")
    assert ["English"] in answer.rows


async def test_help_lists_every_command_a_reader_may_use(talk: Talk, admin: Talk) -> None:
    said, more = (await talk.say("/help")).words, (await admin.say("/help")).words
    for command in COMMANDS:
        assert (f"/{command.name}" in said) is not command.admin_only
        assert f"/{command.name}" in more


async def test_an_example_in_the_help_is_copied_with_a_tap(admin: Talk) -> None:
    for command, example in (
        ("/help", "/subscribe 金融"),
        ("/help", "/follow example.com"),
        ("/headline", "/headline @金融 正文"),
    ):
        (shown,) = (await admin.say(command)).reply.messages
        assert Span(example, Style.CODE) in shown.text


async def test_the_help_of_a_group_promises_nothing_plain_words_would_do(talk: Talk) -> None:
    assert "直接发类别的名称也行" in (await talk.say("/help")).words
    talk.kind, talk.chat_id = ChatKind.SUPERGROUP, -100
    answer = await talk.say("/help")
    assert "直接发类别的名称也行" not in answer.words
    assert "本群的订阅" in answer.buttons


async def test_words_that_name_a_category_are_answered_with_what_can_be_done(talk: Talk) -> None:
    for words in ("金融", "我想看看金融方面的消息"):
        answer = await talk.say(words)
        assert "关于「金融」" in answer.words
        assert "订阅 金融" in answer.buttons
    await talk.say("/subscribe 金融")
    assert "退订 金融" in (await talk.say("不想看金融了")).buttons


async def test_words_close_to_a_category_are_asked_about(talk: Talk) -> None:
    answer = await talk.say("编城")
    assert answer.words == "没有找到「编城」，是不是这些？"
    await talk.press(answer.buttons["订阅 编程"])
    assert await talk.subscribed() == {("编程",)}


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        ("帮助", "我能做什么"),
        ("What can you do?", "我能做什么"),
        ("能做什麼", "我能做什么"),
        ("／help", "我能做什么"),
        ("最新", "港口新航线今日开通"),
        ("news", "港口新航线今日开通"),
        ("／latest hackernews", "港口新航线今日开通"),
        ("你好", "你好，我是简报"),
        ("我的订阅", "我的订阅"),
        ("退订", "我的订阅"),
        ("暂停推送！", "不再推送了"),
    ],
)
async def test_everyday_words_do_what_their_command_does(talk: Talk, shop: Shop, words: str, answered: str) -> None:
    await shop.article(NEWS)
    assert answered in (await talk.say(words)).words


async def test_a_category_that_is_called_like_a_command_is_still_a_category(talk: Talk, shop: Shop) -> None:
    await shop.stock([("新闻",)])
    assert "关于「新闻」" in (await talk.say("新闻")).words


async def test_other_words_get_a_hint(talk: Talk) -> None:
    answer = await talk.say("今天天气不错")
    assert "发一个类别的名称" in answer.words
    assert "发 /help" in answer.words
    assert "我只看得懂文字" in (await talk.say("")).words


async def test_an_unknown_command_is_told_with_the_one_that_was_meant(talk: Talk) -> None:
    assert "是不是 /subscribe？" in (await talk.say("/subscrib 金融")).words
    assert "不认识 /abcxyz 这个命令" in (await talk.say("/abcxyz")).words


async def test_admin_commands_look_unknown_to_everyone_else(talk: Talk) -> None:
    for command in ("/headline 大新闻", "/status"):
        answer = await talk.say(command)
        assert "不认识" in answer.words
        assert "/status？" not in answer.words
    assert "是不是 /status" not in (await talk.say("/statu")).words


async def test_what_a_person_typed_is_only_ever_said_back_as_plain_words(talk: Talk) -> None:
    answer = await talk.say("/subscribe <b>\ue000x\ue001</b>")
    [message] = answer.reply.messages
    assert Span("<b>x</b>", Style.BOLD) in message.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    text=st.text(st.characters(), max_size=200),
    command=st.sampled_from(["", *(f"/{command.name} " for command in COMMANDS), "/x "]),
)
async def test_nothing_a_person_types_raises(admin: Talk, text: str, command: str) -> None:
    answer = await admin.say(command + text)
    assert answer.shown


@pytest.mark.parametrize(
    "text", ["金" * 65_536, "\0", "\u202e金融", "👩‍👩‍👧‍👦" * 500, "<b>&amp;", "\ud800", "/" * 99, " \n\t "]
)
@pytest.mark.parametrize("command", ["", "/subscribe ", "/unsubscribe ", "/latest ", "/headline "])
async def test_hostile_text_is_answered(admin: Talk, command: str, text: str) -> None:
    assert (await admin.say(command + text)).words


def _text(part: Span | str) -> str:
    return part if isinstance(part, str) else part.text
