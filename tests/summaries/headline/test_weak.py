"""A line that only hints at the news, or tells what stands behind or beside it, is told where no other is as good."""

import pytest

from summaries import summarize

NEWS = "青河市昨天关闭了三座老渡口，两千名船工转到新桥上工作。"


@pytest.mark.parametrize(
    ("sentence", "weak"),
    [
        ("青河市关闭渡口一事引发社会广泛关注。", "引发"),
        ("青河市渡口停航事件，近日持续发酵。", "持续发酵"),
        ("青河市渡口为什么不能再开下去？", "？"),
        ("此前，青河市渡口曾以低票价吸引了两岸的客人。", "低票价"),
        ("众所周知，青河市渡口通航已久、船票便宜。", "船票便宜"),
        ("1919年11月1日，青河市渡口开出了第一条渡船。", "第一条渡船"),
        ("青河市老渡口是两岸最热闹的地方之一。", "之一"),
        ("青河市船工协会会长梁启山是滨海大学桥梁学院的教授。", "教授"),
        ("有船工把旧船票和老照片都摆在青河市渡口门外。", "有船工"),
        ("一名在青河市渡口工作的女子通过网络寻找旧客人。", "一名"),
        ("夫妻俩在青河市渡口卖了三十年的茶水和面条。", "夫妻俩"),
        ("相关预案被青河市称为“渡口三号方案”。", "相关预案"),
        ("第三句话，恰好是青河市渡口船工最想说的。", "第三句话"),
        ("青河市渡口的公示栏上贴着一张停航的通知。", "贴着"),
        ("青河市渡口的船工们还表示不愿意离开老船。", "还表示"),
        ("我院已经对青河市渡口的伤者进行了治疗。", "我院"),
        ("滨海电视台记者已经抵达青河市渡口的停航现场。", "抵达"),
        ("打得起仗才能守得住青河市的渡口和大桥。", "才能"),
    ],
)
def test_the_news_is_the_headline_and_not_a_hint_at_it(sentence: str, weak: str) -> None:
    for text in (f"{sentence}{NEWS}", f"{NEWS}{sentence}"):
        told = summarize(f"{text}新桥有六条车道。").headline
        assert told, text
        assert weak not in told


def test_a_hint_is_better_than_no_headline() -> None:
    assert summarize("青河市关闭渡口一事引发社会广泛关注。").headline == "青河市关闭渡口一事引发社会广泛关注"


@pytest.mark.parametrize(
    ("text", "half"),
    [
        (
            "美国应对半导体人才缺口的做法，对青河市电子工业园里几十家只会组装而不会设计的工厂有一定的借鉴意义。",
            "美国应对半导体人才缺口的做法",
        ),
        (
            "绿色船票作为一种新型的可持续旅行产品，在青河两岸二十多个渡口的售票窗口前面吸引了许多从来不坐船的年轻人。",
            "绿色船票作为一种新型的可持续旅行产品",
        ),
        (
            "渡口越依赖那家卖票网站的客流，网站定下的规矩就越容易在青河两岸二十多个大大小小的渡口被船工们执行下去。",
            "渡口越依赖那家卖票网站的客流",
        ),
        (
            "滨海造船厂昨天成功使用七号无人渡船，首次完成了青河上从老码头到新桥之间没有任何船工参与的夜间载客航行。",
            "滨海造船厂昨天成功使用七号无人渡船",
        ),
        (
            "渡口没有跟着别的码头一起涨价、用更贵的船票赶走老客人，而是把船票的价钱降到了三十年前的水平请大家来坐。",
            "用更贵的船票赶走老客人，而是",
        ),
        ("（青河渡口的船工对停航通知的部分评论）", "（青河渡口"),
    ],
)
def test_a_subject_a_means_or_half_a_comparison_is_no_headline(text: str, half: str) -> None:
    assert half not in summarize(text).headline


def test_a_flash_is_told_by_the_heading_in_its_brackets() -> None:
    text = "【青河市宣布三座老渡口明年停航】9月7日消息，青河市交通局局长梁启山宣布，三座老渡口明年停航。"
    assert summarize(text).headline == "青河市宣布三座老渡口明年停航"


@pytest.mark.parametrize("byline", ["【青河时报特约记者 高小梅】", "【青河时报-青河网报道 记者 王长河】"])
def test_who_reports_is_no_headline_though_he_stands_in_brackets(byline: str) -> None:
    assert "记者" not in summarize(f"{byline}青河市昨天关闭了三座老渡口，两千名船工转到新桥上工作。").headline


def test_a_heading_that_asks_its_reader_gives_way() -> None:
    assert "？" not in summarize("【你觉得青河市的老渡口到底怎么样？】青河市昨天关闭了三座老渡口。").headline


def test_what_somebody_also_is_may_be_the_news() -> None:
    text = "青河大桥也是滨海省第一座可以打开的大桥。桥下的船工在看书，桥上的客人在等车。"
    assert summarize(text).headline == "青河大桥也是滨海省第一座可以打开的大桥"


def test_an_office_without_a_name_behind_it_is_who_did_it() -> None:
    told = summarize("滨海国总统昨天在渡口宣布，对进口渡船加征一成关税。").headline
    assert told.startswith("滨海国总统")
