import pytest

from summaries import summarize


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("先说结论：如果你预算在三千元以内，又特别在意续航，青米十四是目前最值得买的一台。", "又特别在意续航"),
        (
            "著名桥梁专家、国家工程院院士、青河大学教授沈怀远同志，因病医治无效，于五日在青河逝世，享年九十一岁。",
            "沈怀远同志",
        ),
        (
            "著名桥梁专家、国家工程院院士、青河大学教授沈怀远同志，因病医治无效，于五日在青河逝世，享年九十一岁。",
            "在青河逝世",
        ),
        (
            "外观上，它和上一代的手机几乎没有任何区别，重量从198克降到了189克，屏幕也换成了新的。",
            "外观上，它和上一代的手机几乎没有任何区别",
        ),
        ("你觉得这台手机到底怎么样？", "你觉得这台手机到底怎么样？"),
        ("张岚：主持人好，听众朋友们好。", "张岚：主持人好，听众朋友们好"),
        ("青河新闻记者 高小梅 王长河", "王长河"),
        ("主持人：好的，谢谢张老师，广告之后我们继续。", "主持人：好的，谢谢张老师"),
    ],
)
def test_half_a_thought_and_talk_to_the_reader_are_no_line(text: str, half: str) -> None:
    assert not summarize(text).headline.endswith(half)


@pytest.mark.parametrize(
    "line",
    [
        "如果明天下雨，青河渡口的船全部停开",
        "李一鸣在省城会见青河大学教授沈怀远先生",
        "只要河水不涨，新桥就能在年底通车",
        "你会坐船去上班吗？",
    ],
)
def test_what_is_whole_stays_a_line(line: str) -> None:
    assert summarize(f"{line}。".replace("？。", "？")).headline == line
