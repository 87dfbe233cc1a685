import pytest

from summaries.telling import is_point, opens_item, stands_alone, tells_little


@pytest.mark.parametrize(
    "sentence",
    [
        "新馆亮点",
        "Hardcover, 96 pages, three maps of the harbour and a plan of the quay",
        "市民需要带好以下几种证件并且在九点以前到达新馆的南门或者北门，具体的时间安排和注意事项是：",
        "各年级的招生人数和分数线如下。",
        "【大桥今天通车，两岸居民夹道欢迎！】",
        "今日要闻🔥",
        "2024年度十大渡口评选结果揭晓🎉🎉",
        "Best ferries of the harbour 2024 ★★★★☆",
        "„Wir haben zwanzig Jahre lang gewartet.",
        "我们等了二十年，从来没有忘记。”",
        "“我们等了二十年。",
        '"我们等了二十年。',
        "红豆茶、莲子茶、菊花茶……",
        "青河、北岭、南湖、西山、东港。",
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
        "„Die Brücke ist offen und schön“, sagte die Kapitänin.",
        "»Die Brücke ist offen und schön«, sagte die Kapitänin.",
        "”Bron är öppen och mycket vacker”, sade kaptenen.",
        "« Le pont est ouvert », a dit la capitaine.",
        '„Die Brücke ist offen und schön", sagte die Kapitänin.',
        "»Bron är öppen och mycket vacker», sade kaptenen.",
        "1）打开闸门，等水位下降，再开船。",
        "新的售票系统（二期) 已经上线，欢迎大家使用。",
        'The ferry has a 27" screen that shows the route.',
        "今天的渡船真的太挤了，下次再也不坐了～",
        "오늘도 나룻배가 정말 많이 붐볐어요ㅠㅠ",
    ],
)
def test_a_whole_sentence_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence)


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
        "事不宜迟，让我们深入了解修灯的步骤。",
        "老船工想跟大家分享他的故事。",
        "大家下午好，欢迎来到码头。",
        "渡口有一个流传很广的故事。",
        "大家听着可能有点糊涂，我举个例子。",
        "非常感谢船工们把灯点亮。",
        "愿大家都能平安过河。",
        "张岚：主持人好，听众朋友们好。",
        "主持人：好的，谢谢张老师。",
        "Thanks to everyone who rowed the boats.",
        "See the timetable of the ferry at www.example.org/ferry",
        "随后，本报记者联系了渡口的船票售票处。",
        "7月8日（报道时间），青河市北岭县。",
        "本台记者 王小河：我现在站在青河渡口，身后就是刚刚停航的六十条渡船。",
        "先说说渡口的老船工们。",
        "再来看一看渡口的票价。",
        "来看本台记者在渡口的采访。",
        "渡口停航的事情，还得从去年秋天的一场大雨说起。",
        "这座灯塔的故事，要从一位老船工说起……",
        "渡口的一切還得從那年的大雪說起.....",
        "随后，记者致电青河渡口管理处，了解停航的原因和复航的日期。",
        "记者致电渡口管理处，了解“老船工”落水一事的真实性。",
        "篇幅有限，因此文章只说青河上的十座渡口。",
        "由于文章篇幅过长，本文分上下两篇。",
        "限于篇幅，船工的名字不再一一列出。",
        "哈喽朋友们，最近我也在攒船票。",
        "嗨，大家，渡口又开了。",
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
        "他说，渡口让我们的孩子学会了游泳。",
        "滨海日报（www.example.org）记者看见，渡口停航。",
        "大家好像都愿意坐船。",
        "老师傅说，你们好，我们更好。",
        "他的身体比去年好。",
        "Thanks to the new bridge, the trip is shorter.",
        "本报记者联系了售票处，对方说船票全部可退。",
        "7月8日，青河大桥通车。",
        "来看展的人超过三万。",
        "再谈判三天就能签约。",
        "还是看好渡口的前景。",
        "今天来看灯塔的游客超过三万人。",
        "来看日出的三名游客坐错了船。",
        "再看一遍监控录像后警方锁定船东。",
        "我们再看不到旧渡船了。",
        "来讲课的教授错过了渡船。",
        "说起老渡口，王师傅的话就多了。",
        "改变要从小处做起。",
        "渡口要从明天起停航。",
        "记者致电青河渡口管理处，了解到渡船周一复航。",
        "记者走访青河渡口，核实了停航的消息。",
        "记者致电渡口，询问复航日期，对方称要等水位下降。",
        "受篇幅限制，短剧里的船工大多没有名字。",
        "篇幅长达二百页的报告说，渡口早该修了。",
        "嗨，朋友圈里都在说渡口停航。",
    ],
)
def test_who_says_what_tells_something(sentence: str) -> None:
    assert not tells_little(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "2、王明改开货船。",
        "3，全城的渡口都停航。",
        "（3）码头重新刷漆。",
        "③ 票价不变。",
        "事件一：渡口停航。",
        "步骤4：关上闸门。",
    ],
)
def test_a_point_is_known_by_its_number(sentence: str) -> None:
    assert is_point(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "2.5亿元已经到账。",
        "2024年，渡口停航。",
        "三艘船已经靠岸。",
        "四、渡口每天开到九点。",
        "3、4号楼停水。",
        "星期一：渡口停航。",
        "渡口队2：1获胜。",
        "下周五：渡口停航。",
        "渡船15：今天下水。",
        "神舟十八：载人飞船发射成功。",
    ],
)
def test_not_every_number_counts_points(sentence: str) -> None:
    assert not is_point(sentence)


def test_an_item_is_known_by_its_heading() -> None:
    assert opens_item("【大桥通车】大桥今天通车。")
    assert opens_item("■ 大桥今天通车。")
    assert not opens_item("大桥今天通车。")
    assert not opens_item("【大桥通车】")
    assert not opens_item("● 大桥通车以后，渡口还要不要留？")
