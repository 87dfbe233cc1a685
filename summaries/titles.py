"""Knows the titles that only name a column, a date or a series and tell nothing of the text."""

import re
from functools import cache

from summaries.sentences import count_tokens, has_cjk
from summaries.words import lowered, plain

LONGEST_READ = 200
"""Characters of a title that are looked at; whoever writes more tells something."""

_CUT = re.compile(r"(?:…|\.{3,}|。{3,}|⋯)\W*$")
_FEWEST_IDEOGRAPHS = 4
_FEWEST_WORDS = 2

_DATES = (
    r"(?:(?:19|20)\d\d\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?(?!\d)",
    r"(?:19|20)\d{6}(?!\d)|(?:19|20)\d\d(?:年|(?!\d))|\d{1,2}月(?:[上中下]旬)?|\d{1,2}[:：]\d{2}",
    r"(?:周|星期|礼拜)[一二三四五六日天]|[今昨明][天日晚早]|上午|下午|早上|晚上|凌晨",
    r"(?:第\s*)?[一二三四五六七八九十百\d]+\s*[年季月期周号篇集章回节辑季弹讲话]|\d+(?:st|nd|rd|th)?\b",
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\b",
    r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b",
)
_CHINESE = """
国内 国际 财经 体育 科技 娱乐 社会 要闻 今日 每日 每周 一周 本周 晨间 晚间 早间 午间 热点
行业 市场 环球 全球 央视 最新 滚动 新闻 联播 头条 本期 本日 当日 周末 月度 年度 公司 股市
盘前 盘后 收盘 开盘 技术 开源 业界 产品 版本 更新 资讯 快讯 要点 简讯 快报 简报 早报 晚报
日报 周报 周刊 月报 年报 月刊 早班车 早知道 早餐 晚餐 速递 速览 一览 汇总 合集 盘点 回顾 摘要
摘编 综述 播报 动态 专栏 专题 特刊 公告 通知 通告 声明 预告 导读 目录 索引 文摘 集锦 图片
图集 组图 视频 直播 随笔 随想 杂谈 杂记 日记 周记 笔记 札记 无题 其他 日志 早茶 夜读 晨读
推荐 分享 问答 答疑 测试 未命名 首页 正文 详情 标题 精选 选登 快览 栏目 精华 时政 微视频 现场
回放 链接 附件 完整版 全文 原文
"""
_ENGLISH = """
daily weekly monthly morning evening tech market markets world local our this today todays top latest press link
photo picture video release change open site status general reading digest news newsletter briefing brief update
updates roundup round wrap recap summary headlines stories links notes log changelog report bulletin gallery photos
pictures videos live blog thread untitled test index home thoughts misc miscellaneous post week day announcement
notice issue vol volume no part episode ep edition of for the and to in up s
"""
_NAMES = "|".join(sorted(_CHINESE.split(), key=len, reverse=True))
_WORDS = "|".join(_ENGLISH.split())


@cache
def _says_nothing() -> re.Pattern[str]:
    return re.compile(rf"(?>{'|'.join(_DATES)}|{_NAMES}|(?:{_WORDS})\b|[\W_]+|[版篇])*+")  # it takes milliseconds


def is_telling(title: str) -> bool:
    """Tells whether a title says what its text is about: no date, no name of a column or series, nothing cut off."""
    shown = lowered(plain(title[:LONGEST_READ])).strip()
    if not shown or _CUT.search(title.rstrip()[-LONGEST_READ:]) is not None:
        return False
    fewest = _FEWEST_IDEOGRAPHS if has_cjk(shown) else _FEWEST_WORDS
    return count_tokens(shown) >= fewest and _says_nothing().fullmatch(shown) is None
