import pytest

from summaries import summarize


def told(text: str, title: str = "") -> tuple[str, ...]:
    return summarize(text, title=title).keywords


def test_a_name_is_told_with_its_surname_even_if_the_rest_sounds_foreign() -> None:
    text = "陆万安今天访问青河大学。陆万安说，青河大学的古籍很珍贵。校友请陆万安题字。"
    assert "陆万安" in told(text, "陆万安访问青河大学")
    assert "万安" not in told(text, "陆万安访问青河大学")


def test_a_foreign_name_is_whole_even_if_most_of_the_text_is_not_read_for_names() -> None:
    first = "哥伦比亚总统德拉埃斯普列亚今天看望了地震灾民。"
    text = [first, "灾民在广场上搭起帐篷。" * 200, "德拉埃斯普列亚宣布哀悼三天。" * 6]
    found = told("".join(text), "地震之后")
    assert "德拉埃斯普列亚" in found
    assert not {"埃斯", "普列亚", "德拉"} & set(found)


def test_an_office_is_no_part_of_the_name_behind_it_nor_half_a_foreign_name_told() -> None:
    found = told("市委书记郭宁宁今天到渡口。市委书记郭宁宁说，渡口很美。欧盟主席冯德莱恩没有来。")
    assert "郭宁宁" in found
    assert "冯德莱恩" in found
    assert not {"市委书记郭宁宁", "冯德", "莱恩"} & set(found)


def test_another_name_before_a_foreign_one_is_no_part_of_it() -> None:
    text = ["巴西普列亚今天退役。", "灾民在广场上搭起帐篷。" * 200, "普列亚进过很多球。" * 6]
    found = told("".join(text), "退役")
    assert "普列亚" in found
    assert not any("巴西普" in word for word in found)


def test_what_a_person_is_called_is_no_part_of_the_name() -> None:
    text = "青河大学请来了网友梁晓棠。网友梁晓棠昨天参观了青河大学，网友梁晓棠说，古籍很美。"
    found = told(text, "网友梁晓棠参观青河大学")
    assert "梁晓棠" in found
    assert "网友梁晓棠" not in found


def test_foreign_people_are_told_with_their_whole_name() -> None:
    text = "美国总统唐纳德·特朗普会见了乌克兰总统弗拉基米尔·泽连斯基。特朗普说，谈判很有成效。泽连斯基表示感谢。"
    assert {"唐纳德·特朗普", "弗拉基米尔·泽连斯基"} <= set(told(text))


def test_every_foreign_person_of_a_text_is_found_however_near_the_names_stand() -> None:
    found = told("埃隆·马斯克、唐纳德·特朗普见面了。马斯克说，特朗普很忙。特朗普说，马斯克很忙。")
    assert {"埃隆·马斯克", "唐纳德·特朗普"} <= set(found)


def test_two_foreign_people_joined_by_and_are_two() -> None:
    found = told("米拉·克拉克和索菲娅·克拉克今天到青河。青河的渔民问米拉·克拉克和索菲娅·克拉克要不要坐船。")
    assert {"米拉·克拉克", "索菲娅·克拉克"} <= set(found)
    assert "索菲娅·克拉克" in told("米拉·克拉克的妻子索菲娅·克拉克今天到青河。渔民问索菲娅·克拉克要不要坐船。")


@pytest.mark.parametrize(
    "name", ["塞尔达尔·别尔德穆哈梅多夫", "迪亚茨-卡内尔", "唐纳德・马丁", "弗拉基米尔‧泽列科夫", "莉娜·卡多-费雷"]
)
def test_foreign_people_are_told_whole_whatever_stands_between_their_names(name: str) -> None:
    assert name in told(f"{name}今天到青河。青河的渔民问{name}要不要坐船。")
    assert name in told(f"{name}今天到青河。青河的漁民問{name}要不要坐船。")


def test_a_hyphen_between_places_makes_no_person() -> None:
    assert not any("-" in name for name in told("北京-上海的列车停运。北京-上海的旅客改坐飞机。"))


def test_the_title_after_a_foreign_name_is_no_part_of_it() -> None:
    found = told("印度教授拉杰什瓦里·伊耶博士来访。博士说，青河很美。")
    assert "拉杰什瓦里·伊耶" in found
    assert not any("博士" in word and "·" in word for word in found)


def test_not_every_dot_joins_a_name() -> None:
    assert "“真·好吃" not in told("“真·好吃馆子”开业了。顾客说，“真·好吃馆子”的面很香。")
    assert not any("·" in word for word in told("甲·乙开会。数·学很难。"))
    assert not any("·" in word for word in told("· 青河大桥今天通车。新桥有A·B两座引桥。"))
    assert not any("·" in word for word in told("青河科技·成都实验室揭牌。青河科技·成都实验室招人。"))


def test_a_given_name_that_nobody_knows_is_told_with_its_surname() -> None:
    text = "沈怀远同志五日在青河逝世。沈怀远1956年毕业于土木系。沈怀远先后设计了二十座大桥。"
    assert "沈怀远" in told(text)
    assert "陆鼻息" not in told("他说凤梨要仰大陆鼻息，农民不同意仰大陆鼻息的说法。有人再提仰大陆鼻息。")
