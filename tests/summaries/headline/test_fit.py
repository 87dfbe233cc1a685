"""What dangles, misleads or leaves its end open is no line."""

import pytest

from tests.summaries.headline.lines import headline_of, lines_of

WRONG_ENDS = [
    ("李一鸣五日在县城会见下任联合国秘书长候选人安德列。", "秘书长"),
    ("李一鸣五日在县城会见白山国总统安德列和总理米哈伊。", "总理"),
    ("李一鸣五日在县城会见来华出席青河论坛并进行正式访问的白山国总统安德列。", "青河论坛"),
    ("会议五日举行并没有通过新的河道管理办法。", "举行"),
    ("今天，世界上最长的木桥——青河桥建成通车。", "木桥"),
    ("水利局通过多种形式，把河道管理办法讲给村民听。", "形式"),
    ("村里来了两位客人，一个是教师，一个是木匠。", "客人"),
    ("青河公司说，在过去的二十四小时内，新桥上没有一辆车通过。", "小时内"),
    ("河道治理十分简单，但为了获得更好的效果，还要种树。", "效果"),
    ("白鹭号科学考察船驶入青河港后，将有三百名村民登船参观。", "青河港"),
    ("一架小型货运飞机五日在青河机场降落时，因大风被迫重新升空。", "降落"),
    ("青河县五日发布报告，全面介绍青河渔业的理念、主张和履约成效。", "履约"),
    ("两岸村民五日热烈欢迎青河大学校长参观北岭果园。", "校长"),
    ("青河公司五日宣布合并发展三座果园。", "合"),
]


@pytest.mark.parametrize(("text", "end"), WRONG_ENDS)
def test_no_line_ends_where_the_end_would_be_untrue_or_missed(text: str, end: str) -> None:
    assert not any(line.endswith(end) for line in lines_of(text))


CLAIMS = [
    "青河公司称，新药能治好所有感冒。",
    "青河县一位官员表示，水库没有任何危险，下游居民不必离开。",
    "如果明天不下雨，青河灯会照常举行。",
    "The mayor said the bridge is safe, and nobody has to leave.",
    "The old bridge is safe for all cars, officials said.",
    "According to the mayor, the old bridge is safe for all cars.",
    "青河公司五日重申，新药能治好所有感冒。",
]


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_or_a_condition_never_becomes_a_fact(text: str) -> None:
    line = headline_of(text)
    said = ("称", "表示", "如果", "said", "According", "重申")
    assert not line or any(word in line for word in said)


UNFIT = [
    ("他昨天回到青河看望母亲。", "He"),
    ("这是青河建成的第二座大桥。", "这"),
    ("在今晨的大风中，这可能会慢慢变得非常棘手。", "在"),
    ("该公司去年在青河建了三座工厂。", "该"),
    ("但工人们认为工期太短了一些。", "但"),
    ("It was the second bridge over the river.", "It"),
    ("“我从小就在青河边长大，哪里也不想去。”", "“"),
]


@pytest.mark.parametrize(("text", "begins"), UNFIT)
def test_nothing_dangles_at_the_start(text: str, begins: str) -> None:
    assert not headline_of(text).startswith(begins)
    assert headline_of(text) == "" or not text.startswith(headline_of(text)[:1])


def test_nothing_is_cut_inside_numbers_times_quotes_and_brackets() -> None:
    text = "展览“河流，与人”五日10：30在青河博物馆（东门，靠近车站）开幕，门票1,200张。"
    line = headline_of(text)
    assert "“河流，与人”五日10：30在青河博物馆（东门，靠近车站）开幕" in line
    assert "1,200张" in line or "1" not in line.split("开幕")[1]


def test_a_line_does_not_end_on_a_promise_of_more() -> None:
    line = headline_of(
        "停靠在青河港口的白鹭号，目前已驶离码头，前往三百公里外的海岛，预计后天清晨抵达那里并停留一个星期。"
    )
    assert line.startswith("停靠在青河港口的白鹭号，目前已驶离码头")


def test_a_clause_whose_doer_stands_before_it_is_no_headline_alone() -> None:
    line = headline_of(
        "停靠在青河港口修理了三个月的科学考察船白鹭号在昨夜的大风之中离开码头，目前已抵达三百公里外的海岛。"
    )
    assert not line.startswith("目前已")


def test_what_an_opening_does_not_name_stays_out() -> None:
    assert not any(line.startswith("目前") for line in lines_of("目前，青河县政府对此暂时没有任何回应。"))


@pytest.mark.parametrize(
    "text",
    [
        "县长李一鸣参加会见。",
        "县长李一鸣出席开幕式并致辞。",
        "水利局表示，此举是为了保护两岸的村庄。",
        "五日上午，贵国代表团参观了青河大桥。",
    ],
)
def test_no_line_leaves_open_what_it_speaks_of(text: str) -> None:
    assert lines_of(text) == []


def test_a_list_behind_what_was_done_may_be_left_out() -> None:
    assert "水利局五日检查了青河大桥" in lines_of("水利局五日检查了青河大桥，以及下游的三座水闸。")


def test_a_name_that_holds_the_sign_of_a_pronoun_points_nowhere() -> None:
    assert lines_of("青河救援队昨日抵达土耳其南部山区。") != []


def test_the_names_in_the_news_every_week_need_no_office() -> None:
    assert "安德列五日表示，青河大桥下月通车" in lines_of("白山国总统安德列五日表示，青河大桥下月通车。")
