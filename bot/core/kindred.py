"""What else people call the usual categories: whoever asks for sports where there is 体育 is shown it."""

import re
from functools import lru_cache

_CALLED = (
    "金融 财经 经济 商业 理财 finance financial economy economics business money markets",
    "股票 股市 证券 stock stocks shares",
    "科技 技术 数码 互联网 tech technology digital internet",
    "编程 开发 程序 代码 code coding programming developer developers software",
    "体育 运动 sport sports",
    "国际 世界 环球 全球 world international global foreign",
    "国内 中国 时政 要闻 china domestic national politics",
    "社会 民生 society",
    "娱乐 影视 明星 entertainment showbiz celebrity celebrities movies film",
    "军事 国防 military defence defense army",
    "健康 医疗 医药 health medicine medical",
    "科学 科研 science research",
    "教育 学校 education school",
    "汽车 车市 car cars auto autos motoring",
    "房产 楼市 地产 property housing",
    "游戏 电竞 game games gaming esports",
    "文化 艺术 读书 culture art arts books",
    "旅游 旅行 出行 travel tourism",
    "美食 饮食 food cooking",
)
_KINDS = tuple(frozenset(names.split()) for names in _CALLED)
_LATIN = re.compile("[a-z]+")


def are_kindred(one: str, other: str) -> bool:
    """Tells whether two texts, in small letters and simplified characters, speak of the same kind of news."""
    return not _kinds(one).isdisjoint(_kinds(other))


@lru_cache(maxsize=16_384)
def _kinds(text: str) -> frozenset[int]:
    # A word of letters counts whole: there is an "art" in "start".
    said = frozenset(_LATIN.findall(text))
    return frozenset(
        number
        for number, names in enumerate(_KINDS)
        if any(name in said if name.isascii() else name in text for name in names)
    )
