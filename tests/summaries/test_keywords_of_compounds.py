"""What stands beside a word nearly every time is a part of its name, and what names nothing is no keyword."""

import pytest

from summaries import summarize


def told(text: str, title: str = "") -> tuple[str, ...]:
    return summarize(text, title=title).keywords


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("电磁弹射试验完成。新舰装了电磁弹射，飞机起飞更快。专家说，电磁弹射省力。", "电磁弹射", "电磁"),
        ("国民力量党赢了。选民投给国民力量党，因为国民力量党答应减税。", "国民力量党", "国民力量"),
        ("清明上河园开门。游客涌进清明上河园，夜里的清明上河园更热闹。", "清明上河园", "河园"),
        ("渡口省养生协会开会。渡口省养生协会换了会长，电话打到渡口省养生协会没人接。", "渡口省养生协会", "养生协会"),
        ("英伟达涨了。分析师看好英伟达，基金也买英伟达。昨天英伟达又涨。", "英伟达", "伟达"),
        ("杨氏家族卖掉了酒厂。杨氏家族经营酒厂三代，镇上的人都认得杨氏家族。", "杨氏家族", "杨氏"),
        ("医院怕被告医疗事故罪。律师说医疗事故罪很难证明，去年只有两起医疗事故罪。", "医疗事故罪", "医疗事故"),
    ],
)
def test_a_word_that_never_stands_alone_is_told_with_what_it_belongs_to(text: str, whole: str, part: str) -> None:
    found = told(text)
    assert whole in found
    assert part not in found


def test_what_stands_beside_a_word_now_and_then_is_no_part_of_it() -> None:
    assert "燃油" not in told("燃油车少了。燃油车贵了。燃油车旧了。燃油车慢了。买燃油机的人也少了。")
    assert "燃油车" in told("燃油车少了。燃油车贵了。燃油车旧了。燃油车慢了。买燃油机的人也少了。")
    assert "电池" in told("电池充满了。电池便宜了。电池更轻了。工人检查电池时很小心。")


def test_a_person_keeps_his_name_whatever_he_does_each_time() -> None:
    found = told("王小山宣布退赛。记者问王小山宣布退赛的原因，王小山宣布退赛后没有回答。")
    assert "王小山" in found


def test_a_title_that_repeats_two_words_makes_no_name_of_them() -> None:
    found = told("家庭备份应当每周做一次。备份放在别处更安全。备份坏了要重做。", "家庭备份指南")
    assert "备份" in found


def test_a_work_of_which_only_a_part_was_cut_is_told_with_its_whole_title() -> None:
    text = "电影《给渡口的情书》上映三周。观众说，看完《给渡口的情书》想回家。影院加了场次。"
    found = told(text)
    assert "给渡口的情书" in found
    assert not {"情书", "渡口"} & set(found)


def test_a_name_that_every_cut_takes_to_pieces_is_found_by_how_often_it_is_said() -> None:
    text = "极氪锁了车。车主打电话给极氪，极氪没有接。媒体说极氪应当道歉。极氪后来道歉了。"
    assert "极氪" in told(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("车票1130索尔。船票1300索尔，加上行李65索尔，一共2495索尔。", "索尔"),
        ("学生在4号楼上课，警察从5号楼进来，老师逃到4号楼后面。", "号楼"),
        ("总台记者陈小鹏：河水退了。灾民回到村里。村里的路断了三处。总台记者陈小鹏在村里看到，路断了。", "陈小鹏"),
        ("硬糖君觉得好看。昨晚硬糖君看到三点，硬糖君还想再看。", "硬糖君"),
        ("会议于本周二举行。展览于本周五开幕，电影于本周六上映。", "于本周"),
        ("妈妈等了十年。妈妈说，妈妈不怕等。泰国的警察找到了女儿。", "妈妈"),
    ],
)
def test_units_reporters_and_words_that_name_nobody_are_no_keywords(text: str, none: str) -> None:
    assert none not in told(text)


def test_how_old_somebody_is_and_a_handful_of_ships_are_no_figures_to_search_for() -> None:
    assert not {"45岁", "2艘"} & set(told("渔民救起了一名女子。", "45岁女子被2艘渔船救起"))
    assert "487例" in told("医院新增病例四百多例。", "新增病例487例")


def test_of_two_words_as_frequent_the_name_comes_before_the_common_noun() -> None:
    found = told("艺人说累。赵小思唱了一天。艺人要吃饭。赵小思卖起了衣服。艺人老了。赵小思还年轻。")
    assert "赵小思" in found[:1]


def test_a_sum_that_a_title_writes_right_behind_a_name_is_no_part_of_it() -> None:
    found = told("Anthropic和作家和解。Anthropic要付钱。", "Anthropic15亿美元和解")
    assert "Anthropic" in found
    assert "Anthropic15" not in found


def test_a_unit_in_letters_is_no_name() -> None:
    assert "nm" not in told("新芯片用3 nm工艺，旧芯片用5 nm工艺。nm越小越省电。")
