import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import summarize
from summaries.document import Document, read
from summaries.headline import headline
from summaries.headline.runs import cut, runs
from summaries.rank.plain import PlainSight
from summaries.rank.weights import load
from summaries.sentences import count_tokens, split
from tests.summaries.headline.lines import headline_of, lines_of

PAIRS = ("“”", "‘’", "「」", "『』", "《》", "（）", "()", "【】", "[]")
_PIECES = st.sampled_from(
    [
        *(
            "今天（3月5日）",
            "据河东日报报道，",
            "水利局称，",
            "新桥在青河上正式通车",
            "国家主席",
            "李一鸣",
            "如果下雨，",
            "全长两公里",
            "，",
            "。",
            "；",
            "：",
        ),
        *(
            "“",
            "”",
            "《",
            "》",
            "（",
            "）",
            '"',
            "1,234.5",
            "10：30",
            "——",
            " — ",
            "The bridge opened, ",
            "officials said.",
            "…",
            "\n",
            " ",
            "該館",
            "\ud800",
        ),
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join))


@given(_TEXTS, st.text(max_size=20))
def test_a_headline_is_one_verbatim_run_of_one_sentence(text: str, title: str) -> None:
    line = headline_of(text, title)
    assert not line or any(line in sentence.text for sentence in split(text))


@given(_TEXTS)
def test_a_headline_fits_a_line_with_every_mark_closed(text: str) -> None:
    line = headline_of(text)
    assert count_tokens(line) <= 30
    assert all(line.count(pair[0]) == line.count(pair[1]) for pair in PAIRS)
    assert line.count('"') % 2 == 0


@given(_TEXTS)
def test_the_same_text_has_the_same_headline(text: str) -> None:
    assert headline_of(text) == headline_of(text)


NEWS_WITHOUT_OPENINGS = [
    ("今天（3月5日），新桥在青河上正式通车。", "新桥在青河上正式通车"),
    ("今天（3月5日）上午新桥在青河上正式通车。", "新桥在青河上正式通车"),
    ("当地时间3月5日下午，新桥在青河上正式通车。", "新桥在青河上正式通车"),
    ("据河东日报报道，青河两岸的六个村庄已经全部通上自来水。", "青河两岸的六个村庄已经全部通上自来水"),
    ("记者从青河水利局获悉，新水库下月开始蓄水。", "新水库下月开始蓄水"),
    ("新华社青河3月5日电 青河大桥五日上午正式建成通车。", "青河大桥五日上午正式建成通车"),
    ("(青河日报记者王小山)青河大桥五日上午正式建成通车。", "青河大桥五日上午正式建成通车"),
    ("國家主席陳大文五日在青河會見客人。", "陳大文五日在青河會見客人"),
    ("据青河气象台最新监测数据显示，本月降水比往年少三成。", "本月降水比往年少三成"),
    ("今年前三季度，青河港运出木材八万吨。", "前三季度，青河港运出木材八万吨"),
    ("由青河电视台制作的纪录片《河流》五日在省城首播。", "纪录片《河流》五日在省城首播"),
    ("青河县水利局有关负责人介绍，新水库下月开始蓄水。", "新水库下月开始蓄水"),
    ("青河县水利局新闻发言人介绍，新水库下月开始蓄水。", "新水库下月开始蓄水"),
    ("新华社青河3月5日电 题：热点问答｜青河为什么改道？", "青河为什么改道？"),
    ("记者手记｜青河大桥五日上午正式建成通车。", "青河大桥五日上午正式建成通车"),
    ("导读：青河大桥五日上午正式建成通车。", "青河大桥五日上午正式建成通车"),
    ("应青河县政府邀请，白山国河流代表团昨日抵达省城。", "白山国河流代表团昨日抵达省城"),
]


@pytest.mark.parametrize(("text", "line"), NEWS_WITHOUT_OPENINGS)
def test_who_sent_it_and_when_is_left_out(text: str, line: str) -> None:
    assert headline_of(text) == line


def test_at_whose_wish_it_was_done_may_be_left_out() -> None:
    assert "青河两岸昨日种下三千棵树" in lines_of("根据全县河道会议的要求，青河两岸昨日种下三千棵树。")


NEWS_WITHOUT_ENDS = [
    ("青河县五日公布《河道管理办法》（以下简称《办法》）。", "青河县五日公布《河道管理办法》"),
    ("青河县县长李一鸣五日在县城会见白山国总统安德列耶维奇。", "青河县县长李一鸣五日在县城会见白山国总统"),
    ("李一鸣五日在县城出席青河建县百年纪念活动并为获奖者颁奖。", "李一鸣五日在县城出席青河建县百年纪念活动"),
    (
        "青河县人民政府办公室、青河县水利局、青河县自然资源局五日联合印发《关于进一步加强青河河道管理工作的通知》。",
        "《关于进一步加强青河河道管理工作的通知》",
    ),
    (
        "李一鸣五日签署命令，公布《青河河道管理办法》（以下简称《办法》）自公布之日起施行。",
        "李一鸣五日签署命令，公布《青河河道管理办法》",
    ),
    ("李一鸣五日复信青河中学全体师生并回赠新书。", "李一鸣五日复信青河中学全体师生"),
    ("李一鸣五日在县城会见白山国水务局局长安德列。", "李一鸣五日在县城会见白山国水务局局长"),
]


@pytest.mark.parametrize(("text", "line"), NEWS_WITHOUT_ENDS)
def test_what_the_line_can_do_without_may_be_cut_from_the_end_of_a_clause(text: str, line: str) -> None:
    assert line in lines_of(text)


PARTS_THAT_STAND_ALONE = [
    # a public deed whose doer leaves no room for it
    (
        "国家副主席李一鸣五日在青河会见来华出席第二十四届世界大河流域治理论坛的白山国总理安德列。",
        "会见来华出席第二十四届世界大河流域治理论坛的白山国总理",
    ),
    (
        "国务院总理李一鸣五日晚乘专机抵达白山国首都，出席第二十四届世界大河流域治理与保护论坛开幕式。",
        "出席第二十四届世界大河流域治理与保护论坛开幕式",
    ),
    # the name of what is held, or of what is published
    (
        "青河流域综合治理与生态保护第二十四次联席会议三月五日下午在省城大礼堂举行。",
        "青河流域综合治理与生态保护第二十四次联席会议",
    ),
    (
        "三月五日出版的第六期《河流》杂志发表青河水利学会会长、青河大学教授李一鸣的重要文章《让青河两岸都绿起来》。",
        "重要文章《让青河两岸都绿起来》",
    ),
    # what is to be done
    ("会议强调，要加快青河两岸的河道治理。", "加快青河两岸的河道治理"),
    ("李一鸣指出，水是命脉，要因地制宜用好每一滴水，推进节水灌溉。", "推进节水灌溉"),
    ("代表们表示，我们要守护好青河的一草一木。", "守护好青河的一草一木"),
    ("我们要守护好青河的一草一木。", "守护好青河的一草一木"),
    ("水利局近日下发通知，要求各地加快补齐灌溉管网短板。", "加快补齐灌溉管网短板"),
    # what a briefing or a meeting is about
    ("青河县五日举行发布会，水利局有关负责人介绍了青河两岸节水灌溉的有关情况。", "青河两岸节水灌溉"),
    ("青河县委五日下午就加强两岸河道治理进行第十次集体学习。", "加强两岸河道治理"),
    # what was done when something was said, or before the next thing was done
    ("县长李一鸣五日在北岭考察山楂加工厂时强调，要抓紧修好青河大桥。", "县长李一鸣五日在北岭考察山楂加工厂"),
    ("白鹭号科学考察船驶入青河港后，三百名村民登船参观。", "白鹭号科学考察船驶入青河港"),
    # means, gifts and ways that a clause opens with, where its deed follows
    ("青河县今年改造三座水闸，以节水灌溉带动农业增产增收。", "以节水灌溉带动农业增产增收"),
    ("青河县今年改造三座水闸，为两岸农业注入新活力。", "为两岸农业注入新活力"),
    ("青河县今年改造三座水闸，着力改善两岸水质。", "着力改善两岸水质"),
    ("青河县今年改造三座水闸，更好满足村民用水需求。", "更好满足村民用水需求"),
    ("两岸村民今年改造三座水闸，共建青河美丽家园。", "共建青河美丽家园"),
    # what is taken for granted, or is to be served
    ("随着青河灌区改造加快推进，两岸农田今年全部浇上水。", "青河灌区改造加快推进"),
    ("为确保青河两岸农田及时浇上水，县里昨日打开三座水闸。", "确保青河两岸农田及时浇上水"),
]


@pytest.mark.parametrize(("text", "line"), PARTS_THAT_STAND_ALONE)
def test_what_stands_alone_may_be_a_line_without_what_leaves_it_no_room(text: str, line: str) -> None:
    assert line in lines_of(text)


PARTS_THAT_DO_NOT = [
    ("青河饮料公司和北岭果品公司五日在省城签署为期三年的山楂、苹果和梨子采购与加工协议书。", "签署"),
    ("青河饮料公司五日与省城经济开发区管理委员会见面，签署为期三年的山楂、苹果和梨子采购与加工协议书。", "签署"),
    ("国家副主席李一鸣五日在青河会见白山国总理安德列。", "会见"),
    ("白山国总统安德列五日称，要全面占领青河两岸的村庄。", "全面"),
    ("李一鸣强调，要抓紧修桥，青河已经没有任何危险。", "青河已经"),
    ("国务院台办发言人李一鸣五日在青河流域治理论坛上说没有发表任何关于河道改造和生态保护的意见。", "发表"),
    ("随着《青河条例》。", "《"),
    ("青河公司五日提出条件，要求全面停止青河两岸的捕鱼活动。", "全面"),
    ("李一鸣五日来到县城，共同出席青河大桥通车仪式的还有三百名村民。", "共同"),
    ("讲青河两岸农田灌溉历史的新书，由河东人民出版社出版，在全国发行。", "由河东"),
    ("水利局发言人五日介绍了各自灌区学习讨论的有关情况。", "各自"),
    ("青河县五日举行发布会，介绍两岸河道治理和灌溉改造等有关情况。", "两岸"),
]


@pytest.mark.parametrize(("text", "begins"), PARTS_THAT_DO_NOT)
def test_a_part_is_no_line_where_its_doer_or_speaker_would_be_missed(text: str, begins: str) -> None:
    assert not any(line.startswith(begins) for line in lines_of(text))


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("青河县的新大桥不仅缩短两岸的路程，还让北岭的果子卖到省城。", "青河县的新大桥不仅缩短两岸的路程"),
        ("青河县今年要修的不是一座大桥，而是两座大桥和一条通往北岭的路。", "青河县今年要修的不是一座大桥"),
        ("青河大桥昨日虽然没有通车，但村民们已经上桥参观。", "青河大桥昨日虽然没有通车"),
        ("■ 青河大桥为什么修了八年。", "■ 青河大桥为什么修了八年"),
    ],
)
def test_half_of_a_pair_and_the_heading_of_a_part_are_no_lines(text: str, half: str) -> None:
    assert half not in lines_of(text)


def test_no_wish_is_taken_from_what_somebody_claims_next() -> None:
    assert not any(line.startswith("加快") for line in lines_of("李一鸣强调，水利局称，要加快修好青河大桥。"))


def _keeping(document: Document, words: Sequence[str]) -> PlainSight:
    """Sees a text as if editors kept these words of it, and no others."""
    sight = PlainSight(document, load())
    kept = {word: 1_000 if word in words else 0 for word in document.frequency}
    sight.measures = replace(
        sight.measures, kept=kept, kept_in=[sum(map(kept.__getitem__, set(said))) for said in document.words]
    )
    return sight


def test_of_two_lines_the_one_with_what_editors_keep_is_shown() -> None:
    document = read("青河县今年在城南建成两座日供水十万吨的水厂，北岭村去年秋天在后山坡上种下三千棵苹果树。")
    first, second = (
        headline(document, range(1), _keeping(document, kept))
        for kept in (("青河", "水厂", "建成"), ("北岭", "北岭村", "苹果树", "种下", "岭村"))
    )
    assert "水厂" in first
    assert "苹果树" not in first
    assert "苹果树" in second
    assert "水厂" not in second


def test_a_wish_goes_on_with_wishes_only() -> None:
    lines = lines_of("李一鸣强调，要抓紧修好青河大桥，青河两岸已经没有任何危险。")
    assert "抓紧修好青河大桥" in lines
    assert not any("危险" in line and "强调" not in line for line in lines)


def test_where_the_first_sentences_have_no_line_a_later_one_is_asked() -> None:
    text = "他说，今天很好。" * 6 + "新桥在青河上正式通车。"
    assert headline_of(text) == "新桥在青河上正式通车"


def test_a_paper_with_too_long_a_title_is_no_line() -> None:
    title = "《关于" + "进一步加强青河河道管理工作" * 3 + "的通知》"
    assert not lines_of(f"青河县人民政府办公室五日印发{title}。")


def test_a_text_without_a_fit_run_has_no_headline() -> None:
    assert headline_of("") == ""
    assert headline_of("他说。") == ""
    assert headline_of("一" * 40) == ""


def test_a_summary_has_the_headline_of_its_text() -> None:
    assert summarize("今天（3月5日），新桥在青河上正式通车。").headline == "新桥在青河上正式通车"


def test_many_threads_get_the_same_headline() -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(headline_of("据悉，新桥在青河上正式通车。"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["新桥在青河上正式通车"] * 8


def test_a_line_does_not_begin_with_a_place_in_a_row() -> None:
    for opening in ("后来", "先是", "一是"):
        assert not list(runs(cut(f"{opening}村民们修好了青河大桥。")))
    assert list(runs(cut("村民们修好了青河大桥。")))


@pytest.mark.parametrize("number", ["1、", "二、", "（三）", "4. ", "⑤"])
def test_a_line_leaves_out_the_number_of_a_point(number: str) -> None:
    story = "渡口停航三天，市民改乘公交车过河"
    line = summarize(f"{number}{story}。").headline
    assert line
    assert line in story


@pytest.mark.parametrize("text", ["10.5公里的新路今天在青河县全线通车。", "3名船工今天在青河渡口获救。"])
def test_a_figure_is_no_number_of_a_point(text: str) -> None:
    assert summarize(text).headline == text.rstrip("。")


def test_the_paper_that_something_rests_on_is_no_line() -> None:
    for paper in ("根据《青河市防台风应急预案》和第9号台风的防御工作方案", "依照新修订的青河市渡口管理条例"):
        line = summarize(f"{paper}，青河渡口明天停航三天，市民改乘公交车过河。").headline
        assert "渡口明天停航三天" in line
