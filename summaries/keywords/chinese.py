"""Finds the telling words of a Chinese text and gives back to a name what the cut took from it."""

from summaries import words
from summaries.keywords.candidates import TITLE_COUNTS, Candidate, Scene
from summaries.words.rarities import RAREST

LEAD_SENTENCES = 3

TELLING = 4.0
"""Commoner nouns (社会, 发展) name nothing, unless the title has them."""

TELLING_IN_TITLE = 2.5
_CHINESE = "\u2e80"
RATHER_A_NOUN = 1.0
SURELY_A_NOUN = 2.5
"""Longer ones may be phrases."""

HARDLY_A_NOUN = -1.5

TIMES = 2
"""How often a word must stand in the text before what always stands beside it is taken for a part of it."""

TIMES_OF_USUAL = 3
RARE = 6.5
OFTEN = 0.6
LONGEST_NAME = 8
LONGEST_WORD = 4
PERSON = 3
SHORT = 2

_EMPTY_LISTED = """
同比 环比 日均 总量 数量 对方 普通人 第一 第二 第三 全称 简称 约合 责令 坦言 新年伊始 有关部门
负责人 工作人员 相关人士 知情人士 发言人 当事人 新闻 报告 数据 专家 机构 平台 用户 主角 一方 双方
多方 各方 事件 事项 业内人士 小编 笔者 网站 单位 个人 机会 能力 过程 作用 意义 大家伙 总裁 总经理
董事长 先生 女士 本次 首日 首次 首场 首批 首个 译者注 原谅 广度 深度 力度 运转 高标准 下场 实属
新建 兴建 校长 去年同期 依法 通报 情况通报 网传 发文 单日 全年 上年 同期 热线 百分点
"""
_EMPTY = frozenset(_EMPTY_LISTED.split())
"""Nouns that name nothing by themselves."""

JOINTS = frozenset(
    "的了和是相在与及对为将被把让向从到于以之其也都就而或等但有不这那我你他她它说称并个年月日时中上下里外前后"
    "者长员某位名次家由受经使令据随着过可会能要还又再更最很太已曾正仅只同跟比共赴访至自均所该各每两多几约近超达副原级"
)
_AREAS = frozenset("省市县区州镇乡村")
_COUNTS = frozenset("一二三四五六七八九十两几多单双全")
_INSIDE = frozenset("上下里中内前后时")
TAILS = frozenset("上下里中时后前内们的了达至过起间")
_POINTERS = frozenset("我你他她它这那某各每该其本此")
_OFFICES = frozenset("长员席理官授士者人师家手裁监记委首相任")
"""What a person is called by ends so; the name after it stands by itself."""

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟龙段钱汤尹黎贺龚庞樊殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦"
)
_BODIES_LISTED = """
公司 集团 银行 大学 学院 医院 中学 小学 研究院 研究所 实验室 委员会 基金会 协会 法院 检察院 交易所
证券 保险 总局 机场 车站 大桥 高铁 铁路 高速 水库 大坝 港口 公园 博物馆 图书馆 美术馆 体育馆 政府
联盟 俱乐部 科技 股份 汽车 电子 半导体 生物 医药 能源 电力 石油 航空 传媒 影业 论坛 峰会 博览会
运动会 世界杯 锦标赛 联赛 新区 开发区 自治区 半岛 海峡 群岛 山脉 盆地 电站
"""
_BODIES = frozenset(_BODIES_LISTED.split())
"""Kinds of bodies and places: names together with the word before them, little without."""

SOUNDS = frozenset(
    "阿埃艾安奥巴拜贝本比彼宾波伯勃博布查达戴丹德登迪蒂丁杜顿多厄恩尔法菲费芬弗福夫富盖戈格古哈汉赫亨胡霍基吉加贾金卡凯坎康"
    "科克肯库夸昆拉莱赖兰朗劳勒雷里利莉列林隆鲁卢伦罗洛马麦曼梅蒙米密莫默姆穆纳奈内尼涅努诺欧帕潘佩彭皮普齐奇恰乔切琴萨塞桑瑟"
    "沙舍申圣施什史斯松苏索塔泰坦汤特滕提图托瓦万旺威维韦温沃乌西希谢辛休雅亚扬耶叶伊因尤约泽扎詹兹佐茨唐连门甘"
)
"""What foreign names are written with."""


def telling_words(scene: Scene) -> list[Candidate]:
    """Gives the words that may tell what the text is about; `whole` says of each whether it does."""
    rarities, title = words.rarities(), scene.document.title_words
    return [
        (-(count**0.5) * rarity, word, True)
        for word, count in _counts(scene).items()
        if (rarity := rarities.get(word, RAREST)) >= (TELLING_IN_TITLE if word in title else TELLING)
        and word[0] >= _CHINESE
    ]


def _names_something(word: str, scene: Scene) -> bool:
    kind = words.kind(word)
    if kind == "other" or word in _EMPTY or word[0] in _POINTERS:
        return False
    if word[0] in _COUNTS and len(word) <= SHORT:
        return False
    if kind == "loose":
        return _may_name(word, scene)
    if kind == "noun" and word[-1] in _INSIDE:
        return False
    if word in scene.document.title_words:
        return True
    nounness = words.nounness(word)
    surely = kind == "name" or len(word) > SHORT or nounness >= RATHER_A_NOUN
    return nounness > HARDLY_A_NOUN and (surely or _is_said_often(word, scene))


def _is_said_often(word: str, scene: Scene) -> bool:
    """Tells whether a short word that the dictionary calls a noun, as it does with many verbs, is at least a topic."""
    return scene.vocabulary[word] > TIMES


def _may_name(word: str, scene: Scene) -> bool:
    """Tells whether a word that nobody knows is rather a name than a miscut or a verb."""
    if len(word) == PERSON and word[0] in _SURNAMES:
        return True
    if word[0] in JOINTS:
        return False
    in_title = word in scene.document.title_words
    often = scene.document.frequency[word] + in_title >= TIMES
    needed = SURELY_A_NOUN if len(word) > PERSON else RATHER_A_NOUN
    return often and words.nounness(word) >= (0 if in_title else needed)


def _counts(scene: Scene) -> dict[str, int]:
    """Counts the words said twice, in the title or in the lead; the latter two weigh more."""
    document = scene.document
    frequency = document.frequency
    counts = {word: count for word, count in frequency.items() if count >= TIMES}
    for word in {word for sentence in document.words[:LEAD_SENTENCES] for word in sentence}:
        counts[word] = frequency[word] + 1
    for word in document.title_words:
        counts[word] = counts.get(word, 0) + TITLE_COUNTS
    return counts


def whole(word: str, scene: Scene) -> str:
    """Gives a word with what always stands beside it (储能 电池, 青河 大学), or nothing if that makes no name."""
    text = scene.text
    start = text.find(word)
    if start < 0 or not _names_something(word, scene):
        return ""
    times = text.count(word, start)
    if times < TIMES and word not in _BODIES:
        return word
    before = _word_before(scene, start)
    unknown = words.kind(before) == "loose" if before else False
    if unknown and word not in _BODIES:
        before = ""
    named = word in _BODIES and before and words.kind(before) != "noun"  # 青河 大学, but not 新建 大学
    needed = 1 if named else max(TIMES, OFTEN * times)
    if before and text.count(before + word) >= needed and not _is_office(before, word):
        return _if_telling(before + word)
    if word in _BODIES:
        return word if times >= TIMES or word in scene.document.title_words else ""
    after = _word_after(scene, start + len(word))
    if after and text.count(word + after) >= max(TIMES, OFTEN * times):
        return _if_telling(word + after)
    name = _grown(word, text, times)
    return "" if name[-1:] in TAILS and words.kind(name) == "loose" else name


def _if_telling(name: str) -> str:
    return "" if name in _EMPTY else name


def _is_office(before: str, word: str) -> bool:
    return before[-1] in _OFFICES and (word[0] in _SURNAMES or words.kind(word) in ("loose", "name"))


def _word_before(scene: Scene, end: int) -> str:
    for length in range(LONGEST_WORD, 1, -1):
        word = scene.text[max(0, end - length) : end]
        if word in scene.vocabulary:
            return word if _may_belong(word) else ""
    return ""


def _may_belong(word: str) -> bool:
    kind = words.kind(word)
    if kind == "loose":
        return word[0] >= _CHINESE and word[0] not in JOINTS
    return kind != "other" and word not in _EMPTY


def _word_after(scene: Scene, start: int) -> str:
    for length in range(LONGEST_WORD, 1, -1):
        word = scene.text[start : start + length]
        if word in scene.vocabulary:
            return word if words.kind(word) == "noun" and word not in _EMPTY else ""
    return ""


def _grown(word: str, text: str, times: int) -> str:
    """Gives back the characters a cut took from a name (建章 always follows 梁: 梁建章), or nothing for a miscut."""
    usual = words.kind(word) == "noun" and words.rarity(word) < RARE
    if times < (TIMES_OF_USUAL if usual else TIMES):
        return word
    name = word
    while longer := _longer(name, text, times):
        if len(longer) > LONGEST_NAME:
            return ""  # a phrase said twice, of which the cut made words by chance
        name = longer
    return name


def _longer(name: str, text: str, times: int) -> str:
    """Gives the name with the character that stands beside it every time, if there is one."""
    start = text.find(name)
    end = start + len(name)
    foreign = SOUNDS.issuperset(name)
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if _is_part(before, foreign=foreign) and before not in _AREAS and text.count(before + name) == times:
        return "" if text[max(0, start - 2) : start] in words.rarities() else before + name
    if _is_part(after, foreign=foreign) and text.count(name + after) == times:
        return "" if text[end : end + 2] in words.rarities() and not foreign else name + after
    return ""


def _is_part(character: str, *, foreign: bool) -> bool:
    if foreign:
        return character in SOUNDS
    return "\u4e00" <= character <= "\u9fff" and character not in JOINTS
