from hypothesis import given
from hypothesis import strategies as st

from summaries import Reason, summarize

_TEXTS = st.text(st.one_of(st.sampled_from("。！？.，：今天新馆开放大桥通车 \n12ab"), st.characters()), max_size=200)
TRAM = (
    "The council of Bergwick opened a new tram line on Monday. Some people had brought flags. The tram line links the "
    "harbour with the university. A man sold sausages near the stop. The university expects many tram passengers."
)
FISH_MARKET = (
    "周末早上六点，老码头的鱼市还没开门，门口已经排了三十多人。排在最前面的老周带了一只小板凳，他说这里的黄鱼比超市便宜一半。"
    "鱼市只有四十个摊位，一天能卖掉九吨鱼。船靠岸以后，鱼贩把泡沫箱一只一只传上来，箱子里的冰还冒着白气。"
    "有人挑鳃，有人看眼睛，也有人什么都不看，认准一个摊主就买。排队的人彼此都认识，谁家孩子考上大学、谁家老人住院，几分钟就传遍了。"
    "十年前不是这样。那时候码头要拆，规划图上这里是一座酒店。摊主们凑钱请律师，又请大学里的教授来看房子，发现仓库的木梁是一九二七年的。"
    "房子保住了，生意却差点没保住。外卖平台兴起，年轻人不再买整条的鱼，嫌刮鳞麻烦，也嫌鱼市的地太湿。"
    "转机来自一个意外。摊主阿梅的女儿把剖鱼的过程拍下来发到网上，一晚上有两百万人看。第二天来了许多外地游客，把停车场堵住了。"
    "桌子多了，麻烦也来了。隔壁小区的居民投诉油烟，城管来过七次。摊主们商量出一条规矩：只许清蒸，不许油炸，晚上八点收摊。"
    "今年夏天，台风把码头的雨棚掀走了一半。修雨棚要八十万元，摊主们出了一半，另一半由吃过鱼的客人捐。捐款名单贴在墙上，有的只写了一个姓。"
    "酒店终于还是建了，在两公里外。酒店的厨师每天也来排队，和老周一样带着板凳。"
)
LIBRARY = "市役所の前で新しい図書館が開いた。蔵書は二十万冊である。子どもの部屋もある。駅から歩いて五分かかる。"


@given(st.lists(_TEXTS, max_size=3), st.integers(0, 4))
def test_every_chosen_sentence_tells_where_it_stands_and_few_reasons(blocks: list[str], count: int) -> None:
    summary = summarize(blocks, sentences=count)
    assert tuple(proof.sentence for proof in summary.evidence) == summary.sentences
    for proof in summary.evidence:
        assert blocks[proof.block][proof.start : proof.end] == proof.sentence
        assert len(set(proof.reasons)) == len(proof.reasons) <= 3


def test_of_a_language_that_nothing_was_learned_of_no_word_is_called_one_that_editors_like() -> None:
    proofs = summarize(TRAM, sentences=3).evidence
    assert any(proof.reasons for proof in proofs)
    assert not any(Reason.WORDS in proof.reasons for proof in proofs)


def test_only_what_stands_at_the_beginning_is_said_to_open_the_text_and_only_what_is_short_to_be_concise() -> None:
    text = "\n".join(
        f"第{number}馆收藏{name}，由{name}爱好者捐赠。" * 2 for number, name in enumerate("钟灯伞桥船车画琴")
    )
    summary = summarize(
        [text, "整条街因此得名钟灯伞桥船车画琴大道，市长在晚会上宣布明年扩建，并邀请各地收藏家前来参观捐赠。"],
        chars=9_999,
    )
    for place, proof in enumerate(summary.evidence):
        assert Reason.OPENS not in proof.reasons or place <= len(summary.sentences) / 5
    assert Reason.CONCISE not in summary.evidence[-1].reasons


def test_of_reasons_that_are_as_good_each_sentence_shows_another_first() -> None:
    shown = [proof.reasons[0] for proof in summarize(FISH_MARKET, title="鱼市里的人为什么还在排队", chars=400).evidence]
    assert len(shown) > 5
    assert all(len(set(three)) > 1 for three in zip(shown, shown[1:], shown[2:], strict=False))
    assert max(map(shown.count, shown)) <= len(shown) / 2


def test_a_sentence_is_said_to_be_near_the_title_only_if_it_has_a_word_of_it() -> None:
    for proof in summarize(FISH_MARKET, title="码头的酒店建成", chars=400).evidence:
        assert Reason.TITLE not in proof.reasons or {"码头", "酒店"} & {proof.sentence[i : i + 2] for i in range(99)}


def test_a_text_told_from_its_beginning_gives_its_place_as_the_only_reason() -> None:
    assert {proof.reasons for proof in summarize(LIBRARY, sentences=2).evidence} == {(Reason.OPENS,)}


def test_a_sentence_of_which_nothing_else_speaks_is_told_for_what_the_others_leave_out() -> None:
    roundup = [
        "河东市今天启用三座新水厂，日供水能力提高四十万吨。工程历时两年，惠及六十万居民。",
        "北岭县昨天举行苹果节，二十个村的果农参加评比。获奖苹果当场拍卖，所得用于修路。",
        "南湖铁路今天开始铺轨，预计后年通车。线路全长一百二十公里，设有九座车站。",
        "西山天文台近日拍到罕见彗星，照片向公众开放下载。下一次观测窗口在十月。",
        "东港海关昨天查获一批走私象牙，三名嫌疑人被拘留。案件正在进一步审理。",
    ]
    assert all(proof.reasons for proof in summarize(roundup, chars=300).evidence)
