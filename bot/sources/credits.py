"""The lines that say who made an article, where it was printed first and whose its pictures are."""

from bot.sources import wording as w
from bot.sources.rule import Where, rule

_OPEN = r"[（(*\uff0a※【\[—\- ]*"
_PRINTED = (
    r"来自|来源[自于]?|源[自于]|转载自|转自|首发于?|首发|原载于?|原刊于?|刊载于|刊于|选自|摘自|摘编自|经.{0,30}授权"
    r"|系.{0,30}(?:授权|原创)|为.{1,20}原创|由.{0,40}(?:授权|原创|首发|转载|出品|供稿)|未经"
    r"|(?:核心)?(?:数据|资料)来[自源]|综合(?!性)|作者[：:]"
)
_SCREENS = "视频|网络|网页|监控|报道|微博|抖音|App|社交媒体|社交平台|小红书|淘宝"

CREDITS = (
    rule(
        "names of editors and proofreaders, and whose the head picture is",
        Where.ANYWHERE,
        100,
        rf"{w.MARK}(?:{w.DESKS}|{w.PICTURES})(?:[、/&和 ]{w.ROLE})*{w.BAR}[^。！？]*",
        rf"{w.MARK}{w.DESKS_OF}{w.BAR}.{{1,16}}",
    ),
    rule(
        "the author's, photographer's or reporter's name behind the craft",
        Where.EDGES,
        80,
        rf"{w.MARK}(?:{w.CRAFTS})(?:[、/&和 ]{w.ROLE})*{w.BAR}[^。！？!?；;]{{1,64}}?[】）)]?",
        rf"{w.MARK}(?:{w.STUDIO})(?:[、/&和 ]{w.ROLE})*{w.BAR}[^。！？!?；;，,]{{1,30}}",
        rf"【{w.ROLE}】 ?[^。！？]{{1,40}}",
        rf"{w.PERSON}/(?:文|图|摄|文图)",
        r"【文/[^】]{2,36}】",
        r"[（(]文/[^）)]{2,36}[）)]",
    ),
    rule(
        "names of editors parted by blanks only",
        Where.EDGES,
        60,
        rf"{w.MARK}(?:{w.DESKS}) {w.NAMES}(?: (?:{w.DESKS}|{w.STUDIO}) {w.NAMES})*[）)】]?",
    ),
    rule(
        "the author's or editor's name right behind the craft",
        Where.EDGES,
        30,
        rf"{w.MARK}(?:本文)?(?:作者|责任编辑|责编|编辑|校对|审核|撰文|采写)(?!简介){w.PEOPLE}[）)】]?",
    ),
    rule(
        "a reporter's line: paper and people",
        Where.EDGES,
        80,
        rf"[▌◎（(【]*{w.OUTLET}{w.REPORTER}(?:(?:{w.BAR}| ){w.NAMES}|{w.PEOPLE})"
        r"(?:[ 、，,/（(]+[^。！？]{0,40})?[）)】]?",
    ),
    rule(
        "a television report's names and place",
        Where.TAIL,
        48,
        rf"[^，。：]{{2,10}}(?:卫视|电视台|新闻|日报|晚报|电台|广播)(?:特约)?(?:记者)?{w.HAN}"
        r"[^，。：！？]{1,24} ?[^，。：！？]{0,16}报道",
    ),
    rule(
        "nothing but a name, or a name behind its paper: the author's",
        Where.ENDS,
        24,
        rf"[（(]?(?:(?:{w.PAPERS}|中新经纬)[/ ]+){{0,2}}{w.PEOPLE}[）)]?",
    ),
    rule(
        "a wire's own mark and nothing told yet",
        Where.EDGES,
        48,
        rf"[（(]?{w.WIRE}(?:\d{{1,2}}月\d{{1,2}}日)?(?:讯|消息)(?: \d{{1,2}}月\d{{1,2}}日(?:讯|消息))?[）)]?",
        r"[（(]?[^，。：！？ ]{2,12}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?(?: ?[（(][^）)]{2,24}[）)])?",
        rf"{w.WIRE}[（(][^）)]{{0,10}}(?:记者|编辑) ?{w.NAMES}[^）)]{{0,12}}[）)](?:讯|电)?",
    ),
    rule(
        "the author's office below his name",
        Where.TOP,
        40,
        rf"{w.PERSON}[（(][^）)]{{2,30}}(?:教授|研究员|院长|主任|经济学家|博士|学者|律师|分析师)[）)]",
        r"[^，。：；！？“”]{2,30}(?:教授|研究员|评论员|专栏作家|专栏作者|法学博士|法律博士|律师|学者|合伙人|撰稿人)",
    ),
    rule(
        "who the author is",
        Where.EDGES,
        160,
        r"[（(](?:本文)?作者(?:系|为|是|单位|介绍|简介)[^）)]{2,150}[）)]",
        r"[（(](?:本文)?(?:作者|译者)[^，。：；）)]{0,12}(?:系|为|是)[^）)]{2,120}[）)]",
        rf"[（(]{w.PERSON}(?:系|为|，)[^）)]{{2,100}}(?:教授|研究员|院长|主任|经济学家|博士|学者|律师|人士|分析师|撰稿人)[）)]",
        r"[（(]?(?:本文)?作者(?:单位|介绍|简介)[：:].{2,150}",
        r"[（(]本文作者[^）)]{2,120}[）)]",
        r"本文作者[^。，：]{0,12}(?:系|为|是)[^。]{2,80}。?",
    ),
    rule(
        "nothing but the paper or office it comes from",
        Where.ENDS,
        14,
        rf"[（(【]?(?:{w.PAPERS}|(?:{w.BODIES})(?:网站|官网)?)[）)】]?",
    ),
    rule(
        "the title under which it was printed first",
        Where.ANYWHERE,
        160,
        rf"{w.MARK}(?:{w.TITLES})(?:{w.BAR}|[ 】）)]|为?(?=[“《「【])).*",
    ),
    rule(
        "where it was printed first, or which figures it is made of",
        Where.ANYWHERE,
        160,
        rf"{w.MARK}(?:{w.ORIGINS})(?:{w.BAR}| )(?![^。]*，[^。]*。$).+",
        rf"{w.MARK}(?:{w.DATA})(?:{w.BAR}| ).+",
        r"[（(](?:摘自|选自|转自|原载于?|来自|据)《[^》]{2,16}》[^）)]{0,20}[）)]",
    ),
    rule(
        "from which account or paper it was taken, and by whose leave",
        Where.EDGES,
        320,
        rf"{_OPEN}(?:本文|文章|本篇|此文|原文|本内容|本稿)(?:{_PRINTED}).*",
    ),
    rule(
        "in which paper of which day it was printed, or of which reports it is made",
        Where.EDGES,
        120,
        r"首发于(?:微信)?公众号.*",
        r"原文刊载于.*",
        r"发于[\d.]+总第\d+期.*",
        r"[^，。：]{0,14}《[^》]{2,12}》 ?[（(]\d{4}[年\-].{2,30}[）)]",
        r"[^，。：]{2,10}[（(]\d{4}年\d{1,2}月\d{1,2}日[）)]",
        r"[（(]本报.{2,12}\d日电[）)]",
        r"[（(]?综合自.{2,80}",
        r"[（(]?[^，。：]{0,16}综合(?!治理|来看|起来|而言|考虑|以上|上述|性|实力|国力)[^。]{0,60}?"
        r"(?:报道|消息|媒体|网站|视频号|资料|新闻|社|报|等)[）)]?",
    ),
    rule(
        "by whose leave it is printed",
        Where.ANYWHERE,
        160,
        r".{0,60}(?:36氪经授权发布|经授权转载|授权虎嗅.{0,10}(?:发表|发布|转载)).{0,20}",
        r"[^，。：]{0,14}获授权转载自.{2,40}",
        r"[（(]?(?:如|若|欲)需?要?转载.*(?:授权|联系|后台|注明|出处|许可).*",
        r"[^。，：]{0,10}原创文章，未经授权禁止转载.*",
        r"[^。]{0,30}，未经授权不得转载.{0,30}",
        r"转载(?:与|及|和|、|或)?(?:商务)?合作.*",
        r"[^，。]{0,14}版权所有[，,。 ].{0,80}",
        r"未经[^。，]{0,16}(?:不得|严禁|禁止|请勿|谢绝)[^。，]{0,10}(?:转载|摘编|复制)[^。]{0,30}。?",
        r"[^。]{0,60}享有著作权，未经授权禁止转载.*",
    ),
    rule(
        "where the pictures come from",
        Where.EDGES,
        120,
        r"[*\uff0a※（(【]*(?:注[：:]?)?(?:本文|文中|文内|部分|以上|题图|头图|封面)?(?:及文中|部分|所有|及|除.{2,8}外)*"
        r"(?:题图|头图|封面|配图|插图|图片|图源|素材|视频)(?:图片|部分|均|都|素材|资料)*"
        r"(?:来自|来源|源自|源于|取自|由|源|摄于|版权).{1,80}",
    ),
    rule(
        "a caption: nothing but the picture's owner, or its mark before or behind",
        Where.ANYWHERE,
        100,
        r"[〓（(©]*(?:图源|图片来源|图据|供图)[^。]{0,40}[）)]?▼?",
        r"[（(]图(?:片)?[：:/｜| ][^）)]{0,40}[）)][】」]?▼?",
        r"图(?:片)?[｜|丨/：:][^。]{1,80}",
        r"[^。！？]{0,80}(?:图源|图片来源)[:：｜|/ ]?[^。）)]{1,40}[）)]?",
        rf"[^。！？：:]{{0,60}}(?:资料图|资料图片|供图|受访者提供|主办方提供|(?:{_SCREENS})截图)[）)]?。?",
        r"[△▲▽▼][^。！？]{2,90}。?",
        r"[△▲▽▼][^！？]{2,80}(?<!拍)摄[）)]?。?",
        r"[^！？]{2,80}[。 （(/\uff0f][^。，！？“”]{0,16}(?:记者|通讯员|发)[^。，！？]{1,12}(?<!拍)摄[）)]?。?",
        rf"[^！？]{{2,80}}[。 （(/\uff0f]{w.PERSON} ?(?<!拍)摄[）)]?。?",
        r"[^！？]{2,80}[（(][上下]?图[/｜|丨：:][^（）()]{1,24}[）)]。?",
        r"[上下左右]?图为[^，。！？]{2,60}。?",
        r"[^。！？]{2,80}▼",
        r"[↓↑▼]+",
    ),
)
