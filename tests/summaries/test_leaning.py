import pytest

from summaries.leaning import answers, breaks_off, points_back


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
        "那年冬天，河面结了冰。",
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
        "近日我校收到一封关于渡口的来信。",
        "上面的输出说明渡口的程序已经启动。",
        "下面是修灯的步骤。",
        "简言之：旧渡船只是换了一个码头。",
        "值得注意的是，其中六条渡船是租来的。",
        "船工也接住了这份诚意，第二天就开了船。",
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
        "近日我国开通了三个渡口。",
        "下面是老船工教你如何修一盏灯。",
    ],
)
def test_other_sentences_only_look_as_if(sentence: str) -> None:
    assert not points_back(sentence)


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
