"""A title gets back the marks its post lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.title import restore


@pytest.mark.parametrize(
    ("title", "lines", "restored"),
    [
        ("要打造_首选地_", ["原标题：要打造“首选地”"], "要打造“首选地”"),
        ("渡口_停航_", ["原标题 渡口：停航？ 来源：河湾报"], "渡口：停航？"),
        ('"绿灯"亮了', ["原标题：“绿灯”亮了丨河湾专栏"], "“绿灯”亮了"),
        ('"绿灯"亮了', ["“绿灯”亮了，全镇都来看。"], '"绿灯"亮了'),
        ("灯_塔_", ["灯/塔?"], "灯/塔?"),
        ('"绿灯"亮了', ["原标题：《“绿灯”亮了》"], "“绿灯”亮了"),
        ("灯_塔_", ["一行太长的正文" * 20], "灯“塔”"),
        ("原标题不同_就成对_", ["原标题：另一个标题"], "原标题不同“就成对”"),
    ],
)
def test_a_line_of_the_article_is_the_best_witness(title: str, lines: list[str], restored: str) -> None:
    assert restore(title, lines) == restored


@pytest.mark.parametrize(
    ("title", "restored"),
    [
        ("没有下划线", "没有下划线"),
        ("_甲__乙_", "“甲”“乙”"),
        ("从_紫薯_到_土豆_", "从“紫薯”到“土豆”"),
        ("河湾队0_2负于山谷队", "河湾队0:2负于山谷队"),
        ("02_25 从_甲_到_乙_", "02:25 从“甲”到“乙”"),
        ("山谷讲堂 _ 为什么有雾？", "山谷讲堂 | 为什么有雾？"),
        ("灯是怎样点亮的？_ 河湾实拍", "灯是怎样点亮的？| 河湾实拍"),
        ("下调515元_吨", "下调515元/吨"),
        ("【歌单_灯下】夜读", "【歌单/灯下】夜读"),
        ("Printing_ explaining it", "Printing: explaining it"),
        ("How many lamps are there_", "How many lamps are there?"),
        ("Ask HN_ Will lamps last_", "Ask HN: Will lamps last?"),
        ("路灯还亮得了吗_", "路灯还亮得了吗?"),
        ("_ST河湾、_ST山谷双双涨停", "*ST河湾、*ST山谷双双涨停"),
        ("_ST板块掀涨停潮_ 谁在买", "“ST板块掀涨停潮” 谁在买"),
        ("_ST河湾_是谁", "“ST河湾”是谁"),
        ("2021_09_02早报", "2021/09/02早报"),
        ("7_24小时点灯", "7/24小时点灯"),
        ("独家_河湾要_换灯_了", "独家|河湾要“换灯”了"),
        ("独家_消息_来了", "独家“消息”来了"),
        ("停电了怎么办_", "停电了怎么办?"),
        ("河湾_山谷", "河湾_山谷"),
        ("Fix foo_bar and baz_qux handling", "Fix foo_bar and baz_qux handling"),
        ("Python 的 __init__ 方法", "Python 的 __init__ 方法"),
        ("LLM_API_KEY 是怎样_泄露_的", "LLM_API_KEY 是怎样“泄露”的"),
        ("河湾发布Lamp_Pro版_上市", "河湾发布Lamp“Pro版”上市"),
    ],
)
def test_without_a_witness_neighbours_and_pairs_decide(title: str, restored: str) -> None:
    assert restore(title, []) == restored


def test_the_odd_mark_is_the_one_the_article_does_not_quote() -> None:
    assert restore("河湾_论_等雾散_的人", ["他常说“等雾散”。"]) == "河湾_论“等雾散”的人"


@given(st.text(alphabet='_" ab灯？吗:0', max_size=80), st.lists(st.text(alphabet='_" ab灯“”', max_size=40), max_size=3))
def test_only_marks_change(title: str, lines: list[str]) -> None:
    restored = restore(title, lines)
    assert len(restored) == len(title)
    assert all(was in '_"' or was == now for was, now in zip(title, restored, strict=True))
