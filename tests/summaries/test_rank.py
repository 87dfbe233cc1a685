import pytest

from summaries import summarize
from summaries.document import read
from summaries.rank import RANKERS, ranking

ROUNDUP = [
    "河东市今天启用三座新水厂，日供水能力提高四十万吨。工程历时两年，惠及六十万居民。",
    "北岭县昨天举行苹果节，二十个村的果农参加评比。获奖苹果当场拍卖，所得用于修路。",
    "南湖铁路今天开始铺轨，预计后年通车。线路全长一百二十公里，设有九座车站。",
    "西山天文台近日拍到罕见彗星，照片向公众开放下载。下一次观测窗口在十月。",
    "东港海关昨天查获一批走私象牙，三名嫌疑人被拘留。案件正在进一步审理。",
]


def test_a_roundup_tells_many_items_first() -> None:
    document = read(ROUNDUP)
    first = ranking(document)[: len(ROUNDUP)]
    assert {document.sentences[i].paragraph for i in first} == set(range(len(ROUNDUP)))


def test_news_on_one_topic_keeps_its_lead() -> None:
    story = [
        "青河大桥今天正式通车，两岸车程缩短到五分钟。大桥全长两公里。",
        "大桥昨天完成最后一次荷载试验。试验由青河交通局主持，大桥各项指标合格。",
        "青河交通局今天表示，大桥通车首月免费。两岸居民对大桥期待已久。",
    ]
    assert ranking(read(story))[0] == 0


@pytest.mark.parametrize("ranker", RANKERS)
@pytest.mark.parametrize("text", ["", "好。", "\n".join(ROUNDUP), "青河大桥通车了。" * 30])
def test_every_way_to_rank_gives_every_sentence_once(ranker: str, text: str) -> None:
    document = read(text, title="青河大桥")
    assert sorted(ranking(document, ranker)) == list(range(len(document.sentences)))


@pytest.mark.parametrize(
    "text",
    [
        "市役所の前で新しい図書館が開いた。蔵書は二十万冊である。子どもの部屋もある。駅から歩いて五分かかる。",
        "หอสมุดใหม่เปิดแล้ววันนี้\nมีหนังสือสองแสนเล่ม\nมีห้องสำหรับเด็ก",
        "。。。！！！\n？？？\n……",
    ],
)
def test_a_text_whose_words_cannot_be_told_apart_is_told_from_its_beginning(text: str) -> None:
    document = read(text)
    assert ranking(document) == sorted(range(len(document.sentences)), key=lambda i: (i in document.last_resort, i))


TITLED = "如何给阳台上的番茄浇水"
LONG = [
    "去年春天我搬了家，终于有了一个朝南的阳台。",
    "邻居们在上面晾衣服，也有人放了躺椅。",
    "我一直想种点什么，却不知道从哪里开始。",
    "花市离家很远，坐车要一个小时。",
    "朋友送了我几棵苗，说不会死。",
    "结果第一个星期就蔫了两棵。",
    "我查了很多资料，也问了楼下的园丁。",
    "番茄浇水要看土，不看日子：手指插进土里一节，干了再浇透，阳台上的番茄每次浇到盆底出水为止。",
    "早上浇比晚上好，叶子上不要沾水。",
    "夏天一天两次也不算多。",
    "冬天就不必了，种子睡在抽屉里。",
    "今年我打算再添两个盆。",
    "你也可以试试看。",
]


def test_a_long_titled_article_is_told_by_what_its_title_promises() -> None:
    assert LONG[7] in summarize(LONG, title=TITLED, sentences=2).sentences


def test_a_text_in_an_unknown_language_is_told_by_its_own_words() -> None:
    text = (
        "The council of Bergwick opened a new tram line on Monday. Some people had brought "
        "flags. The tram line links the harbour with the university. A man sold sausages near the stop. "
        "The university expects eight thousand tram passengers a day."
    )
    told = " ".join(summarize(text, sentences=2).sentences)
    assert "opened a new tram line" in told
    assert "sausages" not in told


def test_in_another_language_a_text_without_a_title_is_told_by_its_lead() -> None:
    text = (
        "Kettle is a server for recipes. Kettle reads every recipe from a text file, so any program on Linux or "
        "Windows can open the recipes. A new web interface shows the recipes of the day. There is support for Docker. "
        "A tutorial is in the folder docs."
    )
    assert summarize(text, sentences=1).sentences == ("Kettle is a server for recipes.",)
