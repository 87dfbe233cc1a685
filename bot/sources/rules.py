"""The visible table of lines that stand in a post but are not its article, each with the reason it goes.

A rule takes away a whole paragraph, never a part of one, and only a short one: the same words inside a real
sentence (people told to scan a code, an interview's `记者：…？`) stay.
"""

import re
from dataclasses import dataclass
from enum import Enum

from bot.sources import wording as w


class Where(Enum):
    """In which part of a post a line is certain not to be text: how many paragraphs from its head and from its end."""

    ANYWHERE = (10**9, 0)
    EDGES = (8, 10)
    HEAD = (8, 0)
    TOP = (3, 0)
    TAIL = (0, 10)
    ENDS = (1, 1)

    def covers(self, index: int, count: int) -> bool:
        """Tells whether the paragraph at an index lies in this part of so many paragraphs."""
        head, tail = self.value
        return index < head or index >= count - tail


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line that is not the article."""

    reason: str
    where: Where
    longest: int
    lines: tuple[str, ...]
    """Patterns of which one has to match the whole paragraph, its white space made single blanks."""


def _rule(reason: str, where: Where, longest: int, *lines: str) -> Rule:
    return Rule(reason, where, longest, lines)


_OPEN = r"[（(*\uff0a※【\[—\- ]*"
_PRINTED = (
    r"来自|来源于?|转载自|转自|首发于?|首发|原载于?|原刊于?|刊载于|刊于|选自|摘自|摘编自|经.{0,30}授权"
    r"|系.{0,30}(?:授权|原创)|为.{1,20}原创|由.{0,40}(?:授权|原创|首发|转载|出品|供稿)|未经"
    r"|(?:核心)?(?:数据|资料)来[自源]|综合(?!性)|作者[：:]"
)
_DISCLAIMED = (
    r"不构成|不做任何投资|不作为投资|不代表.{0,16}(?:立场|观点|机构)|仅代表|仅供参考|仅供.{0,10}(?:参考|交流|学习)"
    r"|如有侵权|如侵权|侵权请|联系删|风险自担|注明出处|注明来源|不得转载|禁止转载|请勿转载|投资需谨慎|文责自负|版权纠纷"
)
_SCREENS = "视频|网络|网页|监控|报道|微博|抖音|App|社交媒体|社交平台|小红书|淘宝"

RULES = (
    _rule(
        "names of editors and proofreaders, and whose the head picture is",
        Where.ANYWHERE,
        100,
        rf"{w.MARK}(?:{w.DESKS}|{w.PICTURES})(?:[、/&和 ]{w.ROLE})*{w.BAR}[^。！？]*",
        rf"{w.MARK}{w.DESKS_OF}{w.BAR}.{{1,16}}",
    ),
    _rule(
        "the author's, photographer's or reporter's name behind the craft",
        Where.EDGES,
        80,
        rf"{w.MARK}(?:{w.CRAFTS})(?:[、/&和 ]{w.ROLE})*{w.BAR}[^。！？!?；;]{{1,64}}?[】）)]?",
        rf"{w.MARK}(?:{w.STUDIO})(?:[、/&和 ]{w.ROLE})*{w.BAR}[^。！？!?；;，,]{{1,30}}",
        r"【文/[^】]{2,36}】",
        r"[（(]文/[^）)]{2,36}[）)]",
    ),
    _rule(
        "names of editors parted by blanks only",
        Where.EDGES,
        60,
        rf"{w.MARK}(?:{w.DESKS}) {w.NAMES}(?: (?:{w.DESKS}|{w.STUDIO}) {w.NAMES})*[）)】]?",
    ),
    _rule(
        "a reporter's line: paper and people",
        Where.EDGES,
        80,
        rf"[▌◎（(【]*{w.OUTLET}{w.REPORTER}(?:(?:{w.BAR}| ){w.NAMES}|{w.PEOPLE})"
        r"(?:[ 、，,/（(]+[^。！？]{0,40})?[）)】]?",
    ),
    _rule(
        "a television report's names and place",
        Where.TAIL,
        48,
        rf"[^，。：]{{2,10}}(?:卫视|电视台|新闻|日报|晚报|电台|广播)(?:特约)?(?:记者)?{w.HAN}"
        r"[^，。：！？]{1,24} ?[^，。：！？]{0,16}报道",
    ),
    _rule("nothing but a name: the author's", Where.ENDS, 8, w.PERSON),
    _rule(
        "the author's office below his name",
        Where.TOP,
        40,
        r"[^，。：；！？“”]{2,30}(?:教授|研究员|评论员|专栏作家|专栏作者|法学博士|法律博士|律师|学者|合伙人|撰稿人)",
    ),
    _rule(
        "nothing but the paper or office it comes from",
        Where.ENDS,
        14,
        rf"[（(]?(?:{w.PAPERS}|(?:{w.BODIES})(?:网站|官网)?)[）)]?",
    ),
    _rule(
        "the title under which it was printed first",
        Where.ANYWHERE,
        160,
        rf"{w.MARK}(?:{w.TITLES})(?:{w.BAR}| |(?=[“《「]))?.*",
    ),
    _rule("where it was printed first", Where.ANYWHERE, 160, rf"{w.MARK}(?:{w.ORIGINS})(?:{w.BAR}| ).+"),
    _rule(
        "from which account or paper it was taken, and by whose leave",
        Where.EDGES,
        320,
        rf"{_OPEN}(?:本文|文章|本篇|此文|原文|本内容|本稿)(?:{_PRINTED}).*",
    ),
    _rule(
        "in which paper of which day it was printed, or of which reports it is made",
        Where.EDGES,
        120,
        r"首发于(?:微信)?公众号.*",
        r"原文刊载于.*",
        r"发于[\d.]+总第\d+期.*",
        r"[^，。：]{0,14}《[^》]{2,12}》 ?[（(]\d{4}[年\-].{2,30}[）)]",
        r"[^，。：]{2,10}[（(]\d{4}年\d{1,2}月\d{1,2}日[）)]",
        r"[（(]本报.{2,12}\d日电[）)]",
        r"综合自.{2,80}",
        r"[（(]?[^，。：]{0,16}综合(?!治理|来看|起来|而言|考虑|以上|上述|性|实力|国力)[^。]{0,60}?"
        r"(?:报道|消息|媒体|网站|视频号|资料|新闻|社|报|等)[）)]?",
    ),
    _rule(
        "by whose leave it is printed",
        Where.ANYWHERE,
        160,
        r".{0,60}(?:36氪经授权发布|经授权转载|授权虎嗅.{0,10}(?:发表|发布|转载)).{0,20}",
    ),
    _rule(
        "where the pictures come from",
        Where.EDGES,
        120,
        r"[*\uff0a※（(【]*(?:注[：:]?)?(?:本文|文中|文内|部分|以上|题图|头图|封面)?(?:及文中|部分|所有|及|除.{2,8}外)*"
        r"(?:题图|头图|封面|配图|插图|图片|图源|素材|视频)(?:图片|部分|均|都|素材|资料)*"
        r"(?:来自|来源|源自|源于|取自|由|源|摄于|版权).{1,80}",
    ),
    _rule(
        "a caption: nothing but the picture's owner, or its mark before or behind",
        Where.ANYWHERE,
        100,
        r"[〓（(©]*(?:图源|图片来源|图据|供图)[^。]{0,40}[）)]?▼?",
        r"[（(]图(?:片)?[：:/｜| ][^）)]{0,40}[）)][】」]?▼?",
        r"图(?:片)?[｜|丨/：:][^。]{1,80}",
        r"[^。！？]{0,80}(?:图源|图片来源)[:：｜|/ ]?[^。）)]{1,40}[）)]?",
        rf"[^。！？：:]{{0,60}}(?:资料图|资料图片|供图|受访者提供|主办方提供|(?:{_SCREENS})截图)[）)]?。?",
        r"[△▲▽▼][^。！？]{2,90}。?",
        r"[^。！？]{2,80}▼",
        r"[↓↑▼]+",
    ),
    _rule(
        "a disclaimer behind its name",
        Where.EDGES,
        280,
        r"[（(*\uff0a※【\[ ]*(?:(?:免责|版权|特别|郑重|原创|广告|编辑|重要)(?:声明|说明)|风险提示|声明(?=[：:])"
        r"|.{0,12}提醒(?=：内容及观点))[】\]]?(?:[：:｜| ].*)?",
    ),
    _rule(
        "a disclaimer",
        Where.EDGES,
        220,
        r"[（(*\uff0a※【\[ ]*(?:注[：:] ?)?"
        r"(?:本文|该文|本报告|文中|文内|以上|文章|个人|观点|内容|图文|转载|未经|谢绝|作者观点)"
        rf"[^。]{{0,60}}(?:{_DISCLAIMED}).*",
        rf"本文.{{0,90}}(?:{_DISCLAIMED}).*",
        r"[©ⓒ].{1,60}",
        r".{0,12}股市有风险.{0,16}",
    ),
    _rule(
        "asks the reader to scan a code or follow an account",
        Where.EDGES,
        120,
        r"(?:欢迎|敬请|请|立即|微信|快来|如需|更多)?[^。，：“]{0,4}(?:扫码|扫描|识别|长按)[^。，“]{0,16}"
        r"(?:二维码|添加|关注|加入|进群|下载|购买|预约|报名|领取|咨询|查看|阅读|收听)(?!.*(?:记者|表示|称)).*",
        r"[^。，：“]{0,12}二维码关注.{0,40}",
        r"(?:欢迎|敬请|请|点击|记得|快来)[^。，“]{0,10}(?:关注|订阅|下载|添加|星标|加微信|加入)(?!.*称)[^。]{0,60}[。！!]?",
        r"更多[^。]{0,24}(?:关注|下载|搜索|点击|登录)[^。]{0,40}[。！!]?[）)]?",
        r"#?[^。]{0,60}(?:加微信|添加微信|欢迎交流)[：:].{0,80}",
    ),
    _rule("how to get in, in brackets", Where.ANYWHERE, 40, r"[（(][^（）()。]{0,8}扫码[^（）()。]{0,20}[）)]"),
    _rule(
        "asks the reader to tap or to share",
        Where.EDGES,
        90,
        r"[^。，]{0,10}(?:点击|戳)[^。，]{0,16}(?:阅读原文|查看原文|查看详情|了解更多|观看视频|查看视频|下方视频|蓝字|进入).{0,40}",
        r".{0,60}点击查看[>》]+",
        r"(?:喜欢|觉得)[^。]{0,20}(?:点赞|在看|转发|分享|点个).{0,40}",
        r"[^。，]{0,16}(?:点赞|在看|转发|分享)[、，和 ][^。]{0,12}(?:点赞|在看|转发|关注)[^。]{0,30}",
    ),
    _rule(
        "a house's own standing words",
        Where.EDGES,
        160,
        r"海量资讯、?精准解读.*",
        r"股民福利来了.*",
        r".*炒股就看金麒麟.*",
        r"热点栏目(?: .{2,6}){2,}.*",
        r"安装新浪财经客户端.*",
        r".*新浪财经(?:APP|客户端).*(?:下载|了解|第一时间).*",
        r"【线索征集令.*",
        r"新浪声明.*",
        r"文章关键词[：:].*",
        r"视频加载中.*",
        r"[（(]?下载红星新闻.*",
        r"[（(]?(?:如果您有|如您有|如有)?.{0,4}新闻线索.*",
        r".{0,24}(?:报料|爆料)(?:微信|热线|电话|有奖|邮箱).*",
        r"[（(*].{0,30}对(?:本文|此文)亦有贡献.?[）)]?",
        r"(?:商务合作|投稿邮箱|联系我们|加入我们|转载开白)[：:|｜].*",
        r"原文链接[：: ]*",
        r"股市瞬息万变.{0,60}",
        r"感谢IT之家网友.{1,60}",
        r".*IT之家所有文章均包含本声明.*",
        r"正在改变与想要改变世界的人.*",
        r"如对本稿件有异议.*",
        r"授权事宜请联系.*",
        r"(?:题图|图片)来自Unsplash.*",
        r".{0,60}(?:特约)?原创栏目。?",
        r"Comments on Hacker News.*",
    ),
    _rule(
        "end marks and hashtags",
        Where.EDGES,
        200,
        r"[-—–_=~·*\uff0a（(【\[ ]*(?:完|全文完|本文完|未完待续|end|the end|fin)[-—–_=~·*\uff0a）)】\] .。]*",
        r"(?:#[^#\s]{1,20}\s*){2,}#?",
    ),
    _rule("rules made of characters", Where.ANYWHERE, 60, r"[-—–_=~·*\uff0a.…∞■□◆◇●○█>|｜ ]+"),
    _rule(
        "length and reading time",
        Where.HEAD,
        40,
        r"(?:本文|全文)?(?:约|共|大约)*[：: ]*\d+ ?字(?:[ ,，·|丨｜。]*.{0,8}阅读.{0,8}\d+ ?分钟)?",
        r".{0,14}阅读.{0,6}\d+ ?分钟",
        r".{0,14}约 ?\d+ ?分钟阅读",
    ),
    _rule(
        "the account's own mark",
        Where.EDGES,
        60,
        r".{1,24}[（(] ?(?:(?:微信)?(?:公众号)?(?:ID|微信号|公众号)[：: ])?[\w ]{3,30}[）)] ?(?:原创|出品|首发)",
        r".{1,24}[（(](?:微信)?(?:公众号)?(?:ID|微信号)[：: ].{3,30}[）)]",
        r".{0,24}第 ?\d+ ?(?:篇|期)(?:原创|文章|推送).{0,12}",
        r"[^，。]{1,14}(?:整理编辑|原创作品|原创出品|荣誉出品)",
        r"[（(【][^，。]{2,14}出品[】）)]",
        r"本文首发.{0,10}期",
    ),
    _rule(
        "links to other articles, and their heading once nothing stands below it",
        Where.TAIL,
        90,
        rf"{w.MARK}(?:{w.READ_ON})(?:请看|请戳)?[】：:▼↓ ]*",
        rf"{w.MARK}(?:{w.READ_ON})[：:】].{{2,80}}",
        r"[^。]{4,60}[|｜] ?虎嗅AI ?100闭门会",
    ),
)

_COMPILED = tuple((rule, re.compile("|".join(rule.lines), re.IGNORECASE)) for rule in RULES)
_LONGEST = max(rule.longest for rule in RULES)

ORIGINAL_TITLE = re.compile(rf"{w.MARK}(?:{w.TITLES})[ :：丨|｜]{{0,3}}")
"""What an original title's line begins with."""


def matching(line: str) -> tuple[Rule, ...]:
    """Gives the rules a line falls under; for most lines none."""
    if len(line) > _LONGEST:
        return ()
    return tuple(rule for rule, pattern in _COMPILED if len(line) <= rule.longest and pattern.fullmatch(line))
