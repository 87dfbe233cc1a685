"""Lines of the houses a post may come from go; the same words in a sentence stay."""

import time

import pytest

from bot.sources import article
from bot.sources.body import Block
from bot.sources.rules import matching

BODY = (
    "河湾镇昨夜点亮了第一百盏路灯，全镇的人都出来看。",
    "镇长说，旧灯会送到山谷里的学校，由孩子们重新上漆。",
    "电费由三家店铺分担，账目每个月贴在桥头。",
    "到了冬天，镇上还打算在码头再添二十盏。",
)


def left(*lines: str) -> tuple[str, ...]:
    """What remains of an article among such lines."""
    return article.paragraphs([Block(text=line) for line in lines], title="河湾镇的灯")


@pytest.mark.parametrize(
    "line",
    [
        "【原标题】河湾镇亮灯",
        "點擊閱讀全文 »",
        "原文链接：https://hewan.example/lamps/100",
        "本文链接：https://hewan.example/lamps/100",
        "Read more →",
        "Read the rest of this entry »",
        "Read the full article at Hewan Times.",
        "The post Lamps of Hewan appeared first on Hewan Times.",
        "Lamps of Hewan was originally published in Hewan on Medium, where people are continuing the conversation.",
        "来源：河湾时报网 作者：林小满",
        "新浪财经意见领袖专栏作家 林小满",
        "意见领袖丨林小满（本文作者系河湾证券首席经济学家）",
        "河湾时报（www.hewan.example）记者 林小满 山谷报道",
        "财联社（山谷，记者 林小满）",
        "河湾证券网讯",
        "河湾社9月2日电",
        "观察者网",
        "点击查看最新行情",
        "图为河湾镇的夜市 林小满摄",
        "炒股就看金麒麟分析师研报，权威，专业，及时，全面，助您挖掘潜力主题机会！",
        "热点栏目 自选股 数据中心 行情中心 资金流向 模拟交易",
        "安装新浪财经客户端第一时间接收最全面的市场资讯→【下载地址】",
    ],
)
def test_what_stands_above_an_article_goes(line: str) -> None:
    assert left(line, *BODY) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "（河湾时报网）",
        "（河湾社山谷9月2日电）",
        "河湾晚报/山谷新闻 林小满",
        "作者林小满",
        "（本文作者林小满，河湾大学教授）",
        "（作者系河湾研究院研究员）",
        "（林小满为河湾大学教授）",
        "本文作者林小满系河湾大学教授",
        "资料来源：河湾数据，山谷证券研究部。",
        "图表来源：河湾数据",
        "（摘自《河湾日报》）",
        "本文源自河湾界",
        "第一财经获授权转载自微信公众号",
        "如需转载请联系本公众号后台并获得授权",
        "未经正式授权严禁转载本文，侵权必究。",
        "河湾经纬版权所有，未经书面授权，任何单位及个人不得转载。",
        "桥边，新灯第一次亮起。河湾日报记者 林小满摄",
        "桥边的灯，第一次亮起。（图/受访者提供）",
        "新浪财经声明：所有会议实录均为现场速记整理，未经演讲者审阅。",
        "转载声明：本文为河湾时报原创作品",
        "特别声明：以上内容仅代表作者本人观点，不代表本网立场。",
        "风险提示：市场有风险，投资需谨慎",
        "投资有风险，入市需谨慎。",
        "24小时滚动播报最新的财经资讯和视频，更多粉丝福利扫描二维码关注（sinafinance）",
        "扫二维码 3分钟开户 布局跨年行情",
        "股市回暖，抄底炒股先开户！智能定投、条件单、个股雷达……送给你>>",
        "想看更多精彩内容，请点击下载河湾APP",
        "关注河湾财经（hewan518），获取更多机会",
        "下载“河湾时报”APP，即可随时了解市场动态。",
        "（更多内容请下载河湾APP）",
        "(更多报道线索，请联系本文作者林小满)(河湾APP)",
        "点“阅读原文”查看更多",
        "举报/反馈",
        "意见领袖官方微信公众号",
        "公众号：河湾宏观",
        "ID：hewan2021",
        "小满 发自 山谷",
        "量子位 | 公众号 QbitAI",
        "21君荐读",
        "本内容为作者独立观点，不代表河湾立场。未经允许不得转载，授权事宜请联系 a@hewan.example",
        "特别声明：以上作品为用户上传并发布，本平台仅提供信息存储空间服务。",
        "市场有风险，投资需谨慎。本文不构成个人投资建议，据此投资，责任自负。",
        "河湾新闻报料：4009-00-4009 河湾新闻，未经授权不得转载",
        "河湾网原创文章，未经授权禁止转载。详情见转载须知。",
        "【摄影】林小满",
        "林小满/文",
        "消息来源：河湾网",
        "作者微信：hewan",
        "如果您喜欢这篇文章，欢迎点赞、在看、转发",
        "欢迎在评论区留言讨论",
    ],
)
def test_what_stands_below_an_article_goes(line: str) -> None:
    assert left(*BODY, line) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "原标题党被整治后，点击量明显下降。",
        "原标题写着“涨价”，实际内容却是降价。",
        "来源：该公司称，这笔钱来自股东的借款，已经登记。",
        "声明：公司从未授权任何人以公司名义收钱，也没有开过分店。",
        "郑重声明：本公司与上述机构没有任何关系。",
        "风险提示：一是原材料涨价；二是下游需求恢复不及预期。",
        "更多企业选择在年末下载安装新系统，以便赶上申报。",
        "敬请关注公司后续公告。",
        "安装新浪财经客户端的用户比上年多了三成，公司在财报中写道。",
        "他用手机扫描二维码，屏幕上跳出的是一张空白页。",
        "扫二维码点餐是否侵犯隐私？",
        "让客人扫码、注册和添加微信，并不能留住他们。",
        "评论区里，有人留言讨论灯的颜色，有人只问电费。",
        "你怎么看？",
        "下载该客户端后，记者发现首页仍在推送高息产品。",
        "关注该公众号的读者在一夜之间少了三成。",
        "点击量比上月上升了两成。",
        "新浪财经讯 9月2日，沪指低开高走，午后涨幅扩大。",
        "河湾社9月2日电，镇上今天宣布换灯。",
        "市场有风险是常识，谨慎不是借口。",
        "图为媒，字为证，这座小城用一百年写完了自己的历史。",
        "这部电影于去年在河湾镇开始拍摄",
        "未经授权销售保险的网点已被关停。",
        "版权所有者有权要求平台下架侵权内容。",
        "（文中人物均为化名）",
        "数据中心",
        "特此公告。",
    ],
)
def test_a_sentence_with_such_words_stays_first_and_last(line: str) -> None:
    assert left(line, *BODY) == (line, *BODY)
    assert left(*BODY, line) == (*BODY, line)


@pytest.mark.parametrize("paper", ["河湾基金报", "河湾晨报", "格隆汇", "参考消息网", "国家能源局", "上海证券交易所"])
def test_the_bare_name_of_a_paper_or_an_office_goes_first_and_last(paper: str) -> None:
    assert left(paper, *BODY) == left(*BODY, paper) == BODY
    assert left(BODY[0], paper, *BODY[1:]) == (BODY[0], paper, *BODY[1:])


@pytest.mark.parametrize("name", ["（责任编辑：林小满）", "责任编辑：林小满 SF055", "【责编：林小满】"])
def test_an_editors_name_behind_the_last_sentence_goes(name: str) -> None:
    assert left(*BODY[:-1], BODY[-1] + name) == BODY
    assert left(BODY[0] + name, *BODY[1:])[0] == BODY[0] + name


@pytest.mark.parametrize(
    "text",
    ["声明：" + "以上内容" * 60, "图/" * 60 + "。", "来源：" + "，" * 150, "（作者" * 40, "更多" * 60, "张三摄 " * 18],
)
def test_the_longest_line_is_judged_in_no_time(text: str) -> None:
    began = time.perf_counter()
    for _ in range(20):
        matching(text)
    assert time.perf_counter() - began < 1
