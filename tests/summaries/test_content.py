import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.content import (
    answers,
    breaks_off,
    empty_talk,
    is_caption,
    is_empty_talk,
    is_point,
    opens_item,
    points_back,
    stands_alone,
    tells_little,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "风险提示：本文仅供参考。",
        "以上内容不构成任何投资建议。",
        "市场有风险，入市须谨慎。",
        "本文仅代表作者个人观点。",
        "此前报道",
        "责任编辑：王小明",
        "点击查看更多精彩内容",
        "（图片拍摄：滨海日报王小明）",
        "Click here to read more",
        "123 456",
        "标签：渡口、大桥",
        "Tags: ferries, bridges · harbours",
        "Seller: Quayside | Kind: Atlas | Price: 12.00",
        "您怎么过河，欢迎来评论区说一说。",
        "对此，你怎么看呢。",
        "1 | 2 | make harbour | make quay",
        "陆河.渡口的兴衰[J].航运研究,2021,14(3):22-31.",
    ],
)
def test_a_page_talks_of_itself(sentence: str) -> None:
    assert is_empty_talk(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "此前报道称大桥将于五月通车。",
        "公司提示了三种风险，股价应声下跌。",
        "记者节这天他照常出海。",
        "船工的儿子在评论区讲了渡口的来历。",
    ],
)
def test_news_is_no_talk_of_the_page(sentence: str) -> None:
    assert not is_empty_talk(sentence)


_BITS = (
    *(
        "责任编辑",
        "文",
        "图",
        "记者",
        "来源",
        "作者",
        "：",
        ":",
        "/",
        "丨",
        " ",
        "（",
        "）",
        "【",
        "】",
        "。",
        "，",
        "1",
        "-",
        "_",
    ),
    *(
        "点击",
        "查看",
        "阅读原文",
        "长按",
        "识别",
        "扫",
        "二维码",
        "扫码",
        "关注",
        "公众号",
        "下载",
        "客户端",
        "欢迎",
        "转发",
    ),
    *(
        "未经",
        "许可",
        "不得",
        "版权",
        "所有",
        "转载请",
        "早前",
        "相关",
        "推荐",
        "报道",
        "阅读",
        "不构成",
        "投资",
        "建议",
        "有风险",
    ),
    *(
        "风险提示",
        "免责声明",
        "本文",
        "文章",
        "不代表",
        "来自",
        "仅代表作者",
        "观点",
        "资料图",
        "▲",
        "图1",
        "大桥今天通车",
    ),
    *("Click here", "READ more", "ſubscribe", "İmage:", "photo:", "©", "the", "Москва", "か", "한", "\u3400", "😀"),
)


@given(st.lists(st.lists(st.sampled_from(_BITS), max_size=6).map("".join), max_size=6))
def test_what_is_empty_talk_alone_is_so_among_others(sentences: list[str]) -> None:
    assert empty_talk(sentences) == {i for i, sentence in enumerate(sentences) if is_empty_talk(sentence)}


@pytest.mark.parametrize("heading", ["参考资料：", "References", "Further reading:", "參考文獻"])
def test_what_a_text_is_drawn_from_is_no_part_of_it(heading: str) -> None:
    body = ["The quay was built in a year.", "It burnt down in one night.", "Nobody knows who lit the lamp."]
    listed = ["Keller, A. (1998). Lamps of the harbour.", "The night of the quay."]
    assert empty_talk([*body, heading, *listed]) >= {4, 5}
    assert empty_talk([heading, *body]) == frozenset()


@pytest.mark.parametrize(
    "sentence",
    [
        "新馆亮点",
        "Hardcover, 96 pages, three maps of the harbour and a plan of the quay",
        "市民需要带好以下几种证件并且在九点以前到达新馆的南门或者北门，具体的时间安排和注意事项是：",
        "各年级的招生人数和分数线如下。",
        "【大桥今天通车，两岸居民夹道欢迎！】",
        "“我们等了二十年。",
        '"我们等了二十年。',
        "红豆茶、莲子茶、菊花茶……",
        "A New Quay is a book by a photographer of the harbour and of its lighthouses that sets out to",
    ],
)
def test_a_heading_half_a_quote_and_a_lead_to_a_list_do_not_stand_alone(sentence: str) -> None:
    assert not stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "青河大桥今天通车。",
        "【通车】大桥今天通车。>>详情",
        "风停了、雨住了，渔船却没有回来……",
        "The bridge opened today.",
        '"The bridge opened today," she said.',
    ],
)
def test_a_whole_sentence_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "此外，票价不变。",
        "该馆每天开放到十点。",
        "其中，住宅增长两成。",
        "这意味着运力翻番。",
        "在这项研究中，结果相反。",
        "由于其体积小，运费很低。",
        "他们决定留下。",
        "《规划》还明确，学费不变。",
        "另外，船上有小卖部。",
        "最后按下开关。",
        "However, the price stays.",
        "They left early.",
        "“但我不后悔。”",
        "與此同時，渡輪減班。",
        "接著按下開關。",
        "署方還表示，票價不變。",
        "它有个外号，叫“绿灯笼”。",
        "一是，租金便宜。",
        "更重要的是，河水变清了。",
        "Most of them stay empty.",
        "If it is broken, bring it back.",
        "At the same time, fares rise.",
        "同一天，青河渡口停航。",
        "次日，渡口照常开放。",
        "第三件事则是修好码头。",
        "第二步是刷漆。",
        "正因如此，票价没有涨。",
        "结果就是，渡口没有人了。",
        "說白了，橋比船快。",
        "我觉得这两句话写得很好。",
        "有了这些船，渔民放心了。",
        "The next day the ferry ran again.",
        "In it, the captain speaks of storms.",
        "Again, a very calm crossing.",
        "In the meantime, fares rise.",
        "他考进了航海学校。",
        "与之相反，渡轮挤满了人。",
        "还有人改坐火车。",
        "也正是在那年，渡口关了。",
        "原因在于，河床太浅。",
        "言外之意，票价还会涨。",
        "对方始终没有露面。",
        "两人在码头相识。",
        "同年，渡口换了新船。",
        "当天，渡口停航。",
        "三个月后，新船下水。",
        "近日，该馆换了灯。",
        "作为馆长，他每天最早到。",
        "因为拒绝涨价，他丢了饭碗。",
        "2019年5月，它换了主人。",
        "7天后，渡口照常开放。",
        "更不可回避的，是票价。",
        "究其原因，是河床太浅。",
        "没错，渡口又开了。",
        "更有渔民改开货船。",
        "只要它不涨价，渡口就有人坐船。",
        "南岸的码头也是如此。",
        "在码头开了四十年船的老陆的这句话，大家记了很久。",
        "多位船工告诉《滨海日报》。",
        "老船工对记者说。",
        "一位年轻的渡工感叹。",
        "过去一段时间，这是渔民的共同感受。",
        "渡轮公司随后加开了班次。",
        "北岸的渔民则改坐火车。",
        "港务局当晚通报，三人获救。",
        "几乎同一时间，南岸停电。",
        "另一头，火车站挤满了人。",
        "第二个案例，是一座小码头。",
        "如果这一想法成立，桥会更短。",
        "对他们来说，是灯塔。",
        "当月，渡口停航。",
        "本公司不支持任何形式的涨价。",
    ],
)
def test_some_sentences_take_the_one_before_for_told(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "其实鲸鱼也会唱歌。",
        "其他城市将在明年跟进。",
        "这一年，大桥通车。",
        "Theatres open again.",
        "同济大学今天开学。",
        "其實鯨魚也會唱歌。",
        "他乡的月亮升起来了。",
        "Most of the rooms stay empty.",
        "If the lamp is broken, bring it back.",
        "In this article, I mend a lamp.",
        "Next week the ferry runs again.",
        "第三方机构检查了大桥。",
        "第二季度，票价下降一成。",
        "当时间来到十月，候鸟飞来了。",
        "大桥和渡口，这两处都要收费。",
        "市民在码头这一带散步。",
        "还款的日子到了。",
        "也许明天会下雨。",
        "他国船只不得停靠。",
        "当日本渔船靠岸时，天已经黑了。",
        "当年轻人回到渔村，灯塔亮了。",
        "近日，滨海市图书馆换了灯。",
        "我国有三百个渡口。",
        "“船在人在”的这句话，大家记了很久。",
        "船工们说，渡口还会开。",
        "渡口的故事写进了他的小说。",
        "老船工告诉记者，渡口还会开。",
        "渡口的规则很简单。",
        "事发当天，渡口停航。",
        "如果河水上涨，渡口就停航。",
        "第三个五年计划里没有这座桥。",
        "对渔民来说，灯塔比月亮更亮。",
        "三个月后通车的大桥还没有名字。",
    ],
)
def test_other_sentences_only_look_as_if(sentence: str) -> None:
    assert not points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "渡口还要不要留，本文就此展开。",
        "那为什么没人买？",
        "“今晚的失利异常苦涩。”",
        "王明表示。",
        "如你所见，指针停在零点。",
        "下面我们一起来看看。",
        "今天就从三个角度说清楚这座桥。",
        "老船工想跟大家分享他的故事。",
        "大家下午好，欢迎来到码头。",
        "渡口有一个流传很广的故事。",
        "大家听着可能有点糊涂，我举个例子。",
        "非常感谢船工们把灯点亮。",
        "愿大家都能平安过河。",
        "See the timetable of the ferry at www.example.org/ferry",
    ],
)
def test_some_sentences_tell_little(sentence: str) -> None:
    assert tells_little(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "王明表示，票价不变。",
        "“票价不变。”王明说，“班次加密。”",
        "渡口有三个月没有开船。",
        "滨海日报（www.example.org）记者看见，渡口停航。",
        "大家好像都愿意坐船。",
    ],
)
def test_who_says_what_tells_something(sentence: str) -> None:
    assert not tells_little(sentence)


@pytest.mark.parametrize("sentence", ["2、王明改开货船。", "（3）码头重新刷漆。", "③ 票价不变。"])
def test_a_point_is_known_by_its_number(sentence: str) -> None:
    assert is_point(sentence)


@pytest.mark.parametrize(
    "sentence", ["2.5亿元已经到账。", "2024年，渡口停航。", "三艘船已经靠岸。", "四、渡口每天开到九点。"]
)
def test_not_every_number_counts_points(sentence: str) -> None:
    assert not is_point(sentence)


def test_an_answer_is_known_by_its_speaker() -> None:
    assert answers("馆长：因为这里人多。", "为什么选在河东？")
    assert answers("因为这里人多。", "记者：为什么选在河东？")
    assert not answers("因为这里人多。", "为什么选在河东？")
    assert not answers("馆长：因为这里人多。", "新馆今天开放。")


def test_a_row_that_goes_on_in_the_next_sentence_breaks_off() -> None:
    assert breaks_off("新规改了三处，其一是票价。", "其二是班次。")
    assert breaks_off("一方面，大桥快了。", "另一方面，过桥要收费。")
    assert not breaks_off("新规改了两处，一是票价，二是班次。", "渡口照常开放。")
    assert not breaks_off("新规改了票价。", "其二是班次。")
    assert not breaks_off("首先打开阀门。", "然后放水。")


def test_a_caption_is_known_by_the_maker_of_the_picture_behind_it() -> None:
    assert is_caption("渡口边等船的居民。", "（图片拍摄：滨海日报王小明）")
    assert is_caption("渡口边等船的居民。", "图/受访者提供")
    assert not is_caption("渡口边等船的居民。", "大桥图纸今天公布。")
    assert not is_caption(
        "渡口边等船的居民说，大桥通车以后他们还是愿意坐船，因为船上看得见两岸的柳树和远处的灯塔，" * 2, "图/王小明"
    )


def test_an_item_is_known_by_its_heading() -> None:
    assert opens_item("【大桥通车】大桥今天通车。")
    assert opens_item("■ 大桥今天通车。")
    assert not opens_item("大桥今天通车。")
    assert not opens_item("【大桥通车】")
    assert not opens_item("● 大桥通车以后，渡口还要不要留？")
