import pytest

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
    assert ranking(read(story)) == list(range(6))


@pytest.mark.parametrize("ranker", RANKERS)
@pytest.mark.parametrize("text", ["", "好。", "\n".join(ROUNDUP), "青河大桥通车了。" * 30])
def test_every_way_to_rank_gives_every_sentence_once(ranker: str, text: str) -> None:
    document = read(text, title="青河大桥")
    assert sorted(ranking(document, ranker)) == list(range(len(document.sentences)))
