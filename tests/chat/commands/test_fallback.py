from typing import Any

import pytest

Talk = Any
Shop = Any
NEWS = ("编程", "Hacker News")


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


@pytest.mark.parametrize("words", ["programming", "Anything about coding?", "/subscribe 开发", "subscribe to software"])
async def test_another_word_for_a_category_is_asked_about(talk: Talk, words: str) -> None:
    assert "订阅 编程" in (await talk.say(words)).buttons


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
        ("别再发了", "不再推送了"),
        ("Please stop", "不再推送了"),
        ("麻烦暂停一下吧", "不再推送了"),
        ("不要了", "不再推送了"),
        ("Could you help me please", "我能做什么"),
        ("菜单", "我能做什么"),
        ("設定", "我能做什么"),
        ("早上好", "你好，我是简报"),
        ("取消所有", "我的订阅"),
        ("全部退订", "我的订阅"),
        ("unsubscribe from all", "我的订阅"),
        ("我订阅了什么？", "我的订阅"),
        ("訂閱全部", "新闻类别"),
        ("English please", "请选择语言"),
        ("谢谢", "我随时都在"),
        ("谢谢啦！", "我随时都在"),
        ("不要推送了，谢谢", "不再推送了"),
        ("短一点", "每条新闻看多少"),
        ("换成繁體", "请选择语言"),
        ("有哪些类别？", "新闻类别"),
        ("OK", "我随时都在"),
        ("今天有什么新闻？", "港口新航线今日开通"),
        ("有什麼新聞", "港口新航线今日开通"),
        ("头条", "港口新航线今日开通"),
        ("What's happening?", "港口新航线今日开通"),
        ("any news today", "港口新航线今日开通"),
        ("/subscribe 全部", "新闻类别"),
        ("/unsubscribe all", "我的订阅"),
        ("／取消", "我的订阅"),
    ],
)
async def test_everyday_words_do_what_their_command_does(talk: Talk, shop: Shop, words: str, answered: str) -> None:
    await shop.article(NEWS)
    assert answered in (await talk.say(words)).words


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        ("订阅编程", "✅ 已订阅「编程」"),
        ("訂閱 編程", "✅ 已订阅「编程」"),
        ("我想订阅编程、新媒体", "✅ 已订阅「编程、新媒体」"),
        ("Subscribe to 编程", "✅ 已订阅「编程」"),
        ("取消订阅金融", "已退订「金融」"),
        ("取消訂閱編程", "没有订阅「编程」"),
        ("Unsubscribe from hacker news", "没有订阅「编程 › Hacker News」"),
        ("最新 编程", "港口新航线今日开通"),
        ("我想看编程", "港口新航线今日开通"),
        ("订阅编程和新媒体", "✅ 已订阅「编程、新媒体」"),
        ("訂閱 編程 與 新媒體", "✅ 已订阅「编程、新媒体」"),
        ("please subscribe to 编程 and 新媒体", "✅ 已订阅「编程、新媒体」"),
        ("请帮我订阅编程，谢谢", "✅ 已订阅「编程」"),
        ("不要金融", "已退订「金融」"),
        ("我不想看金融", "已退订「金融」"),
        ("屏蔽 编程", "没有订阅「编程」"),
        ("关注编程", "✅ 已订阅「编程」"),
        ("/退订 金融", "已退订「金融」"),
        ("latest news about hackernews", "港口新航线今日开通"),
    ],
)
async def test_plain_words_before_the_name_of_a_category_do_what_they_say(
    talk: Talk, shop: Shop, words: str, answered: str
) -> None:
    await shop.article(NEWS)
    await talk.say("/subscribe 金融")
    assert answered in (await talk.say(words)).words


async def test_plain_words_before_anything_else_are_only_a_hint(talk: Talk) -> None:
    await talk.say("/subscribe 金融")
    assert "关于「金融」" in (await talk.say("取消金融的文章")).words
    assert "关于「金融」" in (await talk.say("停止推送金融以外的")).words
    assert await talk.subscribed() == {("金融",)}


@pytest.mark.parametrize(
    ("words", "button"),
    [
        ("stop sending me coding", "退订 编程"),
        ("I don't want any programming, please", "退订 编程"),
        ("subscribe to software", "订阅 编程"),
        ("latest news about coding", "看最新的编程"),
    ],
)
async def test_plain_words_before_another_word_for_a_category_offer_what_they_say(
    talk: Talk, words: str, button: str
) -> None:
    await talk.say("/subscribe 编程")
    assert button in (await talk.say(words)).buttons
    assert await talk.subscribed() == {("编程",)}


async def test_a_category_that_is_called_like_a_command_is_still_a_category(talk: Talk, shop: Shop) -> None:
    await shop.stock([("新闻",)])
    assert "关于「新闻」" in (await talk.say("新闻")).words


async def test_several_categories_that_are_called_like_a_command_are_asked_about(talk: Talk, shop: Shop) -> None:
    await shop.stock([("金融", "新闻"), ("编程", "新闻")])
    assert "有几个类别都叫「新闻」" in (await talk.say("新闻")).words


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("怎么退订", "/unsubscribe"),
        ("怎麼取消訂閱？", "/unsubscribe"),
        ("How do I unsubscribe?", "/unsubscribe"),
        ("我的订阅在哪里", "/mine"),
        ("怎么才能取消所有的订阅", "/unsubscribe"),
        ("can I change the language", "/language"),
    ],
)
async def test_words_that_speak_of_a_command_are_answered_with_it(talk: Talk, words: str, meant: str) -> None:
    assert f"是不是想用 {meant}？" in (await talk.say(words)).words
    assert await talk.subscribed() == set()


@pytest.mark.parametrize("words", ["white", "while", "今天天气不错", "one more thing", "英文小说", "没什么功能"])
async def test_words_that_only_hold_the_letters_of_a_command_speak_of_none(talk: Talk, words: str) -> None:
    assert "是不是想用" not in (await talk.say(words)).words


async def test_other_words_get_a_hint(talk: Talk) -> None:
    answer = await talk.say("今天天气不错")
    assert "发一个类别的名称" in answer.words
    assert "发 /help" in answer.words
    assert "我只看得懂文字" in (await talk.say("")).words


@pytest.mark.parametrize("more", ["更多", "还有吗？", "more", "/more"])
async def test_more_goes_on_behind_what_was_shown_last(talk: Talk, shop: Shop, more: str) -> None:
    for age in range(7):
        await shop.article(NEWS, f"第{age}条消息今天发布", age=age)
    told = [await talk.say(words) for words in (more, more, more, more)]
    assert [[message.text[0].text[1] for message in answer.reply.messages] for answer in told[:3]] == [
        ["2", "1", "0"],
        ["5", "4", "3"],
        ["6"],
    ]
    assert told[3].words == "没有更早的文章了。"


async def test_more_goes_on_in_the_category_that_was_asked_for(talk: Talk, shop: Shop) -> None:
    for age in range(4):
        await shop.article(NEWS, f"第{age}条消息今天发布", age=age)
    await shop.article(("新媒体", "国内"), "别处的消息", age=9)
    await talk.say("最新 编程")
    assert (await talk.say("更多")).words.startswith("第3条消息今天发布")
    assert (await talk.say("更多")).words == "没有更早的文章了。"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/unsub", "/unsubscribe"),
        ("/lang", "/language"),
        ("/cat", "/categories"),
        ("/pause", "/stop"),
        ("/menu", "/help"),
    ],
)
async def test_the_beginning_of_a_command_or_another_word_for_it_is_told_with_its_name(
    talk: Talk, typed: str, meant: str
) -> None:
    assert f"是不是 {meant}？" in (await talk.say(typed)).words


async def test_the_beginning_of_several_commands_tells_none(talk: Talk) -> None:
    assert "是不是" not in (await talk.say("/l")).words
    assert "是不是" not in (await talk.say("/la")).words


async def test_an_unknown_command_is_told_with_the_one_that_was_meant(talk: Talk) -> None:
    assert "是不是 /subscribe？" in (await talk.say("/subscrib 金融")).words
    assert "不认识 /abcxyz 这个命令" in (await talk.say("/abcxyz")).words


@pytest.mark.parametrize(
    ("words", "answered"), [("状态", "运行状态"), ("統計", "近 30 天"), ("来源", "来源"), ("群发", "草稿")]
)
async def test_everyday_words_do_what_an_admins_command_does_for_admins_alone(
    talk: Talk, admin: Talk, words: str, answered: str
) -> None:
    assert answered in (await admin.say(words)).words
    assert "没听懂。" in (await talk.say(words)).words


async def test_admin_commands_look_unknown_to_everyone_else(talk: Talk) -> None:
    for command in ("/headline 大新闻", "/status"):
        answer = await talk.say(command)
        assert "不认识" in answer.words
        assert "/status？" not in answer.words
    assert "是不是 /status" not in (await talk.say("/statu")).words
