"""Knows the sentences that only say that something was asked, told, counted or felt, and nothing of what it was."""

import re
from functools import cache

from summaries.hints import hints

_SENTENCES = (
    # (what such a sentence holds or ends in, what it is)
    (r"截至[^，。]{0,6}(?:[发發]稿|发稿时)[^。]*[未无][^。]*(?:回[复復应應]|回音)", "nobody answered"),
    (
        r"[记記]者[^。]{0,24}(?:[联聯][系繫]|致[电電]|[拨撥]打|[询詢][问問])[^。]*(?:不便|[无無]人接[听聽]|[暂暫]未|不清楚|以通[报報][为為]准)",
        "nobody answered",
    ),
    (r"[记記]者[^。]{0,12}(?:抵近|抵[达達]|[赶趕]到|[赶趕]赴)[^。]{0,16}[现現][场場]。$", "where a reporter is"),
    (
        r"[记記]者[^。]{2,200}(?:[试試][图圖]|希望)(?:[厘釐]清|了解|[寻尋]找)[^。]*。$",
        "what a reporter would like to know",
    ),
    (r"[讲講]述了?[^。]{0,20}(?:情形|[时時]刻|[经經][历歷]|[经經][过過]|[过過]程)。$", "that somebody told it"),
    (r"接受了?[^，。]{0,14}(?:采[访訪]|[专專][访訪])。$|刊出[^。]*[专專][访訪]。$", "that somebody was asked"),
    (
        r"(?:分[为為成]?|有|可以[学學])[^，。]{0,4}[两兩三四五六七八几幾][个個种種](?:[阶階]段|原因|方面|步[骤驟]|[层層]面|特[点點]|可能|[问問][题題])。$",
        "a list that comes next",
    ),
    (
        r"(?:多重|多方面|多[种種])(?:因素|原因)[^，。]{0,4}。$|用?[过過]?(?:很多|多[种種])(?:手段|[办辦]法)的?。$",
        "that there are many",
    ),
    (
        r"同一[个個](?:[结結][论論]|信[号號]|方向)。$|信息量很大。$|[读讀看]下[来來]，[^。]*(?:感受|感[觉覺])。$",
        "an impression",
    ),
    (
        r"(?:[详詳]情|[详詳])可?[见見][：:]|我[们們]此前(?:就)?曾?(?:研判|[说說]|提)[过過]?|之前咱[们們]?(?:聊|[说說])[过過]",
        "an older article",
    ),
    (r"如遇[^。]*[请請][^。]*(?:[拨撥]打|[联聯][系繫])[^。]*(?:[电電][话話]|[热熱][线線])", "a number to call"),
    (r"如上(?:[视視][频頻]|[图圖]片)", "a picture"),
)
_LISTED = """
截至 记者 記者 讲述 講述 接受 刊出 因素 原因 法。 法的。 段。 段的。 阶段。 階段。
方面。 步骤。 步驟。 层面。 層面。 特点。 特點。
可能。 问题。 問題。 论。 論。 号。 號。 向。 大。 受。 觉。 覺。 见： 見： 见: 見: 我们此前 我們此前 之前咱 如遇 如上
"""
_MAY_BE = hints(_LISTED.split())
"""One of these is in whatever a pattern above matches; most sentences are known by that alone."""


@cache
def _hollow() -> re.Pattern[str]:
    return re.compile("|".join(pattern for pattern, _ in _SENTENCES))  # it takes milliseconds


def is_hollow(sentence: str) -> bool:
    """Tells whether a reader knows no more after it."""
    return _MAY_BE.found_in(sentence) and _hollow().search(sentence) is not None
