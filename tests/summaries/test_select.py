import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import summarize, summarize_to
from summaries.document import Document, read
from summaries.rank.learned import look
from summaries.select import Room, pick

LEAD = "滨海市图书馆新馆今天正式对市民开放，藏书达到两百万册。"
MORE = (
    "市民凭身份证就可以进馆借书，一次最多借二十本。",
    "新馆还设有儿童阅览区和视障阅览室，由志愿者轮流讲解。",
    "老馆将改建为地方文献馆，预计明年底完工。",
    "为方便读者，公交公司新开了两条线路，直达新馆门口。",
)


def told(document: Document, order: list[int], room: Room) -> list[int]:
    return pick(document, order, room, look(document))


def test_what_points_back_is_told_after_what_it_points_to() -> None:
    points = "此外，该馆每年将举办三百场讲座，滨海市民都可以免费参加图书馆的全部活动。"
    before = "新馆的报告厅有八百个座位。"
    summary = summarize([LEAD, before + points, *MORE], chars=120).sentences
    assert points not in summary or before in summary


def test_what_points_back_is_told_only_together_with_what_it_points_to() -> None:
    points = "此外，该馆每年将举办三百场讲座，滨海市民都可以免费参加图书馆的全部活动。"
    document = read([LEAD, "新馆的报告厅有八百个座位。", points, *MORE], title="图书馆新馆开放")
    order = [2, 0, 1, 3, 4, 5, 6]
    lead, before, leaning = (len(sentence.text) for sentence in document.sentences[:3])
    assert {1, 2} <= set(told(document, order, Room(chars=2 * (lead + before + leaning))))
    assert 2 not in told(document, order, Room(chars=lead + before + leaning - 1))
    assert 2 in told(document, order, Room(sentences=2))


def test_what_points_back_over_a_sentence_that_points_back_too_is_told_behind_the_one_both_mean() -> None:
    who = "陆川今天宣布，滨海市图书馆新馆正式开放。"
    aside = "他每天早上六点就到馆里，看着工人把书架一排一排装好。"
    news = "他还要在滨海市图书馆举办三百场讲座，市民都可以免费参加，藏书也将增加到两百万册。"
    document = read(
        [who + aside + news, "老馆以后做什么，还没有人知道。", "公交车要到明年才通。"], title="图书馆新馆开放"
    )
    assert told(document, [2, 0, 1, 3, 4], Room(chars=len(who + news))) == [0, 2]


@pytest.mark.parametrize("again", ["本馆不收费，欢迎常来。", "はい、そうです。", "Нет и не будет.", "是的，就是的。"])
def test_what_is_said_twice_word_for_word_is_told_once(again: str) -> None:
    text = [LEAD, again, MORE[0], again]
    for summary in summarize_to(text, budgets=[40, 100, 1000]):
        assert summary.sentences.count(again) <= 1
    assert summarize(text, chars=1000).sentences == (LEAD, again, MORE[0])
    assert summarize(text, sentences=4).sentences.count(again) <= 1


def test_the_next_of_a_row_is_told_behind_the_one_before_it_only() -> None:
    opened, first, then = (
        "You open the back of the old clock with a thin knife.",
        "First, take out the two long screws that hold the works in the case of the clock, and put them aside.",
        "Next, lift the works with both hands.",
    )
    document = read(f"{opened} {first} {then}", title="How to open an old clock")
    assert told(document, [0, 2, 1], Room(chars=130)) == [0]


def test_a_greeting_fills_no_room() -> None:
    hello, thanks = "主持人：各位听众朋友大家好，欢迎收听今天的茶座。", "主持人：好的，谢谢馆长。"
    told_of = summarize([hello, "馆长：主持人好，听众朋友们好。", LEAD, thanks, *MORE], chars=110).sentences
    assert LEAD in told_of
    assert not any("好，" in sentence for sentence in told_of)


def test_an_answer_is_told_with_its_question() -> None:
    question, answer = "记者：图书馆新馆为什么选在河东新区？", "馆长：河东新区三年里多了四十万居民，却没有一家图书馆。"
    summary = summarize([LEAD, question, answer, *MORE], chars=100).sentences
    assert answer not in summary or question in summary


def test_of_a_round_up_every_item_is_opened_before_one_goes_on() -> None:
    items = ["甲河大桥今天通车。", "乙山机场昨天停航两小时。", "丙湖渔民开始秋捕。", "丁市公布入学名单。"]
    rest = ["司机们鸣笛庆祝。", "原因是跑道积雪。", "首日捕鱼十吨。", "家长可以上网查询。"]
    news = [item + more for item, more in zip(items, rest, strict=True)]
    assert summarize(news, sentences=4).sentences == tuple(items)
    assert summarize(news, chars=sum(map(len, items)) + 5).sentences == tuple(items)


def test_a_story_with_a_title_is_no_round_up_and_may_go_on_in_its_first_paragraph() -> None:
    paragraphs = [
        "甲河大桥今天通车。司机们鸣笛庆祝。",
        "老渡口的船工改行卖鱼。",
        "沿岸种上了三千棵柳树。",
        "下月开始收取过路费。",
    ]
    order = [0, 1, 2, 3, 4]
    assert told(read(paragraphs, title="甲河大桥通车"), order, Room(sentences=2)) == [0, 1]
    assert told(read(paragraphs), order, Room(sentences=2)) == [0, 2]
    assert told(read(paragraphs, title="早间要闻"), order, Room(sentences=2)) == [0, 2]


def test_of_a_round_up_the_next_item_is_told_where_a_story_would_leave_room() -> None:
    items = [
        "甲河大桥今天上午正式通车，全长两公里。",
        "乙山机场昨天因为积雪停航，旅客改乘火车。",
        "丙湖渔民本周开始秋季捕捞，首日捕鱼十吨。",
        "丁市小学今年免费接种流感疫苗，从九月一日起，家长可以在学校、卫生站和社区服务中心报名。",
    ]
    order, room = [0, 1, 3, 2], Room(chars=65)
    assert told(read(items), order, room) == [0, 1, 2]
    assert len(told(read(items, title="甲河大桥通车"), order, room)) == 2


def test_what_the_lead_says_and_ranks_first_is_told_in_the_room_that_is_left_if_it_is_new() -> None:
    story = [
        "青河大桥今天上午正式通车，两岸车程从四十分钟缩短到五分钟，行人和自行车免费通过。",
        "大桥由青河交通局管理。",
        "六十名船工中午最后一次摆渡，许多老人专程赶来坐船。",
        "青河大桥两岸的车程缩短到五分钟，自行车免费。",
        "桥头的茶馆老板准备改卖纪念品，已经订了三百个木头渡船。",
    ]
    document, room = read(story, title="青河大桥通车"), Room(chars=70)
    assert told(document, [0, 2, 1, 3, 4], room) == [0, 2]
    assert told(document, [0, 4, 1, 3, 2], room) == [0], "what comes later only fills room"
    repeating = read([story[0], story[3], *story[1:3]], title="青河大桥通车")
    assert told(repeating, [0, 1, 3, 2], room) == [0], "it says again what is told"


def test_so_is_what_goes_on_with_what_is_told() -> None:
    story = [
        "青河大桥今天上午正式通车，两岸车程从四十分钟缩短到五分钟，行人和自行车免费通过。",
        "同时，六十名船工摇着旧渡船最后一次过河，许多老人赶来送行。",
        "桥头的茶馆老板准备改卖纪念品，已经订了三百个木头渡船。",
        "大桥由青河交通局管理。",
    ]
    document, room = read(story, title="青河大桥通车"), Room(chars=len(story[0] + story[1]))
    assert told(document, [0, 1, 3, 2], room) == [0, 1]
    assert told(read([story[0], story[2], story[1], story[3]], title="青河大桥通车"), [0, 2, 3, 1], room) == [0]


def test_a_first_sentence_with_its_day_is_told_in_the_room_that_is_left_wherever_it_ranks() -> None:
    story = [
        "7月5日，滨海市港务局宣布，青河渡口的六十条渡船年底前全部停航。",
        "大桥通车以来，渡口的客流每个月都在下降，去年一整年只卖出去九千张船票，不到十年前的百分之五。",
        "船工们说，他们已经习惯了没有人的早晨。",
        "茶馆老板改卖起了纪念品。",
        "老码头将改建成公园。",
    ]
    order = [1, 2, 3, 4, 0]
    assert told(read(story, title="渡口的最后一年"), order, Room(chars=80))[0] == 0
    undated = ["滨海市港务局宣布，青河渡口的六十条渡船在新桥通车以后全部停航。", *story[1:]]
    assert 0 not in told(read(undated, title="渡口的最后一年"), order, Room(chars=80))


def test_a_notice_comes_with_who_gives_it() -> None:
    source = "7月5日，滨海市港务局发布情况通报："
    notice = "近日，网友反映我局所属的青河渡口船票涨价，引发社会关注。"
    rest = ("我局立即派人核实，渡口没有涨价。", "船票的价格十年没有变过，今后也不会变。", "感谢大家的监督。")
    document = read([source, notice, *rest], title="渡口船票涨价？当地通报")
    assert told(document, [1, 2, 3, 0, 4], Room(chars=len(notice) + len(source))) == [0, 1]
    assert told(document, [1, 2, 3, 0, 4], Room(chars=len(notice) + len(source) - 1)) == [1]


def test_room_that_a_shorter_summary_used_up_is_filled_with_nothing_from_further_down() -> None:
    document = read([LEAD, *MORE], title="滨海市图书馆新馆开放")
    kept, order = [0, 1], [0, 1, 4, 2, 3]
    assert pick(document, order, Room(chars=85), look(document), kept=kept) == kept


def test_items_are_known_by_their_headings() -> None:
    news = [
        "【大桥通车】青河大桥今天上午建成通车。车主李先生说上班快了半小时。",
        "【苹果丰收】北岭县预计收获苹果八万吨。果农们正忙着装箱。",
        "【海关查私】东港海关查获一批走私象牙。三名嫌疑人被拘留。",
    ]
    told = summarize(news, chars=80).sentences
    assert all(sentence.startswith("【") for sentence in told)
    assert len(told) == len(news)


def test_a_story_with_a_list_is_told_as_a_story_and_not_by_the_points_of_the_list() -> None:
    paragraphs = [
        LEAD,
        *MORE,
        "记者在新馆里走了一圈，读者可以留意下面几处：",
        "● 南门有存包柜。",
        "● 二楼可以喝水。",
        "● 三楼能看见海。",
        *[
            f"第{n}阅览室昨天已经坐满了人，有人站着看完了一本书。"
            for n in ("一", "三", "四", "五", "六", "七", "八", "九")
        ],
    ]
    told = summarize(paragraphs, title="滨海市图书馆新馆开放", chars=110).sentences
    assert LEAD in told
    assert not any(sentence.startswith("●") for sentence in told)


def test_a_point_of_a_list_is_told_behind_a_sentence_that_needs_no_number() -> None:
    plain = "滨海市图书馆新馆每天开放十二个小时，市民凭身份证就可以免费借书。"
    assert plain in summarize([plain, *MORE], chars=40).sentences
    assert f"7、{plain}" not in summarize([f"7、{plain}", *MORE], chars=40).sentences


def test_half_a_row_is_not_told_as_if_it_were_all() -> None:
    half = "新馆借书的规定改了两处，其一是每次能借二十本书，滨海市民凭身份证就可以到图书馆办理。"
    paragraphs = [LEAD, half + "其二是借期延长到两个月。", *MORE]
    assert half not in summarize(paragraphs, title="图书馆新馆开放", chars=120).sentences


def test_a_text_that_fits_is_told_whole_whatever_was_told_before() -> None:
    short, long = summarize_to([LEAD, *MORE], title="图书馆新馆开放", budgets=[60, 150])
    assert len(short.sentences) < len(long.sentences)
    assert long.sentences == (LEAD, *MORE)


def test_who_edited_is_not_told_even_where_there_is_room_for_all() -> None:
    paragraphs = [LEAD, *MORE, "如果您有建议，欢迎在评论区留言。", "责任编辑：王小明"]
    assert summarize(paragraphs, chars=1000).sentences == (LEAD, *MORE)
    assert summarize(["责任编辑：王小明"], chars=1000).sentences == ("责任编辑：王小明",)


def test_the_words_under_a_picture_are_not_told() -> None:
    caption = "滨海市图书馆新馆里藏书两百万册的书架。"
    paragraphs = [LEAD, *MORE, f"{caption}（图片拍摄：滨海日报王小明）"]
    document = read(paragraphs, title="图书馆新馆开放")
    assert caption not in summarize(paragraphs, title="图书馆新馆开放", chars=90).sentences
    assert {sentence.text for sentence in map(document.sentences.__getitem__, document.last_resort)} >= {caption}


def test_the_same_day_is_told_only_behind_the_day() -> None:
    day = "九月三日，滨海港务局宣布渡口停航一周，检修码头。"
    same = "同一天，滨海市图书馆新馆正式对市民开放，藏书达到两百万册。"
    summary = summarize([MORE[2], day + same, *MORE[:2], MORE[3]], title="图书馆新馆开放", chars=100).sentences
    assert same not in summary or day in summary


def test_a_text_written_in_lines_is_told_from_its_beginning() -> None:
    lines = [
        "风吹过北岸的灯塔",
        "守塔人点亮油灯",
        "渔船一只只归来",
        "浪花拍打着礁石",
        "孩子们在沙滩奔跑",
        "妈妈喊他们吃饭",
    ]
    assert summarize(lines, chars=25).sentences == tuple(lines[:3])


def test_the_first_to_say_the_same_is_told() -> None:
    again = LEAD.removesuffix("。") + "，环境优美，交通便利。"
    told = summarize([LEAD, *MORE, again], sentences=2).sentences
    assert LEAD in told
    assert again not in told


def test_a_question_is_not_told_for_what_answers_it_nor_a_point_of_a_list_for_the_story() -> None:
    said = "滨海市图书馆老馆会改建为地方文献馆，并在明年底完工。"
    for before in ("滨海市图书馆老馆会改建为地方文献馆吗？", "2、滨海市图书馆老馆会改建为地方文献馆。"):
        document = read([LEAD, before, *MORE[:2], said], title="图书馆新馆开放")
        assert told(document, [0, 4, 2, 3, 1], Room(chars=60)) == [0, 4]


def test_what_adds_little_does_not_fill_the_room() -> None:
    filling = "大家都说好。"
    told = summarize([LEAD, *MORE, *[f"{name}{filling}" for name in ("老张", "小李", "阿王")]], chars=110).sentences
    assert not any(filling in sentence for sentence in told)


def test_who_asks_for_a_number_gets_the_first_of_the_ranking() -> None:
    document = read([LEAD, *MORE])
    assert told(document, [3, 1, 0, 2, 4], Room(sentences=2)) == [1, 3]
    assert told(document, [3, 1, 0, 2, 4], Room(sentences=3)) == [0, 1, 3]


def test_what_cannot_be_read_alone_gives_way_and_is_told_before_nothing() -> None:
    document = read([LEAD, "一共分成三个方面：", "市民凭身份证就可以进馆借书", *MORE[1:]])
    assert told(document, [1, 0, 2, 3, 4, 5], Room(sentences=1)) == [0]
    assert told(document, [2, 0, 1, 3, 4, 5], Room(sentences=1)) == [2]  # a line that only lacks its full stop
    assert told(document, [1, 0, 2, 3, 4, 5], Room(sentences=6)) == [0, 1, 2, 3, 4, 5]


def test_of_a_short_text_whose_title_is_known_the_fuller_sentences_are_told() -> None:
    text = LEAD + "大家看了都很高兴。" + "".join(MORE)
    order = [0, 1, 2, 3, 4, 5]
    assert 1 not in told(read(text, title="图书馆新馆开放"), order, Room(sentences=2))
    assert told(read(text), order, Room(sentences=2)) == [0, 1]


def test_one_sentence_is_given_even_if_none_fits() -> None:
    assert len(summarize([LEAD, *MORE], chars=3).sentences) == 1


@pytest.mark.parametrize("chars", [30, 60])
def test_words_nobody_knows_are_told_from_the_beginning(chars: int) -> None:
    text = "วันนี้ฝนตก. พรุ่งนี้แดดออก. มะรืนนี้ลมแรง. วันต่อไปอากาศดี."
    told = "".join(summarize(text, chars=chars).sentences)
    assert told == "".join(summarize(text, chars=500).sentences)[: len(told)]


@given(
    st.lists(
        st.sampled_from([LEAD, *MORE, "此外，票价不变。", "共三点：", "为什么？", "好。", "责任编辑：王小明"]),
        max_size=12,
    ),
    st.integers(1, 300),
)
def test_a_room_is_never_overrun_and_a_longer_summary_holds_the_shorter(texts: list[str], chars: int) -> None:
    short, long = summarize_to(texts, budgets=[chars, 2 * chars])
    for told, room in ((short.sentences, chars), (long.sentences, 2 * chars)):
        assert len(told) <= 1 or sum(map(len, told)) <= room
    assert set(short.sentences) <= set(long.sentences)


def test_nobody_who_asks_for_no_sentence_gets_one() -> None:
    document = read([LEAD, *MORE])
    assert pick(document, range(5), Room(sentences=0), None) == []


def test_one_of_a_pair_is_not_told_without_the_other_some_sentences_later() -> None:
    half = "一方面，滨海市图书馆新馆的阅览座位比老馆多出两千个，市民不用再排队等位。"
    paragraphs = [LEAD, half, "新馆的每一层都有座位。", "另一方面，新馆离地铁站还有两公里，老人过去并不方便。", *MORE]
    assert half not in summarize(paragraphs, title="滨海市图书馆新馆开放", chars=120).sentences
