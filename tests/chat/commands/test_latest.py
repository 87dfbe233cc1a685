from typing import Any

from bot.markup import Span

Talk = Any
Shop = Any
NEWS = ("编程", "Hacker News")


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
    told = [_ages(page) for page in (*pages, answer)]
    assert told == [["2", "1", "0"], ["5", "4", "3"], ["6"]]
    assert all("更早 ›" not in row for message in pages[0].reply.messages[:-1] for row in message.keyboard)


async def test_older_articles_pressed_for_again_below_the_same_message_go_on_where_the_chat_is(
    talk: Talk, shop: Shop
) -> None:
    for age in range(8):
        await shop.article(NEWS, f"第{age}条消息今天发布", age=age)
    older = (await talk.say("/latest 编程")).buttons["更早 ›"]
    told = [_ages(await talk.press(older)) for _ in range(2)]
    assert told == [["5", "4", "3"], ["7", "6"]]
    assert (await talk.press(older)).words == "没有更早的文章了。"


async def test_one_goes_on_from_the_last_article_also_after_looking_into_it(talk: Talk, shop: Shop) -> None:
    for age in range(5):
        await shop.article(NEWS, f"第{age}条消息今天发布", age=age)
    await talk.say("/subscribe hacker news")
    answer = await talk.say("/latest")
    for button in ("全文", "收起", "依据", "收起", "不再看此类", "↩️ 撤销", "更早 ›"):
        answer = await talk.press(answer.buttons[button])
    assert _ages(answer) == ["4", "3"]


async def test_whoever_asks_for_the_newest_again_goes_back_from_there_again(talk: Talk, shop: Shop) -> None:
    for age in range(8):
        await shop.article(NEWS, f"第{age}条消息今天发布", age=age)
    told = [_ages(await talk.press((await talk.say("最新")).buttons["更早 ›"])) for _ in range(2)]
    assert told == [["5", "4", "3"], ["5", "4", "3"]]


async def test_what_was_older_and_is_forgotten_is_told(talk: Talk) -> None:
    assert (await talk.press("v1:older:99:0")).words == "没有更早的文章了。"


async def test_latest_for_a_newcomer_shows_the_newest_of_all(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    assert "港口新航线今日开通" in (await talk.say("/latest")).words


def _text(part: Span | str) -> str:
    return part if isinstance(part, str) else part.text


def _ages(answer: Any) -> list[str]:  # noqa: ANN401 - an Answer
    return [message.text[0].text[1] for message in answer.reply.messages]
