from typing import Any

Talk = Any
Shop = Any


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
