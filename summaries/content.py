"""Knows the sentences that belong to a page rather than to its story: bylines, calls to click, bare figures."""

import re

_ROLES = "责任编辑|责编|编辑|校对|审核|作者|撰文|文|图|来源|稿源|记者|通讯员|摄影|监制|策划|编审|美编|值班|主编"

_EMPTY_TALK = (
    # (pattern, what it is)
    (r"^[\W\d_]*$", "only digits and signs: a table's row, a date, a rule"),
    (rf"^\W*(?:{_ROLES})\W{{0,3}}[:：|丨/].{{0,60}}$", "a byline"),
    (rf"^[（(【\[].{{0,12}}(?:{_ROLES})[:： ].{{0,40}}[）)】\]]$", "a byline in brackets"),
    (r"点击.{0,12}(?:查看|阅读|下载|进入|关注|播放|链接|此处)|阅读原文", "a call to click"),
    (r"扫.{0,8}二维码|长按.{0,8}识别|扫码", "a call to scan"),
    (r"^.{0,20}(?:关注.{0,12}公众号|下载.{0,12}客户端|欢迎.{0,10}(?:关注|订阅|投稿|转发))", "a call to follow"),
    (
        r"^.{0,20}(?:未经.{0,12}(?:授权|许可|同意).{0,6}(?:不得|禁止|严禁|请勿|转载)|版权(?:所有|归)|转载请)",
        "a notice of rights",
    ),
    (r"^(?:早前|此前|相关|更多|延伸)(?:报道|阅读|新闻)\W", "a pointer to another article"),
    (r"^(?:资料图|图为|图源|图片来源|题图|▲|△|▼|图\s?\d+[:： ]).{0,80}$", "a caption"),
    (r"^(?:(?:click|tap) here|read more|sign up|subscribe|share this|advertisement)", "a call to click in English"),
    (r"^(?:all rights reserved|©|photo(?:graph)?:|image:|source:)", "rights and captions in English"),
)
_ANY = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _EMPTY_TALK), re.IGNORECASE)
_LONGEST = 100
"""Whatever is longer says something besides."""

_LONGEST_HEADING = 40
"""A line without an end mark is a heading up to here, and a sentence written carelessly beyond."""


def is_empty_talk(sentence: str) -> bool:
    """Tells whether a reader would miss nothing without this sentence."""
    return len(sentence) <= _LONGEST and _ANY.search(sentence) is not None


_ENDED = re.compile(r"[。！？!?…｡.؟।\u06d4][”’」』）)\]】》\"'»]*$")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("《", "》"), ("【", "】"))
_LEAST = 8


def stands_alone(sentence: str) -> bool:
    """Tells whether a reader understands the sentence by itself: no heading, half a quote, or lead to a list."""
    if len(sentence) < _LEAST or not (_ENDED.search(sentence) or len(sentence) > _LONGEST_HEADING):
        return False
    return all(sentence.count(opening) == sentence.count(closing) for opening, closing in _PAIRS)
