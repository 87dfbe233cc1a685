"""The visible table of lines that stand in a post but are not its article, each with the reason it goes.

A rule takes away a whole paragraph, never a part of one, and only a short one: the same words inside a real
sentence (people told to scan a code, an interview's `记者：…？`) stay.
"""

import re
from functools import cache
from threading import Lock

from bot.sources import wording as w
from bot.sources.credits import CREDITS
from bot.sources.rule import Rule, Where, rule

_DISCLAIMED = (
    r"不构成|不做任何投资|不作为投资|不代表.{0,16}(?:立场|观点|机构)|仅代表|仅供参考|仅供.{0,10}(?:参考|交流|学习)"
    r"|如有侵权|如侵权|侵权请|联系删|风险自担|注明出处|注明来源|不得转载|禁止转载|请勿转载|(?:投资|入市)需谨慎|文责自负|版权纠纷"
    r"|信息存储空间服务"
)
_ABOUT = "本文|该文|文[章中内]|以上|内容|[图原]文|图片|数据|转载|观点|封面|新浪|本[网站报号刊平]|时报|AI|有风险"
"""What a disclaimer speaks of; a company's or an office's own statement speaks of something else."""
_LINKS_BELOW = rf"{w.MARK}(?:{w.READ_ON})(?:请看|请戳)?[】：:▼↓ ]*"

RULES = (
    *CREDITS,
    rule(
        "a disclaimer behind its name",
        Where.EDGES,
        280,
        r"[（(*\uff0a※【\[ ]*(?:(?:免责|版权|原创|广告|编辑|转载)(?:声明|说明)|新浪(?:财经|网)?声明"
        r"|.{0,12}提醒(?=：内容及观点))[】\]]?(?:[：:｜| ].*)?",
        rf"[（(*\uff0a※【“\[ ]*(?:特别|郑重|重要)?(?:声明|说明|提示)[】\]]?[：:｜| ](?=.*(?:{_ABOUT}))"
        rf".*(?:{_DISCLAIMED}|交流|部分数据).*",
        rf"[（(*\uff0a※【\[ ]*风险(?:提示|警示)[】\]]?[：:｜| ](?=.*(?:{_DISCLAIMED}|谨慎)).*",
    ),
    rule(
        "a disclaimer",
        Where.EDGES,
        220,
        r"[（(*\uff0a※【\[ ]*(?:注[：:] ?)?"
        r"(?:本文|该文|本内容|本报告|文中|文内|以上|文章|个人|观点|内容|图文|转载|未经|谢绝|作者观点)"
        rf"[^。]{{0,60}}(?:{_DISCLAIMED}).*",
        rf"本文.{{0,90}}(?:{_DISCLAIMED}).*",
        r"[©ⓒ].{1,60}",
        r".{0,12}(?:股市|投资|市场)有风险[，, ].{0,12}谨慎.{0,4}",
        r"(?:股市|投资|市场)有风险，[^。]{2,8}谨慎。本文不构成.*",
        r"[^，。：]{2,12}提醒：本文不构成.*",
        r"风险提示及免责条款",
        r"Notice: The content above.*",
        r"如遇作品内容、版权.*",
    ),
    rule(
        "asks the reader to scan a code or follow an account",
        Where.EDGES,
        120,
        r"(?:欢迎|敬请|请|立即|微信|快来|如需|更多)?[^。，：“他她]{0,4}(?:扫码|扫描|识别|长按)[^。，“]{0,16}"
        r"(?:二维码|添加|关注|加入|进群|下载|购买|预约|报名|领取|咨询|查看|阅读|收听)(?!.*(?:记者|表示|称|屏幕|页面|显示|发现|被|？|，[并却但就])).*",
        r"[^。：“]{0,40}(?:扫描)?二维码关注.{0,40}",
        r"扫(?:描)?二维码[^。，？]{0,30}",
        r"关注我们.{0,30}",
        r"扫码(?:入群|进群|加群)[^。，]{0,20}",
        r"[（(]?(?:欢迎)?(?:添加)?(?:作者|小编|编辑)微信(?:交流)?[：:].{2,40}",
        r"[^。，]{0,4}星标[^。，]{2,16}，.{2,16}",
        r"(?:欢迎|敬请|请|点击|记得|快来)[^。，“]{0,10}(?:关注|订阅|下载|添加|星标|加微信|加入)"
        r"(?!.*(?:称|公告|后续|进展|风险))[^。]{0,60}[。！!]?",
        r"[（(]?[^。，：“]{0,6}更多(?:精彩|内容|资讯|新闻|信息|详情|报道|文章|视频|干货|优质|独家|深度|财经|行情|服务|福利|原创|数据)"
        r"[^。]{0,24}(?:关注|下载|搜索|点击|登录|扫码)[^。]{0,40}[。！!]?[）)]?",
        r"关注[^。，]{2,40}(?:公众号|微信|微博|[（(][\w-]{3,24}[）)])[^。]{0,40}(?:更多|获取|查看|了解)[^。]{0,30}[。！!]?",
        r"下载[^。，]{2,20}(?:APP|客户端)[^。]{0,20}(?:关注|随时|第一时间|更多|即可)[^。]{0,60}。?",
        r"[（(]?(?:微信|公众号|微信公众号)?(?:ID|微信号)[：: ] ?[\w-]{3,30}[）)]?",
        r"#?[^。]{0,60}(?:加微信|添加微信|欢迎交流)[：:].{0,80}",
    ),
    rule("how to get in, in brackets", Where.ANYWHERE, 40, r"[（(][^（）()。]{0,8}扫码[^（）()。]{0,20}[）)]"),
    rule(
        "asks the reader to tap or to share",
        Where.EDGES,
        90,
        r"[^。，]{0,10}(?:点击|戳)[^。，]{0,16}(?:阅读原文|查看原文|查看详情|了解更多|观看视频|查看视频|下方视频|蓝字|进入).{0,40}",
        r".{0,60}点击(?:查看|进入|下载)[^。]{0,10}[>》]+",
        r"[^。，：“]{0,10}，?请?点击?(?:图片|查看|进入|下载|观看|收看|播放|阅读|了解|上方|下方|这里|链接|蓝字|[“「]?阅读原文)[^。，]{0,30}",
        r"点个[“「]?(?:在看|赞).{0,10}",
        r"(?:你怎么看？)?(?:欢迎|快来|来)(?:在)?(?:评论区|留言区|文末|留言)[^。]{0,24}。?",
        r"(?:给作者打赏，.{2,16}|好文章，需要你的鼓励)",
        r"(?:如果)?(?:您|你)?(?:喜欢|觉得)[^。]{0,20}(?:点赞|在看|转发|分享|点个).{0,40}",
        r"[^。，]{0,16}(?:点赞|在看|转发|分享)[、，和 ][^。]{0,12}(?:点赞|在看|转发|关注)[^。]{0,30}",
    ),
    rule(
        "a house's own standing words",
        Where.EDGES,
        160,
        r"海量资讯、?精准解读.*",
        r"股民福利来了.*",
        r".*炒股就看金麒麟.*",
        r"安装新浪财经客户端(?!的).*",
        r"24小时滚动播报最新的财经资讯.*",
        r"(?:新浪直播 |投顾服务|大盘震荡|行情不好怎么办).*",
        r"[^。]{0,50}(?:抄底炒股先开户|开户即送|领开户福利|分钟(?:极速)?开户|送你万元福利)[^。]{0,50}",
        r"(?:热点栏目|自选股|模拟交易)(?: .{2,6})*",
        r"(?:关于意见领袖|(?:新浪财经)?[“「]?意见领袖[”」]?(?:专栏|官方| 汇聚)).*",
        r"(?:查看|阅读|展开)(?:原文|全文|更多)|举报/反馈|返回搜狐，查看更多",
        r"(?:我要反馈|保存网页|打印本文|收藏本文|新浪合作平台.*)",
        r"Tips[：:].*(?:微信号|公众号).*",
        r"百万(?:用户|读者)都在看.{0,6}",
        r".*版权侵权联系电话.*",
        r".*新浪财经(?:APP|客户端).*(?:下载|了解|第一时间).*",
        r"【线索征集令.*",
        r"新浪声明.*",
        r"文章关键词[：:].*",
        r"视频加载中.*",
        r"[（(]?下载红星新闻.*",
        r"[（(]?(?:如果您有|如您有|如有)?.{0,4}新闻线索.*",
        r"[（(]?更多(?:报道|新闻)线索.*",
        r".{0,24}报料[：:] ?[\d-]{7,}.*",
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
    rule(
        "leads to the page the text is from",
        Where.TAIL,
        240,
        r"\W*(?:点击|點擊)?(?:[继繼][续續][阅閱][读讀]|(?:[阅閱][读讀]|查看|展[开開])(?:原文|全文|更多))\W*",
        r"\W*(?:全文|原文|本文|文章|永久)(?:[链鏈連][接結结]|地址|网址)(?:[：:] ?\S{0,200})?\W*",
        r"\W*(?:read|continue|keep) (?:more|reading|on)\W*",
        r"\W*(?:read|view|see) (?:the )?(?:full|rest|whole|entire|original|complete) (?:of )?(?:this |the )?"
        r"(?:article|story|post|text|entry)(?: (?:on|at) [^.!?]{1,60})?\W*",
        r"\W*(?:full|whole) (?:article|story|text)\W*",
        r"the post .{1,160} (?:appeared first|first appeared) on .{1,60}",
        r".{1,120} was originally published in .{1,60} on medium, where .{1,120}",
    ),
    rule(
        "end marks and hashtags",
        Where.EDGES,
        200,
        r"[-—–_=~·*\uff0a（(【\[ ]*(?:完|全文完|本文完|未完待续|end|the end|fin)[-—–_=~·*\uff0a）)】\] .。]*",
        r"(?:#[^#\s]{1,20}\s*){2,}#?",
    ),
    rule("rules made of characters", Where.ANYWHERE, 60, r"[-—–_=~·*\uff0a.…∞■□◆◇●○█>|｜ ]+"),
    rule(
        "length and reading time",
        Where.HEAD,
        40,
        r"(?:本文|全文)?(?:约|共|大约)*[：: ]*\d+ ?字(?:[ ,，·|丨｜。]*.{0,8}阅读.{0,8}\d+ ?分钟)?",
        r".{0,14}阅读.{0,6}\d+ ?分钟",
        r".{0,14}约 ?\d+ ?分钟阅读",
    ),
    rule(
        "the account's own mark",
        Where.EDGES,
        60,
        r".{1,24}[（(] ?(?:(?:微信)?(?:公众号)?(?:ID|微信号|公众号)[：: ])?[\w ]{3,30}[）)] ?(?:原创|出品|首发)",
        r".{1,24}[（(](?:微信)?(?:公众号)?(?:ID|微信号)[：: ].{3,30}[）)]",
        r".{0,24}第 ?\d+ ?(?:篇|期)(?:原创|文章|推送).{0,12}",
        r"[^，。]{1,14}(?:整理编辑|原创作品|原创出品|荣誉出品)",
        r"[（(【][^，。]{2,14}出品[】）)]",
        r"本文首发.{0,10}期",
        r"(?:微信)?公众号[：:] ?[^，。：]{2,20}",
        r"[|｜ ]*[^，。：]{2,14} \w{3,20} 原创(?:文章|作品|内容)[|｜ ]*",
        r"[^，。：]{1,10} ?[|｜丨] ?公众号 ?\w{3,24}",
        r"[^，。：！？]{2,24} 发自 ?[^，。：！？]{2,12}(?: .{0,40})?",
        r"(?:量子位|机器之心|新智元|雷锋网|智东西|钛媒体|品玩)[^，。：！？ ]{0,3} ?(?:报道|编译|编辑|发布|原创|专栏)",
    ),
    rule(
        "links to other articles, and their heading once nothing stands below it",
        Where.TAIL,
        90,
        r"[^，。]{0,6}荐读",
        _LINKS_BELOW,
        rf"{w.MARK}(?:{w.READ_ON})[：:】].{{2,80}}",
        r"[^。]{4,60}[|｜] ?虎嗅AI ?100闭门会",
    ),
)

_COMPILING = Lock()
"""Threads that read the first posts at the same time would each compile the table, and slow each other down."""
_LONGEST = max(row.longest for row in RULES)

EDITOR_BEHIND = re.compile(r"(?<=.) ?[（(【\[]?(?:责任编辑|责编) ?[：:][^。！？：:，]{1,20}[）)】\]]?$")
"""The editor's name where it runs on from an article's last sentence: the one line that begins within a paragraph."""
LINKS_BELOW = re.compile(_LINKS_BELOW)
"""The heading of links to other articles."""
ORIGINAL_TITLE = re.compile(rf"{w.MARK}(?:{w.TITLES})[ :：丨|｜]{{0,3}}")
"""What an original title's line begins with."""


@cache
def _compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Compiles the table when the first post is read: the quarter of a second it takes would delay every start."""
    return tuple((row, re.compile("|".join(row.lines), re.IGNORECASE)) for row in RULES)


def matching(line: str) -> tuple[Rule, ...]:
    """Gives the rules a line falls under; for most lines none."""
    if len(line) > _LONGEST:
        return ()
    with _COMPILING:
        table = _compiled()
    return tuple(row for row, pattern in table if len(line) <= row.longest and pattern.fullmatch(line))
