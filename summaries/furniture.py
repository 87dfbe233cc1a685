"""Knows the sentences that belong to a page rather than to its story."""

import re
from collections.abc import Sequence
from functools import cache

from summaries.furniture_in_letters import is_talk_in_letters
from summaries.hints import Hints, hints
from summaries.words.scripts import plain

_ROLES = (
    "责任编辑|责编|编辑|校对|审核|作者|撰文|文|图|图片|供图|摄影|拍摄|来源|稿源|记者|通讯员"
    "|监制|策划|编审|美编|值班|主编"
)

_GREETINGS = "早上好|早安|上午好|中午好|下午好|晚上好|晚安|大家好|各位好|朋友们好|朋友們好|读者好|讀者好"
_ALSO_SAID = "(?:(?:以下|下面|这里|這裡|今天)[是为為][^，。]{0,40}|[欢歡]迎[^，。]{0,20})"
_ANNOUNCED = "[件条條则則]事?|要闻|要聞|新闻|新聞|消息|内容|內容|摘要|速览|速覽|全文|一览|一覽"

_SHOWN_HERE = "文末|文首|蓝字|原文|(?:查看|阅读)(?:更多|全文|原文|详情)|关注"
_CALLED_FOR = "(?:收看|观看|查看|阅读|关注|播放|了解|报名|领取|购买|直达)"
_PICTURED = "(?:下方|下图|文末|上方|底部|图中|以下|海报|图片)"
_SCANNED_FOR = "关注|进群|加群|入群|报名|收听|领取|订阅|添加|咨询"
_ASKED = (
    r"\W{0,3}(?:视频|全文|原文|详情|您|大家|读者)?(?:请|欢迎|可以?|微信|立即|快来|赶紧|马上|现在|也可|即可|就){0,2}"
)
_FIGURED = "(?:和|至|与|、)?[^，。]{0,6}(?:显示|展示|说明|描述|给出|列出|中|可以|可见|表明|反映|是|对比|看出)"
_LIKED = "(?:点赞(?![了后])|收藏(?![家馆品界])|转发(?![了后谣的])|三连(?![冠胜败]))"
_SHOWN = "视频|影片|海报|组图|图集|图解|一图读懂|一图看懂|动图|长图|直播|回放|音频"

_EMPTY_TALK = (
    # (pattern, words of which every such sentence holds one, or a role before a sign; what it is)
    # what asks, or has a clause and a full stop, is a question of an interview
    (rf"^\W*(?:{_ROLES})\W{{0,3}}[:：|丨/](?!.*(?:[？！?!]|，.*。$)).{{0,60}}$", "", "a byline"),
    (rf"^[（(【\[].{{0,12}}(?:{_ROLES})[:： ].{{0,40}}[）)】\]]$", "", "a byline in brackets"),
    (
        rf"^(?:[^。]{{0,30}}[，！!])?{_ASKED}点击(?:(?:这里|此处)(?:[^，。]{{0,10}}[。！：]?$)|{_SHOWN_HERE}|(?:下方|上方|下图|上图|左下角|图片|标题|视频|海报)[^，。的]{{0,12}}{_CALLED_FOR})(?![^，。]{{0,6}}[后的了就])",
        "点击",
        "a call to click",
    ),
    (r"阅读原文", "阅读原文", "another"),
    (r"^[〔【\[].{0,16}(?:点击|点我).{0,6}[〕】\]]$", "点击 点我", "the same in brackets"),
    (
        rf"^{_ASKED}(?:(?:扫一?扫?描?|长按|识别)[^，。]{{0,4}}{_PICTURED}[^，。]{{0,6}}(?:二维)?码(?!后)|扫码(?:{_SCANNED_FOR})(?![^，。]{{0,6}}[后的被]))",
        "扫 长按 识别",
        "a call to scan",
    ),
    (r"长按.{0,8}识别", "长按", "another"),
    (
        r"^.{0,20}(?:关注.{0,12}公众号|下载.{0,12}客户端|欢迎.{0,10}(?:关注|订阅|投稿|转发|留言))",
        "公众号 客户端 欢迎",
        "a call to follow",
    ),
    (
        r"^.{0,20}(?:未经.{0,12}(?:授权|许可|同意).{0,6}(?:不得|禁止|严禁|请勿|转载)|版权(?:所有(?![者人方权])|归)|转载请)",
        "未经 版权 转载请",
        "a notice of rights",
    ),
    (
        r"^(?:早前|此前|相关|更多|延伸|推荐)(?:报道|阅读|新闻)(?:[^\w，,]|$)",
        " ".join([when + what for when in ("早前", "此前", "相关", "更多") for what in ("报道", "阅读", "新闻")])
        + " 延伸 推荐",
        "a pointer to another article",
    ),
    (
        r"不构成.{0,12}(?:投资|理财|操作|任何).{0,6}(?:建议|意见)|投资有风险|市场有风险",
        "不构成 有风险",
        "a notice of risk",
    ),
    (r"^\W*(?:风险提示|免责声明|特别声明)[:：]", "风险提示 免责声明 特别声明", "its heading"),
    (
        r"^(?:本文|文章).{0,20}(?:不代表|仅代表|首发于|来自|转载自).{0,40}$",
        "本文 文章",
        "a disclaimer",
    ),
    (
        r"^\W*(?:标签|關鍵[词詞]|关键[词詞字]|标籤|標籤|分类|分類)[:：]",
        "标签 关键 關鍵 标籤 標籤 分类 分類",
        "what it is filed under",
    ),
    (
        rf"^\W*(?:各位[^，,。：:]{{0,6}}|大家)?(?:{_GREETINGS})[，,。！!~～ ]*{_ALSO_SAID}?[。！!：:~～]*$",
        _GREETINGS.replace("|", " "),
        "a greeting",
    ),
    (
        rf"^(?:以下|下面)[是为為][^，。]{{0,40}}(?:{_ANNOUNCED})[。：:！!]?$",
        "以下 下面",
        "what only announces the rest",
    ),
    (
        r"不便[^，。]{0,8}[，,。]?(?:敬请|恳请|还请|请|望)[^，。]{0,10}(?:谅解|见谅|原谅)[。！!]?$",
        "谅",
        "an apology of a notice",
    ),
    (r"仅代表作者.{0,4}(?:观点|本人)", "仅代表", "another"),
    (
        rf"^[^。，]{{0,6}}(?:记得|欢迎|麻烦|别忘了?|(?<![力请追为])求|帮忙)[^，。]{{0,4}}{_LIKED}[^。，]{{0,12}}(?:，我们[^。]{{0,8}}见)?[。！!～~]*$",
        "点赞 收藏 转发 三连",
        "a call for likes",
    ),
    (
        r"^[^，。]{0,8}我们下[期次周篇]?再?见[。！!～~]*$",
        " ".join([f"下{what}{again}见" for what in ("", *"期次周篇") for again in ("", "再")]),
        "a farewell",
    ),
    (r"^[^，。：]{0,8}(?:评级|星级)说明[：:][^。]*星", "级说明", "what the stars of a column mean"),
    (r"^(?:数据|资料|信息|素材|内容)来源[：:][^，。称说]{0,40}。?$", "来源", "where figures come from"),
    (
        rf"^[微短]?(?:{_SHOWN})\s?[｜丨|].",
        "｜ 丨 |",
        "the title of what is to be looked at",
    ),
    (r"\d{4}[,，;] ?\d{1,3} ?\(\d{1,3}\)[:：] ?\d", "): )：", "a paper that is cited"),
    (
        r"欢迎[^，。]{0,4}评论区|不妨[^，。]{0,4}评论区|可以[^，。]{0,4}评论区|评论区(?:见|聊聊|告诉)|你怎么看[呢？?。]|你觉得呢",
        "评论区 怎么看 觉得呢",
        "a call for comments",
    ),
    (
        rf"^(?:资料图|图为|图源|图片来源|题图|▲|△|▼|图\s?\d+[:： ]\s*(?!{_FIGURED})).{{0,80}}$",
        "资料图 图为 图源 图片来源 题图 ▲ △ ▼ " + " ".join([f"图{digit}" for digit in range(10)]),
        "a caption",
    ),
)
_EASTERN = (
    (
        r"^(?:平素|日[頃顷]|いつも|毎度|この度|このたび|最[後后]まで|本日は)[^。]{0,60}(?:ありがとうござい|礼申し上げ|感[谢謝](?:申し上げ|いたし))",
        "ありがとうござい 申し上げ いたし",
        "thanks that open a notice in Japanese",
    ),
    (
        r"ご(?:不便|迷惑|理解|協力|协力|了承|容赦)[^。]{0,40}(?:申し上げます|申し[訳译]ご?ざいません|[願愿]い[^。]{0,6}|ください)。?$",
        " ".join([f"ご{what}" for what in ("不便", "迷惑", "理解", "協力", "协力", "了承", "容赦")]),
        "what ends it",
    ),
    (
        r"^(?:皆さ[んま]|皆[様样]|みなさ[んま])?[、 ]?(?:こんにちは|こんばんは|おはようございます)[^。]{0,20}[。！!]*$",
        "こんにちは こんばんは おはようございます",
        "a greeting in Japanese",
    ),
    (r"^안녕하(?:세요|십니까|셨습니까)[^.“\"]{0,40}[.!]*$", "안녕하", "a greeting in Korean"),
    (
        r"(?:주셔서|주신|성원에|관심에)[^“”\"]{0,24}(?:감사|고맙)[가-힣]{1,4}[.!]*$",
        "감사 고맙",
        "thanks in Korean",
    ),
    (
        r"(?:불편|양해)[^“”\"]{0,24}(?:죄송합니다|바랍니다|드립니다|드리겠습니다)[.!]*$",
        "불편 양해",
        "an apology in Korean",
    ),
    (r"^\W?저작권자\s?[(（ⓒ©].{0,60}$|^.{0,30}무단\s?전재.{0,12}금지.{0,12}$", "저작권 무단", "rights in Korean"),
    (
        r"^.{0,40}(?:공감|댓글|구독|좋아요).{0,10}(?:부탁드(?:려요|립니다|릴게요)|눌러\s?주세요)[.!^ㅎㅋ~]*$",
        "부탁 눌러",
        "a call for comments in Korean",
    ),
    (r"^いかがでしたか.{0,4}$", "いかがでしたか", "the end of a post in Japanese"),
)
_SIGNS_OF_EASTERN = hints("ごはし안감고불양저무부눌")
"""One of these is in each such formula; a text without them is searched for fewer."""

_CREDIT = re.compile(
    r"[（(【\[]?[^，。：:|丨/ ]{0,8}?(?:图片|图源|图|供图|摄影|拍摄)[^，。：:|丨/]{0,4}[:：|丨/ ].{1,30}$"
)
_LONGEST_CAPTION = 60
_ONLY_SIGNS = re.compile(r"[\W\d_]*$")
"""Matches a table's row, a date, a rule."""

_EVERY = (*_EMPTY_TALK, *_EASTERN)


def _hints(rows: Sequence[tuple[str, str, str]]) -> Hints:
    return hints([word for _, words, _ in rows for word in words.split()], before_signs=_ROLES.split("|"))


_HINTS = _hints(_EMPTY_TALK)


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(pattern for pattern, _, _ in _EVERY if pattern.startswith("^")))  # it takes milliseconds


@cache
def _holds() -> re.Pattern[str]:
    # all of these begin with a plain character, without a group around: the search runs over all others in no time
    return re.compile("|".join(pattern for pattern, _, _ in _EVERY if not pattern.startswith("^")))


@cache
def _also_eastern() -> Hints:
    return _hints(_EVERY)


_LONGEST = 100
"""Whatever is longer says something besides."""

_REFERENCES = re.compile(
    r"\n(?:参考(?:资料|文献)|參考(?:資料|文獻)|[资資]料[来來]源|延伸[阅閱][读讀]"
    r"|references?|bibliography|works cited|further reading|sources|see also|footnotes)[:：]?\n",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\n[^\w\n]*(?:此|早)前(?:[报報][道導]|消息)[:：]?[^\w\n]*\n")
"""Matches the heading of old news behind the new."""

_NEWS, _FEWEST_BEFORE = 1 / 5, 2
"""The least share of a text and the sentences before it: with less, what stands behind it is all there is."""

_BODY = 1 / 3
"""The least share of a text before its list of references; a heading further ahead is one of many."""


def is_empty_talk(sentence: str) -> bool:
    """Tells whether a reader would miss nothing without this sentence."""
    return len(sentence) <= _LONGEST and (_is_talk(plain(sentence)) or _is_signs_or_letters(sentence))


def is_caption(sentence: str, after: str) -> bool:
    """Tells whether the sentence describes a picture whose maker is named behind it."""
    return len(sentence) <= _LONGEST_CAPTION and _CREDIT.match(plain(after)) is not None


def _is_talk(sentence: str) -> bool:
    return _begins().match(sentence) is not None or _holds().search(sentence) is not None


def _is_signs_or_letters(sentence: str) -> bool:
    """Tells what only a sentence may be that begins with something else than an ideograph, or gives an address."""
    if "\u4e00" <= sentence[:1] <= "\u9fff" and "://" not in sentence and "www." not in sentence:
        return False
    return _ONLY_SIGNS.match(sentence) is not None or is_talk_in_letters(sentence)


def empty_talk(sentences: Sequence[str]) -> frozenset[int]:
    """Gives the numbers of the sentences that are empty talk; one look at all of them tells of which to ask more."""
    as_written = "\n".join(sentences)
    text = plain(as_written)
    lines = sentences if text is as_written else text.split("\n")
    has_address = "://" in text or "www." in text
    found = {
        i
        for i, sentence in enumerate(sentences)
        if (has_address or not "\u4e00" <= sentence[:1] <= "\u9fff")
        and len(sentence) <= _LONGEST
        and _is_signs_or_letters(sentence)
    }
    hinted = (_also_eastern() if _SIGNS_OF_EASTERN.found_in(text) else _HINTS).lines(text)
    found.update([line for line in hinted if len(lines[line]) <= _LONGEST and _is_talk(lines[line])])
    if references := _REFERENCES.search(text, int(len(text) * _BODY)):
        found.update(range(text.count("\n", 0, references.end()), len(sentences)))
    if "前" in text and (heading := _EARLIER.search(text, int(len(text) * _NEWS))):
        first = text.count("\n", 0, heading.end())
        found.update(range(first, len(sentences)) if first > _FEWEST_BEFORE else ())
    return frozenset(found)
