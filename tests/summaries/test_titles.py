import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import is_telling

NOTHING_TOLD = [
    *("", "  ", "2024-05-01", "5月1日", "2024年5月", "星期三", "第12期", "#12", "……"),
    *(
        "晚间要闻",
        "晚間要聞",
        "国内联播快讯",
        "早报 2024-05-01",
        "图片新闻",
        "每周科技周刊（第 12 期）",
        "今日头条新闻",
        "更新日志",
    ),
    *(
        "Weekly digest #12",
        "News of the week",
        "Morning briefing: May 3, 2024",
        "Issue 42",
        "Links",
        "Untitled",
        "Photo gallery",
    ),
    *("台风明天登陆，沿海各地…", "The council approved a new bridge over...", "新桥今天通车……"),
]
TOLD = [
    *(
        "青河大桥正式通车",
        "青河大橋正式通車",
        "台风明天登陆",
        "图书馆借阅量增长5.3%",
        "每周工作四天，工厂产量不降",
        "今日起青河两岸通自来水",
    ),
    *("Lark 2.0 plays music offline", "Council approves new bridge", "Why the weekly market closed"),
]


@pytest.mark.parametrize("title", NOTHING_TOLD)
def test_a_date_a_column_or_a_cut_title_tells_nothing(title: str) -> None:
    assert not is_telling(title)


@pytest.mark.parametrize("title", TOLD)
def test_a_real_headline_tells(title: str) -> None:
    assert is_telling(title)


@given(st.one_of(st.text(max_size=300), st.text("1月日-新闻 .", max_size=300)))
def test_any_title_can_be_asked_about(title: str) -> None:
    assert is_telling(title) in {True, False}
